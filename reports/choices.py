"""The choices of a paper as JSON, as the ledger keeps them with the paper."""

from __future__ import annotations

import contextlib
import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from reports.forms import Form, Manner
from reports.options import Grouping, PaperOptions

# The day and the edits are kept beside the choices, not among them; a list of 佐证材料 has no life.
_APART = ("date", "edits", "evidence")


def to_json(options: PaperOptions) -> dict[str, Any]:
    """Every choice that differs from the default, as plain JSON values."""
    kept = {}
    for field in fields(options):
        value = getattr(options, field.name)
        if field.name not in _APART and value != field.default:
            kept[field.name] = _plain(value)
    return kept


def from_json(kept: Mapping[str, Any], date: dt.date) -> PaperOptions:
    """The choices read back; names and words that this version does not know are passed over."""
    values: dict[str, Any] = {}
    for field in fields(PaperOptions):
        if field.name in kept and field.name not in _APART:
            with contextlib.suppress(ValueError):
                values[field.name] = _typed(kept[field.name], str(field.type))
    return PaperOptions(date=date, **values)


def _plain(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _typed(value: Any, kind: str) -> Any:  # noqa: ANN401 (any JSON value)
    if value is None:
        return None
    for known in (Form, Manner, Grouping):
        if kind.startswith(known.__name__):
            return known(value)
    if kind.startswith("dt.date"):
        return dt.date.fromisoformat(value)
    if kind.startswith("tuple"):
        return tuple(tuple(each) if isinstance(each, list) else each for each in value)
    return value
