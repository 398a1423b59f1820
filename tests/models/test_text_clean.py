from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.text import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)

PAIRS = [
    ("第一行\x0b第二行", "第一行\n第二行"),
    ("第一页\f第二页", "第一页\n第二页"),
    ("一\r\n二\r三\u2028四\u2029五\x85六", "一\n二\n三\n四\n五\n六"),
    ("左\t右\x07", "左 右"),
    ("前\x1f后", "前 后"),
    ("坏\ud800字", "坏字"),
    ("\ufeff开头", "开头"),
    ("零\u200b宽\u2060字", "零宽字"),
    ("\u202e反\u2066向\u061c", "反向"),
    ("软\u00ad连", "软连"),
    ("无\uffff字\ufdd0\U0001ffff", "无字"),
    ("Cafe\u0301", "Caf\u00e9"),
    ("行末  \n下行\u3000\n\n", "行末\n下行"),
    ("　　段首空格保留", "　　段首空格保留"),
    ("全角,半角，都不动", "全角,半角，都不动"),
]


@pytest.mark.parametrize(("received", "cleaned"), PAIRS)
def test_a_text_is_cleaned_at_the_door(received: str, cleaned: str) -> None:
    assert clean(received) == cleaned


def test_a_one_line_field_takes_no_line_breaks() -> None:
    assert clean("甲\r\n乙\x0b丙\n", lines=False) == "甲 乙 丙"


def test_a_text_at_the_limit_passes_and_one_beyond_is_refused_with_the_limit() -> None:
    assert clean("字" * 10 + "\u200b  ", limit=10) == "字" * 10
    with pytest.raises(KnownError, match="10字的上限"):
        clean("字" * 11, limit=10)


@given(ANY_TEXT, st.booleans())
def test_whatever_comes_what_passes_can_be_stored_and_printed(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    assert clean(cleaned, lines=lines) == cleaned
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    unwanted = {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert unwanted <= ({"\n"} if lines else set())


@given(ANY_TEXT)
def test_cleaning_loses_no_letter_and_no_digit(text: str) -> None:
    def letters(value: str) -> str:
        composed = unicodedata.normalize("NFC", value)
        return "".join(c for c in composed if unicodedata.category(c)[0] in "LN")

    assert letters(clean(text)) == letters(clean(clean(text)))
    plain = "".join(c for c in text if unicodedata.category(c)[0] in "LN")
    assert letters(clean(plain)) == letters(plain)
