"""A plan that is issued anew: what changed is taken over, and nothing that was done is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import commands, queries
from models.commands import SourceFile
from models.errors import KnownError
from models.intake.draft import ItemDraft, MeasureDraft, PartDraft, PlanDraft, TaskDraft
from models.rules import Adoption
from tests.models.factory import TODAY, Office, actor, measure, small_plan, task


def revised(*changed: TaskDraft, without: int = 0) -> PlanDraft:
    """The small plan with some of its tasks reworded, further ones added, or one gone."""
    plan, news = small_plan(), {each.position: each for each in changed}
    parts: list[PartDraft] = []
    for part in plan.parts:
        items = tuple(replace(item, tasks=_of(item.tasks, news, without)) for item in part.items)
        parts.append(replace(part, items=items, tasks=_of(part.tasks, news, without)))
    added = tuple(news.values())
    last = replace(parts[-1], items=(*parts[-1].items, ItemDraft("（四）", "新增。", "", added)))
    return replace(plan, parts=(*parts[:-1], last) if added else tuple(parts))


def _of(
    tasks: tuple[TaskDraft, ...], news: dict[int, TaskDraft], without: int
) -> tuple[TaskDraft, ...]:
    kept = (each for each in tasks if each.position != without)
    return tuple(news.pop(each.position, each) for each in kept)


THIRD = task(
    3,
    "建设示范学校。新增示范学校40所。召开现场会。印发通报。",
    measure("3.1", "新增示范学校40所。"),
    measure("3.2", "召开现场会。"),
    measure("3.3", "印发通报。"),
)
SIXTH = task(6, "举办知识产权宣传周。", measure("6.1", "举办知识产权宣传周。"))


def test_the_same_number_or_nearly_the_same_text_is_recognised(office: Office) -> None:
    same = office.ledger.ask(queries.recognised_plan, small_plan())
    assert same is not None
    assert (same.plan.id, same.changes) == (office.plan, ())
    unnumbered = replace(revised(THIRD), document_number="")
    found = office.ledger.ask(queries.recognised_plan, unnumbered)
    assert found is not None
    assert [(step.course, step.label, step.what) for step in found.changes] == [
        ("changed", "3", ("内容", "完成时限", "举措"))
    ]
    other = replace(small_plan("别发〔2021〕3号"), parts=(), tasks=(SIXTH,))
    assert office.ledger.ask(queries.recognised_plan, other) is None


def test_the_plan_of_the_next_year_is_another_plan(office: Office) -> None:
    later = replace(small_plan("示监发〔2022〕1号"), title="2022年示例省工作要点")
    assert office.ledger.ask(queries.recognised_plan, later) is None


def test_what_changed_is_taken_over_and_progress_stays(office: Office) -> None:
    office.adopt()
    before = office.task("3")
    office.report("3", percent=40.0)
    office.do(commands.tick, office.measure("3.2").id)
    ticked = office.measure("3.2").id
    change = office.do(
        commands.revise_plan, office.plan, revised(THIRD), None, SourceFile("修订.txt", b"2")
    )
    after = office.task("3")
    assert (after.id, after.text, after.percent) == (before.id, THIRD.text, 40.0)
    assert (after.ticked_measures, after.adopted_measures) == (1, 3)
    assert office.measure("3.2").id == ticked
    assert change.tasks == {before.id}
    (former,) = office.ledger.ask(queries.former_tasks, before.id)
    assert (former.course, former.text) == ("changed", before.text)
    assert former.deadline_text == "2021年9月底前"
    assert former.measures == ("新增示范学校30所。", "召开现场会。")
    (kept,) = office.ledger.ask(queries.revisions, office.plan)
    assert (kept.changed, kept.added, kept.removed) == (1, 0, 0)
    assert kept.former_source == small_plan().source_text
    assert [row.file_name for row in office.ledger.ask(queries.plan_evidence, office.plan)] == [
        "修订.txt"
    ]


def test_a_local_target_stays_with_its_number(office: Office) -> None:
    school = office.measure("3.1").targets[0]
    office.do(commands.set_local_target, school.id, 3)
    reworded = replace(school_measure(), text="新增示范学校40所。")
    third = replace(THIRD, measures=(reworded, *THIRD.measures[1:]))
    office.do(commands.revise_plan, office.plan, revised(third))
    (target,) = office.measure("3.1").targets
    assert (target.id, target.low, target.local_target) == (school.id, 40, 3)


def school_measure() -> MeasureDraft:
    (found,) = (each for each in small_plan().all_tasks()[2].measures if each.targets)
    target = replace(found.targets[0], low=40, text="新增示范学校40所")
    return replace(found, targets=(target,))


def test_added_tasks_get_the_next_numbers_under_their_heading(office: Office) -> None:
    office.do(commands.revise_plan, office.plan, revised(SIXTH))
    added = office.task("6")
    items = {row.id: row for row in office.ledger.ask(queries.tree, office.plan, TODAY).items}
    assert (added.text, items[added.item_id or 0].title) == (SIXTH.text, "新增。")
    assert [office.task(str(n)).text for n in range(1, 6)] == [
        each.text for each in small_plan().all_tasks()
    ]


def test_a_task_that_is_gone_is_not_tracked_and_keeps_everything(office: Office) -> None:
    office.adopt()
    office.report("4", percent=50.0)
    office.do(commands.revise_plan, office.plan, revised(without=4))
    gone = office.task("4")
    assert (gone.withdrawn, gone.tracked, gone.percent, gone.light) == (True, False, 50.0, None)
    assert len(office.ledger.ask(queries.task_detail, gone.id, TODAY).entries) == 1
    assert office.ledger.ask(queries.tree, office.plan, TODAY).totals.tasks == 4
    with pytest.raises(KnownError, match="已在修订中删除"):
        office.do(commands.track, [gone.id])
    again = office.ledger.ask(queries.compare_with, office.plan, revised(without=4))
    assert again.changes == ()


def test_a_task_that_stands_there_again_is_tracked_again(office: Office) -> None:
    office.do(commands.revise_plan, office.plan, revised(without=4))
    found = office.ledger.ask(queries.compare_with, office.plan, small_plan())
    assert [(step.course, step.label) for step in found.changes] == [("added", "4")]
    office.do(commands.revise_plan, office.plan, small_plan())
    assert (office.task("4").withdrawn, office.task("4").tracked) == (False, True)
    courses = [each.course for each in office.ledger.ask(queries.former_tasks, office.task("4").id)]
    assert courses == ["restored", "removed"]


def test_only_what_was_chosen_is_applied(office: Office) -> None:
    draft = revised(THIRD, SIXTH, without=4)
    third = office.task("3").id
    office.do(commands.revise_plan, office.plan, draft, [(third, 3)])
    tree = office.ledger.ask(queries.tree, office.plan, TODAY)
    assert [row.label for row in tree.tasks if row.tracked] == list("12345")
    assert office.task("3").text == THIRD.text


def test_nothing_chosen_or_a_task_of_another_plan_is_refused(office: Office) -> None:
    other = office.do(commands.add_plan, small_plan("示监发〔2020〕9号")).new_id or 0
    strange = Office(office.ledger, other).task("1").id
    before = office.dump()
    for steps, words in (
        ([], "没有选中"),
        ([(strange, 1)], "不是这份"),
        ([(None, 99)], "没有这一项"),
    ):
        with pytest.raises(KnownError, match=words):
            office.do(commands.revise_plan, office.plan, small_plan(), steps)
    assert office.dump() == before


def test_a_revision_is_one_change_that_can_be_taken_back(office: Office) -> None:
    office.adopt()
    office.do(commands.tick, office.measure("4.1").id)
    before = office.dump()
    draft = revised(replace(THIRD, measures=THIRD.measures[:1]), SIXTH, without=4)
    office.do(commands.revise_plan, office.plan, draft, None, SourceFile("a.txt", b"a"))
    after = office.dump()
    office.ledger.undo(actor())
    assert office.dump() == before
    office.ledger.redo(actor())
    assert office.dump() == after


def test_a_measure_that_is_gone_stays_as_our_own_when_something_hangs_on_it(
    office: Office,
) -> None:
    office.adopt()
    office.do(commands.tick, office.measure("3.2").id)
    shorter = replace(THIRD, measures=THIRD.measures[:1])
    office.do(commands.revise_plan, office.plan, revised(shorter))
    row = office.measure("3.2")
    assert (row.wording, row.issued, row.ticked) == ("召开现场会。", False, True)
    plain = replace(task(1, "修订管理办法。组织宣传。", measure("1.1", "组织宣传。")))
    office.do(commands.revise_plan, office.plan, revised(plain))
    measures = office.ledger.ask(queries.measures, office.plan, TODAY)[office.task("1").id]
    assert [each.text for each in measures] == ["组织宣传。"]


def test_a_heading_that_is_reworded_is_the_same_one(office: Office) -> None:
    before = office.ledger.ask(queries.tree, office.plan, TODAY)
    plan = small_plan()
    first = replace(plan.parts[0], title="进一步健全制度", text="进一步健全制度")
    new = PartDraft("二", "强化保障", "强化保障", (SIXTH,))
    last = replace(plan.parts[1], number="三")
    draft = replace(plan, parts=(first, new, last))
    office.do(commands.revise_plan, office.plan, draft, [(None, 6), (office.task("1").id, 1)])
    after = office.ledger.ask(queries.tree, office.plan, TODAY)
    assert [part.title for part in after.parts] == ["进一步健全制度", "强化保障", "加强监管"]
    assert after.parts[0].id == before.parts[0].id
    assert {item.id for item in after.items} == {item.id for item in before.items}


SENTENCES = (
    "修订商户管理办法。",
    "修订商户管理办法，报省局备案。",
    "建设示范学校30所。",
    "建设示范学校40所。",
    "监测网店，编写月报。",
    "举办知识产权宣传周。",
)
texts = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), max_size=5)


def plan_of(tasks: list[list[str]], headings: int) -> PlanDraft:
    """A plan of these tasks in some parts, one measure a sentence."""
    parts: list[list[TaskDraft]] = [[] for _ in range(headings)]
    for place, sentences in enumerate(tasks, 1):
        measures = [measure(f"{place}.{n}", text) for n, text in enumerate(sentences, 1)]
        parts[place % headings].append(task(place, "".join(sentences), *measures))
    return PlanDraft(
        title="要点",
        parts=tuple(
            PartDraft(str(n), f"部分{n}", f"部分{n}", tuple(part)) for n, part in enumerate(parts)
        ),
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts.filter(bool), texts, st.integers(1, 3), st.integers(1, 3), st.booleans())
def test_any_plan_can_become_any_other(
    office: Office,
    old: list[list[str]],
    new: list[list[str]],
    headings: int,
    others: int,
    ticked: bool,
) -> None:
    plan = Office(office.ledger, office.do(commands.add_plan, plan_of(old, headings)).new_id or 0)
    if ticked:
        plan.do(commands.adopt, [plan.task("1").id], Adoption.OWN)
        plan.do(commands.tick, plan.measure("1.1").id)
    before = plan.dump()
    draft = plan_of(new, others)
    change = plan.do(commands.revise_plan, plan.plan, draft)
    kept = plan.ledger.ask(queries.draft_of, plan.plan)
    assert sorted(each.text for each in kept.all_tasks()) == sorted(
        each.text for each in draft.all_tasks()
    )
    issued = {each.text: sorted(m.text for m in each.measures) for each in kept.all_tasks()}
    wanted = {each.text: sorted(m.text for m in each.measures) for each in draft.all_tasks()}
    assert issued == wanted
    assert plan.ledger.ask(queries.compare_with, plan.plan, draft).changes == ()
    assert plan.ledger.integrity_problems() == ()
    if change.id:
        plan.ledger.undo(actor())
        assert plan.dump() == before
