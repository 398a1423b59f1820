"""报告: real pages, what they lack, export and print."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gui.jobs import Ticket
from gui.main_window import MainWindow
from gui.operations import measures
from gui.pages.report.page import ReportPage
from gui.pages.report.printing import new_printer, print_pages
from reports.document import Form
from tests.gui.conftest import Office


@pytest.fixture
def page(window: MainWindow) -> ReportPage:
    window.show_page("report")
    shown = window.stack.page("report")
    assert isinstance(shown, ReportPage)
    return shown


def test_the_real_pages_are_shown(page: ReportPage) -> None:
    assert page.preview.paper.pageCount() == page._shown.pages > 5
    size = page.preview.paper.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (595, 842)
    assert page.foot.page.text() == f"1 / {page._shown.pages}"


def test_what_is_lacking_is_counted_and_leads_there(page: ReportPage) -> None:
    assert page.side.bar.tabText(page.parts.lacking_at) == f"还缺 {page.lacking.count}"
    page.lacking.follow("发文字号")
    assert page.window().focusWidget() is page.options.fields.number


def test_the_remarks_of_another_paper_do_not_move_the_pages(page: ReportPage) -> None:
    before = page.preview.geometry()
    page.papers.setCurrentRow(1)
    page.papers.setCurrentRow(2)
    assert page.preview.geometry() == before


def test_a_substituted_font_leads_to_the_fonts(page: ReportPage, window: MainWindow) -> None:
    start = next(each for each in page.lacking.sentences() if "代替" in each)
    page.lacking.follow(start)
    assert window.stack.currentWidget() is window.stack.page("settings")
    assert window.stack.page("settings").first_field().currentItem().text() == "字体"


def test_a_lacking_report_of_a_task_leads_to_the_place_where_it_is_filled(
    window: MainWindow, office: Office
) -> None:
    from models.periods import Period

    office.context.session.show_period(Period.parse("2021-08"))
    window.show_page("report")
    window.stack.page("report").lacking.follow("第9项")
    fill = window.stack.page("fill")
    assert window.stack.currentWidget() is fill
    assert fill.address().number("task") == office.task("9").id


def test_options_change_the_paper(page: ReportPage) -> None:
    before = page._shown.content
    page.options.fields.form.show_value(Form.PLAIN)
    page.options.fields.form.picked.emit(Form.PLAIN)
    page.options.changed.emit()
    assert page._shown.content != before
    assert page._shown.pages < 30


def test_each_paper_shows_its_own_options(page: ReportPage) -> None:
    assert page.options.fields.number.isVisible()
    assert not page.options.fields.section.isVisible()
    page.papers.setCurrentRow(1)
    assert not page.options.fields.number.isVisible()
    assert page.options.fields.section.isVisible()
    assert page.preview.paper.pagePointSize(0).width() > 800


def test_a_reminder_is_about_the_latest_task(page: ReportPage) -> None:
    page.papers.setCurrentRow(3)
    assert page.options.fields.task.currentText().endswith(("（滞后）", "（临期）"))
    assert page.preview.paper.pageCount() == 1
    assert not page.foot.xlsx.isEnabled()
    before = page._shown.content
    page.options.fields.task.setCurrentIndex(1)
    page.options.changed.emit()
    assert page._shown.content != before


def test_a_change_in_the_ledger_makes_the_pages_again(
    page: ReportPage, window: MainWindow, office: Office
) -> None:
    page.papers.setCurrentRow(1)
    before = page._shown
    window.show_page("tasks")
    office.desk.run(measures.tick(office.measure("1.1").id, True))
    assert page._shown is before
    window.show_page("report")
    assert page._shown is not before


def test_export_writes_what_is_shown(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    target = tmp_path / "报告.pdf"
    monkeypatch.setattr("gui.pages.report.export.ask_save", lambda *_: target)
    page.export("pdf")
    assert target.read_bytes() == page._shown.content
    assert page.done.isVisible()
    assert page.done.sentence == "已导出：报告.pdf"


def test_the_workbook_opens(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "台账.xlsx"
    monkeypatch.setattr("gui.pages.report.export.ask_save", lambda *_: target)
    shown = page._shown
    page.papers.setCurrentRow(1)
    page.export("xlsx")
    book = openpyxl.load_workbook(io.BytesIO(target.read_bytes()))
    assert book.active.max_row > 30
    assert page._shown is not shown


def test_a_file_in_the_way_is_one_sentence(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Office
) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    target = tmp_path / "文件" / "报告.pdf"
    monkeypatch.setattr("gui.pages.report.export.ask_save", lambda *_: target)
    page.export("pdf")
    assert len(office.told.refused) == 1
    assert office.told.refused[0].endswith("。")


def test_a_cancelled_making_keeps_what_was_shown(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page._shown

    def stop(*args: object) -> object:
        ticket = args[3]
        assert isinstance(ticket, Ticket)
        page.cancel()
        ticket.check()
        raise AssertionError("went on after it was cancelled")

    monkeypatch.setattr(page._room, "make", stop)
    page.make()
    assert page._shown is shown
    assert page.foot.state.text().startswith("已取消")


def test_a_print_is_as_large_as_the_paper(page: ReportPage, tmp_path: Path) -> None:
    import pypdfium2

    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    assert print_pages(page.preview.paper, printer) == 2
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert [round(each) for each in printed[0].get_size()] == [595, 842]
    # The red of the head stands where the paper has it: nothing was scaled to margins.
    wanted = pypdfium2.PdfDocument(page._shown.content)[0].render().to_pil().convert("L")
    found = printed[0].render().to_pil().convert("L")
    dark = [image.point(lambda value: value < 160 and 255).getbbox() for image in (wanted, found)]
    assert all(abs(one - other) <= 2 for one, other in zip(*dark, strict=True))
    printed.close()


def test_turned_pages_are_printed_turned(page: ReportPage, tmp_path: Path) -> None:
    import pypdfium2

    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    page.papers.setCurrentRow(1)
    count = print_pages(page.preview.paper, printer)
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(printed) == count == page.preview.paper.pageCount()
    assert [round(each) for each in printed[0].get_size()] == [842, 595]
    printed.close()


def test_pages_are_turned_by_buttons(page: ReportPage, qtbot: QtBot) -> None:
    page.foot.after.click()
    qtbot.waitUntil(lambda: page.foot.page.text().startswith("2 /"))
    page.foot.before.click()
    qtbot.waitUntil(lambda: page.foot.page.text().startswith("1 /"))


def test_the_period_of_the_header_and_the_paper_are_one(
    page: ReportPage, window: MainWindow, office: Office
) -> None:
    from models.periods import Period

    may = Period.parse("2021-05")
    page.options.fields.period.picked.emit(may)
    assert office.context.session.period == may
    assert window.header._period.currentData() == may
    assert page.options.fields.period.currentData() == may


def test_the_workbook_is_offered_again_when_the_pages_come(page: ReportPage) -> None:
    page.foot.offer_workbook(True, kept=False)
    page.foot.show_page(0, 0)
    assert not page.foot.xlsx.isEnabled()
    page.foot.show_page(1, 3)
    assert page.foot.xlsx.isEnabled()
    page.foot.offer_workbook(False, kept=False)
    page.foot.show_page(1, 3)
    assert not page.foot.xlsx.isEnabled()
