"""A whole document: what stands where, by plain numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document import (
    Attachment,
    Colophon,
    Form,
    Heading,
    Letterhead,
    Manner,
    OfficialDocument,
    Paragraph,
    Signature,
    Source,
)
from reports.layout import geometry, lay_out
from reports.layout.placed import Laid, PlacedLine
from tests.reports.layout.plain_metrics import PlainMetrics, row_of

OFFICE = "示例市市场监督管理局"
PLAIN = OfficialDocument(
    "关于情况的报告",
    addressee="四川省市场监督管理局",
    body=(Paragraph("按照要求报告如下。"), Heading(1, "一、总体情况"), Paragraph("国" * 300)),
    signature=Signature(Manner.SEALED, (OFFICE,), "2021年6月25日"),
)
LETTER = replace(
    PLAIN,
    form=Form.LETTERHEAD,
    letterhead=Letterhead((OFFICE,), "示市监〔2021〕36号", signers=("张三丰",), upward=True),
    colophon=Colophon("省中心", f"{OFFICE}办公室", "2021年6月25日"),
)


def _lay(document: OfficialDocument) -> Laid:
    return lay_out(document, PlainMetrics())


def _find(laid: Laid, text: str) -> PlacedLine:
    return next(line for page in laid.pages for line in page.lines if text in line.text)


def test_the_text_under_a_head_stands_on_the_rows_of_the_page() -> None:
    laid = _lay(LETTER)
    row = row_of(_find(laid, "四川省市场监督管理局："))
    assert row == pytest.approx(round(row), abs=1e-6)


@given(st.integers(1, 5), st.integers(0, 5), st.integers(1, 45))
@settings(max_examples=40)
def test_page_one_always_shows_text_under_its_head(issuers: int, signers: int, length: int) -> None:
    head = Letterhead(
        tuple(f"示例市{'某' * index}委员会" for index in range(1, issuers + 1)),
        "示市监〔2021〕36号",
        signers=tuple(f"张{index}" for index in range(signers)),
        upward=True,
    )
    laid = _lay(replace(LETTER, letterhead=head, title="关于" + "某" * length + "的报告"))
    assert any("按照要求" in line.text for line in laid.pages[0].lines)


def test_pre_printed_paper_leaves_out_the_red_and_moves_nothing() -> None:
    with_red, without = _lay(LETTER), _lay(replace(LETTER, preprinted=True))
    black = [line for line in with_red.pages[0].lines if line.colour == geometry.BLACK]
    assert without.pages[0].lines == black
    assert not without.pages[0].rules


def test_the_draft_mark_moves_nothing_and_stands_above_33_mm() -> None:
    clean, draft = _lay(LETTER), _lay(replace(LETTER, draft_mark=True))
    added = [line for line in draft.pages[0].lines if line not in clean.pages[0].lines]
    assert [line.text for line in added] == ["（送审稿）"]
    assert added[0].y < 33
    assert added[0].size == 10.5
    assert draft.pages[1:] == clean.pages[1:]


def test_two_rows_are_kept_for_the_seal() -> None:
    laid = _lay(PLAIN)
    page = laid.pages[0]
    texts = [line for line in page.lines if line.size == 16]
    office = next(line for line in texts if line.text == OFFICE)
    above = max(line.y for line in texts if line.y < office.y)
    assert office.y - above == pytest.approx(3 * geometry.PITCH)


@given(st.integers(100, 1500))
@settings(max_examples=30)
def test_the_signature_never_stands_alone_on_a_page(length: int) -> None:
    laid = _lay(replace(PLAIN, body=(Paragraph("国" * length),)))
    page = next(page for page in laid.pages for line in page.lines if line.text == OFFICE)
    assert any(line.text.startswith("国") for line in page.lines)


@given(st.integers(100, 1500))
@settings(max_examples=30)
def test_a_closing_formula_is_no_company_for_the_signature(length: int) -> None:
    laid = _lay(replace(PLAIN, body=(Paragraph("国" * length), Paragraph("特此报告。"))))
    page = next(page for page in laid.pages for line in page.lines if line.text == OFFICE)
    assert sum(line.text.startswith("国") for line in page.lines) >= 2


@given(st.integers(1, 4000), st.sampled_from([Form.PLAIN, Form.LETTERHEAD]))
@settings(max_examples=30)
def test_a_document_has_as_many_pages_as_its_rows_need(length: int, form: Form) -> None:
    document = replace(LETTER, form=form, body=(Paragraph("国" * length),), signature=None)
    document = replace(document, colophon=None)
    laid = _lay(document)
    rows = 1 + (1 if length <= 26 else 1 + -(-(length - 26) // 28))
    lonely = 1 if length > 26 and (length - 26) % 28 == 1 else 0
    first = 22 - round(row_of(_find(laid, "四川省市场监督管理局：")))
    needed = 1 + max(0, -(-(rows - first) // 22))
    assert len(laid.pages) == needed
    drawn = [line for page in laid.pages for line in page.lines if "国" in line.text]
    assert len(drawn) == rows - 1
    assert sum(line.text.count("国") for line in drawn) == length
    assert lonely in (0, 1)


def test_one_attachment_bears_no_number_and_two_do() -> None:
    one = Attachment("任务清单", (Paragraph("国国"),))
    alone = _lay(replace(PLAIN, attachments=(one,)))
    assert not any("1." in line.text for line in alone.pages[0].lines)
    assert alone.pages[-1].lines[0].text == "附件"
    both = _lay(replace(PLAIN, attachments=(one, replace(one, title="名单"))))
    assert [_find(both, text).y for text in ("1.", "2.")] == [
        _find(both, text).y for text in ("任务清单", "名单")
    ]
    assert [page.lines[0].text for page in both.pages[-2:]] == ["附件1", "附件2"]


def test_the_colophon_takes_a_page_of_its_own_after_a_full_one() -> None:
    full = _lay(replace(LETTER, body=(Paragraph("国" * 28 * 28),)))
    last = full.pages[-1]
    assert last.rules[-1].y0 == geometry.BOTTOM
    assert [line.text for line in last.lines][-2:] != []


def test_an_even_colophon_after_a_blank_page_leaves_both_without_number() -> None:
    even = replace(LETTER, colophon=replace(LETTER.colophon or Colophon(), even_page=True))
    counts = set()
    for length in range(100, 2400, 90):
        pages = _lay(replace(even, body=(Paragraph("国" * length),))).pages
        assert len(pages) % 2 == 0
        blank = [page for page in pages if not page.lines and not page.rules]
        counts.add(len(blank))
        if blank:
            assert not any("—" in line.text for page in pages[-2:] for line in page.lines)
    assert counts == {0, 1}


def test_bookmarks_follow_the_headings_and_attachments() -> None:
    laid = _lay(replace(PLAIN, attachments=(Attachment("清单", (Paragraph("国"),)),)))
    assert [(mark.level, mark.title) for mark in laid.bookmarks] == [
        (1, "一、总体情况"),
        (1, "附件 清单"),
    ]


def test_a_paragraph_leads_back_to_the_rows_it_was_made_from() -> None:
    sources = (Source("entry", 7),)
    laid = _lay(replace(PLAIN, body=(Paragraph("国" * 900), Paragraph("完成。", sources))))
    (trace,) = laid.traces
    line = next(line for line in laid.pages[trace.page - 1].lines if line.text == "完成。")
    assert (trace.sources, trace.y) == (sources, line.y)


@pytest.mark.parametrize(
    "document",
    [
        OfficialDocument(""),
        OfficialDocument("某" * 300),
        replace(LETTER, title="某" * 300),
        replace(LETTER, letterhead=Letterhead(())),
        replace(LETTER, letterhead=Letterhead((OFFICE,), "", signers=("", " "), upward=True)),
        replace(PLAIN, body=(Heading(1, ""), Paragraph(""), Paragraph("\n\n"))),
        replace(PLAIN, signature=Signature(Manner.SEALED, (), "")),
        replace(PLAIN, signature=Signature(Manner.SEALED, ("某" * 60,), "2021年6月25日")),
        replace(PLAIN, signature=Signature(Manner.UNSEALED, ("某" * 60,), "2021年6月25日")),
        replace(PLAIN, attachments=(Attachment("", ()),)),
    ],
)
def test_strange_documents_are_laid_out_all_the_same(document: OfficialDocument) -> None:
    for page in _lay(document).pages:
        for line in page.lines:
            assert line.x >= geometry.LEFT - 1
            assert 20 < line.y < 280


def test_the_places_of_title_and_blocks_are_told() -> None:
    long = replace(LETTER, body=(*LETTER.body, Paragraph("国" * 28 * 30)))
    places = _lay(long).places
    assert [place.block for place in places] == [-1, 0, 1, 2, 2, 3, 3]
    assert places[0].top < _find(_lay(long), "关于情况").y < places[0].bottom < places[1].top
    first, second = places[3:5]
    assert (first.page, second.page) == (1, 2)
    assert second.top == pytest.approx(geometry.TOP - (geometry.PITCH - geometry.EM) / 2)
    assert all(place.bottom - place.top >= geometry.PITCH - 1e-6 for place in places[1:])
