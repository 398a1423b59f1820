"""A quiet bar over the foot of the pages: what became of an export or a print, and ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from gui.widgets.flow import empty_layout
from gui.widgets.labels import Elided

_MARGIN = 12
_HEIGHT = 40
_STAYS_MS = 20_000
Ways = tuple[tuple[str, Callable[[], object]], ...]


class DoneBar(QWidget):
    """Lies over its host, so that nothing moves when it comes and goes; Esc sends it away."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._host = host
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        self._buttons: list[QPushButton] = []
        self._came_from: QWidget | None = None
        self.sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self.leave)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, ways: Ways = (), *, tip: str = "", stays: bool = False) -> None:
        """Show a sentence and ways on. stays: until a person sends it away."""
        empty_layout(self._row)
        self._buttons.clear()
        self.sentence = sentence
        label = Elided(sentence)
        label.setToolTip(tip or sentence)
        self._row.addWidget(label, 1)
        self.setAccessibleName(sentence)
        for words, way in ways:
            self._button(words, way)
        self._button("关闭", self.leave)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not stays:
            self._timer.start()

    def put(self, widget: QWidget) -> None:
        """A field before the ways on, such as a box to tick."""
        self._row.insertWidget(1, widget)

    def focus_first(self) -> None:
        """Put the cursor on the first way on."""
        field = QApplication.focusWidget()
        if field is not None and not self.isAncestorOf(field):
            self._came_from = field
        self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Go away; a cursor that stands in it goes back to where it was."""
        field, place = QApplication.focusWidget(), self._came_from
        self._came_from = None
        if field is not None and self.isAncestorOf(field):
            back = place is not None and isValid(place) and place.isVisible()
            # Not to whatever comes next in Qt's order: arrows there would choose another plan.
            (place if back else self._host).setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _button(self, words: str, way: Callable[[], object]) -> None:
        button = QPushButton(words)
        button.setProperty("link", True)
        button.clicked.connect(lambda: way())
        self._row.addWidget(button)
        self._buttons.append(button)

    def _place(self) -> None:
        width = max(0, self._host.width() - 2 * _MARGIN)
        self.setGeometry(_MARGIN, self._host.height() - _HEIGHT - _MARGIN, width, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc sends it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place at the foot of the host."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
