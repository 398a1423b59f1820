"""Printing at true size: every page is painted over the whole sheet, without scaling to margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from models.errors import KnownError

_MOST_DPI = 600
_POINTS = 72.0
# Lines of dots drawn at a time: 20 to 40 ms, in which the window cannot answer; a page takes 700.
_BAND = 128
Step = Callable[[int, int], None]


def new_printer(*, duplex: bool = False) -> QPrinter:
    """A printer whose co-ordinates are those of the sheet; both sides turn at the long edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    if duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def into_file(printer: QPrinter) -> bool:
    """Whether 打印到文件 was chosen for the whole paper.

    Then the paper itself is that file: with real letters, a hundredth as large, and at once.
    """
    whole = printer.printRange() is QPrinter.PrintRange.AllPages
    return whole and printer.outputFormat() is QPrinter.OutputFormat.PdfFormat


def print_bytes(content: bytes, printer: QPrinter, step: Step | None = None) -> int:
    """Print a PDF, as `print_pages`; may be called off the window's thread."""
    paper, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    paper.load(buffer)
    try:
        return print_pages(paper, printer, step)
    finally:
        paper.close()


def print_pages(paper: QPdfDocument, printer: QPrinter, step: Step | None = None) -> int:
    """Print the pages that the printer was asked for; how many were printed.

    Each sheet takes its page's own size and direction, so that 28 characters stay 156 mm wide.
    step: told pages done and pages in all; what it raises stops the printing. Raises `KnownError`
    when the printer refuses.
    """
    pages = _chosen(printer, paper.pageCount())
    if not pages:
        return 0
    set_sheet(printer, paper.pagePointSize(pages[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("打印机没有接受，没有打印；请检查打印机是否已开机、已连接，再试一次。")
    try:
        for place, page in enumerate(pages):
            size = paper.pagePointSize(page)
            if place:
                set_sheet(printer, size)
                printer.newPage()
            _paint(painter, printer, paper, page, size)
            if step is not None:
                step(place + 1, len(pages))
    finally:
        painter.end()
    return len(pages)


def set_sheet(printer: QPrinter, points: QSizeF) -> None:
    """Take the sheet of a page: its size in points, upright or turned."""
    turned = points.width() > points.height()
    upright = points.transposed() if turned else points
    printer.setPageSize(
        QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)


def _paint(
    painter: QPainter, printer: QPrinter, paper: QPdfDocument, page: int, size: QSizeF
) -> None:
    dpi = printer.resolution()
    # More dots than 600 to the inch show nothing more and cost hundreds of megabytes.
    drawn = min(dpi, _MOST_DPI)
    dots = QSize(round(size.width() * drawn / _POINTS), round(size.height() * drawn / _POINTS))
    whole = QSize(round(size.width() * dpi / _POINTS), round(size.height() * dpi / _POINTS))
    for top, below, band in bands(paper, page, dots):
        # Edges are rounded, not heights: bands meet, whatever the printer's dots are.
        first, last = (round(each * whole.height() / dots.height()) for each in (top, below))
        painter.drawImage(QRect(0, first, whole.width(), last - first), band)


def bands(
    paper: QPdfDocument, page: int, dots: QSize, height: int = _BAND
) -> Iterator[tuple[int, int, QImage]]:
    """A page that is `dots` large from top to foot: first line, line behind the last, picture.

    Drawn at once where this Qt does not draw parts as it draws the whole (6.9 moves their lines).
    """
    if not _draws_parts(paper, page):
        yield 0, dots.height(), paper.render(page, dots)
        return
    for top in range(0, dots.height(), height):
        below = min(top + height, dots.height())
        yield top, below, _part(paper, page, dots, top, below)


def _draws_parts(paper: QPdfDocument, page: int) -> bool:
    """Whether a part is what the whole has there; tried on a small picture of the page."""
    dots, top, below = QSize(120, 170), 40, 120
    there = paper.render(page, dots).copy(0, top, dots.width(), below - top)
    return _part(paper, page, dots, top, below) == there


def _part(paper: QPdfDocument, page: int, dots: QSize, top: int, below: int) -> QImage:
    """The lines of dots from `top` to before `below`."""
    wanted = QPdfDocumentRenderOptions()
    wanted.setScaledSize(dots)
    # One more each way: Qt takes the distance to the last dot for the size, and would shrink.
    wanted.setScaledClipRect(QRect(0, top, dots.width() + 1, below - top + 1))
    return paper.render(page, QSize(dots.width(), below - top), wanted)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(count))
    first, last = max(1, printer.fromPage()), min(count, printer.toPage() or count)
    return list(range(first - 1, last))
