"""填报: what the sections report for the 填报期, in a table or one task at a time."""

from __future__ import annotations

from ast import literal_eval
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.address import Address
from gui.context import Context
from gui.pages.fill.batch_bar import BatchBar
from gui.pages.fill.block import Block
from gui.pages.fill.question_bar import QuestionBar
from gui.pages.fill.store import FillStore
from gui.pages.fill.table_way import TableWay, Takes
from gui.pages.fill.top_bar import ONE, TABLE, TopBar
from gui.pages.page import Page
from gui.tablemodels.fill_table import TEXT
from gui.widgets.menu_lines import add_lines
from models import queries
from models.filling import FIELDS, FillLine, Sheet
from models.filling.cells import single_cell
from models.rows import PersonRow, SectionRow

if TYPE_CHECKING:
    from gui.pages.fill.one_way import OneWay
    from gui.pages.fill.paste_panel import PastePanel


# A spreadsheet's own styles come before its table.
_HEAD = 100_000
# What is kept of a block that is looked at while the program ends.
PASTED = "粘贴的一批内容"


class FillPage(Page):
    """Composes the bars and the two ways; the store reads and saves."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.batch = BatchBar()
        self.store = FillStore(context, self.batch.batch, self)
        self.top = TopBar()
        self.questions = QuestionBar(self.store)
        self.table = TableWay(context, self.store)
        self._one: OneWay | None = None
        self._takes: Takes = lambda _: True
        self._way = TABLE
        self._wanted_task: int | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._paste: PastePanel | None = None
        self._people: tuple[str, ...] = ()
        head = QWidget()
        head.setObjectName("filters")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bars = QVBoxLayout(head)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(0)
        bars.addWidget(self.top)
        bars.addWidget(self.batch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.questions)
        column.addWidget(self._stack, 1)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.top.filter_changed.connect(self._filter)
        self.top.way_wanted.connect(self._choose_way)
        self.top.by_wanted.connect(self._show_by)
        self.top.height_wanted.connect(self._show_height)
        self.top.paste_wanted.connect(self.paste)
        self.top.nothing_wanted.connect(self.table.view.say_nothing)
        self.table.paste_wanted.connect(self._paste_here)
        for keys, way in (("Ctrl+Shift+V", self.paste), ("F7", self.turn_way)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(way)
        self.table.left.connect(self.top.section.setFocus)
        self.store.loaded.connect(self._loaded)
        self._context.bus.changed.connect(self._changed)
        self._ask_office()

    def _restore(self) -> None:
        text = self._context.preferences.text
        for button in (self.top.paste, self.top.nothing):
            button.setEnabled(self._context.desk.writable)
        height = text("fill_height", "middle")
        self.top.height.show_value(height)
        self.table.view.set_height(height if height in ("line", "middle", "all") else "middle")
        by_measure = text("fill_by") == "measure"
        self.top.by.show_value(by_measure)
        self.store.by_measure = by_measure
        self._show_way(ONE if text("fill_way") == "one" else TABLE)

    def _ask_office(self) -> None:
        desk = self._context.desk
        desk.ask(queries.sections, True, done=self._take_sections, owner=self)
        desk.ask(queries.people, True, done=self._take_people, owner=self)

    def _take_sections(self, sections: tuple[SectionRow, ...]) -> None:
        self.top.show_sections(sections)
        self.table.model.set_sections(sections)

    def _take_people(self, people: tuple[PersonRow, ...]) -> None:
        self._people = tuple(person.name for person in people)
        self.batch.offer_people(self._people)

    def _changed(self, change: object) -> None:
        if getattr(change, "kinds", frozenset()) & {"section", "person"}:
            self._ask_office()

    # -- the page

    @property
    def one(self) -> OneWay:
        """逐项; made when it is first wanted."""
        if self._one is None:
            from gui.pages.fill.one_way import OneWay

            self._one = OneWay(self._context, self.store)
            self._one.filter(self._takes)
            self._stack.addWidget(self._one)
        return self._one

    def first_field(self) -> QWidget:
        """The table, or the words of the one that is shown."""
        return self.table.view if self._way == TABLE else self.one.first_field()

    def fill_menu(self, menu: QMenu) -> None:
        """The other way, a pasted batch, and what the way that is shown can do."""
        other = ONE if self._way == TABLE else TABLE
        paste = ("粘贴一批…", "Ctrl+Shift+V", self.paste)
        pasting = self._stack.currentWidget() is self._paste
        add_lines(menu, [(f"换成{other}", "F7", self.turn_way), paste], fits=not pasting)
        menu.addSeparator()
        if self._way == ONE:
            add_lines(menu, self.one.lines(), fits=not pasting)
        elif not pasting:
            from gui.pages.fill.sheet_menu import fill_sheet_menu

            fill_sheet_menu(menu, self.table.view)

    def turn_way(self) -> None:
        """F7: from the table to one by one, and back."""
        if self._stack.currentWidget() is not self._paste:
            self._choose_way(TABLE if self._way == ONE else ONE)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was changed meanwhile."""
        super().showEvent(event)
        self.store.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """What still waits for an answer is kept as it was typed."""
        super().hideEvent(event)
        self.questions.answer_all()
        self.store.show(False)

    def prepare(self) -> None:
        """Read the lines beforehand."""
        self.store.show(True)
        self.store.show(False)

    @property
    def unsaved(self) -> bool:
        """Whether a cell is on its way to the ledger."""
        return self.table.model.waiting

    def leave(self) -> None:
        """The window closes."""
        self.questions.answer_all()

    def address(self) -> Address:
        """The way, the filters and the task under the cursor."""
        line = self._line()
        return Address.of(
            self.name,
            self._way,
            section=self.top.section.currentData(),
            unfilled=1 if self.top.unfilled.isChecked() else None,
            by="measure" if self.store.by_measure else None,
            task=line.task.id if line is not None else None,
        )

    def show_address(self, address: Address) -> None:
        """Go to lines: fill/表格?section=3&unfilled=1."""
        if not address.part and not address.wanted:
            return
        if address.part in (TABLE, ONE):
            self._show_way(address.part)
        self._wanted_task = address.number("task")
        self.top.section.show_value(address.number("section"))
        if self.top.section.currentIndex() < 0:
            self.top.section.show_value(None)
        self.top.unfilled.setChecked(address.get("unfilled") == "1")
        self.top.by.show_value(address.get("by") == "measure")
        self._filter()
        self._show_by(address.get("by") == "measure")

    def typed(self) -> list[tuple[str, str, str]]:
        """Cells that wait for the ledger or for an answer, and a pasted block that is looked at."""
        found = self.table.model.typed()
        if self._paste is not None and self._stack.currentWidget() is self._paste:
            found.append((PASTED, PASTED, self._paste.words))
        return found

    def put_back(self, name: str, key: str, words: str) -> bool:
        """As any page; a cell or a line that is not shown is led to first."""
        if not self.store.settled:
            return False
        if name == PASTED:
            self._look_at(self._block(words))
            return True
        with suppress(ValueError, TypeError, SyntaxError):
            place = literal_eval(key)
            if self._way == TABLE:
                line, field = place
                return self.table.view.put_back(line, FIELDS.index(field) + TEXT, words)
            return self.one.go_to(tuple(place[1:4])) and super().put_back(name, key, words)
        return False

    def _line(self) -> FillLine | None:
        if self._way == ONE:
            return self.one.line
        current = self.table.view.currentIndex()
        return self.table.model.line_at(current.row()) if current.isValid() else None

    # -- what is shown

    def _choose_way(self, way: str) -> None:
        """The other way, at the same line."""
        line = self._line()
        if self._one is not None:
            self._one.form.leave()
        self._show_way(way)
        if line is not None and not self._show_line(line):
            self._wanted_task = line.task.id
        self.first_field().setFocus()

    def _show_way(self, way: str) -> None:
        self._way = way
        self._context.preferences.keep("fill_way", "one" if way == ONE else "table")
        self.top.show_way(way)
        # A block that was being looked at is left.
        self.top.setEnabled(True)
        one = way == ONE
        self._stack.setCurrentWidget(self.one if one else self.table)
        if self._one is not None:
            self._one.show_lines(one)
        self.table.show_lines(not one)

    def _show_line(self, line: FillLine) -> bool:
        if self._way == ONE:
            return self.one.go_to(line.key)
        return self.table.view.show_key(line.key)

    def _filter(self) -> None:
        section, unfilled = self.top.section.currentData(), self.top.unfilled.isChecked()

        def takes(line: FillLine) -> bool:
            if section is not None and line.section_id != section:
                return False
            return line.asked or not unfilled

        self._takes = takes
        self.table.filter(takes)
        if self._one is not None:
            self._one.filter(takes)
        self._go_to_wanted()

    def _show_by(self, by_measure: bool) -> None:
        self._context.preferences.keep("fill_by", "measure" if by_measure else "task")
        self.store.read_by(by_measure)

    def _show_height(self, height: str) -> None:
        self._context.preferences.keep("fill_height", height)
        self.table.view.set_height(height)

    def _loaded(self, sheet: Sheet) -> None:
        self.top.show_count(sheet)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted = self._wanted_task
        if wanted is None or self.store.sheet is None:
            return
        self._wanted_task = None
        line = next((each for each in self.store.sheet.lines if each.task.id == wanted), None)
        if line is not None:
            self._show_line(line)

    # -- a pasted block

    def _paste_here(self) -> None:
        """Ctrl+V in the table: one cell goes straight in, more is looked at first."""
        words = QGuiApplication.clipboard().text()
        cell = single_cell(words)
        if cell is None:
            self.paste()
        else:
            self.table.paste_cell(cell)

    def paste(self) -> None:
        """Look at what is on the clipboard, and fill it in."""
        words = QGuiApplication.clipboard().text()
        if not words.strip():
            self._context.bus.told.emit("剪贴板里没有文字，请先在 Excel、WPS 或聊天里复制。")
            return
        if self._context.session.tree is None or not self._context.desk.writable:
            return
        html = QGuiApplication.clipboard().mimeData().html()
        self._look_at(replace(self._block(words), cells="<table" in html[:_HEAD].lower()))

    def _look_at(self, block: Block) -> None:
        if self._paste is None:
            from gui.pages.fill.paste_panel import PastePanel

            self._paste = PastePanel(self._context, self.batch.batch)
            self._paste.left.connect(self._back)
            self._stack.addWidget(self._paste)
        self._stack.setCurrentWidget(self._paste)
        self.top.setEnabled(False)
        self._paste.show_block(block, self._people)

    def _block(self, words: str) -> Block:
        section = self.top.section.currentData()
        if self._way == TABLE:
            return self.table.block(words, section)
        line = self.one.line
        lines = () if line is None else (line,)
        return Block(words, lines, ("text", "problems", "next_steps"), section)

    def _back(self) -> None:
        self._show_way(self._way)
        self.first_field().setFocus()
