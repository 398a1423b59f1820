from __future__ import annotations

import pytest

from models.intake.grammar.targets import targets_in

Wanted = list[tuple[str, str, float | None, float | None, str]]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("新增示范学校30所。", [("示范学校", "=", 30, 30, "所")]),
        ("培育企业1-2家。", [("企业", "range", 1, 2, "家")]),
        ("培育企业1～2家。", [("企业", "range", 1, 2, "家")]),
        ("全年办理案件不少于50件。", [("案件", ">=", 50, 50, "件")]),
        ("查处案件不超过1,260件。", [("案件", "<=", 1260, 1260, "件")]),
        ("新建网点10个以上。", [("网点", ">=", 10, 10, "个")]),
        ("专利授权量增长10%以上。", [("专利授权量增长", ">=", 10, 10, "%")]),
        ("办结率达到90%。", [("办结率", ">=", 90, 90, "%")]),
        ("融资额突破3.5亿元。", [("融资额", ">", 3.5, 3.5, "亿元")]),
        ("开展五项整治。", [("整治", "=", 5, 5, "项")]),
        ("培育20家示范企业。", [("示范企业", "=", 20, 20, "家")]),
        ("新增分站、基地各1个。", [("分站", "=", 1, 1, "个"), ("基地", "=", 1, 1, "个")]),
        (
            "分别新增分站、基地1-2个。",
            [("分站", "range", 1, 2, "个"), ("基地", "range", 1, 2, "个")],
        ),
        ("建设一批示范基地。", [("示范基地", "some", None, None, "批")]),
        (
            "举办培训班4期，培训430人次。",
            [("培训班", "=", 4, 4, "期"), ("培训", "=", 430, 430, "人次")],
        ),
    ],
)
def test_a_promised_number_is_a_target(sentence: str, wanted: Wanted) -> None:
    found = [(t.label, t.operator, t.low, t.high, t.unit) for t in targets_in(sentence)]
    assert found == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "落实2021年要点。",
        "总结“十三五”规划。",
        "办好第五届峰会。",
        "举办《献礼100周年》宣传。",
        "联合九部门印发意见。",
        "推行“双随机、一公开”。",
        "开展“五进”活动。",
        "实施11.121人才工程。",
        "做到“两个维护”。",
        "建立省、市两级数据库。",
        "推动“一网通办”。",
        "设立一个窗口。",
        "五项整治全面开展。",
        "这八项行动由甲局组织实施。",
        "第3批名单。",
        "执行第30条规定。",
        "压缩至4个月。",
        "12315热线。",
    ],
)
def test_years_ordinals_and_names_promise_no_number(sentence: str) -> None:
    assert targets_in(sentence) == ()


def test_the_words_of_a_target_stand_in_the_sentence() -> None:
    sentence = "力争全年新增试点示范学校不少于30所。"
    assert all(target.text in sentence for target in targets_in(sentence))


def test_a_number_that_says_which_is_no_target() -> None:
    found = targets_in("培育年营业收入超100亿元的物流企业3家、超10亿元的30家")
    assert [(t.label, t.low, t.unit) for t in found] == [
        ("物流企业", 3.0, "家"),
        ("物流企业", 30.0, "家"),
    ]


def test_some_may_stand_behind_what_is_counted() -> None:
    found = targets_in("建设冷链仓储设施一批")
    assert [(t.text, t.label, t.operator, t.unit) for t in found] == [
        ("冷链仓储设施一批", "冷链仓储设施", "some", "批")
    ]
    assert targets_in("培育一批") == ()


def test_a_count_within_one_is_and_two_is_leaves_them_out() -> None:
    found = targets_in("一是新增床位2000张；二是开展改造1500户以上")
    assert [(t.label, t.operator, t.low, t.unit) for t in found] == [
        ("床位", "=", 2000.0, "张"),
        ("改造", ">=", 1500.0, "户"),
    ]


def test_the_second_number_of_a_clause_takes_no_comma_along() -> None:
    found = targets_in("举办培训班4期、430人次")
    assert [(t.text, t.label) for t in found] == [("培训班4期", "培训班"), ("430人次", "培训班")]


@pytest.mark.parametrize(("said", "unit"), [("一批", "批"), ("一系列", "系列"), ("若干", "")])
def test_some_has_the_unit_that_it_says_or_none(said: str, unit: str) -> None:
    (found,) = targets_in(f"打造{said}品牌")
    assert (found.operator, found.unit) == ("some", unit)
