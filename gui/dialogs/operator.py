"""Who sits at the keyboard: chosen from the people of the office, or typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from gui.context import Context
from gui.dialogs.form import FormDialog
from models import queries
from models.rows import PersonRow


class OperatorDialog(FormDialog):
    """`name()` after it was accepted."""

    def __init__(
        self, people: Sequence[PersonRow], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("当前操作人", "改动会记下是谁做的。请选择或填写现在使用电脑的人。", parent)
        self._field = QComboBox()
        line = QLineEdit()
        line.setPlaceholderText("可从人员中选择，也可直接填写")
        self._field.setLineEdit(line)
        for person in people:
            self._field.addItem(person.name)
        self._field.setCurrentText(current)
        self._field.editTextChanged.connect(self.check)
        self.add_row("姓名", self._field)
        self._field.setFocus()
        line.selectAll()
        self.check()

    def complete(self) -> bool:
        """A name is needed."""
        return bool(self.name())

    def name(self) -> str:
        """The name as typed or chosen."""
        return " ".join(self._field.currentText().split())


def ask_operator(context: Context, parent: QWidget, done: Callable[[bool], None]) -> None:
    """Ask, and let the waiting changes go on or tell their fields that they do not.

    done: told afterwards whether somebody was named.
    """

    def show(people: tuple[PersonRow, ...]) -> None:
        dialog = OperatorDialog(people, context.desk.operator, parent)
        named = dialog.exec() == QDialog.DialogCode.Accepted
        if named:
            context.desk.set_operator(dialog.name())
        else:
            context.desk.drop_waiting()
        done(named)

    context.desk.ask(queries.people, True, done=show, owner=parent)
