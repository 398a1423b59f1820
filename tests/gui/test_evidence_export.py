"""导出佐证材料 from the window: asked, written in the worker, cancelled, and the folder offered."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs import files
from gui.dialogs.evidence_export import EvidenceExportDialog, summary
from gui.frame import evidence_export
from gui.frame.evidence_export import EvidenceExport
from gui.frame.evidence_job import EvidenceJob, Step
from gui.jobs import CancelledError, InlineLane, Lane, ThreadLane, Ticket
from gui.main_window import MainWindow
from gui.theme import Theme
from gui.widgets.work_notice import WorkNotice
from models import commands, queries
from models.commands import EvidenceDraft
from models.ledger import Ledger
from models.periods import Period
from models.rows import ReportRows
from reports.pieces import Choice
from tests.gui.conftest import DAY, Office, show_window

Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def stocked(office: Office) -> Office:
    """Three files and a paper original on tasks 4 and 27, beside what the demo has."""
    from gui.operations.operation import operation

    for label, name in (("27", "关于培训的通知"), ("27", "签到表"), ("4", "调研报告")):
        draft = EvidenceDraft(name, task_id=office.task(label).id, file_name=f"{name}.txt")
        office.desk.run(operation(commands.attach, draft, name.encode()))
    paper = EvidenceDraft("会议纪要", task_id=office.task("27").id, place="3号柜")
    office.desk.run(operation(commands.attach, paper, None))
    return office


def rows(office: Office) -> ReportRows:
    return office.desk.ledger.ask(queries.report_rows, 1, Period.parse("2021"), DAY)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "检查"
    monkeypatch.setattr(evidence_export, "ask_folder", lambda *_: place)
    return place


def written(folder: Path) -> list[str]:
    found = folder.rglob("*")
    return sorted(each.relative_to(folder).as_posix() for each in found if each.is_file())


def test_what_an_inspection_asks_for_is_there_with_its_list(
    stocked: Office, window: MainWindow, folder: Path, answer: Answer
) -> None:
    answer(lambda dialog: None)
    window.menus.file.export_evidence([stocked.task("27").id])
    names = written(folder)
    assert [name.rpartition("/")[2] for name in names if "/" in name] == [
        "27-01 关于培训的通知.txt",
        "27-02 签到表.txt",
    ]
    lists = [name for name in names if "佐证材料清单" in name]
    assert [name.rpartition(".")[2] for name in lists] == ["pdf", "xlsx"]
    assert any(said.startswith("已导出佐证材料 2 份和清单") for said in window.notices.sentences())


def test_the_folder_is_one_click_away(
    stocked: Office,
    window: MainWindow,
    folder: Path,
    answer: Answer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    answer(lambda dialog: None)
    window.menus.file.export_evidence([stocked.task("4").id])
    (button,) = (each for each in window.findChildren(QPushButton) if each.text() == "打开文件夹")
    button.click()
    assert [Path(each.toLocalFile()) for each in opened] == [folder]


def test_the_dialog_says_how_much_a_choice_is(stocked: Office, qtbot: object) -> None:
    one = stocked.task("27").id
    dialog = EvidenceExportDialog(rows(stocked), [("选中的 1 项", (one,)), ("全部", ())])
    assert dialog.found.text().startswith("1 项任务的 3 份：文件 2 份、纸质原件 1 份")
    assert dialog.ok.isEnabled()
    dialog.periods.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.choice().periods == (Period.parse("2021-01"),)
    assert not dialog.ok.isEnabled()
    assert dialog.found.text() == summary(())
    dialog.deleteLater()


def test_selected_filtered_and_all_are_offered() -> None:
    offers = evidence_export._offers([4], [4, 5], 39)
    assert [word for word, _ in offers] == ["选中的 1 项", "筛选出的 2 项", "全部 39 项"]
    assert [word for word, _ in evidence_export._offers([], range(39), 39)] == ["全部 39 项"]


def test_the_context_menu_and_the_file_menu_lead_there(
    stocked: Office, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(EvidenceExport, "ask", lambda self, one, two: asked.append(list(one)))
    menu = window.tasks.verbs.menu()
    next(each for each in menu.actions() if each.text() == "导出佐证材料…").trigger()
    # Kept: PySide 6.9 lets a menu go with the last word of its action.
    first = window.menuBar().actions()[0]
    actions = first.menu().actions()  # type: ignore[union-attr]
    next(each for each in actions if each.text() == "导出佐证材料…").trigger()
    assert asked == [[window.tasks.current.id]] * 2  # type: ignore[union-attr]


def test_a_cancelled_export_stops_and_keeps_whole_files(stocked: Office, tmp_path: Path) -> None:
    ticket = Ticket()
    job = EvidenceJob(rows(stocked), Choice((stocked.task("27").id,)), tmp_path / "半", DAY)

    def step(done: int, total: int) -> None:
        if done == 0:
            ticket.cancel()

    with pytest.raises(CancelledError):
        job.run(stocked.desk.ledger, ticket, step)
    (name,) = written(tmp_path / "半")
    assert name.endswith("27-01 关于培训的通知.txt")


def test_cancel_in_the_bar_stops_the_worker_and_the_window_goes_on(
    ledger: Ledger, tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes: list[ThreadLane] = []

    def lane(name: str) -> Lane:
        if name != "papers":
            return InlineLane()
        lanes.append(ThreadLane(name))
        return lanes[-1]

    office = Office(ledger, tmp_path / "own", theme, "李思远", lane)
    window = show_window(qtbot, office)
    begun, go_on = threading.Event(), threading.Event()

    def slow(job: EvidenceJob, ledger: Ledger, ticket: Ticket, step: Step) -> None:
        step(1, 3)
        begun.set()
        go_on.wait(10)
        ticket.check()

    monkeypatch.setattr(EvidenceJob, "run", slow)
    export = EvidenceExport(office.context, window.notices, window)
    export.start(rows(office), Choice(), tmp_path / "检查")
    assert begun.wait(10)
    qtbot.waitUntil(lambda: bool(window.findChildren(WorkNotice)))
    (bar,) = window.findChildren(WorkNotice)
    qtbot.waitUntil(lambda: bar.bar.value() == 33)
    next(each for each in bar.findChildren(QPushButton) if each.text() == "取消").click()
    go_on.set()
    lanes[0].close()
    assert "已取消导出" in office.told.told[-1]
    assert not [said for said in window.notices.sentences() if said.startswith("已导出")]


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(
    stocked: Office, window: MainWindow, folder: Path, answer: Answer
) -> None:
    folder.write_text("一个文件")
    answer(lambda dialog: None)
    window.menus.file.export_evidence([stocked.task("27").id])
    assert "不是文件夹" in stocked.told.refused[-1]
    assert not window.findChildren(WorkNotice)


def test_no_folder_means_no_export(
    stocked: Office, window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: Answer
) -> None:
    monkeypatch.setattr(files, "ask_folder", lambda *_: None)
    monkeypatch.setattr(evidence_export, "ask_folder", lambda *_: None)
    answer(lambda dialog: None)
    window.menus.file.export_evidence([stocked.task("27").id])
    assert not [said for said in window.notices.sentences() if "已导出" in said]
