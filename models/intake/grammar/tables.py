"""Rows of a table as the numbered and labelled lines that the outline reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grammar.fields import role_of_label
from models.intake.grammar.numbering import read_mark
from models.intake.source import Line

_TEXT = re.compile(
    "工作要求|工作内容|具体(?:举措|措施|任务|内容|要求)|主要(?:措施|内容|任务)|举措|措施|内容|要求"
)
_GROUP = re.compile("工作任务|重点任务|任务|类别|事项|项目|领域|目标|工作")
_LABELS = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "supporting": "配合单位",
    "deadline": "完成时限",
}
_HAN = "一二三四五六七八九十"


def lines_of_tables(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines`` with each row under a known heading turned into lines of running text."""
    columns: list[str] = []
    rows = _Rows()
    turned: list[Line] = []
    for line in lines:
        if not line.cells:
            columns = []
        found = _columns(line.cells)
        if found:
            columns, rows = found, _Rows()
        elif columns:
            turned += rows.lines_of(line, columns)
        else:
            turned.append(line)
    return turned


def _columns(cells: Sequence[str]) -> list[str]:
    """Return what each column holds if ``cells`` are a heading row with a unit column, else []."""
    roles = [role_of_label(cell) for cell in cells]
    if not any(role in ("lead", "responsible", "supporting") for role in roles):
        return []
    if any(len(cell) > 20 for cell in cells):
        return []
    for place, cell in enumerate(cells):
        if not roles[place] and "序号" in cell:
            roles[place] = "number"
        elif not roles[place] and _TEXT.search(cell) and "text" not in roles:
            roles[place] = "text"
        elif not roles[place] and _GROUP.search(cell) and "group" not in roles:
            roles[place] = "group"
    if "text" not in roles and "group" in roles:
        roles[roles.index("group")] = "text"
    return roles if "text" in roles else []


class _Rows:
    """The rows under one heading; a blank group cell continues the group above."""

    def __init__(self) -> None:
        self._group = ""
        self._groups = 0
        self._tasks = 0

    def lines_of(self, line: Line, columns: list[str]) -> list[Line]:
        cells = dict(zip(columns, line.cells, strict=False))
        texts = self._heading(cells.get("group", ""))
        task = cells.get("text", "")
        if task:
            self._tasks += 1
            number = cells.get("number") or str(self._tasks)
            texts.append(task if read_mark(task) else f"{number}.{task}")
        for role, label in _LABELS.items():
            if cells.get(role) and task:
                texts.append(f"{label}：{cells[role]}")
        return [Line(line.number, text) for text in texts]

    def _heading(self, group: str) -> list[str]:
        if not group or group == self._group:
            return []
        self._group = group
        self._groups += 1
        if read_mark(group) or self._groups > len(_HAN):
            return [group]
        return [f"{_HAN[self._groups - 1]}、{group}"]
