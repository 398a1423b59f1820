"""Fields for a day and a choice that tell only what a person did."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QToolButton, QWidget

from gui.widgets.days import day_words as day_words
from gui.widgets.days import day_written
from gui.widgets.pick import PickField as PickField
from gui.widgets.plain_line import is_undo

_FIRST = dt.date(1949, 10, 1)
FIELD_HEIGHT = 30
# Keys that alone say nothing.
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class DayField(QDateEdit):
    """A day, or nothing. `picked(date | None)` when a person has set another one.

    An empty field begins near `near` as soon as a person types or opens the calendar; Delete
    empties it. Besides part by part, a day may be written or pasted as in a sheet: 6-30,
    2021/6/30.
    """

    picked = Signal(object)

    def __init__(self, name: str, empty: str = "未定", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy年M月d日")
        self.setCalendarPopup(True)
        # The style sheet's least height would be what it shrinks to on a full page.
        self.setFixedHeight(FIELD_HEIGHT)
        self.setMinimumDate(qdate(_FIRST))
        self.setSpecialValueText(empty)
        self.near: dt.date | None = None
        self._shown: dt.date | None = None
        self.show_day(None)
        self.editingFinished.connect(self._tell)
        self._typing = False
        self._written = ""
        self._before = self.minimumDate()
        self._dress_calendar()
        self.lineEdit().installEventFilter(self)

    def _dress_calendar(self) -> None:
        """The calendar speaks Chinese whatever the system speaks; weeks have no numbers."""
        calendar = self.calendarWidget()
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setMinimumSize(308, 260)
        _year_first(calendar)
        calendar.installEventFilter(self)

    def day(self) -> dt.date | None:
        """The day in the field, None for nothing."""
        found = self.date()
        if found == self.minimumDate():
            return None
        return dt.date(found.year(), found.month(), found.day())

    def show_day(self, day: dt.date | None) -> None:
        """Show a day without telling."""
        if self.hasFocus() and self.day() != self._shown:
            return
        self._shown = day
        with QSignalBlocker(self):
            self.setDate(self.minimumDate() if day is None else qdate(day))

    def _near(self) -> QDate:
        return QDate.currentDate() if self.near is None else qdate(self.near)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing into an empty field begins at a day nearby; Delete empties it."""
        if self._write(event):
            return
        empty = self.date() == self.minimumDate()
        if is_undo(event):
            # A day is kept at once: to take it back is the window's affair.
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Delete:
            self.setDate(self.minimumDate())
            return
        steps = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if empty and (steps or event.text().isdigit()):
            self.setDate(self._near())
            self.setSelectedSection(QDateEdit.Section.YearSection)
        elif event.text().isdigit() and not self._typing and not self.lineEdit().selectedText():
            # After a click nothing is selected, and Qt takes no digit into a full year or month.
            self.setSelectedSection(self.currentSection())
        self._typing = event.text().isdigit()
        super().keyPressEvent(event)

    def _write(self, event: QKeyEvent) -> bool:
        """What is typed in one go, as in a sheet; whether it is all done and Qt must not see it.

        Until the first - / or . the digits are Qt's, part by part.
        """
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._take(QGuiApplication.clipboard().text(), self.date())
        sign = event.text()
        if not (sign.isdigit() or (self._written and sign and sign in "-/.")):
            if sign or event.key() not in _HELD:
                self._written = ""
            return False
        if not self._written:
            self._before = self.date()
        self._written += sign
        if self._written.isdigit():
            return self._take(self._written, self._before)
        if not self._take(self._written, self._before):
            # 2-30 is not to stay at what 2-3 meant.
            self.setDate(self._before)
        return True

    def _take(self, words: str, before: QDate) -> bool:
        year = (self._near() if before == self.minimumDate() else before).year()
        day = day_written(words, year)
        if day is None or day <= _FIRST:
            return False
        self.setDate(qdate(day))
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from year to month to day; out at once where it is empty or written whole."""
        whole = bool(self._written) and not self._written.isdigit()
        self._written = ""
        if whole or self.date() == self.minimumDate():
            # Qt would look for the next part of a day that is not there, and stay for ever.
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The calendar of an empty field opens at a day nearby; a click begins the typing anew."""
        if watched is self.lineEdit():
            if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn):
                self._typing = False
                self._written = ""
        elif event.type() == QEvent.Type.Show:
            if self.date() == self.minimumDate():
                day = self._near()
                self.calendarWidget().setCurrentPage(day.year(), day.month())
            self._colour_weekends()
        return super().eventFilter(watched, event)

    def _colour_weekends(self) -> None:
        """In the palette's red of the moment; Qt's own is glaring, above all in the dark."""
        words = QTextCharFormat()
        words.setForeground(self.palette().color(QPalette.ColorRole.Accent))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(day, words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a day."""
        event.ignore()

    def _tell(self) -> None:
        if self.day() != self._shown:
            self._shown = self.day()
            self.picked.emit(self._shown)


def _year_first(calendar: QCalendarWidget) -> None:
    """2021 九月: Qt asks the system, not the calendar's own language, in which order they stand."""
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    month = calendar.findChild(QToolButton, "qt_calendar_monthbutton")
    year = calendar.findChild(QToolButton, "qt_calendar_yearbutton")
    row = bar.layout() if bar is not None else None
    if isinstance(row, QHBoxLayout) and row.indexOf(year) > row.indexOf(month) >= 0:
        row.insertWidget(row.indexOf(month), year)


def qdate(day: dt.date) -> QDate:
    """A day as Qt holds it."""
    return QDate(day.year, day.month, day.day)


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
