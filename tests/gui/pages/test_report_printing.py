"""A page goes to the printer in bands; on the sheet nobody sees them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from gui.main_window import MainWindow
from gui.pages.report.printing import bands, into_file, new_printer


@pytest.fixture
def paper(window: MainWindow) -> QPdfDocument:
    """The demo's report, as the page shows it."""
    window.show_page("report")
    shown: QPdfDocument = window.stack.page("report").preview.paper
    return shown


def on_white(image: QImage) -> QImage:
    """As it would lie on paper."""
    sheet = QImage(image.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, image)
    painter.end()
    return sheet


@pytest.mark.parametrize("band", [100, 128, 1170])
def test_bands_make_the_same_page_as_drawing_it_at_once(paper: QPdfDocument, band: int) -> None:
    dots = QSize(827, 1170)
    whole = on_white(paper.render(1, dots))
    sheet = QImage(dots, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for top, _, part in bands(paper, 1, dots, band):
        painter.drawImage(0, top, part)
    painter.end()
    assert sheet == whole
    assert sheet != on_white(paper.render(2, dots))


@pytest.mark.usefixtures("qapp")
def test_printing_the_whole_paper_into_a_file_is_told_from_a_printer() -> None:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert into_file(printer)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert not into_file(printer)
