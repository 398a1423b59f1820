"""One measure: its box, wording, promised documents and numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.operations import adoption, measures
from gui.operations.operation import Operation
from gui.pages.tasks.target_row import TargetRowWidget
from gui.saving import saver
from gui.widgets.autosave import SavingText
from gui.widgets.fields import day_words
from gui.widgets.flow import FlowLayout, empty_layout
from gui.widgets.icon_button import IconButton
from gui.widgets.labels import chip, muted, plain
from gui.widgets.reuse import Card
from models import text
from models.rows import AssignmentRow, MeasureRow, TaskRow

_KINDS = {"document": "成果", "meeting": "会议", "campaign": "活动", "platform": "平台"}


class MeasureCard(Card):
    """`wanted(verb, MeasureRow)` from its menu or its keys; `step(card, ±1)` when arrows leave the box.

    On the box: F2 改写, Ctrl+M 合并, Alt+↑ ↓ 移动, Delete 删除 one of our own.
    """

    wanted = Signal(str, object)
    step = Signal(object, int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._row: MeasureRow | None = None
        self._neighbours = (True, True)
        self._targets: list[TargetRowWidget] = []
        self.box = QCheckBox()
        self.box.clicked.connect(self._tick)
        self.box.installEventFilter(self)
        self.wording = plain(wrap=True)
        self.wording.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.wording.installEventFilter(self)
        self.wording.setToolTip("双击改写")
        self.issued = muted(wrap=True, small=True)
        self.local = SavingText("本市举措", saver(context, _keep_wording), (1, 6))
        self.facts = muted(wrap=True, small=True)
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self._shown_chips: list[str] = []
        self.menu_button = IconButton("more", "改写、拆分、合并、分工…")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(QMenu(self.menu_button))
        self.menu_button.menu().aboutToShow.connect(self._fill_menu)
        self._lay_out()

    def _lay_out(self) -> None:
        self._text = QVBoxLayout()
        self._text.setContentsMargins(0, 0, 0, 0)
        self._text.setSpacing(4)
        for widget in (self.wording, self.local, self.issued, self.chips, self.facts):
            self._text.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._text, 1)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self.local.hide()

    def row_id(self) -> int | None:
        """Which measure is shown."""
        return self._row.id if self._row else None

    def show_measure(
        self,
        row: MeasureRow,
        task: TaskRow,
        assignment: AssignmentRow | None,
        neighbours: tuple[bool, bool] = (True, True),
    ) -> None:
        """Show a measure as the ledger has it; neighbours: whether one stands above, below."""
        self._neighbours = neighbours
        own = f"{self._context.session.bureau.place}举措"
        self.local.setAccessibleName(own)
        self.local.setPlaceholderText(f"写{own}；留空则用印发的原文")
        same = self._row is not None and self._row.id == row.id
        self._row = row
        writable = self._context.desk.writable
        self.box.setChecked(row.ticked)
        self.box.setEnabled(row.role.adopted and writable)
        self.box.setAccessibleName(f"{row.number} {text.proper(row.wording)}")
        self.local.show_value(row.id, row.local_text if row.issued else row.wording)
        self.local.setReadOnly(not writable)
        editing = same and (self.local.hasFocus() or self.local.dirty)
        self.wording.setText(f"{row.number}　{text.proper(row.wording)}")
        self.wording.setVisible(not editing)
        self.local.setVisible(editing)
        self.issued.setText(f"原文：{text.proper(row.text)}")
        self.issued.setVisible(bool(row.local_text) and row.issued)
        self.wording.setProperty("muted", not row.role.adopted)
        self.wording.style().polish(self.wording)
        self._show_facts(row, task, assignment)
        self._show_chips(row)
        self._show_targets(row)

    def _show_facts(self, row: MeasureRow, task: TaskRow, assignment: AssignmentRow | None) -> None:
        facts = []
        if row.own_role is not None and row.own_role is not task.role:
            facts.append(row.role.word + (f"（{row.reason}）" if row.reason else ""))
        if row.ticked:
            facts.append(f"{day_words(row.ticked_on)} {row.ticked_by} 勾选")
        if not row.issued:
            facts.append("本单位增加")
        if assignment is not None:
            who = [assignment.section, assignment.person, day_words(assignment.due_on)]
            facts.append("单独分工：" + " ".join(word for word in who if word))
        if row.evidence_count:
            facts.append(f"佐证 {row.evidence_count} 件")
        self.facts.setText(" · ".join(facts))
        self.facts.setVisible(bool(facts))

    def _show_chips(self, row: MeasureRow) -> None:
        words = [
            f"{_KINDS.get(each.kind, '成果')} {text.proper(each.name)}" for each in row.deliverables
        ]
        if words != self._shown_chips:
            self._shown_chips = words
            empty_layout(self._flow)
            for word in words:
                label = chip(word)
                label.setToolTip(word)
                self._flow.addWidget(label)
        self.chips.setVisible(bool(words))

    def _show_targets(self, row: MeasureRow) -> None:
        if [each.target_id for each in self._targets] != [each.id for each in row.targets]:
            for old in self._targets:
                old.leave()
                self._text.removeWidget(old)
                old.deleteLater()
            self._targets = [TargetRowWidget(self._context, self) for _ in row.targets]
            for widget in self._targets:
                self._text.addWidget(widget)
        for widget, target in zip(self._targets, row.targets, strict=True):
            widget.show_target(target, row.role.adopted)

    def leave(self) -> None:
        """Save what is being typed."""
        self.local.leave()
        for target in self._targets:
            target.leave()

    def reword(self) -> None:
        """Open the field for 本市举措."""
        self.wording.hide()
        self.local.show()
        self.local.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from box to box; a double click on the words rewords them."""
        if watched is self.wording and event.type() == QEvent.Type.MouseButtonDblClick:
            self.reword()
            return True
        if watched is self.box and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        row, key = self._row, Qt.Key(event.key())
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if row is None:
            return False
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._want("down" if by > 0 else "up", by)
        elif by is not None:
            self.step.emit(self, by)
        elif not self._context.desk.writable:
            return False
        elif key is Qt.Key.Key_F2:
            self.reword()
        elif key is Qt.Key.Key_M and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if any(self._neighbours):
                self.wanted.emit("merge", row)
        elif key is Qt.Key.Key_Delete and not row.issued:
            self.wanted.emit("remove", row)
        else:
            return False
        return True

    def _want(self, name: str, by: int) -> None:
        if self._neighbours[by > 0] and self._context.desk.writable:
            self.wanted.emit(name, self._row)

    def _tick(self) -> None:
        if self._row is None:
            return
        wanted = self.box.isChecked()
        row = self._row
        # The box shows what the ledger has; a refusal puts it back.
        self._context.desk.run(
            measures.tick(row.id, wanted),
            failed=lambda _: self.box.setChecked(row.ticked),
        )

    def _fill_menu(self) -> None:
        menu, row = self.menu_button.menu(), self._row
        menu.clear()
        if row is None:
            return
        above, below = self._neighbours
        place = self._context.session.bureau.place
        self._add(menu, f"改写为{place}举措\tF2", self.reword)
        self._verb(menu, "拆分…", "split")
        self._verb(menu, "合并…\tCtrl+M", "merge", fits=above or below)
        self._verb(menu, "上移\tAlt+↑", "up", fits=above)
        self._verb(menu, "下移\tAlt+↓", "down", fits=below)
        menu.addSeparator()
        roles = menu.addMenu("承接")
        for word, name in (
            ("主责", "own"),
            ("配合", "assist"),
            ("不涉及…", "none"),
            ("随任务", "follow"),
        ):
            self._verb(roles, word, name)
        self._verb(menu, "单独分工…", "assign")
        self._verb(menu, "添加佐证材料…", "attach")
        if not row.issued:
            menu.addSeparator()
            self._verb(menu, "删除\tDelete", "remove")
        menu.setEnabled(self._context.desk.writable)

    def _verb(self, menu: QMenu, word: str, name: str, *, fits: bool = True) -> None:
        self._add(menu, word, lambda: self.wanted.emit(name, self._row), fits=fits)

    def _add(self, menu: QMenu, word: str, way: Callable[[], None], *, fits: bool = True) -> None:
        action = menu.addAction(word)
        action.setEnabled(fits)
        action.triggered.connect(lambda: way())


def _keep_wording(key: Hashable, words: str) -> Operation:
    assert isinstance(key, int)
    return adoption.measure_wording(key, words)
