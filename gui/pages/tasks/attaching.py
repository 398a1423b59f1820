"""Files, folders and pasted pictures become evidence; the 材料名称 is asked for at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from gui.context import Context
from gui.operations import records
from gui.operations.operation import Operation
from gui.operations.records import Hanger
from gui.widgets.attached import files_in, picture_in
from gui.working import Working, begin
from models.errors import KnownError
from models.files import gather
from models.rows import Change, TaskRow

_STOPPED = "已取消，没有添加任何一件；原有材料都在。"


class Attaching(QObject):
    """`attached(task_id, evidence_id)` after a single piece: its name is to be looked at now."""

    attached = Signal(int, int)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def attach(self, paths: Sequence[Path], task: TaskRow, measure_id: int | None = None) -> None:
        """Files and whole folders; folders are looked through away from the window's thread."""
        if not paths:
            return
        where = Hanger(task.id, measure_id)
        self._context.papers.run(
            lambda: gather(paths),
            lambda files: self._found(files, task, where),
            self._failed,
            owner=self,
        )

    def paste(self, data: QMimeData, task: TaskRow, measure_id: int | None = None) -> None:
        """What lies on the clipboard: files, or a picture without one."""
        files = files_in(data)
        picture = picture_in(data)
        if files:
            self.attach(files, task, measure_id)
        elif picture is not None:
            where = Hanger(task.id, measure_id)
            self._context.papers.run(
                lambda: png_of(picture), lambda content: self._keep(content, where), self._failed,
                owner=self,
            )  # fmt: skip

    def _found(self, files: tuple[Path, ...], task: TaskRow, where: Hanger) -> None:
        if not files:
            self._context.bus.told.emit("文件夹里没有可以添加的文件。")
        elif len(files) == 1:
            self._run(records.attach_file(files[0], where), task.id)
        else:
            from gui.dialogs.attach import AttachDialog

            dialog = AttachDialog(f"任务 {task.label}", files, self._page)
            if dialog.exec() == QDialog.DialogCode.Accepted:
                work = Working(f"正在添加 {len(files)} 件佐证材料…", _STOPPED)
                begin(self._context, work)
                wanted = records.attach_files(dialog.named(), where, work.step)
                self._run(wanted, task.id, work.end)

    def _keep(self, content: bytes, where: Hanger) -> None:
        now = self._context.desk.clock.now()
        name = f"图片 {now.month}月{now.day}日{now.hour}时{now.minute:02}分"
        self._run(records.attach_content(name, f"{name}.png", content, where), where.task_id)

    def _run(self, wanted: Operation, task_id: int, end: Callable[[], None] = lambda: None) -> None:
        def done(change: Change) -> None:
            end()
            if change.new_id is not None:
                self.attached.emit(task_id, change.new_id)

        self._context.desk.run(wanted, done, lambda _: end())

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def png_of(picture: QImage) -> bytes:
    """A picture as PNG, which keeps every point of a screen shot."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise KnownError("剪贴板里的图片读不出来，没有添加；请把图片存成文件后再拖进来。")
    return bytes(buffer.data().data())
