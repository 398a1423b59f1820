"""Chinese office typography of plain texts: marks, quotes, dashes and blanks in their proper form."""
