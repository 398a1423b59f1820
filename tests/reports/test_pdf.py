"""The painted file, read back."""

from __future__ import annotations

import datetime as dt
import gc
import io
import itertools
import re
import unicodedata
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from reports.document import Attachment, Paragraph
from reports.layout import geometry
from reports.layout.placed import Laid
from reports.pdf import paint_laid
from tests.standard import papers

RARE = "祎彧玥瑄𬭎䶮“引号”——破折号……省略号·间隔，GB/T 9704—2012，12.5%。"
DAY = dt.date(2021, 6, 25)


def _laid(text: str = RARE) -> Laid:
    document = replace(
        papers.BASE,
        body=(*papers.BASE.body, Paragraph(text)),
        author="示例市局",
        subject="半年报告",
    )
    return papers.laid(document)


def _painted(text: str = RARE) -> bytes:
    return paint_laid(_laid(text), papers.fonts(), DAY)


def test_the_same_paper_with_the_same_date_is_the_same_bytes() -> None:
    assert _painted() == _painted()


def test_the_file_bears_the_date_that_was_given() -> None:
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        assert pdf.metadata["CreationDate"] == "D:20210625000000+08'00'"
        assert pdf.metadata["ModDate"] == "D:20210625000000+08'00'"
        assert pdf.metadata["Title"] == papers.BASE.title
        assert pdf.metadata["Author"] == "示例市局"
        assert pdf.metadata["Subject"] == "半年报告"


def test_the_language_of_the_file_is_chinese() -> None:
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        assert pdf.doc.catalog["Lang"] == b"zh-CN"


def test_every_font_is_an_embedded_subset() -> None:
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        names = set()
        for page in pdf.pages:
            for reference in resolve1(page.page_obj.resources["Font"]).values():
                font = reference.resolve()
                names.add(font["BaseFont"].name)
                assert font["FontDescriptor"].resolve()["FontFile2"]
    assert names
    assert all(re.match(r"[A-Z]{6}\+", name) for name in names)


@pytest.mark.parametrize("char", ["𬭎", "䶮", "祎", "“", "—", "…"])
def test_a_character_copies_out_as_itself(char: str) -> None:
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        assert any(glyph["text"] == char for page in pdf.pages for glyph in page.chars)


def test_text_is_copied_in_order_without_blanks_or_breaks_inside_lines() -> None:
    pdf = pypdfium2.PdfDocument(_painted())
    said = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    flat = "".join(unicodedata.normalize("NFC", said).split())
    for block in papers.BASE.body[:4]:
        assert "".join(block.text.split()) in flat.replace("\ufffe", "")  # type: ignore[union-attr]


def test_bookmarks_lead_to_headings_by_level() -> None:
    pdf = pypdfium2.PdfDocument(_painted())
    marks = [(mark.level, mark.get_title()) for mark in pdf.get_toc()]
    pdf.close()
    assert marks[:3] == [
        (0, "一、总体情况"),
        (0, "二、主要做法及成效"),
        (1, "（一）加强知识产权保护"),
    ]


def test_a_glyph_stands_where_the_layout_has_put_it() -> None:
    laid = _laid()
    line = next(line for line in laid.pages[0].lines if line.text.startswith("按照《"))
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        page = pdf.pages[0]
        found = next(char for char in page.chars if char["text"] == "按")
        x, y = found["matrix"][4], found["matrix"][5]
    assert x * geometry.MM_PER_PT == pytest.approx(line.x + line.runs[0].offsets[0], abs=0.01)
    assert geometry.SHEET_HEIGHT - y * geometry.MM_PER_PT == pytest.approx(line.y, abs=0.01)


def test_a_line_that_begins_with_what_is_never_drawn_begins_where_the_layout_says() -> None:
    laid = _laid("\u200b】国家")
    line = next(line for page in laid.pages for line in page.lines if "】国家" in line.text)
    found = next(line for line in papers.painted(laid).lines if line.text == "】国家")
    assert found.x0 == pytest.approx(line.x + line.runs[0].offsets[1], abs=0.01)


def test_errors_of_rounding_do_not_add_up_along_a_line() -> None:
    laid = _laid("国" * 60)
    line = next(line for page in laid.pages for line in page.lines if line.text == "国" * 28)
    wanted = line.x + line.runs[0].offsets[-1]
    paper = papers.painted(laid)
    found = next(line for line in paper.lines if line.text == "国" * 28)
    assert found.glyphs[-1].x == pytest.approx(wanted, abs=0.01)


def test_progress_is_told_page_by_page_and_may_stop_the_painting() -> None:
    laid = _laid()
    seen: list[tuple[int, int]] = []

    def stop_at_two(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        paint_laid(laid, papers.fonts(), DAY, stop_at_two)
    assert seen == [(1, len(laid.pages)), (2, len(laid.pages))]


def test_no_garbage_is_looked_for_while_a_paper_is_painted_and_a_stopped_one_leaves_it_on() -> None:
    seen: list[bool] = []

    def stop(done: int, total: int) -> None:
        seen.append(gc.isenabled())
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paint_laid(_laid(), papers.fonts(), DAY, stop)
    assert seen == [False]
    assert gc.isenabled()


def test_the_viewer_prints_at_true_size() -> None:
    pdf = pypdfium2.PdfDocument(_painted())
    assert raw.FPDF_VIEWERREF_GetPrintScaling(pdf.raw) == 0
    pdf.close()


def test_a_character_that_no_font_has_is_drawn_as_a_sign_and_not_as_a_box() -> None:
    with pdfplumber.open(io.BytesIO(_painted("缺字\U000e4567。"))) as pdf:
        text = "".join(char["text"] for page in pdf.pages for char in page.chars)
    assert "缺字〓。" in text


def test_broken_text_gives_a_proper_file_all_the_same() -> None:
    bad = "\ud800坏\u202e字\x0b\x00\u200b文\ufeff\u2028\U0010ffff号"
    document = replace(papers.BASE, title=f"关于{bad}的报告", author=bad, body=(Paragraph(bad),))
    with pdfplumber.open(io.BytesIO(papers.painted(papers.laid(document)).data)) as pdf:
        assert "坏" in "".join(char["text"] for char in pdf.pages[0].chars)


def test_what_is_never_drawn_takes_no_room() -> None:
    laid = _laid("国\u200b国\ufeff国\u202e国")
    line = next(line for page in laid.pages for line in page.lines if "国\u200b国" in line.text)
    seen = [
        offset
        for run in line.runs
        for char, offset in zip(run.text, run.offsets, strict=True)
        if char == "国"
    ]
    steps = [b - a for a, b in itertools.pairwise(seen)]
    assert steps == pytest.approx([geometry.CELL] * 3)


def _bare(**given: object) -> bytes:
    """What the library writes of itself."""
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=0, **given)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_no_font_is_named_that_is_not_in_the_file() -> None:
    assert b"Helvetica" in _bare(), "the library would name it on every page"
    data = _painted()
    assert b"Helvetica" not in data
    named = set(re.findall(rb"/BaseFont /([^\s/]+)", data))
    assert named
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in named)


def test_the_library_alone_would_date_the_file_into_another_year() -> None:
    assert b"D:20000101" in _bare(invariant=1)
    assert b"D:20000101" not in _painted()
    assert b"D:20210625" in _painted()


def test_a_character_beyond_the_basic_plane_stands_in_the_map_as_utf_16() -> None:
    with pdfplumber.open(io.BytesIO(_painted())) as pdf:
        maps = [
            font.resolve()["ToUnicode"].resolve().get_data()
            for page in pdf.pages
            for font in resolve1(page.page_obj.resources["Font"]).values()
        ]
    wanted = "𬭎".encode("utf-16-be").hex().upper().encode()
    assert wanted == b"D872DF4E"
    assert any(wanted in each for each in maps)
    assert not any(re.search(rb"<[0-9A-F]{5,6}>", each) for each in maps)


def test_the_cells_of_a_turned_table_are_copied_one_after_the_other() -> None:
    table = papers.table(3)
    document = replace(papers.BASE, attachments=(Attachment("任务进展情况表", (table,)),))
    pdf = pypdfium2.PdfDocument(papers.painted(papers.laid(document)).data)
    said = "".join(pdf[len(pdf) - 2].get_textpage().get_text_range().split())
    pdf.close()
    places = [said.index("".join(cell.split())) for cell in table.rows[3].cells[:4]]
    assert places == sorted(places)


def test_bookmarks_of_all_four_levels_and_of_attachments_lead_to_their_pages() -> None:
    document = replace(papers.BASE, attachments=(Attachment("名单", (Paragraph("甲。"),)),))
    pdf = pypdfium2.PdfDocument(papers.painted(papers.laid(document)).data)
    marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    pages = len(pdf)
    pdf.close()
    assert {level for level, _, _ in marks} == {0, 1, 2, 3}
    assert marks[-1] == (0, "附件 名单", pages - 1)
    assert [page for _, _, page in marks] == sorted(page for _, _, page in marks)
