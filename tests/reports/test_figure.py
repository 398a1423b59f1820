"""总览图 in the report: its numbers, its shapes without colour, its place among the rows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from models.overviewrows import PartBar
from models.paperrows import PassageEdit
from models.rules import Light, Standing
from reports.builders.progress import build_progress
from reports.document import Figure, OfficialDocument, Paragraph
from reports.editing import apply, passages, plain_text
from reports.figures.drawing import Area, Drawing, Sign, Words
from reports.figures.outlines import Shape, area_shapes, sign_shapes
from reports.figures.overview import MOST_HIGH, WIDTH, Picture, overview_drawing
from reports.figures.svg import svg
from reports.layout import geometry
from reports.layout.figures import GREYS, rows_of
from tests.reports.factory import options, outside, rows, small_report, task
from tests.standard import papers

BARS = (PartBar(1, "一", "做好制度设计", 1, 2, 0), PartBar(2, "二", "提升创造质量", 0, 1, 1))


def said(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def signs(drawing: Drawing) -> list[Light]:
    return [mark.light for mark in drawing.marks if isinstance(mark, Sign)]


def with_figure() -> OfficialDocument:
    return build_progress(small_report(), options(figure=True))


def the_figure(document: OfficialDocument) -> Figure:
    return next(block for block in document.body if isinstance(block, Figure))


def test_the_report_has_a_figure_only_where_it_was_asked_for() -> None:
    plain = build_progress(small_report(), options())
    assert not [block for block in plain.body if isinstance(block, Figure)]
    figure = the_figure(with_figure())
    assert figure.caption == "图1　示例市2021年上半年任务落实情况"


def test_the_text_before_it_leads_to_it() -> None:
    body = with_figure().body
    before = body[body.index(the_figure(with_figure())) - 1]
    assert isinstance(before, Paragraph)
    assert "各部分进展见图1。" in before.text


def test_a_bureau_that_has_adopted_nothing_has_no_figure() -> None:
    document = build_progress(rows(), options(figure=True))
    assert not [block for block in document.body if isinstance(block, Figure)]


def test_its_numbers_are_those_of_the_counts() -> None:
    totals = small_report().totals
    numbers = said(the_figure(with_figure()).drawing)
    assert f"承接{totals.adopted}项" in numbers
    start = numbers.index("滞后") + 1
    assert numbers[start : start + 3] == [
        str(each) for each in (totals.done, totals.on_pace, totals.late)
    ]


def test_what_is_behind_pace_is_shown_as_late_as_in_the_counts() -> None:
    behind = task(1, light=Light.YELLOW, standing=Standing.LATE)
    near = task(2, light=Light.YELLOW)
    drawing = overview_drawing(Picture(BARS, (behind, near, outside(3))))
    assert signs(drawing)[:2] == [Light.RED, Light.YELLOW]
    assert "滞后 1项" in said(drawing)
    assert "未承接 1项" in said(drawing)


@pytest.mark.parametrize(("parts", "tasks"), [(0, 0), (1, 1), (6, 41), (8, 400), (60, 5000)])
def test_it_is_never_wider_than_the_text_nor_higher_than_a_page(parts: int, tasks: int) -> None:
    bars = tuple(PartBar(n + 1, "一", "很长的部分标题" * 9, 1, 1, 1) for n in range(parts))
    made = overview_drawing(Picture(bars, tuple(task(n) for n in range(1, tasks + 1))))
    assert made.width == WIDTH
    assert made.height <= MOST_HIGH
    for shape in shapes(made):
        assert all(-0.01 <= x <= WIDTH + 0.01 for x, _ in shape.points)
        assert all(-0.01 <= y <= made.height + 0.01 for _, y in shape.points)
    assert rows_of(Figure(made, "图1　甲")) <= geometry.ROWS


def shapes(drawing: Drawing) -> list[Shape]:
    found: list[Shape] = []
    for mark in drawing.marks:
        if isinstance(mark, Area):
            found += area_shapes(mark)
        elif isinstance(mark, Sign):
            found += sign_shapes(mark)
    return found


def test_parts_that_a_page_cannot_hold_are_taken_together() -> None:
    bars = tuple(PartBar(n, "一", "甲", 1, 0, 0) for n in range(1, 61))
    assert "其余37个部分" in said(overview_drawing(Picture(bars, ())))


def test_every_light_has_a_shape_of_its_own() -> None:
    outlines = {
        tuple(map(len, (s.points for s in sign_shapes(Sign(0, 0, 2, each))))) for each in Light
    }
    assert len(outlines) == len(Light)


def test_the_shares_of_a_bar_are_told_apart_in_black_and_white() -> None:
    bar = [mark for mark in overview_drawing(Picture(BARS[1:], ())).marks if isinstance(mark, Area)]
    tones = {(GREYS[area.tone], area.hatched) for area in bar}
    assert len(tones) == 3


def test_stripes_stay_inside_their_area() -> None:
    area = next(
        m for m in overview_drawing(Picture(BARS, ())).marks if isinstance(m, Area) and m.hatched
    )
    for shape in area_shapes(area):
        assert all(area.x - 1e-6 <= x <= area.x + area.width + 1e-6 for x, _ in shape.points)


def test_the_caption_stands_centred_under_the_figure_and_text_follows_on_the_rows() -> None:
    laid = papers.laid(papers.PAPERS["figure"]())
    page = next(page for page in laid.pages if page.fills)
    caption = next(line for line in page.lines if line.text.startswith("图1"))
    assert caption.size == geometry.SIZE_SMALL
    assert max(y for fill in page.fills for _, y in fill.points) < caption.y
    assert {fill.grey for fill in page.fills} <= {0.0, 0.25, 0.3, 0.6, 0.68, 1.0}


def test_a_figure_that_does_not_fit_begins_the_next_page_and_text_fills_this_one() -> None:
    laid = papers.laid(papers.PAPERS["figure at a page's foot"]())
    (number,) = (page.number for page in laid.pages if page.fills)
    page, before = laid.pages[number - 1], laid.pages[number - 2]
    body = [line.y for line in page.lines if line.size == geometry.SIZE_BODY]
    assert max(y for fill in page.fills for _, y in fill.points) < min(body)
    rows_used = {round(line.y, 2) for line in before.lines if line.size == geometry.SIZE_BODY}
    assert geometry.BOTTOM - max(rows_used) < 2 * geometry.PITCH


@pytest.mark.parametrize("tasks", [45, 400])
def test_its_words_stay_inside_the_text_block(tasks: int) -> None:
    laid = papers.laid(replace(papers.BASE, body=(papers.figure(tasks),)))
    page = next(page for page in laid.pages if page.fills)
    for line in page.lines:
        if line.size < geometry.SIZE_SMALL:
            last = line.size * geometry.MM_PER_PT * (0.55 if line.text[-1].isascii() else 1.0)
            assert line.x >= geometry.LEFT - 0.1
            assert line.x + line.runs[-1].offsets[-1] + last <= geometry.RIGHT + 0.3


def test_its_caption_can_be_edited_and_it_can_be_left_out() -> None:
    document = with_figure()
    (passage,) = (each for each in passages(document) if each.key == "figure:overview")
    assert passage.text in plain_text(document)
    worded = apply(document, [PassageEdit("figure:overview", passage.text, "图1　各部分进展")])
    assert the_figure(worded.document).caption == "图1　各部分进展"
    gone = apply(document, [PassageEdit("figure:overview", passage.text, dropped=True)])
    assert not [block for block in gone.document.body if isinstance(block, Figure)]


def test_a_picture_file_says_the_same_and_any_name_is_written_safely() -> None:
    strange = replace(BARS[0], title='<甲>&"乙"\x07')
    made = overview_drawing(Picture((strange,), (task(1),), "2021年工作要点"))
    root = ET.fromstring(svg(made, 'A "B"'))
    words = [each.text for each in root.iter() if each.tag.endswith("text")]
    assert words[0] == "2021年工作要点"
    assert any("<甲>&" in (word or "") for word in words)
