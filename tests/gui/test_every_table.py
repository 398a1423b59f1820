"""Every table of the window has columns that a person may switch, order, size and name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.attach import AttachDialog, Target
from gui.dialogs.roster import RosterDialog
from gui.main_window import MainWindow
from gui.pages.overview.bars_view import BarsView
from gui.pages.settings.page import panel_words
from gui.tablemodels.rows_table import Column, RowsTableModel
from gui.widgets.columns import Columns
from gui.widgets.table import plain_table
from models.roster import read_people
from tests.gui.conftest import Office


def without_columns(root: QWidget) -> list[str]:
    """The tables below a widget that show headings which nobody can change."""
    views = [*root.findChildren(QTableView), *root.findChildren(QTreeView)]
    found = []
    for view in views:
        header = view.header() if isinstance(view, QTreeView) else view.horizontalHeader()
        # The bars are a drawing, though a screen reader may walk them as a table.
        drawn = isinstance(view, BarsView) or header.isHidden()
        if not drawn and header.findChild(Columns) is None:
            found.append(view.accessibleName())
    return found


@pytest.mark.parametrize(
    "place", ["overview", "tasks", "tasks/承接", "fill/表格", "report", "intake"]
)
def test_every_table_of_a_page_has_columns_to_choose(window: MainWindow, place: str) -> None:
    window.show_address(place)
    assert without_columns(window) == []


@pytest.mark.parametrize("panel", panel_words())
def test_and_every_table_of_the_settings(window: MainWindow, panel: str) -> None:
    window.show_address(f"settings/{panel}")
    assert without_columns(window) == []


def test_and_those_of_dialogs(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    kept = office.context.preferences
    attach = AttachDialog(Target(office.task("16")), [tmp_path / "甲.txt"], kept)
    roster = RosterDialog("名单", (("姓名", 90), ("科室", 0)), read_people, "王五\t法规科", kept)
    for dialog in (attach, roster):
        qtbot.addWidget(dialog)
        assert without_columns(dialog) == []


def test_a_plain_table_is_found_out(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    table = plain_table("试表", RowsTableModel([Column("名称", str)], holder), ())
    table.setParent(holder)
    assert without_columns(holder) == ["试表"]


def test_a_table_of_the_library_gets_its_own_words_back(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = AttachDialog(
        Target(office.task("16")), [tmp_path / "甲.txt"], office.context.preferences
    )
    qtbot.addWidget(dialog)
    header = dialog.table.horizontalHeader()
    columns = header.findChild(Columns)
    for name, shown in (("名字", "名字"), ("", "材料名称")):
        columns.rename("材料名称", name)
        assert columns.states()[0].name == shown
