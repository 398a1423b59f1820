"""The two kinds of failure: the world failed (`KnownError`), or we failed (anything else)."""

from __future__ import annotations


class KnownError(Exception):
    """Something that a user can mend.

    The message is one plain Chinese sentence: what happened, what was kept, what to do.
    Every other exception is a fault of the program and goes to the fault dialog.
    """


class StaleError(KnownError):
    """A row has changed since the step that should be taken back or repeated."""
