"""Where a number, a square or a line leads: to filtered tasks, or to one task and a tab of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from gui.address import Address

LINK_ROLE = Qt.ItemDataRole.UserRole + 7


@dataclass(frozen=True)
class Link:
    """An address of the window (`tasks?light=red`), or a task by its id and a tab of its detail."""

    address: str = ""
    task_id: int | None = None
    tab: str = ""


def tasks(**wanted: str | int) -> Link:
    """The tasks that a filter leaves; its keys are those of `TaskFilter`."""
    # An address without words would leave the filters as they are.
    pairs = tuple((key, str(value)) for key, value in (wanted or {"role": ""}).items())
    return Link(str(Address("tasks", "", pairs)))


def task(task_id: int, tab: str = "") -> Link:
    """One task."""
    return Link("", task_id, tab)
