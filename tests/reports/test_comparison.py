"""与上一稿对照: what was inserted, deleted and moved between two versions."""

from __future__ import annotations

import datetime as dt
import io

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports import press
from reports.comparison import Kind, Piece, compare, comparison_table, in_words, pieces
from reports.fonts import load_fonts
from tests.reports.layout.prose import PROSE

TEXT = st.one_of(PROSE, st.text("查办案件46.5%项。“铁拳”", max_size=30))
VERSION = st.lists(st.tuples(st.sampled_from("abcdefg"), TEXT), unique_by=lambda each: each[0])
OLD = (
    ("title", "关于甲的报告"),
    ("lead", "按照要求报告如下。"),
    ("task:1", "行政保护。查办案件46件，罚没款62.8万元。"),
    ("task:2", "培训和人才培养。举办培训班4期。"),
    ("task:3", "宣传。举办活动2场。"),
    ("closing", "特此报告。"),
)
NEW = (
    ("title", "关于甲的报告"),
    ("lead", "按照要求，现将情况报告如下。"),
    ("task:3", "宣传。举办活动2场。"),
    ("task:1", "行政保护。查办商标侵权案件56件，罚没款62.8万元。"),
    ("own:1", "开展“铁拳”专项行动。"),
    ("closing", "特此报告。"),
)
WORDS = {row.key: in_words(row) for row in compare(OLD, NEW)}


@given(TEXT, TEXT)
@example("", "新的")
@example("旧的", "")
@example("甲\n乙", "甲\r乙")
def test_pieces_join_to_both_versions(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind is not Kind.DELETED) == new
    assert "".join(piece.text for piece in found if piece.kind is not Kind.INSERTED) == old
    assert all(piece.text for piece in found)


@settings(max_examples=50)
@given(VERSION, VERSION)
def test_every_passage_of_both_versions_stands_once_in_the_order_of_the_new(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    rows = compare(old, new)
    keys = [row.key for row in rows]
    assert sorted(keys) == sorted({key for key, _ in (*old, *new)})
    assert [key for key in keys if key in dict(new)] == [key for key, _ in new]
    for row in rows:
        assert (row.old, row.new) == (dict(old).get(row.key, ""), dict(new).get(row.key, ""))


@settings(max_examples=30)
@given(VERSION)
def test_a_version_does_not_differ_from_itself(version: list[tuple[str, str]]) -> None:
    assert not any(row.changed or differs(row.pieces) for row in compare(version, version))


def differs(found: tuple[Piece, ...]) -> bool:
    return any(piece.kind is not Kind.SAME for piece in found)


@settings(max_examples=50)
@given(VERSION, st.randoms())
def test_only_what_was_taken_elsewhere_is_said_to_have_moved(
    version: list[tuple[str, str]], random: object
) -> None:
    new = list(version)
    random.shuffle(new)  # type: ignore[attr-defined]
    moved = {row.key for row in compare(version, new) if row.moved}
    assert bool(moved) == (new != version)
    assert [each for each in version if each[0] not in moved] == [
        each for each in new if each[0] not in moved
    ]
    assert len(moved) < max(len(version), 1)


def test_changes_are_said_as_offices_say_them() -> None:
    assert WORDS == {
        "title": "",
        "lead": "增加“，现将情况”",
        "task:1": "增加“商标侵权”；把“46”改为“56”",
        "task:2": "删去本段",
        "task:3": "移动位置",
        "own:1": "新增本段",
        "closing": "",
    }


def test_what_is_gone_stands_in_its_place() -> None:
    keys = [row.key for row in compare(OLD, NEW)]
    assert keys == ["title", "lead", "task:3", "task:1", "task:2", "own:1", "closing"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("完成9件。", "完成19件。", "把“9”改为“19”"),
        ("占60.5%。", "占60%。", "把“60.5%”改为“60%”"),
        ("用GB/T 9704。", "用GB/T 9705。", "把“9704”改为“9705”"),
        ("弄出初稿。", "形成初稿。", "把“弄出”改为“形成”"),
        ("我科已办结。", "已办结。", "删去“我科”"),
        ("开展行动。", "开展“铁拳”行动。", "增加“‘铁拳’”"),
    ],
)
def test_a_number_changes_as_a_whole_and_quotes_inside_are_single(
    old: str, new: str, said: str
) -> None:
    (row,) = compare((("a", old),), (("a", new),))
    assert in_words(row) == said


def test_the_table_shows_changed_passages_side_by_side() -> None:
    document = comparison_table("关于甲的|报告", compare(OLD, NEW), ("6月20日", "6月25日"))
    assert document.title == "关于甲的报告修改对照表"
    heads = [column.heading for column in document.table.columns]
    assert heads == ["序号", "上一稿（6月20日）", "本稿（6月25日）", "修改情况"]
    cells = [row.cells for row in document.table.rows]
    assert [row[0] for row in cells] == ["1", "2", "3", "4", "5"]
    assert cells[3] == ("4", "培训和人才培养。举办培训班4期。", "", "删去本段")


def test_two_equal_versions_make_a_table_that_says_so() -> None:
    document = comparison_table("报告", compare(OLD, OLD), ("6月20日", "6月25日"))
    assert [row.cells for row in document.table.rows] == [("", "两稿文字相同", "", "")]


def test_the_table_is_printed_and_can_be_read_back() -> None:
    document = comparison_table("关于甲的报告", compare(OLD, NEW), ("6月20日", "6月25日"))
    paper = press.print_document(document, "对照表.pdf", dt.date(2021, 6, 25), load_fonts([]))
    assert (paper.pages, paper.name) == (1, "对照表.pdf")
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        said = (pdf.pages[0].extract_text() or "").replace("\n", "").replace(" ", "")
        width, height = pdf.pages[0].width, pdf.pages[0].height
    assert width > height, "read as it lies"
    for words in ("关于甲的报告修改对照表", "上一稿（6月20日）", "删去本段", "移动位置"):
        assert words in said


@given(st.integers(0, 400), st.integers(0, 400), st.randoms())
@settings(max_examples=10)
def test_pieces_of_long_texts_join_to_both_versions(first: int, last: int, random: object) -> None:
    sentences = [f"第{n}项按期推进，查办案件{n}件。" for n in range(400)]
    changed = [each.replace("按期", "按时序") for each in sentences]
    random.shuffle(changed)  # type: ignore[attr-defined]
    old, new = "".join(sentences), "".join(sentences[:first] + changed[last:])
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind is not Kind.DELETED) == new
    assert "".join(piece.text for piece in found if piece.kind is not Kind.INSERTED) == old


def test_a_long_passage_is_compared_sentence_by_sentence() -> None:
    """A whole report in one paragraph; word by word it would take a minute."""
    old = "".join(f"第{n}项工作按期推进，查办案件{n}件。" for n in range(300))
    found = pieces(old, old.replace("按期", "按时序"))
    assert sum(piece.kind is Kind.INSERTED for piece in found) == 300
    assert max(len(piece.text) for piece in found if piece.kind is not Kind.SAME) == 2
