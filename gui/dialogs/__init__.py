"""Dialogs edit a draft and hand it back; they change nothing themselves."""
