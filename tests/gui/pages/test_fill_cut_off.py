"""填报 at its smallest and with very long names: nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow
from gui.operations import adoption
from gui.operations import office as offices
from gui.pages.fill.page import FillPage
from gui.pages.fill.top_bar import ONE, TABLE
from models.periods import Period
from tests.gui.conftest import Office
from tests.gui.cut_off import cut_off
from tests.gui.pages.test_fill_table import page, write

__all__ = ["page"]
LONG = "示例市知识产权保护与运用促进工作领导小组办公室（综合协调科）" * 2


def settled(window: MainWindow, page: FillPage, width: int, height: int) -> list[str]:
    window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return cut_off(page)


@pytest.mark.parametrize("size", [(1200, 640), (1366, 740)])
@pytest.mark.parametrize("way", [TABLE, ONE])
def test_nothing_is_cut_off(
    window: MainWindow, page: FillPage, office: Office, way: str, size: tuple[int, int]
) -> None:
    office.context.session.show_period(Period.parse("2021-H1"))
    page._choose_way(way)
    assert settled(window, page, *size) == []


@pytest.mark.parametrize("way", [TABLE, ONE])
def test_nor_with_long_names_and_questions(
    window: MainWindow, page: FillPage, office: Office, way: str
) -> None:
    task = office.task("1")
    office.desk.run(offices.edit_section(task.section_id or 0, name=LONG[:60], short_name=""))
    office.desk.run(adoption.short_title(task.id, LONG))
    write(office, "1", "长" * 3000, Period.parse("2021-07"), percent=90.0)
    page.table.model.setData(page.table.model.index(0, 7), "60")
    page._choose_way(way)
    assert page.questions.waiting
    assert settled(window, page, 1200, 640) == []


def test_nor_while_a_block_is_looked_at(window: MainWindow, page: FillPage, office: Office) -> None:
    office.desk.run(adoption.short_title(office.task("1").id, LONG))
    write(office, "1", "原来的话")
    QGuiApplication.clipboard().setText(f"张三 10:22\n1 {'长' * 500}\n第99项：没有的\n第1项：别的")
    page.paste()
    assert settled(window, page, 1200, 640) == []
