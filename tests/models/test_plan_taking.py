"""Taking a plan in: its file is kept, and what it says of this bureau is filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models import commands, queries
from models.commands import SourceFile
from models.errors import KnownError
from models.intake import read_plan
from models.periods import Period
from models.rows import Bureau
from models.rules import Adoption, Status
from tests.models.factory import TODAY, Office, actor, small_plan, task

TABLE = """<table>
<tr><th>序号</th><th>重点任务</th><th>责任领导</th><th>责任科室</th><th>责任人</th><th>联系电话</th>
<th>完成时限</th><th>进展情况（截至5月底）</th><th>完成进度</th><th>存在问题</th><th>备注</th></tr>
<tr><td>1</td><td>开展商标专用权保护行动。</td><td>王局长</td><td>商标科</td><td>李 四</td>
<td>0800-1</td><td>2021年9月底前</td><td>已检查20户。</td><td>60%</td><td>人手不足。</td>
<td>局务会重点</td></tr>
<tr><td>2</td><td>编印知识产权案例集。</td><td>王局长</td><td>规划科、商标科</td>
<td>赵六、孙七（副科长）</td><td></td><td>6月底前</td><td>已印发。</td><td>已完成</td><td></td>
<td></td></tr>
<tr><td>3</td><td>走访服务企业。</td><td></td><td>规划科</td><td></td><td></td><td>年底前</td>
<td></td><td></td><td></td><td></td></tr>
</table>"""


def taken(office: Office, draft: object, *args: object, **more: object) -> Office:
    plan = office.do(commands.take_plan, draft, *args, **more).new_id or 0
    return Office(office.ledger, plan)


def test_the_source_file_hangs_on_the_plan_as_its_original(office: Office) -> None:
    draft = small_plan("示监发〔2021〕2号")
    plan = taken(office, draft, SourceFile("要点.docx", b"PK docx")).plan
    (kept,) = office.ledger.ask(queries.plan_evidence, plan)
    assert (kept.name, kept.file_name, kept.plan_id) == ("原件", "要点.docx", plan)
    assert (kept.document_number, kept.formed_on) == ("示监发〔2021〕2号", draft.issued_on)
    assert office.ledger.ask(queries.evidence_content, kept.id) == ("要点.docx", b"PK docx")
    assert office.ledger.ask(queries.plan_evidence, office.plan) == ()


def test_a_further_file_can_hang_on_a_plan_and_be_found(office: Office) -> None:
    said = commands.EvidenceDraft("解读材料", plan_id=office.plan, file_name="解读.pdf")
    office.do(commands.attach, said, b"%PDF")
    assert [row.name for row in office.ledger.ask(queries.plan_evidence, office.plan)] == [
        "解读材料"
    ]
    (hit,) = office.ledger.ask(queries.search, office.plan, "解读材料")
    assert (hit.kind, hit.task_id) == ("evidence", None)


def test_taking_a_plan_is_one_change_and_refused_when_it_is_there(office: Office) -> None:
    before = office.dump()
    taken(office, small_plan("示监发〔2021〕2号"), SourceFile("要点.txt", b"1"))
    office.ledger.undo(actor())
    assert office.dump() == before
    with pytest.raises(KnownError, match="已经在台账里"):
        taken(office, small_plan(), SourceFile("要点.txt", b"1"))
    assert office.dump() == before


def test_what_is_not_to_be_tracked_stays_so_until_a_person_says_otherwise(office: Office) -> None:
    plan = small_plan("示监发〔2021〕2号")
    aside = replace(task(6, "加强组织领导。", tracked=False))
    new = taken(office, replace(plan, tasks=(aside,)))
    new.adopt("6")
    assert (new.task("6").tracked, new.task("6").light) == (False, None)
    totals = new.ledger.ask(queries.tree, new.plan, TODAY).totals
    assert (totals.tasks, totals.adopted) == (5, 0)
    rows = new.ledger.ask(queries.report_rows, new.plan, Period.parse("2021-H1"), TODAY)
    assert [each.task.label for each in rows.dossiers] == list("12345")
    office.do(commands.track, [new.task("6").id])
    assert new.task("6").light is not None
    assert new.ledger.ask(queries.tree, new.plan, TODAY).totals.adopted == 1


def with_units(number: str, issuer: str, *units: str) -> object:
    tasks = tuple(
        task(n, f"做好第{n}件事。", responsible_units=(unit,)) for n, unit in enumerate(units, 1)
    )
    tasks = tuple(replace(each, lead_units=()) for each in tasks)
    return replace(small_plan(number), issuers=(issuer,), parts=(), tasks=tasks)


def test_own_sections_of_an_own_plan_fill_the_section(office: Office) -> None:
    office.do(commands.set_bureau, Bureau(name="示例市市场监督管理局", short_name="市市场监管局"))
    law, office_room = office.section("法规科"), office.section("办公室")
    plan = with_units("示市监〔2021〕5号", "示例市市场监督管理局", "法规科", "公安局", "办公室")
    change = office.do(commands.take_plan, plan)
    new = Office(office.ledger, change.new_id or 0)
    assert [new.task(str(n)).section_id for n in (1, 2, 3)] == [law, None, office_room]
    assert new.task("1").role is Adoption.OWN
    assert new.task("2").role is Adoption.UNDECIDED
    assert change.notices == ("按来文的责任单位填好了2项任务的责任科室和承接。",)


def test_an_office_of_the_same_name_in_a_plan_from_above_is_not_ours(office: Office) -> None:
    office.do(commands.set_bureau, Bureau(name="示例市市场监督管理局", short_name="市市场监管局"))
    law = office.section("法规科")
    office.section("办公室")
    plan = with_units("示府〔2021〕5号", "示例市人民政府", "办公室", "市市场监管局法规科")
    new = taken(office, plan)
    assert [new.task(str(n)).section_id for n in (1, 2)] == [None, law]


def test_the_ledger_an_office_has_been_keeping_becomes_its_work(office: Office) -> None:
    trade = office.section("商标科")
    draft = read_plan(TABLE.encode(), "台账.html", year=2021)
    assert office.ledger.ask(queries.own_table, draft)
    assert not office.ledger.ask(queries.own_table, small_plan())
    change = office.do(commands.take_plan, draft, own_table=True)
    new = Office(office.ledger, change.new_id or 0)
    first, second, third = (new.task(label) for label in "123")
    assert {row.role for row in (first, second, third)} == {Adoption.OWN}
    assert (first.leader, first.section_id, first.person) == ("王局长", trade, "李四")
    assert (first.percent, first.status, first.due_on) == (
        60.0,
        Status.DOING,
        dt.date(2021, 9, 30),
    )
    assert (second.status, second.person, second.section) == (
        Status.COMPLETED,
        "赵六、孙七",
        "规划科",
    )
    assert (third.status, third.filled) == (Status.NOT_STARTED, False)
    detail = new.ledger.ask(queries.task_detail, first.id, TODAY)
    (entry,) = detail.entries
    assert (entry.period, entry.reported_on) == ("2021-05", dt.date(2021, 5, 31))
    assert (entry.wording, entry.problems) == ("已检查20户。", "人手不足。")
    assert [note.text for note in detail.notes] == ["备注：局务会重点"]
    assert change.notices == (
        "按原有台账承接了3项任务，填入进展2条。",
        "新建了科室（单位）：规划科。",
        "新建了人员：王局长、李四、赵六、孙七。",
    )


def test_the_entries_of_an_own_ledger_can_be_given_a_period(office: Office) -> None:
    draft = read_plan(TABLE.encode(), "台账.html", year=2021)
    new = taken(office, draft, own_table=True, period=Period.parse("2021-H1"))
    (entry,) = new.ledger.ask(queries.task_detail, new.task("1").id, TODAY).entries
    assert entry.period == "2021-H1"


def test_what_the_own_ledger_has_not_taken_on_is_none_of_ours(office: Office) -> None:
    rows = (
        (
            "<tr><th>序号</th><th>重点任务</th><th>具体举措</th><th>责任科室</th><th>状态</th>"
            "<th>备注</th></tr>"
        ),
        (
            "<tr><td>1</td><td>保护行动</td><td>检查市场。</td><td>商标科</td><td>已办结</td>"
            "<td></td></tr>"
        ),
        "<tr><td>2</td><td>国际交流</td><td></td><td></td><td>不涉及</td><td>我市无此任务</td></tr>",
        (
            "<tr><td>3</td><td>服务企业</td><td>走访企业。</td><td>商标科</td><td>推进中</td>"
            "<td></td></tr>"
        ),
    )
    draft = read_plan(f"<table>{''.join(rows)}</table>".encode(), "台账.html", year=2021)
    new = taken(office, draft, own_table=True)
    assert (new.task("2").role, new.task("2").reason) == (Adoption.NONE, "我市无此任务")
    assert (new.task("1").status, new.task("1").percent) == (Status.COMPLETED, 100.0)
    assert new.task("3").status is Status.DOING
