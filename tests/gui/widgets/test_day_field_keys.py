"""Tab in a field for a day: through its parts, and always out again."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.fields import DayField


@pytest.mark.parametrize(("day", "presses"), [(None, 1), (dt.date(2021, 6, 5), 3)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_leaves_the_field_for_the_next_one(
    qtbot: QtBot, day: dt.date | None, presses: int, key: Qt.Key
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, field, after = QLineEdit(), DayField("完成时限"), QLineEdit()
    column = QVBoxLayout(window)
    for each in (before, field, after):
        column.addWidget(each)
    field.show_day(day)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    forward = key == Qt.Key.Key_Tab
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    field.setFocus(reason)
    for _ in range(presses):
        assert QApplication.focusWidget() is field
        qtbot.keyClick(field, key)
    assert QApplication.focusWidget() is (after if forward else before)


def test_tab_leaves_a_day_that_was_written_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, after = DayField("完成时限"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(after)
    field.show_day(dt.date(2021, 12, 31))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "6-30")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert field.day() == dt.date(2021, 6, 30)
