"""A small plan by hand, and an office ledger made of it: what the tests of the ledger begin with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import commands, queries
from models.actor import Actor
from models.intake.draft import (
    DeadlineDraft,
    DeliverableDraft,
    ItemDraft,
    MeasureDraft,
    PartDraft,
    PlanDraft,
    TargetDraft,
    TaskDraft,
)
from models.ledger import Ledger
from models.periods import Period
from models.rows import Change, MeasureRow, TaskRow
from models.rules import Adoption
from models.schema import RECORDS

TODAY = dt.date(2021, 6, 20)
NOW = dt.datetime(2021, 6, 20, 9, 30)
H1 = Period.parse("2021-H1")
JUNE = Period.parse("2021-06")


def actor(day: dt.date = TODAY, operator: str = "甲办事员") -> Actor:
    """Who works in the tests, on which day."""
    return Actor(operator, day, dt.datetime.combine(day, dt.time(9, 30)))


def measure(number: str, text: str, **more: Any) -> MeasureDraft:
    return MeasureDraft(number, text, **more)


def task(position: int, text: str, *measures: MeasureDraft, **more: Any) -> TaskDraft:
    return TaskDraft(str(position), position, text, ("甲处",), measures=measures, **more)


def small_plan(number: str = "示监发〔2021〕1号") -> PlanDraft:
    """Two parts, three items, five tasks, nine measures, with deliverables and targets."""
    rules = DeliverableDraft("document", "《商户管理办法》")
    schools = TargetDraft("新增示范学校30所", "示范学校", "=", 30, None, "所")
    fair = TargetDraft("举办宣传活动1～2场", "宣传活动", "range", 1, 2, "场")
    first = task(
        1,
        "修订管理办法。修订《商户管理办法》,报省局备案。组织宣传。",
        measure("1.1", "修订《商户管理办法》,报省局备案。", deliverables=(rules,)),
        measure("1.2", "组织宣传。", references=("《宣传法》",)),
    )
    second = task(
        2,
        "开展专项行动。查办案件。举办宣传活动1～2场。",
        measure("2.1", "查办案件。"),
        measure("2.2", "举办宣传活动1～2场。", targets=(fair,)),
    )
    third = task(
        3,
        "建设示范学校。新增示范学校30所。召开现场会。",
        measure("3.1", "新增示范学校30所。", targets=(schools,)),
        measure("3.2", "召开现场会。", deliverables=(DeliverableDraft("meeting", "现场会"),)),
        deadline=DeadlineDraft("2021年9月底前", dt.date(2021, 9, 30)),
    )
    fourth = task(
        4,
        "加强监测。监测网店。编写月报。",
        measure("4.1", "监测网店。"),
        measure("4.2", "编写月报。"),
    )
    fifth = task(5, "完善统计。完善统计。", measure("5.1", "完善统计。"))
    return PlanDraft(
        title="2021年示例省工作要点",
        document_number=number,
        issuers=("示例省市场监督管理局", "示例省版权局"),
        addressees=("各市（州）市场监督管理局",),
        issued_on=dt.date(2021, 3, 1),
        preamble="为做好全年工作,制定本要点。",
        parts=(
            PartDraft(
                "一",
                "健全制度",
                "健全制度",
                items=(
                    ItemDraft("（一）", "完善规章。", "完善规章。", (first, second)),
                    ItemDraft("（二）", "建设学校。", "建设学校。", (third,)),
                ),
            ),
            PartDraft(
                "二",
                "加强监管",
                "加强监管",
                items=(ItemDraft("（三）", "网络监管。", "网络监管。", (fourth,)),),
                tasks=(fifth,),
            ),
        ),
        notice_title="关于印发《2021年示例省工作要点》的通知",
        source_text="2021年示例省工作要点\n一、健全制度",
    )


@dataclass
class Office:
    """A ledger with the small plan, and short words for what tests do with it."""

    ledger: Ledger
    plan: int

    def do(self, verb: Any, *args: Any, day: dt.date = TODAY, **more: Any) -> Change:
        """Run a verb as the tests' operator on a day."""
        return self.ledger.do(actor(day), verb, *args, **more)

    def task(self, label: str = "1", day: dt.date = TODAY) -> TaskRow:
        """A task as it stands on a day."""
        tree = self.ledger.ask(queries.tree, self.plan, day, H1)
        return next(row for row in tree.tasks if row.label == label)

    def measure(self, number: str = "1.1", day: dt.date = TODAY) -> MeasureRow:
        """A measure as it stands on a day."""
        return self.ledger.ask(queries.find_measure, self.plan, number, day)

    def adopt(self, *labels: str, role: Adoption = Adoption.OWN, reason: str = "") -> None:
        """Say of some tasks (all without labels) what they are to the bureau."""
        rows = self.ledger.ask(queries.tree, self.plan, TODAY).tasks
        wanted = [row.id for row in rows if row.label in (labels or "12345")]
        self.do(commands.adopt, wanted, role, reason)

    def section(self, name: str = "规划科") -> int:
        """A new section's id."""
        return self.do(commands.add_section, name).new_id or 0

    def report(self, label: str = "1", day: dt.date = TODAY, **said: Any) -> int:
        """Write progress on a task for the half-year; answers with the entry's id."""
        draft = commands.EntryDraft(**{"text": "已开展工作。", **said})
        task_id = self.task(label).id
        return self.do(commands.write_progress, task_id, H1, draft, day=day).new_id or 0

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every record table, as the database holds it."""
        return self.ledger.ask(dump_records)


def dump_records() -> dict[str, list[tuple[Any, ...]]]:
    """All record tables (not the history), rows by id, columns as stored."""
    tables = {model._meta.table_name: model._meta.database for model in RECORDS}
    return {
        name: base.execute_sql(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
        for name, base in tables.items()
    }


def new_office(path: Path, draft: PlanDraft | None = None) -> Office:
    """Make a ledger at `path` with the small plan (or another) in it."""
    ledger = Ledger.create(path, who="甲办事员", now=NOW)
    change = ledger.do(actor(), commands.add_plan, draft or small_plan())
    return Office(ledger, change.new_id or 0)
