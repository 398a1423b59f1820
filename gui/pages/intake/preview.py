"""The preview: the original on the left, what was read from it on the right, linked both ways."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from itertools import count

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.intake.draft_view import DraftView
from gui.pages.intake.editor import DraftEditor
from gui.pages.intake.head_panel import HeadPanel
from gui.pages.intake.line_panel import LinePanel
from gui.pages.intake.reading import Loaded
from gui.pages.intake.remark_list import RemarkList
from gui.pages.intake.source_view import SourceView
from gui.pages.intake.verbs import DraftVerbs
from gui.preferences import Preferences
from gui.tablemodels.draft_tree import HEAD, DraftTreeModel
from gui.theme import Theme
from gui.widgets.labels import Elided, muted
from gui.widgets.menu_lines import add_lines
from models import text
from models.intake.editing import facts, order, texts
from models.intake.editing.outline import Entry, Level, Outline, Remark, Span, joined
from models.intake.editing.wording import measures_below

_SOURCE = 460
_FIELDS = 236
_UNITS = ("lead", "responsible", "supporting")
_NAMES = ("issuers", "addressees")
_versions = count(1)


class Preview(QWidget):
    """Composes; the editor does. changed() after every step; begin_wanted(), give_up_wanted()."""

    changed = Signal()
    stuck = Signal(str)
    begin_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.editor: DraftEditor | None = None
        self._version = ""
        self._leading = False
        self.source = SourceView(theme)
        self.remarks = RemarkList()
        self.model = DraftTreeModel(self)
        self.tree = DraftView(self.model, theme, preferences)
        self.line = LinePanel()
        self.head = HeadPanel()
        self.verbs = DraftVerbs(self, self.tree.current_id)
        self._lay_out()
        self._connect()

    # -- putting together

    def _lay_out(self) -> None:
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.addWidget(self.source)
        self.left.addWidget(self.remarks)
        self.left.setSizes([400, 150])
        self._fields = QStackedWidget()
        self._fields.addWidget(_scrolling(self.head))
        self._fields.addWidget(self.line)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.tree, 1)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(upper)
        self.right.addWidget(self._fields)
        self.right.setStretchFactor(0, 1)
        self.right.setStretchFactor(1, 0)
        self.right.setSizes([2 * _SOURCE, _FIELDS])
        self.whole = QSplitter(Qt.Orientation.Horizontal)
        self.whole.addWidget(self.left)
        self.whole.addWidget(self.right)
        self.whole.setSizes([_SOURCE, 2 * _SOURCE])
        self.whole.setStretchFactor(1, 1)
        for splitter in (self.left, self.right, self.whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top())
        rows.addWidget(self.whole, 1)

    def _top(self) -> QWidget:
        """The plan's name, the counts, and the way on."""
        self.name = Elided()
        self.counts = muted(small=True)
        self.give_up = QPushButton("放弃")
        self.give_up.setToolTip("不要这份预览；台账没有改动")
        self.begin = QPushButton("开始用这份要点…")
        self.begin.setProperty("main", True)
        self.begin.setToolTip("看一看会存入什么，再存入台账（Ctrl+Enter）")
        self.begin.setShortcut("Ctrl+Return")
        top = _strip("filters")
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.counts)
        row.addWidget(self.give_up)
        row.addWidget(self.begin)
        return top

    def _tools(self) -> QWidget:
        """A button for each verb."""
        strip = _strip("draftTools")
        row = QHBoxLayout(strip)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for action in self.verbs.actions:
            # Delete belongs to the list of remarks and to the fields, too.
            only_tree = action.shortcut() == QKeySequence("Delete")
            (self.tree if only_tree else self).addAction(action)
            context = Qt.ShortcutContext
            action.setShortcutContext(
                context.WidgetShortcut if only_tree else context.WidgetWithChildrenShortcut
            )
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        return strip

    def _connect(self) -> None:
        self.source.place_chosen.connect(self._from_source)
        self.remarks.chosen.connect(self._from_remark)
        self.remarks.place_wanted.connect(self._place)
        self.remarks.seen_wanted.connect(
            lambda remark: self._do(lambda outline: order.acknowledge(outline, remark))
        )
        self.tree.line_chosen.connect(self._from_tree)
        self.tree.edit_wanted.connect(self.edit)
        self.tree.menu_wanted.connect(self._menu)
        self.model.track_wanted.connect(self._track)
        self.line.words_given.connect(self._words)
        self.line.level_wanted.connect(self._level)
        self.line.alone_wanted.connect(self._alone)
        self.head.words_given.connect(self._head_words)
        self.head.day_given.connect(self._day)
        self.verbs.split_wanted.connect(self._split)
        self.begin.clicked.connect(self.begin_wanted)
        self.give_up.clicked.connect(self.give_up_wanted)

    # -- what is shown

    def show_loaded(self, loaded: Loaded, editor: DraftEditor | None = None) -> None:
        """Show a plan that was read, or one that was put aside with its editor."""
        self._version = f"head {next(_versions)}"
        self.editor = editor or DraftEditor(loaded.outline, self)
        self.editor.changed.connect(self._refresh)
        self.editor.stuck.connect(self.stuck)
        self.verbs.work_on(self.editor)
        self.source.show_pieces(loaded.pieces)
        self._show(HEAD, fresh=True)
        self.tree.setFocus()

    def show_known(self, names: Sequence[str]) -> None:
        """The units to offer while typing."""
        self.line.show_known(names)

    def _refresh(self, focus: int) -> None:
        self._show(focus or self.tree.current_id(), fresh=False)
        self.changed.emit()

    def _show(self, line_id: int, *, fresh: bool) -> None:
        outline = self._outline
        with QSignalBlocker(self.tree):
            self.tree.show_outline(outline, line_id, fresh=fresh)
        self.remarks.show_remarks(outline)
        self.name.setText(text.proper(outline.head.title or "没有读出标题"))
        self.counts.setText(counts_words(outline))
        self._from_tree(self.tree.current_id())

    @property
    def _outline(self) -> Outline:
        assert self.editor is not None
        return self.editor.outline

    # -- from one side to the other

    def _from_tree(self, line_id: int) -> None:
        entry = self._outline.entry(line_id)
        if entry is None:
            self.head.show_head(self._outline.head, self._version)
            self._fields.setCurrentIndex(0)
            spans = self._outline.head_spans[:1]
        else:
            self.line.show_entry(self._outline, entry)
            self._fields.setCurrentIndex(1)
            spans = whole_spans(self._outline, entry)
        if not self._leading:
            self.source.mark(spans)

    def _from_source(self, place: int) -> None:
        """To the line that owns this character; of several that do, the last."""
        owner = HEAD
        for entry in self._outline.entries:
            if any(start <= place < end for start, end in entry.spans):
                owner = entry.id
        self._leading = True
        self.tree.go_to(owner)
        self._leading = False

    def _from_remark(self, remark: Remark) -> None:
        start = remark.spans[0][0] if remark.spans else 0
        if remark.placed:
            self._from_source(start)
        self.source.mark([(start, start + len(remark.text))])

    # -- mending

    def edit(self) -> None:
        """Go into the fields of the current line."""
        entry = self._outline.entry(self.tree.current_id())
        field = self.line.first_field(entry) if entry else self.head.lines["title"]
        field.setFocus()

    def put_back(self, key: str, words: str) -> bool:
        """Go on with words that were typed in a field of a line, or of the head."""
        with suppress(ValueError, TypeError, SyntaxError):
            place, name = literal_eval(key)
            # A head is told from another one by a word, which is a new one each time.
            at_head = isinstance(place, str)
            panel = self.head if at_head else self.line
            if self.tree.go_to(HEAD if at_head else place) and name in panel.fields:
                panel.fields[name].put_back(words)
                return True
        return False

    def leave(self) -> None:
        """Take what is being typed as if the fields were left."""
        self.line.leave()
        self.head.leave()

    def _do(self, verb: Callable[[Outline], object], why_not: str = "") -> None:
        if self.editor is not None:
            self.editor.do(verb, why_not)

    def _level(self, level: Level) -> None:
        self.verbs.set_level(level)
        self._show_again()

    def _alone(self, alone: bool) -> None:
        self.verbs.set_alone(alone)
        self._show_again()

    def _show_again(self) -> None:
        """What could not be done must not stand in the fields."""
        self._from_tree(self.tree.current_id())

    def _words(self, line_id: int, field: str, words: str) -> None:
        if self._outline.entry(line_id) is None:
            return
        if field in _UNITS:
            names = facts.names_in(words)
            self._do(lambda outline: facts.set_units(outline, line_id, **{field: names}))
        elif field == "deadline":
            self._do(lambda outline: facts.set_deadline(outline, line_id, words))
        else:
            self._do(lambda outline: texts.rename(outline, line_id, **{field: words}))
        if line_id == self.tree.current_id():
            self._show_again()

    def _head_words(self, field: str, words: str) -> None:
        value = facts.names_in(words) if field in _NAMES else words.strip()
        self._do(lambda outline: facts.set_head(outline, **{field: value}))

    def _day(self, day: date | None) -> None:
        if day is not None:
            self._do(lambda outline: facts.set_head(outline, issued_on=day))

    def _track(self, line_id: int, tracked: bool) -> None:
        chosen = self.tree.selected_ids()
        self.verbs.track(chosen if line_id in chosen else [line_id], tracked)

    def _place(self, remark: Remark, level: Level) -> None:
        self._do(
            lambda outline: order.place_remark(outline, remark, level),
            "这一行前面没有任务，不能列为举措。",
        )

    def _split(self) -> None:
        line_id, at = self.tree.current_id(), self.line.cursor()
        if self._outline.entry(line_id) is None:
            return
        if not self.line.words.hasFocus():
            self.line.words.setFocus()
            self.stuck.emit("请把光标放到文字里要断开的地方，再按 Ctrl+D。")
            return
        self.line.leave()
        self._do(
            lambda outline: texts.split(outline, line_id, at), "光标在文字的开头或末尾，没有拆分。"
        )

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the line, and the way on."""
        menu.addActions(self.verbs.actions)
        menu.addSeparator()
        way = ("开始用这份要点…", "Ctrl+Enter", self.begin.click)
        add_lines(menu, [way], fits=self.begin.isEnabled())

    def _menu(self, at: QPoint) -> None:
        menu = self.verbs.menu(self.tree.selected_ids())
        if menu is not None:
            menu.addSeparator()
            self.tree.columns.add_actions(menu, self.tree)
            menu.popup(at)


def whole_spans(outline: Outline, entry: Entry) -> tuple[Span, ...]:
    """What a line comes from in the original; a task with all of its measures."""
    if not entry.is_task:
        return entry.spans
    place = outline.places[entry.id]
    below = outline.entries[place : measures_below(outline, place)]
    return joined(*(each.spans for each in below))


def counts_words(outline: Outline) -> str:
    """6 个部分 · 27 个事项 · 39 项任务 · 108 条举措, and what is not tracked or stands nowhere."""
    said = outline.counts
    words = [f"{said.parts} 个部分", f"{said.items} 个事项", f"{said.tasks} 项任务"]
    words.append(f"{said.measures} 条举措")
    if said.untracked:
        words.append(f"不跟踪 {said.untracked}")
    words.append(f"未列入 {said.unplaced} 处" if said.unplaced else "全部列入")
    return " · ".join(words)


def _scrolling(panel: QWidget) -> QScrollArea:
    """A panel that may be higher than its room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    return area


def _strip(name: str) -> QWidget:
    strip = QWidget()
    strip.setObjectName(name)
    strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return strip
