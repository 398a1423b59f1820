"""Columns are switched, ordered, sized and renamed, and stay so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTableView
from pytestqt.qtbot import QtBot

from gui.dialogs.columns import ColumnsDialog
from gui.preferences import Preferences
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.widgets.columns import Columns
from gui.widgets.table import plain_table

WORDS = ("名称", "简称", "类别", "状态")


def table_of(qtbot: QtBot, words: tuple[str, ...] = WORDS) -> QTableView:
    view = plain_table("试表", RowsTableModel([Column(each, str) for each in words]), (90,) * 4)
    view.model().setParent(view)
    qtbot.addWidget(view)
    return view


def columns_of(view: QTableView, folder: Path, hidden: tuple[int, ...] = ()) -> Columns:
    made = Columns(view.horizontalHeader(), "试表", Preferences(folder / "p.json"), hidden)
    made.kept_view = view
    return made


def names(columns: Columns) -> list[str]:
    return [state.name for state in columns.states() if state.shown]


@pytest.fixture
def columns(qtbot: QtBot, tmp_path: Path) -> Columns:
    return columns_of(table_of(qtbot), tmp_path, hidden=(2,))


def test_some_columns_wait_until_they_are_wanted(columns: Columns) -> None:
    assert names(columns) == ["名称", "简称", "状态"]
    columns.switch("类别", True)
    assert names(columns) == list(WORDS)


def test_everything_is_as_it_was_left(columns: Columns, qtbot: QtBot, tmp_path: Path) -> None:
    header = columns.parent()
    header.resizeSection(1, 77)
    header.moveSection(3, 1)
    columns.rename("简称", "通称")
    columns.switch("状态", False)
    again = columns_of(table_of(qtbot), tmp_path, hidden=(2,))
    assert again.states() == columns.states()
    assert names(again) == ["名称", "通称"]
    assert again.states()[2].width == 77


def test_a_column_of_a_later_version_joins_at_the_end(
    columns: Columns, qtbot: QtBot, tmp_path: Path
) -> None:
    columns.switch("状态", False)
    later = columns_of(table_of(qtbot, (*WORDS, "新列")), tmp_path)
    assert names(later) == ["名称", "简称", "新列"]


def test_the_defaults_come_back(columns: Columns, qtbot: QtBot, tmp_path: Path) -> None:
    before = columns.states()
    columns.rename("名称", "单位")
    columns.switch("简称", False)
    columns.reset()
    assert columns.states() == before
    assert columns_of(table_of(qtbot), tmp_path, hidden=(2,)).states() == before


def test_damaged_notes_are_as_good_as_none(qtbot: QtBot, tmp_path: Path) -> None:
    Preferences(tmp_path / "p.json").keep("columns:试表", [["名称"], 3, ["简称", 1, "x", None]])
    assert names(columns_of(table_of(qtbot), tmp_path)) == list(WORDS)


def test_the_first_column_always_stays(columns: Columns) -> None:
    first = columns.menu().actions()[0]
    assert (first.text(), first.isEnabled()) == ("名称", False)


def test_the_dialog_hands_back_names_order_and_widths(columns: Columns, qtbot: QtBot) -> None:
    dialog = ColumnsDialog(columns.states(), columns.states(), "状态")
    qtbot.addWidget(dialog)
    dialog.name.setText("停用")
    dialog.name.textEdited.emit("停用")
    dialog.width_field.setValue(55)
    dialog._move(-1)
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    columns.set_states(dialog.states())
    assert [state.key for state in columns.states()] == ["名称", "简称", "状态", "类别"]
    assert columns.states()[2].name == "停用"
    assert not columns.states()[1].shown


def test_the_menu_key_over_the_rows_leads_to_copying_and_columns(columns: Columns) -> None:
    view = columns.kept_view
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
    menu = QMenu(view)
    columns.add_actions(menu, view)
    assert [action.text() for action in menu.actions()] == ["复制", "带标题复制", "表格的列…"]
