"""A long text in few lines: as high as the text that stands there now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.clamped import Clamped


def test_a_shorter_text_leaves_no_empty_line(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    clamped = Clamped(3, ground)
    clamped.resize(200, 200)
    ground.show()
    clamped.show_text("一句。")
    one = clamped.label.height()
    clamped.show_text("很长的一句话，" * 20)
    assert clamped.label.height() > 2 * one
    clamped.show_text("一句。")
    assert clamped.label.height() == one
