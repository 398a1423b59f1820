"""Taking the steps of a paper's life: what was filled in becomes a change of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.context import Context
from gui.dialogs.files import ask_files
from gui.operations import papers as verbs
from gui.operations.operation import Operation
from gui.operations.papers import Beginning
from gui.pages.report import option_rules as rules
from gui.pages.report.life_form import Given, Proposal
from gui.pages.report.life_steps import Action, actions, said, steps
from gui.pages.report.life_strip import LifeStrip
from gui.pages.report.making import Making, wanted_of
from gui.pages.report.press_job import Made, PressRoom
from gui.pages.report.shelf import Found
from models import queries
from models.errors import KnownError
from models.paperrows import PaperRow
from models.rows import Change
from reports.catalogue import find_paper

if TYPE_CHECKING:
    from pathlib import Path

_NO_LIFE = "清单不登记，可以直接导出、打印。"
_NO_PAGES = "版面还没有排好，这一步没有办理；请重新选一次这份文稿，排好后再办。"
_NO_TEXT: tuple[tuple[str, str], ...] = ()


class Life(QObject):
    """`began(paper id)` when a paper was begun, so that it is the one shown."""

    began = Signal(int)

    def __init__(
        self, context: Context, room: Callable[[], PressRoom], making: Making, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context = context
        self._room = room
        self._making = making
        self._page = page
        self._found: Found | None = None
        self._made: Made | None = None
        # Whether it has a place for a 文号: known once it was made, before that by its kind.
        self._numbered = True

    def show(
        self, found: Found, made: Made | None, strip: LifeStrip, *, another: bool = False
    ) -> None:
        """Know which paper is shown, and tell where it stands. another: than the last one."""
        self._found, self._made = found, made
        kind = find_paper(found.subject.kind)
        if not rules.registered(kind):
            strip.show_life((), (), _NO_LIFE, self.proposal(found))
            return
        if made is not None:
            self._numbered = made.takes_number
        elif another:
            self._numbered = rules.numbered(kind)
        paper, year = found.paper, found.subject.period.year
        life, words = steps(paper, kind.id, year, numbered=self._numbered), ""
        if paper is not None and not paper.state.living:
            life, words = (), said(paper, kind.id, year)
        possible = actions(paper, numbered=self._numbered, renewed=found.renewed)
        strip.show_life(life, possible, words, self.proposal(found))
        strip.set_able(self._context.desk.writable)

    def proposal(self, found: Found) -> Proposal:
        """What the steps propose: today, the usual signer, the next free number."""
        signers = found.options.signers or found.rows.bureau.signers[:1]
        number = found.paper.document_number if found.paper else ""
        return Proposal(
            self._context.desk.clock.today(), "、".join(signers), found.next_number, number
        )

    def act(self, action: Action, given: Given) -> None:
        """Take a step. One that keeps the text or the pages waits until they stand."""
        if action in (Action.START, Action.SUBMIT, Action.AGAIN, Action.SIGN, Action.ISSUE):
            self._making.when_made(lambda: self._with_pages(action, given))
            return
        found = self._found
        if found is None or found.paper is None:
            return
        paper = found.paper
        if action in (Action.NUMBER, Action.RENUMBER):
            self._number(found, paper, given.text)
        elif action is Action.SCAN:
            self._scan(paper)
        elif action is Action.SHOW_SCAN:
            self.open_scan(paper)
        elif action is Action.RENEW:
            self._begin(verbs.renew(paper.id))
        else:
            self._context.desk.run(_plain(action, paper, given))

    def _with_pages(self, action: Action, given: Given) -> None:
        found, made = self._found, self._made
        if found is None or made is None:
            self._context.bus.refused.emit(_NO_PAGES)
            return
        if action is Action.START:
            self._begin(verbs.start(beginning(found, made)))
        elif found.paper is not None:
            self._context.desk.run(_kept(action, found.paper, found, made, given))

    def _begin(self, wanted: Operation) -> None:
        def begun(change: Change) -> None:
            if change.new_id is not None:
                self.began.emit(change.new_id)

        self._context.desk.run(wanted, begun)

    def _number(self, found: Found, paper: PaperRow, given: str) -> None:
        year = (paper.signed_on or self._context.desk.clock.today()).year
        wanted = wanted_of(found)
        self._context.papers.run(
            lambda: self._room().number(wanted, found.rows, year, given),
            lambda whole: self._context.desk.run(verbs.number(paper.id, whole)),
            self._refuse,
            owner=self,
        )

    def _scan(self, paper: PaperRow) -> None:
        chosen = ask_files(self._page, "选择盖章后的扫描件", self._context.preferences)
        if chosen:
            self._context.desk.run(verbs.scan(paper.id, chosen[0]))

    def open_scan(self, paper: PaperRow) -> None:
        """Show the scan of the sealed copy in the system's own program."""
        self._context.desk.ask(queries.scan_content, paper.id, done=self._open, owner=self)

    def _open(self, answer: tuple[str, bytes]) -> None:
        name, content = answer
        place = self._context.opened.place(name)
        self._context.papers.run(
            lambda: place.write_bytes(content), lambda _: open_file(place), self._refuse, self
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def beginning(found: Found, made: Made) -> Beginning:
    """What a paper is begun from: what is shown now."""
    from reports.choices import to_json

    subject, options = found.subject, found.options
    kept = to_json(replace(options, document_number="", draft=None, issued_on=None))
    return Beginning(
        found.rows.plan.id,
        subject.kind,
        made.title,
        subject.period,
        subject.section_id,
        options.task,
        kept,
        options.answer_by,
    )


def _kept(action: Action, paper: PaperRow, found: Found, made: Made, given: Given) -> Operation:
    """The steps at which the text or the pages are kept."""
    words = made.text.words if made.text is not None else _NO_TEXT
    if action is Action.SIGN:
        return verbs.sign(paper.id, given.text, given.day, words)
    if action is Action.ISSUE:
        content, name = made.paper.content, made.paper.name
        due = found.options.answer_by
        return verbs.issue(paper.id, content, name, given.manner, given.day, due)
    return verbs.submit(paper.id, words)


def _plain(action: Action, paper: PaperRow, given: Given) -> Operation:
    """The steps that need nothing but what was filled in."""
    if action is Action.UNSIGN:
        return verbs.unsign(paper.id)
    if action is Action.ANSWER:
        return verbs.answer(paper.id, given.text, given.day)
    return verbs.void(paper.id, given.text)


def open_file(path: Path) -> None:
    """Show a file in the system's own program."""
    from PySide6.QtCore import QUrl

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
