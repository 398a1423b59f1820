"""Taking a plan in: the draft, its source file, and what it says of this bureau, as one change."""

from __future__ import annotations

import datetime as dt

from models.commands.own_sections import fill_sections
from models.commands.own_tables import fill_from_table
from models.commands.plans import SourceFile, add_plan, keep_source
from models.history import Work
from models.intake.draft import PlanDraft
from models.periods import Period


def take_plan(
    work: Work,
    draft: PlanDraft,
    source: SourceFile | None = None,
    received_on: dt.date | None = None,
    received_number: str = "",
    own_table: bool = False,
    period: Period | None = None,
) -> None:
    """Save a plan with the file that it came as.

    own_table: the table that the office has been keeping: its rows become 承接, 分工 and the
    entries of ``period`` (of the month of 截至… where None). Without it, the bureau's own sections
    that a plan of the bureau names fill 责任科室. Refused as `add_plan`.
    """
    add_plan(work, draft, received_on, received_number)
    plan_id, label = work.new_id or 0, work.label
    if source is not None:
        keep_source(work, plan_id, draft, source)
    if own_table:
        fill_from_table(work, plan_id, draft, period)
    else:
        fill_sections(work, plan_id, draft)
    work.new_id, work.label = plan_id, label
