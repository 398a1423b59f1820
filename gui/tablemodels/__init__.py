"""Rows of the ledger as Qt roles. Given rows, never a ledger."""
