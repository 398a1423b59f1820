"""Keeps what is being typed on disk while it is not in the ledger, and offers it at the next start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from gui.address import Address
from gui.frame.page_menu import PAGE_WORDS
from gui.frame.typed_field import TypedField, is_typed_in
from gui.jobs import Starter
from gui.typing_file import Typed, TypingFile
from gui.widgets.autosave import Saving
from gui.widgets.cell_editor import CellEditor
from models.errors import KnownError
from models.periods import Period

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_WAIT_MS = 1000
_TRY_MS = 50
_TRIES = 80
_EXCERPT = 24


class TypingKeeper(QObject):
    """Follows the focus: whatever field is typed in is written down a second later at most.

    The file is written off the window's thread, and goes when everything stands in the ledger.
    What the ledger refused is tried again with the next change that it takes.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        start = window.start
        # What is typed in a demo goes with the demo's own folder.
        self._file = TypingFile(start.path.parent if start.demo else start.folder, start.path)
        self._fields: dict[QWidget, TypedField] = {}
        self._left: list[Typed] = []
        self._lost: list[Typed] = []
        self._written: tuple[Typed, ...] = ()
        self._writer: Starter | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.keep)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)
        bus = window.context.bus
        bus.saved.connect(lambda _: self._retry())
        window.context.desk.operator_changed.connect(lambda _: self._retry())
        bus.refused.connect(lambda _: self._soon())
        bus.unsaved.connect(self._lose)
        bus.closing.connect(self.leave)
        self._focused(None, QApplication.focusWidget())
        self._left = list(self._file.read())
        self._written = tuple(self._left)
        self._offer()

    @classmethod
    def of(cls, window: MainWindow) -> TypingKeeper | None:
        """The one of a window, made at the first call; none where nothing can be typed."""
        if not window.context.desk.writable:
            return None
        found = window.findChild(cls)
        return found if found is not None else cls(window)

    # -- keeping

    def _focused(self, old: QWidget | None, new: QWidget | None) -> None:
        if is_typed_in(new, self._window):
            known = self._fields.get(new)
            if known is None:
                new.textChanged.connect(self._soon)
            if known is None or not known.unsaved:
                self._fields[new] = TypedField(new)
        self._soon()

    def _soon(self) -> None:
        if not self._wait.isActive():
            self._wait.start()

    def _retry(self) -> None:
        """The ledger takes changes: what it refused before is tried again."""
        for typed in [each for each in self._fields.values() if each.living]:
            field = typed.field
            if isinstance(field, Saving) and field.refused and not field.hasFocus():
                field.leave()
        self._soon()

    def keep(self) -> None:
        """Write down what is typed and not saved, where it is other than what was written."""
        texts = (*self._left, *self._lost, *self._typed())
        if texts == self._written:
            return
        self._written = texts
        if self._writer is None:
            self._writer = Starter("typing")
        self._writer.inbox.put(partial(self._file.write, texts))

    def _typed(self) -> list[Typed]:
        self._fields = {field: each for field, each in self._fields.items() if each.living}
        page = self._window.stack.current
        here = str(page.address()) if page is not None else ""
        found: list[Typed] = []
        for typed in self._fields.values():
            if typed.unsaved:
                if typed.field.hasFocus() or not typed.address:
                    typed.address = here
                found.append(self._describe(typed))
        for made in self._window.stack.made:
            found += [self._typed_at(each, str(made.address())) for each in made.typed()]
        return found

    def _typed_at(self, each: tuple[str, str, str], address: str) -> Typed:
        name, key, words = each
        session = self._window.context.session
        return Typed(name, name, key, words, address, session.plan_id, session.period.code)

    def _lose(self, words: str) -> None:
        """A text whose field is gone: it can be copied now, and after the next start."""
        session = self._window.context.session
        place = (session.plan_id, session.period.code)
        self._lost.append(Typed("没能保存的文字", "", "", words, "", *place))
        self._soon()

    def _describe(self, typed: TypedField) -> Typed:
        session, key = self._window.context.session, typed.own_key
        where = self._where(typed)
        name = typed.field.accessibleName() if key is not None else ""
        place = (typed.address, session.plan_id, session.period.code)
        return Typed(where, name, key or "", typed.words, *place)

    def _where(self, typed: TypedField) -> str:
        name, address = typed.name, Address.parse(typed.address)
        if isinstance(typed.field, CellEditor):
            return "第" + name.replace(" ", "项", 1)
        if typed.in_dialog:
            return name
        tree, wanted = self._window.context.session.tree, address.number("task")
        label = next((row.label for row in (tree.tasks if tree else ()) if row.id == wanted), "")
        return f"第{label}项{name}" if label else f"{PAGE_WORDS.get(address.page, '')}：{name}"

    def leave(self) -> None:
        """The window closes: what could not be saved stays on disk for the next time."""
        self._wait.stop()
        self.keep()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    # -- the next start

    def _offer(self) -> None:
        notices = self._window.notices
        if not self._left:
            notices.gone("typed")
            return
        first, more = self._left[0], len(self._left) - 1
        words = " ".join(first.text.split())
        cut = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
        others = f"另有{more}处。" if more else ""
        # Without a name there is no field to put it back into.
        way = ("放回", self._put_back) if first.name else ("复制文字", self._copy)
        notices.stay(
            "typed",
            f"上次有未保存的文字：{first.where}“{cut}”。{others}",
            (way, ("不要", self._drop)),
        )

    def _copy(self) -> None:
        """It stays until somebody says that it is not wanted any more: a clipboard is soon gone."""
        QGuiApplication.clipboard().setText(self._left[0].text)
        self._window.context.bus.told.emit("文字已复制，可以粘贴到要填的地方。")

    def _drop(self) -> None:
        self._left.pop(0)
        self.keep()
        self._offer()

    def _put_back(self) -> None:
        typed = self._left[0]
        context = self._window.context
        for plan in context.session.plans:
            if plan.id == typed.plan_id:
                context.session.show_plan(plan)
        with suppress(KnownError):
            context.session.show_period(Period.parse(typed.period))
        self._window.show_address(typed.address)
        self._try(typed, _TRIES)

    def _try(self, typed: Typed, tries: int) -> None:
        """The plan and the task are read in the worker: once they are there, the field is found."""
        page = self._window.stack.current
        session = self._window.context.session
        here = (session.plan_id, session.period.code) == (typed.plan_id, typed.period)
        if here and page is not None and page.put_back(typed.name, typed.key, typed.text):
            self._done(typed)
        elif tries > 0:
            if here and tries == _TRIES // 2:
                self._window.show_address(typed.address)
            self._later(lambda: self._try(typed, tries - 1))
        else:
            self._window.context.bus.unsaved.emit(typed.text)
            self._done(typed)

    def _later(self, way: Callable[[], None]) -> None:
        QTimer.singleShot(_TRY_MS, self, way)

    def _done(self, typed: Typed) -> None:
        if typed in self._left:
            self._left.remove(typed)
        self._offer()
        self._soon()
