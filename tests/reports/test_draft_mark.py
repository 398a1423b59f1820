"""（送审稿） on the finished report: at the right of page 1 above 33 mm, and nothing moves when it goes."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pytest

from models import queries
from models.ledger import Ledger
from models.periods import Period
from models.rows import ReportRows
from reports import press
from reports.document import Form
from reports.fonts import FontSet, load_fonts
from reports.layout import lay_out
from reports.layout.placed import Laid
from tests.reports.factory import DAY, options, small_report

MARK = "（送审稿）"
MM = 72 / 25.4
NOW = dt.datetime(2021, 12, 20, 9)


class Char(NamedTuple):
    page: int
    text: str
    x: float
    y: float
    size: float


@cache
def fonts() -> FontSet:
    return load_fonts([])


@pytest.fixture(scope="module")
def demo_rows(demo_made: Path) -> ReportRows:
    with Ledger.open(demo_made, who="甲", now=NOW, read_only=True) as ledger:
        plan = ledger.ask(queries.find_plan)
        return ledger.ask(queries.report_rows, plan.id, Period.parse("2021-H1"), DAY)


def laid(rows: ReportRows, kind: str = "progress", **chosen: Any) -> Laid:
    return lay_out(press.draft(kind, rows, options(**chosen)).document, fonts())


def printed(rows: ReportRows, **chosen: Any) -> list[Char]:
    paper = press.make("progress", rows, options(**chosen), fonts())
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        return [
            Char(number, c["text"], round(c["x0"], 2), round(c["bottom"], 2), round(c["size"], 2))
            for number, page in enumerate(pdf.pages, 1)
            for c in page.chars
        ]


@pytest.mark.parametrize("form", list(Form))
def test_every_line_of_the_report_stays_where_it_is_when_the_mark_goes(
    demo_rows: ReportRows, form: Form
) -> None:
    given = {"form": form, "document_number": "36", "issued_on": DAY}
    draft, clean = (laid(demo_rows, **given, draft=state) for state in (True, False))
    assert draft.pages[1:] == clean.pages[1:]
    (mark,) = [line for line in draft.pages[0].lines if line not in clean.pages[0].lines]
    assert [line for line in draft.pages[0].lines if line != mark] == clean.pages[0].lines
    assert draft.pages[0].rules == clean.pages[0].rules
    assert (mark.text, mark.size) == (MARK, 10.5)
    assert mark.y < 33


def test_in_the_file_too_only_the_mark_is_gone(demo_rows: ReportRows) -> None:
    draft = printed(demo_rows, document_number="36", issued_on=DAY, draft=True)
    clean = printed(demo_rows, document_number="36", issued_on=DAY, draft=False)
    gone = list(draft)
    for char in clean:
        gone.remove(char)
    assert "".join(char.text for char in gone) == MARK
    assert {char.page for char in gone} == {1}
    assert min(char.x for char in gone) > 105 * MM, "in the right half"
    assert max(char.y for char in gone) < 34 * MM
    assert {char.size for char in gone} == {10.5}


def test_the_mark_ends_at_the_right_edge_of_the_text(demo_rows: ReportRows) -> None:
    draft = printed(demo_rows, draft=True)
    marks = [char for char in draft if char.page == 1 and char.size == 10.5]
    assert "".join(char.text for char in marks) == MARK
    assert 170 * MM < max(char.x + char.size for char in marks) <= 184.1 * MM


def test_number_and_day_have_blank_places_until_they_are_given(demo_rows: ReportRows) -> None:
    draft = laid(demo_rows, form=Form.LETTERHEAD)
    clean = laid(demo_rows, form=Form.LETTERHEAD, document_number="36", issued_on=DAY)
    assert len(draft.pages) == len(clean.pages)

    def found(page: Laid, words: str) -> Any:
        lines = [line for each in page.pages for line in each.lines]
        return next(line for line in lines if words in line.text)

    number, given = found(draft, "示市监〔2021〕"), found(clean, "示市监〔2021〕")
    assert (number.text, given.text) == ("示市监〔2021〕　　号", "示市监〔2021〕36号")
    assert (number.x, number.y) == (given.x, given.y)
    day, dated = found(draft, "2021年6月　　日"), found(clean, "2021年6月25日")
    assert day.y == dated.y
    assert day.text == "2021年6月　　日"


def test_number_and_day_move_no_other_row(demo_rows: ReportRows) -> None:
    """Their own rows hold other characters then; all the rest stands as before."""
    draft = laid(demo_rows, form=Form.LETTERHEAD)
    clean = laid(demo_rows, form=Form.LETTERHEAD, document_number="36", issued_on=DAY)
    for one, other in zip(draft.pages, clean.pages, strict=True):
        rows = {line.y for line in one.lines if line.text != MARK}
        assert rows == {line.y for line in other.lines}
        moved = [line.text for line in one.lines if line not in other.lines]
        own = (MARK, "〔2021〕", "2021年6月", "示例市市场监督管理局")
        assert all(any(words in text for words in own) for text in moved), moved


def test_a_slip_and_a_bulletin_bear_the_mark_as_well() -> None:
    for kind, more in (("reminder", {"task": 1}), ("bulletin", {})):
        draft = laid(small_report(), kind, draft=True, issued_on=DAY, **more)
        clean = laid(small_report(), kind, draft=False, issued_on=DAY, **more)
        gone = [line for line in draft.pages[0].lines if line not in clean.pages[0].lines]
        assert [line.text for line in gone] == [MARK]
        assert clean.pages[0].lines == [line for line in draft.pages[0].lines if line not in gone]


def test_the_file_name_says_the_state_as_well() -> None:
    for kind, more in (("progress", {}), ("bulletin", {}), ("reminder", {"task": 1})):
        for draft in (True, False):
            chosen = options(draft=draft, **more)
            paper = press.make(kind, small_report(), chosen, fonts())
            assert (MARK in paper.name) == draft
