from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models.errors import KnownError
from models.rows import Bureau
from reports.builders.numerals import chinese
from reports.builders.office import area, level_above, own_level
from reports.builders.titles import (
    attachment_title,
    citation,
    document_number,
    progress_title,
    subject,
    table_title,
)
from tests.reports.factory import BUREAU, PLAN, period, rows


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("2021-H1", "关于2021年四川省知识产权工作要点上半年落实情况的报告"),
        ("2021-H2", "关于2021年四川省知识产权工作要点下半年落实情况的报告"),
        ("2021", "关于2021年四川省知识产权工作要点落实情况的报告"),
        ("2021-04", "关于2021年4月知识产权工作进展情况的报告"),
        ("2021-Q1", "关于2021年第一季度知识产权工作进展情况的报告"),
    ],
)
def test_the_title_names_office_matter_and_kind(code: str, title: str) -> None:
    made = progress_title(rows(period=period(code, dt.date(2021, 12, 20))))
    assert made == f"示例市市场监督管理局{title}"


def test_a_report_on_another_year_than_the_plans_says_its_own() -> None:
    """A task that runs on is reported on in the next year too."""
    made = progress_title(rows(period=period("2022-H1", dt.date(2022, 6, 20))))
    assert made.endswith("关于2021年四川省知识产权工作要点2022年上半年落实情况的报告")


def test_the_plan_is_cited_with_its_number_and_short_name() -> None:
    assert citation(PLAN) == (
        "《2021年四川省知识产权工作要点》（川市监发〔2021〕21号，以下简称《工作要点》）"
    )


def test_a_known_notice_is_cited_for_its_number() -> None:
    plan = replace(PLAN, notice_title="甲局关于印发《2021年四川省知识产权工作要点》的通知")
    assert citation(plan).startswith(
        "《甲局关于印发〈2021年四川省知识产权工作要点〉的通知》（川市监发〔2021〕21号，以下简称"
    )


def test_the_subject_is_the_title_without_year_area_and_kind() -> None:
    assert subject(PLAN) == "知识产权"
    assert subject(replace(PLAN, title="2022年药品安全工作计划")) == "药品安全"


def test_tables_are_named_after_the_plan() -> None:
    assert attachment_title(PLAN) == "《2021年四川省知识产权工作要点》任务进展情况表"
    assert table_title(rows(), "任务台账") == "示例市落实2021年四川省知识产权工作要点任务台账"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("", "示市监〔2021〕　　号"),
        ("36", "示市监〔2021〕36号"),
        ("036", "示市监〔2021〕36号"),
        ("第36号", "示市监〔2021〕36号"),
        ("示府办〔2021〕7号", "示府办〔2021〕7号"),
        ("示府办[2021]7号", "示府办〔2021〕7号"),
    ],
)
def test_the_number_keeps_its_place_until_it_is_given(given: str, shown: str) -> None:
    assert document_number("示市监", 2021, given) == shown


@pytest.mark.parametrize(
    "given", ["abc", "0", "36a", "-3", "示府办〔21〕7号", "示府办〔2021〕07号"]
)
def test_what_is_no_number_is_refused_before_it_is_printed(given: str) -> None:
    with pytest.raises(KnownError, match="不是发文字号，没有生成文稿"):
        document_number("示市监", 2021, given)


@pytest.mark.parametrize(
    ("name", "own", "place"),
    [
        ("示例市市场监督管理局", "我市", "示例市"),
        ("杭州市市场监督管理局", "我市", "杭州市"),
        ("阿坝州市场监督管理局", "我州", "阿坝州"),
        ("凉山彝族自治州市场监督管理局", "我州", "凉山彝族自治州"),
        ("示例市甲区市场监督管理局", "我区", "示例市甲区"),
        ("市场监督管理局", "我市", "我市"),
        ("知识产权局", "本地", "本地"),
        ("", "我市", "我市"),
    ],
)
def test_the_area_is_read_from_the_offices_name(name: str, own: str, place: str) -> None:
    assert area(Bureau(name=name, own=own)) == place


def test_an_area_that_the_office_gave_is_taken() -> None:
    assert area(Bureau(name="甲乙市场监督管理局", area="甲乙新区")) == "甲乙新区"


def test_levels_are_named_by_their_words() -> None:
    assert level_above(PLAN) == "省级"
    assert level_above(replace(PLAN, issuers=("示例市市场监督管理局",))) == "市级"
    assert level_above(replace(PLAN, issuers=())) == "上级"
    assert own_level(BUREAU) == "市级"
    assert own_level(replace(BUREAU, place="本地")) == "本级"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (39, "三十九"),
        (105, "一百零五"),
        (110, "一百一十"),
        (112, "一百一十二"),
    ],
)
def test_numbers_are_read_as_in_headings(number: int, word: str) -> None:
    assert chinese(number) == word
