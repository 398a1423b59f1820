"""A batch of 提醒单 and 督办单 in one step: begun, and as far as wished signed, numbered, sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gui.operations.operation import Operation, operation
from gui.operations.papers import Beginning, Text
from models import commands
from models.dataclass import dataclass
from models.history import Work


@dataclass(frozen=True)
class MadeSlip:
    """A slip whose pages stand. number: the whole one, 督〔2021〕3号; folder: its section's name."""

    beginning: Beginning
    words: Text
    number: str
    content: bytes
    name: str
    folder: str


def register(slips: Sequence[MadeSlip], signer: str, on: dt.date, *, send: bool) -> Operation:
    """All into the register; signer empty: 拟稿 only. One change, so one undo."""

    def register_slips(work: Work) -> None:
        for slip in slips:
            paper_id = slip.beginning.start(work)
            if signer:
                commands.sign_paper(work, paper_id, signer, on=on, passages=slip.words)
                commands.number_paper(work, paper_id, slip.number)
            if signer and send:
                due = slip.beginning.due_on
                commands.issue_paper(
                    work, paper_id, slip.content, slip.name, manner="书面", on=on, due_on=due
                )
        word = "发出" if send and signer else "签发、编号" if signer else "拟稿"
        work.label = f"批量{word} {len(slips)} 张提醒单、督办单"

    return operation(register_slips)
