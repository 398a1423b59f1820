"""Which paper knows which choice: the others are not shown."""

from __future__ import annotations

from collections.abc import Callable

from reports.catalogue import PaperKind

Fits = Callable[[PaperKind], bool]


def always(kind: PaperKind) -> bool:
    """填报期: every paper has one."""
    return True


def in_forms(kind: PaperKind) -> bool:
    """What belongs to 文件格式 and 无版头材料."""
    return kind.has_forms


def titled(kind: PaperKind) -> bool:
    """A title that a person may write otherwise."""
    return kind.id != "evidence"


def by_section(kind: PaperKind) -> bool:
    """One section's paper, or all sections'."""
    return kind.has_section or kind.id == "evidence"


def about_a_task(kind: PaperKind) -> bool:
    """提醒单, 督办单."""
    return kind.needs_task


def is_report(kind: PaperKind) -> bool:
    """进展情况报告."""
    return kind.id == "progress"


def is_bulletin(kind: PaperKind) -> bool:
    """通报."""
    return kind.id == "bulletin"


def is_evidence(kind: PaperKind) -> bool:
    """佐证材料清单."""
    return kind.id == "evidence"


def is_table(kind: PaperKind) -> bool:
    """任务台账, 任务分解表."""
    return kind.has_section


def numbered(kind: PaperKind) -> bool:
    """With a 文号, or a slip's number."""
    return kind.has_forms or kind.needs_task


def signed(kind: PaperKind) -> bool:
    """With 签发人."""
    return kind.needs_task or is_report(kind)


def demanding(kind: PaperKind) -> bool:
    """With 办理要求 or 工作要求."""
    return kind.needs_task or is_bulletin(kind)


def registered(kind: PaperKind) -> bool:
    """Whether the paper has a life in the register; a list of 佐证材料 has none."""
    return kind.id != "evidence"
