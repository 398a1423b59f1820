from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.rules import Adoption, Standing, Totals
from reports.builders.counts import overview, standing_word
from tests.reports.factory import dossier, outside, rows, task

MODEL = Totals(39, 25, 9, 5, 0, 82, 8, 6, 25, 3, 34)


def test_the_model_sentence_comes_out_word_for_word() -> None:
    made = overview(rows(totals=MODEL), show_late=True, see_attachment=True)
    assert made == (
        "《工作要点》共39项任务，涉及我市34项，其中主责25项、配合省级开展9项；不涉及5项。"
        "我市将34项任务细化为82条举措，分解到8个科室（单位）。"
        "截至6月20日，已完成6项，达到序时进度25项，滞后3项。具体情况见附件。"
    )


def test_undecided_tasks_are_counted_honestly() -> None:
    made = overview(
        rows(totals=replace(MODEL, none=3, undecided=2)), show_late=True, see_attachment=False
    )
    assert "；不涉及3项、待定2项。" in made
    assert "附件" not in made


def test_late_tasks_can_stay_unsaid_and_the_sum_still_holds() -> None:
    made = overview(rows(totals=MODEL), show_late=False, see_attachment=False)
    assert "滞后" not in made
    assert made.endswith("截至6月20日，已完成6项，其余28项正在推进。")


def test_no_late_task_is_said_as_such() -> None:
    totals = replace(MODEL, on_pace=28, late=0)
    made = overview(rows(totals=totals), show_late=True, see_attachment=False)
    assert made.endswith("达到序时进度28项，无滞后任务。")


def test_nothing_adopted_says_only_the_scope() -> None:
    made = overview(rows(totals=Totals(39, undecided=39)), show_late=True, see_attachment=False)
    assert made == "《工作要点》共39项任务，涉及我市0项；待定39项。"


def test_the_table_hides_what_the_text_hides() -> None:
    late = dossier(task(1, standing=Standing.LATE))
    assert standing_word(late, show_late=True) == "滞后"
    assert standing_word(late, show_late=False) == "正在推进"
    assert standing_word(dossier(task(1)), show_late=False) == "正在推进"
    assert standing_word(dossier(outside(2)), show_late=True) == ""
    undecided = dossier(task(3, role=Adoption.UNDECIDED, standing=None))
    assert standing_word(undecided, show_late=True) == "待定"


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_every_shown_number_is_one_of_the_totals(
    done: int, pace: int, late: int, show: bool
) -> None:
    totals = Totals(tasks=50, own=done + pace + late, done=done, on_pace=pace, late=late)
    made = overview(rows(totals=totals), show_late=show, see_attachment=False)
    assert f"涉及我市{done + pace + late}项" in made
    assert (f"已完成{done}项" in made) == bool(done)
    assert (f"滞后{late}项" in made) == bool(late and show)
