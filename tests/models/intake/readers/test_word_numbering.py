"""The numbers that Word generates, as Word shows them."""

from __future__ import annotations

import pytest

from models.intake.readers import read_source
from models.intake.readers.word_formats import counted, formatted
from tests.models.intake.forms import docx, paragraph_xml


def _level(level: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


OFFICIAL = (
    _level(0, "chineseCounting", "%1、")
    + _level(1, "japaneseCounting", "（%2）")
    + _level(2, "decimal", "%3.")
)


def _list(
    levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{nums}'


def _item(text: str, level: int, number: int = 1) -> str:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph_xml(text, f"<w:numPr>{place}</w:numPr>")


def _lines(body: str, numbering: str, **parts: str) -> list[str]:
    return [x.text for x in read_source(docx(body, numbering, **parts), "要点.docx").lines]


def test_each_level_counts_and_a_higher_one_starts_the_lower_again() -> None:
    body = "".join(_item("甲", level) for level in (0, 1, 2, 2, 1, 2, 0, 1))
    assert _lines(body, _list(OFFICIAL)) == [
        *("一、甲", "（一）甲", "1.甲", "2.甲", "（二）甲", "1.甲", "二、甲", "（一）甲"),
    ]


def test_a_number_that_ends_with_a_digit_is_parted_from_the_words() -> None:
    levels = _level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2")
    body = "".join(_item("甲", level) for level in (0, 1, 1))
    assert _lines(body, _list(levels)) == ["1.甲", "1.1 甲", "1.2 甲"]


def test_a_level_that_never_restarts_runs_on() -> None:
    levels = _level(0, "chineseCounting", "%1、") + _level(
        1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'
    )
    body = "".join(_item("甲", level) for level in (0, 1, 1, 0, 1))
    assert _lines(body, _list(levels)) == ["一、甲", "1.甲", "2.甲", "二、甲", "3.甲"]


def test_instances_of_one_list_run_on_unless_one_says_where_to_start() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{start}</w:num>'
    )
    body = "".join(_item("甲", 0, number) for number in (1, 2, 3, 3))
    assert _lines(body, _list(OFFICIAL, nums)) == ["一、甲", "二、甲", "五、甲", "六、甲"]


def test_numbers_come_from_the_paragraph_style_too() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="h2"><w:basedOn w:val="h1"/></w:style></w:styles>'
    )
    levels = _level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>') + _level(
        1, "decimal", "%2.", '<w:pStyle w:val="h2"/>'
    )
    body = "".join(paragraph_xml("甲", f'<w:pStyle w:val="{s}"/>') for s in ("h1", "h2", "h2"))
    assert _lines(body, _list(levels), styles=styles) == ["一、甲", "1.甲", "2.甲"]


def test_a_list_that_was_switched_off_or_has_bullets_gives_no_number() -> None:
    bullets = _level(0, "bullet", "●")
    assert _lines(_item("甲", 0) + _item("乙", 0, 0), _list(bullets)) == ["甲", "乙"]


def test_an_empty_paragraph_takes_no_number() -> None:
    assert _lines(_item("甲", 0) + _item("", 0) + _item("乙", 0), _list(OFFICIAL)) == [
        "一、甲",
        "二、乙",
    ]


def test_several_levels_in_one_number() -> None:
    levels = _level(0, "chineseCounting", "第%1章") + _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert _lines(_item("甲", 0) + _item("乙", 1), _list(levels)) == ["第一章甲", "1.1 乙"]


def test_a_bare_number_gets_the_mark_of_its_kind() -> None:
    levels = _level(0, "chineseCounting", "%1") + _level(1, "decimal", "%2")
    assert _lines(_item("甲", 0) + _item("乙", 1), _list(levels)) == ["一、甲", "1.乙"]


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("japaneseCounting", 30, "三十"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 1, "子"),
        ("ideographDigital", 12, "一二"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 1, "⒈"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("unheardOf", 5, "5"),
    ],
)
def test_number_formats(kind: str, value: int, shown: str) -> None:
    assert formatted(value, kind) == shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "一"),
        (11, "十一"),
        (20, "二十"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (1001, "一千〇一"),
        (0, "0"),
    ],
)
def test_chinese_numerals(value: int, words: str) -> None:
    assert counted(value) == words
