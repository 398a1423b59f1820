"""A small plan as rows, for table models and filters that need no ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from models.rows import ItemRow, PartRow, PlanRow, PlanTree, TaskRow
from models.rules import Adoption, Light, Standing, Status, Totals

PLAN = PlanRow(1, "2021年工作要点", "", "", (), (), dt.date(2021, 3, 1), None, "", "", 2021)


def task(number: int, **changes: object) -> TaskRow:
    """Task `number` of item 1, adopted, two measures of which one is ticked."""
    row = TaskRow(
        id=number,
        plan_id=1,
        part_id=1,
        item_id=1,
        position=number,
        label=str(number),
        number=f"{number}.",
        text=f"任务{number}的全文",
        short_title=f"简称{number}",
        local_text="",
        lead_units=(),
        responsible_units=(),
        supporting_units=(),
        deadline_text="",
        deadline_on=None,
        tracked=True,
        local=False,
        role=Adoption.OWN,
        reason="",
        status=Status.DOING,
        status_on=None,
        status_reason="",
        percent=50.0,
        percent_proposed=False,
        pace=40.0,
        due_on=dt.date(2021, 12, 31),
        due_default=True,
        light=Light.GREEN,
        standing=Standing.ON_PACE,
        section_id=1,
        section="政策法规科",
        leader="",
        person="",
        adopted_measures=2,
        ticked_measures=1,
        filled=True,
        notes=0,
        evidence=0,
    )
    return replace(row, **changes)


def tree(*tasks: TaskRow) -> PlanTree:
    """A plan of one part with one item; local tasks hang at the end."""
    return PlanTree(
        PLAN,
        (PartRow(1, 1, "一", "做好制度设计", ""),),
        (ItemRow(1, 1, 1, "（一）", "抓好规划编制", ""),),
        tasks,
        Totals(tasks=len(tasks)),
    )
