"""The whole grammar: numbered lines in, a draft with its findings out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.draft import Finding, LedgerRow, PlanDraft
from models.intake.grammar.dates import until_of
from models.intake.grammar.head import Head, read_head, without_decoration
from models.intake.grammar.issuers import is_colophon, take_signature
from models.intake.grammar.notices import without_attachment_list, without_numbered_notice
from models.intake.grammar.numbering import read_mark
from models.intake.grammar.outline import read_outline
from models.intake.grammar.recut import recut
from models.intake.grammar.tables import Said, read_tables
from models.intake.grammar.tree import Tree, build_tree
from models.intake.grammar.units import FIRST_LEADS
from models.intake.source import Line, Source

_YEAR_OF_TITLE = re.compile(r"(20\d{2})\s?年(?!\s?\d{1,2}月)")


def read_lines(source: Source, year: int | None = None) -> PlanDraft:
    """Return the draft of a source; every line is in its head, its tree or its findings.

    ``year`` is what 6月底前 means where the source names no year at all: an office's own table.
    """
    tables = read_tables(source.lines)
    lines, signature = take_signature(recut(without_attachment_list(tables.lines)))
    lines, notice = without_numbered_notice(lines)
    starts = next((n for n, line in enumerate(lines) if read_mark(line.text)), len(lines))
    ahead, around = without_decoration(lines[:starts])
    head = read_head(ahead, signature)
    outline = read_outline(lines[starts:])
    outside = [*head.preamble.split("\n"), *(finding.text for finding in outline.findings)]
    first_leads = tables.first_leads or any(FIRST_LEADS.search(text) for text in outside)
    year = year_of(head) or year
    tree = build_tree(outline.root, year, first_leads=first_leads)
    unnumbered = source.lines[: 0 if starts < len(lines) else 1]
    said_so = _unread(unnumbered, "全文没有找到编号，未列出任务")
    findings = [*said_so, *notice, *outline.findings, *tree.findings]
    around += [line for line in ahead if line.text in head.of_notice]
    around += [line for line in signature if is_colophon(line.text)]
    draft = _with_head(head, _in_order([*around, *tables.headings]))
    draft = replace(
        draft,
        tasks=tree.tasks,
        parts=tree.parts,
        findings=tuple(sorted(findings, key=lambda finding: finding.line)),
        source_text=source.text,
    )
    return replace(draft, ledger_rows=_ledger_rows(draft, tables.said, tree, year))


def _with_head(head: Head, notice_text: str) -> PlanDraft:
    return PlanDraft(
        title=head.title,
        document_number=head.document_number,
        issuers=head.issuers,
        addressees=head.addressees,
        issued_on=head.issued_on,
        preamble=head.preamble,
        notice_title=head.notice_title,
        notice_text=notice_text,
    )


def year_of(head: Head | PlanDraft) -> int | None:
    """Return the plan's year: that of its title (要点 for 2022 are issued in 2021), or its date's."""
    titled = _YEAR_OF_TITLE.search(head.title) or _YEAR_OF_TITLE.search(head.notice_title)
    if titled:
        return int(titled[1])
    return head.issued_on.year if head.issued_on else None


def _ledger_rows(
    draft: PlanDraft, said: Sequence[Said], tree: Tree, year: int | None
) -> tuple[LedgerRow, ...]:
    """Return the rows of a ledger, each with its task: the last that begins at or above it."""
    tasks = sorted(draft.all_tasks(), key=lambda task: task.line)
    rows, place = list(tree.ledger), 0
    for entry in said:
        while place < len(tasks) and tasks[place].line <= entry.row.line:
            place += 1
        if place:
            day = until_of(entry.until, year)
            rows.append(replace(entry.row, position=tasks[place - 1].position, until=day))
    return tuple(rows)


def _in_order(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in sorted(lines, key=lambda line: line.number))


def _unread(lines: Sequence[Line], reason: str) -> list[Finding]:
    """Return a finding for each line that is neither in the head nor in the tree."""
    return [Finding(line.number, line.text, reason) for line in lines]
