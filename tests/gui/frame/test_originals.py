"""文件 → 另存工作要点原件: the files that the shown plan came as."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.frame import originals
from gui.main_window import MainWindow
from models import queries
from tests.gui.conftest import Office


def choose(window: MainWindow) -> None:
    actions = window.menus.file.recent.parent().actions()
    next(each for each in actions if "原件" in each.text()).trigger()


def test_the_original_of_the_plan_is_written_out_as_it_was_kept(
    window: MainWindow, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "ask_folder", lambda *_: tmp_path / "原件")
    choose(window)
    kept = office.desk.ledger.ask(queries.plan_evidence, 1)
    assert kept
    wanted = dict(office.desk.ledger.ask(queries.evidence_content, row.id) for row in kept)
    found = {file.name: file.read_bytes() for file in (tmp_path / "原件").iterdir()}
    assert found == wanted


def test_a_folder_that_cannot_be_written_is_said_and_nothing_else_happens(
    window: MainWindow, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("不是文件夹", encoding="utf-8")
    monkeypatch.setattr(originals, "ask_folder", lambda *_: blocked)
    refused: list[str] = []
    office.bus.refused.connect(refused.append)
    choose(window)
    assert len(refused) == 1
    assert blocked.read_text(encoding="utf-8") == "不是文件夹"


def test_nobody_is_asked_for_a_folder_where_no_original_was_kept(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "plan_evidence", lambda _: ())
    monkeypatch.setattr(originals, "ask_folder", lambda *_: pytest.fail("asked"))
    told: list[str] = []
    office.bus.told.connect(told.append)
    choose(window)
    assert told == ["这份工作要点没有留存原件，没有写出文件。"]
