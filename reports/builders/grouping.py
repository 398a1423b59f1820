"""Tasks under their parts and items, in the plan's order; nothing empty stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from models.rows import ItemRow, PartRow, ReportRows, TaskDossier
from reports.builders.office import own_level


@dataclass(frozen=True)
class Group:
    """One part (or item) with its tasks; `heading` is "" where the plan has none."""

    heading: str
    dossiers: tuple[TaskDossier, ...]


def by_part(
    rows: ReportRows, dossiers: Iterable[TaskDossier], wanted: Callable[[TaskDossier], bool]
) -> tuple[Group, ...]:
    """The wanted tasks by part of the plan; by item in a plan without parts."""
    if rows.parts:
        return tuple(_grouped(dossiers, rows.parts, _part_of(rows), wanted))
    return tuple(_grouped(dossiers, rows.items, lambda task: task.task.item_id, wanted))


def reading_order(rows: ReportRows) -> tuple[TaskDossier, ...]:
    """The plan's tasks, each followed by the local tasks that carry it out first of all."""
    ordered: list[TaskDossier] = []
    for dossier in rows.dossiers:
        ordered.append(dossier)
        ordered += [
            _moved(local, dossier) for local in rows.local_dossiers if _home(local, dossier)
        ]
    return tuple(ordered)


def homeless(rows: ReportRows) -> tuple[TaskDossier, ...]:
    """Local tasks that carry out no task of this plan; they stand behind the parts."""
    known = {dossier.task.id for dossier in rows.dossiers}
    return tuple(
        local for local in rows.local_dossiers if not known.intersection(local.task.carries_out[:1])
    )


def local_heading(rows: ReportRows) -> str:
    """市级新增任务: the heading under which local tasks stand."""
    return f"{own_level(rows.bureau)}新增任务"


def _home(local: TaskDossier, dossier: TaskDossier) -> bool:
    return local.task.carries_out[:1] == (dossier.task.id,)


def _moved(local: TaskDossier, home: TaskDossier) -> TaskDossier:
    task = replace(local.task, part_id=home.task.part_id, item_id=home.task.item_id)
    return replace(local, task=task)


def by_item(rows: ReportRows, group: Group) -> tuple[Group, ...]:
    """The tasks of one group by item; a task without an item stands alone."""
    return tuple(_grouped(group.dossiers, rows.items, lambda task: task.task.item_id, _any))


def _any(dossier: TaskDossier) -> bool:
    return True


def _part_of(rows: ReportRows) -> Callable[[TaskDossier], int | None]:
    of_item = {item.id: item.part_id for item in rows.items}

    def find(dossier: TaskDossier) -> int | None:
        own = dossier.task.part_id
        return of_item.get(dossier.task.item_id or 0) if own is None else own

    return find


def _grouped(
    dossiers: Iterable[TaskDossier],
    heads: Iterable[PartRow | ItemRow],
    key: Callable[[TaskDossier], int | None],
    wanted: Callable[[TaskDossier], bool],
) -> Iterator[Group]:
    """Runs of tasks with the same head, so that the plan's order is never changed."""
    titles = {head.id: head.title for head in heads}
    run: list[TaskDossier] = []
    current: int | None = None
    for dossier in filter(wanted, dossiers):
        if run and key(dossier) != current:
            yield Group(titles.get(current or 0, ""), tuple(run))
            run = []
        current = key(dossier)
        run.append(dossier)
    if run:
        yield Group(titles.get(current or 0, ""), tuple(run))
