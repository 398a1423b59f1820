"""What people see: the window over a ledger. Knows rows, verbs and queries, never the database."""
