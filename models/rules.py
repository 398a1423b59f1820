"""The office's rules: completion, pace, lights and the three-way count. Pure; the date is passed in."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import field

from models.dataclass import dataclass


class Adoption(enum.Enum):
    """承接: what a task or measure of the plan is to this bureau."""

    UNDECIDED = "undecided"
    OWN = "own"
    ASSIST = "assist"
    NONE = "none"

    @property
    def word(self) -> str:
        """The office's word."""
        return _ADOPTION_WORDS[self]

    @property
    def adopted(self) -> bool:
        """Whether it is lit, counted, asked for and written about."""
        return self in (Adoption.OWN, Adoption.ASSIST)


class Status(enum.Enum):
    """状态 of a task; said by a person on a date."""

    NOT_STARTED = "not-started"
    DOING = "doing"
    ONGOING = "ongoing"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CLOSED = "closed"
    RETURNED = "returned"

    @property
    def word(self) -> str:
        """The office's word."""
        return _STATUS_WORDS[self]

    @property
    def done(self) -> bool:
        """Whether the doer or the checker has said that the task is finished."""
        return self in (Status.COMPLETED, Status.CLOSED)


class Light(enum.Enum):
    """亮灯. Printed as its word: printers are black and white."""

    BLUE = "blue"
    RED = "red"
    YELLOW = "yellow"
    GREY = "grey"
    GREEN = "green"

    @property
    def word(self) -> str:
        """The word for lists and papers."""
        return _LIGHT_WORDS[self]


class Standing(enum.Enum):
    """Where an adopted task stands in the three-way count of 总体情况."""

    DONE = "done"
    ON_PACE = "on-pace"
    LATE = "late"

    @property
    def word(self) -> str:
        """The office's word."""
        return _STANDING_WORDS[self]


class PaperState(enum.Enum):
    """The life of a paper: 拟稿 → 送审 → 已签发 → 已编号 → 已报送; 作废 at any time."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    NUMBERED = "numbered"
    SENT = "sent"
    VOID = "void"

    @property
    def word(self) -> str:
        """The office's word."""
        return _PAPER_WORDS[self]

    @property
    def unsigned(self) -> bool:
        """Whether （送审稿） still stands on it, and its text may be changed."""
        return self in (PaperState.DRAFT, PaperState.SUBMITTED)

    @property
    def living(self) -> bool:
        """Whether its number is taken."""
        return self is not PaperState.VOID


_PAPER_WORDS = {
    PaperState.DRAFT: "拟稿",
    PaperState.SUBMITTED: "送审",
    PaperState.SIGNED: "已签发",
    PaperState.NUMBERED: "已编号",
    PaperState.SENT: "已报送",
    PaperState.VOID: "作废",
}
_ADOPTION_WORDS = {
    Adoption.UNDECIDED: "待定",
    Adoption.OWN: "主责",
    Adoption.ASSIST: "配合",
    Adoption.NONE: "不涉及",
}
_STATUS_WORDS = {
    Status.NOT_STARTED: "未启动",
    Status.DOING: "推进中",
    Status.ONGOING: "持续推进",
    Status.SUSPENDED: "暂缓",
    Status.COMPLETED: "已办结",
    Status.CLOSED: "已销号",
    Status.RETURNED: "退回",
}
_LIGHT_WORDS = {
    Light.BLUE: "完成",
    Light.RED: "滞后",
    Light.YELLOW: "临期",
    Light.GREY: "未启动",
    Light.GREEN: "正常",
}
_STANDING_WORDS = {
    Standing.DONE: "已完成",
    Standing.ON_PACE: "达到序时进度",
    Standing.LATE: "滞后",
}


@dataclass(frozen=True)
class Thresholds:
    """The numbers of the lights; settings of the office.

    near_days: 临期 when the deadline is at most so many days away.
    behind_points: behind pace when 完成进度 is more than so many points under 序时进度.
    """

    near_days: int = 30
    behind_points: int = 10


@dataclass(frozen=True)
class TaskState:
    """What the rules need to know of one task on one day.

    year: the plan's year, which is not always that of its date: a plan for 2022 may be issued in
    December 2021. started_on: the plan's date, from which pace is counted.
    """

    status: Status
    percent: float
    year: int
    started_on: dt.date
    due_on: dt.date
    has_entry: bool

    @property
    def year_end(self) -> dt.date:
        """31 December of the plan's year."""
        return default_due(self.year)


def default_due(year: int) -> dt.date:
    """完成时限 where nobody gave one: 31 December of the plan's year."""
    return dt.date(year, 12, 31)


def expected_pace(started_on: dt.date, due_on: dt.date, day: dt.date) -> float:
    """序时进度 in percent: days passed ÷ days from the plan's date to the deadline, 0–100."""
    whole = (due_on - started_on).days
    if whole <= 0:
        return 100.0 if day >= due_on else 0.0
    return max(0.0, min(100.0, (day - started_on).days * 100.0 / whole))


def proposed_percent(ticked: int, adopted: int) -> float:
    """完成进度 as proposed: ticked ÷ adopted measures, in percent; 0 without measures."""
    return ticked * 100.0 / adopted if adopted else 0.0


def assumed_status(ticked: int) -> Status:
    """状态 of a task of which nobody has said anything: begun once a measure is ticked."""
    return Status.DOING if ticked else Status.NOT_STARTED


def deadline(state: TaskState) -> dt.date:
    """The day after which the task is late; 持续推进 is late only at the year's end."""
    if state.status is Status.ONGOING:
        return max(state.due_on, state.year_end)
    return state.due_on


def behind_pace(state: TaskState, day: dt.date, thresholds: Thresholds) -> bool:
    """Whether 完成进度 is more than the allowed points under 序时进度.

    持续推进 work has no pace of its own: it is late only at the year's end.
    """
    if state.status is Status.ONGOING:
        return False
    pace = expected_pace(state.started_on, state.due_on, day)
    return pace - state.percent > thresholds.behind_points


def light(state: TaskState, day: dt.date, thresholds: Thresholds | None = None) -> Light:
    """The first that fits: 蓝 done; 红 overdue; 黄 near or behind pace; 灰 not begun; 绿."""
    limits = thresholds or Thresholds()
    if state.status.done:
        return Light.BLUE
    due = deadline(state)
    if due < day:
        return Light.RED
    if (due - day).days <= limits.near_days or behind_pace(state, day, limits):
        return Light.YELLOW
    if state.status is Status.NOT_STARTED and not state.has_entry:
        return Light.GREY
    return Light.GREEN


def standing(state: TaskState, day: dt.date, thresholds: Thresholds | None = None) -> Standing:
    """已完成, 滞后 (overdue or behind pace; a near deadline alone is not late) or 达到序时进度."""
    limits = thresholds or Thresholds()
    if state.status.done:
        return Standing.DONE
    if deadline(state) < day or behind_pace(state, day, limits):
        return Standing.LATE
    return Standing.ON_PACE


@dataclass(frozen=True)
class Totals:
    """The counts of 总体情况; `done + on_pace + late == adopted` always."""

    tasks: int = 0
    own: int = 0
    assist: int = 0
    none: int = 0
    undecided: int = 0
    measures: int = 0
    sections: int = 0
    done: int = 0
    on_pace: int = 0
    late: int = 0
    filled: int = 0
    lights: dict[Light, int] = field(default_factory=dict)

    @property
    def adopted(self) -> int:
        """主责 + 配合."""
        return self.own + self.assist


def count_standings(standings: Iterable[Standing]) -> dict[Standing, int]:
    """How many tasks stand where; every standing is a key."""
    counts = dict.fromkeys(Standing, 0)
    for each in standings:
        counts[each] += 1
    return counts
