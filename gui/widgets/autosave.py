"""Fields that save themselves when they are left, and never lose what was typed.

A field is shown a value for a key (which task, which note). Leaving the field, Enter in a line or
Ctrl+Enter in a text hands the new text to `save`, with the key it was typed for. Showing a value
never saves, and never overwrites what is being typed for the same key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.widgets.attached import files_in, pastes_attachment

# Called with whether the text was kept; answers whether the field still holds it.
Heard = Callable[[bool], bool]
Save = Callable[[Hashable, str, Heard], None]
_REFUSED = "这里的文字还没有保存"
# An unbroken run of more characters is broken anywhere.
_LONG = 20_000
# Edge, padding and the document's own margin, above and below.
_EDGE = 4
_FRAME = 18
# To Python the shared part is no widget; Qt's own class comes after it.
_Field = QWidget if TYPE_CHECKING else object


class Draft:
    """What stands in the ledger, what is typed, and whether the two differ."""

    def __init__(self, save: Save, mark: Callable[[bool], object] = lambda _: None) -> None:
        self.save = save
        self._mark = mark
        self.refused = False
        self.key: Hashable = None
        self.base = ""
        self.sent: str | None = None

    def may_show(self, key: Hashable, typed: str) -> bool:
        """Whether a value for `key` may replace what stands in the field."""
        return key != self.key or typed == self.base or typed == self.sent

    def shown(self, key: Hashable, value: str) -> None:
        """The field shows the ledger's value now."""
        self.key, self.base, self.sent = key, value, None
        self.refuse(False)

    def leave(self, typed: str, *, for_good: bool = False) -> None:
        """Send what differs from the ledger, once.

        for_good: the field goes on to another key at once and cannot hold the text any more.
        """
        if typed == self.base:
            self.refuse(False)
        if self.key is None or typed in (self.base, self.sent):
            return
        key = self.key
        self.sent = typed
        if for_good:
            self.key = None

        def heard(kept: bool) -> bool:
            if key != self.key:
                return False
            if self.sent == typed:
                self.base = typed if kept else self.base
                self.sent = None
                self.refuse(not kept)
            return True

        self.save(key, typed, heard)

    def refuse(self, refused: bool) -> None:
        """What stands in the field could not be saved, or is no longer waiting."""
        if refused != self.refused:
            self.refused = refused
            self._mark(refused)


class Saving(_Field):
    """What both kinds of field do; written before Qt's class, which says how it holds its text."""

    def begin(
        self, name: str, save: Save, typed: Callable[[], str], put: Callable[[str], object]
    ) -> None:
        """typed: reads what stands in the field; put: lets other words stand there."""
        self.setAccessibleName(name)
        self._draft = Draft(save, self._show_refused)
        self._read_text, self._write_text = typed, put
        self._composing = False

    @property
    def dirty(self) -> bool:
        """Whether something is typed that the ledger does not have."""
        return self._read_text() != self._draft.base

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost if the field went now."""
        return self._draft.key is not None and self.dirty

    @property
    def key(self) -> Hashable:
        """What the text in the field is about."""
        return self._draft.key

    def put_back(self, words: str) -> None:
        """Go on with words that were typed before: they are saved as if typed now."""
        self._write_text(words)
        self.setFocus()

    def show_value(self, key: Hashable, value: str) -> None:
        """Show the ledger's value, unless something else is being typed for the same key."""
        if key != self._draft.key:
            self._draft.leave(self._read_text(), for_good=True)
        elif self._composing or not self._draft.may_show(key, self._read_text()):
            return
        self._draft.shown(key, value)
        if self._read_text() != value:
            self._write_text(value)

    def leave(self) -> None:
        """Save what was typed."""
        self._draft.leave(self._read_text())

    def restore(self) -> None:
        """Put the ledger's text back."""
        self._write_text(self._draft.base)
        self._draft.refuse(False)

    @property
    def refused(self) -> bool:
        """Whether what is typed was to be saved and could not be."""
        return self._draft.refused

    def _show_refused(self, refused: bool) -> None:
        """A thick edge, and words for who points at it or hears it."""
        self.setProperty("refused", refused)
        self.setAccessibleDescription(_REFUSED if refused else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing is typed here."""
        if _undoes_elsewhere(event, self.dirty):
            event.ignore()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know while an input method is composing: a refresh must not cut it off."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the ledger's text back; a pasted file or picture is not for a field."""
        if event.key() == Qt.Key.Key_Escape and self.dirty:
            self.restore()
        elif pastes_attachment(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files go on to what lies behind the field."""
        if files_in(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves; a menu over the field is not leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.leave()


class SavingLine(Saving, QLineEdit):
    """One line that saves itself."""

    def __init__(self, name: str, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin(name, save, self.text, self._write_line)
        self.returnPressed.connect(self.leave)

    def _write_line(self, value: str) -> None:
        self.setText(value)
        self.setCursorPosition(0)


class SavingText(Saving, QPlainTextEdit):
    """Several lines that save themselves; grows with its text between two heights."""

    def __init__(
        self, name: str, save: Save, rows: tuple[int, int] = (2, 6), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.begin(name, save, self.toPlainText, self.setPlainText)
        self.setTabChangesFocus(True)
        self._rows = rows
        # Outside the text, not in it: a long one then ends with a whole line.
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves without leaving."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop; what has no place to break a line is broken anywhere."""
        wrap_long(self, source.text())
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Words beside a bar are laid out again.

        It came while Qt told the field its first size, and Qt forgets what changes meanwhile.
        """
        super().showEvent(event)
        if self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def _fit(self) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        # A plain text document measures its height in lines.
        wanted = round(self.document().size().height())
        lines = max(self._rows[0], min(self._rows[1], wanted))
        self.setFixedHeight(ceil(lines * line) + _FRAME)
        # Not as needed: while the field grows, a bar would come for a moment.
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if wanted > self._rows[1] else bar.ScrollBarAlwaysOff
        )


def wrap_long(field: QPlainTextEdit, words: str) -> None:
    """Let a field break lines anywhere where words without a blank would take it seconds to wrap."""
    if any(len(word) > _LONG for word in words.split()):
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)


def _undoes_elsewhere(event: QEvent, dirty: bool) -> bool:
    if dirty or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
