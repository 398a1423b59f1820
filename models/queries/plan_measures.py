"""举措 of a plan or of some tasks as they stand at a moment, with all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from peewee import fn

from models.queries.moment import Moment, Scope
from models.rows import DeliverableRow, MeasureRow, TargetRow
from models.rules import Adoption
from models.schema import Deliverable, Evidence, Measure, Target, TargetValue, Task, Tick


class MeasureWords(NamedTuple):
    """A visible measure by its number and words, for lists that need no more."""

    id: int
    task_id: int
    number: str
    text: str
    local_text: str
    role: Adoption

    @property
    def wording(self) -> str:
        """本市举措 where the bureau wrote one, else the issued text."""
        return self.local_text or self.text


def plan_measures(plan_id: int, moment: Moment) -> dict[int, list[MeasureRow]]:
    """All visible measures of a plan by task, every task among the keys."""
    query = Task.select(Task.id, Task.role, Task.local_number, Task.position)
    tasks = list(query.where(Task.plan == plan_id))
    scope = Task.select(Task.id).where(Task.plan == plan_id)
    found = measure_rows(tasks, scope, moment)
    order = sorted(tasks, key=lambda row: (bool(row.local_number), row.position, row.id))
    return {task.id: found.get(task.id, []) for task in order}


def measure_words(plan_id: int) -> dict[int, list[MeasureWords]]:
    """The visible measures of a plan by task, by their numbers and words alone."""
    query = Task.select(Task.id, Task.role, Task.local_number, Task.position)
    tasks = {row.id: row for row in query.where(Task.plan == plan_id)}
    words = (Measure.text, Measure.local_text, Measure.role)
    columns = (Measure.id, Measure.task, Measure.merged_into, *words)
    scope = Task.select(Task.id).where(Task.plan == plan_id)
    query = Measure.select(*columns).where(Measure.task.in_(scope))
    every = list(query.order_by(Measure.task, Measure.position, Measure.id).namedtuples())
    issued = _issued(every, shown_for({row.id: row.merged_into for row in every}))
    found: dict[int, list[MeasureWords]] = defaultdict(list)
    for row in (each for each in every if each.merged_into is None):
        task = tasks[row.task]
        number = f"{task.local_number or task.position}.{len(found[row.task]) + 1}"
        role = Adoption(row.role or task.role)
        found[row.task].append(
            MeasureWords(row.id, row.task, number, issued[row.id], row.local_text, role)
        )
    return found


def measure_rows(
    tasks: list[Any],
    scope: Scope,
    moment: Moment,
) -> dict[int, list[MeasureRow]]:
    """The visible measures of each task, whole."""
    query = Measure.select().where(Measure.task.in_(scope))
    every = list(query.order_by(Measure.task, Measure.position, Measure.id).namedtuples())
    shown = shown_for({row.id: row.merged_into for row in every})
    rows = [row for row in every if row.merged_into is None]
    issued = _issued(every, shown)
    inside = Measure.select(Measure.id).where(Measure.task.in_(scope))
    ticks = _ticks(inside, moment)
    deliverables = _deliverables(inside, shown)
    targets = _targets(inside, shown, moment)
    evidence: dict[int, int] = defaultdict(int)
    held = _count_by(Evidence.measure, inside, Evidence.attached_on <= moment.known)
    for measure_id, number in held.items():
        evidence[shown[measure_id]] += number
    by_task = {task.id: task for task in tasks}
    found: dict[int, list[MeasureRow]] = defaultdict(list)
    for row in rows:
        task = by_task[row.task]
        place = len(found[row.task]) + 1
        tick = ticks.get(row.id)
        found[row.task].append(
            MeasureRow(
                id=row.id,
                task_id=row.task,
                position=place,
                number=f"{task.local_number or task.position}.{place}",
                text=issued[row.id],
                local_text=row.local_text,
                role=Adoption(row.role or task.role),
                own_role=Adoption(row.role) if row.role else None,
                reason=row.reason,
                ticked=tick is not None,
                ticked_on=tick.ticked_on if tick else None,
                ticked_by=tick.ticked_by if tick else "",
                issued=row.issued,
                lead_units=tuple(row.lead_units),
                responsible_units=tuple(row.responsible_units),
                supporting_units=tuple(row.supporting_units),
                references=tuple(row.references),
                deliverables=tuple(deliverables[row.id]),
                targets=tuple(targets[row.id]),
                evidence_count=evidence[row.id],
            )
        )
    return found


def _issued(every: Sequence[Any], shown: dict[int, int]) -> dict[int, str]:
    """The issued words of each visible measure, followed by those of what was merged into it."""
    found = {row.id: row.text for row in every if row.merged_into is None}
    for row in every:
        if row.merged_into is not None:
            found[shown[row.id]] += row.text
    return found


def shown_for(merged: dict[int, int | None]) -> dict[int, int]:
    """Of each measure the visible one: itself, or the one that it was merged into at last."""
    found = {}
    for start in merged:
        end = start
        while (into := merged.get(end)) is not None:
            end = into
        found[start] = end
    return found


def _ticks(measures: Scope, moment: Moment) -> dict[int, Any]:
    """Of each measure the tick that holds: the newest saying up to the day, if it says so."""
    newest: dict[int, Any] = {}
    query = Tick.select().where(Tick.measure.in_(measures), Tick.ticked_on <= moment.day)
    for row in query.order_by(Tick.ticked_on, Tick.id).namedtuples():
        newest[row.measure] = row
    return {measure_id: row for measure_id, row in newest.items() if row.ticked}


def _deliverables(measures: Scope, shown: dict[int, int]) -> dict[int, list[DeliverableRow]]:
    """成果 by visible measure, those of what was merged into it included."""
    found: dict[int, list[DeliverableRow]] = defaultdict(list)
    query = Deliverable.select().where(Deliverable.measure.in_(measures))
    for row in query.order_by(Deliverable.id):
        measure_id = shown[row.measure_id]
        found[measure_id].append(DeliverableRow(row.id, measure_id, row.kind, row.name))
    return found


def _target_values(measures: Scope, moment: Moment) -> dict[int, dict[str, float | None]]:
    """Of each target what was said last of each period, as known at the moment."""
    values: dict[int, dict[str, float | None]] = defaultdict(dict)
    said = TargetValue.select().join(Target).where(Target.measure.in_(measures))
    order = (TargetValue.period, TargetValue.said_on, TargetValue.id)
    for row in said.where(TargetValue.said_on <= moment.known).order_by(*order):
        values[row.target_id][row.period] = row.value
    return values


def _targets(measures: Scope, shown: dict[int, int], moment: Moment) -> dict[int, list[TargetRow]]:
    values = _target_values(measures, moment)
    found: dict[int, list[TargetRow]] = defaultdict(list)
    for row in Target.select().where(Target.measure.in_(measures)).order_by(Target.id):
        measure_id = shown[row.measure_id]
        found[measure_id].append(
            TargetRow(
                row.id,
                measure_id,
                row.text,
                row.label,
                row.operator,
                row.low,
                row.high,
                row.unit,
                row.local_target,
                tuple((code, value) for code, value in values[row.id].items() if value is not None),
            )
        )
    return found


def _count_by(column: Any, scope: Scope, condition: Any) -> dict[int, int]:  # noqa: ANN401 (peewee)
    """How many rows point at each id."""
    query = column.model.select(column, fn.COUNT(column.model.id))
    return dict(query.where(column.in_(scope), condition).group_by(column).tuples())
