"""Where the keyboard is can be seen, also on a button that is pressed in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, style_sheet


def test_a_chosen_button_shows_the_cursor_and_keeps_its_size(qtbot: QtBot) -> None:
    ground = QWidget()
    ground.setStyleSheet(style_sheet(LIGHT))
    row = QHBoxLayout(ground)
    button, other = QPushButton("主责"), QPushButton("配合")
    for each in (button, other):
        each.setCheckable(True)
        row.addWidget(each)
    button.setChecked(True)
    qtbot.addWidget(ground)
    ground.show()
    ground.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    size = button.sizeHint()
    seen = [_edge(button)]
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    seen.append(_edge(button))
    assert seen == [QColor(LIGHT.accent), QColor(LIGHT.focus)]
    assert button.sizeHint() == size


def _edge(button: QPushButton) -> QColor:
    return button.grab().toImage().pixelColor(button.width() // 2, 0)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_ticked_box_shows_the_cursor(kind: type[QCheckBox], qtbot: QtBot) -> None:
    ground = QWidget()
    ground.setStyleSheet(style_sheet(LIGHT))
    row = QHBoxLayout(ground)
    box, other = kind("只看未填报"), QPushButton("别处")
    box.setChecked(True)
    row.addWidget(box)
    row.addWidget(other)
    qtbot.addWidget(ground)
    ground.show()
    ground.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = box.grab().toImage()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert box.grab().toImage() != before
