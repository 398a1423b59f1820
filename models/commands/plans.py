"""Saving a plan draft: the text exactly as received, everything 待定."""

from __future__ import annotations

import datetime as dt
import re

from models.commands.evidence import EvidenceDraft, attach
from models.commands.lookup import line, lines
from models.commands.plan_rows import add_item, add_part, add_task
from models.dataclass import dataclass
from models.errors import KnownError
from models.history import Work
from models.intake.draft import PlanDraft
from models.schema import Plan
from models.text import clean

LONGEST_SOURCE = 5_000_000
ORIGINAL = "原件"


@dataclass(frozen=True)
class SourceFile:
    """The file that a plan came as, or what was pasted."""

    name: str
    content: bytes


def add_plan(
    work: Work,
    draft: PlanDraft,
    received_on: dt.date | None = None,
    received_number: str = "",
) -> None:
    """Save a plan; one that has the same number is refused."""
    number = clean(draft.document_number, lines=False)
    if number and Plan.select().where(Plan.document_number == number).exists():
        raise KnownError(
            f"{number}已经在台账里，没有重复存入；请在上方选择它，内容有变的请按修订存入。"
        )
    if not draft.all_tasks():
        raise KnownError("这份文件里没有读出任务，没有存入；请检查是否选对了文件。")
    work.label = f"载入《{line(draft.title)}》"
    plan_id = work.insert(
        Plan,
        title=clean(draft.title, lines=False),
        notice_title=clean(draft.notice_title, lines=False),
        document_number=number,
        issuers=lines(draft.issuers),
        addressees=lines(draft.addressees),
        issued_on=draft.issued_on,
        received_on=received_on,
        received_number=clean(received_number, lines=False),
        preamble=clean(draft.preamble),
        year=plan_year(draft, work.today),
        source_text=clean(draft.source_text, LONGEST_SOURCE),
        findings=findings_kept(draft),
    )
    work.new_id = plan_id
    for task in draft.tasks:
        add_task(work, plan_id, None, None, task)
    for place, part in enumerate(draft.parts, 1):
        part_id = add_part(work, plan_id, place, part)
        for task in part.tasks:
            add_task(work, plan_id, part_id, None, task)
        for item_place, item in enumerate(part.items, 1):
            item_id = add_item(work, plan_id, part_id, item_place, item)
            for task in item.tasks:
                add_task(work, plan_id, part_id, item_id, task)


def keep_source(work: Work, plan_id: int, draft: PlanDraft, source: SourceFile) -> None:
    """Keep the file that a plan was read from in the ledger, as evidence of the plan."""
    said = EvidenceDraft(
        ORIGINAL,
        plan_id=plan_id,
        document_number=line(draft.document_number),
        formed_on=draft.issued_on,
        source="、".join(lines(draft.issuers)),
        file_name=source.name,
    )
    attach(work, said, source.content)


def findings_kept(draft: PlanDraft) -> list[list[object]]:
    """The findings as the ledger keeps them: line, text, reason."""
    return [[each.line, clean(each.text), clean(each.reason)] for each in draft.findings]


def plan_year(draft: PlanDraft, today: dt.date) -> int:
    """The year that a plan is for: that of its title, else of its date, else today's."""
    found = re.search(r"(?<!\d)(19|20)\d{2}(?=年)", draft.title)
    if found:
        return int(found.group())
    return (draft.issued_on or today).year
