"""The look is put on a window; whatever belongs to the window wears it too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import DARK, LIGHT, Look, Theme
from gui.widgets.offer import Offer
from tests.gui.conftest import type_in


@pytest.fixture
def dark(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """A second theme, so that its sheet is told from the one that all tests wear."""
    made = Theme(qapp, Look.DARK)
    yield made
    made.choose(Look.LIGHT)


@pytest.fixture
def ground(qtbot: QtBot, dark: Theme) -> QWidget:
    """A window with a line in it."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    dark.dress(made)
    made.show()
    return made


def middle(widget: QWidget) -> QColor:
    """What is painted in the middle of a widget."""
    picture = widget.grab().toImage()
    return picture.pixelColor(picture.rect().center())


def test_a_dialog_and_a_menu_wear_what_their_window_wears(ground: QWidget) -> None:
    dialog = QDialog(ground)
    line = QLineEdit(dialog)
    dialog.show()
    menu = QMenu(ground)
    menu.resize(80, 80)
    assert middle(line) == QColor(DARK.page)
    assert middle(menu) == QColor(DARK.page)


def test_the_list_of_what_is_offered_wears_it_as_well(ground: QWidget) -> None:
    line = ground.findChild(QLineEdit)
    offer = Offer(["李思远", "王思"], line)
    type_in(line, "思")
    assert offer.popup().isVisible()
    assert offer.popup().styleSheet() == ground.styleSheet() != ""
    offer.popup().hide()


def test_another_look_is_put_on_at_once(ground: QWidget, dark: Theme) -> None:
    line = ground.findChild(QLineEdit)
    assert middle(line) == QColor(DARK.page)
    dark.choose(Look.LIGHT)
    assert middle(line) == QColor(LIGHT.page)


def test_a_window_that_has_gone_does_not_disturb_another_look(dark: Theme) -> None:
    gone = QWidget()
    dark.dress(gone)
    del gone
    dark.choose(Look.LIGHT)
    assert dark.colours == LIGHT
