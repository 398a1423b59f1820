"""Ctrl+C gives Excel a table."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from gui.pages.overview.line_list import LineList
from gui.preferences import Preferences
from gui.tablemodels.overview_lists import Line
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.theme import Theme
from gui.widgets.columns import Columns
from gui.widgets.copying import as_html, as_tsv, copy_rows, make_copyable
from gui.widgets.table import plain_table

ROWS = (("4.10", "调研\n起草", "=1+1"), ("2", '含"引号"\t和制表', "-"))


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    columns = tuple(
        Column(word, lambda row, place=place: row[place])
        for place, word in enumerate(("序号", "内容", "备注"))
    )
    view = plain_table("试表", RowsTableModel(columns), (80, 200, 80))
    view.model().setParent(view)
    view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
    qtbot.addWidget(view)
    view.model().set_rows(ROWS)
    make_copyable(view)
    return view


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_ctrl_c_copies_the_selected_rows(table: QTableView, qtbot: QtBot) -> None:
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == '4.10\t"调研\n起草"\t=1+1'
    assert "<td" in QGuiApplication.clipboard().mimeData().html()


def test_with_shift_the_headings_come_too(table: QTableView, qtbot: QtBot) -> None:
    table.selectAll()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_C, both)
    assert clipboard().splitlines()[0] == "序号\t内容\t备注"


def test_columns_are_copied_as_they_are_shown(table: QTableView, tmp_path: Path) -> None:
    columns = Columns(table.horizontalHeader(), "试表", Preferences(tmp_path / "p.json"))
    columns.switch("内容", False)
    table.selectRow(1)
    assert copy_rows(table)
    assert clipboard() == "2\t-"


def test_nothing_selected_copies_nothing(table: QTableView) -> None:
    QGuiApplication.clipboard().setText("以前的")
    table.model().set_rows(())
    assert not copy_rows(table)
    assert clipboard() == "以前的"


def test_single_cells_are_copied_as_a_block(table: QTableView) -> None:
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
    model = table.model()
    choose = table.selectionModel().SelectionFlag.Select
    for row, column in ((0, 0), (1, 2)):
        table.selectionModel().select(model.index(row, column), choose)
    assert copy_rows(table)
    assert clipboard() == "4.10\t\n\t-"


cells = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\t\n"'))


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1))
def test_every_text_comes_back_from_the_tabs(rows: list[list[str]]) -> None:
    read = csv.reader(io.StringIO(as_tsv(rows), newline=""), delimiter="\t")
    assert list(read) == rows


def test_marks_of_html_stay_words() -> None:
    assert "&lt;b&gt;" in as_html([["<b>"]])
    assert "<td>75</td>" in as_html([[75]])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_numbers_of_measures_and_signs_as_text(tmp_path: Path) -> None:
    page = tmp_path / "表.html"
    page.write_text(as_html([("4.10", "关于…的通知", "=1+1"), (2, "<b>", "-")]), encoding="utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/own", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--infilter=calc_HTML_WebQuery", "--outdir", tmp_path, page],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    import openpyxl

    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["4.10", "关于…的通知", "=1+1"],
        [2, "<b>", "-"],
    ]


def test_a_program_that_copied_rows_ends_well() -> None:
    script = """
from gui.constants import hold
hold()
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from gui.widgets.copying import table_data
application = QApplication([])
application.clipboard().setMimeData(table_data([["4.10", "甲"]]))
assert application.clipboard().text() == "4.10\\t甲"
assert application.clipboard().mimeData().formats() == ["text/plain", "text/html"]
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_lines_of_the_overview_are_copied_with_what_stands_beside_them(
    qtbot: QtBot, theme: Theme
) -> None:
    lines = LineList("时限", theme)
    qtbot.addWidget(lines)
    rows = [
        Line("9 专利导航", "促进科", "6月30日", "", None),
        Line("13 双提升", "", "7月1日", "", None),
    ]
    lines.lines.set_rows(rows, lambda row: row)
    lines.selectAll()
    assert copy_rows(lines)
    told = QGuiApplication.clipboard().text()
    assert told == "9 专利导航\t促进科\t6月30日\n13 双提升\t\t7月1日"
