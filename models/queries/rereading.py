"""A plan that is read again: recognised, compared with what stands, and what was issued before."""

from __future__ import annotations

from collections import Counter, defaultdict

from models.intake.comparing import joined, plan_text, steps_to
from models.intake.draft import PlanDraft
from models.intake.revision import PlanText, recognised
from models.issued import issued_tasks
from models.planrows import PlanRevision, RevisionRow
from models.queries.plans import find_plan_row
from models.schema import FormerTask, Plan, Revision, Task


def recognised_plan(draft: PlanDraft) -> PlanRevision | None:
    """The plan that a draft is again (same number, or nearly the same text), compared with it."""
    texts: dict[int, list[str]] = defaultdict(list)
    tasks = Task.select(Task.plan, Task.text).where(Task.local_number == "")
    for plan_id, text in tasks.order_by(Task.plan, Task.position).tuples():
        texts[plan_id].append(text)
    known = [
        PlanText(row.id, row.document_number, row.title, "\n".join(texts[row.id]))
        for row in Plan.select(Plan.id, Plan.document_number, Plan.title)
    ]
    found = recognised(plan_text(draft), known) if joined(draft) else None
    return None if found is None else compare_with(found, draft)


def compare_with(plan_id: int, draft: PlanDraft) -> PlanRevision:
    """A plan of the ledger beside a draft; `KnownError` when there is no such plan."""
    return PlanRevision(find_plan_row(plan_id), steps_to(draft, issued_tasks(plan_id)))


def revisions(plan_id: int) -> tuple[RevisionRow, ...]:
    """The revisions that a plan has been through, the newest first."""
    courses: dict[int, Counter[str]] = defaultdict(Counter)
    steps = FormerTask.select(FormerTask.revision, FormerTask.course).join(Revision)
    for revision_id, course in steps.where(Revision.plan == plan_id).tuples():
        courses[revision_id][course] += 1
    rows = Revision.select().where(Revision.plan == plan_id).order_by(Revision.id.desc())
    return tuple(
        RevisionRow(
            row.id,
            row.plan_id,
            row.dated_on,
            row.document_number,
            row.issued_on,
            row.title,
            row.former_title,
            row.former_preamble,
            row.former_source,
            courses[row.id]["changed"],
            courses[row.id]["added"] + courses[row.id]["restored"],
            courses[row.id]["removed"],
        )
        for row in rows
    )
