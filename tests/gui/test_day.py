"""A whole day at the keyboard on a new ledger, with the real threads: nothing of it is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.dialogs.operator import OperatorDialog
from gui.jobs import ThreadLane
from gui.main_window import MainWindow
from gui.theme import Theme
from models.ledger import Ledger
from models.periods import Period
from models.rules import Adoption
from tests.gui.conftest import Office, open_at, show_window, type_in

KEYS = Qt.Key


@pytest.fixture
def new(plain_ledger: Path, tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "台账.luoshi"
    shutil.copy(plain_ledger, path)
    with open_at(path) as opened:
        yield opened


@pytest.fixture
def desk(new: Ledger, tmp_path: Path, theme: Theme) -> Iterator[Office]:
    """Nobody has said yet who sits here."""
    made = Office(new, tmp_path / "own", theme, "", ThreadLane)
    yield made
    made.context.papers.close()
    made.desk._lane.close()


def settle(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    """Wait until the ledger's lane has answered everything asked so far."""
    for _ in range(3):
        answered: list[object] = []
        office.desk._lane.run(lambda: None, answered.append, answered.append)
        qtbot.waitUntil(lambda answered=answered: bool(answered))
    qtbot.wait(40)


def press(qtbot: QtBot, *keys: Qt.Key, control: bool = False) -> None:
    """Press keys where the cursor is."""
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_day_by_the_keyboard(
    desk: Office, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)

    def name_oneself(dialog: OperatorDialog) -> int:
        dialog._field.setCurrentText("王芳")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(OperatorDialog, "exec", name_oneself)
    window = show_window(qtbot, desk)
    settle(window, desk, qtbot)
    tree, detail = window.tasks.tree, window.tasks.detail

    # Take on the first two tasks, by one key; the operator is asked on the way.
    tree.setFocus()
    window.tasks.show_task(desk.task("1").id)
    qtbot.keyClick(tree, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(tree, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, KEYS.Key_1)
    qtbot.waitUntil(lambda: desk.task("1").role is Adoption.OWN)
    settle(window, desk, qtbot)
    assert desk.task("2").role is Adoption.OWN

    # Into the task: tick, go on to its person, write it, leave.
    window.tasks.show_task(desk.task("1").id)
    settle(window, desk, qtbot)
    press(qtbot, KEYS.Key_Return)
    press(qtbot, KEYS.Key_Space)
    qtbot.waitUntil(lambda: desk.measure("1.1").ticked)
    detail.head.person.setFocus()
    type_in(detail.head.person, "李强")
    press(qtbot, KEYS.Key_Tab)
    qtbot.waitUntil(lambda: desk.task("1").person == "李强")

    # A note, a file, the report of the half-year.
    detail.show_tab("records")
    detail.records.note.setFocus()
    type_in(detail.records.note, "与省局对接规划")
    press(qtbot, KEYS.Key_Return, control=True)
    qtbot.waitUntil(lambda: len(desk.detail("1").notes) == 1)
    file = tmp_path / "会议纪要.txt"
    file.write_text("纪要", encoding="utf-8")
    detail.records.attach([file])
    qtbot.waitUntil(lambda: len(desk.detail("1").evidence) == 1)
    desk.context.session.show_period(Period.parse("2021-H1"))
    detail.show_tab("progress")
    settle(window, desk, qtbot)
    detail.progress.fields["text"].setFocus()
    type_in(detail.progress.fields["text"], "完成规划评估初稿")
    press(qtbot, KEYS.Key_Tab)
    qtbot.waitUntil(lambda: desk.task("1").filled)

    # The paper of it, into a file.
    target = tmp_path / "报告.pdf"
    monkeypatch.setattr("gui.pages.report.export.ask_save", lambda *_: target)
    window.show_page("report")
    page = window.stack.page("report")
    qtbot.waitUntil(lambda: page._shown is not None and not page.foot.is_busy, timeout=20_000)
    page.foot.pdf.click()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF")

    # One step too many, taken back from another page.
    window.show_page("tasks")
    press(qtbot, KEYS.Key_Space)
    settle(window, desk, qtbot)
    ticked = desk.task("1").ticked_measures
    assert ticked > 1
    window.menus.undo.trigger()
    qtbot.waitUntil(lambda: desk.task("1").ticked_measures == 1)
    settle(window, desk, qtbot)

    # Go home with a text half written; it is all there tomorrow.
    detail.head.local.setFocus()
    type_in(detail.head.local, "编制市级规划")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    desk.context.papers.close()
    desk.desk.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with open_at(tmp_path / "台账.luoshi") as again:
        tomorrow = Office(again, tmp_path / "own", desk.context.theme, "王芳")
        task = tomorrow.task("1")
        assert (task.local_text, task.person, task.ticked_measures) == ("编制市级规划", "李强", 1)
        assert (task.notes, task.evidence, task.filled) == (1, 1, True)
        assert tomorrow.measure("1.1").ticked_by == "王芳"
    assert {each.suffix for each in tmp_path.glob("*台账*")} == {".luoshi"}
