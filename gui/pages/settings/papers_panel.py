"""文稿: the office's own headings of the report, and the columns of its tables."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.operations import office
from gui.operations.operation import Operation
from gui.saving import saver
from gui.tablemodels.paper_columns import PaperColumnsModel
from gui.widgets.autosave import SavingLine
from gui.widgets.columns import Columns
from gui.widgets.fields import PickField
from gui.widgets.labels import muted, plain
from gui.widgets.table import ROW, plain_table
from models import queries
from models.papersettings import ColumnChoice, PaperSettings
from models.rows import Change
from reports.catalogue import find_paper
from reports.columns import COLUMNS, HEADINGS

_TABLES = {"progress": "进展情况报告附表"}


class PapersPanel(QWidget):
    """Every field saves itself; the columns are those of the paper chosen above them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._settings = PaperSettings()
        self.headings = {usual: self._heading(usual) for usual in HEADINGS}
        self.paper = PickField("哪种文稿的栏目")
        self.paper.offer([(_TABLES.get(each, find_paper(each).title), each) for each in COLUMNS])
        self.paper.setFixedWidth(240)
        self.paper.picked.connect(lambda _: self._show_columns())
        self.model = PaperColumnsModel(self)
        self.model.dataChanged.connect(lambda *_: self._keep_columns(self.model.choices()))
        self.table = plain_table("栏目", self.model, (320, 320))
        Columns(self.table.horizontalHeader(), "栏目", context.preferences)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setFixedHeight(ROW * 10 + 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self._build(column)
        context.bus.changed.connect(self._take_change)
        self._ask()

    def _build(self, column: QVBoxLayout) -> None:
        heading = plain("文稿的标题和栏目")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(
            muted("进展情况报告各部分的标题，空着用原来的。单份文稿另有写法的，在“报告”里改。")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (usual, field) in enumerate(self.headings.items()):
            grid.addWidget(muted(usual), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(
            muted("表格的栏目：打勾的才印，名称可以改，次序可以换；“重点任务”一栏总要印。")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.paper)
        for word, way in (
            ("上移", lambda: self.move(-1)),
            ("下移", lambda: self.move(+1)),
            ("恢复原样", self.reset),
        ):
            button = QPushButton(word)
            button.setEnabled(self._context.desk.writable)
            button.clicked.connect(lambda _=False, do=way: do())
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addStretch(1)

    def _heading(self, usual: str) -> SavingLine:
        field = SavingLine(f"“{usual}”的写法", saver(self._context, self._keep_heading))
        field.setPlaceholderText(usual)
        field.setFixedWidth(320)
        field.setReadOnly(not self._context.desk.writable)
        return field

    # -- what stands

    def _ask(self) -> None:
        self._context.desk.ask(queries.paper_settings, done=self._show, owner=self)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"setting"}:
            self._ask()

    def _show(self, settings: PaperSettings) -> None:
        self._settings = settings
        own = dict(settings.headings)
        for usual, field in self.headings.items():
            field.show_value(usual, own.get(usual, ""))
        self._show_columns()

    def _show_columns(self) -> None:
        place = self.table.currentIndex()
        paper = self.paper.currentData()
        self.model.show_paper(paper, self._settings.columns_of(paper))
        self.table.setCurrentIndex(self.model.index(max(0, place.row()), max(0, place.column())))

    # -- what is changed

    def move(self, by: int) -> None:
        """Move the marked column up or down; the mark goes with it."""
        place = self.table.currentIndex().row()
        chosen = self.model.moved(place, by)
        if chosen != self.model.choices():
            self._keep_columns(chosen)
            self.table.setCurrentIndex(self.model.index(place + by, 0))

    def reset(self) -> None:
        """All columns of this paper as they come."""
        self._keep_columns(())

    def _keep_columns(self, chosen: tuple[ColumnChoice, ...]) -> None:
        columns = {**dict(self._settings.columns), self.paper.currentData(): chosen}
        pairs = tuple((paper, each) for paper, each in columns.items() if each)
        self._settings = replace(self._settings, columns=pairs)
        self._context.desk.run(office.change_papers(self._settings), failed=lambda _: self._ask())
        self._show_columns()

    def _keep_heading(self, key: Hashable, words: str) -> Operation:
        own = {**dict(self._settings.headings), str(key): words.strip()}
        pairs = tuple((usual, each) for usual, each in own.items() if each and each != usual)
        self._settings = replace(self._settings, headings=pairs)
        return office.change_papers(self._settings)
