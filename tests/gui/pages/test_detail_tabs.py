"""The detail's tabs: measures, progress, notes and evidence, history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.operations import records
from gui.operations.operation import operation
from gui.pages.tasks.detail import DetailPane
from gui.pages.tasks.progress_tab import ProgressTab
from gui.pages.tasks.records_tab import RecordsTab
from models import commands, queries
from models.commands import EntryDraft
from models.intake.draft import PartDraft
from models.periods import Period
from models.rules import Adoption, Status
from tests.gui.conftest import DAY, Office, type_in

Answer = Callable[[Callable[[QDialog], None]], None]
MAY = Period.parse("2021-05")
AUGUST = Period.parse("2021-08")


@pytest.fixture
def detail(window: MainWindow, office: Office) -> DetailPane:
    """The detail of task 4: 配合, two measures, one ticked."""
    window.tasks.show_task(office.task("4").id)
    window.tasks._ask_detail()
    return window.tasks.detail


def records_of(detail: DetailPane) -> RecordsTab:
    detail.show_tab("records")
    return detail.records


def progress_of(detail: DetailPane) -> ProgressTab:
    detail.show_tab("progress")
    return detail.progress


# -- 修订前


def test_what_stood_before_a_revision_unfolds_under_the_issued_text(
    detail: DetailPane, office: Office, window: MainWindow
) -> None:
    assert detail.head.former.isHidden()
    task = office.task("4")
    draft = office.desk.ledger.ask(queries.draft_of, 1)
    old = next(each for each in draft.all_tasks() if each.position == 4)
    new = replace(old, text=old.text.replace("配合省人大", "会同省人大"))
    revised = replace(draft, parts=(PartDraft("一", "", "", (new,)),))
    office.desk.run(operation(commands.revise_plan, 1, revised, [(task.id, 4)]))
    window.tasks._ask_detail()
    former = detail.head.former
    assert not former.isHidden()
    assert former.words.isHidden()
    former.link.click()
    assert not former.words.isHidden()
    assert old.text[:8] in former.words.accessibleName()
    assert "<s" in former.words.text()
    assert "<u" in former.words.text()
    window.tasks.show_task(office.task("5").id)
    window.tasks._ask_detail()
    assert former.isHidden()
    office.desk.undo()


# -- 举措


def test_space_ticks_a_measure_and_arrows_lead_on(
    detail: DetailPane, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    first, second = (card.box for card in detail.measures._cards)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert office.measure("4.2").ticked


def test_a_refused_tick_leaves_the_box_as_the_ledger_has_it(
    detail: DetailPane, office: Office
) -> None:
    from gui.operations import measures

    office.desk._bus.blockSignals(True)
    office.desk.run(measures.tick(office.measure("4.1").id, False))
    office.desk._bus.blockSignals(False)
    box = detail.measures._cards[0].box
    assert box.isChecked()
    box.click()
    assert "没有改动" in office.told.refused[0]
    assert box.isChecked()


def test_a_measure_gets_its_local_wording_beside_the_issued_text(
    detail: DetailPane, office: Office
) -> None:
    card = detail.measures._cards[1]
    card.reword()
    card.local.selectAll()
    type_in(card.local, "配合制定责任清单")
    card.local.leave()
    assert office.measure("4.2").local_text == "配合制定责任清单"
    assert card.wording.text() == "4.2　配合制定责任清单"
    assert card.issued.text().startswith("原文：根据《专利法》")


def test_splitting_proposes_pieces(detail: DetailPane, office: Office, answer: Answer) -> None:
    def fill(dialog: QDialog) -> None:
        dialog._field.setPlainText("先做甲\n再做乙")

    answer(fill)
    detail.measures._do("split", office.measure("4.2"))
    wordings = [row.wording for row in office.detail("4").measures]
    assert wordings[1:] == ["先做甲", "再做乙"]
    answer(lambda dialog: None)
    detail.measures._do("merge", office.measure("4.2"))
    assert len(office.detail("4").measures) == 2


def test_an_own_measure_is_added_moved_and_removed(
    detail: DetailPane, office: Office, qtbot: QtBot
) -> None:
    type_in(detail.measures._new, "自己的举措")
    qtbot.keyClick(detail.measures._new, Qt.Key.Key_Return)
    assert office.measure("4.3").wording == "自己的举措"
    assert detail.measures._new.text() == ""
    detail.measures._do("up", office.measure("4.3"))
    assert office.measure("4.2").wording == "自己的举措"
    detail.measures._do("remove", office.measure("4.2"))
    assert len(office.detail("4").measures) == 2


def test_a_measure_can_be_another_bureaus(
    detail: DetailPane, office: Office, answer: Answer
) -> None:
    answer(lambda dialog: dialog._reason.setText("省级完成"))
    detail.measures._do("none", office.measure("4.2"))
    assert office.measure("4.2").role is Adoption.NONE
    assert not detail.measures._cards[1].box.isEnabled()
    detail.measures._do("follow", office.measure("4.2"))
    assert office.measure("4.2").role is Adoption.ASSIST


def test_a_goal_is_a_number_or_a_sentence(window: MainWindow, office: Office) -> None:
    label = next(
        task.label
        for task in office.context.session.tree.tasks
        if task.role.adopted and any(row.targets for row in office.detail(task.label).measures)
    )
    window.tasks.show_task(office.task(label).id)
    window.tasks._ask_detail()
    row = next(card for card in window.tasks.detail.measures._cards if card._targets)._targets[0]
    row._goal.setText("许多")
    row._goal.leave()
    assert "不是数" in office.told.refused[0]
    assert row._goal.text() == "许多"
    row._goal.setText("１２０")
    row._goal.leave()
    targets = [target for each in office.detail(label).measures for target in each.targets]
    assert targets[0].local_target == 120


# -- 进展


def test_the_first_words_of_a_period_are_its_report(detail: DetailPane, office: Office) -> None:
    office.context.session.show_period(AUGUST)
    progress_of(detail).show_detail(office.detail("4"))
    field = progress_of(detail).fields["text"]
    type_in(field, "召开座谈会1次")
    field.leave()
    problems = progress_of(detail).fields["problems"]
    type_in(problems, "人手不足")
    problems.leave()
    entries = [each for each in office.detail("4").entries if each.period == AUGUST.code]
    assert [(each.original_text, each.original_problems) for each in entries] == [
        ("召开座谈会1次", "人手不足")
    ]
    assert entries[0].section == "政策法规科"
    assert entries[0].reported_on == DAY


def test_a_reviewed_text_leaves_the_received_one(detail: DetailPane, office: Office) -> None:
    field = progress_of(detail).fields["text"]
    before = [each for each in office.detail("4").entries if each.period == "2021-H1"][-1]
    field.selectAll()
    type_in(field, "审定后的话")
    field.leave()
    after = [each for each in office.detail("4").entries if each.period == "2021-H1"][-1]
    assert after.wording == "审定后的话"
    assert after.original_text == before.original_text


def test_what_is_being_typed_survives_the_report_of_another_field(
    detail: DetailPane, office: Office
) -> None:
    office.context.session.show_period(AUGUST)
    progress_of(detail).show_detail(office.detail("4"))
    typing = progress_of(detail).fields["next_steps"]
    type_in(typing, "正在写的打算")
    draft = EntryDraft(text="别处写的", section_id=office.task("4").section_id)
    office.desk.run(records.write_progress(office.task("4").id, AUGUST, draft))
    assert typing.toPlainText() == "正在写的打算"
    assert progress_of(detail).fields["text"].toPlainText() == "别处写的"
    typing.leave()
    entry = [each for each in office.detail("4").entries if each.period == AUGUST.code][-1]
    assert (entry.original_text, entry.original_next) == ("别处写的", "正在写的打算")


def test_a_percent_outside_is_a_sentence_and_stays(detail: DetailPane, office: Office) -> None:
    field = progress_of(detail).facts.percent
    for typed in ("许多", "120"):
        field.setText(typed)
        field.leave()
    assert len(office.told.refused) == 2
    assert field.text() == "120"
    field.setText("60%")
    field.leave()
    entry = [each for each in office.detail("4").entries if each.period == "2021-H1"][-1]
    assert entry.percent == 60


def test_status_is_said_with_the_report(detail: DetailPane, office: Office) -> None:
    facts = progress_of(detail).facts
    facts.status.picked.emit(Status.ONGOING)
    assert office.task("4").status is Status.ONGOING


def test_nothing_new_by_one_box(detail: DetailPane, office: Office) -> None:
    office.context.session.show_period(AUGUST)
    progress_of(detail).show_detail(office.detail("4"))
    progress_of(detail)._nothing.click()
    entry = [each for each in office.detail("4").entries if each.period == AUGUST.code][-1]
    assert entry.nothing_new
    assert office.task("4").filled


def test_the_months_stand_below_for_comparison(detail: DetailPane) -> None:
    words = [label.text() for label in progress_of(detail)._past.findChildren(QLabel)]
    assert any(word.startswith("2021年5月") for word in words)


# -- 记录与佐证


def test_leaving_the_new_note_keeps_it_and_empties_the_field(
    detail: DetailPane, office: Office
) -> None:
    before = len(office.detail("4").notes)
    type_in(records_of(detail).note, "与司法局会商")
    records_of(detail).note.leave()
    notes = office.detail("4").notes
    assert len(notes) == before + 1
    assert (notes[0].text, notes[0].author) == ("与司法局会商", "李思远")
    assert records_of(detail).note.toPlainText() == ""


def test_an_instruction_names_who_gave_it(detail: DetailPane, office: Office) -> None:
    records_of(detail)._kind.show_value("instruction")
    records_of(detail)._author.setText("周局长")
    type_in(records_of(detail).note, "抓紧办理")
    records_of(detail).note.leave()
    note = office.detail("4").notes[0]
    assert (note.kind, note.author) == ("instruction", "周局长")
    assert records_of(detail)._kind.currentData() == "note"


def test_a_note_is_reworded_removed_and_brought_back(detail: DetailPane, office: Office) -> None:
    card = records_of(detail)._notes[0]
    card.words.selectAll()
    type_in(card.words, "改过的话")
    card.words.leave()
    assert office.detail("4").notes[0].text == "改过的话"
    count = len(office.detail("4").notes)
    card._drop()
    assert len(office.detail("4").notes) == count - 1
    office.desk.undo()
    assert len(records_of(detail)._notes) == count


def test_a_note_gets_another_day_and_author(
    detail: DetailPane, office: Office, answer: Answer
) -> None:
    def fill(dialog: QDialog) -> None:
        dialog._author.setText("周局长")
        dialog._kind.show_value("instruction")
        dialog._day.show_day(dt.date(2021, 6, 1))

    note_id = records_of(detail)._notes[-1].row_id()
    answer(fill)
    records_of(detail)._notes[-1]._describe()
    note = next(each for each in office.detail("4").notes if each.id == note_id)
    assert (note.author, note.kind, note.dated_on) == ("周局长", "instruction", dt.date(2021, 6, 1))


def test_a_note_typed_on_a_task_removed_elsewhere_can_still_be_copied(
    window: MainWindow, office: Office
) -> None:
    from gui.operations import adoption

    label = next(t.label for t in office.context.session.tree.tasks if t.local)
    office.desk.run(adoption.add_local_task(1, "将被删除的任务"))
    window.tasks.show_task(office.task("增3").id)
    window.tasks._ask_detail()
    type_in(records_of(window.tasks.detail).note, "正在写的话")
    office.desk.run(adoption.remove_local_task(office.task("增3").id))
    window.tasks.show_task(office.task(label).id)
    window.tasks._ask_detail()
    assert office.told.unsaved == ["正在写的话"]
    assert any("可以复制" in sentence for sentence in window.notices.sentences())


def test_evidence_is_saved_out_and_removed(
    detail: DetailPane, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "另存.txt"
    monkeypatch.setattr("gui.pages.tasks.evidence_files.ask_save", lambda *_: target)
    line = records_of(detail)._evidence[0]
    line._save_out()
    assert target.stat().st_size == office.detail("4").evidence[0].size
    line._detach()
    assert office.detail("4").evidence == ()


def test_evidence_is_opened_as_a_copy_that_goes_with_the_window(
    detail: DetailPane, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: not opened.append(Path(url.toLocalFile()))
    )
    records_of(detail)._evidence[0]._show_file()
    assert opened[0].stat().st_size == office.detail("4").evidence[0].size
    office.opened.close()
    assert not opened[0].exists()


def test_a_paper_original_is_registered_with_its_place(
    detail: DetailPane, office: Office, answer: Answer
) -> None:
    def fill(dialog: QDialog) -> None:
        dialog.name.setText("会议签到表")
        assert not dialog.complete()
        dialog.place.setText("3号柜2021-15盒")
        assert dialog.complete()

    answer(fill)
    records_of(detail)._register()
    rows = {row.name: row for row in office.detail("4").evidence}
    assert rows["会议签到表"].place == "3号柜2021-15盒"
    assert rows["会议签到表"].sha256 == ""


# -- 变更记录


def test_the_history_says_who_did_what(detail: DetailPane, office: Office) -> None:
    office.desk.run(records.add_note(office.task("4").id, "记一笔"))
    detail.show_tab("history")
    words = [label.text() for label in detail.history.findChildren(QLabel)]
    assert words[0].startswith("增加记录") or "记录" in words[0]
    assert "李思远" in words[1]


def test_a_long_history_is_shown_piece_by_piece(detail: DetailPane, office: Office) -> None:
    for number in range(30):
        office.desk.run(records.add_note(office.task("4").id, f"第{number}次记录"))
    detail.show_tab("history")
    titles = [label.text() for label in detail.history.findChildren(QLabel)]
    more = detail.history.findChild(QPushButton)
    assert more.text().startswith("更早的变更（")
    more.click()
    assert len(detail.history.findChildren(QLabel)) == len(titles) + 2 * int(more.text()[6:-1])
