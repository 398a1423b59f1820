"""What the window looks at: which plan, which 填报期, and its tree as it stands today."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, Signal

from gui.bus import Bus
from gui.desk import Desk
from models import queries
from models.dataclass import dataclass
from models.errors import KnownError
from models.ledger import Ledger
from models.lights import Lights
from models.periods import Period, PeriodKind
from models.rows import Bureau, Change, PlanRow, PlanTree

# No number or year of a plan begins so.
_BY_ID = "#"


@dataclass(frozen=True)
class First:
    """What the window shows first, read in one go while the window is still being built."""

    plans: tuple[PlanRow, ...]
    bureau: Bureau
    period: Period
    tree: PlanTree | None
    lights: Lights = Lights()


def read_first(ledger: Ledger, today: dt.date, period_code: str, key: str = "") -> First:
    """Read the plan with this number or year (or what `plan_key` gave), or the newest.

    period_code: the remembered 填报期, or empty. Raises `KnownError` where there is no such plan.
    """
    plans = ledger.ask(queries.plans)
    bureau = ledger.ask(queries.bureau)
    lights = ledger.ask(queries.lights)
    if not plans:
        return First((), bureau, Period.of(PeriodKind.HALF, today), None, lights)
    plan = next((each for each in plans if plan_key(each) == key), None)
    if plan is None:
        wanted = "" if key.startswith(_BY_ID) else key
        plan = ledger.ask(queries.find_plan, wanted) if wanted else plans[0]
    period = remembered_period(period_code, plan.year) or usual_period(plan.year, today)
    tree = ledger.ask(queries.tree, plan.id, today, period)
    return First(plans, bureau, period, tree, lights)


def plan_key(plan: PlanRow) -> str:
    """A word by which this ledger's plan is found again; a plan that is gone gives the newest."""
    return f"{_BY_ID}{plan.id}"


def remembered_period(code: str, year: int) -> Period | None:
    """The 填报期 that was left, when it is one of the plan's year; a damaged note is none."""
    try:
        found = Period.parse(code)
    except KnownError:
        return None
    return found if found.year == year else None


def usual_period(year: int, today: dt.date) -> Period:
    """The half-year of a plan in which a day lies; before or after its year the nearest one."""
    day = min(max(today, dt.date(year, 1, 1)), dt.date(year, 12, 31))
    return Period.of(PeriodKind.HALF, day)


def _tree_if_there(plan_id: int, day: dt.date, period: Period) -> PlanTree | None:
    """The tree of a plan; None when undo has just taken the plan out of the ledger."""
    if all(plan.id != plan_id for plan in queries.plans()):
        return None
    return queries.tree(plan_id, day, period)


class Session(QObject):
    """Holds the plan, the 填报期 and the tree, and reads them again when something was saved."""

    tree_loaded = Signal(object)
    plans_changed = Signal()
    bureau_changed = Signal(object)
    lights_changed = Signal(object)
    period_changed = Signal(object)

    def __init__(self, desk: Desk, bus: Bus, first: First) -> None:
        super().__init__()
        self._desk = desk
        self._bus = bus
        self.plans = first.plans
        self.bureau = first.bureau
        self.period = first.period
        self.tree = first.tree
        self.lights = first.lights
        self._day = desk.clock.today()
        bus.saved.connect(self._read_again)

    @property
    def plan_id(self) -> int | None:
        """The plan shown, or None in a ledger without plans."""
        return None if self.tree is None else self.tree.plan.id

    def show_plan(self, plan: PlanRow) -> None:
        """Look at another plan; the 填报期 follows into its year."""
        if plan.id == self.plan_id:
            return
        if self.period.year != plan.year:
            self.period = usual_period(plan.year, self._desk.clock.today())
            self.period_changed.emit(self.period)
        self._ask_tree(plan.id)

    def show_period(self, period: Period) -> None:
        """Look at another 填报期."""
        if period == self.period:
            return
        self.period = period
        self.period_changed.emit(period)
        if self.plan_id is not None:
            self._ask_tree(self.plan_id)

    def new_day(self) -> None:
        """Read the tree again when the day is another one than that of the lights shown."""
        today = self._desk.clock.today()
        if today != self._day and self.plan_id is not None:
            self._ask_tree(self.plan_id)
        self._day = today

    def _ask_tree(self, plan_id: int) -> None:
        day = self._desk.clock.today()
        self._desk.ask(queries.tree, plan_id, day, self.period, done=self._take_tree, owner=self)

    def _take_tree(self, tree: PlanTree) -> None:
        self.tree = tree
        self.tree_loaded.emit(tree)

    def _read_again(self, change: Change) -> None:
        if change.kinds & {"plan"} or self.plan_id is None:
            self._desk.ask(queries.plans, done=self._take_plans, owner=self)
        if change.kinds & {"setting"}:
            self._desk.ask(queries.bureau, done=self._take_bureau, owner=self)
            self._desk.ask(queries.lights, done=self._take_lights, owner=self)
        if self.plan_id is None:
            self._bus.changed.emit(change)
            return

        def taken(tree: PlanTree | None) -> None:
            if tree is None:
                self._lose_plan(change)
                return
            self._take_tree(tree)
            self._bus.changed.emit(change)

        day = self._desk.clock.today()
        self._desk.ask(_tree_if_there, self.plan_id, day, self.period, done=taken, owner=self)

    def _lose_plan(self, change: Change) -> None:
        """The plan shown was taken back: the newest of the others is shown, or none."""
        former = self.period

        def taken(tree: PlanTree) -> None:
            self._take_tree(tree)
            # Only now: pages that ask for a task at once must not ask for one that is gone.
            if self.period != former:
                self.period_changed.emit(self.period)
            self._bus.changed.emit(change)

        def found(plans: tuple[PlanRow, ...]) -> None:
            if not plans:
                self.tree = None
                self.tree_loaded.emit(None)
                self._bus.changed.emit(change)
                return
            day = self._desk.clock.today()
            if self.period.year != plans[0].year:
                self.period = usual_period(plans[0].year, day)
            self._desk.ask(queries.tree, plans[0].id, day, self.period, done=taken, owner=self)

        self._desk.ask(queries.plans, done=found, owner=self)

    def _take_plans(self, plans: tuple[PlanRow, ...]) -> None:
        self.plans = plans
        self.plans_changed.emit()
        if self.tree is None and plans:
            self.show_plan(plans[0])

    def _take_bureau(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.bureau_changed.emit(bureau)

    def _take_lights(self, lights: Lights) -> None:
        if lights != self.lights:
            self.lights = lights
            self.lights_changed.emit(lights)
