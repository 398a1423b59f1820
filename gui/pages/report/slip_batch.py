"""按科室批量拟稿 from asking to the bar that opens the folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gui.context import Context
from gui.dialogs.files import ask_folder
from gui.jobs import Ticket
from gui.operations.papers import Beginning
from gui.operations.slips import MadeSlip, register
from gui.pages.report.life import open_file
from gui.pages.report.press_job import PressRoom, Step
from gui.pages.report.shelf import SLIP
from models import queries
from models.dataclass import dataclass
from models.errors import KnownError
from models.paperrows import PaperRow
from models.periods import Period
from models.rows import ReportRows

if TYPE_CHECKING:
    from gui.pages.report.slip_dialog import SlipWish

_FOLDER = "slip folder"
_NOTHING_DUE = "没有临期或滞后的任务，不需要提醒单或督办单。"


@dataclass(frozen=True)
class Ground:
    """What a batch is made from, read in one go."""

    rows: ReportRows
    papers: tuple[PaperRow, ...]
    next_number: int


def look(plan_id: int, period: Period, day: dt.date) -> Ground:
    """Runs in the ledger's lane."""
    from reports.builders.reminder import CODE  # late: the builders come with it

    return Ground(
        queries.report_rows(plan_id, period, day),
        queries.papers(plan_id),
        queries.next_number(CODE, day.year),
    )


class SlipBatch(QObject):
    """begun(words), stepped(done, total), rested(words): for the line that tells what is done."""

    begun = Signal(str)
    stepped = Signal(int, int)
    rested = Signal(str)

    def __init__(self, context: Context, room: Callable[[], PressRoom], page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._room = room
        self._page = page
        self._ticket = Ticket()

    def ask(self) -> None:
        """Read which slips are due, and ask which are wanted."""
        session, desk = self._context.session, self._context.desk
        if session.plan_id is not None and desk.writable:
            day = desk.clock.today()
            desk.ask(look, session.plan_id, session.period, day, done=self._choose, owner=self)

    def _choose(self, ground: Ground) -> None:
        from gui.pages.report.slip_dialog import SlipDialog
        from reports.slips import due_slips

        waiting = {
            each.task_id or 0
            for each in ground.papers
            if each.kind == SLIP and each.state.living and each.answered_on is None
        }
        slips = due_slips(ground.rows, self._context.desk.clock.today(), waiting)
        if not slips:
            self._context.bus.told.emit(_NOTHING_DUE)
            return
        signer = next(iter(ground.rows.bureau.signers), "")
        kept = self._context.preferences
        dialog = SlipDialog(slips, signer, ground.next_number, kept, self._page)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        near = Path(kept.text(_FOLDER) or Path.home())
        folder = ask_folder(self._page, "把单子存到", near)
        if folder is not None:
            kept.keep(_FOLDER, str(folder))
            self.start(ground.rows, dialog.wish(), folder)

    def start(self, rows: ReportRows, wish: SlipWish, folder: Path) -> None:
        """Lay out all of them; then they are registered, then written."""
        ticket = self._ticket = Ticket()
        day = self._context.desk.clock.today()
        self.begun.emit("正在生成单子…")
        self._context.papers.run(
            lambda: make(self._room(), rows, wish, day, ticket, self.stepped.emit),
            lambda made: self._register(made, wish, day, folder),
            self._failed,
            owner=self,
            ticket=ticket,
        )

    def cancel(self) -> None:
        """Stop after the slip that is being laid out; nothing was registered yet."""
        self._ticket.cancel()

    def _register(
        self, made: tuple[MadeSlip, ...], wish: SlipWish, day: dt.date, folder: Path
    ) -> None:
        self.rested.emit("")
        wanted = register(made, wish.signer, day, send=wish.send)
        self._context.desk.run(wanted, lambda _: self._write(made, folder))

    def _write(self, made: tuple[MadeSlip, ...], folder: Path) -> None:
        self._context.papers.run(
            lambda: write(made, folder),
            lambda notices: self._written(len(made), notices, folder),
            self._failed,
            owner=self,
        )

    def _written(self, count: int, notices: tuple[str, ...], folder: Path) -> None:
        for notice in notices[:1]:
            self._context.bus.told.emit(notice)
        self._context.bus.done.emit(
            f"已存 {count} 张单子：{folder}", (("打开文件夹", lambda: open_file(folder)),)
        )

    def _failed(self, error: Exception) -> None:
        self.rested.emit("")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def make(
    room: PressRoom, rows: ReportRows, wish: SlipWish, day: dt.date, ticket: Ticket, step: Step
) -> tuple[MadeSlip, ...]:
    """The pages of all slips, numbered in their order; in the papers' lane."""
    made = []
    for place in range(len(wish.slips)):
        ticket.check()
        made.append(_made(room, rows, wish, day, place))
        step(place + 1, len(wish.slips))
    return tuple(made)


def _made(room: PressRoom, rows: ReportRows, wish: SlipWish, day: dt.date, place: int) -> MadeSlip:
    from reports import press
    from reports.builders.reminder import CODE
    from reports.choices import to_json
    from reports.document import OfficialDocument
    from reports.lifecycle import full_number, version_of
    from reports.options import PaperOptions

    slip = wish.slips[place]
    plain = PaperOptions(date=day, task=slip.task_id, answer_by=wish.answer_by)
    options = replace(plain, draft=True)
    if wish.signer:
        signers = tuple(wish.signer.split("、"))
        number = str(wish.first + place)
        options = replace(
            plain, draft=False, document_number=number, signers=signers, issued_on=day
        )
    document = press.draft(SLIP, rows, options).document
    assert isinstance(document, OfficialDocument)
    number = full_number(document, CODE, day.year, options.document_number) if wish.signer else ""
    paper = press.make(SLIP, rows, options, room.fonts())
    beginning = Beginning(
        rows.plan.id,
        SLIP,
        document.plain_title,
        rows.period.period,
        None,
        slip.task_id,
        to_json(plain),
        wish.answer_by,
    )
    folder = slip.section or "未定科室"
    return MadeSlip(beginning, version_of(document), number, paper.content, paper.name, folder)


def write(made: tuple[MadeSlip, ...], folder: Path) -> tuple[str, ...]:
    """A folder a section, a file a slip; what was there stays. Answers what should be said."""
    from reports.files import legal_name, write_paper

    written = [
        write_paper(slip.content, slip.name, folder / legal_name(slip.folder, "")) for slip in made
    ]
    return tuple(each.notice for each in written if each.notice)
