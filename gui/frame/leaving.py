"""Whether the window may close: what is typed goes to the ledger first, and what cannot is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from models.rows import Change

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.widgets.autosave import SavingLine, SavingText

_KEPT = "再关一次就退出，这些文字下次打开时还在。"
_DEMO = "再关一次就退出；示例台账不保留这些文字。"


class Leaving:
    """Asked at each attempt to close; the third one in a row always succeeds."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._tries = 0
        window.context.bus.saved.connect(self._saved)

    def ready(self) -> bool:
        """Whether nothing would be lost; if not, what is typed is sent, or shown, meanwhile."""
        fields = self._unsaved()
        if not fields and not self._window.stack.unsaved:
            return True
        self._tries += 1
        if self._tries == 1:
            # What was refused before may be taken now; then it is asked once more.
            for field in fields:
                field.leave()
            self._window.context.desk.after(self._again)
        elif self._tries == 2:
            self._show(fields)
        return self._tries > 2

    @property
    def again(self) -> bool:
        """Whether the window will be closed again without anybody's doing."""
        return self._tries == 1

    def _again(self) -> None:
        # Not inside the event that was just refused.
        QTimer.singleShot(0, self._window, self._window.close)

    def _saved(self, _: Change) -> None:
        self._tries = 0

    def _show(self, fields: list[SavingLine | SavingText]) -> None:
        kept = _DEMO if self._window.start.demo else _KEPT
        names = "、".join(dict.fromkeys(field.accessibleName() for field in fields))
        what = f"“{names}”里的文字" if names else "刚才填写的内容"
        self._window.notices.say_bad(f"{what}还没能保存。{kept}")
        seen = next((field for field in fields if field.isVisible()), None)
        if seen is not None:
            seen.setFocus()

    def _unsaved(self) -> list[SavingLine | SavingText]:
        # Late: the start needs none of it.
        from gui.widgets.autosave import SavingLine, SavingText

        window = self._window
        found = (*window.findChildren(SavingLine), *window.findChildren(SavingText))
        return [field for field in found if field.unsaved]
