"""The parts of the page 报告 and where they stand: papers, panels beside the pages, the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.context import Context
from gui.pages.report.done_bar import DoneBar
from gui.pages.report.foot import Foot
from gui.pages.report.lacking_panel import LackingPanel
from gui.pages.report.life_strip import LifeStrip
from gui.pages.report.options_panel import OptionsPanel
from gui.pages.report.paper_list import PaperList
from gui.pages.report.preview import Preview
from gui.pages.report.shelf_list import ShelfList
from gui.pages.report.side_tabs import SideTabs
from gui.pages.report.text_panel import TextPanel
from gui.widgets.labels import muted

_LIST_WIDTH = 208
_SIDE_WIDTH, _LEAST_SIDE, _LEAST_PAGES = 320, 264, 420
_WIDTHS = "report splitter"


class Parts:
    """Makes the widgets and lays them out on their page; the page wires them."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._preferences = context.preferences
        self.papers = PaperList(context.theme)
        self.shelf = ShelfList(context.theme)
        self.shelf_head = muted("本期各稿", small=True)
        self.batch = QPushButton("按科室批量拟稿…")
        self.batch.setToolTip("临期和滞后的任务，一次拟好各科室的单子（Ctrl+B）")
        self.batch.hide()
        self.options = OptionsPanel()
        self.text = TextPanel(context)
        self.lacking = LackingPanel(context.theme)
        self.side = SideTabs("选项、文字和缺项")
        self.preview = Preview(context.theme)
        self.foot = Foot()
        self.done = DoneBar(self.preview)
        self.extras = QMenu(page)
        self.strip = LifeStrip(context.theme, self.extras)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._split, 1)
        self._fill_split()
        # Last: each move of a panel to another parent costs as much as to make it.
        self.options_at = self.side.add("选项", self.options, scrolls=True)
        self.text_at = self.side.add("文字", self.text)
        self.lacking_at = self.side.add("还缺", self.lacking)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.papers)
        self.shelf_head.setContentsMargins(16, 10, 0, 4)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 8, 12, 0)
        inset.addWidget(self.batch)
        column.addLayout(inset)
        column.addWidget(self.shelf_head)
        column.addWidget(self.shelf, 1)
        return left

    def _fill_split(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.preview, 1)
        column.addWidget(self.foot)
        self.side.setMinimumWidth(_LEAST_SIDE)
        right.setMinimumWidth(_LEAST_PAGES)
        split = self._split
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.side)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        kept = self._preferences.numbers(_WIDTHS)
        split.setSizes(kept if len(kept) == 2 else [_SIDE_WIDTH, 2 * _SIDE_WIDTH])

    def keep_widths(self) -> None:
        """Remember how wide the panels are."""
        self._preferences.keep(_WIDTHS, self._split.sizes())

    def lead_to(self, field: QWidget) -> None:
        """Bring a field of the options to the front; what comes with a step leads to the step."""
        if not field.isEnabled():
            self.strip.next.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.side.show_at(self.options_at)
        if not field.isVisible():
            self.options.more.setChecked(True)
        field.setFocus(Qt.FocusReason.TabFocusReason)
