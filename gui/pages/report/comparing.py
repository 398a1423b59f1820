"""修改对照表: this text beside what the program wrote, the draft before, or another paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.context import Context
from gui.pages.report.press_job import Made, Pair, PressRoom
from gui.pages.report.shelf import Found
from gui.widgets.fields import day_words
from models import queries
from models.errors import KnownError
from models.paperrows import PaperRow, PaperVersionRow

_NO_VERSION = "那份文稿没有留存过文字，没有生成对照表；送审或签发时才留存一稿。"
Text = tuple[tuple[str, str], ...]


class Comparing(QObject):
    """`made(Paper)`: a 修改对照表 to be looked at, printed and exported.

    told(sentence): something was done. begun(words), rested(words): for the line that tells.
    """

    made = Signal(object)
    told = Signal(str)
    begun = Signal(str)
    rested = Signal(str)

    def __init__(self, context: Context, room: Callable[[], PressRoom], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._room = room
        self._found: Found | None = None
        self._made: Made | None = None

    def show(self, found: Found, made: Made) -> None:
        """Know which paper is shown."""
        self._found, self._made = found, made

    def words(self) -> Text:
        """The text that is shown; that of the last kept version where the bytes were kept."""
        found, made = self._found, self._made
        if made is not None and made.text is not None:
            return made.text.words
        return found.versions[-1].passages if found is not None and found.versions else ()

    def fill(self, menu: QMenu) -> None:
        """What this text can be compared with, and 复制全文."""
        found, made = self._found, self._made
        if found is None or made is None or not self.words():
            return
        menu.addAction("复制全文", self.copy)
        if made.text is not None and found.edits:
            menu.addAction("手工修改对照表", self.with_generated)
        if found.versions:
            menu.addAction("与上一稿对照", self.with_version)
        others = [each for each in found.papers if found.paper is None or each.id != found.paper.id]
        if others:
            under = menu.addMenu("与另一份文稿对照")
            year = found.subject.period.year
            for each in others:
                word = f"{each.document_number or each.state.word}（{_days(each, year)}）"
                under.addAction(f"{word}{each.title[:24]}", partial(self.with_paper, each))

    def copy(self) -> None:
        """复制全文 onto the clipboard."""
        made = self._made
        plain = made.text.plain if made is not None and made.text is not None else ""
        QGuiApplication.clipboard().setText(plain or "\n".join(text for _, text in self.words()))
        self.told.emit("全文已复制，可以粘贴到别处。")

    def with_generated(self) -> None:
        """What persons changed in what the program wrote."""
        from reports.editing import TITLE

        made, found = self._made, self._found
        if made is None or found is None or made.text is None:
            return
        written = tuple((each.key, each.text) for each in made.text.generated if each.text)
        assert written[0][0] == TITLE
        self._compare(written, ("按台账生成", "手工修改后"), ("", ""))

    def with_version(self) -> None:
        """The last kept version beside the text as it stands."""
        if self._found is not None and self._found.versions:
            self._with(self._found.versions[-1], "上一稿")

    def with_paper(self, other: PaperRow) -> None:
        """Another paper's last kept text beside this one's."""

        def take(versions: tuple[PaperVersionRow, ...]) -> None:
            if versions:
                self._with(versions[-1], other.document_number or "另一稿")
            else:
                self._context.bus.refused.emit(_NO_VERSION)

        self._context.desk.ask(queries.paper_versions, other.id, done=take, owner=self)

    def _with(self, version: PaperVersionRow, name: str) -> None:
        if self._found is None:
            return
        year = self._found.subject.period.year
        today = self._context.desk.clock.today()
        days = (day_words(version.saved_on, year), day_words(today, year))
        self._compare(version.passages, (name, "本稿"), days)

    def _compare(self, old: Text, sides: tuple[str, str], days: tuple[str, str]) -> None:
        made, today = self._made, self._context.desk.clock.today()
        if made is None:
            return
        pair = Pair(made.title, old, self.words(), sides, days)
        self.begun.emit("正在对照…")
        self._context.papers.run(
            lambda: self._room().compare(pair, today), self.made.emit, self._refuse, owner=self
        )

    def _refuse(self, error: Exception) -> None:
        self.rested.emit("")
        if not isinstance(error, KnownError):
            raise error
        self._context.bus.refused.emit(str(error))


def _days(paper: PaperRow, year: int) -> str:
    return day_words(paper.sent_on or paper.signed_on or paper.submitted_on or paper.made_on, year)
