"""A window in a process of its own that types and never saves; its parent kills it.

Arguments: the ledger, the user's folder, and where to type: one of `PLACES`.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from gui.constants import hold

hold()

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QGuiApplication, QInputMethodEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget  # noqa: E402

from gui.frame.typing import TypingKeeper  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.start import Start  # noqa: E402
from gui.theme import Theme  # noqa: E402
from gui.widgets.autosave import SavingLine  # noqa: E402
from models.ledger import Ledger  # noqa: E402
from models.periods import Period  # noqa: E402
from models.rules import Adoption  # noqa: E402
from tests.gui.conftest import DAY, Office  # noqa: E402

WORDS = "写到一半就停电了"
PLAN = "示例市2022年知识产权工作要点\n一、强化保护\n1.编制规划。\n2.建立机制。\n"


def field_of_task(window: MainWindow, office: Office) -> QWidget:
    return task_tab(window, office, "progress").progress.fields["text"]


def note_of_task(window: MainWindow, office: Office) -> QWidget:
    return task_tab(window, office, "records").records.note


def task_tab(window: MainWindow, office: Office, tab: str):  # noqa: ANN201 (the detail)
    window.go_to(office.task("4").id, tab)
    window.tasks.complete()
    window.tasks._ask_detail()
    window.tasks.detail.show_tab(tab)
    return window.tasks.detail


def cell_of_table(window: MainWindow, office: Office) -> QWidget:
    window.show_address(f"fill/表格?task={office.task('4').id}")
    view = window.stack.current.table.view  # type: ignore[union-attr]
    view.edit(view.currentIndex())
    return view.editor


def passage_of_report(window: MainWindow, office: Office) -> QWidget:
    office.context.session.show_period(Period.parse("2021-H1"))
    window.show_address("report/progress")
    page = window.stack.current
    page.edit_passage("1")
    return page.text.editor.text


def setting(window: MainWindow, office: Office) -> QWidget:
    window.show_address("settings/本单位")
    return named(window.stack.current, "联系电话")


def line_of_draft(window: MainWindow, office: Office) -> QWidget:
    path = office.desk.ledger.path.with_name("要点.txt")
    path.write_text(PLAN, encoding="utf-8")
    window.intake.read_file(path)
    preview = window.intake.preview
    preview.tree.go_to(next(e.id for e in preview.editor.outline.entries if e.is_task))
    return preview.line.words


def reason_asked(window: MainWindow, office: Office) -> None:
    """A dialog; its field is typed in from within its own loop."""
    window.tasks.complete()
    QTimer.singleShot(200, lambda: type_into(QApplication.focusWidget()))
    window.tasks._actions.adopt(Adoption.NONE, [office.task("4")])


def pasted_block(window: MainWindow, office: Office) -> None:
    """A block from a chat that is being looked at; nothing is typed."""
    window.show_address("fill/表格")
    QGuiApplication.clipboard().setText(f"4 {WORDS}\n5 另一段")
    window.stack.current.paste()


def named(page: QWidget, name: str) -> QWidget:
    return next(e for e in page.findChildren(SavingLine) if e.accessibleName() == name)


def type_into(field: QWidget) -> None:
    """As an input method does, behind what stands there."""
    if isinstance(field, QLineEdit):
        field.clear()
    elif isinstance(field, QPlainTextEdit):
        field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(WORDS)
    QApplication.sendEvent(field, event)


PLACES: dict[str, Callable[[MainWindow, Office], QWidget | None]] = {
    "field": field_of_task,
    "note": note_of_task,
    "cell": cell_of_table,
    "passage": passage_of_report,
    "setting": setting,
    "draft": line_of_draft,
    "dialog": reason_asked,
    "block": pasted_block,
}


def main(path: Path, folder: Path, where: str) -> None:
    """Type, and wait for the end."""
    application = QApplication([])
    ledger = Ledger.open(path, who="张三", now=dt.datetime(2021, 6, 25, 9))
    office = Office(ledger, folder, Theme(application), "李思远")
    start = Start(path, lambda: ledger, folder, lambda _: ledger, lambda _: ledger, "", DAY)
    window = MainWindow(office.context, start)
    window.show()
    window.activateWindow()
    TypingKeeper.of(window)
    office.context.session.show_period(Period.parse("2021-08"))
    field = PLACES[where](window, office)
    if field is not None:
        field.setFocus()
        type_into(field)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
