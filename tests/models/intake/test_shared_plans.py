"""Plans of other bodies, where they lie beside the repository, held to hand-counted keys."""

from __future__ import annotations

import json
from typing import Any

import pytest

from models.intake import read_plan
from models.intake.draft import PlanDraft
from tests.models.intake.keys import (
    RUNNING_FORMS,
    SHARED,
    TABLE_FORMS,
    counts,
    is_no_name,
    names,
    said,
)

KEYS: list[dict[str, Any]] = (
    json.loads((SHARED / "keys.json").read_text("utf-8")) if SHARED.is_dir() else []
)
CASES = [
    pytest.param(key, form, id=f"{key['file'][:5]} {form}")
    for key in KEYS
    for form in (TABLE_FORMS if "table" in key["file"] else RUNNING_FORMS)
]
pytestmark = pytest.mark.skipif(not KEYS, reason="no plans of other bodies beside the repository")


def _text(key: dict[str, Any]) -> str:
    return (SHARED / key["file"]).read_text("utf-8-sig")


def _read(key: dict[str, Any], form: str) -> PlanDraft:
    made = (TABLE_FORMS if "table" in key["file"] else RUNNING_FORMS)[form]
    return read_plan(*made(_text(key)))


@pytest.mark.parametrize(("key", "form"), CASES)
def test_a_plan_counts_as_its_key_in_every_kind_of_file(key: dict[str, Any], form: str) -> None:
    draft = _read(key, form)
    found = counts(draft)
    assert (found["level1"], found["level2"], found["leaves with units"]) == (
        key["level1"],
        key["level2"],
        key["unit_markers_or_leaves_with_units"],
    )
    numbered = sum(bool(task.number) for task in draft.all_tasks())
    by_headings = key["level1"] == key["numbered_tasks"]
    assert numbered == (0 if by_headings else key["numbered_tasks"])


@pytest.mark.parametrize(("key", "form"), CASES)
def test_first_and_last_leaf_are_those_of_the_key(key: dict[str, Any], form: str) -> None:
    tasks = _read(key, form).all_tasks()
    leaves = [t for t in tasks if t.lead_units or t.responsible_units or t.supporting_units]
    ends = (leaves[0].text[:10], leaves[-1].text[:10]) if leaves else ("", "")
    assert ends == (key["first_leaf_10"], key["last_leaf_10"])


@pytest.mark.parametrize(("key", "form"), CASES)
def test_a_unit_is_a_name_and_other_kinds_say_the_same(key: dict[str, Any], form: str) -> None:
    draft = _read(key, form)
    assert not [name for name in names(draft) if is_no_name(name)]
    found, asked = said(draft), said(read_plan(_text(key).encode(), "plan.txt"))
    for kind in ("head", "units", "deadlines", "targets"):
        assert found[kind] == asked[kind], kind


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key["file"][:5])
def test_a_run_on_copy_counts_as_its_key(key: dict[str, Any]) -> None:
    if not key["runon"]:
        pytest.skip("no run-on copy")
    draft = read_plan((SHARED / key["runon"]).read_bytes(), key["runon"])
    assert said(draft)["units"] == said(read_plan(_text(key).encode(), "plan.txt"))["units"]
