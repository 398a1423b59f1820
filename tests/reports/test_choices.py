"""A paper's choices as JSON and back: none is lost, unknown ones are passed over."""

from __future__ import annotations

import datetime as dt
import enum
import json
import types
import typing
from dataclasses import fields, replace
from typing import Any

import pytest

from models.paperrows import PassageEdit
from reports import choices
from reports.document import Form, Manner
from reports.options import Grouping, PaperOptions
from tests.reports.factory import DAY, options

KINDS = typing.get_type_hints(PaperOptions)
KEPT = [field for field in fields(PaperOptions) if field.name not in ("date", "edits", "evidence")]


def another(kind: Any, default: Any) -> Any:
    """A value of this type that is not the default."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return another(next(each for each in inner if each is not type(None)), default)
    if origin is tuple:
        return (another(inner[0], None), another(inner[0], None))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(each for each in kind if each is not default)
    simple = {str: "值", bool: not default, int: 7, dt.date: dt.date(2021, 7, 1)}
    return simple[kind]


@pytest.mark.parametrize("field", KEPT, ids=lambda field: field.name)
def test_every_choice_comes_back_as_it_was(field: Any) -> None:
    value = another(KINDS[field.name], field.default)
    chosen = options(**{field.name: value})
    assert getattr(chosen, field.name) != field.default
    kept = json.loads(json.dumps(choices.to_json(chosen), ensure_ascii=False))
    assert list(kept) == [field.name]
    back = choices.from_json(kept, DAY)
    assert back == chosen
    assert type(getattr(back, field.name)) is type(value)


def test_all_choices_together_come_back() -> None:
    chosen = options(**{f.name: another(KINDS[f.name], f.default) for f in KEPT})
    kept = json.loads(json.dumps(choices.to_json(chosen)))
    assert choices.from_json(kept, DAY) == chosen


def test_a_choice_of_nothing_is_not_the_usual_choice() -> None:
    """No signers and no copies are choices; None is the office's default."""
    chosen = options(signers=(), copies_to=(), addressee="", draft=False)
    kept = choices.to_json(chosen)
    assert choices.from_json(json.loads(json.dumps(kept)), DAY) == chosen


def test_usual_choices_day_and_edits_are_not_kept() -> None:
    chosen = options(edits=(PassageEdit("lead"),), form=Form.PLAIN)
    assert choices.to_json(options()) == {}
    assert choices.to_json(chosen) == {"form": "plain"}


def test_names_and_words_of_another_version_are_passed_over() -> None:
    kept = {"form": "hologram", "manner": "stamp", "issued_on": "gestern", "scent": "rose"}
    back = choices.from_json({**kept, "group_by": "item"}, DAY)
    assert back == replace(options(), manner=Manner.STAMP, group_by=Grouping.ITEM)
