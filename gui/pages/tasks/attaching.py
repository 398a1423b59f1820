"""Files, folders and pasted pictures become evidence; the 材料名称 is asked for at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from gui.context import Context
from gui.dialogs.attach import AttachDialog, Target
from gui.operations import records
from gui.operations.operation import Operation
from gui.operations.records import Hanger
from gui.widgets.attached import files_in, picture_in
from gui.working import Working, begin
from models import queries
from models.errors import KnownError
from models.files import gather
from models.rows import Change, TaskDetail, TaskRow

_MOST_SAID = 3
_TOO_LATE = "取消晚了一步，已经全部添加；不要的可以按 Ctrl+Z 撤销。"
_STOPPED = "已取消，没有添加任何一件；原有材料都在。"


class Attaching(QObject):
    """`attached(task_id, evidence_id)`: the name of a piece is to be looked at now; 0: it was asked."""

    attached = Signal(int, int)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def attach(
        self,
        paths: Sequence[Path],
        task: TaskRow,
        measure_id: int | None = None,
        *,
        pasted: bool = False,
    ) -> None:
        """Files and whole folders; folders are looked through away from the window's thread.

        One file that was let go over its place hangs there; of several, and of what was pasted, is
        asked how they are called and to which measure they belong.
        """
        if not paths:
            return
        where = Hanger(task.id, measure_id)

        def found(files: tuple[Path, ...]) -> None:
            if not files:
                self._context.bus.told.emit("文件夹里没有可以添加的文件。")
            elif len(files) == 1 and not pasted:
                self._run(records.attach_file(files[0], where), task.id, named=False)
            else:
                self._with_target(where, lambda target: self._ask(target, files))

        self._context.papers.run(lambda: gather(paths), found, self._failed, owner=self)

    def paste(self, data: QMimeData, task: TaskRow, measure_id: int | None = None) -> None:
        """What lies on the clipboard: files, or a picture without one."""
        files = files_in(data)
        picture = picture_in(data)
        where = Hanger(task.id, measure_id)
        if files:
            self.attach(files, task, measure_id, pasted=True)
        elif picture is not None:
            self._with_target(where, lambda target: self._ask_picture(target, picture))

    def _with_target(self, where: Hanger, then: Callable[[Target], None]) -> None:
        """Look up which measures there are to choose from."""
        desk = self._context.desk

        def found(detail: TaskDetail) -> None:
            then(Target(detail.task, detail.measures, where.measure_id))

        desk.ask(
            queries.task_detail, where.task_id, desk.clock.today(), None, done=found, owner=self
        )

    def _ask(self, target: Target, files: Sequence[Path]) -> None:
        dialog = AttachDialog(target, files, self._context.preferences, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            where = Hanger(target.task.id, dialog.measure_id())
            self._attach_named(dialog.named(), where)

    def _attach_named(self, named: Sequence[tuple[Path, str]], where: Hanger) -> None:
        left_out: list[str] = []
        work = Working(f"正在添加 {len(named)} 件佐证材料…", _STOPPED)
        begin(self._context, work)

        def ended(kept: bool) -> None:
            if kept and work.ticket.cancelled:
                self._context.bus.told.emit(_TOO_LATE)
            if kept and left_out:
                self._context.bus.refused.emit(_left_out_words(left_out))
            work.end()

        self._run(records.attach_files(named, where, work.step, left_out), where.task_id, ended)

    def _ask_picture(self, target: Target, picture: QImage) -> None:
        now = self._context.desk.clock.now()
        name = f"图片 {now.month}月{now.day}日{now.hour}时{now.minute:02}分"
        dialog = AttachDialog(
            target, [Path(f"{name}.png")], self._context.preferences, self._page, picture
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        ((_, called),) = dialog.named()
        where = Hanger(target.task.id, dialog.measure_id())

        def keep(content: bytes) -> None:
            wanted = records.attach_content(called, f"{name}.png", content, where)
            self._run(wanted, where.task_id)

        self._context.papers.run(lambda: png_of(picture), keep, self._failed, owner=self)

    def _run(
        self,
        wanted: Operation,
        task_id: int,
        end: Callable[[bool], None] = lambda kept: None,
        *,
        named: bool = True,
    ) -> None:
        def done(change: Change) -> None:
            end(True)
            if change.new_id is not None:
                self.attached.emit(task_id, 0 if named else change.new_id)

        self._context.desk.run(wanted, done, lambda _: end(False))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def _left_out_words(sentences: Sequence[str]) -> str:
    """The first ones in one text, and how many more there are."""
    more = len(sentences) - _MOST_SAID
    said = "".join(sentences[:_MOST_SAID])
    return f"{said}（另有 {more} 件也没有添加）" if more > 0 else said


def png_of(picture: QImage) -> bytes:
    """A picture as PNG, which keeps every point of a screen shot."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise KnownError("剪贴板里的图片读不出来，没有添加；请把图片存成文件后再拖进来。")
    return bytes(buffer.data().data())
