"""读入工作要点: a file or the clipboard is read, looked at, mended, and begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.address import Address
from gui.context import Context
from gui.dialogs.files import ask_plan
from gui.jobs import Ticket
from gui.operations import intake
from gui.operations.intake import YearBefore
from gui.pages.intake.begin_panel import BeginPanel
from gui.pages.intake.editor import DraftEditor
from gui.pages.intake.kept_draft import KeptDraft
from gui.pages.intake.preview import Preview
from gui.pages.intake.reading import Loaded, load_file, load_pasted
from gui.pages.intake.start_panel import StartPanel
from gui.pages.intake.year_panel import YearPanel
from gui.pages.page import Page
from gui.widgets.menu_lines import add_lines
from models import queries
from models.errors import KnownError
from models.rows import Change, PlanRow

_FOLDER = "plan folder"
_KEEP_MS = 1500
YEAR_BEFORE = "上年"
_KEPT = "上一份预览还在，可以换回来。"


class IntakePage(Page):
    """Reading runs in the lane without a ledger; the preview stays until it is begun or given up."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ticket = Ticket()
        self._loaded: Loaded | None = None
        self._plan_id = 0
        self._kept = KeptDraft(context.preferences.folder, context.desk.ledger.path)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self.start = StartPanel()
        self.preview = Preview(context.theme, context.preferences)
        self.begin = BeginPanel(context)
        self.year = YearPanel(context)
        self._stack = QStackedWidget()
        for panel in (self.start, self.preview, self.begin, self.year):
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        if self._kept.there:
            self._read(self._kept.load, "正在打开上次没有存入的预览……", self._go_on)

    def _connect(self) -> None:
        bus = self._context.bus
        self.start.file_wanted.connect(self.choose_file)
        self.start.paste_wanted.connect(self.read_clipboard)
        self.start.dropped.connect(lambda paths: self.read_file(paths[0]))
        self.start.cancel_wanted.connect(self.cancel)
        self.preview.changed.connect(self.history_changed)
        self.preview.changed.connect(self._keeping.start)
        self._keeping.timeout.connect(self._keep)
        self.preview.stuck.connect(bus.told)
        self.preview.begin_wanted.connect(self._begin)
        self.preview.give_up_wanted.connect(self.give_up)
        self.begin.back_wanted.connect(self._back)
        self.begin.saved.connect(self._saved)
        self.year.done.connect(self._finish)
        self._context.session.plans_changed.connect(self._year_gone)
        bus.closing.connect(self.cancel)

    def first_field(self) -> QWidget:
        """The tree of the draft, or the button to choose a file."""
        shown = self._stack.currentWidget()
        if shown is self.preview:
            return self.preview.tree
        if shown in (self.begin, self.year):
            return shown.first_field()
        return self.start.cancel if self.start.is_busy else self.start.file

    def fill_menu(self, menu: QMenu) -> None:
        """How a plan is read in, and what can be done with the line under the cursor."""
        add_lines(
            menu,
            [
                ("读入工作要点…", "Ctrl+Shift+O", self.choose_file),
                ("从剪贴板读入要点", "Ctrl+Alt+V", self.read_clipboard),
            ],
        )
        if self._stack.currentWidget() is self.preview:
            menu.addSeparator()
            self.preview.fill_menu(menu)

    def address(self) -> Address:
        """The next start goes on with a preview, else with the tasks."""
        return Address(self.name if self._loaded is not None else "tasks")

    def show_address(self, address: Address) -> None:
        """An address that names a file (intake?file=…) reads it; intake/上年: the year before."""
        if address.get("file"):
            self.read_file(Path(address.get("file")))
        elif address.part == YEAR_BEFORE and self._context.session.plan_id is not None:
            self._ask_year(self._context.session.plan_id, self._no_year)

    def leave(self) -> None:
        """The window closes: the preview stays on disk as it is."""
        if self._loaded is not None:
            self.preview.leave()
            self._keep()

    def put_back(self, name: str, key: str, words: str) -> bool:
        """As any page; the line that the words belong to is brought under one's hands first."""
        here = self._stack.currentWidget() is self.preview and self.preview.editor is not None
        return here and self.preview.put_back(key, words)

    # -- its own undo

    def history(self) -> tuple[str, str] | None:
        """What would be undone and done again in the draft, while it is on the page."""
        editor = self.preview.editor
        if editor is None or self._stack.currentWidget() is not self.preview:
            return None
        return editor.labels

    def undo(self) -> None:
        """One step back in the draft."""
        if self.preview.editor is not None:
            self.preview.leave()
            self.preview.editor.undo()

    def redo(self) -> None:
        """One step forward again."""
        if self.preview.editor is not None:
            self.preview.editor.redo()

    # -- reading

    def choose_file(self) -> None:
        """Ask which file to read."""
        folder = Path(self._context.preferences.text(_FOLDER) or Path.home())
        path = ask_plan(self, folder)
        if path is not None:
            self._context.preferences.keep(_FOLDER, str(path.parent))
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file; what is on the page stays until that has worked."""
        year = self._context.desk.clock.today().year
        self._read(lambda: load_file(path, year), f"正在读“{path.name}”……")

    def read_clipboard(self) -> None:
        """Read what was copied elsewhere."""
        mime = QGuiApplication.clipboard().mimeData()
        # Nothing at all, where another program has just given the clipboard up.
        words, html = (mime.text(), mime.html()) if mime is not None else ("", "")
        if not (words.strip() or html.strip()):
            self._context.bus.refused.emit(
                "剪贴板里没有文字，没有读入任何内容；请先在网页或文档里复制要点全文。"
            )
            return
        year = self._context.desk.clock.today().year
        self._read(lambda: load_pasted(words, html, year), "正在读剪贴板里的文字……")

    def _read(
        self,
        work: Callable[[], Loaded | None],
        words: str,
        done: Callable[[Loaded | None], None] | None = None,
    ) -> None:
        self.cancel()
        self._ticket = Ticket()
        self.start.busy(words)
        self._turn(self.start)
        self._context.papers.run(
            work, done or self._show, self._failed, owner=self, ticket=self._ticket
        )

    def cancel(self) -> None:
        """Drop what is being read; a preview that was there comes back."""
        if self.start.is_busy:
            self._ticket.cancel()
            self._come_back()

    def _failed(self, error: Exception) -> None:
        self._come_back()
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))

    def _come_back(self) -> None:
        self.start.rest()
        self._turn(self.start if self._loaded is None else self.preview)

    def _go_on(self, loaded: Loaded | None) -> None:
        """What was left when the window closed last."""
        self.start.rest()
        if loaded is None:
            self._kept.forget()
            self._turn(self.start)
        else:
            self._put(loaded, None, fresh=False)

    def _keep(self, *, fresh: bool = False) -> None:
        """Write the preview to disk, in the lane: it may be long."""
        self._keeping.stop()
        loaded, editor = self._loaded, self.preview.editor
        if loaded is None or editor is None:
            return
        outline = editor.outline
        self._context.papers.run(
            lambda: self._kept.keep(loaded, outline, fresh=fresh), None, self._failed
        )

    def _forget(self) -> None:
        self._keeping.stop()
        self._loaded = None
        self._context.papers.run(self._kept.forget, None, self._failed)

    def _show(self, loaded: Loaded | None) -> None:
        if loaded is None:
            return
        before, editor = self._loaded, self.preview.editor
        self.start.rest()
        self._put(loaded, None)
        if before is not None and editor is not None and editor.mended:
            way = ("换回上一份", lambda: self._put(before, editor))
            self._context.bus.done.emit(_KEPT, (way,))

    def _put(self, loaded: Loaded, editor: DraftEditor | None, *, fresh: bool = True) -> None:
        self._loaded = loaded
        self.preview.show_loaded(loaded, editor)
        if fresh:
            self._keep(fresh=True)
        self._turn(self.preview)
        self.begin.ask_known(self.preview.show_known)

    # -- beginning, giving up

    def _begin(self) -> None:
        self.preview.leave()
        if self._loaded is not None and self.preview.editor is not None:
            self.begin.show_outline(self.preview.editor.outline, self._loaded)
            self._turn(self.begin)

    def _back(self) -> None:
        self._turn(self.preview)

    def give_up(self) -> None:
        """Throw the preview away; it can be taken back at once."""
        loaded, editor = self._loaded, self.preview.editor
        self._forget()
        self._turn(self.start)
        if loaded is not None and editor is not None:
            way = ("拿回来", lambda: self._put(loaded, editor))
            self._context.bus.done.emit("预览已放弃，台账没有改动。", (way,))

    def _saved(self, change: Change, plan_id: int) -> None:
        """The plan stands in the ledger: show it, and offer what the year before has."""
        self._forget()
        self.preview.editor = None
        self._plan_id = plan_id
        desk = self._context.desk
        desk.ask(queries.plans, done=self._show_plan, owner=self)
        if change.new_id != plan_id:
            self._finish()  # a revision: its year has begun already
            return
        self._ask_year(plan_id, self._finish)

    def _show_plan(self, plans: tuple[PlanRow, ...]) -> None:
        for plan in plans:
            if plan.id == self._plan_id:
                self._context.session.show_plan(plan)

    def _ask_year(self, plan_id: int, without: Callable[[], None]) -> None:
        """Offer what the year before has for a plan; `without`: where it has nothing."""

        def offer(before: YearBefore | None) -> None:
            if before is None or before.empty:
                without()
                return
            self.year.show_year(plan_id, before)
            self._turn(self.year)

        desk = self._context.desk
        desk.ask(intake.year_before, plan_id, desk.clock.today(), done=offer, owner=self)

    def _no_year(self) -> None:
        self._context.bus.told.emit("台账里没有更早的要点可以参照，或者没有要结转的任务。")
        self._finish()

    def _year_gone(self) -> None:
        """Storing the plan was undone: nothing can be carried into it any more."""
        plans = {plan.id for plan in self._context.session.plans}
        if self._stack.currentWidget() is self.year and self.year.plan_id not in plans:
            self._come_back()

    def _finish(self) -> None:
        self._come_back()
        if self.isVisible():
            self._context.bus.page_wanted.emit("tasks")

    def _turn(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        if self.isVisible():
            self.first_field().setFocus()
        self.history_changed.emit()
