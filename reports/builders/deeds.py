"""二、主要做法及成效: one heading a part, one paragraph a task (or an item)."""

from __future__ import annotations

from models.rows import ReportRows, TaskDossier
from models.text import proper
from reports.builders.grouping import (
    Group,
    by_item,
    by_part,
    homeless,
    local_heading,
    reading_order,
)
from reports.builders.joining import Joined, joined_entries
from reports.builders.numerals import chinese
from reports.builders.points import opening_words
from reports.document import Block, Heading, Paragraph
from reports.options import Grouping, PaperOptions


def deed_blocks(rows: ReportRows, options: PaperOptions) -> list[Block]:
    """What was done, part by part; parts and tasks with nothing to say are left out."""
    texts = {
        dossier.task.id: joined_entries(dossier, "wording", rows.period)
        for dossier in (*rows.dossiers, *rows.local_dossiers)
    }

    def told(dossier: TaskDossier) -> bool:
        return dossier.task.role.adopted and bool(texts[dossier.task.id].text)

    groups = [*by_part(rows, reading_order(rows), told)]
    if rest := tuple(filter(told, homeless(rows))):
        groups.append(Group(local_heading(rows), rest))
    blocks: list[Block] = []
    for number, group in enumerate(groups, 1):
        if group.heading:
            title = _heading(group.heading, options)
            key = f"part:{group.heading}"
            blocks.append(Heading(2, f"（{chinese(number)}）{title}", key=key))
        if options.group_by is Grouping.ITEM and rows.parts:
            blocks += [_of_item(each, texts, options) for each in by_item(rows, group)]
        else:
            blocks += [_of_task(each, texts) for each in group.dossiers]
    return blocks


def _of_task(dossier: TaskDossier, texts: dict[int, Joined]) -> Paragraph:
    joined = texts[dossier.task.id]
    key = f"task:{dossier.task.label}"
    return Paragraph(joined.text, joined.sources, lead=opening_words(dossier), key=key)


def _of_item(group: Group, texts: dict[int, Joined], options: PaperOptions) -> Paragraph:
    joined = [texts[dossier.task.id] for dossier in group.dossiers]
    sources = tuple(dict.fromkeys(source for each in joined for source in each.sources))
    lead = f"{_heading(group.heading, options)}。" if group.heading else ""
    key = f"tasks:{'、'.join(dossier.task.label for dossier in group.dossiers)}"
    return Paragraph("".join(each.text for each in joined), sources, lead=lead, key=key)


def _heading(issued: str, options: PaperOptions) -> str:
    """The part's own heading in its proper form, or what the person wrote instead."""
    default = proper(issued).strip().rstrip("。")
    return options.heading(default)
