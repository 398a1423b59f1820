"""`task progress`, `extend`, `complete`, `close` and `send-back`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Commands


@pytest.fixture
def own(run: Commands) -> Commands:
    """A ledger in which task 4 is the bureau's."""
    run("task", "adopt", "4", "--role", "own")
    return run


def shown(run: Commands) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("task", "show", "4", "--json").out)
    return answer


def test_progress_keeps_what_was_said(own: Commands) -> None:
    words = ("--status", "doing", "--percent", "60", "--text", "开展调研。")
    more = ("--problems", "人手不足。", "--next", "形成报告。")
    done = own("task", "progress", "4", "--period", "2021-H1", *words, *more)
    assert (done.code, done.out) == (0, "填报 4（2021年上半年）\n")
    task = shown(own)
    (entry,) = task["entries"]
    assert entry["original_text"] == "开展调研。"
    assert entry["original_problems"] == "人手不足。"
    assert entry["original_next"] == "形成报告。"
    assert (task["status"], task["percent"]) == ("doing", 60)


def test_progress_can_be_of_one_measure(own: Commands) -> None:
    assert own("task", "progress", "4.1", "--period", "2021-06", "--text", "已调研。").code == 0
    assert len(shown(own)["entries"]) == 1


def test_progress_of_nothing_is_refused(own: Commands) -> None:
    done = own("task", "progress", "4", "--period", "2021-H1")
    assert done.code == 1
    assert shown(own)["entries"] == []


def test_a_task_that_nobody_adopted_has_no_progress(run: Commands) -> None:
    done = run("task", "progress", "4", "--period", "2021-H1", "--text", "开展调研。")
    assert done.code == 1
    assert "承接" in done.err


@pytest.mark.parametrize("percent", ["-1", "101", "nan"])
def test_a_percentage_that_cannot_be_is_refused(own: Commands, percent: str) -> None:
    done = own("task", "progress", "4", "--period", "2021-H1", f"--percent={percent}")
    assert done.code == 1
    assert shown(own)["entries"] == []


def test_every_extension_is_kept_with_who_agreed(own: Commands) -> None:
    words = ("--reason", "专家未到位", "--agreed-by", "王局长", "--agreed-on", "2021-06-20")
    own("task", "assign", "4", "--due", "2021-06-30")
    assert own("task", "extend", "4", "--to", "2021-09-30", *words).code == 0
    assert own("task", "extend", "4", "--to", "2021-10-31", "--reason", "再延一月").code == 0
    extensions = shown(own)["extensions"]
    assert [each["new_due"] for each in extensions] == ["2021-09-30", "2021-10-31"]
    assert extensions[0]["agreed_by"] == "王局长"


def test_done_accepted_and_sent_back_are_said_in_turn(own: Commands) -> None:
    assert own("task", "close", "4", "--checker", "赵五").code == 1
    assert own("task", "complete", "4", "--on", "2021-06-18", "--proof", "报告已印发").code == 0
    assert own("task", "close", "4", "--checker", "赵五").code == 0
    assert shown(own)["status"] == "closed"
    assert own("task", "send-back", "4", "--reason", "缺少附件").code == 0
    task = shown(own)
    assert (task["status"], task["status_reason"]) == ("returned", "缺少附件")
    assert [each["status"] for each in task["statuses"]] == ["completed", "closed", "returned"]
