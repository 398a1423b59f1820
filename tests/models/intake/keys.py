"""What is compared of a plan: figures by hand-made keys, and the same plan in another kind of file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models.intake.draft import PlanDraft, TaskDraft
from tests.models.intake import forms

# Other people's plans lie beside the repository where there are any; they never enter it.
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "plans"
Made = Callable[[str], tuple[bytes, str]]

RUNNING_FORMS: dict[str, Made] = {
    "txt": lambda text: (text.encode(), "plan.txt"),
    "docx, typed numbers": lambda text: (forms.as_docx(text), "plan.docx"),
    "docx, Word's numbers": lambda text: (forms.as_docx(text, "word"), "plan.docx"),
    "pdf": lambda text: (forms.as_pdf(text), "plan.pdf"),
    "html": lambda text: (forms.as_html(text), "plan.html"),
    "run on": lambda text: (forms.as_run_on(text), "plan.txt"),
    "run on with blanks": lambda text: (forms.as_run_on(text, " "), "plan.txt"),
}
TABLE_FORMS: dict[str, Made] = {
    "txt": RUNNING_FORMS["txt"],
    "docx": RUNNING_FORMS["docx, typed numbers"],
    "docx, Word's numbers": RUNNING_FORMS["docx, Word's numbers"],
    "xlsx": lambda text: (forms.as_xlsx(text), "plan.xlsx"),
    "html": RUNNING_FORMS["html"],
}


def _bare(text: str) -> str:
    """Return a text without blanks, which a page does not tell from spacing."""
    return re.sub(r"\s", "", text)


def _units(task: TaskDraft) -> tuple[tuple[str, ...], ...]:
    return (task.lead_units, task.responsible_units, task.supporting_units)


def said(draft: PlanDraft) -> dict[str, list[Any]]:
    """Return all that a plan says, by kind, for comparing one kind of file with another."""
    tasks = draft.all_tasks()
    measures = [measure for task in tasks for measure in task.measures]
    return {
        "head": [
            *(_bare(draft.title), _bare(draft.preamble), _bare(draft.notice_title)),
            *(draft.document_number, draft.issuers, draft.addressees, draft.issued_on),
        ],
        "parts": [(part.number, _bare(part.title)) for part in draft.parts],
        "items": [(i.number, _bare(i.title)) for part in draft.parts for i in part.items],
        "tasks": [(task.number, _bare(task.text), task.tracked) for task in tasks],
        "units": [_units(task) for task in tasks],
        "deadlines": [task.deadline for task in tasks],
        "measures": [_bare(measure.text) for measure in measures],
        "targets": [
            (_bare(target.label), target.operator, target.low, target.high, target.unit)
            for measure in measures
            for target in measure.targets
        ],
    }


def right(found: list[Any], asked: list[Any]) -> int:
    """Return how many entries of ``asked`` stand in ``found`` at their place."""
    return sum(one == other for one, other in zip(found, asked, strict=False))


def counts(draft: PlanDraft) -> dict[str, int]:
    """Return what a key counts of a plan."""
    tasks = draft.all_tasks()
    return {
        "level1": len(draft.parts),
        "level2": sum(len(part.items) for part in draft.parts),
        "leaves with units": sum(any(_units(task)) for task in tasks),
        "tasks": len(tasks),
    }


def names(draft: PlanDraft) -> set[str]:
    """Return every name of a unit in a draft, those of measures too."""
    holders = [*draft.all_tasks(), *(m for task in draft.all_tasks() for m in task.measures)]
    return {
        name
        for holder in holders
        for role in (holder.lead_units, holder.responsible_units, holder.supporting_units)
        for name in role
    }


def is_no_name(name: str) -> bool:
    """Tell whether what was read as a unit holds words that no name holds."""
    return (
        bool(re.search("负责|牵头|[:：，,。；;]|下同|适用范围|备注|前完成", name))
        or not name.strip()
    )
