from __future__ import annotations

import pytest

from models import commands, queries
from models.commands import EvidenceDraft
from models.hits import SearchHit
from tests.models.factory import Office, small_plan


def search(office: Office, text: str, limit: int = 200) -> list[tuple[str, str]]:
    hits = office.ledger.ask(queries.search, office.plan, text, limit)
    return [(hit.kind, hit.label) for hit in hits]


@pytest.fixture
def worked(busy: Office) -> Office:
    """Something to find of every kind."""
    busy.report("1", text="召开座谈会。", problems="经费未到位", next_steps="争取预算")
    busy.do(commands.add_note, "与工商联电话商定。", task_id=busy.task("2").id, author="张局长")
    busy.do(commands.add_note, "全年要点的批示。", plan_id=busy.plan, kind="instruction")
    draft = EvidenceDraft("合影", measure_id=busy.measure("3.2").id, place="7号盒")
    busy.do(commands.attach, draft)
    busy.do(commands.localise_task, busy.task("4").id, local_text="监测本市直播间。")
    busy.do(commands.localise_measure, busy.measure("4.2").id, "每月编发简报。")
    return busy


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("专项行动", "task", "2"),
        ("直播间", "task", "4"),
        ("简报", "measure", "4.2"),
        ("座谈会", "progress", "1"),
        ("经费未到位", "progress", "1"),
        ("争取预算", "progress", "1"),
        ("工商联", "note", "2"),
        ("张局长", "note", "2"),
        ("全年要点", "note", ""),
        ("合影", "evidence", "3.2"),
        ("7号盒", "evidence", "3.2"),
    ],
)
def test_everything_that_was_written_is_found(
    worked: Office, text: str, kind: str, label: str
) -> None:
    assert search(worked, text) == [(kind, label)]


def test_a_hit_says_where_it_is_and_what_matched(worked: Office) -> None:
    task = worked.task("3").id
    hits = worked.ledger.ask(queries.search, worked.plan, "合影")
    measure = worked.measure("3.2").id
    assert hits == (SearchHit("evidence", task, measure, "3.2", "合影", (0, 2), hits[0].row_id),)
    assert worked.ledger.ask(queries.search, worked.plan, "要点的批示")[0].task_id is None


@pytest.mark.parametrize("text", ["%", "_", "专_行动", "专%行动", "\\", "*", "?"])
def test_wildcards_mean_themselves(worked: Office, text: str) -> None:
    assert search(worked, text) == []
    task = worked.task("5").id
    worked.do(commands.add_note, f"完成率{text}。", task_id=task)
    assert search(worked, text) == [("note", "5")]


@pytest.mark.parametrize(
    "text", ["《商户管理办法》，报省局", "《商户管理办法》,报省局", " 《商户管理办法》， 报省局 "]
)
def test_marks_are_found_as_received_and_as_shown(worked: Office, text: str) -> None:
    """Received with a half-width comma, shown with a full-width one."""
    assert ("task", "1") in search(worked, text)


@pytest.mark.parametrize("text", ["gb/t 9704", "GB/T9704", "ＧＢ／Ｔ　９７０４"])
def test_width_case_and_blanks_make_no_difference(worked: Office, text: str) -> None:
    worked.do(commands.add_note, "按GB/T 9704排版。", task_id=worked.task("5").id)
    assert search(worked, text) == [("note", "5")]


def test_quotes_of_either_kind_find_the_same(worked: Office) -> None:
    worked.do(commands.add_note, "开展“护航”行动。", task_id=worked.task("5").id)
    for text in ('"护航"', "“护航”", "“ 护航”"):
        assert search(worked, text) == [("note", "5")]


@pytest.mark.parametrize("text", ["", "  ", "\u3000", "\n"])
def test_nothing_finds_nothing(worked: Office, text: str) -> None:
    assert search(worked, text) == []


def test_hits_come_tasks_first_in_the_plans_order_up_to_the_limit(worked: Office) -> None:
    worked.do(commands.add_local_task, worked.plan, "本地的专项行动。")
    worked.do(commands.localise_task, worked.task("5").id, local_text="配合专项行动。")
    found = search(worked, "专项行动")
    assert found == [("task", "2"), ("task", "5"), ("task", "增1")]
    assert search(worked, "专项行动", limit=2) == found[:2]


def test_what_was_merged_away_is_found_once_where_it_is_now(worked: Office) -> None:
    ids = [worked.measure("1.1").id, worked.measure("1.2").id]
    worked.do(commands.merge_measures, ids)
    hits = worked.ledger.ask(queries.search, worked.plan, "组织宣传")
    assert [(hit.kind, hit.measure_id) for hit in hits] == [("task", None), ("measure", ids[0])]


def test_another_plan_is_another_search(worked: Office) -> None:
    other = worked.do(commands.add_plan, small_plan("示监发〔2022〕1号")).new_id or 0
    assert worked.ledger.ask(queries.search, other, "座谈会") == ()
    assert search(worked, "座谈会") == [("progress", "1")]


@pytest.mark.parametrize("words", ["3", "任务3", "第3项", " 任务 ３ "])
def test_a_number_finds_the_task_that_bears_it_first(worked: Office, words: str) -> None:
    hit = worked.ledger.ask(queries.search, worked.plan, words)[0]
    assert (hit.kind, hit.task_id, hit.label) == ("task", worked.task("3").id, "3")


def test_a_number_with_a_dot_finds_the_measure_and_an_unknown_one_nothing(worked: Office) -> None:
    (hit, *_) = worked.ledger.ask(queries.search, worked.plan, "3.2")
    assert (hit.kind, hit.row_id, hit.label) == ("measure", worked.measure("3.2").id, "3.2")
    for unknown in ("3.99", "3.0", "999", "增9"):
        assert not worked.ledger.ask(queries.search, worked.plan, unknown)
