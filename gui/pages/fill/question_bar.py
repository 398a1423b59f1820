"""Quiet questions above the fields: 仍然保存 or 改回; nothing is forbidden."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.operations.filling import Edit
from gui.pages.fill.store import Asked, FillStore
from gui.widgets.notice import Notice
from models.rules import Status


class QuestionBar(QWidget):
    """A line for each question that waits for an answer."""

    def __init__(self, store: FillStore) -> None:
        super().__init__()
        self._store = store
        self._waiting: dict[Notice, Asked] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        store.asked.connect(self._ask)

    def _ask(self, asked: Asked) -> None:
        places = {_place(edit) for edit in asked.edits}
        for notice, old in list(self._waiting.items()):
            # Another value for the same cell: the older question has no object any more.
            if places & {_place(edit) for edit in old.edits}:
                self._drop(notice)
        ways = (
            ("仍然保存", lambda: self._answer(notice, keep=True)),
            ("改回", lambda: self._answer(notice, keep=False)),
        )
        notice = Notice(asked.sentence, "warn", ways, closable=False)
        self._waiting[notice] = asked
        self._column.addWidget(notice)
        self._fit()

    @property
    def waiting(self) -> list[str]:
        """What is being asked."""
        return [asked.sentence for asked in self._waiting.values()]

    def answer_all(self) -> None:
        """Nobody looks any more: what was typed is kept; nothing is 办结 without a yes."""
        for notice, asked in list(self._waiting.items()):
            finishing = any(edit.value is Status.COMPLETED for edit in asked.edits)
            self._answer(notice, keep=not finishing)

    def _answer(self, notice: Notice, *, keep: bool) -> None:
        asked = self._waiting.get(notice)
        self._drop(notice)
        if asked is None:
            return
        if keep:
            self._store.keep(asked)
        elif asked.given_up is not None:
            asked.given_up()

    def _drop(self, notice: Notice) -> None:
        if self._waiting.pop(notice, None) is not None:
            notice.leave()
        self._fit()

    def _fit(self) -> None:
        room = 4 if self._waiting else 0
        self._column.setContentsMargins(8, room, 8, room)


def _place(edit: Edit) -> tuple[object, str]:
    return (edit.line.key, edit.field)
