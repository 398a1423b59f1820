"""The reports of the demo ledger, as a clerk would print them, keep to the standard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models import queries
from models.ledger import Ledger
from models.periods import Period
from reports import press
from reports.document import Form, Manner
from reports.options import Grouping
from tests.reports.factory import DAY, options
from tests.standard import papers
from tests.standard.checks import check
from tests.standard.measure import Paper

WITH_FIGURE = {"group_by": Grouping.ITEM, "figure": True}


@pytest.mark.parametrize(
    ("period", "form", "manner", "more"),
    [
        ("2021-H1", Form.LETTERHEAD, Manner.SEALED, {}),
        ("2021-05", Form.PLAIN, Manner.UNSEALED, {}),
        ("2021-H1", Form.LETTERHEAD, Manner.UNSEALED, WITH_FIGURE),
        ("2021-Q1", Form.LETTERHEAD, Manner.SEALED, WITH_FIGURE),
    ],
)
def test_the_demo_report_passes_every_check(
    demo_made: Path, period: str, form: Form, manner: Manner, more: dict[str, Any]
) -> None:
    now = dt.datetime(2021, 12, 20, 9)
    with Ledger.open(demo_made, who="甲", now=now, read_only=True) as ledger:
        plan = ledger.ask(queries.find_plan, "")
        rows = ledger.ask(queries.report_rows, plan.id, Period.parse(period), DAY)
    wanted = replace(options(), form=form, manner=manner, document_number="36", **more)
    made = press.make("progress", rows, wanted, papers.fonts())
    assert check(Paper(made.content)) == {}


@pytest.mark.parametrize(
    ("form", "office"), [(Form.PLAIN, False), (Form.LETTERHEAD, True), (Form.LETTERHEAD, False)]
)
def test_the_demo_bulletin_passes_every_check(demo_made: Path, form: Form, office: bool) -> None:
    now = dt.datetime(2021, 12, 20, 9)
    with Ledger.open(demo_made, who="甲", now=now, read_only=True) as ledger:
        plan = ledger.ask(queries.find_plan, "")
        day = dt.date(2021, 6, 28)
        rows = ledger.ask(queries.report_rows, plan.id, Period.parse("2021-Q2"), day)
    wanted = options(
        date=day, form=form, issuer_office=office, document_number="12", ranking=office
    )
    made = press.make("bulletin", rows, wanted, papers.fonts())
    assert check(Paper(made.content)) == {}
