"""A block pasted from Excel, WPS or a chat, matched to tasks and measures: a preview, nothing saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.dataclass import dataclass
from models.errors import KnownError
from models.filling.beside import newest
from models.filling.cells import rows_of
from models.filling.matching import (
    FillTarget,
    by_number,
    by_words,
    leading_number,
    opening_words,
)
from models.filling.tidying import suggestions
from models.folding import folded
from models.periods import Period
from models.rows import EntryRow
from models.text import clean
from models.words import number

LONGEST = 1_000_000
_FIELDS = ("text", "problems", "next_steps", "percent")
_WORDS = {
    "text": "进展情况",
    "problems": "存在问题",
    "next_steps": "下一步打算",
    "percent": "完成进度",
}
# What a heading holds, in the order in which it is asked: 存在问题及下一步打算 is 存在问题.
_HEADINGS = (
    ("number", ("序号", "编号")),
    ("percent", ("完成进度", "进度(%)", "完成率")),
    ("problems", ("问题", "困难")),
    ("next_steps", ("下一步", "打算", "计划")),
    ("text", ("进展", "完成情况", "落实情况", "工作情况", "推进情况")),
    ("measure", ("举措", "措施")),
    ("name", ("任务", "事项", "工作内容")),
)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*([%％]?)")
# A section in a row that was copied whole: 法规科, 执法支队, 信息中心.
_OFFICE = re.compile(r".{1,12}[科室股处队所站局办]|.{1,12}中心|未分工")
_BREAK = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_UNKNOWN = "没有找到对应的任务或举措；请补上序号，或手工选择。"


@dataclass(frozen=True)
class Overwrite:
    """A field that holds other words now: 进展情况, before and after."""

    field: str
    word: str
    before: str
    after: str


@dataclass(frozen=True)
class Proposal:
    """What one line of the block would write; None leaves a field as it is.

    matched: "number" or "words". doubt: why a person should look twice, or nothing. overwrites:
    what other words would go; empty when nothing is lost.
    """

    line: int
    target: FillTarget
    matched: str
    text: str | None
    problems: str | None
    next_steps: str | None
    percent: float | None
    overwrites: tuple[Overwrite, ...] = ()
    doubt: str = ""


@dataclass(frozen=True)
class Unplaced:
    """A line that was not matched, with the reason.

    name: the number or words that nothing is called by; fields: what it would have filled, so that
    a person can place it.
    """

    line: int
    text: str
    reason: str
    fields: tuple[tuple[str, str], ...] = ()
    name: str = ""


@dataclass(frozen=True)
class PastePreview:
    """Every line of the block is in one of the two."""

    proposals: tuple[Proposal, ...]
    unplaced: tuple[Unplaced, ...] = ()


def preview_paste(
    block: str,
    targets: Sequence[FillTarget],
    entries: Iterable[EntryRow],
    period: Period,
    section_id: int | None = None,
) -> PastePreview:
    """Match a block to what is reported on; `entries` are those of the period, oldest first.

    section_id: whose earlier report would be overwritten; None: whoever's. Raises KnownError for
    more than a million characters.
    """
    return preview_block(block, targets, standing_entries(entries, period, section_id))


def preview_block(
    block: str, targets: Sequence[FillTarget], known: Mapping[tuple[int, int | None], EntryRow]
) -> PastePreview:
    """As `preview_paste`; known: what each task and measure says now."""
    if len(block) > LONGEST:
        raise KnownError(f"粘贴的内容超过{LONGEST // 10_000}万字，没有读入；请分几次粘贴。")
    proposals: list[Proposal] = []
    unplaced: list[Unplaced] = []
    lines = _table(block, targets) if "\t" in block else _chat(block, targets)
    for line in lines:
        made = _propose(line, targets, known)
        if isinstance(made, Proposal):
            proposals.append(made)
        else:
            unplaced.append(made)
    return PastePreview(_with_doubles_said(proposals), tuple(unplaced))


@dataclass(frozen=True)
class _Line:
    """One line of the block, cut into its cells."""

    line: int
    number: str = ""
    name: str = ""
    text: str = ""
    problems: str = ""
    next_steps: str = ""
    percent: str = ""


def _table(block: str, targets: Sequence[FillTarget]) -> Iterator[_Line]:
    """Cells under the headings of the block, or in the usual order."""
    columns: dict[str, int] = {}
    for place, cells in rows_of(block):
        heading = _columns(cells)
        if heading:
            columns = heading
        else:
            yield _line(place, cells, columns or _guessed(cells, targets))


def _columns(cells: list[str]) -> dict[str, int]:
    """Which column holds what, where this is a head row: two known headings at least."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if len(cell) > 30:
            continue
        heading = folded(cell)
        for field, marks in _HEADINGS:
            if field not in found and any(mark in heading for mark in marks):
                found[field] = place
                break
    return found if len(found) >= 2 and ("text" in found or "percent" in found) else {}


def _guessed(cells: list[str], targets: Sequence[FillTarget]) -> dict[str, int]:
    """Without a head row: a number, perhaps name and section, then the words in the usual order."""
    found: dict[str, int] = {}
    rest = list(range(len(cells)))
    if leading_number(cells[0])[0] and len(cells[0]) <= 8:
        found["number"] = rest.pop(0)
    called = by_number(leading_number(cells[0])[0], targets) if found else None
    if called and len(rest) > 1 and folded(cells[rest[0]]) in called.names:
        found["name"] = rest.pop(0)
        if len(rest) > 1 and _OFFICE.fullmatch(cells[rest[0]]):
            rest.pop(0)
    elif len(rest) > 1 and (not found or 0 < len(cells[rest[0]]) <= 30 < len(cells[rest[1]])):
        found["name"] = rest.pop(0)
    percents = [place for place in rest if _PERCENT.fullmatch(cells[place])]
    if percents:
        found["percent"] = percents[0]
        rest.remove(percents[0])
    return {**found, **dict(zip(("text", "problems", "next_steps"), rest, strict=False))}


def _line(place: int, cells: list[str], columns: dict[str, int]) -> _Line:
    def cell(field: str) -> str:
        at = columns.get(field, -1)
        return cells[at] if 0 <= at < len(cells) else ""

    return _Line(
        place,
        leading_number(cell("number"))[0],
        cell("measure") or cell("name"),
        cell("text"),
        cell("problems"),
        cell("next_steps"),
        cell("percent"),
    )


def _chat(block: str, targets: Sequence[FillTarget]) -> Iterator[_Line]:
    """Lines of words: one that begins with a number or a 简称 begins a new entry."""
    current: _Line | None = None
    head = ""
    for place, raw in enumerate(_BREAK.split(block), 1):
        text = raw.strip()
        begun = _begun(place, text, targets)
        if not text:
            continue
        if _is_head(text):
            # 张三 10:22 belongs to the words that follow.
            head += f"{text}\n"
            continue
        if begun is None and current is not None:
            current = replace(current, text=f"{current.text}\n{head}{text}")
        else:
            if current is not None:
                yield current
            made = begun or _Line(place, text=text)
            current = replace(made, text=f"{head}{made.text}")
        head = ""
    if current is not None:
        yield replace(current, text=f"{current.text}\n{head}".strip())


def _is_head(text: str) -> bool:
    """Whether a line holds nothing but a sender and a time."""
    found = suggestions(text)
    return bool(found) and found[0].kind != "emoji" and found[0].end >= len(text)


def _begun(place: int, text: str, targets: Sequence[FillTarget]) -> _Line | None:
    label, rest = leading_number(text)
    if label and by_number(label, targets) is not None:
        return _Line(place, label, text=rest.strip())
    target, rest = opening_words(text, targets)
    return None if target is None else _Line(place, target.label, text=rest)


def _propose(
    line: _Line, targets: Sequence[FillTarget], known: Mapping[tuple[int, int | None], EntryRow]
) -> Proposal | Unplaced:
    numbered = by_number(line.number, targets) if line.number else None
    named = by_words(line.name, targets) if line.name else None
    target = named if _other_task(numbered, named) or numbered is None else numbered
    whole = "\t".join(filter(None, (line.number, line.name, line.text)))
    held = tuple((field, getattr(line, field)) for field in _FIELDS if getattr(line, field))
    if target is None:
        return Unplaced(line.line, whole, _UNKNOWN, held, line.number or line.name)
    percent, doubt = read_percent(line.percent)
    if numbered is not None and named is not None and _other_task(numbered, named):
        doubt = f"序号是{numbered.label}，文字是{named.label}的，已按文字对应；请核对。" + doubt
    try:
        text, problems, next_steps = (
            clean(each).strip() or None for each in (line.text, line.problems, line.next_steps)
        )
    except KnownError as error:
        return Unplaced(line.line, whole, str(error), held, line.number or line.name)
    if percent is None and not (text or problems or next_steps):
        return Unplaced(line.line, whole, "这一行没有可填的内容。")
    matched = "number" if target is numbered else "words"
    made = Proposal(line.line, target, matched, text, problems, next_steps, percent, doubt=doubt)
    now = known.get((target.task_id, target.measure_id))
    return replace(made, overwrites=_overwrites(made, now))


def _other_task(numbered: FillTarget | None, named: FillTarget | None) -> bool:
    """Whether number and words lead to different places (Excel makes 4.10 into 4.1)."""
    if numbered is None or named is None or numbered == named:
        return False
    # A task's name beside a measure's number is no contradiction, nor the other way round.
    same = numbered.task_id == named.task_id
    return not (same and (numbered.measure_id is None or named.measure_id is None))


def read_percent(cell: str) -> tuple[float | None, str]:
    """60%, 60 or 0.6 as a percentage; what is none is said."""
    if not cell:
        return None, ""
    match = _PERCENT.fullmatch(folded(cell))
    value = float(match[1]) if match else -1.0
    if match and not match[2] and 0 < value < 1:
        value *= 100
    if not 0 <= value <= 100:
        return None, f"完成进度“{cell[:20]}”不是0到100之间的数，没有填入。"
    unclear = match is not None and not match[2] and value == 1
    return value, "完成进度“1”按1%填入；请核对。" if unclear else ""


def standing_entries(
    entries: Iterable[EntryRow], period: Period, section_id: int | None
) -> dict[tuple[int, int | None], EntryRow]:
    """What each task and measure says now."""
    every = [each for each in entries if section_id is None or each.section_id == section_id]
    tasks: dict[int, list[EntryRow]] = {}
    for entry in every:
        tasks.setdefault(entry.task_id, []).append(entry)
    return {
        (task_id, entry.measure_id): entry
        for task_id, rows in tasks.items()
        for entry in newest(rows, period)
    }


def _overwrites(made: Proposal, now: EntryRow | None) -> tuple[Overwrite, ...]:
    if now is None:
        return ()
    held = {
        "text": (now.original_text, now.wording),
        "problems": (now.original_problems, now.problems),
        "next_steps": (now.original_next, now.next_steps),
        "percent": ("", "" if now.percent is None else number(now.percent)),
    }
    found = []
    for field in _FIELDS:
        value = getattr(made, field)
        after = number(value) if isinstance(value, float) else value
        received, shown = (each.strip() for each in held[field])
        # A review stays where the words as received do; else it goes with them.
        if after is not None and shown and after not in (received, shown):
            found.append(Overwrite(field, _WORDS[field], held[field][1], after))
    return tuple(found)


def _with_doubles_said(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """Two lines for one place: the later would overwrite the earlier."""
    first: dict[tuple[int, int | None], int] = {}
    found = []
    for each in proposals:
        key = (each.target.task_id, each.target.measure_id)
        if key in first:
            doubt = f"与第{first[key]}行是同一项，保存后只留后一行；请核对。{each.doubt}"
            found.append(replace(each, doubt=doubt))
        else:
            first[key] = each.line
            found.append(each)
    return tuple(found)
