"""The life of a paper: 拟稿, 送审, 签发, 编号, 报送, 作废; what was issued never changes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from models.commands.evidence import safe_file_name, store_file
from models.commands.lookup import get, json_value, line, past, prose
from models.errors import KnownError
from models.history import Work
from models.periods import Period
from models.rules import PaperState
from models.schema import Paper, PaperEdit, PaperVersion, Plan, Section, Task
from models.text import proper
from models.words import long_day

LONGEST_KEY = 2000
"""Of a passage's name, in characters; that of a paragraph on many tasks lists them all."""
MANNERS = ("", "书面", "电子", "当面", "邮寄", "机要")


def start_paper(
    work: Work,
    plan_id: int,
    kind: str,
    title: str,
    period: Period | None = None,
    section_id: int | None = None,
    task_id: int | None = None,
    options: Mapping[str, Any] | None = None,
    due_on: dt.date | None = None,
) -> None:
    """拟稿: begin a paper; its text is composed from the ledger until it is issued."""
    name = line(title, "标题")
    if task_id is not None and get(Task, task_id).plan_id != plan_id:
        raise KnownError("这项任务不属于这份工作要点，没有保存。")
    work.new_id = work.insert(
        Paper,
        plan=get(Plan, plan_id).id,
        kind=line(kind, "文稿种类"),
        period=period.code if period else "",
        section=get(Section, section_id).id if section_id else None,
        task=task_id,
        title=name,
        options=_options(options or {}),
        made_on=work.today,
        due_on=due_on,
    )
    work.about(task_id)
    work.label = f"拟稿 {name}"


def set_paper_options(work: Work, paper_id: int, options: Mapping[str, Any], title: str) -> None:
    """Keep the choices of a paper that is not signed yet."""
    paper = open_paper(paper_id)
    work.update(Paper, paper_id, options=_options(options), title=line(title, "标题"))
    work.label = f"修改文稿 {paper.title}"


def submit_paper(work: Work, paper_id: int, passages: Sequence[tuple[str, str]]) -> None:
    """送审: its text is kept as a version, with which later ones are compared."""
    paper = open_paper(paper_id)
    keep_version(work, paper_id, passages, "送审")
    work.update(Paper, paper_id, state=PaperState.SUBMITTED.value, submitted_on=work.today)
    work.label = f"送审 {paper.title}"


def keep_version(
    work: Work, paper_id: int, passages: Sequence[tuple[str, str]], reason: str = ""
) -> None:
    """Keep the text as it stands as a version."""
    paper = open_paper(paper_id)
    last = PaperVersion.select().where(PaperVersion.paper == paper_id).count()
    work.insert(
        PaperVersion,
        paper=paper_id,
        number=last + 1,
        saved_on=work.today,
        reason=line(reason),
        passages=[[passage_name(key), prose(text)] for key, text in passages],
    )
    work.label = f"留存一稿 {paper.title}"


def sign_paper(
    work: Work,
    paper_id: int,
    signer: str,
    on: dt.date | None = None,
    passages: Sequence[tuple[str, str]] = (),
) -> None:
    """签发: from now on it prints clean; 成文日期 is the day of signing (条例第九条十二).

    passages: the text that was signed, kept as a version so that later changes are seen.
    """
    paper = open_paper(paper_id)
    if passages:
        keep_version(work, paper_id, passages, "签发")
    work.update(
        Paper,
        paper_id,
        state=PaperState.SIGNED.value,
        signer=line(signer, "签发人"),
        signed_on=past(work, on),
    )
    work.label = f"签发 {paper.title}"


def unsign_paper(work: Work, paper_id: int) -> None:
    """Take the signing back: the paper is 送审 again and may be changed."""
    paper = get(Paper, paper_id)
    if PaperState(paper.state) not in (PaperState.SIGNED, PaperState.NUMBERED):
        raise KnownError(f"《{paper.title}》现在是{_word(paper)}，不能退回修改，没有改动。")
    work.update(
        Paper, paper_id, state=PaperState.SUBMITTED.value, signed_on=None, document_number=""
    )
    work.label = f"退回修改 {paper.title}"


def number_paper(work: Work, paper_id: int, document_number: str) -> None:
    """编号: the number that the 办公室 gave; the same on two living papers is said."""
    paper = get(Paper, paper_id)
    if PaperState(paper.state) not in (PaperState.SIGNED, PaperState.NUMBERED):
        raise KnownError(f"《{paper.title}》现在是{_word(paper)}，不能编号，没有改动；请先签发。")
    number = line(document_number, "发文字号")
    work.notices += _taken(number, paper)
    work.update(Paper, paper_id, state=PaperState.NUMBERED.value, document_number=number)
    work.label = f"编号 {number}"


def issue_paper(
    work: Work,
    paper_id: int,
    content: bytes,
    file_name: str,
    manner: str = "",
    on: dt.date | None = None,
    due_on: dt.date | None = None,
) -> None:
    """报送（印发）: the exact bytes are kept for good, with day and manner."""
    paper = get(Paper, paper_id)
    if PaperState(paper.state) not in (PaperState.SIGNED, PaperState.NUMBERED):
        raise KnownError(
            f"《{paper.title}》现在是{_word(paper)}，没有登记报送；请先签发（有文号的先编号）。"
        )
    if manner not in MANNERS:
        raise KnownError(f"报送方式应为{'、'.join(MANNERS[1:])}之一，没有保存。")
    sent_on = _after(past(work, on), paper.signed_on, "报送", "签发")
    name = safe_file_name(file_name)
    work.update(
        Paper,
        paper_id,
        state=PaperState.SENT.value,
        issued=_kept(work, name, content),
        issued_by=work.actor.operator,
        file_name=name,
        sent_on=sent_on,
        sent_manner=manner,
        due_on=due_on or paper.due_on,
    )
    work.about(paper.task_id)
    work.label = f"报送 {paper.title}"


def attach_scan(work: Work, paper_id: int, content: bytes, file_name: str) -> None:
    """Keep the scan of the sealed copy beside what was issued."""
    paper = get(Paper, paper_id)
    if PaperState(paper.state) is not PaperState.SENT:
        raise KnownError(f"《{paper.title}》还没有报送，没有存入扫描件；请先登记报送。")
    name = safe_file_name(file_name)
    work.update(Paper, paper_id, scan=_kept(work, name, content), scan_name=name)
    work.label = f"存入扫描件 {paper.title}"


def answer_paper(work: Work, paper_id: int, answer: str, on: dt.date | None = None) -> None:
    """Record the answer to a slip (办理情况反馈)."""
    paper = get(Paper, paper_id)
    if PaperState(paper.state) is not PaperState.SENT:
        raise KnownError(f"《{paper.title}》还没有发出，没有登记反馈；请先登记发出。")
    answered_on = _after(past(work, on), paper.sent_on, "反馈", "发出")
    work.update(Paper, paper_id, answer=prose(answer, "反馈内容"), answered_on=answered_on)
    work.about(paper.task_id)
    work.label = f"登记反馈 {paper.title}"


def void_paper(work: Work, paper_id: int, reason: str) -> None:
    """作废 with its reason; kept, and its number is free for the successor."""
    paper = get(Paper, paper_id)
    if not PaperState(paper.state).living:
        raise KnownError(f"《{paper.title}》已经作废，没有改动。")
    work.update(
        Paper, paper_id, state=PaperState.VOID.value, void_reason=prose(reason, "作废的原因")
    )
    work.about(paper.task_id)
    work.label = f"作废 {paper.title}"


def succeed_paper(work: Work, paper_id: int) -> None:
    """Begin the successor of a paper that was set 作废, with its choices and its edits."""
    old = get(Paper, paper_id)
    if PaperState(old.state).living:
        raise KnownError(f"《{old.title}》没有作废，没有另起新稿；请先作废并写明原因。")
    if Paper.select().where(Paper.replaces == paper_id).exists():
        raise KnownError(f"《{old.title}》已经有了新稿，没有再起一份。")
    work.new_id = work.insert(
        Paper,
        plan=old.plan_id,
        kind=old.kind,
        period=old.period,
        section=old.section_id,
        task=old.task_id,
        title=old.title,
        options=old.options,
        made_on=work.today,
        due_on=old.due_on,
        replaces=paper_id,
    )
    for edit in list(PaperEdit.select().where(PaperEdit.paper == paper_id)):
        work.insert(
            PaperEdit,
            paper=work.new_id,
            key=edit.key,
            base=edit.base,
            text=edit.text,
            dropped=edit.dropped,
            added=edit.added,
            moved=edit.moved,
            level=edit.level,
            after=edit.after,
        )
    for version in list(PaperVersion.select().where(PaperVersion.paper == paper_id)):
        work.insert(
            PaperVersion,
            paper=work.new_id,
            number=version.number,
            saved_on=version.saved_on,
            reason=version.reason,
            passages=version.passages,
        )
    work.about(old.task_id)
    work.label = f"另起新稿 {old.title}"


def passage_name(key: str) -> str:
    """The name of a passage, cleaned as all texts are; an empty one is refused."""
    return line(key, "段落名", limit=LONGEST_KEY)


def open_paper(paper_id: int) -> Paper:
    """A paper whose text may still be changed; `KnownError` for one that is signed or later."""
    paper = get(Paper, paper_id)
    if not PaperState(paper.state).unsigned:
        raise KnownError(
            f"《{paper.title}》现在是{_word(paper)}，内容不再改动；"
            "要修改请先退回，已报送的请作废后另起新稿。"
        )
    return paper


def _word(paper: Paper) -> str:
    return PaperState(paper.state).word


def _options(options: Mapping[str, Any]) -> str:
    return json.dumps(json_value(dict(options)), ensure_ascii=False)


def _kept(work: Work, name: str, content: bytes) -> str:
    if not content:
        raise KnownError(f"“{name}”没有内容，没有存入；请先生成或选好文件。")
    return store_file(work, name, content)


def _after(day: dt.date, earlier: dt.date | None, what: str, before: str) -> dt.date:
    """A day that cannot lie before another of the paper's life."""
    if earlier is not None and day < earlier:
        raise KnownError(f"{what}日期早于{before}日期{long_day(earlier)}，没有登记；请改正日期。")
    return day


def _taken(number: str, paper: Paper) -> list[str]:
    """Who has the number already, however its brackets were typed."""
    others = Paper.select().where(
        Paper.document_number != "", Paper.id != paper.id, Paper.state != PaperState.VOID.value
    )
    same = [other for other in others if proper(other.document_number) == proper(number)]
    return [f"{number}已用于《{other.title}》，请核对。" for other in same]
