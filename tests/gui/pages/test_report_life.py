"""报告: the life of a paper, its text, its choices and what is kept of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.address import Address
from gui.main_window import MainWindow
from gui.operations import records
from gui.pages.report import option_rules as rules
from gui.pages.report.life_form import Given
from gui.pages.report.life_steps import Action
from gui.pages.report.page import ReportPage
from gui.pages.report.printing import new_printer
from gui.widgets.labels import Elided
from models import queries
from models.paperrows import PaperRow
from models.periods import Period
from models.rules import PaperState
from reports.document import Form
from tests.gui.conftest import DAY, Office, type_in


@pytest.fixture
def page(window: MainWindow, office: Office) -> ReportPage:
    office.context.session.show_period(Period.parse("2021-05"))
    window.show_page("report")
    shown = window.stack.page("report")
    assert isinstance(shown, ReportPage)
    return shown


def papers(office: Office) -> tuple[PaperRow, ...]:
    return office.desk.ledger.ask(queries.papers, 1)


def task_key(page: ReportPage) -> str:
    return next(row.key for row in page.text._rows if row.key.startswith("task:"))


def reword(page: ReportPage, key: str, words: str) -> None:
    page.edit_passage(key)
    page.text.editor.text.setPlainText(words)
    page.text.editor.text.leave()


def test_the_cursor_stands_in_what_every_step_asks_for(page: ReportPage, qtbot: QtBot) -> None:
    page.options.fields.form.setCurrentIndex(1)
    page.options.changed.emit()
    for _ in range(2):  # 拟稿, 送审
        page.strip.next.click()
    for _ in range(3):  # 签发, 编号, 报送: each is asked with the cursor on the button
        page.strip.next.setFocus()
        page.strip.next.click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        inside = page.window().focusWidget()
        assert inside is not None
        assert page.strip.form.isAncestorOf(inside)
        qtbot.keyClick(inside, Qt.Key.Key_Return)
    assert not page.strip.asking


def test_a_paper_is_led_from_its_draft_to_its_sending(
    page: ReportPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.options.fields.form.setCurrentIndex(1)
    page.options.changed.emit()
    page.strip.next.click()
    assert papers(office)[0].state is PaperState.DRAFT
    assert json.loads(papers(office)[0].options) == {"form": "letterhead"}
    page.strip.next.click()
    page.strip.next.click()
    assert page.strip.asking
    field = page.strip.form.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "周明远"
    page.strip.form._confirm()
    assert papers(office)[0].signed_on == DAY
    assert "送审稿" not in page._shown.name
    assert not page.options.fields.title.isEnabled()
    page.life.act(Action.NUMBER, Given("36"))
    assert papers(office)[0].document_number == "示市监〔2021〕36号"
    page.life.act(Action.ISSUE, Given("", "电子", DAY))
    sent = papers(office)[0]
    assert (sent.state, sent.sent_manner) == (PaperState.SENT, "电子")
    kept = office.desk.ledger.ask(queries.issued_content, sent.id)
    # What is shown and exported from now on are those very bytes.
    office.desk.run(records.add_note(office.task("1").id, "后来的事"))
    assert (page._shown.name, page._shown.content) == kept
    target = tmp_path / "再导出.pdf"
    monkeypatch.setattr("gui.pages.report.export.ask_save", lambda *_: target)
    page.export("pdf")
    assert target.read_bytes() == kept[1]
    page.life.act(Action.VOID, Given("领导退回重写"))
    page.life.act(Action.RENEW, Given())
    newest = papers(office)[0]
    assert newest.replaces_id == sent.id
    assert page.shelf.currentItem().data(Qt.ItemDataRole.UserRole) == newest.id
    assert office.told.refused == []


def test_what_a_step_asks_stands_where_the_steps_stood(page: ReportPage, qtbot: QtBot) -> None:
    page.strip.next.click()
    before = page.preview.geometry()
    page.strip.begin(Action.VOID)
    assert page.preview.geometry() == before
    field = page.strip.form.findChild(QLineEdit)
    assert field is not None
    assert not page.strip.form._go.isEnabled()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.strip.asking


def test_the_first_edit_begins_the_paper_and_can_be_taken_back(
    page: ReportPage, office: Office
) -> None:
    key = task_key(page)
    reword(page, key, "规划编制。已完成评估报告。")
    assert [each.state for each in papers(office)] == [PaperState.DRAFT]
    assert page.text.row is not None
    assert (page.text.row.key, page.text.row.mark) == (key, "已改")
    page.text.restore()
    assert page.text.row.mark == ""
    office.desk.undo()
    assert page.text.row.text == "规划编制。已完成评估报告。"
    office.desk.undo()
    assert papers(office) == ()


def test_a_click_on_the_page_leads_to_the_words(page: ReportPage, qtbot: QtBot) -> None:
    key = task_key(page)
    page.preview.mark(key, reveal=True)
    spot = next(each for each in page.preview._spots if each.key == key)
    at = page.preview._rect(spot).center().toPoint() - page.preview._offset()
    qtbot.mouseClick(page.preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert page.text.list.key == key
    assert page.window().focusWidget() is page.text.editor.text


def test_passages_are_added_moved_and_left_out(page: ReportPage) -> None:
    key = task_key(page)
    page.edit_passage(key)
    page.text.add(0)
    page.text.editor.text.setPlainText("另外补充一段。")
    page.text.editor.text.leave()
    keys = [row.key for row in page.text._rows]
    assert keys[keys.index(key) + 1] == "own:1" == page.text.list.key
    page.text.move_by(-1)
    keys = [row.key for row in page.text._rows]
    assert keys[keys.index("own:1") + 1] == key
    page.text.mark(key)
    page.text.drop()
    assert page.text.row is not None
    assert page.text.row.mark == "已删去"
    page.text.restore()
    assert page.text.row.mark == ""


def test_a_change_beneath_an_edit_is_shown_with_three_ways(
    page: ReportPage, office: Office
) -> None:
    key = task_key(page)
    reword(page, key, "手工写的一段。")
    assert page.text.row is not None
    entry = next(each.id for each in page.text.row.sources if each.kind == "entry")
    office.desk.run(records.review(entry, text="后来改过的进展。"))
    assert page.text.conflicts() == [key]
    assert page.side.bar.tabText(page.parts.text_at) == "文字 1处有变化"
    assert page.text.editor.ask.words() == ["保留手工文字", "改用台账的", "合在一起再改"]
    page.text.editor.ask.take("保留手工文字")
    assert page.text.conflicts() == []
    assert page.text.row.text == "手工写的一段。"


def test_an_edited_passage_is_written_back_after_a_look(page: ReportPage, office: Office) -> None:
    key = task_key(page)
    reword(page, key, "手工写的一段。")
    page.text.offer_write_back()
    assert page.text.editor.ask.isVisible()
    page.text.editor.ask.take("写回")
    assert office.told.changes[-1].startswith("审定")
    assert page.text.conflicts() == []


def test_a_sentence_leads_to_what_it_was_made_from(page: ReportPage, window: MainWindow) -> None:
    page.edit_passage(task_key(page))
    origins = page.text.editor._origins
    words = [origins.itemAt(place).widget().text() for place in range(origins.count())]
    assert "进展（" in words[0]
    origins.itemAt(0).widget().click()
    assert window.stack.currentWidget() is window.tasks


def test_texts_are_compared_and_copied(page: ReportPage) -> None:
    reword(page, task_key(page), "手工写的一段。")
    page.comparing.copy()
    assert "手工写的一段。" in QGuiApplication.clipboard().text()
    page.comparing.with_generated()
    assert "修改对照表" in page._shown.name
    page._leave_comparison()
    assert "修改对照表" not in page._shown.name
    page.strip.next.click()
    page.comparing.with_version()
    assert "修改对照表" in page._shown.name


def test_choices_stay_until_the_paper_is_begun_and_go_with_it(
    page: ReportPage, office: Office, window: MainWindow
) -> None:
    fields = page.options.fields
    fields.title.setText("关于|五月情况的报告")
    fields.copies.setText("市委，市政府")
    fields.late.setChecked(False)
    page.options.changed.emit()
    again = ReportPage(office.context)
    window.stack.addWidget(again)
    window.stack.setCurrentWidget(again)
    assert again.options.fields.title.text() == "关于|五月情况的报告"
    again.strip.next.click()
    kept = papers(office)[0]
    assert kept.title == "关于五月情况的报告"
    assert json.loads(kept.options)["copies_to"] == ["市委", "市政府"]
    again.options.fields.no_copies.setChecked(True)
    again.options.changed.emit()
    assert json.loads(papers(office)[0].options)["copies_to"] == []
    office.desk.undo()
    assert not again.options.fields.no_copies.isChecked()


def test_a_number_of_another_year_is_remarked(page: ReportPage) -> None:
    fields = page.options.fields
    fields.form.show_value(Form.LETTERHEAD)
    fields.number.setText("36")
    assert not page.options.year_hint.isVisible()
    fields.date.show_day(dt.date(2022, 1, 5))
    page.options._hint_year()
    assert "〔2022〕" in page.options.year_hint.text()


def test_an_address_leads_to_a_paper(page: ReportPage, office: Office) -> None:
    page.show_address(Address.parse("report/breakdown?period=2021-H1"))
    assert page.papers.kind().id == "breakdown"
    assert office.context.session.period.code == "2021-H1"
    assert str(page.address()) == "report/breakdown?period=2021-H1"
    page.show_address(Address.parse("report/nothing?period=gone&paper=x"))
    assert page.papers.kind().id == "breakdown"
    four = office.task("4").id
    page.show_address(Address.of("report", "reminder", task=four))
    assert page._found.options.task == four
    assert page.address().number("task") == four


def test_pages_are_zoomed_turned_and_leafed(page: ReportPage, qtbot: QtBot) -> None:
    page.papers.mark("progress")
    page.preview.set_zoom(1.0)
    assert page.foot.zoom.currentText() == "100%"
    page.preview.step_zoom(1.1)
    assert page.foot.zoom.currentText() == "110%"
    page.preview.setFocus()
    qtbot.keyClick(page.preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.foot.zoom.currentText() == "整页"
    qtbot.keyClick(page.preview, Qt.Key.Key_PageDown)
    assert page.foot.page.text().startswith("2 /")
    assert page.preview.has_turned
    page.foot.upright.click()
    last = page.preview._column.boxes[min(page.preview._turned)]
    assert last.width > last.height
    # To be read, not to be smaller than before; upright again all is as it was.
    assert page.foot.zoom.currentText() == "页宽"
    page.foot.upright.click()
    assert page.foot.zoom.currentText() == "整页"


def test_a_refresh_leaves_what_an_input_method_composes(
    page: ReportPage, office: Office, qtbot: QtBot
) -> None:
    fields = page.options.fields
    editor = page.text.editor.text
    page.edit_passage(task_key(page))
    page.options.more.setChecked(True)
    for field in (*fields.lines(), fields.requirements, editor):
        if field is not editor:
            page.side.show_at(page.parts.options_at)
        else:
            page.side.show_at(page.parts.text_at)
        if not field.isVisible() or not field.isEnabled():
            continue
        field.setFocus()
        before = words(field)
        compose(field, "zhi")
        office.desk.run(records.add_note(office.task("1").id, "别处的改动"))
        type_in(field, "知识")
        assert len(words(field)) == len(before) + 2, field.accessibleName()
        assert "知识" in words(field)


def words(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def compose(field: QWidget, preedit: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))


def test_a_print_goes_through_the_lane_and_can_be_stopped(
    page: ReportPage, tmp_path: Path, office: Office
) -> None:
    printer = new_printer(duplex=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    page.print()
    assert "原大" in page.done.sentence
    page.exporter.run_print(page._shown, printer)
    assert page.done.sentence.startswith("已送打印机")
    page.exporter.stepped.connect(lambda done, _: page.exporter.cancel() if done == 1 else None)
    page.done.hide()
    page.exporter.run_print(page._shown, printer)
    assert not page.done.isVisible()
    assert office.told.refused == []


def test_where_there_is_no_paper_the_page_says_why(
    page: ReportPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.side.show_at(page.parts.text_at)
    monkeypatch.setattr(office.context.session, "tree", None)
    page.make()
    assert "还没有工作要点" in page.preview.accessibleDescription()
    page.strip.go_on()
    page.export("pdf")
    page.print()
    page.edit_marked()
    assert (page.lacking.count, page.text._rows, office.told.refused) == (0, (), [])


def test_a_ledger_that_can_only_be_read_offers_no_steps(
    page: ReportPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(office.desk), "writable", property(lambda _: False))
    page.make()
    assert not page.strip.next.isEnabled()
    assert page.text.editor.text.isReadOnly()
    page.options.fields.form.show_value(Form.LETTERHEAD)
    page.options.changed.emit()
    assert papers(office) == ()
    assert page._found.options.form is Form.LETTERHEAD


def test_another_period_in_the_header_shows_its_own_paper(page: ReportPage, office: Office) -> None:
    page.strip.next.click()
    assert "5月" in page._shown.name
    office.context.session.show_period(Period.parse("2021-04"))
    assert "4月" in page._shown.name
    assert page._found.paper is None
    office.context.session.show_period(Period.parse("2021-05"))
    assert page._found.paper == papers(office)[0]


@pytest.mark.parametrize("kind", ["progress", "reminder", "evidence"])
def test_nothing_is_cut_off_in_the_smallest_window(page: ReportPage, kind: str) -> None:
    page.window().resize(1200, 640)
    page.papers.mark(kind)
    page.options.more.setChecked(True)
    for place in range(3):
        page.side.show_at(place)
        QApplication.processEvents()
        assert cut_off(page) == []
    if rules.registered(page.papers.kind()):
        page.strip.next.click()
        for action in (Action.SIGN, Action.NUMBER, Action.ISSUE, Action.VOID):
            page.strip.begin(action)
            QApplication.processEvents()
            assert cut_off(page) == []


def cut_off(page: ReportPage) -> list[str]:
    """The words of labels, buttons and boxes that have less room than they need."""
    shown = [
        each
        for kind in (QLabel, QPushButton, QCheckBox)
        for each in page.findChildren(kind)
        if each.isVisible() and not isinstance(each, Elided)
    ]
    return [each.text() for each in shown if each.width() < each.minimumSizeHint().width()]


def test_a_text_without_end_is_refused_and_not_lost(
    page: ReportPage, office: Office, window: MainWindow
) -> None:
    key = task_key(page)
    reword(page, key, "国家项目推进，" * 20_000)
    assert len(office.told.refused) == 1
    assert page.text.editor.text.unsaved
    reword(page, key, "国家项目推进，" * 1_000)
    assert page.text.row is not None
    assert page.text.row.text == ("国家项目推进，" * 1_000)
    page.text.offer_write_back()
    assert "7000字" in page.text.editor.ask._diff.text()


def test_a_choice_of_the_last_moment_is_kept_when_the_window_closes(
    page: ReportPage, office: Office
) -> None:
    page.strip.next.click()
    page.options.fields.addressee.setFocus()
    type_in(page.options.fields.addressee, "省局")
    assert page.options.pending
    page.leave()
    assert json.loads(papers(office)[0].options)["addressee"] == "省局"


def test_words_typed_before_a_crash_go_back_to_their_passage(
    page: ReportPage, office: Office
) -> None:
    key = task_key(page)
    assert page.put_back("这一段的文字", repr((0, key)), "停电前写的话。")
    page.text.editor.text.leave()
    assert page.text.row is not None
    assert (page.text.row.key, page.text.row.text) == (key, "停电前写的话。")
    paper_id = papers(office)[0].id
    assert page.put_back("这一段的文字", repr((paper_id, f"new:0:{key}")), "新写的一段。")
    page.text.editor.text.leave()
    assert "新写的一段。" in [row.text for row in page.text._rows]
    assert not page.put_back("这一段的文字", "什么也不是", "词")
