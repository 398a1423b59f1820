"""另存副本 beside the day's work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from gui.context import Context
from gui.working import Working, work_beside

_STOPPED = "已取消另存副本，没有写出文件；台账没有改动。"


def save_copy(context: Context, target: Path) -> None:
    """Write a copy; what was sent to the ledger until now is in it."""
    ledger, bus = context.desk.ledger, context.bus
    folder = QUrl.fromLocalFile(str(target.parent))

    def done(_: object) -> None:
        ways = (("打开文件夹", lambda: QDesktopServices.openUrl(folder)),)
        bus.done.emit(f"副本已写好：{target}", ways)

    def begin() -> None:
        work = Working(f"正在另存副本“{target.name}”…", _STOPPED)
        work_beside(context, work, lambda: ledger.save_copy(target, work.step), done)

    context.desk.after(begin)
