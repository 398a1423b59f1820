"""How many tasks have reported is one number, wherever it is shown."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from gui.tablemodels.count_cards import cards
from gui.tablemodels.heading_facts import facts
from models import queries
from models.ledger import Ledger
from models.periods import Period
from models.queries.filling import fill_lines

DAY = dt.date(2021, 6, 25)


@pytest.mark.parametrize("code", ["2021-H1", "2021-03", "2021-06", "2021-07"])
def test_the_overview_the_tree_and_the_table_count_the_same_reports(
    demo_made: Path, tmp_path: Path, code: str
) -> None:
    path = tmp_path / demo_made.name
    shutil.copy(demo_made, path)
    period = Period.parse(code)
    with Ledger.open(path, now=dt.datetime(2021, 6, 25, 9), read_only=True) as ledger:
        plan = ledger.ask(queries.plans)[0]
        tree = ledger.ask(queries.tree, plan.id, DAY, period)
        sheet = ledger.ask(fill_lines, tree.tasks, plan.id, DAY, period)
        found = ledger.ask(queries.overview, plan.id, DAY, period)
    said = f"{sheet.filled}/{sheet.asked}"
    card = next(each for each in cards(found, None) if each.word == "未填报")
    assert card.below[0].words == f"已填 {said}"
    assert re.search(r"本期已填 (\d+/\d+)", facts(tree.tasks)[-1])[1] == said
    assert card.number == sheet.asked - sheet.filled
