"""Start and end of the program, faults, and the small things that stay with the machine."""

from __future__ import annotations

import datetime as dt
import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gui import app, faults
from gui.dialogs.no_ledger import NoLedgerDialog
from gui.frame.opening import OpeningDialog
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.start import Start
from models.errors import KnownError
from models.ledger import Ledger
from models.watching import tell
from tests.gui.conftest import DAY, open_at

# Before any test says that no dialog is expected.
_EXEC = QDialog.exec
ROOT = Path(__file__).resolve().parents[2]


def start_for(path: Path, folder: Path) -> Start:
    def create(target: Path) -> Ledger:
        return Ledger.create(target, now=dt.datetime(2021, 6, 25, 9))

    return Start(path, lambda: open_at(path), folder, open_at, create, "李思远", DAY)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a ledger may take long to open; nobody is there to look."""
    monkeypatch.setattr(app, "_PATIENCE", 60)


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """However the program ends, memory is tidied up again, as long as another window may follow."""
    yield
    assert gc.isenabled()


@pytest.fixture
def leave_at_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Close each window as soon as it is shown; the titles of the windows."""
    titles: list[str] = []
    show = MainWindow.show

    def shown(window: MainWindow) -> None:
        show(window)
        titles.append(window.windowTitle())
        QTimer.singleShot(50, window, window.close)

    monkeypatch.setattr(MainWindow, "show", shown)
    return titles


def test_the_program_runs_and_leaves_one_file(
    demo_made: Path, tmp_path: Path, leave_at_once: list[str], qapp: QApplication
) -> None:
    path = tmp_path / "台账.luoshi"
    path.write_bytes(demo_made.read_bytes())
    assert app.run(start_for(path, tmp_path / "own")) == 0
    assert leave_at_once == ["2021年四川省知识产权工作要点（台账.luoshi）"]
    assert {each.name for each in tmp_path.iterdir()} == {"台账.luoshi", "own"}


def test_a_ledger_that_does_not_open_is_a_sentence_and_other_ways(
    demo_made: Path,
    tmp_path: Path,
    leave_at_once: list[str],
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken, good = tmp_path / "坏.luoshi", tmp_path / "好.luoshi"
    broken.write_text("no ledger", encoding="utf-8")
    good.write_bytes(demo_made.read_bytes())
    said: list[str] = []

    def choose(dialog: NoLedgerDialog) -> int:
        said.append(dialog.sentence)
        dialog._take(good, open_at)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NoLedgerDialog, "exec", choose)
    assert app.run(start_for(broken, tmp_path / "own")) == 0
    assert "不是台账" in said[0]
    assert len(leave_at_once) == 1


def slow_start(path: Path, folder: Path, steps: int) -> Start:
    """A ledger that opens in `steps` steps, or until nobody waits any more."""
    start = start_for(path, folder)

    def make() -> Ledger:
        for done in range(steps):
            tell("正在升级", done, steps)
            time.sleep(0.02)
        return open_at(path)

    return replace(start, make=make)


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch, patience: None) -> list[tuple[str, int]]:
    """What the small window said while a ledger took its time; patience is short."""
    seen: list[tuple[str, int]] = []
    monkeypatch.setattr(app, "_PATIENCE", 0.05)
    monkeypatch.setattr(OpeningDialog, "exec", _EXEC)
    look = OpeningDialog.look

    def looked(dialog: OpeningDialog) -> None:
        look(dialog)
        seen.append((dialog.what.text(), dialog.bar.value()))

    monkeypatch.setattr(OpeningDialog, "look", looked)
    return seen


def test_a_ledger_that_takes_long_says_how_far_it_is(
    demo_made: Path,
    tmp_path: Path,
    leave_at_once: list[str],
    qapp: QApplication,
    waited: list[tuple[str, int]],
) -> None:
    path = tmp_path / "台账.luoshi"
    path.write_bytes(demo_made.read_bytes())
    assert app.run(slow_start(path, tmp_path / "own", 40)) == 0
    assert len(leave_at_once) == 1
    assert {what for what, _ in waited} == {"正在升级"}
    assert waited[-1][1] > waited[0][1]


def test_opening_can_be_given_up(
    demo_made: Path,
    tmp_path: Path,
    qapp: QApplication,
    waited: list[tuple[str, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "台账.luoshi"
    path.write_bytes(demo_made.read_bytes())
    said: list[str] = []

    def leave(dialog: NoLedgerDialog) -> int:
        said.append(dialog.sentence)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(NoLedgerDialog, "exec", leave)
    monkeypatch.setattr(OpeningDialog, "showEvent", lambda dialog, _: dialog.cancel.click())
    assert app.run(slow_start(path, tmp_path / "own", 10_000)) == 1
    assert said == [
        "“台账.luoshi”没有打开：已经取消，台账里的内容没有改动。可以重新打开，也可以打开其他台账。"
    ]
    assert path.read_bytes() == demo_made.read_bytes()


def test_leaving_without_a_ledger_is_exit_code_1(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoLedgerDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert app.run(start_for(tmp_path / "没有.luoshi", tmp_path / "own")) == 1


def test_another_ledger_opens_in_the_next_window(
    demo_made: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "甲.luoshi", tmp_path / "乙.luoshi"
    for path in (first, second):
        path.write_bytes(demo_made.read_bytes())
    titles: list[str] = []
    show = MainWindow.show

    def shown(window: MainWindow) -> None:
        show(window)
        titles.append(window.windowTitle())
        way = window.close if len(titles) > 1 else lambda: window.follow_with(second, open_at)
        QTimer.singleShot(50, window, way)

    monkeypatch.setattr(MainWindow, "show", shown)
    assert app.run(start_for(first, tmp_path / "own")) == 0
    assert [title.split("（")[1] for title in titles] == ["甲.luoshi）", "乙.luoshi）"]


def test_a_fault_of_ours_is_raised_not_swallowed(tmp_path: Path, qapp: QApplication) -> None:
    start = start_for(tmp_path / "x.luoshi", tmp_path / "own")

    def fail() -> Ledger:
        raise ZeroDivisionError

    broken = Start(start.path, fail, start.folder, start.open_at, start.create_at)
    with pytest.raises(ZeroDivisionError):
        app.run(broken)


# -- faults


def test_a_fault_is_logged_and_shown_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, log_warnings: list[str]
) -> None:
    from gui.dialogs.fault import FaultDialog

    shown: list[FaultDialog] = []
    monkeypatch.setattr(FaultDialog, "exec", lambda dialog: shown.append(dialog))
    hook = faults.FaultHook()

    def fail() -> None:
        try:
            raise ValueError("任务里的秘密")
        except ValueError as error:
            hook.take(type(error), error, error.__traceback__)

    for _ in range(3):
        fail()
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(10)
    assert len(shown) == 1
    assert len(log_warnings) == 3
    log_warnings.clear()


def test_two_faults_at_once_stand_in_one_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, log_warnings: list[str]
) -> None:
    from gui.dialogs.fault import FaultDialog

    shown: list[FaultDialog] = []
    hook = faults.FaultHook()

    def wait(dialog: FaultDialog) -> None:
        shown.append(dialog)
        error = KeyError("别的")
        hook.take(type(error), error, None)
        qtbot.wait(10)

    monkeypatch.setattr(FaultDialog, "exec", wait)
    hook.take(ValueError, ValueError("一处"), None)
    qtbot.waitUntil(lambda: bool(shown) and "KeyError" in shown[0].field.toPlainText())
    assert len(shown) == 1
    assert "ValueError" in shown[0].field.toPlainText()
    log_warnings.clear()


def test_a_report_has_versions_and_the_way_but_no_task_texts() -> None:
    import traceback

    try:
        raise ValueError("任务里的秘密")
    except ValueError as error:
        text = faults.report(ValueError, traceback.extract_tb(error.__traceback__))
    assert "PySide6" in text
    assert "test_app.py" in text
    assert "秘密" not in text


def test_the_log_is_written_into_the_users_folder_and_kept_short(tmp_path: Path) -> None:
    import logging

    place = tmp_path / "luoshi.log"
    place.write_text("x" * 1_000_001, encoding="utf-8")
    handlers = list(logging.getLogger().handlers)
    faults.start_log(tmp_path)
    added = [each for each in logging.getLogger().handlers if each not in handlers]
    logging.getLogger().removeHandler(added[0])
    added[0].close()
    assert (tmp_path / "luoshi.old.log").exists()


# -- preferences


def test_preferences_stay_and_a_damaged_file_is_an_empty_one(tmp_path: Path) -> None:
    place = tmp_path / "own" / "window.json"
    kept = Preferences(place)
    kept.keep("operator", "李思远")
    kept.keep("splitter", [700, 400])
    again = Preferences(place)
    assert again.text("operator") == "李思远"
    assert again.numbers("splitter") == [700, 400]
    place.write_text("{broken", encoding="utf-8")
    assert Preferences(place).text("operator", "无") == "无"
    place.write_text('{"operator": 7, "splitter": "x"}', encoding="utf-8")
    odd = Preferences(place)
    assert (odd.text("operator"), odd.numbers("splitter")) == ("", [])


def test_preferences_that_cannot_be_written_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = Preferences(tmp_path / "file" / "window.json")
    kept.keep("operator", "李思远")
    assert kept.text("operator") == "李思远"


# -- what is loaded


def test_the_window_opens_without_reports_and_pdf() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import gui.app, gui.main_window, gui.theme;"
        "print([name for name in ('reportlab', 'openpyxl', 'fontTools', 'PySide6.QtPdf',"
        " 'PySide6.QtPrintSupport', 'models.commands') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_sentence_is_all_that_a_known_error_shows(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        open_at(tmp_path / "没有.luoshi")
