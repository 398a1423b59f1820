"""Tree and detail: side by side, or one above the other where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 1200  # logical pixels of the window, below which the detail stands under the tree
_DETAIL, _SLIM_DETAIL, _ROOMY = 488, 424, 1280
_TREE_SHARE = 0.45


class Sides(QSplitter):
    """Two widgets; the widths that a person gave them come back after a narrow while.

    turned(stacked): the detail has gone under the tree, or back beside it.
    """

    turned = Signal(bool)

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._widths: list[int] = []
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self._stretch()
        self.splitterMoved.connect(lambda *_: self._remember())

    def _stretch(self) -> None:
        # A wider window gives the tree more; the detail keeps its width.
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)

    @property
    def stacked(self) -> bool:
        """Whether the detail stands under the tree."""
        return self.orientation() is Qt.Orientation.Vertical

    def put_right(self, widget: QWidget) -> None:
        """Put another widget in the detail's place, as large as the one that was there."""
        sizes = self.sizes()
        old = self.replaceWidget(1, widget)
        if old is not None:
            old.deleteLater()
        if sum(sizes) > 0:
            self.setSizes(sizes)
        self._stretch()

    def widths(self) -> list[int]:
        """How wide both were left."""
        return list(self._widths)

    def set_widths(self, widths: list[int]) -> None:
        """As they were left."""
        if len(widths) == 2 and min(widths) > 0:
            self._widths = list(widths)
            if not self.stacked:
                self.setSizes(widths)

    def _remember(self) -> None:
        if not self.stacked:
            self._widths = self.sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn when the window gets too narrow, and back."""
        first = event.oldSize().width() <= 0
        stacked = self.window().width() < NARROW
        if stacked != self.stacked:
            self.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
            first = True
            self.turned.emit(stacked)
        super().resizeEvent(event)
        if first:
            self._divide()
            # Once more when what was turned has been laid out and needs less height.
            QTimer.singleShot(0, self, self._divide)

    def _divide(self) -> None:
        if self.stacked:
            tree = round(self.height() * _TREE_SHARE)
            self.setSizes([tree, self.height() - tree])
        elif self._widths:
            self.setSizes(self._widths)
        else:
            detail = _DETAIL if self.window().width() >= _ROOMY else _SLIM_DETAIL
            self.setSizes([self.width() - detail, detail])
