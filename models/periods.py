"""Reporting periods (填报期): month, quarter, half-year and year as one value type."""

from __future__ import annotations

import datetime as dt
import enum
import re

from models.dataclass import dataclass
from models.errors import KnownError
from models.text import clean

CUTOFF_DAY = 20
REPORT_DAY = 25
_CODE = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_QUARTER_NAMES = ("一", "二", "三", "四")


class PeriodKind(enum.Enum):
    """How long a period is; the value is its number of months."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


@dataclass(frozen=True)
class Period:
    """One reporting period: `2021-03`, `2021-Q1`, `2021-H1` or `2021`."""

    year: int
    kind: PeriodKind
    index: int

    @classmethod
    def parse(cls, code: str) -> Period:
        """Read a period's code; a word that is no period raises `KnownError`."""
        match = _CODE.fullmatch(code.strip().upper())
        if match is None or not 1900 <= int(match["year"]) <= 2999:
            raise KnownError(
                f"填报期“{_shown(code)}”不认识，没有改动任何内容；"
                "请写成 2021-03（月）、2021-Q1（季）、2021-H1（半年）或 2021（年）。"
            )
        year = int(match["year"])
        if match["month"]:
            month = int(match["month"])
            if not 1 <= month <= 12:
                raise KnownError(
                    f"填报期“{_shown(code)}”的月份不存在，没有改动任何内容；请把月份写成 01 到 12。"
                )
            return cls(year, PeriodKind.MONTH, month)
        if match["quarter"]:
            return cls(year, PeriodKind.QUARTER, int(match["quarter"]))
        if match["half"]:
            return cls(year, PeriodKind.HALF, int(match["half"]))
        return cls(year, PeriodKind.YEAR, 1)

    @property
    def code(self) -> str:
        """The code that `parse` reads."""
        # Asked once for each entry of each task.
        if self.kind is PeriodKind.MONTH:
            return f"{self.year:04d}-{self.index:02d}"
        if self.kind is PeriodKind.YEAR:
            return f"{self.year:04d}"
        mark = "Q" if self.kind is PeriodKind.QUARTER else "H"
        return f"{self.year:04d}-{mark}{self.index}"

    @property
    def title(self) -> str:
        """The office's own word: 2021年3月, 2021年第一季度, 2021年上半年, 2021年."""
        return f"{self.year}年{self.part_of_year}"

    @property
    def part_of_year(self) -> str:
        """The period without its year: 3月, 第一季度, 上半年, or nothing for a whole year."""
        if self.kind is PeriodKind.MONTH:
            return f"{self.index}月"
        if self.kind is PeriodKind.QUARTER:
            return f"第{_QUARTER_NAMES[self.index - 1]}季度"
        if self.kind is PeriodKind.HALF:
            return "上半年" if self.index == 1 else "下半年"
        return ""

    @property
    def last_month(self) -> int:
        """The month (1–12) in which the period ends."""
        return self.index * self.kind.value

    @property
    def first_day(self) -> dt.date:
        """The period's first day."""
        return dt.date(self.year, self.last_month - self.kind.value + 1, 1)

    @property
    def last_day(self) -> dt.date:
        """The period's last day."""
        month = self.last_month
        return _month_end(self.year, month)

    @property
    def proposed_cutoff(self) -> dt.date:
        """数据截止日 as proposed: the 20th of the last month (a setting may change it)."""
        return dt.date(self.year, self.last_month, CUTOFF_DAY)

    @property
    def proposed_report_day(self) -> dt.date:
        """报送截止日 as proposed: the 25th of the last month, the usual day in offices."""
        return dt.date(self.year, self.last_month, REPORT_DAY)

    def months(self) -> tuple[Period, ...]:
        """The months inside the period, first to last."""
        first = self.first_day.month
        return tuple(
            Period(self.year, PeriodKind.MONTH, month)
            for month in range(first, self.last_month + 1)
        )

    def contains(self, other: Period) -> bool:
        """Whether `other` lies wholly inside this period."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def previous(self) -> Period:
        """The period of the same kind before this one."""
        day = self.first_day - dt.timedelta(days=1)
        return Period.of(self.kind, day)

    @classmethod
    def of(cls, kind: PeriodKind, day: dt.date) -> Period:
        """The period of `kind` in which `day` lies."""
        return cls(day.year, kind, (day.month - 1) // kind.value + 1)


def _shown(code: str) -> str:
    """A wrong word as a sentence may quote it: printable, and not a page long."""
    return clean(code[:20], lines=False)


def periods_of_year(year: int) -> tuple[Period, ...]:
    """All periods of a year in the order a clerk meets them: by last day, shorter first."""
    periods = [
        Period(year, kind, index) for kind in PeriodKind for index in range(1, 12 // kind.value + 1)
    ]
    return tuple(sorted(periods, key=lambda period: (period.last_month, period.kind.value)))


def _month_end(year: int, month: int) -> dt.date:
    # Without the library's calendar, which costs the start a millisecond.
    if month == 12:
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
