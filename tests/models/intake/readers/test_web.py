"""Web pages and the clipboard: what is seen, as lines and rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.intake.readers import read_pasted, read_source
from models.intake.readers.web import read_html


def _lines(html: str) -> list[str]:
    return [line.text for line in read_html(html, "页.html").lines]


def test_blocks_are_lines_and_what_is_inside_a_line_runs_on() -> None:
    html = "<h1>要点</h1><p>一、<b>抓</b>\n <span>改革</span><br>（一）建机制</p><div>1.甲&nbsp;&lt;乙&gt;</div>"
    assert _lines(html) == ["要点", "一、抓 改革", "（一）建机制", "1.甲\xa0<乙>"]


def test_what_is_not_the_text_of_the_page_is_left_out() -> None:
    html = (
        "<head><title>题</title><style>p{}</style></head><nav>首页</nav><script>一、x</script>"
        "<p style='display:none'>暗</p><p hidden>藏</p><p>明</p><!-- 注 -->"
    )
    assert _lines(html) == ["明"]


def test_a_table_gives_rows_with_cells_that_span() -> None:
    html = (
        "<table><tr><th>任务</th><th>单位</th></tr>"
        "<tr><td>甲</td><td rowspan=2>A局</td></tr><tr><td>乙</td></tr>"
        "<tr><td colspan=2>一、组</td></tr></table>"
    )
    assert [x.cells for x in read_html(html, "页.html").lines] == [
        ("任务", "单位"),
        ("甲", "A局"),
        ("乙", "A局"),
        ("一、组", ""),
    ]


def test_a_table_of_one_column_only_places_its_paragraphs() -> None:
    lines = read_html("<table><tr><td><p>一、甲</p><p>1.乙</p></td></tr></table>", "页.html").lines
    assert [(line.text, line.cells) for line in lines] == [("一、甲", ()), ("1.乙", ())]


def test_a_table_in_a_cell_is_the_text_of_the_cell() -> None:
    html = "<table><tr><td>外<table><tr><td>内</td><td>里</td></tr></table></td><td>旁</td></tr></table>"
    (row,) = read_html(html, "页.html").lines
    assert row.cells == ("外\n内\n里", "旁")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_encoding_is_declared_or_found_out(encoding: str) -> None:
    declared = "gb2312" if encoding == "gb18030" else encoding
    html = f"<html><meta charset='{declared}'><body><p>一、抓改革，建机制。</p></body></html>"
    assert read_source(html.encode(encoding), "页.html").lines[0].text == "一、抓改革，建机制。"


def test_a_page_that_was_saved_under_the_name_of_word_is_read_as_a_page() -> None:
    assert read_source("<html><p>一、甲</p></html>".encode(), "要点.doc").lines[0].text == "一、甲"


def test_pasted_text_is_read_and_a_table_is_taken_from_the_html() -> None:
    table = "<table><tr><td>任务</td><td>单位</td></tr></table>"
    assert read_pasted("一、甲\n1.乙", "<p>别的</p>").text == "一、甲\n1.乙"
    assert read_pasted("任务 单位", table).lines[0].cells == ("任务", "单位")
    assert read_pasted("", "<p>只有网页</p>").text == "只有网页"


def test_an_empty_clipboard_is_said() -> None:
    with pytest.raises(KnownError, match="“粘贴的内容”中没有文字"):
        read_pasted("", "<p> </p>")


MARKUP = st.lists(
    st.sampled_from(
        ["<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=999>", "</td>", "甲"]
    )
    | st.sampled_from(
        ["<script>", "</script>", "<p hidden>", "</p>", "<br/>", "<", "&#0;", "&", "]]>"]
    ),
    max_size=30,
).map("".join)


@given(MARKUP)
def test_any_markup_is_read_or_refused_with_a_sentence(html: str) -> None:
    try:
        source = read_html(html, "页.html")
    except KnownError:
        return
    assert all(line.text for line in source.lines)
