"""What the ledger and the breakdown share: title, head fields and what the file says of itself."""

from __future__ import annotations

from models.rows import ReportRows
from models.words import long_day
from reports.builders.titles import table_title
from reports.document import Table, TableDocument
from reports.options import PaperOptions

DEMO_SUBJECT = "示例数据，不作为正式公文"


def table_paper(rows: ReportRows, options: PaperOptions, name: str, table: Table) -> TableDocument:
    """A table with its head; a section fills and seals its own."""
    section = rows.section
    title = options.title or table_title(rows, name)
    unit = section.name if section else rows.bureau.name
    return TableDocument(
        title=title,
        table=table,
        head_fields=(
            ("填报单位（盖章）", unit),
            ("填报人", options.filled_by),
            ("审核人", options.reviewed_by),
            ("联系电话", rows.bureau.contact_phone if section is None else ""),
            ("填报日期", long_day(options.date)),
        ),
        word_list=tuple(filter(None, (rows.bureau.name, *(each.name for each in rows.sections)))),
        author=rows.bureau.name,
        subject=DEMO_SUBJECT if rows.bureau.demo else "",
    )
