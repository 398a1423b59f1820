"""通报: downward to the sections, who is on pace and who is behind."""

from __future__ import annotations

from models.rows import ReportRows, TaskDossier
from models.rules import Standing
from models.shorttitle import shortened
from models.text import proper
from models.words import long_day, short_day
from reports.builders.counts import overview
from reports.builders.head import contact, date_text, draft_of, issued_on, names
from reports.builders.numerals import chinese
from reports.builders.office import area
from reports.builders.section_counts import (
    SectionCount,
    adopted_dossiers,
    reporting_closed,
    section_counts,
)
from reports.builders.table_paper import DEMO_SUBJECT
from reports.builders.titles import citation, document_number, short_name, subject
from reports.document import (
    Align,
    Block,
    Colophon,
    Column,
    Form,
    Heading,
    Letterhead,
    OfficialDocument,
    Paragraph,
    RowKind,
    Signature,
    Source,
    Table,
    TableRow,
)
from reports.options import PaperOptions

_KINDS = {"内设科室": "科室", "直属单位": "直属单位", "派出机构": "派出机构"}
_LONGEST_TITLE = 36
_INNER_QUOTES = str.maketrans("“”", "‘’")


def build_bulletin(rows: ReportRows, options: PaperOptions) -> OfficialDocument:
    """The whole 通报; without a head unless one is asked for."""
    form = bulletin_form(options)
    draft = draft_of(form, options)
    return OfficialDocument(
        title=options.title or bulletin_title(rows, options),
        form=form,
        letterhead=_letterhead(rows, options) if form is Form.LETTERHEAD else None,
        addressee=bulletin_addressee(rows, options),
        body=tuple(_body(rows, options)),
        signature=Signature(
            options.manner, (issuer(rows, options),), date_text(options, draft=draft)
        ),
        remark=contact(rows) if options.show_contact else "",
        colophon=_colophon(rows, options, draft=draft) if form is Form.LETTERHEAD else None,
        draft_mark=draft,
        preprinted=options.preprinted,
        word_list=names(rows),
        author=issuer(rows, options),
        subject=DEMO_SUBJECT if rows.bureau.demo else "",
    )


def bulletin_form(options: PaperOptions) -> Form:
    """无版头材料, unless 文件格式 was chosen."""
    return options.form or Form.PLAIN


def issuer(rows: ReportRows, options: PaperOptions) -> str:
    """The bureau, or its 办公室."""
    office = rows.bureau.printing_office
    return office if options.issuer_office and office else rows.bureau.name


def bulletin_title(rows: ReportRows, options: PaperOptions) -> str:
    """…关于2021年第二季度知识产权工作进展情况的通报."""
    matter = f"{rows.period.period.title}{subject(rows.plan)}工作进展情况"
    return f"{issuer(rows, options)}关于{matter}的通报"


def bulletin_addressee(rows: ReportRows, options: PaperOptions) -> str:
    """主送: the office's sections by their kinds, unless others were chosen."""
    if options.addressee is not None:
        return options.addressee
    kinds = dict.fromkeys(section.kind for section in rows.sections if section.active)
    known = [word for kind, word in _KINDS.items() if kind in kinds]
    return f"各{'、'.join(known or ['科室（单位）'])}"


def _letterhead(rows: ReportRows, options: PaperOptions) -> Letterhead:
    code = rows.bureau.issuer_code
    if issuer(rows, options) != rows.bureau.name and code:
        code += "办"
    number = document_number(code, issued_on(options).year, options.document_number)
    return Letterhead(issuers=(issuer(rows, options),), document_number=number)


def _colophon(rows: ReportRows, options: PaperOptions, *, draft: bool) -> Colophon:
    return Colophon(
        copies_to="，".join(options.copies_to or ()),
        printing_office=rows.bureau.printing_office,
        printed_on_text=f"{date_text(options, draft=draft)}印发",
        even_page=options.even_page,
    )


def _body(rows: ReportRows, options: PaperOptions) -> list[Block]:
    counts = section_counts(rows, options.date, ranking=options.ranking)
    late = [each for each in adopted_dossiers(rows) if each.task.standing is Standing.LATE]
    parts: list[tuple[str, list[Block]]] = [
        ("总体情况", [_overview(rows)]),
        ("各科室（单位）进展情况", _of_sections(rows, options, counts)),
        ("滞后任务", [_late(rows, late)] if late else []),
        ("工作要求", _demands(rows, options, counts)),
    ]
    opening = (
        f"按照{citation(rows.plan)}要求，现将{area(rows.bureau)}"
        f"{rows.period.period.title}工作进展情况通报如下。"
    )
    blocks: list[Block] = [Paragraph(opening, (Source("plan", rows.plan.id),), key="lead")]
    for number, (title, content) in enumerate([each for each in parts if each[1]], 1):
        text = f"{chinese(number)}、{options.heading(title)}"
        blocks.append(Heading(1, text, key=f"section:{title}"))
        blocks += content
    if options.closing:
        blocks.append(Paragraph("特此通报。", key="closing"))
    return blocks


def _overview(rows: ReportRows) -> Paragraph:
    local = sum(each.task.role.adopted for each in rows.local_dossiers)
    beside = f"{rows.bureau.place}新增任务{local}项，不计入以上数字。" if local else ""
    sources = tuple(Source("task", each.task.id) for each in adopted_dossiers(rows))
    text = overview(rows, show_late=True, see_attachment=False) + beside
    return Paragraph(text, sources, key="overview")


def _of_sections(
    rows: ReportRows, options: PaperOptions, counts: tuple[SectionCount, ...]
) -> list[Block]:
    if not counts:
        return []
    return [
        Paragraph(_on_pace(counts) + _reporting(rows, options, counts), key="sections"),
        _table(options, counts),
    ]


def _on_pace(counts: tuple[SectionCount, ...]) -> str:
    """Who has nothing late, and how much is late with whom."""
    late = [count for count in counts if count.late]
    fine = sum(1 for count in counts if count.adopted and not count.late)
    if not late:
        return f"{fine}个科室（单位）的任务均已完成或达到序时进度。"
    listed = "、".join(f"{count.name}{count.late}项" for count in late)
    head = f"{fine}个科室（单位）的任务均已完成或达到序时进度；" if fine else ""
    return f"{head}有滞后任务的是{listed}。"


def _reporting(rows: ReportRows, options: PaperOptions, counts: tuple[SectionCount, ...]) -> str:
    """Who reported late or not at all, as far as 报送截止日 has passed."""
    day = short_day(rows.period.report_on, rows.period.period.year)
    missing = [count for count in counts if count.unreported]
    if missing:
        listed = "、".join(f"{count.name}{count.unreported}项" for count in missing)
        return f"报送截止日为{day}，未按时报送的是{listed}。"
    return f"各科室（单位）均在{day}前报送进展。" if reporting_closed(rows, options.date) else ""


def _table(options: PaperOptions, counts: tuple[SectionCount, ...]) -> Table:
    heads = ("承接", "已完成", "达到序时", "滞后", "未按时报送")
    columns = [Column("科室（单位）", 50), *(Column(each, 21, Align.CENTRE) for each in heads)]
    rows = [[count.name, *map(str, _figures(count))] for count in counts]
    total = [sum(column) for column in zip(*map(_figures, counts), strict=True)]
    rows.append(["合计", *map(str, total)])
    if options.ranking:
        columns.append(Column("位次", 14, Align.CENTRE))
        places = [str(count.place) if count.place else "" for count in counts]
        rows = [[*row, place] for row, place in zip(rows, [*places, ""], strict=True)]
    return Table(tuple(columns), tuple(TableRow(tuple(row), RowKind.NORMAL) for row in rows))


def _figures(count: SectionCount) -> tuple[int, ...]:
    return (count.adopted, count.done, count.on_pace, count.late, count.unreported)


def _late(rows: ReportRows, late: list[TaskDossier]) -> Paragraph:
    """The tasks that are behind, each with its section and deadline."""
    told = "；".join(_late_task(each) for each in late)
    sources = tuple(Source("task", each.task.id) for each in late)
    return Paragraph(f"{told}。", sources, key="late")


def _late_task(dossier: TaskDossier) -> str:
    task = dossier.task
    title = shortened(proper(task.short_title or task.text).rstrip("。"), _LONGEST_TITLE)
    section = task.section or "责任科室未明确"
    return f"第{task.label}项“{title.translate(_INNER_QUOTES)}”（{section}，办理时限{long_day(task.due_on)}）"


def _demands(
    rows: ReportRows, options: PaperOptions, counts: tuple[SectionCount, ...]
) -> list[Block]:
    """What the person wrote, else the usual sentence where somebody is behind or silent."""
    if options.requirements:
        lines = [line for line in options.requirements.split("\n") if line.strip()]
        return [Paragraph(line, key=f"demands:{place}") for place, line in enumerate(lines, 1)]
    late, silent = any(count.late for count in counts), any(count.unreported for count in counts)
    if not late and not silent:
        return []
    who = "、".join(["有滞后任务"] * late + ["未按时报送"] * silent)
    what = "，".join(["逐项明确措施和完成时限，抓紧推进"] * late + ["按时报送进展"] * silent)
    text = f"请{who}的科室（单位）对照{short_name(rows.plan)}{what}。"
    return [Paragraph(text, key="demands:1")]
