"""Suggestions for units: full names, nearest names, the bureau's own sections."""

from __future__ import annotations

import pytest

from models.intake.suggest import fuller_names, nearest_units, section_of


@pytest.mark.parametrize(
    ("names", "fuller"),
    [
        (("区市场监管局", "农业农村局"), {"农业农村局": "区农业农村局"}),
        (("区法院", "检察院", "区公安局", "财政局"), {"检察院": "区检察院", "财政局": "区财政局"}),
        (("市教育局", "科技局", "各县区"), {"科技局": "市科技局"}),
        (("农业农村局", "区市场监管局"), {}),
        (("区市场监管局", "平潭海关", "人行示例支行", "各片区管理局"), {}),
        (("区市场监管局", "省发展改革委"), {}),
        (("市场监管局", "财政局"), {}),
    ],
)
def test_a_shared_prefix_is_suggested(names: tuple[str, ...], fuller: dict[str, str]) -> None:
    assert fuller_names(names) == fuller


def test_a_known_full_name_is_taken_and_a_known_short_one_left() -> None:
    names = ("区市场监管局", "融媒体中心", "供电公司")
    assert fuller_names(names, known=("区融媒体中心", "供电公司")) == {"融媒体中心": "区融媒体中心"}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("市监局", "市市场监管局"),
        ("市发改委", "市发展和改革委"),
        ("市市场监督管理局", "市市场监管局"),
        ("人社局", "市人力资源社会保障局"),
    ],
)
def test_the_nearest_known_unit_comes_first(name: str, first: str) -> None:
    known = ("市财政局", "市市场监管局", "市发展和改革委", "市人力资源社会保障局", "示例海关")
    assert nearest_units(name, known)[0] == first


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert nearest_units("气象台", ("市财政局", "示例海关")) == ()


def test_a_unit_may_be_a_section_of_the_bureau() -> None:
    sections = {"知识产权科": 1, "法规科": 2}
    assert section_of("知识产权科", sections) == 1
    assert section_of("市市场监管局法规科", sections, "市市场监管局") == 2
    assert section_of("局法规科", sections) == 2
    assert section_of("市财政局", sections) is None
