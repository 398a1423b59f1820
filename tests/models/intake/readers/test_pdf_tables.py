"""Tables in PDF: cut into cells by their rules, and put together again over pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from models.intake import read_plan
from models.intake.readers import read_source
from models.intake.readers.pdf_joining import joined_rows
from models.intake.readers.pdf_lines import Glyph, spread
from models.intake.readers.pdf_rules import Rule
from models.intake.readers.pdf_tables import tables_of_page

SIZE = 10.0


def written(text: str, left: float, base: float) -> list[Glyph]:
    """A line of text, each character as wide as it is high."""
    places = range(len(text))
    return [Glyph(text[n], left + n * SIZE, left + (n + 1) * SIZE, base, SIZE) for n in places]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All rules of a grid."""
    level = [Rule(True, y, xs[0], xs[-1]) for y in ys]
    return level + [Rule(False, x, ys[-1], ys[0]) for x in xs]


def rows_of(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> tuple[tuple[str, ...], ...]:
    (table,), _ = tables_of_page(rules, glyphs)
    return table.rows


def test_cells_hold_what_stands_between_their_rules() -> None:
    rules = grid((0, 100, 200), (100, 70, 40))
    glyphs = [*written("甲", 10, 80), *written("乙", 110, 80), *written("丙", 110, 50)]
    above = written("标题", 10, 130)
    (table,), rest = tables_of_page(rules, [*glyphs, *above])
    assert table.rows == (("甲", "乙"), ("", "丙"))
    assert rest == above


def test_thick_lines_and_boxes_are_one_rule() -> None:
    twice = [
        Rule(each.level, each.at + 1.2, each.start, each.end)
        for each in grid((0, 50, 100), (60, 30, 0))
    ]
    rules = grid((0, 50, 100), (60, 30, 0)) + twice
    assert rows_of(rules, [*written("甲", 5, 40), *written("乙", 60, 10)]) == (
        ("甲", ""),
        ("", "乙"),
    )


def test_a_group_row_stands_in_its_first_cell() -> None:
    rules = [rule for rule in grid((0, 100, 200), (100, 70, 40)) if rule.level or rule.at != 100]
    rules.append(Rule(False, 100, 40, 70))
    glyphs = [*written("一、组", 80, 80), *written("甲", 10, 50), *written("乙", 110, 50)]
    assert rows_of(rules, glyphs) == (("一、组", ""), ("甲", "乙"))


def test_a_cell_merged_downwards_is_said_in_each_row() -> None:
    rules = [
        rule for rule in grid((0, 100, 200), (90, 60, 30)) if not (rule.level and rule.at == 60)
    ]
    rules.append(Rule(True, 60, 100, 200))
    glyphs = [*written("组", 10, 55), *written("甲", 110, 70), *written("乙", 110, 40)]
    assert rows_of(rules, glyphs) == (("组", "甲"), ("组", "乙"))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("开展专项检查行动，查处违", "法案件。"), "开展专项检查行动，查处违法案件。"),
        (("开展检查。", "约谈商户。"), "开展检查。\n约谈商户。"),
        (("1.1检查市场经营者。", "1.2约谈商户。"), "1.1检查市场经营者。\n1.2约谈商户。"),
        (("宣传《商标", "法》。"), "宣传《商标法》。"),
    ],
)
def test_lines_of_a_cell_go_on_or_begin_anew(lines: Sequence[str], text: str) -> None:
    rules = grid((0, 122, 200), (100, 20))
    glyphs = [each for n, line in enumerate(lines) for each in written(line, 1, 80 - 15 * n)]
    assert rows_of(rules, [*glyphs, *written("乙", 130, 50)]) == ((text, "乙"),)


def test_a_frame_a_chart_and_single_lines_are_no_tables() -> None:
    text = written("正文", 20, 50)
    frame = grid((0, 200), (100, 0))
    chart = grid((0, 50, 100), (100, 50, 0))
    lines = [Rule(True, 90, 0, 500), Rule(True, 20, 0, 500)]
    for rules, glyphs in ((frame, text), (chart, []), (lines, text)):
        assert tables_of_page(rules, glyphs) == ([], glyphs)


def test_so_many_rules_are_a_drawing_and_are_passed_over_quickly() -> None:
    rules = grid([float(n * 4) for n in range(900)], [float(-n * 4) for n in range(900)])
    assert tables_of_page(rules, written("甲", 5, -3)) == ([], written("甲", 5, -3))


HEADING = ("序号", "任务", "责任科室")


def test_a_table_goes_on_over_pages_with_its_heading_once() -> None:
    pages = [(HEADING, ("1", "检查市场。", "甲科")), (HEADING, ("2", "约谈商户。", "乙科"))]
    assert list(joined_rows(pages)) == [HEADING, pages[0][1], pages[1][1]]


def test_a_row_that_a_page_cut_is_one_again() -> None:
    above = (HEADING, ("1", "检查各类市场主体。", "甲科"), ("2", "约谈商户，督促", "乙科"))
    below = (("", "其整改到位。", ""), ("3", "编写案例汇编。", "甲科"))
    assert list(joined_rows([above, below]))[2:] == [
        ("2", "约谈商户，督促其整改到位。", "乙科"),
        below[1],
    ]


def test_what_only_looks_like_the_rest_of_a_row_stays_a_row() -> None:
    above = (HEADING, ("1", "建立名录库", "甲科"), ("2", "培训企业", "乙科"))
    for below in (("3", "编写案例", "甲科"), ("二、服务企业", "", ""), ("", "走访企业", "")):
        rows = list(joined_rows([above, (below,)]))
        expected = ("2", "培训企业走访企业", "乙科") if not below[0] else below
        assert rows[-1] == expected


def test_below_a_merged_cell_the_next_page_says_it_again() -> None:
    above = (HEADING, ("1", "检查市场。", "甲科"), ("1", "约谈商户。", "乙科"))
    assert list(joined_rows([above, (("", "督促整改。", "乙科"),)]))[-1] == (
        "1",
        "督促整改。",
        "乙科",
    )


def test_another_table_begins_anew() -> None:
    other = (("名称", "数量"), ("", "3"))
    assert list(joined_rows([(HEADING,), other])) == [HEADING, *other]


def test_characters_heaped_on_one_place_stand_side_by_side() -> None:
    heaped = [Glyph(text, 10 + n, 11 + n, 50, SIZE) for n, text in enumerate("约谈100户")]
    placed = spread(heaped)
    assert [(glyph.left, glyph.right) for glyph in placed][:3] == [(10, 20), (20, 30), (30, 35)]
    plain = [
        *written("约谈", 10, 50),
        Glyph(".", 30, 32.5, 50, SIZE),
        Glyph("i", 32.5, 35, 50, SIZE),
    ]
    assert spread(plain) == plain


def as_ruled_pdf(pages: Sequence[Sequence[Sequence[str]]], title: str) -> bytes:
    """A table with rules, drawn cell by cell; each cell's lines are parted by breaks."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    canvas = Canvas(stream, A4)
    xs = (40, 80, 260, 340, 400, 540)
    for number, rows in enumerate(pages):
        canvas.setFont("STSong-Light", SIZE)
        if not number:
            canvas.drawString(200, 800, title)
        top = 770.0
        for row in rows:
            height = 14.0 * max(cell.count("\n") + 1 for cell in row) + 6
            spans = row if any(row[1:]) else row[:1]
            edges = xs if len(spans) > 1 else (xs[0], xs[-1])
            for left, right in pairwise(edges):
                canvas.rect(left, top - height, right - left, height)
            for left, cell in zip(xs, spans, strict=False):
                for line, text in enumerate(cell.split("\n")):
                    canvas.drawString(left + 4, top - 14 - 14 * line, text)
            top -= height
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_ledger_of_two_pages_reads_as_one() -> None:
    heading = ("序号", "重点任务", "责任科室", "责任人", "进展情况（截至5月底）")
    pages = (
        (
            heading,
            ("一、加强保护", "", "", "", ""),
            (
                "1",
                "开展商标专用权保护行动，查处侵权\n案件30件。",
                "商标科",
                "李四",
                "已检查20户，立案3件。",
            ),
        ),
        (
            heading,
            ("二、服务企业", "", "", "", ""),
            ("2", "走访企业。", "规划科", "王五", "已走访12户。"),
        ),
    )
    data = as_ruled_pdf(pages, "2021年重点工作台账")
    assert [line.cells for line in read_source(data, "台账.pdf").lines[1:3]] == [
        heading,
        ("一、加强保护", "", "", "", ""),
    ]
    plan = read_plan(data, "台账.pdf")
    assert [(part.title, len(part.tasks)) for part in plan.parts] == [
        ("加强保护", 1),
        ("服务企业", 1),
    ]
    first, second = plan.all_tasks()
    assert first.text == "开展商标专用权保护行动，查处侵权案件30件。"
    assert (first.responsible_units, second.responsible_units) == (("商标科",), ("规划科",))
    assert [(row.person, row.progress) for row in plan.ledger_rows] == [
        ("李四", "已检查20户，立案3件。"),
        ("王五", "已走访12户。"),
    ]
    assert plan.findings == ()


numbers = st.integers(0, 40).map(lambda n: n * 12.5)
any_rules = st.lists(
    st.builds(
        lambda level, at, start, length: Rule(level, at, start, start + length),
        *(st.booleans(), numbers, numbers, st.integers(1, 30).map(lambda n: n * 12.5)),
    ),
    max_size=40,
)
any_glyphs = st.lists(
    st.builds(
        lambda text, left, base, width: Glyph(text, left, left + width, base, SIZE),
        *(st.sampled_from("甲乙丙。，1.A"), numbers, numbers, st.sampled_from((0.6, 5.0, 10.0))),
    ),
    max_size=40,
)


@given(any_rules, any_glyphs)
def test_whatever_is_drawn_every_character_stays(rules: list[Rule], glyphs: list[Glyph]) -> None:
    tables, rest = tables_of_page(rules, glyphs)
    held = Counter(glyph.text for glyph in rest)
    for table in tables:
        assert len({len(row) for row in table.rows}) == 1
        held.update("".join("".join(row) for row in table.rows))
    for text in {glyph.text for glyph in glyphs}:
        assert held[text] >= 1
    assert [glyph.text for glyph in spread(glyphs)] == [glyph.text for glyph in glyphs]


cells = st.text("甲乙丙一、1.。", max_size=6)
tables_of_pages = st.lists(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.tuples(*[cells] * width), min_size=1, max_size=4)
    ),
    max_size=4,
)


@given(tables_of_pages)
def test_rows_over_pages_lose_nothing_but_repeated_headings(
    tables: list[list[tuple[str, ...]]],
) -> None:
    def letters(rows: Iterable[tuple[str, ...]]) -> set[str]:
        return {letter for row in rows for cell in row for letter in cell}

    # Cells that a page break has cut are put together with a line break between them.
    joined = letters(joined_rows(tables)) - {"\n"}
    assert joined == letters(row for rows in tables for row in rows)
