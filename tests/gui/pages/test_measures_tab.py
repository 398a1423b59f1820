"""举措 by keyboard, and what a local task carries out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gui.dialogs.labels import labels_in
from gui.dialogs.measures import MergeDialog
from gui.main_window import MainWindow
from gui.operations import adoption, measures
from gui.pages.tasks.detail import DetailPane
from gui.pages.tasks.measure_card import MeasureCard
from models.rules import Adoption
from models.text import proper
from tests.gui.conftest import Office, type_in

Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def detail(window: MainWindow, office: Office) -> DetailPane:
    return at(window, office, "4")


def at(window: MainWindow, office: Office, label: str) -> DetailPane:
    window.tasks.show_task(office.task(label).id)
    window.tasks._ask_detail()
    return window.tasks.detail


def card(detail: DetailPane, place: int) -> MeasureCard:
    return detail.measures._cards[place]


def words(detail: DetailPane, place: int) -> dict[str, bool]:
    """The menu of a card, and what of it can be chosen."""
    card(detail, place)._fill_menu()
    actions = card(detail, place).menu_button.menu().actions()
    return {action.text().partition("\t")[0]: action.isEnabled() for action in actions}


def test_f2_rewords_a_measure(detail: DetailPane, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(card(detail, 1).box, Qt.Key.Key_F2)
    field = card(detail, 1).local
    assert QApplication.focusWidget() is field
    assert field.accessibleName() == "本市举措"
    field.selectAll()
    type_in(field, "研究提出修改意见。")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.measure("4.2").local_text == "研究提出修改意见。"


def test_a_double_click_does_too(detail: DetailPane, qtbot: QtBot) -> None:
    qtbot.mouseDClick(card(detail, 0).wording, Qt.MouseButton.LeftButton)
    assert card(detail, 0).local.isVisible()


def test_alt_and_arrows_move(detail: DetailPane, office: Office, qtbot: QtBot) -> None:
    first = office.measure("4.1").id
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(card(detail, 0).box, Qt.Key.Key_Down, alt)
    assert office.measure("4.2").id == first
    # Beyond the end nothing happens, and nothing is said.
    window_card = next(each for each in detail.measures._cards if each.row_id() == first)
    qtbot.keyClick(window_card.box, Qt.Key.Key_Down, alt)
    assert office.measure("4.2").id == first
    assert office.told.refused == []


def test_delete_takes_out_an_own_measure_only(
    detail: DetailPane, office: Office, qtbot: QtBot
) -> None:
    office.desk.run(measures.add(office.task("4").id, "组织集中学习"))
    assert office.measure("4.3").text == ""
    qtbot.keyClick(card(detail, 2).box, Qt.Key.Key_Delete)
    assert len(office.detail("4").measures) == 2
    qtbot.keyClick(card(detail, 0).box, Qt.Key.Key_Delete)
    assert len(office.detail("4").measures) == 2
    office.desk.undo()
    assert len(office.detail("4").measures) == 3


def test_the_ends_offer_no_way_beyond(detail: DetailPane) -> None:
    first, last = words(detail, 0), words(detail, 1)
    assert (first["上移"], first["下移"], first["合并…"]) == (False, True, True)
    assert (last["上移"], last["下移"], last["合并…"]) == (True, False, True)


def test_several_measures_apart_from_each_other_become_one_and_undo_parts_them(
    detail: DetailPane, office: Office, answer: Answer, qtbot: QtBot
) -> None:
    for words in ("甲。", "乙。"):
        office.desk.run(measures.add(office.task("4").id, words))
    before = [row.wording for row in office.detail("4").measures]

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        chosen = dialog.list
        assert len(dialog.chosen()) == 2, "the one below is proposed"
        chosen.item(2).setCheckState(Qt.CheckState.Unchecked)
        assert not dialog.ok.isEnabled()
        chosen.item(3).setCheckState(Qt.CheckState.Checked)
        chosen.item(0).setCheckState(Qt.CheckState.Checked)
        assert dialog.wording.toPlainText().endswith("乙。")
        dialog.wording.setPlainText("一并办理。")

    answer(choose)
    qtbot.keyClick(card(detail, 1).box, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert [row.wording for row in office.detail("4").measures] == ["一并办理。", "甲。"]
    assert office.told.changes[-1] == "合并 4.1等3条"
    office.desk.undo()
    assert [row.wording for row in office.detail("4").measures] == before


def test_a_measure_of_another_role_cannot_be_chosen_for_a_merge(office: Office) -> None:
    other = {Adoption.OWN: Adoption.ASSIST, Adoption.ASSIST: Adoption.OWN}[office.task("4").role]
    office.desk.run(adoption.adopt_measure(office.measure("4.2").id, other))
    rows = office.detail("4").measures
    dialog = MergeDialog(rows[0], rows)
    assert dialog.chosen() == (rows[0].id,)
    assert "承接不同" in dialog.list.item(1).text()
    assert not dialog.list.item(1).flags() & Qt.ItemFlag.ItemIsEnabled
    assert not dialog.ok.isEnabled()
    assert (dialog.wording.toPlainText(), dialog.words()) == (proper(rows[0].wording), "")


def test_a_local_task_says_what_it_carries_out(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    detail = at(window, office, "增1")
    field = detail.head.carried
    assert field.isVisible()
    assert not detail.head.role.isVisible()
    field.setText("4，16")
    field.leave()
    ids = tuple(office.task(label).id for label in ("4", "16"))
    assert office.task("增1").carries_out == ids
    field.setText("4、99")
    field.leave()
    assert "没有第99项任务" in office.told.refused[0]
    assert office.task("增1").carries_out == ids


def test_an_issued_task_shows_which_local_task_carries_it_out(
    window: MainWindow, office: Office
) -> None:
    carried = office.task("增1").carries_out
    tree = office.context.session.tree
    label = next(task.label for task in tree.tasks if task.id in carried)
    detail = at(window, office, label)
    assert not detail.head.carried.isVisible()
    assert "增1" in detail.head.units.text()


def test_numbers_are_read_as_people_write_them() -> None:
    assert labels_in("4、16，增1 ; 7") == ["4", "16", "增1", "7"]
    assert labels_in(" ") == []
