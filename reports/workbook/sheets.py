"""What a sheet shows, before any library: the tables of a document with their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.text import ANY_LENGTH, clean
from reports.document import AnyDocument, OfficialDocument, Table, TableDocument

LONGEST_TITLE = 31
_FORBIDDEN = re.compile(r"[:\\/?*\[\]]")


@dataclass(frozen=True)
class SheetPlan:
    """One sheet: `label` is 附件 or 附件1 where the table is bound into a report."""

    name: str
    title: str
    table: Table
    label: str = ""
    head_fields: tuple[tuple[str, str], ...] = ()


def sheet_plans(document: AnyDocument) -> tuple[SheetPlan, ...]:
    """The tables of a document, attachments with their label, each with a legal sheet name."""
    title = document.plain_title
    if isinstance(document, TableDocument):
        return (_own(title, document.table, set(), document.head_fields),)
    taken: set[str] = set()
    inside = [block for block in document.body if isinstance(block, Table)]
    return (*(_own(title, table, taken) for table in inside), *_attached(document, taken))


def _own(
    title: str, table: Table, taken: set[str], fields: tuple[tuple[str, str], ...] = ()
) -> SheetPlan:
    return SheetPlan(_sheet_name(title, taken), title, table, "", fields)


def _attached(document: OfficialDocument, taken: set[str]) -> tuple[SheetPlan, ...]:
    plans: list[SheetPlan] = []
    several = len(document.attachments) > 1
    for number, attachment in enumerate(document.attachments, 1):
        title = attachment.title.replace("|", "")
        for block in attachment.blocks:
            if isinstance(block, Table):
                label = f"附件{number}" if several else "附件"
                plans.append(SheetPlan(_sheet_name(title, taken), title, block, label))
    return tuple(plans)


def _sheet_name(title: str, taken: set[str]) -> str:
    """The title's matter or end (任务台账) where the whole is too long; unique in the workbook."""
    name = _FORBIDDEN.sub("", clean(title, ANY_LENGTH, lines=False)).strip("' ") or "表"
    if len(name) > LONGEST_TITLE:
        name = name.rpartition("》")[2] or name
        name = name.partition("关于")[2] or name
    name = name[-LONGEST_TITLE:].strip("' ") or "表"
    number = 2
    while name in taken:
        name, number = f"{name[: LONGEST_TITLE - 4]}（{number}）", number + 1
    taken.add(name)
    return name
