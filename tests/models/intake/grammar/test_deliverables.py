from __future__ import annotations

import re

import pytest

from models.intake.grammar.deliverables import _BUILD, _FURTHER, _HOLD, _RUN, deliverables_in
from models.intake.grammar.documents import documents_in


def _names(sentence: str, kind: str) -> list[str]:
    return [d.name for d in deliverables_in(sentence) if d.kind == kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "编制《甲规划》。",
        "研究制定《甲规划》。",
        "制定实施《甲规划》。",
        "根据《乙法》修订《甲规划》。",
        "完成《甲规划》编制工作。",
        "推动出台《甲规划》。",
        "推动《甲规划》出台。",
        "年内印发《甲规划》。",
    ],
)
def test_verbs_of_making_promise_a_document(sentence: str) -> None:
    assert documents_in(sentence).produced == ("《甲规划》",)


@pytest.mark.parametrize(
    "sentence",
    [
        "落实《乙意见》。",
        "贯彻实施《乙意见》，推进改革。",
        "按照《乙意见》要求，抓好整改。",
        "推广应用《乙意见》。",
        "制定《乙意见》实施细则。",
        "配合开展《乙意见》立法调研。",
        "开展《乙意见》终期评估。",
        "对照《乙意见》自查。",
    ],
)
def test_verbs_of_following_only_refer(sentence: str) -> None:
    found = documents_in(sentence)
    assert (found.produced, found.referred) == ((), ("《乙意见》",))


def test_titles_in_a_row_share_their_verb() -> None:
    found = documents_in("依据《甲法》《乙法》，制定《丙清单》、《丁指引》和《戊办法》。")
    assert found.produced == ("《丙清单》", "《丁指引》", "《戊办法》")
    assert found.referred == ("《甲法》", "《乙法》")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("召开全市工作座谈会。", ["全市工作座谈会"]),
        ("举办好第五届甲峰会。", ["第五届甲峰会"]),
        ("举办甲工作会、乙推进会。", ["甲工作会", "乙推进会"]),
        ("组织参加甲局主办的“乙论坛”、丙局举办的“丁交流”。", ["“乙论坛”", "“丁交流”"]),
        ("组织企业参加甲节暨乙博览会。", ["甲节暨乙博览会"]),
        ("举办甲论坛等活动。", ["甲论坛"]),
        ("筹办甲商标专委会。", []),
        ("发挥甲行业协会作用。", []),
        ("落实办公室会议制度。", []),
        ("举办一批培训班。", []),
        ("把握发展机会。", []),
    ],
)
def test_meetings_are_what_is_held_or_attended(sentence: str, names: list[str]) -> None:
    assert _names(sentence, "meeting") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("开展“甲”专项行动。", ["“甲”专项行动"]),
        ("实施甲、乙领域服务行动。", ["甲、乙领域服务行动"]),
        ("开展《甲》系列宣传。", ["《甲》系列宣传"]),
        ("组织开展虚假广告专项整治，净化环境。", ["虚假广告专项整治"]),
        ("巩固“甲”专项行动成效。", []),
        ("规范企业经营活动。", []),
    ],
)
def test_campaigns_are_what_is_carried_out(sentence: str, names: list[str]) -> None:
    assert _names(sentence, "campaign") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("搭建甲交易平台。", ["甲交易平台"]),
        ("加强甲中心、乙中心建设。", ["甲中心", "乙中心"]),
        ("加强甲中心\n推进乙中心建设。", ["乙中心"]),
        ("加强甲中心管理", []),
        ("建设中心。", []),
        ("建设甲站点、乙中心。", ["甲站点、乙中心"]),
        ("建立甲库平台、平台。", ["甲库平台"]),
        ("建设省、市两级数据库。", ["省、市两级数据库"]),
        ("新建一批服务网点。", ["服务网点"]),
        ("依托甲平台开展服务。", []),
        ("建设成都甲中心、成渝乙平台。", ["成都甲中心", "成渝乙平台"]),
        ("打造成区域中心，建设成为甲基地。", ["区域中心", "甲基地"]),
        ("建设成一批甲中心。", ["甲中心"]),
        ("对打造甲版等方面大胆探索、成效明显的示范基地给予支持。", []),
        ("对打造甲版等方面大胆探索、成效明显的示范基地", []),
        ("加强中心城区管理。", []),
    ],
)
def test_platforms_are_what_is_built(sentence: str, names: list[str]) -> None:
    assert _names(sentence, "platform") == names


@pytest.mark.parametrize("name", ["赛", "大赛", "甲大赛"])
def test_a_word_of_two_characters_is_no_name(name: str) -> None:
    assert _names(f"举办{name}。", "meeting") == ([name] if len(name) > 2 else [])


@pytest.mark.parametrize(
    ("verbs", "kind", "name"),
    [
        (_HOLD, "meeting", "甲博览会"),
        (_RUN, "campaign", "甲行动"),
        (_BUILD, "platform", "甲平台"),
        (_FURTHER, "platform", "甲平台建设"),
    ],
)
def test_no_verb_is_passed_over_in_the_first_look(
    verbs: re.Pattern[str], kind: str, name: str
) -> None:
    """Every alternative of a pattern, cut out of its text, promises what stands behind it."""
    plain = re.sub(r"\(\?[!<=][^)]*\)+|\([^()]*\)\?|[?:()]", "", verbs.pattern)
    words = plain.split("|")
    assert len(words) > 4
    for word in words:
        assert _names(f"{word}{name}", kind) == [name.removesuffix("建设")], word


def test_a_title_to_produce_keeps_its_marks_and_comes_first() -> None:
    found = deliverables_in("召开甲座谈会，编制《甲规划》。")
    assert [(d.kind, d.name) for d in found] == [
        ("document", "《甲规划》"),
        ("meeting", "甲座谈会"),
    ]
