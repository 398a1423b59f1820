"""What is not tracked: taken out by hand or by a revision, it is shown and asked for no more."""

from __future__ import annotations

import pytest

from gui.main_window import MainWindow
from gui.pages.tasks.page import TasksPage
from gui.tablemodels.task_columns import ADOPTION
from tests.gui.conftest import Office


@pytest.fixture
def page(window: MainWindow, office: Office) -> TasksPage:
    window.tasks.show_task(office.task("2").id)
    return window.tasks


def chosen(page: TasksPage, word: str) -> None:
    action = next(each for each in page._actions.menu().actions() if each.text() == word)
    action.trigger()


def words(page: TasksPage) -> list[str]:
    return [each.text() for each in page._actions.menu().actions()]


def test_a_task_is_taken_out_of_tracking_and_back_from_the_menu(
    page: TasksPage, office: Office
) -> None:
    assert "恢复跟踪" not in words(page)
    chosen(page, "不再跟踪")
    row = office.task("2")
    assert (row.tracked, row.light) == (False, None)
    index = page.model.task_index(row.id)
    assert index.siblingAtColumn(ADOPTION).data() == "不跟踪"
    page._ask_detail()
    assert "不跟踪" in page.detail.head.units.text()
    chosen(page, "恢复跟踪")
    assert office.task("2").tracked
    assert index.siblingAtColumn(ADOPTION).data() == office.task("2").role.word
