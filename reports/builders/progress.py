"""进展情况报告: an official 报告 on a period, with the table of all tasks attached."""

from __future__ import annotations

from models.periods import PeriodKind
from models.rows import ReportRows
from reports.builders.counts import overview
from reports.builders.deeds import deed_blocks
from reports.builders.figure import overview_figure
from reports.builders.head import contact, date_text, draft_of, issued_on, names
from reports.builders.numerals import chinese
from reports.builders.office import area
from reports.builders.points import next_blocks, problem_blocks
from reports.builders.progress_table import progress_table
from reports.builders.table_paper import DEMO_SUBJECT
from reports.builders.titles import attachment_title, citation, document_number, progress_title
from reports.document import (
    Attachment,
    Block,
    Colophon,
    Form,
    Heading,
    Letterhead,
    OfficialDocument,
    Paragraph,
    Signature,
    Source,
)
from reports.options import PaperOptions


def build_progress(rows: ReportRows, options: PaperOptions) -> OfficialDocument:
    """The whole report; the default form is plain for months and letterhead for longer periods."""
    form = form_of(rows, options)
    draft = is_draft(rows, options)
    table = Attachment(attachment_title(rows.plan), (progress_table(rows, options),))
    return OfficialDocument(
        title=options.title or progress_title(rows),
        form=form,
        letterhead=_letterhead(rows, options) if form is Form.LETTERHEAD else None,
        addressee=addressee(rows, options),
        body=tuple(_body(rows, options)),
        signature=_signature(rows, options, draft=draft),
        remark=contact(rows) if options.show_contact else "",
        attachments=(table,) if options.with_table else (),
        colophon=_colophon(rows, options, draft=draft) if form is Form.LETTERHEAD else None,
        draft_mark=draft,
        preprinted=options.preprinted,
        word_list=names(rows),
        author=rows.bureau.name,
        subject=DEMO_SUBJECT if rows.bureau.demo else "",
    )


def form_of(rows: ReportRows, options: PaperOptions) -> Form:
    """The form chosen, else the usual one for the length of the period."""
    if options.form is not None:
        return options.form
    return Form.PLAIN if rows.period.period.kind is PeriodKind.MONTH else Form.LETTERHEAD


def is_draft(rows: ReportRows, options: PaperOptions) -> bool:
    """Whether （送审稿） stands on it: as chosen, else a letterhead without its number."""
    return draft_of(form_of(rows, options), options)


def addressee(rows: ReportRows, options: PaperOptions) -> str:
    """主送: the plan's first issuer, unless another was chosen."""
    if options.addressee is not None:
        return options.addressee
    return rows.plan.issuers[0] if rows.plan.issuers else ""


def copies_to(rows: ReportRows, options: PaperOptions) -> tuple[str, ...]:
    """抄送: the plan's other issuers, unless others were chosen."""
    return rows.plan.issuers[1:] if options.copies_to is None else options.copies_to


def signers(rows: ReportRows, options: PaperOptions) -> tuple[str, ...]:
    """签发人: as chosen, else the bureau's first."""
    return rows.bureau.signers[:1] if options.signers is None else options.signers


def _body(rows: ReportRows, options: PaperOptions) -> list[Block]:
    figures = [overview_figure(rows)] if options.figure and rows.totals.adopted else []
    counts = overview(
        rows,
        show_late=options.show_late,
        see_attachment=options.with_table,
        see_figure=bool(figures),
    )
    own = tuple(Source("task", each.task.id) for each in rows.dossiers if each.task.role.adopted)
    sections: list[tuple[str, list[Block]]] = [
        ("总体情况", [Paragraph(counts, own, key="overview"), *figures]),
        ("主要做法及成效", deed_blocks(rows, options)),
        ("存在的问题", problem_blocks(rows)),
        ("下一步工作打算", next_blocks(rows)),
    ]
    blocks: list[Block] = [Paragraph(_lead(rows), (Source("plan", rows.plan.id),), key="lead")]
    told = [(title, content) for title, content in sections if content]
    for number, (title, content) in enumerate(told, 1):
        # What was worded for this one paper goes before the office's own wording.
        worded = options.heading(title)
        if worded == title:
            worded = rows.papers.heading(title)
        text = f"{chinese(number)}、{worded}"
        blocks.append(Heading(1, text, key=f"section:{title}"))
        blocks += content
    if options.closing:
        blocks.append(Paragraph("特此报告。", key="closing"))
    return blocks


def _lead(rows: ReportRows) -> str:
    """The basis and what follows; no counts (papers.md)."""
    period = rows.period.period.title
    return f"按照{citation(rows.plan)}要求，现将{area(rows.bureau)}{period}落实情况报告如下。"


def _letterhead(rows: ReportRows, options: PaperOptions) -> Letterhead:
    year = issued_on(options).year
    number = document_number(rows.bureau.issuer_code, year, options.document_number)
    return Letterhead(
        issuers=(rows.bureau.name,),
        document_number=number,
        signers=signers(rows, options),
        upward=True,
    )


def _signature(rows: ReportRows, options: PaperOptions, *, draft: bool) -> Signature:
    return Signature(options.manner, (rows.bureau.name,), date_text(options, draft=draft))


def _colophon(rows: ReportRows, options: PaperOptions, *, draft: bool) -> Colophon:
    copies = "，".join(copies_to(rows, options))
    return Colophon(
        copies_to=copies,
        printing_office=rows.bureau.printing_office,
        printed_on_text=f"{date_text(options, draft=draft)}印发",
        even_page=options.even_page,
    )
