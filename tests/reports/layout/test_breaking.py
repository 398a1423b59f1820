"""Lines end where GB/T 15834 lets them, and nothing is lost on the way."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.layout import chars
from tests.reports.layout.plain_metrics import set_text, texts
from tests.reports.layout.prose import PROSE

_TORN = re.compile(r"[\d.]\|[\d.]|\d\|[%项件家万个亿号年月日人]|〔\d*\||\|\d*〕|[A-Za-z]\|[A-Za-z]")


@given(PROSE, st.sampled_from([6.0, 14.0, 28.0]))
def test_no_character_is_lost_added_or_moved(text: str, measure: float) -> None:
    assert "".join(texts(set_text(text, measure))) == text


@given(PROSE)
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    lines = texts(set_text(text, 28, 2))
    for one, two in itertools.pairwise(lines):
        assert two[0] not in "。，、；：？！”’）》〉〕】·～–／"
        assert one[-1] not in "“‘（《〈〔【／"
        assert not re.match(r"—(?!—)|…(?!…)", two)


@given(PROSE)
def test_no_number_year_or_word_is_torn(text: str) -> None:
    lines = texts(set_text(text, 28, 2))
    for one, two in itertools.pairwise(lines):
        assert not _TORN.search(one[-8:] + "|" + two[:8])


@given(PROSE, st.sampled_from([12.0, 28.0]))
def test_every_line_but_the_last_reaches_the_right_edge(text: str, measure: float) -> None:
    from reports.layout import geometry

    for line in set_text(text, measure)[:-1]:
        assert line.width <= measure * geometry.CELL + 1e-6
    for line in set_text(text, 28)[:-1]:
        assert line.width == pytest.approx(28 * geometry.CELL)


@given(PROSE)
def test_the_last_line_is_not_one_character(text: str) -> None:
    lines = texts(set_text(text))
    if len(lines) > 1:
        assert len([char for char in lines[-1] if char not in chars.CLOSING]) >= 2


def test_full_stops_give_way_only_where_the_line_would_be_loose_without() -> None:
    """Both lines are one em too long; without the number the first has six em to spare, not one."""
    long = "国" * 10 + "。" + "国" * 5 + "。" + "国" * 5 + "1234567890123，"
    short = "国" * 10 + "。" + "国" * 5 + "。" + "国" * 10 + "123，"
    assert texts(set_text(long + "家" * 9))[0] == long
    assert texts(set_text(short + "家" * 9))[0] == short[:27]


def test_more_than_one_em_is_squeezed_where_pushing_out_would_distort_the_line_more() -> None:
    """The number is one and a half em too long; without it the line lacks two em, or one."""
    soft = "国，国国，国国，国" + "国" * 17
    assert texts(set_text(soft + "12345国国国"))[0] == soft + "12345国"
    assert texts(set_text(soft + "国123国国国"))[0] == soft + "国"


@pytest.mark.parametrize(
    ("head", "number", "stays"), [(25, "123456国", True), (26, "1234国", False)]
)
def test_a_line_is_loose_when_it_lacks_more_than_two_em(
    head: int, number: str, stays: bool
) -> None:
    """Full stops give way by one em for a line that would lack three, not for one that lacks two."""
    begun = "国。" * 3 + "国" * (head - 6)
    assert texts(set_text(f"{begun}{number}国国"))[0] == begun + (number if stays else "")


def test_a_last_line_of_one_character_is_drawn_in_where_marks_give_way() -> None:
    """孤字不成行: nothing is taken from the line above while it can take the character in."""
    drawn_in = "国" * 10 + "，" + "国" * 16 + "，国"
    assert texts(set_text(drawn_in)) == [drawn_in]
    assert [len(line) for line in texts(set_text("国" * 29))] == [27, 2]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_set_without_a_crash(text: str) -> None:
    assert "".join(texts(set_text(text))) == text


def test_ten_thousand_characters_without_a_mark_fill_lines_of_28() -> None:
    lines = texts(set_text("国" * 10_000))
    assert {len(line) for line in lines[:-1]} == {28}
    assert len(lines) == 358


def test_a_number_longer_than_a_line_is_cut_as_nothing_else_fits() -> None:
    lines = texts(set_text("1" * 200))
    assert [len(line) for line in lines] == [56, 56, 56, 32]


def test_a_mark_is_squeezed_in_before_a_character_is_pushed_out() -> None:
    text = "国" * 10 + "，" + "国" * 17 + "，国国国"
    assert texts(set_text(text))[0] == "国" * 10 + "，" + "国" * 17 + "，"


def test_without_a_mark_to_squeeze_a_character_goes_down_with_the_mark() -> None:
    text = "国" * 28 + "，国国国"
    assert [len(line) for line in texts(set_text(text))] == [27, 5]


def test_a_date_is_torn_between_its_groups_only_where_it_must_be() -> None:
    short = "国" * 26 + "6月30日，国国"
    assert texts(set_text(short))[0] == "国" * 26
    long = "国" * 24 + "2021年6月30日，国国"
    assert texts(set_text(long))[0].endswith("2021年")


def test_a_document_number_stays_whole() -> None:
    lines = texts(set_text("国" * 25 + "川市监发〔2021〕21号文件"))
    assert any("〔2021〕21号" in line for line in lines)


def test_double_dashes_and_ellipses_are_never_torn() -> None:
    for mark in ("——", "……"):
        lines = texts(set_text("国" * 27 + mark + "国国国"))
        assert lines[1].startswith(mark) or lines[0].endswith(mark)
