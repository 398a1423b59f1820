"""The user's verbs. A widget says what; `Desk.run` supplies thread, saving, errors and the change."""
