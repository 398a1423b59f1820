"""任务 at its smallest, with very long names and in a narrow window: nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.operations import office as offices
from gui.operations import status
from gui.widgets.labels import plain
from tests.gui.conftest import Office
from tests.gui.cut_off import cut_off

TABS = ("measures", "progress", "records", "history")
LONG = "示例市知识产权保护与运用促进工作领导小组办公室（综合协调科）"


def sized(window: MainWindow, width: int, height: int) -> MainWindow:
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return window


@pytest.mark.parametrize("size", [(1200, 640), (1366, 740), (1040, 640)])
@pytest.mark.parametrize("tab", TABS)
def test_nothing_is_cut_off(
    window: MainWindow, office: Office, size: tuple[int, int], tab: str
) -> None:
    window.tasks.show_task(office.task("4").id, tab)
    window.tasks._ask_detail()
    assert cut_off(sized(window, *size).tasks) == []


@pytest.mark.parametrize("tab", TABS)
def test_nor_where_the_detail_is_as_narrow_as_it_goes(
    window: MainWindow, office: Office, tab: str
) -> None:
    # So wide it is in a window that was opened at its smallest, and where it was dragged so.
    sized(window, 1200, 640)
    for width in (424, 400):
        window.tasks.set_widths([1120 - width, width])
        window.tasks.show_task(office.task("4").id, tab)
        window.tasks._ask_detail()
        assert cut_off(sized(window, 1200, 640).tasks) == []
        assert window.tasks._detail.width() in (width, width - 1)


def test_nor_with_very_long_names(window: MainWindow, office: Office) -> None:
    section = office.task("4").section_id
    office.desk.run(offices.edit_section(section, name=LONG))
    office.desk.run(status.to_person([office.task("4").id], LONG))
    window.tasks.show_task(office.task("4").id)
    window.tasks._ask_detail()
    assert cut_off(sized(window, 1200, 640).tasks) == []


def test_nor_with_several_tasks_or_while_walking(window: MainWindow, office: Office) -> None:
    sized(window, 1200, 640)
    flags = QItemSelectionModel.SelectionFlag
    for label in ("4", "5", "12"):
        index = window.tasks.tree.filter.mapFromSource(
            window.tasks.model.task_index(office.task(label).id)
        )
        window.tasks.tree.selectionModel().select(index, flags.Select | flags.Rows)
    window.tasks._ask_detail()
    assert cut_off(sized(window, 1200, 640).tasks) == []
    window.show_address("tasks/承接")
    assert cut_off(sized(window, 1200, 640).tasks) == []


def too_narrow(page: QWidget) -> None:
    QPushButton("一个很长很长的按钮", page).setFixedWidth(30)


def too_low(page: QWidget) -> None:
    label = plain("字" * 60, wrap=True)
    label.setParent(page)
    label.setFixedSize(100, 20)


def outside(page: QWidget) -> None:
    plain("在外面", wrap=False).setParent(page)
    page.children()[-1].setGeometry(290, 0, 60, 20)


@pytest.mark.parametrize("plant", [too_narrow, too_low, outside])
def test_each_planted_fault_is_found(plant: Callable[[QWidget], None], qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 100)
    inner = QWidget()
    QHBoxLayout(page).addWidget(inner)
    page.layout().setContentsMargins(0, 0, 0, 0)
    page.show()
    assert cut_off(page) == []
    plant(inner)
    for child in inner.findChildren(QWidget):
        child.show()
    assert len(cut_off(page)) == 1
