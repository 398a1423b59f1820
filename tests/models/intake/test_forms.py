"""The same plan reads the same from every kind of file."""

from __future__ import annotations

import pytest

from models.intake import read_plan
from tests.models.intake.keys import RUNNING_FORMS, TABLE_FORMS, counts, said
from tests.models.intake.samples import RUNNING, TABLE


@pytest.mark.parametrize("form", RUNNING_FORMS)
@pytest.mark.parametrize("sample", RUNNING)
def test_a_plan_reads_the_same_from_every_kind_of_file(sample: str, form: str) -> None:
    text = RUNNING[sample]
    asked = said(read_plan(text.encode(), "plan.txt"))
    assert said(read_plan(*RUNNING_FORMS[form](text))) == asked


@pytest.mark.parametrize("form", TABLE_FORMS)
def test_a_table_reads_the_same_from_every_kind_of_file(form: str) -> None:
    asked = said(read_plan(TABLE.encode(), "plan.txt"))
    assert said(read_plan(*TABLE_FORMS[form](TABLE))) == asked


@pytest.mark.parametrize(
    ("sample", "asked"),
    [
        ("numbered", (2, 3, 4, 4)),
        ("items", (2, 3, 3, 3)),
        ("headings", (3, 0, 3, 3)),
        ("labels", (3, 4, 3, 3)),
        ("no units", (3, 4, 0, 3)),
    ],
)
def test_the_samples_hold_what_was_counted_by_hand(
    sample: str, asked: tuple[int, int, int, int]
) -> None:
    assert tuple(counts(read_plan(RUNNING[sample].encode(), "plan.txt")).values()) == asked


def test_a_lost_task_is_noticed_by_the_comparison() -> None:
    text = RUNNING["numbered"]
    other = text.replace("4.培育优势企业", "培育优势企业")
    assert said(read_plan(text.encode(), "a.txt")) != said(read_plan(other.encode(), "a.txt"))
