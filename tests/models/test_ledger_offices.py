from __future__ import annotations

import datetime as dt

import pytest

from models import commands, queries
from models.commands import AssignmentDraft
from models.errors import KnownError
from models.periods import Period
from models.rows import AssignmentRow, Bureau
from models.rules import Light
from tests.models.factory import H1, TODAY, Office

MARCH = dt.date(2021, 3, 15)
MAY = dt.date(2021, 5, 10)


def assigned(office: Office, label: str = "1", day: dt.date = TODAY) -> AssignmentRow:
    found = office.ledger.ask(queries.task_detail, office.task(label).id, day).assignment
    assert found is not None
    return found


def assign(office: Office, *labels: str, day: dt.date = TODAY, **said: object) -> None:
    ids = [office.task(label).id for label in labels]
    office.do(commands.assign, ids, AssignmentDraft(**said), day=day)


def test_what_is_not_said_of_an_assignment_stays(busy: Office) -> None:
    section = busy.section()
    assign(busy, "1", day=MARCH, section_id=section, person="丁一", supporting_units=("公安局",))
    assign(busy, "1", day=MAY, leader="张局长")
    row = assigned(busy)
    assert (row.section, row.person, row.leader) == ("规划科", "丁一", "张局长")
    assert row.supporting_units == ("公安局",)
    assign(busy, "1", section_id=0, person="")
    assert (assigned(busy).section_id, assigned(busy).person) == (None, "")


def test_an_earlier_day_still_finds_who_answered_then(busy: Office) -> None:
    first, second = busy.section("规划科"), busy.section("法规科")
    assign(busy, "1", day=MARCH, section_id=first)
    assign(busy, "1", day=MAY, section_id=second)
    assert assigned(busy, day=MARCH).section == "规划科"
    assert assigned(busy, day=MAY).section == "法规科"
    assert assigned(busy, day=dt.date(2021, 3, 1)).section == "规划科"


def test_a_second_assignment_of_a_day_corrects_the_first(busy: Office) -> None:
    assign(busy, "1", person="丁一")
    assign(busy, "1", person="戊二")
    assert [row[6] for row in busy.dump()["assignment"]] == ["戊二"]


def test_an_earlier_effective_date_moves_the_newest_assignment(busy: Office) -> None:
    assign(busy, "1", day=MARCH, person="丁一")
    assign(busy, "1", person="戊二")
    assign(busy, "1", effective_on=MAY)
    assert (assigned(busy).effective_on, assigned(busy, day=MAY).person) == (MAY, "戊二")
    with pytest.raises(KnownError, match="应晚于上一次分工的2021年3月15日"):
        assign(busy, "1", effective_on=MARCH)


def test_a_section_keeps_the_name_of_its_day_in_what_was_assigned(busy: Office) -> None:
    section = busy.section("规划科")
    assign(busy, "1", section_id=section)
    busy.do(commands.edit_section, section, name="规划发展科")
    assert assigned(busy).section == "规划科"
    assert busy.ledger.ask(queries.section_named, "规划发展科").id == section


def test_a_deadline_of_the_bureau_goes_before_the_provinces(busy: Office) -> None:
    assign(busy, "3", due_on=dt.date(2021, 8, 31))
    assert (busy.task("3").due_on, busy.task("3").due_default) == (dt.date(2021, 8, 31), False)
    assign(busy, "3", clear_due=True)
    assert busy.task("3").due_on == dt.date(2021, 9, 30)


def test_after_an_extension_a_deadline_is_not_set_by_the_way(busy: Office) -> None:
    assign(busy, "3", day=MARCH, due_on=dt.date(2021, 8, 31))
    granted = dt.date(2021, 10, 31)
    busy.do(commands.extend, busy.task("3").id, granted, "名单未下达", agreed_on=MAY)
    before = busy.dump()
    sentence = "任务3已延期至2021年10月31日，时限没有改动；再次延期请用“延期”"
    for said in ({"due_on": dt.date(2021, 9, 1)}, {"clear_due": True}):
        with pytest.raises(KnownError, match=sentence):
            assign(busy, "1", "3", **said)
    assert busy.dump() == before
    # Forms send back what they showed: the old or the granted date is no change.
    assign(busy, "3", due_on=granted, person="丁一")
    assign(busy, "3", due_on=granted, person="戊二")
    assert busy.task("3").due_on == granted
    assert assigned(busy, "3").person == "戊二"
    busy.do(commands.assign_measure, busy.measure("3.1").id, AssignmentDraft(due_on=MAY))


def test_a_measure_without_its_own_assignment_takes_the_tasks(busy: Office) -> None:
    first, second = busy.section("规划科"), busy.section("法规科")
    assign(busy, "1", section_id=first)
    busy.do(commands.assign_measure, busy.measure("1.2").id, AssignmentDraft(section_id=second))
    detail = busy.ledger.ask(queries.task_detail, busy.task("1").id, TODAY)
    assert detail.assignment is not None
    assert detail.assignment.section == "规划科"
    assert [(row.measure_id, row.section) for row in detail.measure_assignments] == [
        (busy.measure("1.2").id, "法规科")
    ]
    totals = busy.ledger.ask(queries.tree, busy.plan, TODAY, H1).totals
    assert totals.sections == 2


def test_a_paper_for_one_section_holds_what_concerns_it(busy: Office) -> None:
    first, second = busy.section("规划科"), busy.section("法规科")
    assign(busy, "1", "2", section_id=first)
    assign(busy, "3", section_id=second, supporting_sections=("规划科",))
    rows = busy.ledger.ask(queries.report_rows, busy.plan, H1, TODAY, first)
    assert [each.task.label for each in rows.dossiers] == ["1", "2", "3"]
    assert rows.section is not None
    assert rows.totals.adopted == 3
    other = busy.ledger.ask(queries.report_rows, busy.plan, H1, TODAY, second)
    assert [each.task.label for each in other.dossiers] == ["3"]


def test_a_supporting_section_keeps_the_name_of_its_day(busy: Office) -> None:
    section = busy.do(commands.add_section, "政策法规科", short_name="法规科").new_id or 0
    assign(busy, "1", supporting_sections=("法规科",))
    busy.do(commands.edit_section, section, name="法治科")
    detail = busy.ledger.ask(queries.task_detail, busy.task("1").id, TODAY)
    assert detail.assignment is not None
    assert detail.assignment.supporting_sections == ("政策法规科",)


def test_a_section_stands_once_and_is_put_out_of_use_not_deleted(office: Office) -> None:
    section = office.section("规划科")
    with pytest.raises(KnownError, match="已经有“规划科”"):
        office.section(" 规划科 ")
    office.do(commands.edit_section, section, active=False)
    assert office.ledger.ask(queries.sections, active_only=True) == ()
    assert [row.name for row in office.ledger.ask(queries.sections)] == ["规划科"]
    with pytest.raises(KnownError, match="科室类别应为"):
        office.do(commands.edit_section, section, kind="临时机构")
    with pytest.raises(KnownError, match="没有要改的内容"):
        office.do(commands.edit_section, section)


def test_people_know_their_section(office: Office) -> None:
    section = office.section("规划科")
    person = office.do(commands.add_person, "丁一", section, post="科长").new_id or 0
    row = office.ledger.ask(queries.people)[0]
    assert (row.name, row.section, row.post) == ("丁一", "规划科", "科长")
    office.do(commands.edit_person, person, section_id=0, active=False)
    assert office.ledger.ask(queries.people)[0].section_id is None
    assert office.ledger.ask(queries.people, active_only=True) == ()


def test_the_bureau_is_kept_whole_and_never_loses_its_words_for_itself(office: Office) -> None:
    assert office.ledger.ask(queries.bureau) == Bureau()
    kept = Bureau(name="示例市局", signers=("甲", "乙"), place="本州", own="我州", demo=True)
    office.do(commands.set_bureau, kept)
    assert office.ledger.ask(queries.bureau) == kept
    office.do(commands.set_bureau, Bureau(place=" ", own=""))
    assert office.ledger.ask(queries.bureau) == Bureau()


def test_the_numbers_of_the_lights_are_settings(busy: Office) -> None:
    busy.report("1", percent=100.0)
    day = dt.date(2021, 12, 1)
    assert busy.task("1", day=day).light is Light.YELLOW
    busy.do(commands.set_setting, "thresholds", {"near_days": 10, "behind_points": 20})
    assert busy.task("1", day=day).light is Light.GREEN


@pytest.mark.parametrize(
    "value",
    ["30", None, [30], {"near_days": -1}, {"near_days": "30"}, {"days": 3}, {"near_days": True}],
)
def test_numbers_of_the_lights_that_make_no_sense_are_refused(
    office: Office, value: object
) -> None:
    with pytest.raises(KnownError, match="没有保存"):
        office.do(commands.set_setting, "thresholds", value)
    assert office.task("1").pace > 0


def test_a_setting_is_any_json_value_and_has_a_default(office: Office) -> None:
    assert office.ledger.ask(queries.setting, "columns", 7) == 7
    office.do(commands.set_setting, "columns", {"备注": ["宽\x0b", None, 2.5]})
    assert office.ledger.ask(queries.setting, "columns") == {"备注": ["宽", None, 2.5]}


def test_the_days_of_a_period_are_proposed_until_they_are_set(busy: Office) -> None:
    proposed = busy.ledger.ask(queries.period_row, H1)
    assert (proposed.cutoff_on, proposed.report_on, proposed.changed) == (
        dt.date(2021, 6, 20),
        dt.date(2021, 6, 25),
        False,
    )
    busy.do(commands.set_period_days, H1, dt.date(2021, 6, 30), dt.date(2021, 7, 5))
    row = busy.ledger.ask(queries.period_row, H1)
    assert (row.cutoff_on, row.changed) == (dt.date(2021, 6, 30), True)
    assert not busy.ledger.ask(queries.period_row, Period.parse("2021-06")).changed


@pytest.mark.parametrize(
    ("cutoff", "report"),
    [(dt.date(2020, 12, 31), TODAY), (TODAY, TODAY - dt.timedelta(days=1))],
)
def test_days_of_a_period_in_the_wrong_order_are_refused(
    office: Office, cutoff: dt.date, report: dt.date
) -> None:
    with pytest.raises(KnownError, match="请改正日期"):
        office.do(commands.set_period_days, H1, cutoff, report)


def test_a_period_may_close_on_its_first_day_and_be_reported_on_that_very_day(
    office: Office,
) -> None:
    first = dt.date(2021, 1, 1)
    office.do(commands.set_period_days, H1, first, first)
    row = office.ledger.ask(queries.period_row, H1)
    assert (row.cutoff_on, row.report_on) == (first, first)


def test_an_assignment_that_says_what_stands_already_is_no_change(busy: Office) -> None:
    tasks = [busy.task(label).id for label in ("1", "2")]
    section = busy.do(commands.add_section, "法规科").new_id or 0
    assert busy.do(commands.assign, tasks, AssignmentDraft(section_id=0)).id == 0
    given = AssignmentDraft(section_id=section, due_on=dt.date(2021, 9, 30))
    assert busy.do(commands.assign, tasks[:1], given).id
    later = TODAY + dt.timedelta(days=5)
    assert busy.do(commands.assign, tasks[:1], given, day=later).id == 0
    change = busy.do(commands.assign, tasks, AssignmentDraft(section_id=section), day=later)
    assert change.tasks == {tasks[1]}
