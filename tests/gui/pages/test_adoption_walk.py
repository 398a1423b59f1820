"""逐项定承接 by three keys, on a plan that nobody has looked at yet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.operations import adoption
from gui.pages.tasks.adoption_walk import AdoptionWalk
from gui.tablemodels.task_filter import Taken, TaskFilter
from gui.theme import Theme
from models.rules import Adoption
from models.text import proper
from tests.gui.conftest import Office, open_at, show_window, type_in


@pytest.fixture
def office(plain_ledger: Path, tmp_path: Path, theme: Theme) -> Iterator[Office]:
    path = tmp_path / "台账.luoshi"
    shutil.copy(plain_ledger, path)
    with open_at(path) as ledger:
        yield Office(ledger, tmp_path / "own", theme, "李思远")


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> MainWindow:
    return show_window(qtbot, office)


@pytest.fixture
def walk(window: MainWindow) -> AdoptionWalk:
    window.show_address("tasks/承接")
    return window.tasks.walk()


def keys(qtbot: QtBot, walk: AdoptionWalk, words: str) -> None:
    for key in words:
        qtbot.keyClick(walk, key)


def test_three_keys_decide_and_go_on(walk: AdoptionWalk, office: Office, qtbot: QtBot) -> None:
    keys(qtbot, walk, "12")
    assert [office.task(label).role for label in "12"] == [Adoption.OWN, Adoption.ASSIST]
    assert walk.title.text().startswith("3. ")
    assert walk.count.text().startswith("已定 2/39")
    assert walk.bar.value() == 2


def test_not_ours_asks_for_its_reason_in_the_page(
    walk: AdoptionWalk, office: Office, qtbot: QtBot
) -> None:
    keys(qtbot, walk, "3")
    field = walk.reason.field
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert office.task("1").role is Adoption.UNDECIDED
    type_in(field, "属省级事权")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (office.task("1").role, office.task("1").reason) == (Adoption.NONE, "属省级事权")
    assert QApplication.focusWidget() is walk
    # The same reason is proposed for the next one.
    keys(qtbot, walk, "3")
    assert field.text() == "属省级事权"
    assert field.selectedText() == "属省级事权"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not walk.reason.isVisible()
    assert QApplication.focusWidget() is walk


def test_one_can_go_back_and_think_again(walk: AdoptionWalk, office: Office, qtbot: QtBot) -> None:
    keys(qtbot, walk, "11")
    qtbot.keyClick(walk, Qt.Key.Key_Left)
    assert walk.title.text().startswith("2. ")
    assert walk.said.text() == "已定：主责"
    keys(qtbot, walk, "0")
    assert office.task("2").role is Adoption.UNDECIDED
    assert walk.title.text().startswith("2. ")


def test_undo_comes_back_to_the_task(walk: AdoptionWalk, office: Office, qtbot: QtBot) -> None:
    keys(qtbot, walk, "11")
    office.desk.undo()
    assert walk.title.text().startswith("2. ")
    assert walk.count.text().startswith("已定 1/39")


def test_a_key_held_down_decides_nothing_more(
    walk: AdoptionWalk, office: Office, qtbot: QtBot
) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
    QApplication.sendEvent(walk, held)
    assert office.task("1").role is Adoption.UNDECIDED


def test_the_whole_issued_text_can_be_read(walk: AdoptionWalk, office: Office) -> None:
    assert walk.issued.text() == proper(office.task("1").text)
    assert walk.issued.height() >= walk.issued.heightForWidth(walk.issued.width())


def test_the_last_one_says_what_comes_next_and_all_can_be_looked_at_again(
    window: MainWindow, walk: AdoptionWalk, office: Office, qtbot: QtBot
) -> None:
    ids = [office.task(str(number)).id for number in range(1, 39)]
    office.desk.run(adoption.adopt(ids, Adoption.OWN))
    assert not walk.end.isVisible()
    walk.begin()
    assert walk.title.text().startswith("39. ")
    keys(qtbot, walk, "2")
    assert walk.end.isVisible()
    assert walk.end.words.text().startswith("39 项任务都已定承接，其中承接 39 项。")
    assert not walk._waiting.isEnabled()
    walk.end.first.click()
    assert walk.title.text().startswith("1. ")
    keys(qtbot, walk, "2")
    assert office.task("1").role is Adoption.ASSIST
    qtbot.keyClick(walk, Qt.Key.Key_End)
    assert walk.title.text().startswith("39. ")
    # 待定 once more: the end is no end any more.
    keys(qtbot, walk, "0")
    assert not walk.end.isVisible()
    keys(qtbot, walk, "2")
    walk.end.assign.click()
    assert window.tasks.listed
    assert window.tasks.filters.wanted() == TaskFilter(role=Taken.ADOPTED, section=0)


def test_escape_leads_back_to_the_task_in_the_list(
    walk: AdoptionWalk, window: MainWindow, qtbot: QtBot
) -> None:
    assert str(window.tasks.address()) == "tasks/%E6%89%BF%E6%8E%A5"
    keys(qtbot, walk, "111")
    qtbot.keyClick(walk, Qt.Key.Key_Escape)
    assert window.tasks.current.label == "4"
    assert QApplication.focusWidget() is window.tasks.tree
