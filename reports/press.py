"""The press: frozen rows and options in, a finished file out. The only way to a file, for both faces.

Everything heavy (layout, PDF and workbook libraries) is imported when a paper is made, not before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.rows import ReportRows
from models.shorttitle import shortened
from models.text import proper
from models.words import long_day
from reports.builders.breakdown import build_breakdown
from reports.builders.bulletin import build_bulletin
from reports.builders.evidence import build_evidence
from reports.builders.ledger import build_ledger
from reports.builders.progress import build_progress
from reports.builders.reminder import build_reminder, reminded
from reports.catalogue import Format, PaperKind, find_paper
from reports.document import AnyDocument, OfficialDocument
from reports.editing import apply, changed_beneath
from reports.files import legal_name
from reports.lacking import (
    Lacking,
    lacking_in_breakdown,
    lacking_in_evidence,
    lacking_in_ledger,
    lacking_in_report,
)
from reports.lacking_inside import lacking_in_bulletin, lacking_in_reminder
from reports.options import PaperOptions
from reports.roles import Role
from reports.warnings import kind_missing, look_at

if TYPE_CHECKING:
    from reports.fonts import FontSet
    from reports.layout import Laid
    from reports.layout.placed import BlockPlace

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all; may raise `Cancelled`."""

DRAFT_MARK = "（送审稿）"
_DEMO_WORD = "示例"
_SHORT_TITLE = 24


class Cancelled(Exception):  # noqa: N818 (not an error: the user asked for it)
    """Raised out of `progress` by a face whose user no longer wants the paper."""


@dataclass(frozen=True)
class Paper:
    """A finished paper: its bytes, its file name, and what must be said about it.

    places: where the blocks of its text stand on the pages of a PDF; turned: its pages whose text
    runs up the sheet.
    """

    content: bytes
    name: str
    substitutions: tuple[str, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    warnings: tuple[Lacking, ...] = ()
    pages: int = 0
    places: tuple[BlockPlace, ...] = ()
    turned: tuple[int, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A paper as blocks, before it is laid out, with what is lacking and what to look at."""

    document: AnyDocument
    lacking: tuple[Lacking, ...] = ()
    warnings: tuple[Lacking, ...] = ()


def draft(kind_id: str, rows: ReportRows, options: PaperOptions) -> Draft:
    """Compose a paper without laying it out; `KnownError` for a kind that does not exist."""
    kind = find_paper(kind_id)
    if kind.id == "ledger":
        return Draft(build_ledger(rows, options), lacking_in_ledger(rows))
    if kind.id == "breakdown":
        return Draft(build_breakdown(rows, options), lacking_in_breakdown(rows))
    if kind.id == "evidence":
        return Draft(build_evidence(rows, options), lacking_in_evidence(rows, options))
    if kind.id == "reminder":
        slip, changed = _edited(build_reminder(rows, options), options)
        lacking, warnings = lacking_in_reminder(rows, options)
        return Draft(slip, lacking, (*changed, *warnings))
    if kind.id == "bulletin":
        bulletin, changed = _edited(build_bulletin(rows, options), options)
        seen = kind_missing(bulletin.plain_title, kind.title)
        return Draft(bulletin, lacking_in_bulletin(rows, options), (*changed, *seen))
    report, changed = _edited(build_progress(rows, options), options)
    warnings = look_at(rows, options, report)
    return Draft(report, lacking_in_report(rows, options), (*changed, *warnings))


def _edited(
    composed: OfficialDocument, options: PaperOptions
) -> tuple[OfficialDocument, tuple[Lacking, ...]]:
    """The document with the person's edits, and what the ledger has changed beneath them."""
    edited = apply(composed, options.edits)
    return edited.document, tuple(Lacking(changed_beneath(each)) for each in edited.conflicts)


def make(
    kind_id: str,
    rows: ReportRows,
    options: PaperOptions,
    fonts: FontSet | None = None,
    *,
    format: Format = "pdf",  # noqa: A002 (the word that both faces use)
    progress: Progress | None = None,
) -> Paper:
    """Make one paper. A workbook needs no fonts.

    Raises KnownError for a kind or format that does not exist and for fonts that cannot be used;
    whatever `progress` raises passes through, and nothing has been written then.
    """
    kind = find_paper(kind_id)
    if format not in kind.formats:
        raise KnownError(
            f"“{kind.title}”没有“{format}”格式，没有生成文件；可用的有：{'、'.join(kind.formats)}。"
        )
    if kind.id == "evidence":
        # A list of what is there; no 数据截止日 cuts it.
        rows = replace(rows, day=options.date)
    made = draft(kind_id, rows, options)
    name = legal_name(_stem(kind, rows, options, made.document, format), f".{format}")
    if format == "xlsx":
        from reports.workbook import workbook

        content = workbook(made.document, options.issued_on or options.date)
        return Paper(content, name, (), made.lacking, made.warnings)
    if fonts is None:
        raise ValueError("a PDF needs fonts")
    return _pdf(made, name, options, fonts, progress)


def _pdf(
    made: Draft, name: str, options: PaperOptions, fonts: FontSet, progress: Progress | None
) -> Paper:
    day = options.issued_on or options.date
    paper = print_document(made.document, name, day, fonts, progress)
    return replace(paper, lacking=made.lacking, warnings=made.warnings)


def print_document(
    document: AnyDocument,
    name: str,
    day: dt.date,
    fonts: FontSet,
    progress: Progress | None = None,
) -> Paper:
    """Lay out and paint a document that is composed already; `day` is the file's creation date."""
    from reports.layout import lay_out
    from reports.pdf import paint_laid

    laid = lay_out(document, fonts)
    _stays_on_its_pages(laid)
    if progress:
        progress(0, len(laid.pages))
    content = paint_laid(laid, fonts, day, progress)
    said = tuple(each.sentence for each in fonts.substitutions(_drawn(laid)))
    turned = tuple(page.number for page in laid.pages if page.turned)
    return Paper(content, name, said, pages=len(laid.pages), places=laid.places, turned=turned)


def _stays_on_its_pages(laid: Laid) -> None:
    """KnownError for a name so long that no size of it fits its place on the paper."""
    for page in laid.pages:
        for line in page.lines:
            reach = max((run.offsets[-1] for run in line.runs if run.offsets), default=0.0)
            across, down = (page.height - line.y, line.x) if line.turned else (line.x, line.y)
            width, height = (page.height, page.width) if line.turned else (page.width, page.height)
            if across < 0 or across + reach > width or not 0 <= down <= height:
                raise KnownError(
                    f"“{proper(line.text)[:20]}”所在的内容太长，纸面放不下，"
                    "没有生成文件；请缩短后重试。"
                )


def _drawn(laid: Laid) -> Iterable[tuple[Role, str]]:
    """Everything that the pages show, by role; each character once."""
    found: dict[Role, set[str]] = {}
    for page in laid.pages:
        for line in page.lines:
            for run in line.runs:
                found.setdefault(run.role, set()).update(run.text)
    return [(role, "".join(sorted(found[role]))) for role in Role if role in found]


def _stem(
    kind: PaperKind,
    rows: ReportRows,
    options: PaperOptions,
    document: AnyDocument,
    format_: Format,
) -> str:
    """The file's name without its ending: title, section or day, and the state of the paper."""
    if kind.needs_task:
        task = reminded(rows, options).task
        label = task.label if task.local else f"第{task.label}项"
        name = (
            f"{document.plain_title}（{label}{shortened(proper(task.short_title), _SHORT_TITLE)}）"
        )
        name += DRAFT_MARK if options.draft else ""
    elif isinstance(document, OfficialDocument) and format_ == "pdf":
        name = document.plain_title + (DRAFT_MARK if document.draft_mark else "")
    elif isinstance(document, OfficialDocument):
        title = "、".join(document.attachment_names) or document.plain_title
        name = f"{title}（{rows.period.period.title}）"
    else:
        section = f"（{rows.section.short_name or rows.section.name}）" if rows.section else ""
        name = f"{document.plain_title}{section}（截至{long_day(rows.day)}）"
    if rows.bureau.demo and _DEMO_WORD not in name:
        name += f"（{_DEMO_WORD}）"
    return name
