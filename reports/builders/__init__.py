"""One file a paper: frozen rows in, blocks out. Wording and grouping live here, no library."""
