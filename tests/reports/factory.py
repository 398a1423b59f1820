"""A small plan and office by hand, so that papers are tested without a ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from models.periods import Period
from models.rows import (
    AssignmentRow,
    Bureau,
    DeliverableRow,
    EntryRow,
    EvidenceRow,
    ItemRow,
    MeasureRow,
    PartRow,
    PeriodRow,
    PlanRow,
    ReportRows,
    SectionRow,
    TargetRow,
    TaskDossier,
    TaskRow,
)
from models.rules import Adoption, Light, Standing, Status, Totals
from reports.options import PaperOptions

DAY = dt.date(2021, 6, 25)
CUTOFF = dt.date(2021, 6, 20)
BUREAU = Bureau(
    name="示例市市场监督管理局",
    short_name="示例市市场监管局",
    issuer_code="示市监",
    printing_office="示例市市场监督管理局办公室",
    signers=("周明远", "何文清"),
    contact_name="周雨晴",
    contact_phone="0999-0001202",
)
PLAN = PlanRow(
    id=1,
    title="2021年四川省知识产权工作要点",
    notice_title="",
    document_number="川市监发〔2021〕21号",
    issuers=("四川省市场监督管理局", "四川省知识产权服务促进中心"),
    addressees=("各市（州）市场监管局（知识产权局）",),
    issued_on=dt.date(2021, 3, 1),
    received_on=None,
    received_number="",
    preamble="",
    year=2021,
)


def options(**given: Any) -> PaperOptions:
    return PaperOptions(**{"date": DAY, **given})


def period(code: str = "2021-H1", cutoff: dt.date = CUTOFF) -> PeriodRow:
    own = Period.parse(code)
    return PeriodRow(own, cutoff, own.proposed_report_day, False)


def entry(
    task_id: int,
    text: str = "",
    problems: str = "",
    next_steps: str = "",
    *,
    measure_id: int | None = None,
    id_: int = 0,
    **given: Any,
) -> EntryRow:
    row = EntryRow(
        id=id_ or task_id * 10 + (measure_id or 0) % 10,
        task_id=task_id,
        measure_id=measure_id,
        period="2021-H1",
        section_id=1,
        section="知识产权规划科",
        reporter="周雨晴",
        reviewer="",
        reported_on=CUTOFF,
        as_of=CUTOFF,
        manner="微信",
        status=None,
        percent=None,
        nothing_new=False,
        original_text=text,
        original_problems=problems,
        original_next=next_steps,
        reviewed_text=text,
        reviewed_problems=None,
        reviewed_next=None,
    )
    return replace(row, **given)


def measure(task_id: int, position: int, text: str, **given: Any) -> MeasureRow:
    row = MeasureRow(
        id=task_id * 10 + position,
        task_id=task_id,
        position=position,
        number=f"{task_id}.{position}",
        text=text,
        local_text="",
        role=Adoption.OWN,
        own_role=None,
        reason="",
        ticked=False,
        ticked_on=None,
        ticked_by="",
        issued=True,
    )
    return replace(row, **given)


def deliverable(measure_id: int, name: str) -> DeliverableRow:
    return DeliverableRow(measure_id, measure_id, "document", name)


def target(measure_id: int, local: float | None, **given: Any) -> TargetRow:
    row = TargetRow(
        id=measure_id,
        measure_id=measure_id,
        text="30所",
        label="试点示范学校",
        operator="",
        low=30.0,
        high=None,
        unit="所",
        local_target=local,
    )
    return replace(row, **given)


def assignment(task_id: int, section: str = "知识产权规划科", **given: Any) -> AssignmentRow:
    row = AssignmentRow(
        id=task_id,
        task_id=task_id,
        measure_id=None,
        leader="何文清",
        section_id=1,
        section=section,
        person="李思远",
        handler="周雨晴",
        phone="",
        supporting_sections=("知识产权保护科",),
        supporting_units=("市财政局",),
        due_on=dt.date(2021, 10, 31),
        effective_on=dt.date(2021, 3, 12),
        basis="",
    )
    return replace(row, **given)


def evidence(task_id: int) -> EvidenceRow:
    return EvidenceRow(
        id=task_id + 900,
        task_id=task_id,
        measure_id=None,
        note_id=None,
        name="通知",
        document_number="",
        formed_on=None,
        source="",
        pages=None,
        place="",
        file_name="",
        sha256="",
        size=0,
        attached_on=CUTOFF,
    )


def task(number: int, **given: Any) -> TaskRow:
    row = TaskRow(
        id=number,
        plan_id=1,
        part_id=1 if number < 3 else 2,
        item_id=1 if number < 2 else 2 if number < 3 else 3,
        position=number,
        label=str(number),
        number=f"{number}.",
        text=f"抓好第{number}项省级工作.",
        short_title=f"任务{number}简称",
        local_text=f"做好我市第{number}项工作。",
        lead_units=("省市场监管局",),
        responsible_units=(),
        supporting_units=(),
        deadline_text="",
        deadline_on=None,
        tracked=True,
        local=False,
        role=Adoption.OWN,
        reason="",
        status=Status.DOING,
        status_on=CUTOFF,
        status_reason="",
        percent=40.0,
        percent_proposed=False,
        pace=45.0,
        due_on=dt.date(2021, 10, 31),
        due_default=False,
        light=Light.GREEN,
        standing=Standing.ON_PACE,
        section_id=1,
        section="知识产权规划科",
        leader="何文清",
        person="李思远",
        adopted_measures=1,
        ticked_measures=0,
        filled=True,
        notes=0,
        evidence=0,
    )
    return replace(row, **given)


def local_task(number: int, carries_out: tuple[int, ...] = ()) -> TaskRow:
    return task(
        100 + number,
        label=f"增{number}",
        local=True,
        part_id=None,
        item_id=None,
        carries_out=carries_out,
    )


def outside(number: int, reason: str = "任务对象为省级园区") -> TaskRow:
    return task(number, role=Adoption.NONE, reason=reason, light=None, standing=None, local_text="")


def dossier(row: TaskRow, *entries: EntryRow, **given: Any) -> TaskDossier:
    made = TaskDossier(
        task=row,
        measures=(measure(row.id, 1, f"开展{row.label}的举措。"),),
        assignment=assignment(row.id),
        entries=tuple(entries),
        latest=entries[-1] if entries else None,
        evidence=(),
        extensions=(),
    )
    return replace(made, **given)


def totals(dossiers: tuple[TaskDossier, ...]) -> Totals:
    tasks = [each.task for each in dossiers]
    stands = [row.standing for row in tasks if row.role.adopted]
    return Totals(
        tasks=len(tasks),
        own=sum(row.role is Adoption.OWN for row in tasks),
        assist=sum(row.role is Adoption.ASSIST for row in tasks),
        none=sum(row.role is Adoption.NONE for row in tasks),
        undecided=sum(row.role is Adoption.UNDECIDED for row in tasks),
        measures=len(stands),
        sections=1,
        done=stands.count(Standing.DONE),
        on_pace=stands.count(Standing.ON_PACE),
        late=stands.count(Standing.LATE),
    )


def rows(*dossiers: TaskDossier, **given: Any) -> ReportRows:
    """A plan of two parts and three items: tasks 1 and 2 in the first part, the rest in the second."""
    made = ReportRows(
        plan=PLAN,
        bureau=BUREAU,
        period=period(),
        day=CUTOFF,
        parts=(
            PartRow(1, 1, "一", "做好知识产权制度设计", ""),
            PartRow(2, 2, "二", "提升知识产权创造质量", ""),
        ),
        items=(
            ItemRow(1, 1, 1, "（一）", "抓好规划编制。", ""),
            ItemRow(2, 1, 2, "（二）", "推进强省建设。", ""),
            ItemRow(3, 2, 3, "（三）", "突出高质量创造导向。", ""),
        ),
        dossiers=dossiers,
        local_dossiers=(),
        totals=totals(dossiers),
        sections=(SectionRow(1, 1, "知识产权规划科", "规划科", "内设科室", True),),
    )
    return replace(made, **given)


def small_report() -> ReportRows:
    """Four tasks of the plan, one of them not ours and one late, and a local one."""
    return rows(
        dossier(task(1), entry(1, "编制规划,形成征求意见稿", "人手不足", "9月底前报审")),
        dossier(task(2, role=Adoption.ASSIST), entry(2, "报送材料2份。")),
        dossier(outside(3)),
        dossier(
            task(4, standing=Standing.LATE, light=Light.RED),
            entry(4, "启动贯标8家；", "经费到位晚。", "7月签订合同。"),
        ),
        local_dossiers=(dossier(local_task(1, (2,)), entry(101, "工作站挂牌运行。")),),
    )
