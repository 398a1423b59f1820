"""Whatever is done to a draft, every character of its source stays accounted for."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake import read_pasted_plan
from models.intake.draft import PlanDraft
from models.intake.editing import facts, levels, order, texts
from models.intake.editing.history import Edit, History
from models.intake.editing.keeping import from_json, to_json
from models.intake.editing.outline import LEVELS, Outline, covered
from models.intake.editing.reading import outline_of
from models.intake.editing.writing import draft_of
from tests.models.intake import manners

Do = Callable[[Outline, int, int], Edit | None]
VERBS: dict[str, Do] = {
    "up": lambda outline, line, _: order.move(outline, line, -1),
    "down": lambda outline, line, _: order.move(outline, line, 1),
    "remove": lambda outline, line, _: order.remove(outline, line),
    "merge": lambda outline, line, _: texts.merge(outline, line),
    "split": lambda outline, line, much: texts.split(outline, line, much),
    "level": lambda outline, line, much: levels.set_level(outline, line, LEVELS[much % 5]),
    "raise": lambda outline, line, much: levels.stepped(outline, line, 1 - 2 * (much % 2)),
    "alone": lambda outline, line, much: levels.set_alone(outline, line, bool(much % 2)),
    "track": lambda outline, line, much: facts.set_tracked(outline, [line], bool(much % 2)),
    "words": lambda outline, line, much: texts.rename(outline, line, text="改写。" * (much % 3)),
    "place": lambda outline, _, much: (
        order.place_remark(outline, outline.remarks[much % len(outline.remarks)], LEVELS[much % 5])
        if outline.remarks
        else None
    ),
}
steps = st.lists(
    st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 400), st.integers(0, 60)), max_size=12
)


def after(history: History, verb: str, line: int, much: int) -> History:
    """The history after one more operation, the same where it cannot be done."""
    outline = history.present
    if not outline.entries:
        return history
    entry = outline.entries[line % len(outline.entries)]
    edit = VERBS[verb](outline, entry.id, much)
    return history if edit is None else history.after(edit)


def read(plan: PlanDraft) -> Outline:
    """The outline of a plan that was printed with labelled lines and read again."""
    text = manners.with_label_lines(plan) + "\n各地要认真落实本要点。"
    return outline_of(read_pasted_plan(text))


@settings(max_examples=60, deadline=None)
@given(manners.plans(rich=True), steps)
def test_everything_stays_accounted_for(
    plan: PlanDraft, wanted: list[tuple[str, int, int]]
) -> None:
    history = History(read(plan))
    whole = covered(history.present)
    assert whole == ((0, len(history.present.head.source_text)),)
    for step in wanted:
        history = after(history, *step)
        outline = history.present
        assert covered(outline) == whole
        assert len({entry.id for entry in outline.entries}) == len(outline.entries)
        assert history.undo_label or history.present is outline


@settings(max_examples=60, deadline=None)
@given(manners.plans(rich=True), steps)
def test_any_outline_is_a_draft_with_the_same_tasks(
    plan: PlanDraft, wanted: list[tuple[str, int, int]]
) -> None:
    history = History(read(plan))
    for step in wanted:
        history = after(history, *step)
    outline = history.present
    draft = draft_of(outline)
    tasks = draft.all_tasks()
    assert [task.position for task in tasks] == list(range(1, len(outline.positions) + 1))
    said = [entry for entry in outline.entries if entry.is_task]
    assert [task.text for task in tasks] == [entry.text for entry in said]
    measures = sum(entry.level == "measure" for entry in outline.entries)
    assert sum(len(task.measures) for task in tasks) <= measures
    everything = str(draft)
    assert all(repr(each.text)[1:-1] in everything for each in outline.entries)


@settings(max_examples=40, deadline=None)
@given(manners.plans(rich=True), steps)
def test_everything_can_be_undone_and_done_again(
    plan: PlanDraft, wanted: list[tuple[str, int, int]]
) -> None:
    first = history = History(read(plan))
    for step in wanted:
        history = after(history, *step)
    last = history.present
    while history.past:
        history, _ = history.undone()
    assert history.present == first.present
    while history.future:
        history, _ = history.redone()
    assert history.present == last


@settings(max_examples=60, deadline=None)
@given(manners.plans(rich=True))
def test_what_is_not_mended_is_the_same_draft(plan: PlanDraft) -> None:
    draft = read_pasted_plan(manners.with_label_lines(plan))
    assert draft_of(outline_of(draft)) == draft


@settings(max_examples=40, deadline=None)
@given(manners.plans(rich=True), steps)
def test_an_outline_that_was_kept_is_the_same_again(
    plan: PlanDraft, wanted: list[tuple[str, int, int]]
) -> None:
    history = History(read(plan))
    for step in wanted:
        history = after(history, *step)
    again = from_json(json.loads(json.dumps(to_json(history.present))))
    assert draft_of(again) == draft_of(history.present)
    assert covered(again) == covered(history.present)
