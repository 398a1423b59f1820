"""Every page and every panel of 设置 in the smallest window and on a small screen: nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.main_window import MainWindow
from gui.pages.report.page import ReportPage
from gui.pages.settings.page import panel_words
from tests.gui.cut_off import cut_off

# The smallest that is aimed at, an office screen, and one that is narrower than wished.
SIZES = ((1200, 640), (1366, 740), (1040, 640))
PLACES = ("overview", "tasks", "tasks/承接", "fill/表格", "fill/逐项", "report", "intake")


def seen(window: MainWindow, size: tuple[int, int]) -> list[str]:
    """What is cut anywhere in the window, frame and bars included."""
    window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    return cut_off(window)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_off_on_any_page(
    window: MainWindow, place: str, size: tuple[int, int]
) -> None:
    window.show_address(place)
    assert seen(window, size) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", panel_words())
def test_nor_in_any_panel_of_the_settings(
    window: MainWindow, panel: str, size: tuple[int, int]
) -> None:
    window.show_address(f"settings/{panel}")
    assert seen(window, size) == []


def test_nor_while_bars_say_something_long(window: MainWindow) -> None:
    window.context.bus.refused.emit("一句很长的话，" * 20)
    window.notices.stay("x", "还有一句很长的话，" * 15, (("去看看", window.focus_search),))
    assert seen(window, (1200, 640)) == []


@pytest.mark.parametrize("size", SIZES)
def test_nor_in_the_foot_of_the_pages_while_something_is_made(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.show_page("report")
    page = window.stack.currentWidget()
    assert isinstance(page, ReportPage)
    page.foot.busy("正在排版…")
    assert seen(window, size) == []


def test_a_button_that_is_too_narrow_is_found_on_any_page(window: MainWindow) -> None:
    window.show_page("overview")
    planted = QPushButton("一个很长很长的按钮", window.stack.currentWidget())
    planted.setFixedWidth(30)
    planted.show()
    assert len(seen(window, (1366, 740))) == 1
