from __future__ import annotations

from dataclasses import replace

import pytest

from reports.builders.progress import build_progress
from reports.document import Paragraph, Source
from reports.lacking import lacking_in_report
from reports.warnings import kind_missing, look_at
from reports.warnings.ordinance import MOST_CHARACTERS, length_of
from tests.reports.factory import BUREAU, options, small_report

GOOD = "示例市市场监督管理局关于2021年上半年工作情况的报告"


def warnings(**chosen: object) -> list[str]:
    made, given = small_report(), options(**chosen)
    return [each.sentence for each in look_at(made, given, build_progress(made, given))]


def one(**chosen: object) -> str:
    (found,) = warnings(**chosen)
    return found


def test_a_report_that_keeps_every_rule_has_no_warning() -> None:
    assert (
        warnings(title=GOOD, addressee="四川省市场监督管理局", copies_to=("示例市人民政府",)) == []
    )


@pytest.mark.parametrize("to", ["甲局、乙中心", "甲局，乙局", "甲局 乙局"])
def test_one_addressee(to: str) -> None:
    assert "第十五条第一项" in one(addressee=to)
    assert warnings(addressee="示例省市场监督管理局：") == []


@pytest.mark.parametrize("to", ["张局长", "李副省长", "王书记", "赵主任", "钱处长"])
def test_no_leader_is_addressed(to: str) -> None:
    assert "第十五条第五项" in one(addressee=to)


@pytest.mark.parametrize(
    "below", ["知识产权规划科", "规划科", "甲县市场监督管理局", "高新区分局", "各县（市）局"]
)
def test_no_copy_goes_down(below: str) -> None:
    assert f"抄送了下级“{below}" in one(copies_to=(below,))


@pytest.mark.parametrize(
    "beside", ["示例市财政局", "某自治区市场监督管理局", "四川省知识产权服务促进中心", "市委办公室"]
)
def test_copies_to_others_are_left_alone(beside: str) -> None:
    assert warnings(copies_to=(beside,)) == []


def test_for_a_county_bureau_its_neighbours_are_not_below() -> None:
    made = replace(small_report(), bureau=replace(BUREAU, place="本县"))
    given = options(copies_to=("甲县财政局",))
    assert look_at(made, given, build_progress(made, given)) == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("示例市市场监督管理局关于工作情况", "文种“报告”"),
        ("示例市市场监督管理局关于解决经费的请示报告", "请示"),
        ("关于2021年上半年工作情况的报告", "发文机关"),
        ("示例市市场监督管理局工作报告", "事由"),
    ],
)
def test_a_title_is_office_matter_and_kind(title: str, words: str) -> None:
    assert words in one(title=title)
    assert warnings(title=GOOD) == []


def test_a_bulletin_ends_with_its_own_kind() -> None:
    assert list(kind_missing("甲局关于情况的通报", "通报")) == []
    assert "文种“通报”" in next(iter(kind_missing("甲局关于情况", "通报"))).sentence


@pytest.mark.parametrize("words", ["妥否,请批示。", "当否，请批复。", "恳请批准。"])
def test_a_report_asks_for_nothing(words: str) -> None:
    made, given = small_report(), options()
    document = build_progress(made, given)
    asking = replace(document, body=(*document.body, Paragraph(words)))
    (found,) = look_at(made, given, asking)
    assert "第十五条第四项" in found.sentence
    told = replace(document, body=(*document.body, Paragraph(words, (Source("entry", 1),))))
    assert look_at(made, given, told) == (), "a task's own words are warned of with their task"


def test_more_than_five_thousand_characters_are_warned_of() -> None:
    made, given = small_report(), options()
    document = build_progress(made, given)
    room = MOST_CHARACTERS - length_of(document)
    full = replace(document, body=(*document.body, Paragraph("各" * room)))
    assert look_at(made, given, full) == ()
    over = replace(document, body=(*document.body, Paragraph("各" * (room + 1))))
    assert f"超过{MOST_CHARACTERS}字" in look_at(made, given, over)[0].sentence


def test_a_signer_is_asked_for_with_its_article() -> None:
    bare = replace(small_report(), bureau=replace(BUREAU, signers=()))
    found = [each.sentence for each in lacking_in_report(bare, options(document_number="36"))]
    assert found == ["签发人未填（上行文应当标注签发人姓名，条例第九条第六项）。"]
    assert lacking_in_report(small_report(), options(document_number="36")) == ()
