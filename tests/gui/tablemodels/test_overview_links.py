"""Every number of 总览 leads to exactly so many tasks, whatever the ledger holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from gui.address import Address
from gui.tablemodels.bars import BAR, DONE, LATE, NAME, ON_PACE, BarsModel, count
from gui.tablemodels.count_cards import cards
from gui.tablemodels.filter_words import filter_of, task_address
from gui.tablemodels.link import LINK_ROLE, Link, tasks
from gui.tablemodels.overview_lists import due_words
from gui.tablemodels.squares import SquaresModel
from gui.tablemodels.task_filter import Due
from models import commands, queries
from models.commands import AssignmentDraft, EntryDraft
from models.history import Actor
from models.ledger import Ledger
from models.overviewrows import Overview
from models.periods import Period
from models.rules import Adoption, Light, Status
from tests.gui.conftest import DAY, Office

H1 = Period.parse("2021-H1")
SAYABLE = (Status.NOT_STARTED, Status.DOING, Status.ONGOING, Status.COMPLETED)


def overview(ledger: Ledger, day: dt.date = DAY) -> Overview:
    return ledger.ask(queries.overview, 1, day, H1)


def numbers(found: Overview) -> Iterator[tuple[str, int, Link]]:
    """What is said, the number in it, and where it leads."""
    for card in cards(found):
        yield card.word, card.number, card.link
        for small in (card.beside, *card.below):
            if small is not None and small.link is not None and small.link.address != "fill":
                yield small.words, int(re.findall(r"\d+", small.words)[-1]), small.link
    bars = BarsModel()
    bars.set_bars(found.bars)
    for row, bar in enumerate(found.bars):
        for column in (NAME, BAR, DONE, ON_PACE, LATE):
            link = bars.index(row, column).data(LINK_ROLE)
            yield f"{bar.title} {column}", count(bar, column), link
    for light in Light:
        lit = sum(task.light is light for task in found.tasks)
        yield light.word, lit, tasks(light=light.value)
    soon = int(re.findall(r"\d+", due_words(found.due))[0])
    yield "30 天", soon, tasks(due=Due.SOON.value)


def listed(found: Overview, link: Link) -> int:
    wanted = filter_of(Address.parse(link.address))
    assert wanted is not None
    assert filter_of(task_address(wanted)) == wanted
    return sum(wanted.takes(task, found.day) for task in found.tasks)


def wrong(found: Overview) -> list[str]:
    return [
        f"{words}: {number} said, {listed(found, link)} listed ({link.address})"
        for words, number, link in numbers(found)
        if number != listed(found, link)
    ]


def test_every_number_of_the_demo_leads_to_so_many_tasks(office: Office) -> None:
    found = overview(office.desk.ledger)
    assert wrong(found) == []
    squares = SquaresModel()
    squares.set_tasks(found.tasks)
    led = [squares.index(row).data(LINK_ROLE).task_id for row in range(squares.rowCount())]
    assert led == [task.id for task in found.tasks]


def test_a_number_that_leads_elsewhere_is_found(office: Office) -> None:
    found = overview(office.desk.ledger)
    assert wrong(replace(found, totals=replace(found.totals, late=99)))


@pytest.mark.parametrize("seed", range(4))
def test_and_of_any_ledger_on_any_day(seed: int, office: Office) -> None:
    ledger, chance = office.desk.ledger, Random(seed)
    tree = ledger.ask(queries.tree, 1, DAY, H1)
    for task in tree.tasks:
        _do_something(ledger, task.id, task.local, chance)
    for day in (DAY, dt.date(2021, 12, 15), dt.date(2022, 1, 15)):
        found = overview(ledger, day)
        assert wrong(found) == [], (seed, day)
        sheet = ledger.ask(queries.fill_lines, found.tasks, 1, day, H1, False)
        assert cards(found)[4].below[0].words == f"已填 {sheet.filled}/{sheet.asked}"
        assert cards(found)[4].number == sheet.asked - sheet.filled


def _do_something(ledger: Ledger, task_id: int, local: bool, chance: Random) -> None:
    actor = Actor("李思远", DAY, dt.datetime.combine(DAY, dt.time(9)))
    roles = (Adoption.OWN, Adoption.ASSIST) if local else tuple(Adoption)
    role = chance.choice(roles)
    known = ledger.ask(queries.task_detail, task_id, DAY).task
    if not known.status.done and not local and chance.random() < 0.6:
        ledger.do(actor, commands.adopt, [task_id], role, "省级完成")
    known = ledger.ask(queries.task_detail, task_id, DAY).task
    if not known.role.adopted or known.status.done:
        return
    if not local and chance.random() < 0.2:
        ledger.do(actor, commands.track, [task_id], False)
        return
    status = chance.choice(SAYABLE)
    if status is Status.COMPLETED:
        ledger.do(actor, commands.complete, task_id)
        if chance.random() < 0.5:
            ledger.do(actor, commands.close, task_id, "丁处长")
        return
    ledger.do(actor, commands.set_status, task_id, status)
    ledger.do(
        actor,
        commands.write_progress,
        task_id,
        H1,
        EntryDraft(percent=chance.choice((0.0, 50.0, 90.0))),
    )
    if not ledger.ask(queries.task_detail, task_id, DAY).extensions:
        due = DAY + dt.timedelta(days=chance.randrange(-40, 60))
        ledger.do(actor, commands.assign, [task_id], AssignmentDraft(due_on=due))
