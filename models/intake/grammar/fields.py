"""Labelled fields: 牵头单位：…, 责任单位：…, 配合单位：…, 完成时限：…, in a bracket or on a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.intake.grammar.limits import limit_in
from models.intake.grammar.spans import pairs
from models.intake.grammar.units import NO_UNITS, Role, Units, units_in

_WHO = "(?:责任)?(?:单位|部门|科室|处室|主体|机构)"
_LABEL = re.compile(
    "(?P<leader>(?:责任|分管|牵头|包抓|挂钩|主管)(?:市|县|区|局|委)?领导)|(?P<person>(?:具体)?(?:责任|负责|经办|联系)人)"
    rf"|(?P<lead>(?:牵头|主办|主责)(?:负责)?(?:{_WHO}|(?=\s?[:：])))"
    rf"|(?P<supporting>(?:配合|协办|协助|协同|参与|参加|支持)(?:[/、和（(]责任[）)]?)?{_WHO}|(?:配合|协办)(?=\s?[:：]))"
    rf"|(?P<responsible>(?:责任|承办|实施|落实|负责|承担|执行|具体负责){_WHO}|工作分工|责任分工|(?:责任|承办)(?=\s?[:：]))"
    r"|(?P<deadline>(?:完成|办理|推进|工作|落实)?(?:时限|期限)(?:要求)?|(?:完成|推进|办结)时间|时间节点|时间要求|时间安排)"
)
LABEL_WITH_COLON = re.compile(rf"(?:{_LABEL.pattern})\s*[:：]")


@dataclass(frozen=True)
class Fields:
    """What the labels of a bracket or a line say."""

    units: Units = NO_UNITS
    deadline: str = ""  # the words of 完成时限, "" without
    leader: str = ""  # 责任领导
    person: str = ""  # 责任人

    @staticmethod
    def joined(several: Iterable[Fields]) -> Fields:
        """Return what several say together; time limits stand one after the other."""
        parts = [fields for fields in several if fields != NO_FIELDS]
        if len(parts) < 2:
            return parts[0] if parts else NO_FIELDS
        limits = dict.fromkeys(fields.deadline for fields in parts if fields.deadline)
        return Fields(
            Units.joined(fields.units for fields in parts),
            "；".join(limits),
            next((fields.leader for fields in parts if fields.leader), ""),
            next((fields.person for fields in parts if fields.person), ""),
        )


NO_FIELDS = Fields()


def role_of_label(label: str) -> str:
    """Return lead, supporting, responsible, deadline, leader, person or "" for a heading."""
    match = _LABEL.match(label.strip())
    return match.lastgroup or "" if match else ""


def starts_with_label(text: str) -> bool:
    """Tell whether ``text`` is a field: a label, a colon, a value."""
    return bool(LABEL_WITH_COLON.match(text.lstrip("（([［【〔 　")))


def read_fields(text: str) -> Fields:
    """Return what the labels in ``text`` say; words before the first label count for nothing."""
    text = _unwrapped(text)
    labels = list(LABEL_WITH_COLON.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    found = []
    for label, end in zip(labels, ends, strict=False):
        value = text[label.end() : end].strip("；;。，, 　|\n")
        if value and value not in "）)］]】":
            found.append(_field(label.lastgroup or "", value))
    return Fields.joined(found)


def _unwrapped(text: str) -> str:
    """Return a line without the bracket around all of it."""
    bare = text.strip("。；; 　")
    return bare[1:-1] if pairs(bare)[:1] == [(0, len(bare) - 1)] else text


def _field(label: str, value: str) -> Fields:
    if label == "deadline":
        return Fields(deadline=value)
    if label == "leader":
        return Fields(leader=value)
    if label == "person":
        return Fields(person=value)
    return _of_units(value, _role(label))


def _of_units(words: str, role: Role) -> Fields:
    """Return what a list of units says, with the time limit that may stand behind it."""
    found = units_in(words, role)
    return Fields(found, limit_in(words))


def _role(group: str) -> Role:
    return "lead" if group == "lead" else "supporting" if group == "supporting" else "responsible"
