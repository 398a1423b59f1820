"""The plain shape of a small dialog: rows of a word and a field, 确定 and 取消."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.labels import muted, plain


class FormDialog(QDialog):
    """Subclasses add rows and hand back a draft; 确定 wakes when `complete` says so."""

    def __init__(self, title: str, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self._began: dict[QWidget, str] = {}
        self._fitted = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        if intro:
            column.addWidget(plain(intro, wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.buttons = QDialogButtonBox()
        self.ok = QPushButton("确定")
        self.ok.setProperty("main", True)
        self.buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = QPushButton("取消")
        # Enter must never mean 取消, also while 确定 still rests.
        cancel.setAutoDefault(False)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        # Only now it knows its dialog; another button among the fields would take Enter.
        self.ok.setDefault(True)
        QShortcut(QKeySequence("F1"), self, self.show_manual)

    def show_manual(self) -> None:
        """F1: what the handbook says of this dialog."""
        from gui.manual.window import open_over
        from gui.pages.page import Page

        above = self.parentWidget()
        while above is not None and not isinstance(above, Page):
            above = above.parentWidget()
        open_over(self, above.name if isinstance(above, Page) else "")

    def add_row(self, word: str, field: QWidget) -> None:
        """One word and its field."""
        row = self._grid.rowCount()
        label = muted(word)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(word)
        top = isinstance(field, QAbstractScrollArea)
        align = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, align)
        self._grid.addWidget(field, row, 1)

    def add_wide(self, field: QWidget) -> None:
        """A table or a list that needs no word before it."""
        self._grid.addWidget(field, self._grid.rowCount(), 0, 1, 2)

    def add_line(self, word: str, value: str = "") -> QLineEdit:
        """A field of one line."""
        field = QLineEdit(value)
        field.textChanged.connect(self.check)
        self.add_row(word, field)
        return field

    def add_text(self, word: str, value: str = "", rows: int = 3) -> QPlainTextEdit:
        """A field of several lines."""
        field = QPlainTextEdit(value)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + 16)
        field.textChanged.connect(self.check)
        self.add_row(word, field)
        return field

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins in the first field, not on a button."""
        super().showEvent(event)
        self._began = {field: _words(field) for field in self._texts()}
        self._fit()
        first = self._grid.itemAtPosition(1, 1) or self._grid.itemAtPosition(0, 1)
        if first is not None and first.widget() is not None:
            first.widget().setFocus(Qt.FocusReason.TabFocusReason)

    def typed(self) -> str:
        """What somebody typed here, a field a line: it must not go when it cannot be saved."""
        texts = ((field, _words(field)) for field in self._texts())
        return "\n".join(words for field, words in texts if words != self._began.get(field, ""))

    def _texts(self) -> list[QLineEdit | QPlainTextEdit]:
        found = (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit))
        own = [each for each in found if not isinstance(each.parentWidget(), QAbstractSpinBox)]
        return [each for each in own if not each.isReadOnly()]

    def _fit(self) -> None:
        """As high as it needs: Qt supposes a narrower intro of more lines."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth() and not self._fitted:
            self._fitted = True
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def complete(self) -> bool:
        """Whether 确定 makes sense yet; subclasses say."""
        return True

    def check(self) -> None:
        """Wake or rest 确定."""
        self.ok.setEnabled(self.complete())


def _words(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
