"""Rows of a table as the numbered and labelled lines that the outline reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.intake.draft import LedgerRow
from models.intake.grammar.columns import LEDGER, UNITS, columns_of, combined
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
_NOTE = re.compile(
    "(?:备?注|说明|填表|填报|制表|审核|单位负责|合计|总计|小计|附)[^。]{0,12}[:：]?|合计"
)
_PERCENT = re.compile(r"(\d{1,3})(?:\.\d+)?\s?[%％]|^(\d{1,3})$")
_SHARE = re.compile(r"^0?\.\d{1,2}$")
_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")
_LONGEST_GROUP = 40


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
    first_leads: bool = False  # a heading says that the unit named first leads


@dataclass
class _Table:
    """A heading with the rows below it."""

    columns: list[str]
    heading: Line
    rows: list[Line]


def read_tables(lines: Sequence[Line]) -> Tables:
    """Return ``lines`` with each row under a known heading turned into lines of running text."""
    turned: list[Line] = []
    said: list[Said] = []
    first_leads = False
    for block in _blocks(lines):
        if isinstance(block, Line):
            turned.append(block)
        else:
            rows = _Rows(block)
            first_leads = first_leads or bool(FIRST_LEADS.search(block.heading.text))
            turned += rows.turned()
            said += rows.said
    return Tables(turned, tuple(said), first_leads)


def _blocks(lines: Sequence[Line]) -> Iterator[Line | _Table]:
    """Yield running lines and whole tables in order; a heading that is repeated is passed over."""
    table: _Table | None = None
    for line in lines:
        found = columns_of(line.cells)
        if table is not None and line.cells:
            if not found:
                table.rows.append(line)
                continue
            if line.cells == table.heading.cells:
                continue
            if not table.rows:
                table = _Table(combined(table.columns, found), line, [])
                continue
        if table is not None:
            yield table
        table = _Table(found, line, []) if found else None
        if table is None:
            yield line
    if table is not None:
        yield table


class _Rows:
    """The rows under one heading; a blank group cell continues the group above."""

    def __init__(self, table: _Table) -> None:
        self._columns = table.columns
        self._heading = table.heading
        self._rows = table.rows
        self._group = {"group": "", "item": ""}
        self._counted = {"group": 0, "item": 0}
        self._tasks = 0
        self._task = ""
        self._pieces = 0
        self._titled = _every_row_has_a_group_of_its_own(table)
        self.said: list[Said] = []
        self._until = next(
            (
                c
                for r, c in zip(table.columns, table.heading.cells, strict=False)
                if r == "progress"
            ),
            "",
        )

    def turned(self) -> list[Line]:
        """Return the running lines of all rows."""
        return [line for row in self._rows for line in self._lines_of(row)]

    def _lines_of(self, row: Line) -> list[Line]:
        alone = self._alone(row)
        if alone:
            if _NOTE.match(alone) and not read_mark(alone):
                return [Line(row.number, alone)]
            return [Line(row.number, text) for text in self._head("group", alone)]
        cells = self._cells(row)
        texts: list[str] = []
        if not self._titled:
            texts += self._head("group", cells.get("group", ""))
            texts += self._head("item", cells.get("item", ""))
        if cells.get("text"):
            texts += self._task_lines(cells)
            for role, label in _LABELS.items():
                value = cells.get(role, "").strip("/—-－ ")
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
        if role == "text" and len(filled) == 1 and "number" not in self._columns:
            mark = read_mark(cell)
            heads = mark.kind in ("han", "chapter") if mark else "。" not in cell
            return cell if heads and len(cell) <= _LONGEST_GROUP else ""
        return "" if role in (*UNITS, "deadline", "text") and len(filled) == 1 else cell

    def _head(self, role: str, name: str) -> list[str]:
        if not name or name == self._group[role]:
            return []
        self._group[role] = name
        self._counted[role] += 1
        if role == "group":
            self._group["item"], self._counted["item"] = "", 0
        name = name.replace("\n", "")
        if read_mark(name):
            return [name]
        number = in_chinese(self._counted[role])
        return [f"{number}、{name}" if role == "group" else f"（{number}）{name}"]

    def _task_lines(self, cells: dict[str, str]) -> list[str]:
        """Return a task's line; rows merged into one task give its measures."""
        task, more = cells["text"], cells.get("more", "")
        again = f"{cells.get('number', '')}\n{cells.get('group', '')}\n{task}"
        if again == self._task and more:
            self._pieces += 1
            return [more if read_mark(more) else f"（{self._pieces}）{more}"]
        if again == self._task and cells.get("number"):
            return []
        self._task, self._pieces = again, 1
        self._tasks += 1
        title = cells.get("group", "") if self._titled else ""
        text = "\n".join(filter(None, [title, task, more]))
        number = cells.get("number", "").rstrip(".．、 ")
        if read_mark(text) and not (number and title):
            return [text]
        return [f"{number if _NUMBER.fullmatch(number) else self._tasks}.{text}"]

    def _keep(self, row: Line, cells: dict[str, str]) -> None:
        """Keep what a ledger's own columns say of the task."""
        if not any(cells.get(role) for role in LEDGER):
            return
        said = cells.get("percent", "")
        percent = _percent(said)
        kept = LedgerRow(
            position=0,
            line=row.number,
            leader=cells.get("leader", ""),
            person=cells.get("person", ""),
            phone=cells.get("phone", ""),
            progress=cells.get("progress", ""),
            percent=percent,
            status="" if percent is not None else said,
            problems=cells.get("problems", ""),
            next_steps=cells.get("next_steps", ""),
            remarks=cells.get("remarks", ""),
        )
        self.said.append(Said(kept, self._until))


def _percent(said: str) -> int | None:
    """Return 完成进度 in hundredths, None where the cell gives no number."""
    match = _PERCENT.search(said.strip())
    if match:
        value = int(match[1] or match[2])
        return value if value <= 100 else None
    return round(float(said) * 100) if _SHARE.match(said.strip()) else None


def _every_row_has_a_group_of_its_own(table: _Table) -> bool:
    """Tell whether the column of groups holds titles: another in each of several rows."""
    if "group" not in table.columns:
        return False
    place = table.columns.index("group")
    names = [row.cells[place] if place < len(row.cells) else "" for row in table.rows]
    return len(names) > 2 and all(names) and len(set(names)) == len(names)
