"""导出佐证材料 from asking to the bar that opens the folder; the work is done in the papers' lane."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from gui.context import Context
from gui.dialogs.evidence_export import EvidenceExportDialog
from gui.dialogs.files import ask_folder
from gui.frame.evidence_job import EvidenceJob, Handed
from gui.frame.notices import Notices
from gui.working import Working, work_beside
from models import queries
from models.periods import Period, PeriodKind
from models.rows import ReportRows

if TYPE_CHECKING:
    from reports.pieces import Choice

_FOLDER = "evidence folder"
_MOST_SAID = 3
_STOPPED = "已取消导出；已经写出的文件都是完整的，留在文件夹里。"


class EvidenceExport(QObject):
    """One export at a time; asking again while one runs says so."""

    def __init__(self, context: Context, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._notices = notices
        self._window = window
        self._work: Working | None = None
        context.bus.closing.connect(self.cancel)

    def ask(self, selected: Sequence[int], filtered: Sequence[int] = ()) -> None:
        """Ask whose evidence is wanted; ids of the selected tasks and of those a filter leaves."""
        session, desk = self._context.session, self._context.desk
        if session.tree is None:
            return
        if self._work is not None and not self._work.over:
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
        work = self._work = Working("正在导出佐证材料…", _STOPPED)
        job = EvidenceJob(rows, choice, folder, self._context.desk.clock.today())
        ledger = self._context.desk.ledger
        work_beside(
            self._context, work, lambda: job.run(ledger, work.ticket, work.step), self._done
        )

    def cancel(self) -> None:
        """Stop after the file that is being written; those written before are whole and stay."""
        if self._work is not None:
            self._work.cancel()

    def _done(self, handed: Handed) -> None:
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
    said = "；".join(each.rstrip("。；") for each in sentences[:_MOST_SAID])
    more = len(sentences) - _MOST_SAID
    return f"{said}（另有 {more} 处）。" if more > 0 else f"{said}。"
