"""Rows of a table as the numbered and labelled lines that the outline reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.intake.draft import LedgerRow
from models.intake.grammar.columns import LEDGER, UNITS, columns_below, columns_of, combined
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.numerals import in_chinese
from models.intake.grammar.units import FIRST_LEADS
from models.intake.source import Line

_LABELS = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "supporting": "配合单位",
    "deadline": "完成时限",
}
_NOTE = re.compile("(?:备?注|说明|填表|填报|制表|审核|附)[^。]{0,12}[:：]|合计|总计|小计")
_PERCENT = re.compile(r"(\d{1,3})(?:\.\d+)?\s?[%％]|^(\d{1,3})$")
_SHARE = re.compile(r"^0?\.\d{1,2}$")
_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")
_LONGEST_GROUP = 40
_AS_ABOVE = re.compile("[（(]?同上[）)]?|[〃″]")
_PROBLEM_LABEL = re.compile("^(?:存在)?(?:的)?(?:主要)?问题[:：]")
_NEXT_LABEL = re.compile("下一步(?:工作)?(?:打算|措施|计划|安排)?[:：]")


@dataclass(frozen=True)
class Said:
    """A row's own columns, still without a task's position; ``until`` is their heading (截至…)."""

    row: LedgerRow
    until: str


@dataclass(frozen=True)
class Tables:
    """The lines with tables turned into running ones, and what ledger columns said."""

    lines: list[Line]
    said: tuple[Said, ...]
    headings: tuple[Line, ...] = ()
    first_leads: bool = False  # a heading says that the unit named first leads


@dataclass
class _Table:
    """A heading, in one row or two, with the rows below it."""

    columns: list[str]
    headings: list[Line]
    rows: list[Line]


def read_tables(lines: Sequence[Line]) -> Tables:
    """Return ``lines`` with each row under a known heading turned into lines of running text."""
    turned: list[Line] = []
    said: list[Said] = []
    headings: list[Line] = []
    for block in _blocks(lines):
        if isinstance(block, Line):
            turned.append(block)
        else:
            rows = _Rows(block)
            headings += block.headings
            turned += rows.turned()
            said += rows.said
    first_leads = any(FIRST_LEADS.search(heading.text) for heading in headings)
    return Tables(turned, tuple(said), tuple(headings), first_leads)


def _blocks(lines: Sequence[Line]) -> Iterator[Line | _Table]:
    """Yield running lines and whole tables in order; a heading that is repeated is passed over."""
    table: _Table | None = None
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if table is not None and following is not None and _heads_group(table, line, following):
            line = replace(line, cells=(line.text,))
        if table is not None and line.cells and _belongs(table, line):
            continue
        if table is not None:
            yield table
        found = columns_of(line.cells)
        table = _Table(found, [line], []) if found else None
        if table is None:
            yield line
    if table is not None:
        yield table


def _heads_group(table: _Table, line: Line, following: Line) -> bool:
    """Tell whether a line without cells heads the rows below it, its other cells being lost."""
    columns = len(following.cells)
    width = max((len(row.cells) for row in (*table.headings, *table.rows[-1:])), default=0)
    inside = not line.cells and 2 < columns <= width and not columns_of(following.cells)
    return inside and len(line.text) <= _LONGEST_GROUP and "。" not in line.text


def _belongs(table: _Table, line: Line) -> bool:
    """Add a row to its table; tell whether it is of this one and does not begin another."""
    if any(line.cells == heading.cells for heading in table.headings):
        return True
    found = columns_of(line.cells)
    if not table.rows:
        found = found or columns_below(line.cells)
        if found:
            table.columns = combined(table.columns, found)
            table.headings.append(line)
            return True
    if found:
        return False
    table.rows.append(line)
    return True


class _Rows:
    """The rows under one heading; a blank group cell continues the group above."""

    def __init__(self, table: _Table) -> None:
        self._columns = table.columns
        self._rows = table.rows
        self._above = {"group": "", "item": ""}
        self._said_above: dict[str, str] = {}
        self._counted = {"group": 0, "item": 0}
        self._tasks = 0
        self._task = ""
        self._pieces = 0
        self._has_group_rows = any(self._heads(row) for row in table.rows)
        self._titled = self._groups_are_titles()
        self._tasks_of_several = self._repeated()
        self.said: list[Said] = []
        headed = (
            (r, c) for x in table.headings for r, c in zip(table.columns, x.cells, strict=False)
        )
        self._until = next((cell for role, cell in headed if role == "progress"), "")

    def turned(self) -> list[Line]:
        """Return the running lines of all rows."""
        return [line for row in self._rows for line in self._lines_of(row)]

    def _lines_of(self, row: Line) -> list[Line]:
        alone = self._alone(row)
        if alone and _is_note(alone):
            return [Line(row.number, alone)]
        if alone:
            return [Line(row.number, text) for text in self._head("group", alone)]
        cells = self._cells(row)
        if self._titled and cells.get("number") and cells.get("group") and not cells.get("text"):
            # A task of which only the title is said: one that the office has not taken on.
            cells = {**cells, "text": cells["group"], "group": ""}
        texts: list[str] = []
        if not self._titled:
            texts += self._head("item" if self._has_group_rows else "group", cells.get("group", ""))
            texts += self._head("item", cells.get("item", ""))
        if cells.get("text"):
            texts += self._task_lines(cells)
            for role, label in _LABELS.items():
                value = cells.get(role, "").strip("/—-－ ")
                if _AS_ABOVE.fullmatch(value):
                    value = self._said_above.get(role, "")
                self._said_above[role] = value
                if value:
                    texts.append(f"{label}：{value}")
            self._keep(row, cells)
        elif not texts and any(cells.values()):
            return [Line(row.number, " ".join(cell for cell in row.cells if cell))]
        return [Line(row.number, text) for text in texts]

    def _cells(self, row: Line) -> dict[str, str]:
        """Return the cells by role; several columns of one role are joined."""
        cells: dict[str, str] = {}
        for role, cell in zip(self._columns, row.cells, strict=False):
            if role and cell:
                cells[role] = f"{cells[role]}\n{cell}" if role in cells else cell
        return cells

    def _alone(self, row: Line) -> str:
        """Return the text of a row that heads a group: nothing else stands in it."""
        filled = [
            (role, cell) for role, cell in zip(self._columns, row.cells, strict=False) if cell
        ]
        if not filled or any(cell != filled[0][1] for _, cell in filled):
            return ""
        role, cell = filled[0]
        if _is_note(cell):
            return cell
        if role == "text" and len(filled) == 1 and "number" not in self._columns:
            mark = read_mark(cell)
            heads = mark.kind in ("han", "chapter") if mark else "。" not in cell
            return cell if heads and len(cell) <= _LONGEST_GROUP else ""
        return "" if role in (*UNITS, "deadline", "text") and len(filled) == 1 else cell

    def _heads(self, row: Line) -> bool:
        alone = self._alone(row)
        return bool(alone) and not _is_note(alone)

    def _groups_are_titles(self) -> bool:
        """Tell whether the column of groups names the tasks: to each its own number, or its own row."""
        numbers: dict[str, set[str]] = {}
        read = [self._cells(row) for row in self._rows if not self._alone(row)]
        rows = [cells for cells in read if cells.get("text")]
        for cells in rows:
            numbers.setdefault(cells.get("group", ""), set()).add(cells.get("number", ""))
        if "group" not in self._columns or "" in numbers or len(numbers) < 2:
            return False
        if all(len(found) == 1 and "" not in found for found in numbers.values()):
            return len({number for found in numbers.values() for number in found}) == len(numbers)
        return len(rows) > 2 and len(numbers) == len(rows)

    def _repeated(self) -> set[str]:
        """Return the titles of tasks that several rows make up."""
        rows = self._rows if self._titled else []
        titles = Counter(self._cells(row).get("group", "") for row in rows)
        return {title for title, count in titles.items() if title and count > 1}

    def _head(self, role: str, name: str) -> list[str]:
        if not name or name == self._above[role]:
            return []
        self._above[role] = name
        self._counted[role] += 1
        if role == "group":
            self._above["item"], self._counted["item"] = "", 0
        name = name.replace("\n", "")
        if read_mark(name):
            return [name]
        number = in_chinese(self._counted[role])
        return [f"{number}、{name}" if role == "group" else f"（{number}）{name}"]

    def _task_lines(self, cells: dict[str, str]) -> list[str]:
        """Return a task's line; rows merged into one task give its measures."""
        title = cells.get("group", "") if self._titled else ""
        task, more = cells["text"], cells.get("more", "")
        if title in self._tasks_of_several:
            task, more = title, "\n".join(filter(None, [task, more]))
            title = ""
        again = f"{cells.get('number', '')}\n{cells.get('group', '')}\n{task}"
        if again == self._task and more:
            return [self._piece(more)]
        if again == self._task and cells.get("number"):
            return []
        self._task, self._pieces = again, 0
        self._tasks += 1
        several = task in self._tasks_of_several
        text = "\n".join(filter(None, [title, task, "" if several else more]))
        number = cells.get("number", "").rstrip(".．、 ")
        if read_mark(text) and not (number and (title or several)):
            lines = [text]
        else:
            # 1、 before a digit: 1.1.5万 would be no number.
            mark = "、" if text[:1].isdigit() else "."
            lines = [f"{number if _NUMBER.fullmatch(number) else self._tasks}{mark}{text}"]
        return [*lines, self._piece(more)] if several and more else lines

    def _piece(self, text: str) -> str:
        """Return a measure's line, numbered in its task."""
        self._pieces += 1
        mark = read_mark(text)
        return f"（{self._pieces}）{text[mark.length :] if mark else text}"

    def _keep(self, row: Line, cells: dict[str, str]) -> None:
        """Keep what a ledger's own columns say of the task."""
        if not any(cells.get(role) for role in LEDGER):
            return
        said = cells.get("percent", "")
        percent = _percent(said)
        problems, next_steps = _parted(cells.get("problems", ""), cells.get("next_steps", ""))
        kept = LedgerRow(
            position=0,
            line=row.number,
            leader=cells.get("leader", ""),
            person=cells.get("person", ""),
            phone=cells.get("phone", ""),
            progress=cells.get("progress", ""),
            percent=percent,
            status="" if percent is not None else said,
            problems=problems,
            next_steps=next_steps,
            remarks=cells.get("remarks", ""),
        )
        self.said.append(Said(kept, self._until))


def _parted(problems: str, next_steps: str) -> tuple[str, str]:
    """Part one cell that says both (存在问题：… 下一步打算：…)."""
    before, found, behind = problems.partition(_match(_NEXT_LABEL, problems))
    if not found:
        return problems, next_steps
    return _PROBLEM_LABEL.sub("", before.strip()), f"{behind.strip()}\n{next_steps}".strip()


def _match(pattern: re.Pattern[str], text: str) -> str:
    """What matches, or a mark that no text holds."""
    found = pattern.search(text)
    return found[0] if found else "\0"


def _is_note(cell: str) -> bool:
    """Tell whether a row is a note under the table, or says who filled it in."""
    return bool(_NOTE.match(cell)) and not read_mark(cell)


def _percent(said: str) -> int | None:
    """Return 完成进度 in hundredths, None where the cell gives no number."""
    match = _PERCENT.search(said.strip())
    if match:
        value = int(match[1] or match[2])
        return value if value <= 100 else None
    return round(float(said) * 100) if _SHARE.match(said.strip()) else None
