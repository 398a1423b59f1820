"""The line at the foot: saved when, whose ledger, the counts, who sits here, what undo would do."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.widgets.labels import Elided, plain
from models.rows import Bureau, PlanTree


class StatusLine(QWidget):
    """Shows what it is told; asks nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._saved = plain()
        self._bureau = plain()
        self._counts = plain()
        self.operator = QPushButton()
        self.operator.setProperty("flat", True)
        self.operator.setToolTip("更换当前操作人（Ctrl+Alt+U）")
        # Reached by the menu: here it would stand between the tree and the task.
        self.operator.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._undo = Elided()
        self._undo.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(24)
        for label in (self._saved, self._bureau, self._counts):
            row.addWidget(label)
        row.addWidget(self._undo, 1)
        row.addWidget(self.operator)

    def show_saved(self, at: dt.datetime | None, writable: bool) -> None:
        """When the last change was saved."""
        if not writable:
            self._saved.setText("只能查看")
        else:
            self._saved.setText(f"已保存 {at:%H:%M}" if at else "改动自动保存")

    def show_bureau(self, bureau: Bureau) -> None:
        """Whose ledger it is."""
        name = bureau.short_name or bureau.name
        words = (bureau.name or name) + ("（示例）" if bureau.demo else "")
        self._bureau.setText(words)
        self._bureau.setVisible(bool(words))

    def show_counts(self, tree: PlanTree | None) -> None:
        """承接 and the three-way count."""
        if tree is None:
            self._counts.setText("")
            return
        totals = tree.totals
        self._counts.setText(
            f"承接 {totals.adopted}/{totals.tasks} · 已完成 {totals.done} · "
            f"达到序时 {totals.on_pace} · 滞后 {totals.late}"
        )

    def show_undo(self, undo: str, redo: str) -> None:
        """What Ctrl+Z would take back."""
        words = [f"撤销：{undo}"] if undo else []
        if redo:
            words.append(f"重做：{redo}")
        self._undo.setText("　".join(words))

    def show_operator(self, name: str) -> None:
        """Who sits at the keyboard."""
        self.operator.setText(f"操作人：{name or '未选'}")

    @property
    def undo_label(self) -> QLabel:
        """The label with what undo would do."""
        return self._undo
