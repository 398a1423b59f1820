"""使用手册 inside the program."""
