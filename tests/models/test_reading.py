"""What is read without records is what records would have read."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from models import database, reading
from models.ledger import Ledger
from models.schema import ALL, Plan, Task
from tests.models.factory import NOW, Office

ROOT = Path(__file__).resolve().parents[2]


def test_every_table_of_the_records_is_asked_for_when_a_ledger_is_opened() -> None:
    assert {model._meta.table_name for model in ALL} == database.TABLES


@pytest.mark.parametrize("model", [Plan, Task])
def test_a_row_read_plainly_is_the_record(busy: Office, model: type[Plan | Task]) -> None:
    table = model._meta.table_name
    kinds = {
        field.column_name: {"DATE": reading.day, "BOOL": bool}.get(
            field.field_type, reading.words if type(field).__name__ == "ListField" else lambda v: v
        )
        for field in model._meta.sorted_fields
    }
    plain = busy.ledger.ask(
        lambda: reading.named_rows(f"SELECT * FROM {table} ORDER BY id", kinds=kinds)
    )
    records = busy.ledger.ask(lambda: list(model.select().order_by(model.id)))
    assert len(plain) == len(records) > 0
    for ours, theirs in zip(plain, records, strict=True):
        assert vars(ours) == {name: getattr(theirs, name) for name in kinds}


def test_days_and_lists_come_as_such() -> None:
    assert (reading.day(None), reading.day("2021-06-20")) == (None, dt.date(2021, 6, 20))
    assert [reading.words(each) for each in (None, "", "[]", '["甲"]')] == [[], [], [], ["甲"]]


def test_questions_go_to_the_ledger_that_is_asked(busy: Office, tmp_path: Path) -> None:
    empty = Ledger.create(tmp_path / "空.luoshi", now=NOW)

    def outer() -> tuple[int, int, int]:
        mine = len(reading.rows("SELECT id FROM task"))
        theirs = empty.ask(lambda: len(reading.rows("SELECT id FROM task")))
        return mine, theirs, len(reading.rows("SELECT id FROM task"))

    mine, theirs, again = busy.ledger.ask(outer)
    assert mine == again > theirs == 0
    empty.close()


def test_records_can_be_used_after_a_ledger_was_opened_without_them(busy: Office) -> None:
    busy.ledger.close()
    code = (
        "import datetime as dt, sys; from pathlib import Path\n"
        "from models import queries; from models.ledger import Ledger\n"
        "from models.actor import Actor\n"
        "now = dt.datetime(2021, 6, 25, 9)\n"
        "with Ledger.open(Path(sys.argv[1]), now=now) as ledger:\n"
        "    plan = ledger.ask(queries.find_plan)\n"
        "    tree = ledger.ask(queries.tree, plan.id, now.date())\n"
        "    ledger.ask(queries.sections, True)\n"
        "    assert 'peewee' not in sys.modules\n"
        "    from models import commands\n"
        "    actor = Actor('甲', now.date(), now)\n"
        "    ledger.do(actor, commands.add_note, '记', task_id=tree.tasks[0].id)\n"
        "    print(len(ledger.ask(queries.task_detail, tree.tasks[0].id, now.date()).notes))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(busy.ledger.path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
