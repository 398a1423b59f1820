"""The whole grammar: numbered lines in, a draft with its findings out."""

from __future__ import annotations

from models.intake.draft import Finding, PlanDraft
from models.intake.grammar.head import read_head
from models.intake.grammar.issuers import take_signature
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.outline import read_outline
from models.intake.grammar.recut import recut
from models.intake.grammar.tables import lines_of_tables
from models.intake.grammar.tree import build_tree
from models.intake.source import Source


def read_lines(source: Source) -> PlanDraft:
    """Return the draft of a source; every line is in its head, its tree or its findings."""
    lines, signature = take_signature(recut(lines_of_tables(source.lines)))
    starts = next((n for n, line in enumerate(lines) if read_mark(line.text)), len(lines))
    head = read_head(lines[:starts], signature)
    outline = read_outline(lines[starts:])
    year = head.issued_on.year if head.issued_on else None
    unnumbered = () if starts < len(lines) else _unnumbered(source)
    tree = build_tree(outline.root, year)
    return PlanDraft(
        title=head.title,
        document_number=head.document_number,
        issuers=head.issuers,
        addressees=head.addressees,
        issued_on=head.issued_on,
        preamble=head.preamble,
        tasks=tree.tasks,
        parts=tree.parts,
        findings=unnumbered + outline.findings + tree.findings,
        notice_title=head.notice_title,
        source_text=source.text,
    )


def _unnumbered(source: Source) -> tuple[Finding, ...]:
    """Return the finding of a source in which nothing is numbered."""
    return tuple(
        Finding(line.number, line.text, "全文没有找到编号，未列出任务") for line in source.lines[:1]
    )
