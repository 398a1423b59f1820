"""报告: choose a paper, set it up, look at its real pages, lead it through its life, print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.address import Address
from gui.context import Context
from gui.pages.page import Page
from gui.pages.report import option_rules as rules
from gui.pages.report import page_menu
from gui.pages.report.choices_keeper import ChoicesKeeper
from gui.pages.report.comparing import Comparing
from gui.pages.report.export import Exporter
from gui.pages.report.life import Life
from gui.pages.report.life_steps import why_frozen
from gui.pages.report.making import Making
from gui.pages.report.parts import Parts
from gui.pages.report.press_job import Made, PressRoom
from gui.pages.report.preview import Spot
from gui.pages.report.remarks import remarks
from gui.pages.report.shelf import FRESH, SLIP, Asked, Found, Subject
from gui.pages.report.slip_batch import SlipBatch
from models import queries
from models.errors import KnownError
from models.periods import Period
from models.rows import Change, TaskRow
from models.text import proper
from reports.catalogue import PaperKind, find_paper

if TYPE_CHECKING:
    from reports.press import Paper

_LIST_WIDTH = 208
_SIDE_WIDTH = 320
_LOW = 528
_READ_ONLY = "这本台账现在只能查看，选项和文字不能改。"


class ReportPage(Page):
    """Papers are laid out in their own lane; ticking goes on meanwhile."""

    name = "report"

    def __init__(self, context: Context, room: PressRoom | None = None) -> None:
        super().__init__()
        self._context = context
        self._room = room or PressRoom()
        self._found: Found | None = None
        self._shown: Paper | None = None
        self._wish: int | None = None
        self._another = True
        self._aside = False
        self._stale = True
        self.parts = parts = Parts(context, self)
        self.papers, self.shelf = parts.papers, parts.shelf
        self.options, self.text, self.lacking = parts.options, parts.text, parts.lacking
        self.side, self.strip = parts.side, parts.strip
        self.preview, self.foot, self.done = parts.preview, parts.foot, parts.done
        self.making = Making(context, self._press, self)
        self.life = Life(context, self._press, self.making, self)
        self.exporter = Exporter(context, self, self.done)
        self.keeper = ChoicesKeeper(context, self._press, self)
        self.comparing = Comparing(context, self._press, self)
        self.slips = SlipBatch(context, self._press, self)
        self._connect()
        page_menu.listen(self)
        self._take_office()
        self._looked = (context.session.plan_id, context.session.period)
        context.desk.ask(queries.sections, True, done=self.options.show_sections, owner=self)
        self.papers.setCurrentRow(0)

    # -- putting together

    def _press(self) -> PressRoom:
        return self._room

    def _connect(self) -> None:
        session, bus = self._context.session, self._context.bus
        self.papers.chosen.connect(self._choose)
        self.shelf.chosen.connect(self._wish_for)
        self.options.changed.connect(self._keep_choices)
        self.options.subject_chosen.connect(self._another_subject)
        self.options.period_chosen.connect(session.show_period)
        session.period_changed.connect(self._another_period)
        session.tree_loaded.connect(self._take_tree)
        session.bureau_changed.connect(self._take_office)
        bus.changed.connect(self._take_change)
        bus.closing.connect(self.making.cancel)
        self.strip.acted.connect(self.life.act)
        self.life.began.connect(self._go_on_with)
        self.making.found.connect(self._show_found)
        self.making.made.connect(self._show_made)
        self.making.begun.connect(lambda: self.foot.busy("正在排版…"))
        self.making.rested.connect(self.foot.rest)
        self.making.stepped.connect(self.foot.step)
        self.exporter.begun.connect(self.foot.busy)
        self.exporter.stepped.connect(self.foot.step)
        self.exporter.rested.connect(self.foot.rest)
        self.preview.turned.connect(self.foot.show_page)
        self.foot.turn_wanted.connect(self.preview.turn)
        self.preview.zoomed.connect(self.foot.show_zoom)
        self.preview.clicked.connect(self.edit_passage)
        self.text.marked.connect(lambda _: self._mark(reveal=True))
        self.side.turned.connect(lambda _: self._mark(reveal=True))
        self.text.began.connect(self._go_on_with)
        self.foot.zoom_wanted.connect(self.preview.set_zoom)
        self.foot.upright_wanted.connect(self.preview.read_turned)
        for work in (self.comparing, self.slips):
            work.begun.connect(self.foot.busy)
            work.rested.connect(self.foot.rest)
        self.slips.stepped.connect(self.foot.step)
        self.parts.batch.clicked.connect(self.slips.ask)
        self.comparing.made.connect(self._show_comparison)
        self.comparing.told.connect(self.done.say)
        self.foot.cancel_wanted.connect(self.cancel)
        self.foot.print_wanted.connect(self.print)
        self.foot.export_wanted.connect(self.export)
        for keys, way in (
            ("F2", self.edit_marked),
            ("Ctrl+P", self.print),
            ("Ctrl+G", self.strip.go_on),
            ("Ctrl+Shift+P", lambda: self.export("pdf")),
            ("Ctrl+Shift+E", lambda: self.export("xlsx")),
        ):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, way, context=within)

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the paper that is shown."""
        page_menu.fill(self, menu)

    def first_field(self) -> QWidget:
        """The list of papers."""
        return self.papers

    def leave(self) -> None:
        """Keep the widths, and what was changed in the last moment."""
        if self._found is not None and self.options.take_pending():
            options = self.options.wanted(self._context.desk.clock.today()).options
            self.keeper.keep(self._found, options, lambda: None, at_once=True)
        self.parts.keep_widths()

    def put_back(self, name: str, key: str, words: str) -> bool:
        """As any page; the passage that the words belong to is brought under one's hands first."""
        self.side.show_at(self.parts.text_at)
        return self.text.go_to(key) and super().put_back(name, key, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has lower rows in its list of papers."""
        super().resizeEvent(event)
        self.papers.fit(low=self.height() < _LOW)

    # -- addresses

    def address(self) -> Address:
        """Which paper is shown: report/progress?period=2021-H1&paper=3."""
        shown = self._wish
        period = self._context.session.period.code
        task = self.options.fields.task.currentData() if self.papers.kind().needs_task else None
        return Address.of(self.name, self.papers.kind().id, period=period, task=task, paper=shown)

    def show_address(self, address: Address) -> None:
        """Go to a kind of paper, a 填报期 of the plan's year, a slip's task, a paper's number."""
        if address.get("period"):
            try:
                period = Period.parse(address.get("period"))
            except KnownError:
                period = self._context.session.period
            if period.year == self._context.session.period.year:
                self._context.session.show_period(period)
        if address.part:
            self.papers.mark(address.part)
        task = address.number("task")
        if task is not None and self.papers.kind().needs_task:
            self.options.fields.task.show_value(task)
            self._another_subject()
        wish = address.number("paper")
        if wish is not None:
            self._wish_for(wish)

    # -- what is looked at

    def _choose(self, kind: PaperKind) -> None:
        self.options.settle()
        self.options.show_kind(kind)
        self.parts.batch.setVisible(kind.needs_task)
        self._another_subject()

    def _another_subject(self) -> None:
        self._wish = None
        self._another = True
        self.make()

    def _another_period(self) -> None:
        self.options.settle()
        self._take_office()

    def _take_tree(self) -> None:
        """The tree was read again: of another plan or 填报期 another paper is shown."""
        self._take_office()
        session = self._context.session
        looked = (session.plan_id, session.period)
        if looked != self._looked:
            self._looked = looked
            self._another_subject()

    def _wish_for(self, paper_id: int) -> None:
        self.options.settle()
        self._another = self._found is None or _id(self._found) != paper_id
        self._wish = paper_id
        self.make()

    def _go_on_with(self, paper_id: int) -> None:
        """A paper was begun from what is shown: the pages stay where they are."""
        self._wish = paper_id
        self.make()

    def _take_office(self) -> None:
        session = self._context.session
        if session.tree is not None:
            today = self._context.desk.clock.today()
            self.options.show_office(session.bureau, session.tree.plan, session.period, today)
            self.options.show_tasks(session.tree.tasks)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"section"}:
            self._context.desk.ask(
                queries.sections, True, done=self.options.show_sections, owner=self
            )
        self._stale = True
        if self.isVisible():
            self.make()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back: the ledger may have changed."""
        super().showEvent(event)
        if self._stale:
            self.make()
        else:
            self.making.go_on()

    def prepare(self) -> None:
        """Read the paper beforehand; its pages are made when somebody looks."""
        if self._stale:
            self._ask()

    def make(self) -> None:
        """Read the paper and make its pages again; an unfinished making is dropped."""
        if self.isVisible():
            self._ask()
        else:
            self._stale = True

    def _ask(self) -> None:
        session = self._context.session
        self._stale = False
        if session.plan_id is None:
            self._show_none("台账中还没有工作要点，没有可以生成的文稿。")
            return
        today = self._context.desk.clock.today()
        wanted = self.options.wanted(today)
        subject = Subject(wanted.kind.id, wanted.period, wanted.section_id, wanted.options.task)
        self.making.ask(
            Asked(
                session.plan_id,
                subject,
                self._wish if rules.registered(wanted.kind) else FRESH,
                today,
                self.keeper.fresh(subject),
                wanted.options.evidence,
            )
        )

    # -- what is shown

    def _show_found(self, found: Found) -> None:
        before, self._found = self._found, found
        if before is None or before.subject != found.subject:
            self._another = True
        self._show_choices(found)
        self.life.show(found, None, self.strip, another=self._another)
        self._show_shelf(found)
        formats = find_paper(found.subject.kind).formats
        self.foot.offer_workbook("xlsx" in formats, kept=found.kept is not None)
        if found.subject.kind == SLIP and found.options.task is None:
            self._show_none("没有未办结的任务，不需要提醒单或督办单。")

    def _show_none(self, why: str) -> None:
        """There is no paper to be shown, and why."""
        self._shown = None
        self.preview.clear(why)
        self.strip.clear()
        self.text.clear()
        self.lacking.clear()
        self.side.name(self.parts.lacking_at, "还缺")

    def _show_shelf(self, found: Found) -> None:
        tree = self._context.session.tree
        tasks = {task.id: _task_name(task) for task in tree.tasks} if tree is not None else {}
        self.shelf.show_papers(found.papers, _id(found), found.subject.period.year, tasks)
        waiting = len(found.slips)
        words = f"各份单子（待反馈 {waiting}）" if waiting else "各份单子"
        self.parts.shelf_head.setText(words if found.subject.kind == SLIP else "本期各稿")

    def _show_choices(self, found: Found) -> None:
        if (self.options.pending or self.keeper.busy) and not self._another:
            # Something is being typed for this very paper; it is kept in a moment.
            return
        frozen = why_frozen(found.paper)
        if not frozen and found.paper is not None and not self._context.desk.writable:
            frozen = _READ_ONLY
        fields = self.options.fields
        if found.subject.task_id is not None:
            fields.task.show_value(found.subject.task_id)
        self.options.show_options(found.options, registered=found.paper is not None, frozen=frozen)

    def _show_made(self, found: Found, made: Made) -> None:
        if self._aside:
            # A 修改对照表 was looked at; the paper comes back over it.
            self._aside, self._another = False, True
            self.done.leave()
        self.comparing.show(found, made)
        self.parts.extras.clear()
        self.comparing.fill(self.parts.extras)
        self.life.show(found, made, self.strip)
        self._show_pages(made.paper)
        self.preview.show_spots([Spot(*each) for each in made.spots()])
        self.text.show_paper(found, made)
        self._mark(reveal=self._another)
        self._another = False
        count = len(self.text.conflicts())
        self.side.name(self.parts.text_at, f"文字 {count}处有变化" if count else "文字")
        self._show_remarks(found, made)

    def _show_pages(self, paper: Paper) -> None:
        before, self._shown = self._shown, paper
        if before is not None and before.content == paper.content and not self._another:
            # The same pages: nothing to paint again.
            return
        self.preview.show_bytes(paper.content, from_top=self._another, turned=paper.turned)

    def _show_comparison(self, paper: Paper) -> None:
        """Look at a 修改对照表 in the place of the paper, until one goes back."""
        self.foot.rest("")
        self._another = self._aside = True
        self._show_pages(paper)
        self.preview.show_spots(())
        words = "这是修改对照表，可以导出、打印。"
        self.done.say(words, (("回到文稿", self._leave_comparison),), stays=True)

    def _leave_comparison(self) -> None:
        self.make()

    def edit_passage(self, key: str) -> None:
        """Go into the words of a passage."""
        self.side.show_at(self.parts.text_at)
        if self.text.mark(key):
            self.text.enter()

    def edit_marked(self) -> None:
        """F2: go into the words of the passage that is marked."""
        self.side.show_at(self.parts.text_at)
        self.text.enter()

    def _mark(self, *, reveal: bool) -> None:
        """The passage under one's hands is marked on the pages, while its words are shown."""
        shown = self.side.place == self.parts.text_at and not self._aside
        self.preview.mark(self.text.list.key if shown else "", reveal=reveal)

    def _show_remarks(self, found: Found, made: Made) -> None:
        told = remarks(
            made.paper,
            self._context.bus,
            self.options.fields,
            self.parts.lead_to,
            changed=_changed(found, made),
        )
        self.lacking.show_remarks(told)
        count = self.lacking.count
        self.side.name(self.parts.lacking_at, f"还缺 {count}" if count else "还缺")

    def _keep_choices(self) -> None:
        if self._found is None:
            return
        today = self._context.desk.clock.today()
        self.keeper.keep(self._found, self.options.wanted(today).options, self.make)

    def cancel(self) -> None:
        """Stop what is being made or printed; what was shown stays."""
        self.exporter.cancel()
        self.slips.cancel()
        self.making.cancel()

    # -- export and print

    def export(self, form: str) -> None:
        """Write the paper to a file; the pages shown, or the workbook made from the same rows."""
        if form == "pdf":
            self.making.when_made(self._write_shown)
        elif self._found is not None:
            self.foot.busy("正在生成 Excel…")
            self.making.workbook(self._found, self._write)

    def _write_shown(self) -> None:
        if self._shown is not None:
            self._write(self._shown)

    def _write(self, paper: Paper) -> None:
        self.foot.rest("")
        self.exporter.write(paper)

    def print(self) -> None:
        """Print the pages shown, at true size."""
        if self._shown is not None:
            self.exporter.offer_print(
                self._shown,
                self.preview.paper.pageCount(),
                preprinted=self.options.fields.preprinted.isChecked(),
            )


def _id(found: Found) -> int:
    return found.paper.id if found.paper is not None else FRESH


def _task_name(task: TaskRow) -> str:
    label = task.label if task.local else f"第{task.label}项"
    return f"{label} {proper(task.short_title)}"


def _changed(found: Found, made: Made) -> bool:
    """Whether a signed paper no longer reads as it was signed."""
    if not found.frozen or made.text is None or found.kept is not None:
        return False
    signed = [each for each in found.versions if each.reason == "签发"]
    return bool(signed) and signed[-1].passages != made.text.words
