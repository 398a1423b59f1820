"""A pasted block is looked at before it is saved: what goes where, what would be overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.jobs import Ticket
from gui.operations import filling
from gui.operations.filling import Batch
from gui.pages.fill.block import Block
from gui.pages.fill.paste_detail import PasteDetail
from gui.tablemodels.paste_rows import Row, make_rows
from gui.tablemodels.paste_table import AFTER, TAKE, PasteTableModel
from gui.widgets.columns import Columns
from gui.widgets.fields import PickField
from gui.widgets.labels import plain
from gui.widgets.table import plain_table
from models import queries
from models.filling import (
    PasteGround,
    PasteItem,
    Place,
    item_of_whole,
    items_in_order,
    matched_items,
    preview_block,
)

MATCHED, IN_ORDER, WHOLE = "matched", "in-order", "whole"
_WIDTHS = (88, 200, 96, 220, 320, 280)


class PastePanel(QWidget):
    """left() when a person is done with it."""

    left = Signal()

    def __init__(self, context: Context, batch: Callable[[], Batch]) -> None:
        super().__init__()
        self._context = context
        self._batch = batch
        self._block = Block("")
        self._period = context.session.period
        self._ground: PasteGround | None = None
        self._people: tuple[str, ...] = ()
        self._ticket: Ticket | None = None
        self.model = PasteTableModel(self)
        self.way = PickField("对应方式")
        self.way.setFixedWidth(216)
        self.summary = plain(wrap=True)
        self.overwrite = QPushButton()
        self.tidy = QPushButton()
        self.table: QTableView = plain_table("粘贴的内容", self.model, _WIDTHS)
        self.detail = PasteDetail()
        self.fill = QPushButton()
        self.fill.setProperty("main", True)
        self.fill.setToolTip("Ctrl+Enter")
        self.back = QPushButton("返回（不填）")
        self.back.setToolTip("Esc")
        self._lay_out()
        Columns(self.table.horizontalHeader(), "粘贴的内容", context.preferences)
        self._connect()

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(AFTER, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        for widget in (self.way, self.summary, self.tidy, self.overwrite, self.back, self.fill):
            top.addWidget(widget, 1 if widget is self.summary else 0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setSizes([320, 180])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.way.picked.connect(self._match)
        self.overwrite.clicked.connect(self.model.take_overwriting)
        self.tidy.clicked.connect(self._tidy)
        self.fill.clicked.connect(self.save)
        self.back.clicked.connect(self.leave)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.model.dataChanged.connect(lambda *_: self._refresh())
        self.model.modelReset.connect(self._refresh)
        self.detail.moved.connect(lambda place, field: self.model.move(self._row, place, field))
        self.detail.reworded.connect(lambda words: self.model.reword(self._row, words))
        self.detail.untidy_wanted.connect(lambda: self.model.untidy(self._row))
        self.detail.tidy_wanted.connect(self._tidy_one)
        for keys, way in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the row, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Space and self.table.hasFocus() and self._row >= 0:
            self.model.take(self._row, not self.model.row_at(self._row).take)
        else:
            super().keyPressEvent(event)

    @property
    def words(self) -> str:
        """The block as it was pasted."""
        return self._block.text

    # -- matching

    def show_block(self, block: Block, people: Sequence[str]) -> None:
        """Begin with a block."""
        self._block, self._people, self._ground = block, tuple(people), None
        self._period = self._context.session.period
        ways = [("按序号和文字对应", MATCHED)]
        if block.lines:
            ways.append(("从所选单元格起依次填", IN_ORDER))
        if block.lines and block.fields and block.fields[0] and "\t" not in block.text:
            ways.append(("整段填入所选单元格", WHOLE))
        self.way.offer(ways)
        self.way.show_value(MATCHED)
        self._match(MATCHED, choose=True)

    def _match(self, way: str, *, choose: bool = False) -> None:
        """Find the places in the workers; choose: where no line says its place, take them in order."""
        self._cancel()
        self.model.drop([row.item for row in self.model.rows])
        self.summary.setText("正在对应…")
        self.fill.setEnabled(False)
        session, desk = self._context.session, self._context.desk
        block, people, tree = self._block, self._people, session.tree
        if tree is None:
            return

        def matched(rows: list[Row]) -> None:
            if choose and block.lines and all(row.item.place is None for row in rows):
                other = IN_ORDER if block.in_order else WHOLE
                if self.way.findData(other) >= 0:
                    self.way.show_value(other)
                    self._match(other)
                    return
            self._show_rows(rows)

        def found(ground: PasteGround) -> None:
            self._ground = ground
            self._ticket = self._context.papers.run(
                lambda: make_rows(_items(block, way, ground), ground, people),
                matched,
                self._refused,
                self,
            )

        desk.ask(
            queries.paste_ground,
            tree.tasks,
            tree.plan.id,
            self._period,
            block.section_id,
            done=found,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self._context.bus.refused.emit(str(error))
        self.leave()

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _show_rows(self, rows: Sequence[Row]) -> None:
        assert self._ground is not None
        ground, section = self._ground, self._block.section_id
        self.detail.offer(
            [
                (
                    f"{each.label} {ground.titles.get((each.task_id, each.measure_id), '')}",
                    Place(each.task_id, each.measure_id, each.label, section),
                )
                for each in ground.targets
            ]
        )
        self.model.set_rows(rows, ground, self._people)
        if rows:
            self.table.setCurrentIndex(self.model.index(0, TAKE))
        self.table.setFocus()
        self._refresh()

    # -- what is shown

    def _refresh(self) -> None:
        rows = self.model.rows
        taken = len(self.model.taken)
        over = sum(row.overwrites and not row.fault for row in rows)
        held = sum(row.overwrites and not row.fault and not row.take for row in rows)
        lost = sum(bool(row.fault) for row in rows)
        pieces = sum(len(row.pieces) for row in rows)
        words = [f"共{len(rows)}处，将填入{self._period.title}的{taken}处"]
        words += [f"{over}处会覆盖现有内容"] if over else []
        words += [f"{lost}处没有对应上或不能填"] if lost else []
        self.summary.setText("；".join(words) + "。")
        self.overwrite.setText(f"也覆盖{held}处")
        self.overwrite.setVisible(bool(held))
        self.tidy.setText(f"去掉发送人、时间和表情（{pieces}处）")
        self.tidy.setVisible(bool(pieces))
        self.fill.setText(f"填入{taken}处")
        self.fill.setEnabled(bool(taken) and self._context.desk.writable)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self._row
        self.detail.show_row(self.model.row_at(row) if row >= 0 else None)

    def _tidy(self) -> None:
        self.model.tidy()

    def _tidy_one(self) -> None:
        self.model.tidy(self._row)

    # -- the end

    def save(self) -> None:
        """Fill in what is ticked as one change; what is left stays to be looked at."""
        items = self.model.taken
        if not items or self._ground is None or not self._context.desk.writable:
            return
        today = self._context.desk.clock.today()
        wanted = filling.block(items, self._ground, self._period, self._batch(), today)

        def saved(_: object) -> None:
            self.model.drop(items)
            left = self.model.rowCount()
            more = f"，还有{left}处没有填，留在这里" if left else ""
            self._context.bus.told.emit(f"已填入{len(items)}处{more}。")
            if not left:
                self.leave()

        self._context.desk.run(wanted, saved)

    def leave(self) -> None:
        """Back to the lines."""
        self._cancel()
        self.left.emit()


def _items(block: Block, way: str, ground: PasteGround) -> list[PasteItem]:
    if way == IN_ORDER:
        return items_in_order(block.text, block.lines, block.fields)
    if way == WHOLE:
        return item_of_whole(block.text, block.lines[0], block.fields[0] or "text")
    preview = preview_block(block.text, ground.targets, ground.standing)
    return matched_items(preview, block.section_id)
