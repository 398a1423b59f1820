from __future__ import annotations

import pytest

from models.intake.grammar.brackets import read_body
from models.intake.grammar.fields import read_fields
from models.intake.grammar.unit_names import unit_names
from models.intake.grammar.units import Units, says_units, units_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("甲局、乙局", ("甲局", "乙局")),
        ("市发展和改革委、工业和信息化局", ("市发展和改革委", "工业和信息化局")),
        ("市教育局和市科技局", ("市教育局", "市科技局")),
        ("市教育局等有关部门及各县区", ("市教育局", "有关部门", "各县区")),
        ("市教育局、市科技局等", ("市教育局", "市科技局")),
        ("各乡镇人民政府（街道办事处）", ("各乡镇人民政府（街道办事处）",)),
        ("各市（州）", ("各市（州）",)),
        ("甲局，甲局；乙局", ("甲局", "乙局")),
        ("国务院相关部门和单位及各地区", ("国务院相关部门和单位", "各地区")),
    ],
)
def test_a_list_of_units_is_cut_into_names(words: str, names: tuple[str, ...]) -> None:
    assert unit_names(words) == names


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("甲局牵头，乙局、丙局配合", Units(("甲局",), (), ("乙局", "丙局"))),
        ("甲局牵头，乙局、丙局按职责分工负责", Units(("甲局",), ("乙局", "丙局"))),
        ("甲局、乙局负责", Units((), ("甲局", "乙局"))),
        ("甲局牵头负责", Units(("甲局",))),
        ("甲局会同有关部门负责", Units((), ("甲局",), ("有关部门",))),
        ("甲局、乙局等负责。列第一位者为牵头单位，下同", Units(("甲局",), ("乙局",))),
        ("甲局、乙局负责，适用范围：全市", Units((), ("甲局", "乙局"))),
        ("甲局", Units((), ("甲局",))),
    ],
)
def test_units_are_read_with_their_roles(words: str, units: Units) -> None:
    assert units_in(words) == units


def test_only_words_about_units_are_taken_for_units() -> None:
    assert says_units("甲局负责")
    assert not says_units("由企业自行负责的除外")
    assert not says_units("以下简称要点")


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("牵头单位：甲局；配合单位：乙局、丙局", Units(("甲局",), (), ("乙局", "丙局"))),
        ("责任单位:甲局，乙局", Units((), ("甲局", "乙局"))),
        ("责任单位：甲局牵头，乙局配合", Units(("甲局",), (), ("乙局",))),
        ("实施单位：甲中心", Units((), ("甲中心",))),
        ("牵头单位：", Units()),
    ],
)
def test_labels_say_the_role(line: str, units: Units) -> None:
    assert read_fields(line).units == units


def test_a_deadline_label_keeps_its_words() -> None:
    assert read_fields("牵头单位：甲局；完成时限：2022年6月底前").deadline == "2022年6月底前"


@pytest.mark.parametrize(
    "bracket",
    [
        "[牵头单位:甲局]",
        "（牵头单位：甲局）",
        "(甲局牵头)",
        "【牵头单位：甲局】",
        "［甲局牵头负责］",
    ],
)
def test_one_bracket_at_the_end_speaks_for_the_paragraph(bracket: str) -> None:
    body = read_body(f"建立机制。开展检查。{bracket}")
    assert body.text == "建立机制。开展检查。"
    assert body.fields.units == Units(("甲局",))
    assert [sentence.fields.units for sentence in body.sentences] == [Units(), Units()]


def test_several_brackets_belong_each_to_its_sentence() -> None:
    body = read_body("建立机制（甲局负责）。开展检查。（乙局负责）收尾。")
    assert [s.text for s in body.sentences] == ["建立机制。", "开展检查。", "收尾。"]
    assert [s.fields.units.responsible for s in body.sentences] == [("甲局",), ("乙局",), ()]
    assert body.fields.units.responsible == ("甲局", "乙局")


def test_a_bracket_that_names_no_unit_stays_in_the_text() -> None:
    body = read_body("建设“支持中心”（TISC）。服务企业（含个体工商户）。")
    assert body.text == "建设“支持中心”（TISC）。服务企业（含个体工商户）。"
    assert not body.fields.units


def test_labels_without_a_bracket_may_end_a_paragraph() -> None:
    body = read_body("建立机制。责任单位：甲局、乙局。")
    assert (body.text, body.fields.units.responsible) == ("建立机制。", ("甲局", "乙局"))
