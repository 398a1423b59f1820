"""Where a paper is in its life, and what can be done with it next; no widget here."""

from __future__ import annotations

import datetime as dt
import enum

from gui.pages.report.shelf import waits
from gui.widgets.fields import day_words
from models.dataclass import dataclass
from models.paperrows import PaperRow
from models.rules import PaperState


class Action(enum.Enum):
    """What a person does with a paper; the value stands on its button."""

    START = "拟稿"
    SUBMIT = "送审"
    AGAIN = "再次送审（留存一稿）"
    SIGN = "签发…"
    UNSIGN = "退回修改"
    NUMBER = "编号…"
    RENUMBER = "改文号…"
    ISSUE = "登记报送…"
    ANSWER = "登记反馈…"
    SCAN = "存扫描件…"
    SHOW_SCAN = "打开扫描件"
    VOID = "作废…"
    RENEW = "另起新稿"

    @property
    def asks(self) -> bool:
        """Whether something has to be filled in first."""
        return self.value.endswith("…") and self is not Action.SCAN


@dataclass(frozen=True)
class Step:
    """One step of a paper's life. note: its day, or the number."""

    word: str
    note: str = ""
    done: bool = False


_SENT_WORDS = {"progress": "报送", "bulletin": "印发", "reminder": "发出"}


def sent_word(kind: str) -> str:
    """What going out is called for a kind of paper."""
    return _SENT_WORDS.get(kind, "报送")


def steps(paper: PaperRow | None, kind: str, year: int, *, numbered: bool) -> tuple[Step, ...]:
    """The whole life as steps; those behind a paper are done.

    numbered: whether this paper has a place for a 文号. year: days of it are shown without it.
    """

    def step(word: str, day: dt.date | None) -> Step:
        return Step(word, day_words(day, year), day is not None)

    last = sent_word(kind)
    if paper is None:
        words = ("拟稿", "送审", "签发", *(("编号",) if numbered else ()), last)
        return tuple(Step(word) for word in words)
    signed = step("签发", paper.signed_on)
    submitted = step("送审", paper.submitted_on)
    if signed.done and not submitted.done:
        submitted = Step("送审", "未经", True)
    number = Step("编号", paper.document_number, bool(paper.document_number))
    found = [step("拟稿", paper.made_on), submitted, signed]
    if numbered or number.done:
        found.append(number)
    found.append(step(last, paper.sent_on))
    if kind == "reminder" and paper.sent_on is not None:
        answered = step("反馈", paper.answered_on)
        until = f"限{day_words(paper.due_on, year)}" if paper.due_on else "待反馈"
        found.append(answered if answered.done else Step("反馈", until))
    return tuple(found)


def actions(paper: PaperRow | None, *, numbered: bool, renewed: bool = False) -> tuple[Action, ...]:
    """What can be done, the usual next step first."""
    if paper is None:
        return (Action.START,)
    state = paper.state
    if state is PaperState.DRAFT:
        return (Action.SUBMIT, Action.SIGN, Action.VOID)
    if state is PaperState.SUBMITTED:
        return (Action.SIGN, Action.AGAIN, Action.VOID)
    if state is PaperState.SIGNED:
        first = (Action.NUMBER,) if numbered else (Action.ISSUE,)
        return (*first, Action.UNSIGN, Action.VOID)
    if state is PaperState.NUMBERED:
        return (Action.ISSUE, Action.RENUMBER, Action.UNSIGN, Action.VOID)
    if state is PaperState.SENT:
        return _after_sending(paper)
    return () if renewed else (Action.RENEW,)


def _after_sending(paper: PaperRow) -> tuple[Action, ...]:
    answer = (Action.ANSWER,) if waits(paper) else ()
    scan = (Action.SHOW_SCAN, Action.SCAN) if paper.scan_name else (Action.SCAN,)
    return (*answer, *scan, Action.VOID)


def said(paper: PaperRow | None, kind: str, year: int) -> str:
    """The state in one line, for lists and for those who hear the window."""
    if paper is None:
        return "按现在的台账，还没有拟稿"
    state = paper.state
    if state is PaperState.VOID:
        return f"已作废：{paper.void_reason}"
    word = f"已{sent_word(kind)}" if state is PaperState.SENT else state.word
    days = {
        PaperState.DRAFT: paper.made_on,
        PaperState.SUBMITTED: paper.submitted_on,
        PaperState.SENT: paper.sent_on,
    }
    line = f"{word} {day_words(days.get(state, paper.signed_on), year)}"
    if waits(paper):
        until = day_words(paper.due_on, year)
        line += f"，待反馈（限{until}）" if until else "，待反馈"
    return line


def why_frozen(paper: PaperRow | None) -> str:
    """Why neither text nor choices may be changed; empty where they may."""
    if paper is None or paper.state.unsigned:
        return ""
    if paper.state is PaperState.SENT:
        return "这份文稿已经报送，留存的是原件，不再改动；要改请作废后另起新稿。"
    if paper.state is PaperState.VOID:
        return "这份文稿已经作废，不再改动；可以另起新稿。"
    return "这份文稿已经签发，文字和选项不再改动；要改请先“退回修改”。"
