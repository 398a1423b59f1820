"""The line under the pages: what is being done, which page, how large, and print and export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.icon_button import IconButton
from gui.widgets.labels import Elided, muted
from gui.widgets.zoom_field import ZoomField
from gui.zoom import Zoom

_EDGE, _GAP = 8, 4


class Foot(QWidget):
    """Tells what a person wants; shows what it is told.

    turn_wanted(±1), zoom_wanted(Zoom | float), upright_wanted(bool), export_wanted("pdf" | "xlsx").
    """

    cancel_wanted = Signal()
    turn_wanted = Signal(int)
    zoom_wanted = Signal(object)
    upright_wanted = Signal(bool)
    print_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state = Elided()
        self.state.setProperty("muted", True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(3)
        keeps = self._bar.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeps)
        self._cancel = _button("取消", self.cancel_wanted.emit)
        self.zoom = ZoomField()
        self.zoom.picked.connect(self.zoom_wanted)
        self.upright = IconButton("turn", "转正横排的页，便于看；打印和导出不变（Ctrl+R）")
        self.upright.setCheckable(True)
        self.upright.setShortcut("Ctrl+R")
        self.upright.toggled.connect(self.upright_wanted)
        self.before = IconButton("left", "上一页（PgUp）")
        self.before.clicked.connect(lambda: self.turn_wanted.emit(-1))
        self.page = muted()
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setMinimumWidth(44)
        self.after = IconButton("right", "下一页（PgDn）")
        self.after.clicked.connect(lambda: self.turn_wanted.emit(1))
        self.print = _button("打印…", self.print_wanted.emit)
        self._workbook = False
        self.xlsx = _button("导出 Excel…", lambda: self.export_wanted.emit("xlsx"))
        self.pdf = _button("导出 PDF…", lambda: self.export_wanted.emit("pdf"))
        self.pdf.setProperty("main", True)
        self.print.setToolTip("按A4原大打印（Ctrl+P）")
        self.pdf.setToolTip("导出与打印相同的 PDF（Ctrl+Shift+P）")
        self._lay_out()
        self.rest("")

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setContentsMargins(_EDGE, 5, _EDGE, 8)
        self._halves.setSpacing(_GAP)
        whole.addLayout(self._halves)
        pages, ways = QHBoxLayout(), QHBoxLayout()
        for widget in (self.before, self.page, self.after, self.zoom, self.upright):
            pages.addWidget(widget)
        pages.addWidget(self.state, 1)
        for widget in (self._cancel, self.print, self.xlsx, self.pdf):
            ways.addWidget(widget)
        for half, share in ((pages, 1), (ways, 0)):
            half.setSpacing(_GAP)
            self._halves.addLayout(half, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the line is too narrow for both, print and export stand under the paging."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = event.size().width() < self._needed()
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if wanted is not self._halves.direction():
            self._halves.setDirection(wanted)

    def _needed(self) -> int:
        """The width of everything in one line, 取消 too, which comes and goes."""
        paging = (self.before, self.page, self.after, self.zoom, self.upright)
        ways = (self._cancel, self.print, self.xlsx, self.pdf)
        widths = [
            min(max(each.sizeHint().width(), each.minimumWidth()), each.maximumWidth())
            for each in (*paging, *ways)
        ]
        return sum(widths) + _GAP * len(widths) + 2 * _EDGE

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return not self._bar.isHidden()

    def offer_workbook(self, known: bool, *, kept: bool) -> None:
        """Whether the paper comes as Excel; of one that went out only the very pages are kept."""
        self._workbook = known and not kept
        self.xlsx.setEnabled(self._workbook)
        why = "这种文稿没有 Excel 格式" if not known else "已报送的文稿只留存原件，没有 Excel"
        self.xlsx.setToolTip("导出 Excel 表格（Ctrl+Shift+E）" if known and not kept else why)

    def busy(self, words: str) -> None:
        """Something has begun; how much there is to do is not known yet."""
        self.state.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.show()

    def step(self, done: int, total: int) -> None:
        """So many pages of so many are done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def rest(self, words: str) -> None:
        """Nothing is being made any more."""
        self.state.setText(words)
        self._bar.hide()
        self._cancel.hide()

    def show_page(self, page: int, pages: int) -> None:
        """Which page of how many is shown; 0 of 0 for none."""
        self.page.setText(f"{page} / {pages}" if pages else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)
        self.print.setEnabled(pages > 0)
        self.upright.setEnabled(pages > 0)
        self.pdf.setEnabled(pages > 0)
        # A paper is known before its pages are there; then it may be exported at last.
        self.xlsx.setEnabled(pages > 0 and self._workbook)

    def show_zoom(self, zoom: Zoom | float) -> None:
        """How large the pages are; one between the usual sizes shows its per cent."""
        self.zoom.show_zoom(zoom)


def _button(word: str, way: Callable[[], None]) -> QPushButton:
    button = QPushButton(word)
    button.clicked.connect(lambda: way())
    return button
