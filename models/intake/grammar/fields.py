"""Labelled fields: 牵头单位：…, 责任单位：…, 配合单位：…, 完成时限：…, in a bracket or on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.intake.grammar.units import NO_UNITS, Role, Units, units_in

_WHO = "(?:责任)?(?:单位|部门|科室|处室|主体|机构)"
_LABEL = re.compile(
    rf"(?P<lead>(?:牵头|主办|主责){_WHO})"
    rf"|(?P<supporting>(?:配合|协办|协助|协同|参与|参加|支持)(?:[/、和（(]责任[）)]?)?{_WHO})"
    rf"|(?P<responsible>(?:责任|承办|实施|落实|负责|承担|执行|具体负责){_WHO}|工作分工|责任分工)"
    r"|(?P<deadline>(?:完成|办理|推进|工作|落实)?(?:时限|期限)(?:要求)?|(?:完成|推进)时间|时间节点|时间要求)"
)
LABEL_WITH_COLON = re.compile(rf"(?:{_LABEL.pattern})\s*[:：]")


@dataclass(frozen=True)
class Fields:
    """What the labels of a bracket or a line say."""

    units: Units = NO_UNITS
    deadline: str = ""  # the words of 完成时限, "" without

    def __add__(self, other: Fields) -> Fields:
        return Fields(self.units + other.units, self.deadline or other.deadline)


def role_of_label(label: str) -> str:
    """Return lead, supporting, responsible, deadline or "" for a column's heading."""
    match = _LABEL.match(label.strip())
    return match.lastgroup or "" if match else ""


def starts_with_label(text: str) -> bool:
    """Tell whether ``text`` is a field: a label, a colon, a value."""
    return bool(LABEL_WITH_COLON.match(text.lstrip("（([［【〔 　")))


def read_fields(text: str) -> Fields:
    """Return what the labels in ``text`` say; words before the first label count for nothing."""
    labels = list(LABEL_WITH_COLON.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    fields = Fields()
    for label, end in zip(labels, ends, strict=False):
        value = text[label.end() : end].strip("；;。，, 　|")
        if label.lastgroup == "deadline":
            fields += Fields(deadline=value)
        elif value:
            fields += Fields(units_in(value, _role(label.lastgroup)))
    return fields


def _role(group: str | None) -> Role:
    return "lead" if group == "lead" else "supporting" if group == "supporting" else "responsible"
