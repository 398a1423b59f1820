"""A filter as the words of an address, and back: tasks?light=red&section=3&due=overdue."""

from __future__ import annotations

import enum
from typing import TypeVar

from gui.address import Address
from gui.tablemodels.task_filter import ISSUED, LOCAL, Due, Taken, TaskFilter
from models.rules import Light, Standing, Status

KEYS = ("role", "section", "status", "light", "standing", "part", "due", "unfilled")
# What `part` may say beside an id.
PARTS = {"issued": ISSUED, "local": LOCAL}
E = TypeVar("E", bound=enum.Enum)


def filter_of(address: Address) -> TaskFilter | None:
    """The filter that an address asks for; None where it says nothing about one.

    A word without anything behind it (`role=`) asks for everything; unknown words are passed over.
    """
    if not any(key in KEYS for key, _ in address.wanted):
        return None
    return TaskFilter(
        role=_known(Taken, address.get("role")),
        section=address.number("section"),
        status=_known(Status, address.get("status")),
        light=_known(Light, address.get("light")),
        standing=_known(Standing, address.get("standing")),
        part=PARTS.get(address.get("part"), address.number("part")),
        due=_known(Due, address.get("due")),
        unfilled=address.get("unfilled") == "1",
    )


def _known(kind: type[E], word: str) -> E | None:
    return next((each for each in kind if each.value == word), None)


def words_of(wanted: TaskFilter) -> dict[str, str]:
    """The words that ask for a filter; none for everything."""
    values = ((key, getattr(wanted, key)) for key in KEYS)
    found = {
        key: str(value.value if isinstance(value, enum.Enum) else int(value))
        for key, value in values
        if value is not None
    }
    found.update(("part", word) for word, value in PARTS.items() if value == wanted.part)
    if not wanted.unfilled:
        del found["unfilled"]
    return found


def task_address(wanted: TaskFilter, task_id: int | None = None) -> Address:
    """The place of the tasks that a filter leaves, for links."""
    words = words_of(wanted) or {"role": ""}
    named = {} if task_id is None else {"task": str(task_id)}
    return Address("tasks", "", tuple({**named, **words}.items()))
