"""The reports of the demo ledger, as a clerk would print them, keep to the standard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from models import queries
from models.ledger import Ledger
from models.periods import Period
from reports import press
from reports.document import Form, Manner
from tests.reports.factory import DAY, options
from tests.standard import papers
from tests.standard.measure import Paper
from tests.standard.rules import check


@pytest.mark.parametrize(
    ("period", "form", "manner"),
    [
        ("2021-H1", Form.LETTERHEAD, Manner.SEALED),
        ("2021-05", Form.PLAIN, Manner.UNSEALED),
    ],
)
def test_the_demo_report_passes_every_check(
    demo_made: Path, period: str, form: Form, manner: Manner
) -> None:
    now = dt.datetime(2021, 12, 20, 9)
    with Ledger.open(demo_made, who="甲", now=now, read_only=True) as ledger:
        plan = ledger.ask(queries.find_plan, "")
        rows = ledger.ask(queries.report_rows, plan.id, Period.parse(period), DAY)
    wanted = replace(options(), form=form, manner=manner, document_number="36")
    made = press.make("progress", rows, wanted, papers.fonts())
    assert check(Paper(made.content)) == {}
