"""Chips side by side: rows that are full, and words of all on one line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.flow import FlowLayout


def test_lower_things_stand_in_the_middle_of_their_row(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, gap=8)
    sizes = ((60, 30), (40, 20), (80, 30))
    chips = [QLabel(ground) for _ in sizes]
    for chip, size in zip(chips, sizes, strict=True):
        chip.setFixedSize(*size)
        flow.addWidget(chip)
    ground.resize(120, 100)
    ground.show()
    assert [(chip.x(), chip.y()) for chip in chips] == [(0, 0), (68, 5), (0, 38)]
    assert flow.heightForWidth(120) == 68
    assert flow.heightForWidth(400) == 30
