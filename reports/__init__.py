"""What is printed: builders, document blocks, layout, fonts and the painters of PDF and xlsx.

Of ``models`` this package knows only rows, rules, periods, text and errors; never the database.
"""
