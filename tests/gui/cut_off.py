"""Finds words that a page does not show whole: each label's and button's need against its room.

`cut_off(page)` answers with a line for every visible widget whose words are cut. What cuts by
design says the whole in its tool tip: `Elided`, `Clamped`, `PickField`, and any widget whose tip has its words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from gui.widgets.clamped import Clamped
from gui.widgets.fields import PickField
from gui.widgets.labels import Elided

# Rounding of fractional metrics.
_SLACK = 1


def cut_off(root: QWidget) -> list[str]:
    """What is cut below `root`, in words for a failing test."""
    return [
        f"{type(widget).__name__} “{words_of(widget)}”: {fault}"
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisible() and (fault := _fault(widget))
    ]


def words_of(widget: QWidget) -> str:
    """What a widget says."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _fault(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        wanted = sum(widget.tabSizeHint(place).width() for place in range(widget.count()))
        return f"needs {wanted}, has {widget.width()}" if wanted > widget.width() + _SLACK else ""
    words = words_of(widget)
    if not words or words in widget.toolTip() or isinstance(widget, (Elided, PickField)):
        return ""
    if isinstance(widget, QComboBox):
        return _combo_fault(widget)
    if isinstance(widget, QLabel):
        return _label_fault(widget) or _clipped(widget)
    return _button_fault(widget) or _clipped(widget)


def _combo_fault(field: QComboBox) -> str:
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    room = field.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, field
    )
    wanted = field.fontMetrics().horizontalAdvance(field.currentText())
    return f"needs {wanted}, has {room.width()}" if wanted > room.width() + _SLACK else ""


def _label_fault(label: QLabel) -> str:
    if isinstance(label.parentWidget(), Clamped):
        return ""
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        return f"needs height {wanted}, has {label.height()}" if wanted > label.height() else ""
    wanted = label.sizeHint().width()
    return f"needs {wanted}, has {label.width()}" if wanted > label.width() + _SLACK else ""


def _button_fault(button: QWidget) -> str:
    hint = button.minimumSizeHint()
    if hint.width() > button.width() + _SLACK:
        return f"needs {hint.width()}, has {button.width()}"
    return f"needs height {hint.height()}" if hint.height() > button.height() + _SLACK else ""


def _clipped(widget: QWidget) -> str:
    """Whether an ancestor shows only a piece of it; what scrolls may."""
    above: QWidget | None = widget.parentWidget()
    box = widget.rect()
    while above is not None and not above.isWindow():
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return _clipped_across(widget, area) if isinstance(area, QScrollArea) else ""
        if not above.rect().contains(box.translated(widget.mapTo(above, widget.rect().topLeft()))):
            return f"stands outside {type(above).__name__}"
        above = above.parentWidget()
    return ""


def _clipped_across(widget: QWidget, area: QScrollArea) -> str:
    """A page that scrolls up and down only must not be wider than its window."""
    if area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    left = widget.mapTo(area.viewport(), widget.rect().topLeft()).x()
    room = area.viewport().width()
    if left < -_SLACK or left + widget.width() > room + _SLACK:
        return f"reaches from {left} to {left + widget.width()} of {room}"
    return ""
