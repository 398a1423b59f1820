"""Reusable pieces that know nothing of ledgers."""
