"""What a paper still lacks, and what in it should be looked at, before it goes out.

Lacking things leave a gap on the paper; warnings name a rule that the text may break, with its
article or reason. Both are sentences; one that belongs to a task knows it, so that it can be a link.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.rows import ReportRows, TaskDossier
from models.rules import Adoption
from models.shorttitle import needs_wording, shortened
from models.text import proper
from models.words import long_day
from reports.builders.progress import addressee, form_of, signers
from reports.document import Form
from reports.options import PaperOptions
from reports.pieces import Choice, pieces

_LONGEST_NAME = 30
_INNER_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True)
class Lacking:
    """One sentence of what is lacking or should be looked at; `task_id` where it is one task's."""

    sentence: str
    task_id: int | None = None

    def __str__(self) -> str:
        return self.sentence


def lacking_in_report(rows: ReportRows, options: PaperOptions) -> tuple[Lacking, ...]:
    """What the 进展情况报告 lacks: first of the paper, then of its tasks."""
    return (
        *of_office(rows),
        *_of_head(rows, options),
        *of_dates(rows, options),
        *undecided(rows),
        *_unfilled(rows),
        *_unworded(rows),
        *_repeated(rows),
        *_late(rows),
    )


def lacking_in_ledger(rows: ReportRows) -> tuple[Lacking, ...]:
    """What the 任务台账 lacks."""
    return (*of_office(rows), *undecided(rows), *unassigned(rows), *_unfilled(rows))


def lacking_in_breakdown(rows: ReportRows) -> tuple[Lacking, ...]:
    """What the 任务分解表 lacks."""
    return (*of_office(rows), *undecided(rows), *unassigned(rows))


def of_office(rows: ReportRows) -> list[Lacking]:
    """The bureau's own name."""
    if rows.bureau.name:
        return []
    return [Lacking("本单位名称未填，纸面留空；请在“设置”中填写。")]


def _of_head(rows: ReportRows, options: PaperOptions) -> list[Lacking]:
    """Number, signer, addressee and contact, as far as this form shows them."""
    found = []
    if form_of(rows, options) is Form.LETTERHEAD:
        if not options.document_number.strip():
            found.append("发文字号未填，纸面留空。")
        if not rows.bureau.issuer_code and "〔" not in options.document_number:
            found.append("发文机关代字未填；请在“设置”中填写。")
        if not any(name.strip() for name in signers(rows, options)):
            found.append("签发人未填（上行文应当标注签发人姓名，条例第九条第六项）。")
        if not rows.bureau.printing_office:
            found.append("印发机关未填；请在“设置”中填写。")
    if not addressee(rows, options):
        found.append("主送机关未填。")
    if options.show_contact and not rows.bureau.contact_name:
        found.append("联系人未填；请在“设置”中填写，或不打印附注。")
    return [Lacking(sentence) for sentence in found]


def lacking_in_evidence(rows: ReportRows, options: PaperOptions) -> tuple[Lacking, ...]:
    """What an inspection would ask for: proof of what is 办结, and where a paper original lies."""
    chosen = options.evidence or Choice()
    listed = pieces(rows, chosen)
    proved = {piece.dossier.task.id for piece in listed}
    bare = [
        each
        for each in _all(rows)
        if each.task.status.done
        and each.task.id not in proved
        and (not chosen.tasks or each.task.id in chosen.tasks)
        and not (chosen.sections or chosen.periods)
    ]
    undated = [piece for piece in listed if piece.row.formed_on is None]
    return (
        *_each(bare, "项已办结的任务没有佐证材料", "已办结，没有佐证材料"),
        *(
            Lacking(
                f"{piece.number}“{shortened(proper(piece.row.name), _LONGEST_NAME)}”没有形成日期。",
                piece.dossier.task.id,
            )
            for piece in undated
        ),
    )


def of_dates(rows: ReportRows, options: PaperOptions) -> list[Lacking]:
    """数据截止日 after the paper's own date."""
    cutoff, issued = rows.period.cutoff_on, options.issued_on or options.date
    if cutoff <= issued:
        return []
    return [
        Lacking(
            f"数据截止日{long_day(cutoff)}晚于成文日期{long_day(issued)}，"
            "文中的“截至”日期在成文之后。"
        )
    ]


def undecided(rows: ReportRows) -> list[Lacking]:
    """Tasks of which nobody has said whether they are the bureau's."""
    return _each(
        [each for each in rows.dossiers if each.task.role is Adoption.UNDECIDED],
        "项任务尚未确定是否承接，未写入正文",
        "尚未确定是否承接",
    )


def _unfilled(rows: ReportRows) -> list[Lacking]:
    adopted = [each for each in _all(rows) if each.task.role.adopted]
    return _each(
        [each for each in adopted if not each.entries],
        f"项任务{rows.period.period.title}未填进展",
        f"{rows.period.period.title}未填进展",
    )


def _unworded(rows: ReportRows) -> list[Lacking]:
    """Titles that open a paragraph and were cut from a text that gives no short phrase."""
    return _each(
        [
            each
            for each in _all(rows)
            if each.task.role.adopted and each.entries and needs_wording(each.task.short_title)
        ],
        "项任务的任务简称待确认（太长，或不是完整的短语）",
        "的任务简称待确认",
    )


def _repeated(rows: ReportRows) -> list[Lacking]:
    """Reports that say again what the period before said, word for word."""
    return _each(
        [each for each in _all(rows) if each.task.id in rows.repeated],
        "项任务的进展与上期文字相同",
        "的进展与上期文字相同",
    )


def unassigned(rows: ReportRows) -> list[Lacking]:
    """Adopted tasks without 责任科室（单位）."""
    return _each(
        [
            each
            for each in _all(rows)
            if each.task.role.adopted and not (each.assignment and each.assignment.section)
        ],
        "项任务没有责任科室（单位）",
        "没有责任科室（单位）",
    )


def _each(dossiers: list[TaskDossier], together: str, single: str) -> list[Lacking]:
    """How many there are, then a line for each that leads to its task."""
    if not dossiers:
        return []
    head = [Lacking(f"{len(dossiers)}{together}。")] if len(dossiers) > 1 else []
    return head + [Lacking(f"{named(each)}{single}。", each.task.id) for each in dossiers]


def _late(rows: ReportRows) -> list[Lacking]:
    ids = {each.task.label: each.task.id for each in _all(rows)}
    return [
        Lacking(f"第{label}项有进展在成文日期之后报送，未写入本文。", ids.get(label))
        for label in rows.late_reports
    ]


def _all(rows: ReportRows) -> tuple[TaskDossier, ...]:
    return (*rows.dossiers, *rows.local_dossiers)


def named(dossier: TaskDossier) -> str:
    """第9项“专利导航”, as sentences call a task."""
    task = dossier.task
    label = task.label if task.local else f"第{task.label}项"
    title = shortened(proper(task.short_title or task.text), _LONGEST_NAME)
    return f"{label}“{title.translate(_INNER_QUOTES)}”"
