"""One field that somebody types in: what stands there and nowhere else, and what people call it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from gui.dialogs.form import FormDialog
from gui.widgets.autosave import SavingLine, SavingText
from gui.widgets.cell_editor import CellEditor

# Set on a plain field of a page whose words count as typed while the cursor is in it.
KEEP_TYPED = "keepTyped"
_OWN = (SavingLine, SavingText, CellEditor)


class TypedField:
    """A field from the moment the cursor came into it.

    Fields that save themselves know what is not saved. A dialog's fields hold theirs until it
    closes, and a marked field of a page as long as the cursor is in it: those can only be copied
    after a crash, not put back.
    """

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        self.field = field
        self.address = ""
        self._began = self.words

    @property
    def words(self) -> str:
        """What stands in the field."""
        line = isinstance(self.field, QLineEdit)
        return self.field.text() if line else self.field.toPlainText()

    @property
    def own_key(self) -> str | None:
        """By which the field is found again; None where it cannot be."""
        return repr(self.field.key) if isinstance(self.field, _OWN) else None

    @property
    def living(self) -> bool:
        """Whether it is still there; what has closed in a cell or a dialog is as good as gone."""
        if not isValid(self.field):
            return False
        passing = isinstance(self.field, CellEditor) or self.in_dialog
        return not passing or self.field.isVisible()

    @property
    def unsaved(self) -> bool:
        """Whether words would be lost if the program ended now."""
        if isinstance(self.field, _OWN):
            return self.field.unsaved
        here = self.in_dialog or self.field.hasFocus()
        return here and self.words != self._began

    @property
    def in_dialog(self) -> bool:
        """Whether the field stands in a dialog of the window."""
        return isinstance(self.field.window(), FormDialog)

    @property
    def name(self) -> str:
        """What people call it: 进展情况; in a dialog with the dialog's title."""
        name = self.field.accessibleName()
        return f"{self.field.window().windowTitle()}：{name}" if self.in_dialog else name


def is_typed_in(widget: QWidget | None, window: QWidget) -> bool:
    """Whether what is typed in a widget is to outlive a crash of this window."""
    if not isinstance(widget, (QLineEdit, QPlainTextEdit)) or widget.isReadOnly():
        return False
    top = widget.window()
    if isinstance(top, FormDialog):
        # A day or a number is soon said again.
        return top.parentWidget() is not None and not _of_spin_box(widget)
    return top is window and (isinstance(widget, _OWN) or bool(widget.property(KEEP_TYPED)))


def _of_spin_box(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractSpinBox)
