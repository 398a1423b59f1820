"""The list of hits under the search field; a hit leads to its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.context import Context
from gui.frame.header import SearchField
from gui.tablemodels.hits import HIT_ROLE, HitDelegate, HitsModel
from gui.widgets.copying import make_copyable
from models import queries
from models.hits import SearchHit

_WAIT_MS = 120
_WIDE = 640
_MOST_ROWS = 12


class SearchList(QListView):
    """`chosen(SearchHit)`."""

    chosen = Signal(SearchHit)

    def __init__(self, context: Context, field: SearchField, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._field = field
        self._hits = HitsModel(self)
        self.setModel(self._hits)
        self.setItemDelegate(HitDelegate(context.theme, self))
        self.setAccessibleName("搜索结果")
        self.setObjectName("hits")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        make_copyable(self)
        self.hide()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._search)
        field.textChanged.connect(self._emptied)
        field.down.connect(self._enter)
        field.left.connect(self.hide)
        field.installEventFilter(self)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def ask(self, words: str) -> None:
        """Search for what stands in the field, a moment after the last stroke."""
        if words.strip():
            self._wait.start()

    def _emptied(self, text: str) -> None:
        if not text.strip():
            self._wait.stop()
            self.hide()

    def _search(self) -> None:
        words, plan = self._field.text().strip(), self._context.session.plan_id
        if not words or plan is None:
            return

        def found(hits: tuple[SearchHit, ...]) -> None:
            if words == self._field.text().strip():
                self._show(hits)

        self._context.desk.ask(queries.search, plan, words, done=found, owner=self)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        self._hits.set_hits(hits)
        at = self._field.mapTo(self.window(), QPoint(0, self._field.height() + 4))
        width = min(_WIDE, self.window().width() - 32)
        below = (self.window().height() - at.y() - 16) // HitDelegate.ROW
        rows = max(1, min(_MOST_ROWS, below, self._hits.rowCount()))
        self.setGeometry(
            at.x() + self._field.width() - width, at.y(), width, rows * HitDelegate.ROW + 4
        )
        self.raise_()
        self.show()

    def _enter(self) -> None:
        if self.isVisible() and self._hits.rowCount():
            self.setFocus()
            self.setCurrentIndex(self._hits.index(0))
        elif self._field.text().strip():
            self._search()

    def _choose(self) -> None:
        hit = self.currentIndex().data(HIT_ROLE)
        if isinstance(hit, SearchHit):
            self.hide()
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the field, Enter leads to the hit."""
        if event.key() == Qt.Key.Key_Escape:
            # First the cursor: hiding what has it would give it to the next widget.
            self._field.setFocus()
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self._field.setFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list closes when the search is left for something else."""
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._close_if_left)
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As `eventFilter`, from the list's side."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._close_if_left)

    def _close_if_left(self) -> None:
        if not (self.hasFocus() or self._field.hasFocus()):
            self.hide()

    def sizeHint(self) -> QSize:
        """Set by `_show`."""
        return QSize(_WIDE, 200)
