"""填报: what the sections report, in a table or one task at a time."""
