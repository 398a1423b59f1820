"""The 填报 table with a thousand rows: shown in an instant, and nothing stands still."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.pages.fill.sheet_view import SheetView
from gui.preferences import Preferences
from gui.tablemodels.fill_table import FillTableModel
from gui.theme import Theme
from tests.gui.tablemodels.test_fill_table import line

AIM_MS, TIMES = 100, 4
WORDS = "开展市“十三五”规划总结评估，形成评估报告初稿；征求28个部门和8个县（市、区）意见。" * 4


def test_a_thousand_rows_are_shown_in_an_instant(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    model = FillTableModel()
    view = SheetView(model, theme, Preferences(tmp_path / "window.json"))
    qtbot.addWidget(view)
    view.resize(1280, 560)
    with qtbot.waitExposed(view):
        view.show()
    rows = [line(number, f"{number}{WORDS}", percent=40.0) for number in range(1, 1001)]
    spent = []
    for _ in range(3):
        model.set_lines(())
        QApplication.processEvents()
        start = time.perf_counter()
        model.set_lines(rows)
        QApplication.processEvents()
        spent.append((time.perf_counter() - start) * 1000)
    assert model.rowCount() == 1000
    assert view.rowHeight(999) > view.fontMetrics().height() * 3
    assert min(spent) < AIM_MS * TIMES, spent
