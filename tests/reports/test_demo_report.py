from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from pathlib import Path

import pytest

from models import commands, queries
from models.actor import Actor
from models.ledger import Ledger
from models.periods import Period
from models.rows import ReportRows
from models.text import proper
from reports import press
from reports.builders.progress import build_progress
from reports.document import Heading, Paragraph, Table
from reports.fonts import load_fonts
from tests.reports.factory import DAY, options
from tests.reports.plain import as_text

GOLDEN = Path(__file__).parent / "golden" / "progress-2021-H1.txt"
NOW = dt.datetime(2021, 12, 20, 9)


def half_year(ledger: Ledger, date: dt.date = DAY) -> ReportRows:
    plan = ledger.ask(queries.find_plan, "")
    return ledger.ask(queries.report_rows, plan.id, Period.parse("2021-H1"), date)


@pytest.fixture(scope="module")
def demo_rows(demo_made: Path) -> ReportRows:
    with Ledger.open(demo_made, who="甲", now=NOW, read_only=True) as ledger:
        return half_year(ledger)


def test_the_demo_report_says_what_was_read_and_approved(
    demo_rows: ReportRows, tmp_path: Path
) -> None:
    said = as_text(build_progress(demo_rows, options()))
    (tmp_path / GOLDEN.name).write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8"), f"compare {tmp_path / GOLDEN.name}"


def test_the_demo_counts_agree_with_its_attachment(demo_rows: ReportRows) -> None:
    document = build_progress(demo_rows, options())
    table = document.attachments[0].blocks[0]
    assert isinstance(table, Table)
    words = Counter(
        row.cells[4].partition("\n")[0]
        for row in table.rows
        if len(row.cells) > 1 and row.cells[0].isdigit()
    )
    assert words == {"已完成": 6, "达到序时进度": 25, "滞后": 3, "": 5}
    counts = document.body[2]
    assert isinstance(counts, Paragraph)
    assert "已完成6项，达到序时进度25项，滞后3项" in counts.text


def test_every_task_paragraph_leads_to_its_entries(demo_rows: ReportRows) -> None:
    document = build_progress(demo_rows, options())
    told = [block for block in document.body if isinstance(block, Paragraph) and block.lead]
    assert len(told) == 36
    assert all(any(each.kind == "entry" for each in block.sources) for block in told)
    assert sum(len([s for s in block.sources if s.kind == "evidence"]) for block in told) > 20


def test_no_provincial_task_or_number_stands_in_the_text(demo_rows: ReportRows) -> None:
    document = build_progress(demo_rows, options())
    text = "".join(
        block.lead + block.text for block in document.body if isinstance(block, Paragraph)
    )
    for words in ("30所", "我科", "我支队", "完成进度", "责任人", "李思远"):
        assert words not in text
    for dossier in demo_rows.dossiers:
        if not dossier.task.role.adopted:
            assert proper(dossier.task.short_title) not in text
    headings = [block.text for block in document.body if isinstance(block, Heading)]
    assert len(headings) == 4 + 6


def test_the_demo_report_has_nothing_to_look_at_but_its_number(demo_rows: ReportRows) -> None:
    made = press.draft("progress", demo_rows, options())
    assert [each.sentence for each in made.lacking] == ["发文字号未填，纸面留空。"]
    assert made.warnings == ()


def test_december_prints_the_half_year_to_the_byte_as_july_did(
    demo_made: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "demo.luoshi"
    shutil.copy(demo_made, copy)
    fonts = load_fonts([])
    with Ledger.open(copy, who="甲", now=NOW) as ledger:
        july = press.make("progress", half_year(ledger, dt.date(2021, 7, 2)), options(), fonts)
        actor = Actor("甲", NOW.date(), NOW)
        rows = half_year(ledger)
        open_measure = next(
            measure
            for dossier in rows.dossiers
            for measure in dossier.measures
            if measure.role.adopted and not measure.ticked
        )
        ledger.do(actor, commands.tick, open_measure.id)
        ledger.do(actor, commands.complete, rows.dossiers[0].task.id)
        december = press.make("progress", half_year(ledger, dt.date(2021, 7, 2)), options(), fonts)
    assert december.content == july.content
