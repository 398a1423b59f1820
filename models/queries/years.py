"""The year before, beside a plan: what is unfinished there, and what it proposes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from models.intake import revision
from models.intake.likeness import likeness
from models.intake.revision import LEAST_SIMILAR, TaskText, carried_over_from
from models.planrows import CarryRow, ProposalRow
from models.queries.moment import Moment
from models.queries.plan_tree import task_rows
from models.queries.plans import find_plan_row, plan_row
from models.queries.state import PlanState, load_state
from models.rows import PlanRow, TaskRow
from models.rules import Adoption
from models.schema import Plan, Section, Task
from models.shorttitle import was_proposed

_YEARS = re.compile(r"\d+年?")
_SAME_NAME = 0.6


def earlier_plan(plan_id: int) -> PlanRow | None:
    """The plan that this one follows: the newest of an earlier year, of the same name if there is."""
    plan = find_plan_row(plan_id)
    rows = [plan_row(row) for row in Plan.select().where(Plan.year < plan.year)]
    return max(rows, key=lambda row: _following(plan, row), default=None)


def _following(plan: PlanRow, earlier: PlanRow) -> tuple[bool, int, float, int]:
    alike = likeness(_YEARS.sub("", plan.title), _YEARS.sub("", earlier.title))
    return alike >= _SAME_NAME, earlier.year, alike, earlier.id


def unfinished(earlier_id: int, day: dt.date, into: int | None = None) -> tuple[CarryRow, ...]:
    """The bureau's unfinished tasks of an earlier plan, each with the task of ``into`` like it."""
    year = find_plan_row(earlier_id).year
    mine = _rows(earlier_id, day)[1]
    open_ = [task for task in mine if task.role.adopted and task.tracked and not task.status.done]
    later = {} if into is None else {row.id: row for row in _rows(into, day)[1] if not row.local}
    like = {each.new: each for each in revision.proposals(_texts(open_), _texts(later.values()))}
    carried = _carried_into(into)
    rows = []
    for task in open_:
        found = like.get(task.id)
        rows.append(
            CarryRow(
                task,
                carried_over_from(year, task.label),
                later[found.earlier] if found else None,
                found.likeness if found else 0.0,
                task.id in carried,
            )
        )
    return tuple(rows)


def proposals(
    plan_id: int, day: dt.date, earlier_id: int | None = None, least: float = LEAST_SIMILAR
) -> tuple[ProposalRow, ...]:
    """What similar tasks of an earlier plan (the year before) propose for the issued tasks here."""
    if earlier_id is None:
        earlier = earlier_plan(plan_id)
        if earlier is None:
            return ()
        earlier_id = earlier.id
    news = {row.id: row for row in _rows(plan_id, day)[1] if not row.local and row.tracked}
    state, rows = _rows(earlier_id, day)
    olds = {row.id: row for row in rows if row.tracked}
    found = [
        _proposal(state, news[each.new], olds[each.earlier], each.likeness)
        for each in revision.proposals(_texts(news.values()), _texts(olds.values()), least)
    ]
    return tuple(each for each in found if not each.empty)


def known_units() -> tuple[str, ...]:
    """Units that stand in the plans, and the bureau's sections, the most frequent first."""
    counted: dict[str, int] = {}
    columns = (Task.lead_units, Task.responsible_units, Task.supporting_units)
    for lists in Task.select(*columns).tuples():
        for names in lists:
            for name in names:
                counted[name] = counted.get(name, 0) + 1
    own = [row.name for row in Section.select().where(Section.active).order_by(Section.position)]
    return tuple(dict.fromkeys([*own, *sorted(counted, key=lambda name: -counted[name])]))


def _rows(plan_id: int, day: dt.date) -> tuple[PlanState, tuple[TaskRow, ...]]:
    find_plan_row(plan_id)
    state = load_state(plan_id, Moment(day, day), brief=True)
    return state, task_rows(state, None)


def _texts(rows: Iterable[TaskRow]) -> list[TaskText]:
    return [TaskText(row.id, row.text) for row in rows]


def _carried_into(plan_id: int | None) -> set[int]:
    if plan_id is None:
        return set()
    query = Task.select(Task.carried_from).where(
        Task.plan == plan_id, Task.carried_from.is_null(False)
    )
    return {task_id for (task_id,) in query.tuples()}


def _proposal(state: PlanState, new: TaskRow, old: TaskRow, likeness: float) -> ProposalRow:
    """What the new task has of its own already is not proposed again."""
    role = old.role if new.role is Adoption.UNDECIDED else Adoption.UNDECIDED
    given = state.assignments.get((old.id, None))
    titled = "" if was_proposed(old.short_title, old.text) else old.short_title
    return ProposalRow(
        new,
        old,
        likeness,
        role,
        old.reason if role is Adoption.NONE else "",
        None if new.section_id or new.leader or new.person else given,
        "" if new.local_text else old.local_text,
        "" if titled == new.short_title else titled,
    )
