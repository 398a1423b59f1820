"""The papers that can be made: what each is called, what it is for and in which formats it comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.errors import KnownError

Format = Literal["pdf", "xlsx"]


@dataclass(frozen=True)
class PaperKind:
    """One paper of the list. `has_forms`: whether it can be 文件格式 or 无版头材料.

    `needs_task`: whether it is about one task, which its options must name.
    """

    id: str
    title: str
    purpose: str
    formats: tuple[Format, ...] = ("pdf", "xlsx")
    has_section: bool = False
    has_forms: bool = False
    needs_task: bool = False


PAPERS: tuple[PaperKind, ...] = (
    PaperKind(
        "progress",
        "进展情况报告",
        "向上级报告一个时期的落实情况，公文格式，附任务进展情况表",
        has_forms=True,
    ),
    PaperKind(
        "ledger",
        "任务台账",
        "全部任务的举措、责任人、状态和最新进展，A4横排",
        has_section=True,
    ),
    PaperKind(
        "breakdown",
        "任务分解表",
        "谁牵头、谁配合、什么时候完成、形成什么成果，A4横排",
        has_section=True,
    ),
    PaperKind(
        "reminder",
        "提醒单、督办单",
        "一项任务一页，临期为提醒单，滞后为督办单，附办理情况反馈",
        formats=("pdf",),
        needs_task=True,
    ),
    PaperKind(
        "bulletin",
        "通报",
        "向科室（单位）通报承接、完成、滞后和报送情况",
        has_forms=True,
    ),
    PaperKind(
        "evidence",
        "佐证材料清单",
        "逐份列出佐证材料的名称、文号、页数和存放位置",
    ),
)


def find_paper(kind_id: str) -> PaperKind:
    """The kind of paper of this id; `KnownError` when there is none."""
    for kind in PAPERS:
        if kind.id == kind_id:
            return kind
    known = "、".join(f"{kind.id}（{kind.title}）" for kind in PAPERS)
    raise KnownError(f"没有“{kind_id}”这种材料，没有生成文件；可用的有：{known}。")
