"""`check`: counts, standing, and what is wrong."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Commands


def test_a_sound_ledger_is_counted(demo: Commands) -> None:
    done = demo("check", date="2021-06-20")
    assert (done.code, done.err) == (0, "")
    assert "承接34项（主责25、配合9），不涉及5项，待定0项" in done.out
    assert "已完成6项，达到序时进度25项，滞后3项" in done.out
    assert "任务（含本地任务）  41" in done.out
    assert done.out.endswith("没有发现问题。\n")


def test_evidence_whose_bytes_have_changed_is_found(demo: Commands) -> None:
    with sqlite3.connect(demo.ledger) as ledger:
        ledger.execute(
            "UPDATE blob SET content = x'00' WHERE sha256 = (SELECT min(sha256) FROM blob)"
        )
    ledger.close()
    done = demo("check")
    assert done.code == 1
    assert "文件已损坏" in done.err
    assert "请" in done.err


def test_rows_that_point_at_nothing_are_found(run: Commands) -> None:
    with sqlite3.connect(run.ledger) as ledger:
        ledger.execute("DELETE FROM plan")
    ledger.close()
    done = run("check")
    assert done.code == 1
    assert "发现" in done.err
