"""What the papers to the bureau's own sections lack: 提醒单, 督办单 and 通报."""

from __future__ import annotations

from models.rows import ReportRows
from models.words import long_day
from reports.builders.bulletin import bulletin_addressee, bulletin_form
from reports.builders.reminder import reminded
from reports.builders.section_counts import reporting_closed
from reports.builders.urgency import urgency_of
from reports.document import Form
from reports.lacking import Lacking, named, of_dates, of_office, unassigned, undecided
from reports.options import PaperOptions


def lacking_in_reminder(
    rows: ReportRows, options: PaperOptions
) -> tuple[tuple[Lacking, ...], tuple[Lacking, ...]]:
    """What the slip lacks, and what in it should be looked at."""
    dossier = reminded(rows, options)
    task_id = dossier.task.id
    found = of_office(rows)
    if not options.document_number.strip():
        found.append(Lacking("编号未填，纸面留空；督办单、提醒单各有自己的编号，如督〔2021〕3号。"))
    if not (dossier.assignment and dossier.assignment.section):
        found.append(Lacking(f"{named(dossier)}没有责任科室（单位），承办科室留空。", task_id))
    seen = []
    urgency = urgency_of(rows, dossier, options.date)
    if not urgency.late and not urgency.near:
        text = (
            f"{named(dossier)}没有临期，也没有滞后（{urgency.sentence[3:]}）；请确认是否需要提醒。"
        )
        seen.append(Lacking(text, task_id))
    if rows.day < options.date:
        text = f"进展和状态截至{long_day(rows.day)}，之后的没有计入；如有需要请另选填报期。"
        seen.append(Lacking(text))
    return tuple(found), tuple(seen)


def lacking_in_bulletin(rows: ReportRows, options: PaperOptions) -> tuple[Lacking, ...]:
    """What the 通报 lacks."""
    found = of_office(rows)
    if bulletin_form(options) is Form.LETTERHEAD:
        if not options.document_number.strip():
            found.append(Lacking("发文字号未填，纸面留空。"))
        if not rows.bureau.issuer_code and "〔" not in options.document_number:
            found.append(Lacking("发文机关代字未填；请在“设置”中填写。"))
    if options.issuer_office and not rows.bureau.printing_office:
        found.append(Lacking("办公室名称未填，署名用本单位；请在“设置”中填写。"))
    if not bulletin_addressee(rows, options):
        found.append(Lacking("主送机关未填。"))
    if not reporting_closed(rows, options.date):
        day = long_day(rows.period.report_on)
        found.append(Lacking(f"报送截止日{day}尚未过，没有填报的暂不计入“未按时报送”。"))
    return (*found, *of_dates(rows, options), *undecided(rows), *unassigned(rows))
