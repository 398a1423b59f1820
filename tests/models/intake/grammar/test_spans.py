from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.intake.grammar.spans import clauses, cut_outside, pairs, sentences


def test_a_sentence_ends_at_a_stop_outside_quotes_and_brackets() -> None:
    text = "做到“有案必查。一查到底”。开展整治（含网络。）！收尾"
    assert sentences(text) == ["做到“有案必查。一查到底”。", "开展整治（含网络。）！", "收尾"]


def test_a_quote_without_its_partner_hides_no_stop() -> None:
    assert sentences("开展“铁拳行动。推进整治。") == ["开展“铁拳行动。", "推进整治。"]


def test_clauses_part_at_commas_but_not_inside_titles_or_numbers() -> None:
    assert clauses("编制《甲，乙》,监测1,260家，办结9条。") == [
        "编制《甲，乙》",
        "监测1,260家",
        "办结9条",
    ]


def test_brackets_of_both_widths_make_a_pair() -> None:
    assert pairs("（甲)《乙〈丙〉》") == [(0, 2), (3, 8)]


@given(st.text(st.sampled_from("甲，。“”《》（）()\n")))
def test_cutting_loses_nothing_but_marks_and_blanks(text: str) -> None:
    kept = "".join(cut_outside(text, "，", keep=True))
    assert kept.replace("\n", "") == text.replace("\n", "")
