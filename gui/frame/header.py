"""The header: which plan, which 填报期, and the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from gui.session import Session
from gui.widgets.find_field import FindField
from gui.widgets.pick import PickField
from models import text
from models.periods import Period, periods_of_year
from models.rows import PlanRow


class SearchField(FindField):
    """`textEdited(words)` as one types; `down()` to go into the list; Esc goes back to where one was."""

    down = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("搜索任务、举措、进展、记录、佐证")
        self.setPlaceholderText("搜索任务、进展、记录、佐证　Ctrl+F")
        self.setFixedWidth(320)
        self._came_from: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember)

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whence one came, for the way back; the list of hits is on the way, not where one was."""
        if new is self and old is not None and old.objectName() != "hits":
            self._came_from = old

    def _go_back(self) -> None:
        place = self._came_from
        if place is not None and isValid(place) and place.isVisible():
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes into the list of hits; Esc empties and leaves."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            self._go_back()
        else:
            super().keyPressEvent(event)


_ANOTHER = 0  # no plan has this id: 读入新的要点


class PlanField(PickField):
    """The plans of the ledger, and at the end a way to another one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from plan to plan; reading another one in is never begun by one too many."""
        last = self.count() - 2
        forward = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
        alone = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_End or (forward and alone and self.currentIndex() >= last):
            if self.currentIndex() != last:
                self.setCurrentIndex(last)
                self.picked.emit(self.currentData())
            return
        super().keyPressEvent(event)


class Header(QWidget):
    """Choosers for the session, and the search field. `intake_wanted()`: another plan is to be read."""

    intake_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._session = session
        self._plan = PlanField("工作要点")
        self._plan.setMinimumWidth(280)
        self._plan.setMaximumWidth(480)
        self._period = PickField("填报期")
        self._period.setMinimumWidth(200)
        self.search = SearchField()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._plan, 4)
        row.addWidget(self._period)
        row.addStretch(1)
        row.addWidget(self.search)
        self._plan.picked.connect(self._choose_plan)
        self._period.picked.connect(session.show_period)
        self._came_from: QWidget | None = None
        for field in (self._plan, self._period):
            field.activated.connect(self._go_back)
        session.tree_loaded.connect(self.refresh)
        session.plans_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what the ledger has."""
        session = self._session
        plans = zip(plan_words(session.plans), session.plans, strict=True)
        offered: list[tuple[str, int | None]] = [(word, plan.id) for word, plan in plans]
        if not offered:
            offered.append(("还没有工作要点", None))
        self._plan.offer([*offered, ("读入新的工作要点…", _ANOTHER)])
        self._plan.show_value(session.plan_id)
        self._plan.setToolTip(self._plan.currentText())
        self._period.offer(period_words(session.period))
        self._period.show_value(session.period)

    def choose_plan(self) -> None:
        """Open the list of plans; after the choice the cursor is where it was."""
        self._open(self._plan)

    def choose_period(self) -> None:
        """Open the list of 填报期, as the one of plans."""
        self._open(self._period)

    def _open(self, field: PickField) -> None:
        self._came_from = QApplication.focusWidget()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.showPopup()

    def _go_back(self, _: int) -> None:
        place, self._came_from = self._came_from, None
        if place is not None and isValid(place) and place.isVisible():
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_plan(self, plan_id: int) -> None:
        if plan_id == _ANOTHER:
            self._plan.show_value(self._session.plan_id)
            self.intake_wanted.emit()
        for plan in self._session.plans:
            if plan.id == plan_id:
                self._session.show_plan(plan)


def plan_words(plans: Sequence[PlanRow]) -> list[str]:
    """The titles of the plans; those of the same title say their number or year too."""
    titles = [text.proper(plan.title) for plan in plans]
    return [
        f"{title}（{plan.document_number or f'{plan.year}年'}）"
        if titles.count(title) > 1
        else title
        for title, plan in zip(titles, plans, strict=True)
    ]


def period_words(shown: Period) -> list[tuple[str, Period]]:
    """The 填报期 of the shown one's year, months before the quarter that ends with them."""
    return [(f"填报期　{period.title}", period) for period in periods_of_year(shown.year)]
