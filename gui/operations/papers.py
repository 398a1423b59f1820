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
