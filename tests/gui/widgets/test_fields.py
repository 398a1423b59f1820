"""Fields for days and choices tell only what a person did."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.widgets.choice import Choice
from gui.widgets.days import day_written
from gui.widgets.fields import DayField, PickField, day_words

DAY = dt.date(2021, 6, 30)


@pytest.fixture
def day(qtbot: QtBot) -> DayField:
    field = DayField("完成时限")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def test_a_shown_day_is_not_told(day: DayField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(day.picked):
        day.show_day(DAY)
        day.editingFinished.emit()
    assert day.day() == DAY


def test_a_set_day_is_told_once(day: DayField, qtbot: QtBot) -> None:
    day.show_day(DAY)
    with qtbot.waitSignal(day.picked) as told:
        qtbot.keyClick(day, Qt.Key.Key_Up)
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert told.args == [day.day()]
    assert day.day() != DAY
    with qtbot.assertNotEmitted(day.picked):
        qtbot.keyClick(day, Qt.Key.Key_Return)


def test_no_day_is_words_and_delete_brings_it(day: DayField) -> None:
    assert day.day() is None
    assert day.text() == "未定"
    day.show_day(DAY)
    assert day.text() == "2021年6月30日"


def test_delete_empties_and_typing_begins_nearby(day: DayField, qtbot: QtBot) -> None:
    day.show_day(DAY)
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    assert day.day() is None
    day.near = dt.date(2021, 12, 31)
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == dt.date(2022, 12, 31)


def test_a_day_can_be_typed_after_a_click_into_it(day: DayField, qtbot: QtBot) -> None:
    day.show_day(dt.date(2021, 12, 31))
    qtbot.mouseClick(day.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.keyClick(day, Qt.Key.Key_Home)
    qtbot.keyClicks(day, "20210615")
    assert day.day() == dt.date(2021, 6, 15)


@pytest.mark.parametrize(
    "keys", ["6-30", "06/30", "2021-6-30", "2021.06.30", "21/6/30", "20210630"]
)
@pytest.mark.parametrize("before", [None, dt.date(2021, 12, 31)])
def test_a_day_is_written_as_in_a_sheet(
    day: DayField, qtbot: QtBot, keys: str, before: dt.date | None
) -> None:
    day.near = dt.date(2021, 3, 1)
    day.show_day(before)
    with qtbot.waitSignal(day.picked) as told:
        qtbot.keyClick(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(day, keys)
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert told.args == [DAY]
    assert day.text() == "2021年6月30日"


@pytest.mark.parametrize(
    "words", ["2021年6月30日", "6月30日", "2021-06-30", "\uff16\uff0f\uff13\uff10"]
)
def test_a_day_is_pasted(day: DayField, qtbot: QtBot, words: str) -> None:
    day.show_day(dt.date(2021, 12, 31))
    QGuiApplication.clipboard().setText(words)
    qtbot.keyClick(day, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert day.day() == DAY


@pytest.mark.parametrize("keys", ["2-30", "13-", "6--1", "2021-6", "6/"])
@pytest.mark.parametrize("before", [None, DAY])
def test_what_is_no_day_changes_nothing(
    day: DayField, qtbot: QtBot, keys: str, before: dt.date | None
) -> None:
    day.near = dt.date(2021, 3, 1)
    day.show_day(before)
    with qtbot.assertNotEmitted(day.picked):
        qtbot.keyClick(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(day, keys)
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.day() == before
    assert day_written("即日起", 2021) is None


def test_a_choice_by_value_not_by_identity(qtbot: QtBot) -> None:
    field = PickField("时段")
    qtbot.addWidget(field)
    field.offer([("甲", (1, 2)), ("乙", (3, 4))])
    with qtbot.assertNotEmitted(field.picked):
        field.show_value((3, 4))
    assert field.currentText() == "乙"
    field.offer([("丙", (5, 6)), ("乙", (3, 4))])
    assert field.currentText() == "乙"


def test_only_a_person_chooses(qtbot: QtBot) -> None:
    choice = Choice("承接", [("主责", 1), ("配合", 2)])
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.show_value(2)
    with qtbot.waitSignal(choice.chosen) as told:
        choice._group.button(0).click()
    assert told.args == [1]


def test_another_year_is_said_whole() -> None:
    assert day_words(DAY, 2021) == "6月30日"
    assert day_words(DAY, 2022) == "2021年6月30日"
    assert day_words(None) == ""
