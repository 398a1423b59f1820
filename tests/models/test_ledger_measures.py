from __future__ import annotations

import datetime as dt

import pytest

from models import commands, queries
from models.commands import EntryDraft
from models.errors import KnownError
from models.periods import Period
from models.rules import Adoption
from tests.models.factory import H1, TODAY, Office, actor

MAY = dt.date(2021, 5, 10)
MARCH = dt.date(2021, 3, 20)


def numbers(office: Office, label: str = "1", day: dt.date = TODAY) -> list[tuple[str, str, bool]]:
    rows = office.ledger.ask(queries.measures, office.plan, day)[office.task(label).id]
    return [(row.number, row.wording, row.ticked) for row in rows]


def tick(office: Office, number: str, day: dt.date = TODAY) -> None:
    office.do(commands.tick, office.measure(number).id, day=day)


def test_a_ticked_measure_split_leaves_both_ticked(busy: Office) -> None:
    tick(busy, "1.1", MAY)
    busy.do(commands.split_measure, busy.measure("1.1").id, ["修订办法。", "", "报省局备案。"])
    assert numbers(busy) == [
        ("1.1", "修订办法。", True),
        ("1.2", "报省局备案。", True),
        ("1.3", "组织宣传。", False),
    ]
    assert busy.measure("1.2").ticked_on == MAY
    assert busy.measure("1.1").text == "修订《商户管理办法》,报省局备案。"


def test_an_unticked_measure_split_leaves_none_ticked(busy: Office) -> None:
    busy.do(commands.split_measure, busy.measure("1.1").id, ["甲。", "乙。"])
    assert [ticked for _, _, ticked in numbers(busy)] == [False, False, False]


def test_a_piece_keeps_role_reason_and_who_does_it(busy: Office) -> None:
    measure, section = busy.measure("1.1"), busy.section("法规科")
    busy.do(commands.adopt_measures, [measure.id], Adoption.ASSIST)
    draft = commands.AssignmentDraft(section_id=section)
    busy.do(commands.assign_measure, measure.id, draft)
    busy.do(commands.split_measure, measure.id, ["甲。", "乙。"])
    piece = busy.measure("1.2")
    assert piece.role is Adoption.ASSIST
    detail = busy.ledger.ask(queries.task_detail, busy.task("1").id, TODAY)
    assert {(row.measure_id, row.section) for row in detail.measure_assignments} == {
        (measure.id, "法规科"),
        (piece.id, "法规科"),
    }


def test_the_pieces_of_what_is_not_ours_keep_saying_why(busy: Office) -> None:
    measure = busy.measure("1.1").id
    busy.do(commands.adopt_measures, [measure], Adoption.NONE, "我市没有")
    busy.do(commands.split_measure, measure, ["甲。", "乙。"])
    for number in ("1.1", "1.2"):
        piece = busy.measure(number)
        assert (piece.role, piece.reason) == (Adoption.NONE, "我市没有")


@pytest.mark.parametrize("pieces", [[], ["只有一条。"], ["一条。", " \n"]])
def test_a_split_wants_two_pieces(busy: Office, pieces: list[str]) -> None:
    with pytest.raises(KnownError, match="至少要有两条"):
        busy.do(commands.split_measure, busy.measure("1.1").id, pieces)


@pytest.mark.parametrize(
    ("ticked", "expected"), [(["1.1", "1.2"], True), (["1.1"], False), (["1.2"], False)]
)
def test_a_merged_measure_is_ticked_only_if_all_were(
    busy: Office, ticked: list[str], expected: bool
) -> None:
    for number in ticked:
        tick(busy, number)
    ids = [busy.measure("1.2").id, busy.measure("1.1").id]
    busy.do(commands.merge_measures, ids)
    assert numbers(busy) == [("1.1", "修订《商户管理办法》,报省局备案。组织宣传。", expected)]


def test_a_merged_measure_was_done_when_the_last_of_them_was(busy: Office) -> None:
    tick(busy, "1.1", MARCH)
    tick(busy, "1.2", MAY)
    busy.do(commands.merge_measures, [busy.measure("1.1").id, busy.measure("1.2").id])
    assert busy.measure("1.1").ticked_on == MAY
    assert not busy.measure("1.1", day=MAY - dt.timedelta(days=1)).ticked


def test_a_merged_measure_carries_what_all_of_them_promised(busy: Office) -> None:
    busy.do(commands.merge_measures, [busy.measure("3.1").id, busy.measure("3.2").id])
    merged = busy.measure("3.1")
    assert [target.label for target in merged.targets] == ["示范学校"]
    assert [each.name for each in merged.deliverables] == ["现场会"]
    again = busy.do(commands.merge_measures, [busy.measure("2.1").id, busy.measure("2.2").id])
    assert again.label == "合并 2.1等2条"
    target = busy.measure("2.1").targets[0]
    change = busy.do(commands.set_local_target, target.id, 2)
    assert change.label == "本地目标 2.1"
    assert busy.measure("2.1").targets[0].local_target == 2


def test_measures_of_two_tasks_or_two_roles_are_not_merged(busy: Office) -> None:
    with pytest.raises(KnownError, match="同一任务"):
        busy.do(commands.merge_measures, [busy.measure("1.1").id, busy.measure("2.1").id])
    busy.do(commands.adopt_measures, [busy.measure("1.2").id], Adoption.NONE, "省局办理")
    with pytest.raises(KnownError, match="承接相同"):
        busy.do(commands.merge_measures, [busy.measure("1.1").id, busy.measure("1.2").id])
    with pytest.raises(KnownError, match="至少要选两条"):
        busy.do(commands.merge_measures, [busy.measure("1.1").id] * 2)


def test_a_measure_merged_away_is_not_worked_on_any_more(busy: Office) -> None:
    gone = busy.measure("1.2").id
    busy.do(commands.merge_measures, [busy.measure("1.1").id, gone])
    with pytest.raises(KnownError, match="已并入另一条"):
        busy.do(commands.tick, gone)


def test_measures_are_moved_among_their_own(busy: Office) -> None:
    busy.do(commands.add_measure, busy.task("1").id, "丙。")
    busy.do(commands.move_measure, busy.measure("1.3").id, 1)
    assert numbers(busy)[0][1] == "丙。"
    busy.do(commands.move_measure, busy.measure("1.1").id, 99)
    assert numbers(busy)[-1][1] == "丙。"


def test_only_a_bare_measure_of_our_own_is_removed(busy: Office) -> None:
    with pytest.raises(KnownError, match=r"1\.1是印发的举措，不能删除"):
        busy.do(commands.remove_measure, busy.measure("1.1").id)
    own = busy.do(commands.add_measure, busy.task("1").id, "丙。").new_id or 0
    busy.do(commands.add_note, "有话。", measure_id=own)
    with pytest.raises(KnownError, match=r"1\.3下有记录"):
        busy.do(commands.remove_measure, own)
    with pytest.raises(KnownError, match="举措内容不能为空"):
        busy.do(commands.localise_measure, own, "")


def test_a_tick_is_dated_and_taken_away_again(busy: Office) -> None:
    tick(busy, "1.1", MAY)
    measure = busy.measure("1.1")
    assert (measure.ticked_on, measure.ticked_by) == (MAY, "甲办事员")
    assert not busy.measure("1.1", day=MARCH).ticked
    with pytest.raises(KnownError, match=r"1\.1已经勾选"):
        tick(busy, "1.1")
    busy.do(commands.tick, measure.id, ticked=False)
    assert not busy.measure("1.1").ticked
    assert busy.measure("1.1", day=MAY).ticked
    with pytest.raises(KnownError, match="没有勾选"):
        busy.do(commands.tick, measure.id, ticked=False)


def test_an_unticking_dated_too_early_still_counts(busy: Office) -> None:
    tick(busy, "1.1")
    busy.do(commands.tick, busy.measure("1.1").id, ticked=False, on=MARCH)
    assert not busy.measure("1.1").ticked


def test_a_day_to_come_is_no_day_to_tick_on(busy: Office) -> None:
    with pytest.raises(KnownError, match="2021年6月21日还没有到"):
        busy.do(commands.tick, busy.measure("1.1").id, on=dt.date(2021, 6, 21))


def test_only_what_is_adopted_is_ticked(office: Office) -> None:
    with pytest.raises(KnownError, match="还不是本单位承接的举措"):
        tick(office, "1.1")


def test_a_task_is_ready_when_all_adopted_measures_are_ticked_and_nobody_said_done(
    busy: Office,
) -> None:
    busy.do(commands.adopt_measures, [busy.measure("1.2").id], Adoption.NONE, "省局办理")
    assert not busy.task("1").ready
    tick(busy, "1.1")
    assert busy.task("1").ready
    assert (busy.task("1").percent, busy.task("1").percent_proposed) == (100.0, True)
    busy.do(commands.complete, busy.task("1").id)
    assert not busy.task("1").ready


def test_a_target_has_the_provinces_number_ours_and_what_was_reached(busy: Office) -> None:
    target = busy.measure("3.1").targets[0]
    busy.do(commands.set_local_target, target.id, 2)
    busy.do(commands.set_target_value, target.id, H1, 1)
    shown = busy.measure("3.1").targets[0]
    assert (shown.low, shown.unit, shown.local_target) == (30, "所", 2)
    assert shown.values == (("2021-H1", 1),)


def test_a_value_corrected_later_leaves_what_was_said_before(busy: Office) -> None:
    target = busy.measure("3.1").targets[0].id
    busy.do(commands.set_target_value, target, H1, 1, day=MAY)
    busy.do(commands.set_target_value, target, H1, 3, day=MAY)
    busy.do(commands.set_target_value, target, H1, 4)
    assert busy.measure("3.1").targets[0].values == (("2021-H1", 4),)
    assert busy.measure("3.1", day=MAY).targets[0].values == (("2021-H1", 3),)
    busy.do(commands.set_target_value, target, H1, None)
    busy.do(commands.set_target_value, target, Period.parse("2021-05"), None)
    assert busy.measure("3.1").targets[0].values == ()
    assert busy.measure("3.1", day=MAY).targets[0].values == (("2021-H1", 3),)


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf"), 1e16])
def test_a_value_that_is_no_amount_is_refused(busy: Office, value: float) -> None:
    target = busy.measure("3.1").targets[0].id
    for verb, args in ((commands.set_local_target, ()), (commands.set_target_value, (H1,))):
        with pytest.raises(KnownError, match="不小于零的数"):
            busy.do(verb, target, *args, value)


def test_what_was_reported_on_a_merged_measure_is_found_at_the_first_or_at_the_task(
    busy: Office,
) -> None:
    task = busy.task("1").id
    busy.do(commands.add_measure, task, "办第三件事。")
    first, second, third = (busy.measure(f"1.{number}").id for number in (1, 2, 3))
    for measure_id, words in ((second, "乙。"), (third, "丙。")):
        busy.do(commands.write_progress, task, H1, EntryDraft(text=words), measure_id)
    busy.do(commands.merge_measures, [first, second, third])

    def places() -> list[tuple[int | None, str]]:
        entries = busy.ledger.ask(queries.task_detail, task, TODAY).entries
        return sorted((each.measure_id or 0, each.wording) for each in entries)

    assert places() == [(0, "丙。"), (first, "乙。")]
    busy.ledger.undo(actor())
    assert places() == [(second, "乙。"), (third, "丙。")]


def test_a_percentage_of_one_measure_never_becomes_the_tasks_by_a_merge(busy: Office) -> None:
    task = busy.task("1").id
    first, second = (busy.measure(f"1.{number}").id for number in (1, 2))
    for measure_id, percent in ((first, 20.0), (second, 90.0)):
        busy.do(commands.write_progress, task, H1, EntryDraft(percent=percent), measure_id)
    before = busy.task("1").percent
    busy.do(commands.merge_measures, [first, second])
    entries = busy.ledger.ask(queries.task_detail, task, TODAY).entries
    assert [each.measure_id for each in entries] == [first, second]
    assert busy.task("1").percent == before


def test_a_merged_measure_keeps_all_its_issued_words_beside_the_bureaus(busy: Office) -> None:
    first, second = busy.measure("1.1"), busy.measure("1.2")
    busy.do(commands.merge_measures, [first.id, second.id])
    busy.do(commands.localise_measure, first.id, "一并办理。")
    merged = busy.measure("1.1")
    assert (merged.text, merged.wording) == (first.text + second.text, "一并办理。")
    # Without words of the bureau's own it is called as it was issued, the whole of it.
    busy.do(commands.localise_measure, first.id, "")
    assert busy.measure("1.1").wording == first.text + second.text
