"""What a person chooses for one paper; everything else comes from the ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from models.paperrows import PassageEdit
from reports.forms import Form, Manner
from reports.pieces import Choice


class Grouping(Enum):
    """How 主要做法及成效 is cut into paragraphs below its part headings."""

    TASK = "task"
    ITEM = "item"


@dataclass(frozen=True)
class PaperOptions:
    """The choices for one paper; `None` means the office's default for that kind and period.

    date: the day as of which the ledger is shown, and the default 成文日期.
    issued_on: 成文日期 where it is another day; a draft leaves the day blank until it is given.
    document_number: the running number (36) or the whole 发文字号; empty while not given.
    draft: whether （送审稿） stands on it; by default a letterhead without number is one.
    headings: (default heading, wording instead), for sections, parts and items.
    task: the id of the task that a 提醒单 is about.
    requirements: 办理要求 of a 提醒单, 工作要求 of a 通报; empty: the usual sentence.
    answer_by: until when a 提醒单 is to be answered, where a day was set.
    issuer_office: whether the 办公室 issues a 通报 instead of the bureau.
    figure: whether 总览图 stands in a 进展情况报告.
    ranking: whether a 通报 ranks the sections.
    evidence: whose 佐证材料 a 清单 lists; None for all.
    edits: what a person made of the paper's passages (`reports.editing`).
    """

    date: dt.date
    issued_on: dt.date | None = None
    form: Form | None = None
    document_number: str = ""
    signers: tuple[str, ...] | None = None
    addressee: str | None = None
    copies_to: tuple[str, ...] | None = None
    title: str = ""
    manner: Manner = Manner.SEALED
    draft: bool | None = None
    preprinted: bool = False
    even_page: bool = False
    with_table: bool = True
    figure: bool = False
    show_late: bool = True
    show_contact: bool = True
    closing: bool = True
    group_by: Grouping = Grouping.TASK
    headings: tuple[tuple[str, str], ...] = ()
    filled_by: str = ""
    reviewed_by: str = ""
    task: int | None = None
    requirements: str = ""
    answer_by: dt.date | None = None
    issuer_office: bool = False
    ranking: bool = False
    evidence: Choice | None = None
    edits: tuple[PassageEdit, ...] = ()

    def heading(self, default: str) -> str:
        """The person's wording of a heading, or the default."""
        return dict(self.headings).get(default, default)
