"""The register of papers: 拟稿, 送审, 签发, 编号, 报送, 作废, and a paper's text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gui.operations.operation import Operation, operation
from models import commands
from models.dataclass import dataclass
from models.files import read_file
from models.history import Work
from models.periods import Period

Text = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Beginning:
    """What a paper is begun from: its plan, kind, title, what it is about, and its choices."""

    plan_id: int
    kind: str
    title: str
    period: Period
    section_id: int | None
    task_id: int | None
    options: Mapping[str, Any]
    due_on: dt.date | None = None

    def start(self, work: Work) -> int:
        """Write it into the register; answers its id."""
        commands.start_paper(
            work,
            self.plan_id,
            self.kind,
            self.title,
            self.period,
            self.section_id,
            self.task_id,
            self.options,
            self.due_on,
        )
        return work.new_id or 0


def start(beginning: Beginning) -> Operation:
    """拟稿."""

    def start_paper(work: Work) -> None:
        beginning.start(work)

    return operation(start_paper)


def set_options(paper_id: int, options: Mapping[str, Any], title: str) -> Operation:
    """The choices of a paper that is not signed."""
    return operation(commands.set_paper_options, paper_id, options, title)


def submit(paper_id: int, words: Text) -> Operation:
    """送审."""
    return operation(commands.submit_paper, paper_id, words)


def sign(paper_id: int, signer: str, on: dt.date | None, words: Text) -> Operation:
    """签发."""
    return operation(commands.sign_paper, paper_id, signer, on=on, passages=words)


def unsign(paper_id: int) -> Operation:
    """退回修改."""
    return operation(commands.unsign_paper, paper_id)


def number(paper_id: int, whole: str) -> Operation:
    """编号."""
    return operation(commands.number_paper, paper_id, whole)


def issue(
    paper_id: int, content: bytes, name: str, manner: str, on: dt.date | None, due: dt.date | None
) -> Operation:
    """报送: exactly these bytes are kept."""
    return operation(
        commands.issue_paper, paper_id, content, name, manner=manner, on=on, due_on=due
    )


def void(paper_id: int, reason: str) -> Operation:
    """作废."""
    return operation(commands.void_paper, paper_id, reason)


def renew(paper_id: int) -> Operation:
    """另起新稿."""
    return operation(commands.succeed_paper, paper_id)


def answer(paper_id: int, text: str, on: dt.date | None) -> Operation:
    """办理情况反馈."""
    return operation(commands.answer_paper, paper_id, text, on=on)


def scan(paper_id: int, path: Path) -> Operation:
    """The scan of the sealed copy; it is read in the ledger's lane."""

    def attach_scan(work: Work) -> None:
        commands.attach_scan(work, paper_id, read_file(path), path.name)

    return operation(attach_scan)


class PassageWork:
    """Changes of a paper's text; a paper that nobody has begun is begun with the first of them.

    paper_id: 0 for one that is to be begun from `beginning`.
    """

    def __init__(self, paper_id: int, beginning: Beginning | None = None) -> None:
        self.paper_id = paper_id
        self._beginning = beginning

    def _paper(self, work: Work) -> int:
        if not self.paper_id and self._beginning is not None:
            self.paper_id = self._beginning.start(work)
        return self.paper_id

    def edit(self, key: str, text: str, base: str, after: str, level: int) -> Operation:
        """Other words for a passage."""

        def edit_passage(work: Work) -> None:
            commands.edit_passage(work, self._paper(work), key, text, base, after, level)

        return operation(edit_passage)

    def drop(self, key: str, base: str, after: str) -> Operation:
        """Leave a passage out."""

        def drop_passage(work: Work) -> None:
            commands.drop_passage(work, self._paper(work), key, base, after)

        return operation(drop_passage)

    def add(self, text: str, after: str, level: int = 0) -> Operation:
        """A passage of one's own."""

        def add_passage(work: Work) -> None:
            commands.add_passage(work, self._paper(work), text, after, level)

        return operation(add_passage)

    def move(self, key: str, after: str, base: str) -> Operation:
        """Put a passage behind another."""

        def move_passage(work: Work) -> None:
            commands.move_passage(work, self._paper(work), key, after, base)

        return operation(move_passage)

    def restore(self, key: str) -> Operation:
        """The program's words again."""
        return operation(commands.restore_passage, self.paper_id, key)
