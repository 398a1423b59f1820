"""What the columns of a table hold, by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grammar.fields import role_of_label

# The first that fits: a 责任领导 is no 责任单位, 进展情况 is no 完成时限.
_COLUMNS = (
    ("leader", "(?:责任|分管|牵头|包抓|包联|挂[钩点联]|主管|联系|牵头责任)[^人]{0,2}领导|^领导"),
    ("phone", "电话|联系方式"),
    ("person", "责任人|负责人|联系人|经办人|承办人|联络员|具体责任|^人员"),
    ("progress", "进展|落实情况|完成情况|推进情况|工作成效|目前情况"),
    (
        "percent",
        "完成(?:进度|率|比例|百分比)|^(?:当前|目前|工作|总体)?进度(?!安排|要求|计划)|状态|是否完成",
    ),
    ("problems", "存在(?:的)?(?:主要)?问题|^(?:主要)?问题|困难"),
    ("next_steps", "下一?步"),
    ("remarks", "^备注|^说明|^备注?说明"),
)
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in _COLUMNS)
_BARE = (
    ("lead", re.compile("^(?:牵头|主办|主责)(?:单位)?$")),
    ("supporting", re.compile("^(?:配合|协办|参与|协同)(?:单位)?$")),
    ("responsible", re.compile("^(?:单位|部门|科室|处室|责任主体|责任分工|分工)$")),
)
_NUMBER = re.compile("序号|编号|^号$|^No\\.?$")
_TEXT = re.compile(
    "工作要求|工作内容|具体(?:举措|措施|任务|内容|要求)|主要(?:措施|内容|任务|工作)|举措|措施|内容|要求|任务分解|工作要点"
)
_GROUP = re.compile("工作任务|重点任务|任务|类别|类型|事项|项目|领域|板块|目标|工作|名称")
UNITS = ("lead", "responsible", "supporting")
LEDGER = ("leader", "person", "phone", "progress", "percent", "problems", "next_steps", "remarks")
_LONGEST = 30


def columns_of(cells: Sequence[str]) -> list[str]:
    """Return what each column holds if ``cells`` are the heading row of a task table, else [].

    Such a row names what is to be done, and who does it or by when or how far it is. Columns of
    content beyond the first are "more", those of no use "".
    """
    if len(cells) < 2:
        return []
    bare = [cell.replace("\n", "").replace(" ", "").replace("　", "") for cell in cells]
    if any(len(cell) > _LONGEST for cell in bare) or sum(map(bool, bare)) < 2:
        return []
    roles = [_role(cell) for cell in bare]
    if not any(role in (*UNITS, "deadline", *LEDGER[:-1]) for role in roles):
        return []
    for place, cell in enumerate(bare):
        if roles[place]:
            continue
        if _NUMBER.search(cell):
            roles[place] = "number" if "number" not in roles else ""
        elif _TEXT.search(cell):
            roles[place] = "text" if "text" not in roles else "more"
        elif _GROUP.search(cell):
            roles[place] = (
                "group" if "group" not in roles else "item" if "item" not in roles else ""
            )
    return _with_text(roles)


def columns_below(cells: Sequence[str]) -> list[str]:
    """Return what the second row of a heading says under merged cells (牵头 | 配合), else []."""
    roles = [_role(cell.replace(" ", "")) if len(cell) <= _LONGEST else "" for cell in cells]
    filled = [role for role, cell in zip(roles, cells, strict=True) if cell]
    return roles if len(filled) > 1 and all(filled) else []


def combined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the columns of a heading in two rows: the lower says more precisely."""
    roles = list(below) + list(above[len(below) :])
    for place, role in enumerate(above[: len(below)]):
        if not roles[place] and role not in roles:
            roles[place] = role
    return roles


def _role(cell: str) -> str:
    if not cell:
        return ""
    for role, pattern in _ROLES:
        if pattern.search(cell):
            return role
    for role, pattern in _BARE:
        if pattern.search(cell):
            return role
    return role_of_label(cell)


def _with_text(roles: list[str]) -> list[str]:
    """Let the last column of groups say what is to be done where no other does."""
    for role in ("item", "group"):
        if "text" not in roles and role in roles:
            roles[roles.index(role)] = "text"
    return roles if "text" in roles else []
