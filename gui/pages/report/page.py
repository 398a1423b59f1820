"""报告: choose a paper, set it up, look at its real pages, export and print it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.dialogs.files import ask_save
from gui.jobs import Ticket
from gui.pages.page import Page
from gui.pages.report.foot import Foot
from gui.pages.report.lacking_bar import LackingBar
from gui.pages.report.options_panel import OptionsPanel, Wanted
from gui.pages.report.paper_list import PaperList
from gui.pages.report.press_job import PressRoom
from gui.pages.report.preview import Preview
from gui.pages.report.remarks import remarks
from models import queries
from models.errors import KnownError
from models.rows import Change, ReportRows
from reports.catalogue import PaperKind
from reports.files import write_paper

if TYPE_CHECKING:
    from reports.press import Paper


class ReportPage(Page):
    """Papers are laid out in their own lane; ticking goes on meanwhile."""

    _stepped = Signal(int, int)

    def __init__(self, context: Context, room: PressRoom | None = None) -> None:
        super().__init__()
        self._context = context
        self._room = room or PressRoom()
        self._ticket = Ticket()
        self._shown: Paper | None = None
        self._another = True
        self._stale = True
        self.papers = PaperList(context.theme)
        self.options = OptionsPanel()
        self.preview = Preview(self)
        self.lacking = LackingBar()
        self.foot = Foot()
        self._lay_out()
        self._connect()
        self._take_office()
        context.desk.ask(queries.sections, True, done=self.options.show_sections, owner=self)
        self.papers.setCurrentRow(0)

    # -- putting together

    def _lay_out(self) -> None:
        self.papers.setFixedWidth(216)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.options)
        area.setFixedWidth(312)
        right = QVBoxLayout()
        right.setContentsMargins(8, 8, 8, 0)
        right.setSpacing(8)
        right.addWidget(self.lacking)
        right.addWidget(self.preview, 1)
        right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.papers)
        row.addWidget(area)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        session, bus = self._context.session, self._context.bus
        self.papers.chosen.connect(self._choose)
        self.options.changed.connect(self.make)
        self.options.period_chosen.connect(session.show_period)
        session.period_changed.connect(self._take_office)
        session.tree_loaded.connect(self._take_office)
        session.bureau_changed.connect(self._take_office)
        bus.changed.connect(self._take_change)
        bus.closing.connect(self.cancel)
        self.preview.turned.connect(self.foot.show_page)
        self.foot.turn_wanted.connect(self.preview.turn)
        self.foot.wide_wanted.connect(lambda wide: self.preview.show_whole(not wide))
        self.foot.cancel_wanted.connect(self.cancel)
        self.foot.print_wanted.connect(self.print)
        self.foot.export_wanted.connect(self.export)
        self._stepped.connect(self.foot.step)
        self._context.theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        self.preview.set_ground(self._context.theme.colours.track)

    def first_field(self) -> QWidget:
        """The list of papers."""
        return self.papers

    # -- what is shown

    def _choose(self, kind: PaperKind) -> None:
        self._another = True
        self.options.show_kind(kind)
        self.foot.xlsx.setEnabled("xlsx" in kind.formats)
        self.make()

    def _take_office(self) -> None:
        session = self._context.session
        if session.tree is not None:
            self.options.show_office(session.bureau, session.tree.plan, session.period)
            self.options.show_tasks(session.tree.tasks)

    def _take_change(self, change: Change) -> None:
        self._take_sections(change)
        self._stale = True
        if self.isVisible():
            self.make()

    def _take_sections(self, change: Change) -> None:
        if change.kinds & {"section"}:
            self._context.desk.ask(
                queries.sections, True, done=self.options.show_sections, owner=self
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back: the ledger may have changed."""
        super().showEvent(event)
        if self._stale:
            self.make()

    # -- making

    def make(self) -> None:
        """Make the pages again; an unfinished making is dropped."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._ticket.cancel()
        ticket = self._ticket = Ticket()
        self._with_rows(lambda wanted, rows: self._lay_out_pages(wanted, rows, ticket))

    def _with_rows(self, go_on: Callable[[Wanted, ReportRows], object]) -> None:
        session, desk = self._context.session, self._context.desk
        if session.plan_id is None:
            self.foot.rest("台账中还没有工作要点，没有可以生成的文稿。")
            return
        wanted = self.options.wanted(desk.clock.today())
        if wanted.kind.needs_task and wanted.options.task is None:
            self.foot.rest("没有未办结的任务，不需要提醒单或督办单。")
            self.preview.clear()
            self._shown = None
            return
        desk.ask(
            queries.report_rows,
            session.plan_id,
            wanted.period,
            wanted.options.date,
            wanted.section_id,
            done=lambda rows: go_on(wanted, rows),
            owner=self,
        )

    def _lay_out_pages(self, wanted: Wanted, rows: ReportRows, ticket: Ticket) -> None:
        if ticket.cancelled:
            # Another paper was wanted while the ledger was being read for this one.
            return
        self.foot.busy("正在排版…")
        self._context.papers.run(
            lambda: self._room.make(wanted, rows, "pdf", ticket, self._stepped.emit),
            self._show,
            self._failed,
            owner=self,
            ticket=ticket,
        )

    def _show(self, paper: Paper) -> None:
        self._shown = paper
        self.foot.rest("")
        self.preview.show_bytes(paper.content, from_top=self._another)
        self._another = False
        self.lacking.show_remarks(remarks(paper, self._context.bus, self.options))

    def cancel(self) -> None:
        """Stop what is being made; what was shown stays."""
        self._ticket.cancel()
        self.foot.rest("已取消。改动选项后会重新排版。")

    def _failed(self, error: Exception) -> None:
        self.foot.rest("没有生成。")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))

    # -- export and print

    def export(self, form: str) -> None:
        """Write the paper to a file; the pages shown, or the workbook made from the same rows."""
        if form == "pdf" and self._shown is not None and not self.foot.is_busy:
            self._write(self._shown)
            return
        ticket = Ticket()
        self._with_rows(
            lambda wanted, rows: self._context.papers.run(
                lambda: self._room.make(wanted, rows, form, ticket, lambda done, total: None),
                self._write,
                self._failed,
                owner=self,
                ticket=ticket,
            )
        )

    def _write(self, paper: Paper) -> None:
        self.foot.rest("")
        folder = Path(self._context.preferences.text("export folder") or Path.home())
        kinds = "PDF (*.pdf)" if paper.name.endswith(".pdf") else "Excel 工作簿 (*.xlsx)"
        target = ask_save(self, "导出", folder / paper.name, kinds)
        if target is None:
            return
        self._context.preferences.keep("export folder", str(target.parent))
        try:
            # The system's dialog has asked about an existing file already.
            written = write_paper(paper.content, target.name, target.parent, overwrite=True)
        except KnownError as error:
            self._context.bus.refused.emit(str(error))
            return
        self._context.bus.told.emit(f"已导出：{written.path}")

    def print(self) -> None:
        """Print the pages shown, at true size."""
        if self._shown is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog

        from gui.pages.report.printing import new_printer, print_pages

        printer = new_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.preview.paper.pageCount()))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            count = print_pages(self.preview.paper, printer)
        except KnownError as error:
            self._context.bus.refused.emit(str(error))
            return
        self._context.bus.told.emit(f"已送打印机：{count} 页，原大，不缩放。")
