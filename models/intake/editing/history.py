"""What was done to a draft, so that it can be undone and done again, each by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.intake.editing.outline import Outline


@dataclass(frozen=True)
class Edit:
    """One operation's answer: what it is called, the outline after it, the line to go to."""

    label: str
    outline: Outline
    focus: int  # id of a line, 0 for none


@dataclass(frozen=True)
class History:
    """The outline as it stands, with the ones before and after it."""

    present: Outline
    past: tuple[tuple[str, Outline, int], ...] = ()
    future: tuple[tuple[str, Outline, int], ...] = ()

    @property
    def undo_label(self) -> str:
        """What would be undone, "" for nothing."""
        return self.past[-1][0] if self.past else ""

    @property
    def redo_label(self) -> str:
        """What would be done again, "" for nothing."""
        return self.future[-1][0] if self.future else ""

    def after(self, edit: Edit) -> History:
        """The history with one more operation; what was undone before cannot be redone any more."""
        step = (edit.label, self.present, edit.focus)
        return History(edit.outline, (*self.past, step), ())

    def undone(self) -> tuple[History, int]:
        """The history one step back, and the line that the step was about."""
        if not self.past:
            return self, 0
        label, before, focus = self.past[-1]
        step = (label, self.present, focus)
        return replace(
            self, present=before, past=self.past[:-1], future=(*self.future, step)
        ), focus

    def redone(self) -> tuple[History, int]:
        """The history one step forward again, and the line that the step was about."""
        if not self.future:
            return self, 0
        label, after, focus = self.future[-1]
        step = (label, self.present, focus)
        return replace(self, present=after, past=(*self.past, step), future=self.future[:-1]), focus
