"""A finished paper into a file or onto the printer; what became of it stands in a quiet bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from gui.context import Context
from gui.dialogs.files import ask_save
from gui.jobs import Ticket
from gui.pages.report.done_bar import DoneBar
from gui.pages.report.life import open_file
from models.errors import KnownError
from reports.files import write_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reports.press import Paper

_DUPLEX = "print duplex"


class Exporter(QObject):
    """begun(words), stepped(done, total), rested(words): for the line that tells what is done."""

    begun = Signal(str)
    stepped = Signal(int, int)
    rested = Signal(str)

    def __init__(self, context: Context, page: QWidget, bar: DoneBar) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._bar = bar
        self._ticket = Ticket()

    # -- files

    def write(self, paper: Paper) -> None:
        """Write a paper to a file of the person's choice; offer to open it."""
        folder = Path(self._context.preferences.text("export folder") or Path.home())
        kinds = "PDF (*.pdf)" if paper.name.endswith(".pdf") else "Excel 工作簿 (*.xlsx)"
        target = ask_save(self._page, "导出", folder / paper.name, kinds)
        if target is None:
            return
        self._context.preferences.keep("export folder", str(target.parent))

        self._write_to(paper, target)

    def _write_to(self, paper: Paper, target: Path) -> None:
        def write() -> Path:
            # The system's dialog has asked about an existing file already.
            written = write_paper(paper.content, target.name, target.parent, overwrite=True)
            return written.path

        self._context.papers.run(write, self._written, self._refuse, self)

    def _written(self, path: Path) -> None:
        ways = (
            ("打开", lambda: open_file(path)),
            ("打开文件夹", lambda: open_file(path.parent)),
        )
        self._bar.say(f"已导出：{path.name}", ways, tip=str(path))

    # -- the printer

    def offer_print(self, paper: Paper, pages: int, *, preprinted: bool) -> None:
        """Say how it will be printed, and ask for the printer."""
        said = f"{pages}页，A4原大、不缩放。"
        if preprinted:
            said += "预印红头纸放第1页，其余用白纸。"
        said += "双面按长边翻转。" if pages > 1 else ""
        both = QCheckBox("双面")
        both.setChecked(pages > 1 and self._context.preferences.text(_DUPLEX) == "1")
        both.setEnabled(pages > 1)
        both.setToolTip("按长边翻转；打印机不能自动双面时，在打印机的窗口里选手动双面")

        def go_on() -> None:
            self._context.preferences.keep(_DUPLEX, "1" if both.isChecked() else "")
            self._bar.leave()
            self._print(paper, pages, duplex=both.isChecked())

        self._bar.say(said, (("选择打印机…", go_on),), stays=True)
        self._bar.put(both)
        self._bar.focus_first()

    def _print(self, paper: Paper, pages: int, *, duplex: bool) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from gui.pages.report.printing import into_file, new_printer

        printer = new_printer(duplex=duplex)
        printer.setDocName(paper.name)
        dialog = QPrintDialog(printer, self._page)
        dialog.setMinMax(1, max(1, pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            if into_file(printer):
                self._write_to(paper, Path(printer.outputFileName()))
            else:
                self.run_print(paper, printer)

    def run_print(self, paper: Paper, printer: QPrinter) -> None:
        """Print in the papers' lane, with progress; may be cancelled between pages."""
        from gui.pages.report.printing import print_bytes

        ticket = self._ticket = Ticket()

        def step(done: int, total: int) -> None:
            ticket.check()
            self.stepped.emit(done, total)

        self.begun.emit("正在送打印机…")
        self._context.papers.run(
            lambda: print_bytes(paper.content, printer, step),
            self._printed,
            self._refuse,
            owner=self,
            ticket=ticket,
        )

    def _printed(self, count: int) -> None:
        self.rested.emit("")
        self._bar.say(f"已送打印机：{count}页，原大，不缩放。")

    def cancel(self) -> None:
        """Stop between two pages."""
        self._ticket.cancel()

    def _refuse(self, error: Exception) -> None:
        self.rested.emit("")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))
