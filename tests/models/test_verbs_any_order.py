"""The verbs in any order, on what the others left: refused with a sentence or fully undoable."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import commands, queries
from models.errors import KnownError
from models.ledger import Ledger
from tests.models.factory import H1, NOW, TODAY, Office, actor, new_office
from tests.models.verb_examples import EXAMPLES, Scene, furnish


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    office = new_office(tmp_path_factory.mktemp("template") / "台账.luoshi")
    office.adopt()
    scene = furnish(office)
    office.ledger.close()
    return scene


@pytest.fixture(scope="module")
def scene(template: Scene, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    path: Path = tmp_path_factory.mktemp("orders") / "台账.luoshi"
    shutil.copy(template.office.ledger.path, path)
    with Ledger.open(path, now=NOW) as ledger:
        # Hundreds of commits: only this scratch file is spared the wait for the disk.
        ledger._database.execute_sql("PRAGMA synchronous = OFF")
        yield replace(template, office=Office(ledger, template.office.plan))


def run(scene: Scene, name: str) -> bool:
    args, more = EXAMPLES[name](scene)
    try:
        return scene.office.do(getattr(commands, name), *args, **more).id != 0
    except KnownError:
        return False


@settings(max_examples=6)
@given(st.permutations(sorted(EXAMPLES)))
def test_in_any_order_all_that_was_done_can_be_taken_back(scene: Scene, order: list[str]) -> None:
    office = scene.office
    start = office.dump()
    done = sum(run(scene, name) for name in order)
    end = office.dump()
    totals = office.ledger.ask(queries.report_rows, office.plan, H1, TODAY).totals
    assert totals.done + totals.on_pace + totals.late == totals.adopted
    assert office.ledger.integrity_problems() == ()
    for _ in range(done):
        office.ledger.undo(actor())
    assert office.dump() == start
    for _ in range(done):
        office.ledger.redo(actor())
    assert office.dump() == end
    for _ in range(done):
        office.ledger.undo(actor())
    assert office.dump() == start
