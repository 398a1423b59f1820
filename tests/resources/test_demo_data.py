"""The demo ledger's data agree with the plan, with themselves and with the model figures."""

from __future__ import annotations

import collections
import itertools

import pytest

import resources
from tests.resources.demo_data import (
    Row,
    adopted,
    entries,
    files,
    key,
    local_tasks,
    percent,
    plan_measures,
    read,
    standing,
    tasks,
)

ASSISTED = [4, 10, 16, 24, 25, 27, 29, 32, 36]
NOT_OURS = [11, 23, 30, 35, 37]


def all_measures() -> list[Row]:
    return [measure for task in [*tasks(), *local_tasks()] for measure in task["measures"]]


def dates_of(task: Row) -> list[str]:
    return [row["said_on"] for row in task["statuses"]]


def test_every_sentence_of_the_plan_is_a_measure_of_the_demo() -> None:
    counted = {task["position"]: len(task["measures"]) for task in tasks()}
    assert counted == plan_measures()
    assert sum(counted.values()) == 108


def test_measures_are_numbered_by_task_and_place() -> None:
    for task in [*tasks(), *local_tasks()]:
        numbers = [measure["number"] for measure in task["measures"]]
        assert numbers == [f"{key(task)}.{place}" for place in range(1, len(numbers) + 1)]


def test_roles_are_25_own_9_assist_and_5_not_ours() -> None:
    by_role = collections.defaultdict(list)
    for task in tasks():
        by_role[task["role"]].append(task["position"])
    assert len(by_role["own"]) == 25
    assert by_role["assist"] == ASSISTED
    assert by_role["none"] == NOT_OURS


def test_82_measures_are_adopted() -> None:
    ours = [row for task in adopted() for row in task["measures"] if row["role"] != "none"]
    assert len(ours) == 82


def test_what_is_not_ours_says_why_and_what_is_ours_has_its_own_words() -> None:
    for row in [*tasks(), *all_measures()]:
        assert bool(row["reason"]) == (row["role"] == "none")
        assert bool(row["local_text"]) == (row["role"] != "none")
    assert all(len(task["local_text"]) <= 120 for task in tasks())


def test_short_titles_are_all_different() -> None:
    titles = [task["short_title"] for task in [*tasks(), *local_tasks()]]
    assert len(set(titles)) == len(titles) == 41


def test_local_tasks_carry_out_tasks_that_are_ours() -> None:
    ours = {task["position"] for task in adopted()}
    for task in local_tasks():
        assert task["carries_out"]
        assert set(task["carries_out"]) <= ours


def test_sections_and_people_are_known() -> None:
    bureau = read("bureau.json")
    sections = {row["short_name"] for row in bureau["sections"]}
    people = {row["name"]: row for row in bureau["people"]}
    leaders = {row["name"] for row in bureau["leaders"]}
    assert {row["section"] for row in people.values()} == sections
    for task in [*adopted(), *local_tasks()]:
        for row in [task["assignment"], *task["measure_assignments"]]:
            assert row["leader"] in leaders
            assert {row["section"], *row["supporting_sections"]} <= sections
            assert people[row["person"]]["section"] == row["section"]
            assert people[row["handler"]]["phone"] == row["phone"]


def test_work_is_spread_over_eight_sections() -> None:
    assert len({task["assignment"]["section"] for task in adopted()}) == 8


def test_entries_come_from_the_section_in_charge() -> None:
    charge = {}
    for task in [*adopted(), *local_tasks()]:
        charge[key(task), None] = task["assignment"]["section"]
        for row in task["measure_assignments"]:
            charge[key(task), row["number"]] = row["section"]
    section = {row["name"]: row["section"] for row in read("bureau.json")["people"]}
    for entry in entries():
        assert entry["section"] == charge[entry["task"], entry["measure"]]
        assert section[entry["reporter"]] == section[entry["reviewer"]] == entry["section"]


@pytest.mark.parametrize("day", ["2021-06-20", "2021-06-25"])
def test_state_is_6_done_25_on_pace_3_late(day: str) -> None:
    states = {task["position"]: standing(task, entries(), day) for task in adopted()}
    assert collections.Counter(states.values()) == {"done": 6, "on pace": 25, "late": 3}
    assert [task for task, state in states.items() if state == "late"] == [9, 12, 33]


def test_the_extended_task_was_late_before_the_extension_only() -> None:
    (extended,) = [task for task in adopted() if task["extension"]]
    assert extended["extension"]["old_due"] == extended["assignment"]["due_on"]
    assert standing(extended, entries(), "2021-05-25") == "late"
    assert standing(extended, entries(), "2021-05-26") == "on pace"
    assert standing(extended | {"extension": None}, entries(), "2021-06-20") == "late"


def test_percent_never_falls_except_after_a_return() -> None:
    returned = {
        key(task): row["said_on"]
        for task in adopted()
        for row in task["statuses"]
        if row["status"] == "returned"
    }
    fell = set()
    for task in [*adopted(), *local_tasks()]:
        own = [row for row in entries() if row["task"] == key(task)]
        own.sort(key=lambda row: row["reported_on"])
        for before, after in itertools.pairwise(own):
            if after["percent"] < before["percent"]:
                fell.add(key(task))
                said = returned.get(key(task), "")
                assert before["reported_on"] < said < after["reported_on"]
    assert fell == set(returned) == {17}


def test_sections_that_report_on_one_task_say_one_percent_and_status() -> None:
    said = collections.defaultdict(set)
    for row in entries():
        said[row["period"], row["task"]].add((row["percent"], row["status"]))
    assert all(len(values) == 1 for values in said.values())


def test_done_tasks_have_every_adopted_measure_ticked_by_then() -> None:
    for task in adopted():
        done = [row["said_on"] for row in task["statuses"] if row["status"] == "completed"]
        if standing(task, entries(), "2021-06-20") == "done":
            ours = [row for row in task["measures"] if row["role"] != "none"]
            assert all(row["ticked_on"] and row["ticked_on"] <= done[-1] for row in ours)
            assert percent(task, entries(), "2021-06-20") == 100


def test_one_task_is_ready_and_not_yet_said_to_be_done() -> None:
    ready = [
        task["position"]
        for task in adopted()
        if all(row["ticked_on"] for row in task["measures"] if row["role"] != "none")
        and standing(task, entries(), "2021-06-20") != "done"
    ]
    assert ready == [34]


def test_statuses_are_dated_in_order_and_say_what_they_must() -> None:
    for task in adopted():
        assert dates_of(task) == sorted(dates_of(task))
        for row in task["statuses"]:
            assert row["status"] != "completed" or row["proof"]
            assert row["status"] not in ("closed",) or row["checker"]
            assert row["status"] != "returned" or (row["reason"] and row["checker"])


def test_an_entry_says_no_status_once_the_task_is_done_or_returned() -> None:
    ended = {
        key(task): min(
            row["said_on"] for row in task["statuses"] if row["status"] not in ("doing", "ongoing")
        )
        for task in adopted()
        if {row["status"] for row in task["statuses"]} - {"doing", "ongoing"}
    }
    for row in entries():
        said = row["task"] in ended and row["reported_on"] >= ended[row["task"]]
        assert (row["status"] is None) == said


def test_60_notes_lie_on_adopted_tasks_and_leaders_speak_in_instructions() -> None:
    notes = read("notes.json")
    leaders = {row["name"] for row in read("bureau.json")["leaders"]}
    people = {row["name"] for row in read("bureau.json")["people"]}
    ours = {task["position"] for task in adopted()}
    numbers = {row["number"] for row in all_measures()}
    assert len(notes) == len({row["text"] for row in notes}) == 60
    for row in notes:
        assert row["task"] in ours
        assert row["measure"] is None or row["measure"] in numbers
        assert row["author"] in leaders | people
        assert row["kind"] == "note" or row["author"] in leaders
        assert "2021-03-08" < row["dated_on"] <= "2021-06-20"


def test_25_small_files_and_some_paper_originals_prove_the_work() -> None:
    evidence = read("evidence.json")
    named = sorted(row["file"] for row in evidence if row["file"])
    assert named == [f"files/{file.name}" for file in files()]
    assert len(named) == 25
    assert all(0 < file.stat().st_size < 40_000 for file in files())
    assert all(bool(row["file"]) != bool(row["place"]) for row in evidence)
    assert sum(1 for row in evidence if row["place"]) >= 3


def test_text_files_are_marked_as_examples() -> None:
    for file in files():
        if file.suffix in (".txt", ".csv"):
            assert "示例" in file.read_text(encoding="utf-8-sig")


def test_table_files_add_up() -> None:
    for file in files():
        if file.suffix != ".csv":
            continue
        rows = [line.split(",") for line in file.read_text(encoding="utf-8-sig").splitlines()][:-1]
        if rows[-1][0] == "合计":
            for column in range(1, len(rows[0])):
                numbers = [int(row[column]) for row in rows[1:]]
                assert sum(numbers[:-1]) == numbers[-1]


def test_everything_lies_inside_the_package() -> None:
    assert resources.path("demo/bureau.json").is_file()
