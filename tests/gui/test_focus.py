"""Wherever Tab leads, one sees where one is; and Tab leads on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.fill.sheet_view import SheetView
from gui.theme import Look, Theme

# A field for a day is left only after its year, month and day.
_PARTS = 4
_MOST = 80
# How much lighter or darker a point must be (of 255), and how many of them there must be.
_CLEAR = 30
_POINTS = 20


def unseen(window: MainWindow, qtbot: QtBot) -> list[str]:
    """Where the window looks the same with the cursor as without it, from here to the next round.

    Raises `AssertionError` where Tab does not lead on.
    """
    found: list[str] = []
    walked: list[QWidget] = []
    for _ in range(_MOST):
        here = QApplication.focusWidget()
        # In the table of filling Tab goes from cell to cell, as in Excel.
        if here in walked[:-_PARTS] or isinstance(here, SheetView):
            break
        assert walked[-_PARTS:].count(here) < _PARTS, f"Tab stays on {here}"
        if here not in walked and not seen(window, here):
            found.append(here.accessibleName() or here.metaObject().className())
        walked.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return found


def seen(window: MainWindow, here: QWidget) -> bool:
    """Whether the cursor makes a difference to the eye: enough points that are clearly others."""
    with_cursor = window.grab()
    here.clearFocus()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    here.setFocus(Qt.FocusReason.TabFocusReason)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawPixmap(0, 0, with_cursor)
    painter.end()
    # Lines of whole words: what fills up the others would be counted, and is anything.
    whole = picture.copy(0, 0, picture.width() & ~3, picture.height())
    grey = whole.convertToFormat(QImage.Format.Format_Grayscale8)
    points = bytes(grey.constBits()).translate(None, bytes(range(_CLEAR)))
    return len(points) >= _POINTS


@pytest.fixture(params=[Look.LIGHT, Look.DARK], ids=["light", "dark"])
def wide(window: MainWindow, theme: Theme, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """As large as in the office; the tests' own screen is smaller. In both looks."""
    theme.choose(request.param)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 740)
    QApplication.processEvents()
    yield window
    theme.choose(Look.SYSTEM)


def test_a_ticked_box_shows_the_cursor_too(wide: MainWindow) -> None:
    """Blue on blue would not be seen."""
    boxes = wide.tasks.detail.findChildren(QCheckBox)
    ticked = next(box for box in boxes if box.isVisible() and box.isChecked())
    ticked.setFocus()
    assert seen(wide, ticked)


@pytest.mark.parametrize("page", ["overview", "tasks", "report", "intake"])
def test_the_cursor_is_seen_wherever_tab_leads(wide: MainWindow, qtbot: QtBot, page: str) -> None:
    wide.show_page(page)
    assert unseen(wide, qtbot) == []


def test_the_cursor_is_seen_around_the_table_of_filling(wide: MainWindow, qtbot: QtBot) -> None:
    wide.show_page("fill")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert QApplication.focusWidget().accessibleName() == "责任科室"
    assert unseen(wide, qtbot) == []


@pytest.mark.parametrize("place", range(1, 9))
def test_the_cursor_is_seen_in_each_panel_of_the_settings(
    wide: MainWindow, qtbot: QtBot, place: int
) -> None:
    wide.show_page("settings")
    key = Qt.Key(Qt.Key.Key_0 + place)
    qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
    assert unseen(wide, qtbot) == []


def test_a_cursor_that_nobody_sees_is_found(wide: MainWindow, qtbot: QtBot) -> None:
    wide.show_page("intake")
    page = wide.stack.page("intake")
    hidden = QPushButton("看不见", page)
    hidden.setStyleSheet("QPushButton, QPushButton:focus { border: none; background: red }")
    hidden.setAccessibleName("看不见")
    hidden.setGeometry(400, 400, 80, 30)
    hidden.show()
    hidden.setFocus()
    assert unseen(wide, qtbot) == ["看不见"]
