"""进展情况, 工作记录 and 佐证材料."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands
from models.commands import EntryDraft, EvidenceDraft
from models.files import read_file
from models.history import Work
from models.periods import Period


def write_progress(
    task_id: int, period: Period, draft: EntryDraft, measure_id: int | None = None
) -> Operation:
    """What was done in a period on a task, or on one measure."""
    return operation(commands.write_progress, task_id, period, draft, measure_id)


def review(entry_id: int, **texts: str) -> Operation:
    """审定文本: text, problems, next_steps."""
    return operation(commands.review_entry, entry_id, **texts)


def remove_entry(entry_id: int) -> Operation:
    """Take an entry out."""
    return operation(commands.remove_entry, entry_id)


def add_note(task_id: int, text: str, kind: str = "note", author: str | None = None) -> Operation:
    """A dated note on a task; without an author it is the operator's."""
    return operation(commands.add_note, text, task_id=task_id, kind=kind, author=author)


def edit_note(note_id: int, **values: Any) -> Operation:  # noqa: ANN401 (columns)
    """Other words, another day, author or kind for a note."""
    return operation(commands.edit_note, note_id, **values)


def remove_note(note_id: int) -> Operation:
    """Take a note out."""
    return operation(commands.remove_note, note_id)


def attach_file(path: Path, task_id: int, measure_id: int | None = None) -> Operation:
    """A file as evidence; it is read in the ledger's lane, not on the window's thread."""

    def attach(work: Work) -> None:
        draft = EvidenceDraft(
            name=path.stem, task_id=task_id, measure_id=measure_id, file_name=path.name
        )
        commands.attach(work, draft, read_file(path))

    return operation(attach)


def attach_paper(draft: EvidenceDraft) -> Operation:
    """A paper original with its place."""
    return operation(commands.attach, draft, None)


def edit_evidence(evidence_id: int, draft: EvidenceDraft) -> Operation:
    """Other words about a piece of evidence."""
    return operation(commands.edit_evidence, evidence_id, draft)


def detach(evidence_id: int) -> Operation:
    """Take evidence out; undo brings it back."""
    return operation(commands.detach, evidence_id)
