"""The office's own list of people and sections, copied from Excel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import commands, queries
from models.errors import KnownError
from models.roster import PersonLine, SectionLine, kind_of, read_people, read_sections
from tests.models.factory import Office


def test_a_list_with_a_head_row_is_read_by_it() -> None:
    block = "通讯录\n序号\t科 室\t姓 名\t职务\t手机\n1\t法规科\t王 五\t科长\t139 0000 0001\n"
    assert read_people(block) == (PersonLine("王五", "法规科", "科长", "139 0000 0001"),)


def test_a_merged_section_belongs_to_the_rows_below_it() -> None:
    block = "科室\t姓名\n法规科\t王五\n\t赵六\n运用科\t孙七"
    assert [row.section for row in read_people(block)] == ["法规科", "法规科", "运用科"]


def test_a_list_without_a_head_row_is_read_by_its_look() -> None:
    block = "1\t王五\t法规科\t科长\t0800-1234567\n2\t阿力木·买买提\t登记注册"
    assert read_people(block, ["登记注册"]) == (
        PersonLine("王五", "法规科", "科长", "0800-1234567"),
        PersonLine("阿力木·买买提", "登记注册"),
    )


def test_names_alone_are_people() -> None:
    assert [row.name for row in read_people("王五\n赵六\n王五")] == ["王五", "赵六"]


def test_a_line_that_names_nobody_is_no_person() -> None:
    assert read_people("法规科\n2021年工作安排\n\t\t\n") == ()


def test_sections_are_read_with_or_without_a_head() -> None:
    assert read_sections("1\t政策法规科\t法规科\n2\t运用促进科") == (
        SectionLine("政策法规科", "法规科", "内设科室"),
        SectionLine("运用促进科", "", "内设科室"),
    )
    assert read_sections("科室名称\t类别\n某检验中心\t直属单位") == (
        SectionLine("某检验中心", "", "直属单位"),
    )
    assert read_sections("某检验中心\t\t直属单位") == (SectionLine("某检验中心", "", "直属单位"),)


def test_a_far_too_long_cell_is_cut_and_stays_a_row() -> None:
    (row,) = read_sections("长" * 500)
    assert row.name == "长" * 60


@given(st.text())
def test_any_pasted_text_is_read(block: str) -> None:
    assert all(row.name for row in read_people(block))
    assert all(row.name for row in read_sections(block))


def test_people_are_added_with_the_sections_they_need(office: Office) -> None:
    change = office.do(
        commands.add_people, [PersonLine("王五", "新科"), PersonLine("赵六", "新科")]
    )
    assert change.notices == ("按“新科”新建了科室。",)
    people = {row.name: row.section for row in office.ledger.ask(queries.people)}
    assert (people["王五"], people["赵六"]) == ("新科", "新科")


def test_who_is_there_already_is_not_added_again(office: Office) -> None:
    rows = [PersonLine("王五", "新科")]
    office.do(commands.add_people, rows)
    with pytest.raises(KnownError, match="都已经有了，没有增加"):
        office.do(commands.add_people, rows)
    change = office.do(commands.add_people, [*rows, PersonLine("赵六")])
    assert change.notices == ("1 人已经有了，没有重复增加。",)


def test_sections_come_in_the_order_of_the_list(office: Office) -> None:
    before = [row.name for row in office.ledger.ask(queries.sections)]
    office.do(commands.add_sections, [SectionLine("甲科"), SectionLine("乙中心", "", "直属单位")])
    rows = office.ledger.ask(queries.sections)[len(before) :]
    assert [(row.name, row.kind) for row in rows] == [("甲科", "内设科室"), ("乙中心", "直属单位")]
    with pytest.raises(KnownError):
        office.do(commands.add_sections, [SectionLine("甲科")])


@pytest.mark.parametrize(
    ("name", "said", "kind"),
    [
        ("政策法规科", "", "内设科室"),
        ("市场监管综合行政执法支队", "", "直属单位"),
        ("检验检测所", "", "直属单位"),
        ("高新区分局", "", "派出机构"),
        ("城东市场监管所", "", "派出机构"),
        ("办公室（政策研究室）", "", "内设科室"),
        ("某处", "事业单位", "直属单位"),
    ],
)
def test_the_kind_of_a_section_is_as_the_list_says_or_as_its_name_ends(
    name: str, said: str, kind: str
) -> None:
    assert kind_of(name, said) == kind
