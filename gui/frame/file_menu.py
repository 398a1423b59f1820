"""文件: other ledgers, copies, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.recent import RecentLedgers

if TYPE_CHECKING:
    from gui.frame.evidence_export import EvidenceExport
    from gui.frame.originals import Originals
    from gui.main_window import MainWindow

Add = Callable[..., QAction]


class FileMenu:
    """Fills the menu; `add(menu, word, way, *keys)` is the one of all menus."""

    def __init__(self, window: MainWindow, menu: QMenu, add: Add) -> None:
        self._window = window
        self._recent = RecentLedgers(window.context.preferences)
        self._export: EvidenceExport | None = None
        self._originals: Originals | None = None
        window.context.bus.evidence_wanted.connect(self.export_evidence)
        add(menu, "新建台账…", self._create, "Ctrl+N")
        add(menu, "打开…", self._open, "Ctrl+O")
        self.recent = menu.addMenu("最近打开")
        # Looked up when shown: files come and go.
        self.recent.aboutToShow.connect(self._list_recent)
        add(menu, "另存副本…", self._copy, "Ctrl+Shift+S")
        add(menu, "导出佐证材料…", self.export_evidence, "Ctrl+Alt+E")
        menu.addSeparator()
        add(menu, "读入工作要点…", lambda: window.intake.choose_file(), "Ctrl+Shift+O")
        add(menu, "从剪贴板读入要点", lambda: window.intake.read_clipboard(), "Ctrl+Alt+V")
        add(menu, "参照上年、结转…", lambda: window.show_address("intake/上年"))
        add(menu, "另存工作要点原件…", self._save_originals)
        menu.addSeparator()
        add(menu, "关闭台账", window.close_ledger, "Ctrl+W")
        add(menu, "退出", window.close, "Ctrl+Q")

    def export_evidence(self, wanted: Sequence[int] | None = None) -> None:
        """导出佐证材料: of these tasks, or of those selected or filtered, asked in a dialog."""
        if self._export is None:
            from gui.frame.evidence_export import EvidenceExport

            window = self._window
            self._export = EvidenceExport(window.context, window.notices, window)
        tree = self._window.tasks.tree
        selected = [task.id for task in tree.selected_tasks()] if wanted is None else wanted
        self._export.ask(selected, [task.id for task in tree.filter.tasks()])

    def _save_originals(self) -> None:
        from gui.frame.originals import Originals

        if self._originals is None:
            self._originals = Originals(self._window.context, self._window)
        self._originals.ask()

    def _list_recent(self) -> None:
        self.recent.clear()
        start = self._window.start
        for path in self._recent.others(start.path):
            action = self.recent.addAction(f"{path.stem}　{path.parent}")
            action.triggered.connect(partial(self._window.open_ledger, path))
        if self.recent.isEmpty():
            self.recent.addAction("没有打开过其他台账").setEnabled(False)

    def _create(self) -> None:
        from gui.dialogs.files import ask_new_ledger

        start = self._window.start
        path = ask_new_ledger(self._window, start.path)
        if path is not None:
            self._window.follow_with(path, start.create_at)

    def _open(self) -> None:
        from gui.dialogs.files import ask_open_ledger

        path = ask_open_ledger(self._window, self._window.start.path)
        if path is not None:
            self._window.open_ledger(path)

    def _copy(self) -> None:
        from gui.dialogs.files import ask_copy

        path = ask_copy(self._window, self._window.start.path)
        if path is not None:
            # Late: most days nobody asks for it.
            from gui.frame.ledger_copy import save_copy

            self._window.leave_field()
            save_copy(self._window.context, path)
