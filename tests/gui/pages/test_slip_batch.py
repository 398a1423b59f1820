"""按科室批量拟稿: slips on all late and near tasks in one go, numbered in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from gui.main_window import MainWindow
from gui.pages.report import slip_batch
from gui.pages.report.page import ReportPage
from models import queries
from models.paperrows import PaperRow
from models.rules import PaperState
from tests.gui.conftest import DAY, Office

Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReportPage:
    monkeypatch.setattr(slip_batch, "ask_folder", lambda *_: tmp_path / "单子")
    window.show_address("report/reminder")
    shown = window.stack.page("report")
    assert isinstance(shown, ReportPage)
    return shown


def papers(office: Office) -> tuple[PaperRow, ...]:
    return office.desk.ledger.ask(queries.papers, 1)


def files(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*.pdf"))


def test_the_way_stands_only_beside_slips(page: ReportPage, window: MainWindow) -> None:
    assert not page.parts.batch.isHidden()
    window.show_address("report/progress")
    assert page.parts.batch.isHidden()


def test_drafts_for_all_sections_are_made_in_one_step(
    page: ReportPage, office: Office, answer: Answer, tmp_path: Path
) -> None:
    before = len(papers(office))
    said: list[str] = []
    answer(lambda dialog: said.append(dialog.said.text()))
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    made = papers(office)[: len(papers(office)) - before]
    assert len(made) >= 3
    assert {each.state for each in made} == {PaperState.DRAFT}
    assert said[0].startswith(f"共 {len(made)} 张")
    found = files(tmp_path / "单子")
    assert len(found) == len(made)
    assert all("送审稿" in each and "/" in each for each in found)
    office.desk.undo()
    assert len(papers(office)) == before


def test_signed_ones_are_numbered_in_order_and_sent(
    page: ReportPage,
    office: Office,
    answer: Answer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fill(dialog: QDialog) -> None:
        assert not dialog.number.isEnabled()
        dialog.signer.setText("周明远")
        dialog.number.setValue(7)
        dialog.send.setChecked(True)
        dialog.answer_by.show_day(DAY.replace(month=7))

    answer(fill)
    page.slips.ask()
    sent = [each for each in papers(office) if each.sent_on == DAY]
    numbers = [each.document_number for each in reversed(sent)]
    assert numbers == [f"督〔2021〕{7 + at}号" for at in range(len(sent))]
    assert {each.due_on for each in sent} == {DAY.replace(month=7)}
    kept = {office.desk.ledger.ask(queries.issued_content, each.id)[1] for each in sent}
    written = {each.read_bytes() for each in (tmp_path / "单子").rglob("*.pdf")}
    assert written == kept
    open_now: list[int] = []

    def look(dialog: QDialog) -> None:
        open_now.append(len(dialog.table.model.chosen()))

    answer(look)
    monkeypatch.setattr(slip_batch, "ask_folder", lambda *_: None)
    page.slips.ask()
    assert open_now == [0]


def test_one_section_alone(
    page: ReportPage, office: Office, answer: Answer, tmp_path: Path
) -> None:
    chosen: list[str] = []

    def fill(dialog: QDialog) -> None:
        dialog.section.setCurrentIndex(1)
        dialog.section.picked.emit(dialog.section.currentData())
        chosen.append(dialog.section.currentText())

    answer(fill)
    page.slips.ask()
    assert {each.split("/")[0] for each in files(tmp_path / "单子")} == set(chosen)


def test_enter_means_the_main_button_from_the_table_too(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    results: list[int] = []

    def execute(dialog: QDialog) -> int:
        dialog.show()
        dialog.table.table.setFocus()
        QTest.keyClick(dialog.table.table, Qt.Key.Key_Return)
        results.append(dialog.result())
        return int(QDialog.DialogCode.Rejected)

    monkeypatch.setattr(QDialog, "exec", execute)
    page.slips.ask()
    assert results == [QDialog.DialogCode.Accepted]
