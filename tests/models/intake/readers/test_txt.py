from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.intake.readers import read_source

TEXT = "示例市2022年工作要点\r\n\r\n一、抓改革\n1.建立机制，开展检查。"
LINES = [(1, "示例市2022年工作要点"), (3, "一、抓改革"), (4, "1.建立机制，开展检查。")]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "bom", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be-bom"],
)
def test_the_encoding_is_found_out_and_the_lines_are_numbered(data: bytes) -> None:
    source = read_source(data, "要点.txt")
    assert [(line.number, line.text) for line in source.lines] == LINES


def test_tabs_part_the_columns_of_a_row() -> None:
    (line,) = read_source("任务\t 单位\x07".encode(), "表.txt").lines
    assert line.cells == ("任务", "单位")


def test_the_source_is_kept_as_received_without_what_no_ledger_can_hold() -> None:
    source = read_source("　　一、抓,改革\x0b二、抓服务\u202e\n".encode(), "要点.txt")
    assert source.text == "一、抓,改革\n二、抓服务"


@pytest.mark.parametrize("data", [b"", b"\n \n", "\ufeff".encode()])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(KnownError, match="没有文字"):
        read_source(data, "空.txt")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(KnownError, match="不是文字"):
        read_source(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00", "图.txt")


def test_a_text_beyond_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(KnownError, match="5000000字的上限"):
        read_source(b"a" * 5_000_001, "长.txt")


@given(st.binary(max_size=120))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    try:
        source = read_source(data, "任意.txt")
    except KnownError:
        return
    assert source.lines
