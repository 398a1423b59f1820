"""Any draft that a manner can express, printed in that manner and read again, is the same draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake import read_plan
from models.intake.draft import PlanDraft
from tests.models.intake.keys import RUNNING_FORMS
from tests.models.intake.manners import (
    as_table,
    plans,
    with_brackets,
    with_label_lines,
    with_words,
)


def _again(text: str, form: str = "txt") -> PlanDraft:
    return replace(read_plan(*RUNNING_FORMS[form](text)), source_text="")


@given(plans(rich=True))
def test_label_lines_express_everything(draft: PlanDraft) -> None:
    assert _again(with_label_lines(draft)) == draft


@settings(max_examples=30)
@given(plans(rich=True), st.sampled_from(["docx, typed numbers", "docx, Word's numbers", "html"]))
def test_label_lines_express_everything_in_other_kinds_of_files(
    draft: PlanDraft, form: str
) -> None:
    assert _again(with_label_lines(draft), form) == draft


@pytest.mark.parametrize("manner", [with_brackets, with_words])
@given(draft=plans(rich=False))
def test_brackets_express_plans_without_numbered_measures(
    manner: Callable[[PlanDraft], str], draft: PlanDraft
) -> None:
    assert _again(manner(draft)) == draft


@given(plans(rich=False))
def test_a_table_expresses_plans_in_groups(draft: PlanDraft) -> None:
    again = _again(as_table(draft))
    assert again.parts == draft.parts
    assert replace(again, parts=(), notice_text="") == replace(draft, parts=(), notice_text="")


@settings(max_examples=20)
@given(plans(rich=True))
def test_a_line_lost_in_printing_is_noticed(draft: PlanDraft) -> None:
    lines = with_label_lines(draft).split("\n")
    task = next(n for n, line in enumerate(lines) if line.startswith(("1.", "（一）")))
    assert _again("\n".join(lines[:task] + lines[task + 1 :])) != draft
