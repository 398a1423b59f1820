"""A window in a process of its own that types and never saves; its parent kills it.

Arguments: the ledger, the user's folder, and where to type: field or cell.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from gui.constants import hold

hold()

from PySide6.QtGui import QInputMethodEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.frame.typing import TypingKeeper  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.start import Start  # noqa: E402
from gui.theme import Theme  # noqa: E402
from models.ledger import Ledger  # noqa: E402
from models.periods import Period  # noqa: E402
from tests.gui.conftest import DAY, Office  # noqa: E402


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
    if where == "cell":
        window.show_address(f"fill/表格?task={office.task('4').id}")
        view = window.stack.current.table.view  # type: ignore[union-attr]
        view.edit(view.currentIndex())
        field = view.editor
    else:
        window.go_to(office.task("4").id, "progress")
        window.tasks.complete()
        window.tasks._ask_detail()
        window.tasks.detail.show_tab("progress")
        field = window.tasks.detail.progress.fields["text"]
        field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("写到一半就停电了")
    QApplication.sendEvent(field, event)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
