"""进展情况, 工作记录 and 佐证材料."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands
from models.commands import EntryDraft, EvidenceDraft
from models.dataclass import dataclass
from models.errors import KnownError
from models.files import read_file
from models.history import Work
from models.periods import Period
from models.rows import EvidenceRow


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


@dataclass(frozen=True)
class Hanger:
    """Where evidence hangs: a task, or one measure of it."""

    task_id: int
    measure_id: int | None = None


def attach_file(path: Path, where: Hanger, name: str = "") -> Operation:
    """A file as evidence; it is read in the ledger's lane, not on the window's thread."""

    def attach(work: Work) -> None:
        _attach(work, path, where, name)

    return operation(attach)


def attach_files(
    named: Sequence[tuple[Path, str]],
    where: Hanger,
    step: Callable[[int, int], object] = lambda done, total: None,
    left_out: list[str] | None = None,
) -> Operation:
    """Many files with their 材料名称, as one step.

    What cannot be read is left out and written into left_out; the others are kept. step: told
    before and after each file how many of how many are done; what it raises keeps none of them.
    """

    def attach(work: Work) -> None:
        tried: list[tuple[KnownError | None, str]] = []
        for path, name in named:
            step(len(tried), len(named))
            tried.append((_tried(work, path, where, name), work.label))
        step(len(tried), len(named))
        failures = [error for error, _ in tried if error is not None]
        kept = [label for error, label in tried if error is None]
        if not kept:
            raise failures[0]
        if left_out is not None:
            left_out.extend(str(error) for error in failures)
        work.label = kept[0] if len(kept) == 1 else f"{kept[0]} 等{len(kept)}件"

    return operation(attach)


def _tried(work: Work, path: Path, where: Hanger, name: str) -> KnownError | None:
    """Why a file was not attached; None when it was."""
    try:
        _attach(work, path, where, name)
    except KnownError as error:
        return error
    return None


def _attach(work: Work, path: Path, where: Hanger, name: str) -> None:
    draft = EvidenceDraft(
        name=name or path.stem,
        task_id=where.task_id,
        measure_id=where.measure_id,
        file_name=path.name,
    )
    commands.attach(work, draft, read_file(path))


def attach_content(name: str, file_name: str, content: bytes, where: Hanger) -> Operation:
    """What was pasted and has no file."""
    draft = EvidenceDraft(
        name=name, task_id=where.task_id, measure_id=where.measure_id, file_name=file_name
    )
    return operation(commands.attach, draft, content)


def rename_evidence(row: EvidenceRow, name: str) -> Operation:
    """Another 材料名称; everything else that is said of it stays."""
    draft = EvidenceDraft(
        name=name,
        document_number=row.document_number,
        formed_on=row.formed_on,
        source=row.source,
        pages=row.pages,
        place=row.place,
    )
    return operation(commands.edit_evidence, row.id, draft)


def attach_paper(draft: EvidenceDraft) -> Operation:
    """A paper original with its place."""
    return operation(commands.attach, draft, None)


def edit_evidence(evidence_id: int, draft: EvidenceDraft) -> Operation:
    """Other words about a piece of evidence."""
    return operation(commands.edit_evidence, evidence_id, draft)


def describe_evidence(evidence_id: int, draft: EvidenceDraft, measure_id: int | None) -> Operation:
    """Other words about a piece, and which measure it proves, as one step."""

    def edit_evidence(work: Work) -> None:
        commands.edit_evidence(work, evidence_id, draft)
        label = work.label
        commands.move_evidence(work, evidence_id, measure_id)
        work.label = label

    return operation(edit_evidence)


def detach(evidence_id: int) -> Operation:
    """Take evidence out; undo brings it back."""
    return operation(commands.detach, evidence_id)
