"""填报期: 数据截止日 and 报送截止日 of each, proposed, changeable one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import office
from gui.widgets.fields import DayField
from gui.widgets.labels import muted, plain
from models import queries
from models.periods import Period, periods_of_year
from models.rows import Change, PeriodRow


class PeriodsPanel(QWidget):
    """The periods of the shown plan's year."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[Period, tuple[DayField, DayField]] = {}
        self._shown: dict[Period, PeriodRow] = {}
        self._names: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain("填报期")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(
            muted(
                "文稿反映数据截止日的情况，之后的勾选、状态和延期不计入，补报本期的进展照样计入；报送截止日是科室交齐的日子。"
            )
        )
        column.addLayout(self._grid)
        column.addStretch(1)
        for place, word in enumerate(("填报期", "数据截止日", "报送截止日")):
            self._grid.addWidget(muted(word, small=True), 0, place)
        self._year: int | None = None
        context.session.tree_loaded.connect(self._take_year)
        context.bus.changed.connect(self._take_change)
        self._take_year()

    def _take_year(self) -> None:
        tree = self._context.session.tree
        year = tree.plan.year if tree else self._context.session.period.year
        if year == self._year:
            return
        self._year = year
        for before, after in self._rows.values():
            before.deleteLater()
            after.deleteLater()
        for name in self._names:
            name.deleteLater()
        self._rows.clear()
        self._names.clear()
        for place, period in enumerate(periods_of_year(year), 1):
            self._add_row(place, period)
        self._ask()

    def _add_row(self, place: int, period: Period) -> None:
        fields = (
            DayField(f"{period.title}数据截止日"),
            DayField(f"{period.title}报送截止日"),
        )
        self._rows[period] = fields
        name = plain(period.title)
        self._names.append(name)
        self._grid.addWidget(name, place, 0)
        for side, field in enumerate(fields, 1):
            field.setFixedWidth(168)
            field.setEnabled(self._context.desk.writable)
            field.picked.connect(lambda _, p=period: self._keep(p))
            self._grid.addWidget(field, place, side)

    def _ask(self) -> None:
        for period in self._rows:
            self._context.desk.ask(queries.period_row, period, done=self._show, owner=self)

    def _show(self, row: PeriodRow) -> None:
        if row.period not in self._rows:
            return
        self._shown[row.period] = row
        cutoff, report = self._rows[row.period]
        cutoff.show_day(row.cutoff_on)
        report.show_day(row.report_on)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"period_days", "setting"}:
            self._ask()

    def _keep(self, period: Period) -> None:
        cutoff, report = (field.day() for field in self._rows[period])
        shown = self._shown.get(period)
        if cutoff is None or report is None:
            if shown is not None:
                self._show(shown)
            return
        self._context.desk.run(
            office.set_period_days(period, cutoff, report),
            # A refused day must not go on standing there as if it held.
            failed=lambda _: self._show(shown) if shown is not None else None,
        )
