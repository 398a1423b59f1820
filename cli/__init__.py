"""The command line's rooms behind `headless.py`: arguments, ledgers, and one file a group of verbs."""
