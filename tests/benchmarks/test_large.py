"""The generated ledger is a sound one, and everything on it is quick."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from benchmarks.generate import WORDINGS, Size, generate
from benchmarks.large import ACTOR, MONTH, TODAY, Figure, figures
from models import commands, history, queries
from models.ledger import Ledger
from models.rules import Adoption
from models.schema import HistoryStep, ProgressEntry
from tests.models.counting import count_queries
from tests.models.test_search_index import agrees

TIMES = 4


def test_everything_takes_at_most_four_times_its_aim(large_made: Path) -> None:
    slow = [figure for figure in figures(large_made) if not figure.within(TIMES)]
    assert slow == []


def test_a_figure_beyond_four_times_its_aim_is_seen() -> None:
    assert Figure("x", 119.0, 30).within(TIMES)
    assert not Figure("x", 121.0, 30).within(TIMES)
    assert not Figure("x", 31.0, 30).met


def test_the_whole_size_is_that_of_a_large_office() -> None:
    size = Size()
    tasks = size.plans * size.tasks
    assert (size.plans, tasks, tasks * size.measures) == (5, 1000, 6000)
    assert (tasks * 12, tasks * 12 * WORDINGS) == (12_000, 60_000)
    assert (size.notes, size.evidence, size.megabytes) == (20_000, 2_000, 500)


def test_the_same_seed_makes_the_same_ledger(tmp_path: Path) -> None:
    dumps = []
    for name, seed in (("甲", 7), ("乙", 7), ("丙", 8)):
        path = tmp_path / f"{name}.luoshi"
        generate(path, 0.005, seed)
        with sqlite3.connect(path) as connection:
            rows = (line for line in connection.iterdump() if "INSERT" in line)
            dumps.append([line for line in rows if '"schema_migration"' not in line])
        connection.close()
    assert dumps[0] == dumps[1] != dumps[2]


def test_it_is_a_sound_ledger(large: Ledger) -> None:
    assert large.integrity_problems() == ()
    assert large.ask(queries.evidence_digests) == ()
    assert agrees(large)
    counts = large.ask(queries.counts)
    assert (counts["plan"], counts["task"], counts["progress_entry"]) == (5, 50, 600)


def test_its_history_leads_to_its_rows(large: Ledger) -> None:
    """What was written past the verbs is as the verbs would have written it."""

    def wordings() -> tuple[list[str], str | None]:
        last = ProgressEntry.select().order_by(ProgressEntry.id.desc()).get().id
        steps = HistoryStep.select().where(
            HistoryStep.table == "progress_entry", HistoryStep.row == last
        )
        row = history._dump(history.read_row(ProgressEntry, last))
        return [step.after for step in steps.order_by(HistoryStep.id)], row

    said, row = large.ask(wordings)
    assert (len(said), said[-1]) == (WORDINGS, row)


def test_five_plans_stand_side_by_side(large: Ledger) -> None:
    """Each question about one plan is answered from that plan alone, each verb changes it alone."""
    plans = large.ask(queries.plans)
    assert [plan.year for plan in plans] == [2021, 2020, 2019, 2018, 2017]
    ids: set[int] = set()
    for plan in plans:
        assert large.ask(queries.find_plan, str(plan.year)) == plan
        tree = large.ask(queries.tree, plan.id, TODAY, MONTH)
        mine = {task.id for task in tree.tasks}
        assert len(mine) == 10
        assert not mine & ids
        ids |= mine
        assert large.ask(queries.find_task, plan.id, "3") == tree.tasks[2].id
        assert large.ask(queries.find_measure, plan.id, "3.2", TODAY).task_id == tree.tasks[2].id
        assert set(large.ask(queries.measures, plan.id, TODAY)) == mine
        for hit in large.ask(queries.search, plan.id, "工作"):
            assert hit.task_id in mine
        rows = large.ask(queries.report_rows, plan.id, MONTH, TODAY)
        assert {each.task.id for each in rows.dossiers} == mine
        assert {
            each
            for row in large.ask(queries.overview, plan.id, TODAY).latest
            for each in row.task_ids
        } <= mine


def test_a_local_task_of_one_plan_is_no_task_of_another(large: Ledger) -> None:
    new, old = large.ask(queries.plans)[:2]
    before = large.ask(queries.tree, old.id, TODAY)
    change = large.do(ACTOR, commands.add_local_task, new.id, "本地的事。")
    assert large.ask(queries.find_task, new.id, "增1") == change.new_id
    first = before.tasks[0].id
    with pytest.raises(Exception, match="同一份工作要点"):
        large.do(ACTOR, commands.edit_local_task, change.new_id or 0, carries_out=[first])
    other = large.do(ACTOR, commands.add_local_task, old.id, "旧的事。", carries_out=[first])
    assert large.ask(queries.find_task, old.id, "增1") == other.new_id
    large.undo(ACTOR)
    assert large.ask(queries.tree, old.id, TODAY) == before


def test_tasks_of_several_plans_are_adopted_and_assigned_at_once(large: Ledger) -> None:
    ids = [large.ask(queries.find_task, plan.id, "1") for plan in large.ask(queries.plans)]
    section = large.ask(queries.sections)[3]
    large.do(ACTOR, commands.adopt, ids, Adoption.ASSIST)
    large.do(ACTOR, commands.assign, ids, commands.AssignmentDraft(section_id=section.id))
    for task_id in ids:
        detail = large.ask(queries.task_detail, task_id, TODAY)
        assert (detail.task.role, detail.task.section) == (Adoption.ASSIST, section.name)
    large.undo(ACTOR)
    large.undo(ACTOR)


def test_no_question_is_asked_per_row(large: Ledger) -> None:
    """Ten tasks a plan here, two hundred in the whole one: the count is of the code, not the rows."""
    plan = large.ask(queries.find_plan).id
    for query in (queries.tree, queries.overview, queries.measures):
        with count_queries(large) as counter:
            large.ask(query, plan, TODAY)
        assert counter.count <= 22, query.__name__
    with count_queries(large) as counter:
        large.ask(queries.search, plan, "工作")
    assert counter.count <= 10
