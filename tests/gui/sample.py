"""A small plan as rows, for table models and filters that need no ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from models.rows import ItemRow, PartRow, PlanTree, TaskRow
from models.rules import Totals
from tests.reports import factory

PLAN = replace(factory.PLAN, title="2021年工作要点", document_number="", issuers=(), addressees=())


def task(number: int, **changes: object) -> TaskRow:
    """Task `number` of item 1, adopted, without a deadline; one of its two measures is ticked."""
    values: dict[str, object] = {
        "part_id": 1,
        "item_id": 1,
        "text": f"任务{number}的全文",
        "short_title": f"简称{number}",
        "local_text": "",
        "lead_units": (),
        "status_on": None,
        "percent": 50.0,
        "due_on": dt.date(2021, 12, 31),
        "due_default": True,
        "section": "政策法规科",
        "leader": "",
        "person": "",
        "adopted_measures": 2,
        "ticked_measures": 1,
    }
    return factory.task(number, **{**values, **changes})


def tree(*tasks: TaskRow) -> PlanTree:
    """A plan of one part with one item; local tasks hang at the end."""
    return PlanTree(
        PLAN,
        (PartRow(1, 1, "一", "做好制度设计", ""),),
        (ItemRow(1, 1, 1, "（一）", "抓好规划编制", ""),),
        tasks,
        Totals(tasks=len(tasks)),
    )
