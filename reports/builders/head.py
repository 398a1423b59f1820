"""What official papers share: who issues them and when, their state, and names kept whole."""

from __future__ import annotations

import datetime as dt

from models.rows import ReportRows
from models.words import long_day
from reports.builders.titles import plan_title
from reports.document import Form
from reports.options import PaperOptions

_BLANK_DAY = "　　"


def issued_on(options: PaperOptions) -> dt.date:
    """成文日期 as given, else the paper's day."""
    return options.issued_on or options.date


def draft_of(form: Form, options: PaperOptions) -> bool:
    """Whether （送审稿） stands on it: as chosen, else a letterhead without its number."""
    if options.draft is not None:
        return options.draft
    return form is Form.LETTERHEAD and not options.document_number.strip()


def date_text(options: PaperOptions, *, draft: bool) -> str:
    """成文日期; its day is not known before the paper is signed, and its place is kept."""
    day = issued_on(options)
    if draft and options.issued_on is None:
        return f"{day.year}年{day.month}月{_BLANK_DAY}日"
    return long_day(day)


def contact(rows: ReportRows) -> str:
    """附注 （联系人：…；联系电话：…）, as much of it as is known."""
    bureau = rows.bureau
    said = [f"联系人：{bureau.contact_name}"] * bool(bureau.contact_name)
    said += [f"联系电话：{bureau.contact_phone}"] * bool(bureau.contact_phone)
    return f"（{'；'.join(said)}）" if said else ""


def names(rows: ReportRows) -> tuple[str, ...]:
    """Names that no title line may break."""
    bureau, sections = rows.bureau, tuple(section.name for section in rows.sections)
    plan = plan_title(rows.plan)
    found = (bureau.printing_office, bureau.name, plan, *rows.plan.issuers, *sections)
    return tuple(name for name in dict.fromkeys(found) if name)
