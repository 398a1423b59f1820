"""导出佐证材料 from asking to the bar that opens the folder; the work is done in the papers' lane."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from gui.context import Context
from gui.dialogs.evidence_export import EvidenceExportDialog
from gui.dialogs.files import ask_folder
from gui.frame.evidence_job import EvidenceJob, Handed
from gui.frame.notices import Notices
from gui.jobs import Ticket
from gui.widgets.work_notice import WorkNotice
from models import queries
from models.errors import KnownError
from models.periods import Period, PeriodKind
from models.rows import ReportRows

if TYPE_CHECKING:
    from reports.pieces import Choice

_FOLDER = "evidence folder"
_MOST_SAID = 3


class EvidenceExport(QObject):
    """One export at a time; asking again while one runs says so."""

    _stepped = Signal(int, int)

    def __init__(self, context: Context, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._notices = notices
        self._window = window
        self._bar: WorkNotice | None = None
        self._ticket = Ticket()
        self._stepped.connect(self._step)
        context.bus.closing.connect(self._ticket_cancel)

    def ask(self, selected: Sequence[int], filtered: Sequence[int] = ()) -> None:
        """Ask whose evidence is wanted; ids of the selected tasks and of those a filter leaves."""
        session, desk = self._context.session, self._context.desk
        if session.tree is None:
            return
        if self._bar is not None:
            self._context.bus.told.emit("正在导出佐证材料，完成或取消后可以再导出。")
            return
        offers = _offers(selected, filtered, len(session.tree.tasks))
        plan, today = session.tree.plan, desk.clock.today()
        desk.ask(
            queries.report_rows,
            plan.id,
            Period.of(PeriodKind.YEAR, today),
            today,
            done=lambda rows: self._choose(rows, offers),
            owner=self,
        )

    def _choose(self, rows: ReportRows, offers: list[tuple[str, tuple[int, ...]]]) -> None:
        dialog = EvidenceExportDialog(rows, offers, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        near = Path(self._context.preferences.text(_FOLDER) or Path.home())
        folder = ask_folder(self._window, "导出佐证材料到", near)
        if folder is not None:
            self._context.preferences.keep(_FOLDER, str(folder))
            self.start(rows, dialog.choice(), folder)

    def start(self, rows: ReportRows, choice: Choice, folder: Path) -> None:
        """Write the files and their list into a folder, with a bar that shows how far it is."""
        ticket = self._ticket = Ticket()
        self._bar = WorkNotice("正在导出佐证材料…", self.cancel)
        self._notices.add(self._bar)
        job = EvidenceJob(rows, choice, folder, self._context.desk.clock.today())
        ledger = self._context.desk.ledger
        self._context.papers.run(
            lambda: job.run(ledger, ticket, self._stepped.emit),
            self._done,
            self._failed,
            owner=self,
            ticket=ticket,
        )

    def cancel(self) -> None:
        """Stop after the file that is being written; those written before are whole and stay."""
        self._ticket.cancel()
        self._rest()
        self._context.bus.told.emit("已取消导出；已经写出的文件都是完整的，留在文件夹里。")

    def _ticket_cancel(self) -> None:
        self._ticket.cancel()

    def _step(self, done: int, total: int) -> None:
        if self._bar is not None:
            self._bar.step(done, total)

    def _done(self, handed: Handed) -> None:
        self._rest()
        folder = str(handed.folder)
        # One bar each: more would push the way to the folder out.
        if handed.remarks:
            self._context.bus.told.emit(_few(handed.remarks))
        if handed.problems:
            self._notices.say_bad(_few(handed.problems))
        self._notices.offer(
            f"已导出佐证材料 {handed.files} 份和清单：{folder}",
            (("打开文件夹", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder))),),
        )

    def _failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))

    def _rest(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.leave()


def _offers(
    selected: Sequence[int], filtered: Sequence[int], whole: int
) -> list[tuple[str, tuple[int, ...]]]:
    """Selected tasks first when there are several, then what a filter leaves, then all."""
    offers: list[tuple[str, tuple[int, ...]]] = []
    if selected:
        offers.append((f"选中的 {len(selected)} 项", tuple(selected)))
    if filtered and len(filtered) < whole:
        offers.append((f"筛选出的 {len(filtered)} 项", tuple(filtered)))
    offers.append((f"全部 {whole} 项", ()))
    return offers


def _few(sentences: Sequence[str]) -> str:
    """The first ones in one text, and how many more there are."""
    said = "".join(sentences[:_MOST_SAID])
    more = len(sentences) - _MOST_SAID
    return f"{said}（另有 {more} 处）" if more > 0 else said
