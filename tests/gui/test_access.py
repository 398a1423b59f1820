"""For those who hear the screen or use no mouse: names, tab order, what can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow

PAGES = ("overview", "tasks", "fill", "report", "intake", "settings")
PANELS = ("本单位", "科室", "人员", "亮灯", "填报期", "字体")


def reachable(root: QWidget) -> list[QWidget]:
    """Visible widgets that take the keyboard."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollArea)
        and widget.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    parent = widget.parentWidget()
    # The inner line of a choice or a day speaks with its owner's name.
    inner = isinstance(widget, (QLineEdit, QAbstractScrollArea)) and parent is not None
    return parent.accessibleName() if inner else ""


def nameless(root: QWidget) -> list[str]:
    return [repr(widget) for widget in reachable(root) if not name_of(widget)]


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, page: str) -> None:
    window.show_page(page)
    assert nameless(window) == []


@pytest.mark.parametrize("tab", ["measures", "progress", "records", "history"])
def test_so_has_every_tab_of_a_task(window: MainWindow, tab: str) -> None:
    window.tasks.detail.show_tab(tab)
    assert nameless(window.tasks.detail) == []


@pytest.mark.parametrize("panel", PANELS)
def test_so_has_every_panel_of_the_settings(window: MainWindow, panel: str) -> None:
    window.show_page("settings")
    window.stack.page("settings").panel(panel)
    assert nameless(window) == []


def test_a_nameless_button_would_be_found(window: MainWindow) -> None:
    from PySide6.QtWidgets import QPushButton

    planted = QPushButton(window.tasks.filters)
    planted.show()
    assert nameless(window) == [repr(planted)]


def test_tab_goes_round_the_whole_window(window: MainWindow, qtbot: QtBot) -> None:
    window.tasks.tree.setFocus()
    met: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        if met and focused is met[0]:
            break
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    detail, filters = window.tasks.detail, window.tasks.filters
    order = [
        window.tasks.tree,
        detail.head.short,
        detail.measures.first_field(),
        detail.measures._new,
        window.header.search,
        filters.section,
    ]
    places = [met.index(widget) for widget in order]
    assert places == sorted(places)
