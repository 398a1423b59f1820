"""Every verb of the ledger, one by one: recorded, undoable, repeatable, and refused without a trace."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from models import commands, queries
from models.commands import VERBS
from models.errors import KnownError
from models.ledger import Ledger
from tests.models.factory import NOW, TODAY, Office, actor, new_office
from tests.models.verb_examples import EXAMPLES, Scene, furnish

NAMES = [verb.__name__ for verb in VERBS]
# Verbs that name no row.
FREE = (
    "add_plan",
    "take_plan",
    "add_section",
    "add_sections",
    "add_people",
    "set_bureau",
    "set_setting",
    "set_period_days",
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A furnished ledger, closed, of which each test gets a copy."""
    office = new_office(tmp_path_factory.mktemp("template") / "台账.luoshi")
    office.adopt()
    scene = furnish(office)
    office.ledger.close()
    return scene


@pytest.fixture
def scene(template: Scene, tmp_path: Path) -> Iterator[Scene]:
    path = tmp_path / "台账.luoshi"
    shutil.copy(template.office.ledger.path, path)
    with Ledger.open(path, who="甲办事员", now=NOW) as ledger:
        yield replace(template, office=Office(ledger, template.office.plan))


def there_and_back(scene: Scene, name: str) -> None:
    """Do, undo, redo, undo: each time the whole ledger is as it was before or after."""
    office, ledger = scene.office, scene.office.ledger
    args, more = EXAMPLES[name](scene)
    before = office.dump()
    change = office.do(getattr(commands, name), *args, **more)
    after = office.dump()
    assert after != before, name
    assert change.id
    assert change.kinds == {table for table in before if before[table] != after[table]}
    assert ledger.undo_label() == change.label != ""
    undone = ledger.undo(actor())
    assert office.dump() == before, name
    assert undone is not None
    assert (undone.kinds, undone.tasks) == (change.kinds, change.tasks)
    ledger.redo(actor())
    assert office.dump() == after, name
    ledger.undo(actor())
    assert office.dump() == before, name
    assert ledger.integrity_problems() == ()


def test_every_verb_has_an_example() -> None:
    assert sorted(EXAMPLES) == sorted(NAMES)


def test_every_function_that_the_commands_offer_is_one_of_the_verbs() -> None:
    offered = {name for name, each in vars(commands).items() if inspect.isfunction(each)}
    assert offered == set(NAMES)
    assert all("work" in inspect.signature(verb).parameters for verb in VERBS)


@pytest.mark.parametrize("name", NAMES)
def test_every_verb_can_be_undone_and_redone(scene: Scene, name: str) -> None:
    there_and_back(scene, name)


@pytest.mark.parametrize("name", NAMES)
def test_every_verb_leaves_who_when_before_and_after(scene: Scene, name: str) -> None:
    args, more = EXAMPLES[name](scene)
    scene.office.do(getattr(commands, name), *args, **more)
    newest = scene.office.ledger.ask(queries.history)[0]
    assert (newest.operator, newest.at) == ("甲办事员", actor().now)
    assert newest.label
    assert not newest.taken_back
    assert newest.before or newest.after
    assert newest.before != newest.after
    for task_id in newest.task_ids:
        assert scene.office.ledger.ask(queries.history, task_id)[0] == newest


@pytest.mark.parametrize("name", NAMES)
def test_every_verb_is_refused_on_a_ledger_that_is_only_looked_at(scene: Scene, name: str) -> None:
    args, more = EXAMPLES[name](scene)
    before = scene.office.dump()
    with (
        Ledger.open(scene.office.ledger.path, now=NOW) as looking,
        pytest.raises(KnownError, match="只能查看"),
    ):
        looking.do(actor(), getattr(commands, name), *args, **more)
    assert scene.office.dump() == before


def test_all_verbs_one_after_another_can_all_be_taken_back(scene: Scene) -> None:
    """In the order of the list, each on what the others left; refusals are allowed here."""
    office = scene.office
    start, done = office.dump(), 0
    for verb in VERBS:
        if verb in (commands.remove_local_task, commands.remove_measure):
            continue
        args, more = EXAMPLES[verb.__name__](scene)
        try:
            office.do(verb, *args, **more)
        except KnownError:
            continue
        done += 1
    end = office.dump()
    assert done > 30
    for _ in range(done):
        office.ledger.undo(actor())
    assert office.dump() == start
    for _ in range(done):
        office.ledger.redo(actor())
    assert office.dump() == end
    assert office.ledger.integrity_problems() == ()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in FREE])
def test_a_row_that_is_gone_is_refused_with_a_sentence(scene: Scene, name: str) -> None:
    """The ids of every example made wrong: a sentence, and nothing of it is kept."""
    ids = [each.name for each in fields(Scene) if each.name not in ("office", "pieces")]
    wrong = replace(scene, pieces=(10**6,) * 4, **dict.fromkeys(ids, 10**6))
    args, more = EXAMPLES[name](wrong)
    before = scene.office.dump()
    with pytest.raises(KnownError):
        scene.office.do(getattr(commands, name), *args, **more)
    assert scene.office.dump() == before
    assert scene.office.ledger.undo_label() == ""


def test_every_verb_can_be_undone_and_redone_on_the_demo_ledger(tmp_path: Path) -> None:
    from models.demo import build_demo

    with build_demo(tmp_path / "示例.luoshi") as ledger:
        office = Office(ledger, ledger.ask(queries.find_plan).id)
        start = office.dump()
        scene = furnish(office)
        for name in NAMES:
            there_and_back(scene, name)
        while ledger.undo(actor(TODAY)) is not None:
            pass
        assert office.dump() == start
