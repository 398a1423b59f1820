"""报告: choose a paper, set it up, look at its real pages, export and print it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.context import Context
from gui.dialogs.files import ask_save
from gui.jobs import Ticket
from gui.pages.report.lacking_bar import LackingBar, Remark
from gui.pages.report.options_panel import OptionsPanel, Wanted
from gui.pages.report.paper_list import PaperList
from gui.pages.report.press_job import PressRoom
from gui.pages.report.preview import Preview
from gui.widgets.labels import muted
from models import queries
from models.errors import KnownError
from models.rows import Change, ReportRows
from reports.catalogue import PaperKind
from reports.files import write_paper

if TYPE_CHECKING:
    from reports.press import Paper


class ReportPage(QWidget):
    """Papers are laid out in their own lane; ticking goes on meanwhile."""

    _stepped = Signal(int, int)

    def __init__(self, context: Context, room: PressRoom | None = None) -> None:
        super().__init__()
        self._context = context
        self._room = room or PressRoom()
        self._ticket = Ticket()
        self._shown: Paper | None = None
        self._stale = True
        self.papers = PaperList(context.theme)
        self.options = OptionsPanel()
        self.preview = Preview(self)
        self.lacking = LackingBar()
        self._make_foot()
        self._lay_out()
        self._connect()
        self._take_office()
        context.desk.ask(queries.sections, True, done=self.options.show_sections, owner=self)
        self.papers.setCurrentRow(0)

    # -- putting together

    def _make_foot(self) -> None:
        self._state = muted()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._cancel = QPushButton("取消")
        self._cancel.clicked.connect(self.cancel)
        self._page = muted()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setMinimumWidth(64)
        self._width = QPushButton("页宽")
        self._width.setCheckable(True)
        self._width.setToolTip("按页宽显示，看清文字；Ctrl+滚轮缩放")
        self._before, self._after = QPushButton("上一页"), QPushButton("下一页")
        self._print = QPushButton("打印…")
        self._xlsx = QPushButton("导出 Excel…")
        self._pdf = QPushButton("导出 PDF…")
        self._pdf.setProperty("main", True)

    def _lay_out(self) -> None:
        self.papers.setFixedWidth(216)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.options)
        area.setFixedWidth(312)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self._state)
        foot.addWidget(self._bar)
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        for widget in (
            self._width,
            self._before,
            self._page,
            self._after,
            self._print,
            self._xlsx,
            self._pdf,
        ):
            foot.addWidget(widget)
        right = QVBoxLayout()
        right.setContentsMargins(8, 8, 8, 0)
        right.setSpacing(8)
        right.addWidget(self.lacking)
        right.addWidget(self.preview, 1)
        right.addLayout(foot)
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
        self.preview.turned.connect(self._turned)
        self._width.toggled.connect(lambda wide: self.preview.show_whole(not wide))
        self._before.clicked.connect(lambda: self.preview.turn(-1))
        self._after.clicked.connect(lambda: self.preview.turn(1))
        self._print.clicked.connect(self.print)
        self._pdf.clicked.connect(lambda: self.export("pdf"))
        self._xlsx.clicked.connect(lambda: self.export("xlsx"))
        self._stepped.connect(self._step)
        self._context.theme.changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        self.preview.set_ground(self._context.theme.colours.track)

    # -- what is shown

    def _choose(self, kind: PaperKind) -> None:
        self.options.show_kind(kind)
        self._xlsx.setEnabled("xlsx" in kind.formats)
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
            self._state.setText("台账中还没有工作要点，没有可以生成的文稿。")
            return
        wanted = self.options.wanted(desk.clock.today())
        if wanted.kind.needs_task and wanted.options.task is None:
            self._rest("没有未办结的任务，不需要提醒单或督办单。")
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
        self._busy("正在排版…")
        self._context.papers.run(
            lambda: self._room.make(wanted, rows, "pdf", ticket, self._stepped.emit),
            self._show,
            self._failed,
            owner=self,
            ticket=ticket,
        )

    def _show(self, paper: Paper) -> None:
        self._shown = paper
        self._rest("")
        self.preview.show_bytes(paper.content)
        self.lacking.show_remarks(self._remarks(paper))

    def _remarks(self, paper: Paper) -> list[Remark]:
        found = [
            Remark(each.sentence, self._way(each.sentence, each.task_id))
            for each in (*paper.lacking, *paper.warnings)
        ]
        settings = partial(self._context.bus.page_wanted.emit, "settings")
        return found + [Remark(each, settings) for each in paper.substitutions]

    def _way(self, sentence: str, task_id: int | None) -> Callable[[], None] | None:
        bus = self._context.bus
        if task_id is not None:
            tab = "progress" if "进展" in sentence else ""
            return lambda: bus.place_wanted.emit(task_id, tab)
        if "设置" in sentence:
            return lambda: bus.page_wanted.emit("settings")
        for words, field in (
            ("发文字号", self.options.number),
            ("编号", self.options.number),
            ("签发人", self.options.signer),
            ("主送", self.options.addressee),
            ("成文日期", self.options.date),
        ):
            if words in sentence:
                return field.setFocus
        return None

    def cancel(self) -> None:
        """Stop what is being made; what was shown stays."""
        self._ticket.cancel()
        self._rest("已取消。改动选项后会重新排版。")

    def _failed(self, error: Exception) -> None:
        self._rest("没有生成。")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))

    # -- export and print

    def export(self, form: str) -> None:
        """Write the paper to a file; the pages shown, or the workbook made from the same rows."""
        if form == "pdf" and self._shown is not None and not self._ticket_runs():
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
        self._rest("")
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

    # -- the foot

    def _ticket_runs(self) -> bool:
        return self._bar.isVisible()

    def _busy(self, words: str) -> None:
        self._state.setText(words)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.show()

    def _rest(self, words: str) -> None:
        self._state.setText(words)
        self._bar.hide()
        self._cancel.hide()

    def _step(self, done: int, total: int) -> None:
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, max(1, total))
            self._bar.setValue(done)

    def _turned(self, page: int, pages: int) -> None:
        self._page.setText(f"{page} / {pages}" if pages else "")
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < pages)
        self._print.setEnabled(pages > 0)

    @property
    def state(self) -> QLabel:
        """What is being done."""
        return self._state
