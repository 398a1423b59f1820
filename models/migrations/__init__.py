"""Numbered steps that bring an older ledger up to this version; each with frozen tables."""
