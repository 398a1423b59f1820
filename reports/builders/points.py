"""三、存在的问题 and 四、下一步工作打算: what sections wrote, as one enumeration 一是…二是…."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.periods import Period, PeriodKind
from models.rows import ReportRows, TaskDossier
from models.text import proper
from reports.builders.grouping import Group, by_part, homeless, local_heading, reading_order
from reports.builders.joining import Joined, has_own_numbers, joined_entries
from reports.builders.numerals import chinese
from reports.builders.titles import short_name
from reports.document import Block, Paragraph, Source

MOST_POINTS = 12
"""More tasks than this are enumerated part by part, or nobody would read to the end."""
_MONTH = re.compile(r"(?<![\d年])(\d{1,2})月")
_OPENS_ITSELF = re.compile(r"[^，。；：]{2,20}。.", re.DOTALL)


@dataclass(frozen=True)
class _Point:
    """What one task contributes, ready to stand behind 一是."""

    text: str
    sources: tuple[Source, ...]

    @property
    def numbered(self) -> bool:
        return has_own_numbers(self.text)


def problem_blocks(rows: ReportRows) -> list[Block]:
    """存在的问题; nothing where no section reported any."""
    return _named(_enumerated(rows, "problems"), "problems")


def next_blocks(rows: ReportRows) -> list[Block]:
    """下一步工作打算 with its opening sentence; nothing where no section wrote any."""
    points = _enumerated(rows, "next_steps")
    if not points:
        return []
    time = _from_now(rows.period.period, points)
    opening = f"{time}，{rows.bureau.own}将对照{short_name(rows.plan)}，重点抓好以下工作。"
    first = points[0]
    if isinstance(first, Paragraph) and len(points) == 1:
        return _named([Paragraph(opening + first.text, first.sources)], "next")
    return _named([Paragraph(opening), *points], "next")


def _named(blocks: list[Block], name: str) -> list[Block]:
    """Keys by place: which points share a paragraph depends on what was written."""
    return [
        replace(block, key=f"{name}:{place}") if isinstance(block, Paragraph) else block
        for place, block in enumerate(blocks, 1)
    ]


def opening_words(dossier: TaskDossier) -> str:
    """任务简称 with a full stop, as it opens a task's paragraph."""
    title = proper(dossier.task.short_title).rstrip("。")
    return f"{title}。" if title else ""


def _enumerated(rows: ReportRows, field: str) -> list[Block]:
    """One point a task in one paragraph; one paragraph a part when there are many."""
    texts = {
        dossier.task.id: joined_entries(dossier, field, rows.period)
        for dossier in (*rows.dossiers, *rows.local_dossiers)
        if dossier.task.role.adopted
    }

    def wanted(dossier: TaskDossier) -> bool:
        return dossier.task.id in texts and bool(texts[dossier.task.id].text)

    def point(dossier: TaskDossier) -> _Point:
        joined = texts[dossier.task.id]
        opening = _opening(dossier, joined, field)
        return _Point(opening + joined.text, joined.sources)

    groups = [*by_part(rows, reading_order(rows), wanted)]
    if rest := tuple(filter(wanted, homeless(rows))):
        groups.append(Group(local_heading(rows), rest))
    by_group = [(group, _once([point(each) for each in group.dossiers])) for group in groups]
    if len(_once([each for _, points in by_group for each in points])) <= MOST_POINTS:
        return _by_task([each for _, points in by_group for each in points])
    return [_of_part(number, *each) for number, each in enumerate(by_group, 1)]


def _opening(dossier: TaskDossier, joined: Joined, field: str) -> str:
    """任务简称 before a step that does not say itself what it is about, and before own numbers."""
    numbered = has_own_numbers(joined.text)
    if not numbered and (field == "problems" or _OPENS_ITSELF.match(joined.text)):
        return ""
    return opening_words(dossier)


def _by_task(points: list[_Point]) -> list[Block]:
    """一是…二是… in one paragraph; a text with numbers of its own follows unnumbered."""
    points = _once(points)
    plain = [point for point in points if not point.numbered]
    blocks: list[Block] = []
    if len(plain) == 1:
        blocks.append(Paragraph(plain[0].text, plain[0].sources))
    elif plain:
        text = "".join(f"{chinese(n)}是{point.text}" for n, point in enumerate(plain, 1))
        blocks.append(Paragraph(text, _sources(plain)))
    blocks += [Paragraph(point.text, point.sources) for point in points if point.numbered]
    return blocks


def _of_part(number: int, group: Group, points: list[_Point]) -> Paragraph:
    """One part's points in one paragraph, opened by its heading."""
    head = proper(group.heading).rstrip("。")
    opened = f"{chinese(number)}是{head}方面。" if head else f"{chinese(number)}是"
    return Paragraph(opened + "".join(point.text for point in points), _sources(points))


def _once(points: list[_Point]) -> list[_Point]:
    """What several sections wrote in the same words stands once, taken from all of them."""
    sources: dict[str, tuple[Source, ...]] = {}
    for point in points:
        sources[point.text] = sources.get(point.text, ()) + point.sources
    return [_Point(text, found) for text, found in sources.items()]


def _sources(points: list[_Point]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for point in points for source in point.sources))


def _from_now(period: Period, points: list[Block]) -> str:
    """The time after the period, as long as it lies in the same year; else 下一步.

    Also 下一步 where a step is still due inside the period (data are closed before it ends).
    """
    named = (
        int(month)
        for point in points
        if isinstance(point, Paragraph)
        for month in _MONTH.findall(point.text)
    )
    if any(month <= period.last_month for month in named):
        return "下一步"
    if period.kind is PeriodKind.HALF and period.index == 1:
        return "下半年"
    if period.kind is PeriodKind.QUARTER and period.index < 4:
        return f"第{chinese(period.index + 1)}季度"
    if period.kind is PeriodKind.MONTH and period.index < 12:
        return f"{period.index + 1}月"
    return "下一步"
