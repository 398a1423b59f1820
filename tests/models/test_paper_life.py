"""拟稿 to 已报送 and 作废: what may be done in which state, and what stays for good."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from models import commands, queries
from models.errors import KnownError
from models.paperrows import PaperRow
from models.rules import PaperState
from models.schema import Blob
from tests.models.factory import H1, TODAY, Office, actor
from tests.models.verb_examples import EXAMPLES, Scene

ISSUED = b"%PDF-1.4 as printed"
TEXT = (("title", "关于甲的报告"), ("lead", "开头。"))
TOMORROW = TODAY + dt.timedelta(days=1)
NUMBER = "示市监〔2021〕36号"
Step = Callable[[Office, int], object]


def start(office: Office, title: str = "关于甲的报告", **more: Any) -> int:
    kind = more.pop("kind", "progress")
    return office.do(commands.start_paper, office.plan, kind, title, H1, **more).new_id or 0


def look(office: Office, paper: int) -> PaperRow:
    return office.ledger.ask(queries.paper, paper)


def issue(office: Office, paper: int, content: bytes = ISSUED, **more: Any) -> None:
    office.do(commands.sign_paper, paper, "张局长")
    office.do(commands.number_paper, paper, NUMBER)
    office.do(commands.issue_paper, paper, content, "报告.pdf", **more)


STEPS: dict[str, Step] = {
    "submit": lambda o, p: o.do(commands.submit_paper, p, TEXT),
    "keep": lambda o, p: o.do(commands.keep_version, p, TEXT),
    "options": lambda o, p: o.do(commands.set_paper_options, p, {"form": "plain"}, "新题"),
    "edit": lambda o, p: o.do(commands.edit_passage, p, "lead", "改。", "原。"),
    "add": lambda o, p: o.do(commands.add_passage, p, "加一段。"),
    "move": lambda o, p: o.do(commands.move_passage, p, "lead", "closing"),
    "drop": lambda o, p: o.do(commands.drop_passage, p, "closing", "特此报告。"),
    "sign": lambda o, p: o.do(commands.sign_paper, p, "张局长"),
    "unsign": lambda o, p: o.do(commands.unsign_paper, p),
    "number": lambda o, p: o.do(commands.number_paper, p, NUMBER),
    "issue": lambda o, p: o.do(commands.issue_paper, p, ISSUED, "报告.pdf"),
    "scan": lambda o, p: o.do(commands.attach_scan, p, b"scan", "扫描件.pdf"),
    "answer": lambda o, p: o.do(commands.answer_paper, p, "已办结。"),
    "void": lambda o, p: o.do(commands.void_paper, p, "数据有误"),
    "succeed": lambda o, p: o.do(commands.succeed_paper, p),
}
TEXT_STEPS = ("submit", "keep", "options", "edit", "add", "move", "drop", "sign")
WAYS: dict[PaperState, tuple[str, ...]] = {
    PaperState.DRAFT: (),
    PaperState.SUBMITTED: ("submit",),
    PaperState.SIGNED: ("sign",),
    PaperState.NUMBERED: ("sign", "number"),
    PaperState.SENT: ("sign", "number", "issue"),
    PaperState.VOID: ("void",),
}
ALLOWED: dict[PaperState, tuple[str, ...]] = {
    PaperState.DRAFT: (*TEXT_STEPS, "void"),
    PaperState.SUBMITTED: (*TEXT_STEPS, "void"),
    PaperState.SIGNED: ("unsign", "number", "issue", "void"),
    PaperState.NUMBERED: ("unsign", "number", "issue", "void"),
    PaperState.SENT: ("scan", "answer", "void"),
    PaperState.VOID: ("succeed",),
}
SENTENCES = {
    **dict.fromkeys(TEXT_STEPS, "内容不再改动；要修改请先退回，已报送的请作废后另起新稿。"),
    "unsign": "不能退回修改，没有改动。",
    "number": "不能编号，没有改动；请先签发。",
    "issue": "没有登记报送；请先签发",
    "scan": "还没有报送，没有存入扫描件；请先登记报送。",
    "answer": "还没有发出，没有登记反馈；请先登记发出。",
    "void": "已经作废，没有改动。",
    "succeed": "没有作废，没有另起新稿；请先作废并写明原因。",
}


def brought(office: Office, state: PaperState) -> int:
    paper = start(office)
    for name in WAYS[state]:
        STEPS[name](office, paper)
    assert look(office, paper).state is state
    return paper


@pytest.mark.parametrize("state", list(PaperState))
@pytest.mark.parametrize("name", STEPS)
def test_each_step_is_taken_or_refused_by_the_state(
    office: Office, state: PaperState, name: str
) -> None:
    paper = brought(office, state)
    before = office.dump()
    if name in ALLOWED[state]:
        STEPS[name](office, paper)
        return
    with pytest.raises(KnownError) as refused:
        STEPS[name](office, paper)
    assert SENTENCES[name] in str(refused.value)
    assert "《关于甲的报告》" in str(refused.value)
    assert office.dump() == before


def test_a_paper_goes_from_draft_to_sent_with_its_days(office: Office) -> None:
    paper = start(office, due_on=dt.date(2021, 7, 5), options={"form": "plain"})
    office.do(commands.submit_paper, paper, TEXT, day=dt.date(2021, 6, 21))
    office.do(commands.sign_paper, paper, "张局长", day=dt.date(2021, 6, 22))
    office.do(commands.number_paper, paper, NUMBER, day=dt.date(2021, 6, 23))
    office.do(commands.issue_paper, paper, ISSUED, "报告.pdf", "机要", day=dt.date(2021, 6, 24))
    row = look(office, paper)
    assert (row.made_on, row.submitted_on, row.signed_on, row.sent_on) == (
        TODAY,
        dt.date(2021, 6, 21),
        dt.date(2021, 6, 22),
        dt.date(2021, 6, 24),
    )
    assert (row.signer, row.document_number, row.sent_manner) == ("张局长", NUMBER, "机要")
    assert (row.issued_by, row.due_on) == ("甲办事员", dt.date(2021, 7, 5))
    assert row.issued_sha256 == hashlib.sha256(ISSUED).hexdigest()
    assert [each.word for each in PaperState] == [
        *("拟稿", "送审", "已签发", "已编号", "已报送", "作废")
    ]


def test_a_signed_paper_that_is_sent_back_loses_number_and_day(office: Office) -> None:
    paper = brought(office, PaperState.NUMBERED)
    office.do(commands.unsign_paper, paper)
    row = look(office, paper)
    assert (row.state, row.document_number, row.signed_on) == (PaperState.SUBMITTED, "", None)
    assert office.do(commands.edit_passage, paper, "lead", "改。", "原。").id


@pytest.mark.parametrize("verb", [commands.sign_paper, commands.issue_paper, commands.answer_paper])
def test_a_day_that_has_not_come_is_refused(office: Office, verb: Any) -> None:
    paper = start(office)
    rest: tuple[Any, ...] = ("张局长",)
    if verb is not commands.sign_paper:
        office.do(commands.sign_paper, paper, "张局长")
        rest = (ISSUED, "报告.pdf")
    if verb is commands.answer_paper:
        office.do(commands.issue_paper, paper, *rest)
        rest = ("已办结。",)
    before = office.dump()
    with pytest.raises(KnownError, match="2021年6月21日还没有到"):
        office.do(verb, paper, *rest, on=TOMORROW)
    assert office.dump() == before


def test_nothing_is_sent_before_it_is_signed_nor_answered_before_it_is_sent(
    office: Office,
) -> None:
    paper = start(office)
    office.do(commands.sign_paper, paper, "张局长")
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(KnownError, match="报送日期早于签发日期2021年6月20日，没有登记"):
        office.do(commands.issue_paper, paper, ISSUED, "报告.pdf", on=yesterday)
    office.do(commands.issue_paper, paper, ISSUED, "报告.pdf")
    with pytest.raises(KnownError, match="反馈日期早于发出日期"):
        office.do(commands.answer_paper, paper, "已办结。", on=yesterday)
    assert look(office, paper).answered_on is None


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (lambda o, p: o.do(commands.sign_paper, p, " "), "签发人不能为空"),
        (lambda o, p: o.do(commands.set_paper_options, p, {}, ""), "标题不能为空"),
        (lambda o, p: o.do(commands.void_paper, p, ""), "作废的原因不能为空"),
        (lambda o, p: start(o, ""), "标题不能为空"),
        (lambda o, p: start(o, kind=""), "文稿种类不能为空"),
    ],
)
def test_what_must_be_said_is_asked_for(office: Office, step: Step, said: str) -> None:
    paper = start(office)
    before = office.dump()
    with pytest.raises(KnownError, match=said):
        step(office, paper)
    assert office.dump() == before


def test_an_empty_file_or_an_unknown_manner_is_not_issued(office: Office) -> None:
    paper = brought(office, PaperState.SIGNED)
    before = office.dump()
    with pytest.raises(KnownError, match="没有内容，没有存入"):
        office.do(commands.issue_paper, paper, b"", "报告.pdf")
    with pytest.raises(KnownError, match="报送方式应为书面、电子、当面、邮寄、机要之一"):
        office.do(commands.issue_paper, paper, ISSUED, "报告.pdf", "信鸽")
    assert office.dump() == before


def test_a_scan_of_more_than_50_mb_is_not_taken_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = brought(office, PaperState.SENT)
    monkeypatch.setattr(commands.evidence, "LARGEST", 4)
    with pytest.raises(KnownError, match="没有存入"):
        office.do(commands.attach_scan, paper, b"12345", "扫描件.pdf")
    assert look(office, paper).scan_name == ""


def test_the_same_number_on_two_living_papers_is_said(office: Office) -> None:
    """However the brackets were typed; it is free again when the first is set 作废."""
    first, second = brought(office, PaperState.NUMBERED), start(office, "关于乙的报告")
    office.do(commands.sign_paper, second, "张局长")
    change = office.do(commands.number_paper, second, "示市监[2021]36号")
    assert change.notices == ("示市监[2021]36号已用于《关于甲的报告》，请核对。",)
    assert look(office, second).document_number == "示市监[2021]36号"
    office.do(commands.void_paper, first, "重复")
    assert office.do(commands.number_paper, second, NUMBER).notices == ()


def test_the_next_number_follows_the_highest_living_one_of_its_year(office: Office) -> None:
    ask = office.ledger.ask
    assert ask(queries.next_number, "示市监", 2021) == 1
    numbers = ("示市监〔2021〕36号", "示市监[2021]9号", "示市监〔2020〕80号", "督〔2021〕50号")
    for number in (*numbers, "示市监〔2021〕99号"):
        paper = start(office, number)
        office.do(commands.sign_paper, paper, "张局长")
        office.do(commands.number_paper, paper, number)
    assert ask(queries.next_number, "示市监", 2021) == 100
    office.do(commands.void_paper, paper, "重编")
    assert ask(queries.next_number, "示市监", 2021) == 37
    assert ask(queries.next_number, "督", 2021) == 51


def test_what_was_issued_opens_again_byte_for_byte(office: Office) -> None:
    paper = start(office)
    with pytest.raises(KnownError, match="还没有报送，没有留存的文件"):
        office.ledger.ask(queries.issued_content, paper)
    issue(office, paper)
    assert office.ledger.ask(queries.issued_content, paper) == ("报告.pdf", ISSUED)
    with pytest.raises(KnownError, match="没有存入盖章扫描件"):
        office.ledger.ask(queries.scan_content, paper)
    office.do(commands.attach_scan, paper, b"scan", "C:\\扫描\\盖章件.pdf")
    assert office.ledger.ask(queries.scan_content, paper) == ("盖章件.pdf", b"scan")


def test_a_kept_file_that_was_damaged_is_not_handed_out(office: Office) -> None:
    paper = brought(office, PaperState.SENT)
    office.do(commands.attach_scan, paper, b"scan", "扫描件.pdf")
    office.ledger.ask(lambda: Blob.update(content=b"other").execute())
    with pytest.raises(KnownError, match=r"“报告.pdf”的文件已损坏，没有打开；请从备份中找回"):
        office.ledger.ask(queries.issued_content, paper)
    assert set(office.ledger.ask(queries.evidence_digests)) == {"报告.pdf", "扫描件.pdf"}


PAPER_VERBS = [
    verb.__name__
    for verb in commands.VERBS
    if verb.__module__ in ("models.commands.papers", "models.commands.passages")
]


def test_no_verb_changes_what_was_issued(office: Office) -> None:
    paper = start(office, options={"form": "plain"})
    office.do(commands.edit_passage, paper, "lead", "改。", "原。")
    office.do(commands.submit_paper, paper, TEXT)
    issue(office, paper)

    def kept() -> tuple[object, ...]:
        row = look(office, paper)
        ask = office.ledger.ask
        return (
            ask(queries.issued_content, paper),
            ask(queries.passage_edits, paper),
            ask(queries.paper_versions, paper),
            *(row.title, row.options, row.document_number, row.signer, row.signed_on),
            *(row.sent_on, row.sent_manner, row.issued_by, row.issued_sha256, row.file_name),
        )

    before, taken = kept(), []
    everywhere = Scene(office, fresh=paper, signed=paper, sent=paper, void=paper)
    assert len(PAPER_VERBS) == 17
    for name in PAPER_VERBS:
        args, more = EXAMPLES[name](everywhere) if name != "start_paper" else ((paper,), {})
        try:
            office.do(getattr(commands, name), *args, **more)
        except (KnownError, TypeError):
            pass
        else:
            taken.append(name)
        assert kept() == before, name
    assert taken == ["attach_scan", "answer_paper", "void_paper", "succeed_paper"]


def test_a_voided_paper_is_kept_with_its_reason_and_what_was_issued(office: Office) -> None:
    paper = brought(office, PaperState.SENT)
    office.do(commands.void_paper, paper, "数据有误，退回重报")
    row = look(office, paper)
    assert (row.state, row.void_reason) == (PaperState.VOID, "数据有误，退回重报")
    assert office.ledger.ask(queries.issued_content, paper)[1] == ISSUED


def test_a_successor_takes_choices_edits_and_versions(office: Office) -> None:
    paper = start(office, options={"form": "plain"}, due_on=TOMORROW)
    office.do(commands.edit_passage, paper, "lead", "改。", "原。", "title")
    office.do(commands.add_passage, paper, "加一段。", "lead")
    office.do(commands.submit_paper, paper, TEXT)
    issue(office, paper)
    office.do(commands.void_paper, paper, "数据有误")
    heir = office.do(commands.succeed_paper, paper).new_id or 0
    old, new, ask = look(office, paper), look(office, heir), office.ledger.ask
    assert (new.state, new.replaces_id, new.document_number) == (PaperState.DRAFT, paper, "")
    assert (new.options, new.title, new.period, new.due_on, new.kind) == (
        *(old.options, old.title, old.period, old.due_on, old.kind),
    )
    assert (new.signed_on, new.issued_sha256, new.file_name) == (None, "", "")
    assert ask(queries.passage_edits, heir) == ask(queries.passage_edits, paper)
    assert [each.passages for each in ask(queries.paper_versions, heir)] == [TEXT]
    issue(office, heir)
    assert look(office, heir).document_number == NUMBER
    with pytest.raises(KnownError, match="已经有了新稿，没有再起一份"):
        office.do(commands.succeed_paper, paper)


def test_a_successor_can_itself_be_succeeded(office: Office) -> None:
    first = brought(office, PaperState.VOID)
    second = office.do(commands.succeed_paper, first).new_id or 0
    office.do(commands.void_paper, second, "再改")
    third = office.do(commands.succeed_paper, second).new_id or 0
    assert look(office, third).replaces_id == second


def test_versions_are_kept_in_order_with_their_words(office: Office) -> None:
    paper = start(office)
    office.do(commands.submit_paper, paper, TEXT)
    later = (*TEXT, ("closing", "特此报告。"))
    office.do(commands.keep_version, paper, later, "征求意见", day=TOMORROW)
    office.do(commands.sign_paper, paper, "张局长", passages=later, day=TOMORROW)
    versions = office.ledger.ask(queries.paper_versions, paper)
    assert [(row.number, row.reason, row.saved_on) for row in versions] == [
        (1, "送审", TODAY),
        (2, "征求意见", TOMORROW),
        (3, "签发", TOMORROW),
    ]
    assert [row.passages for row in versions] == [TEXT, later, later]


def test_slips_without_an_answer_are_listed_by_the_day_they_are_due(office: Office) -> None:
    def slip(title: str, due_on: dt.date | None, kind: str = "reminder") -> int:
        paper = start(office, title, kind=kind, due_on=due_on)
        issue(office, paper)
        return paper

    july, august = dt.date(2021, 7, 1), dt.date(2021, 8, 1)
    undated, late, early = slip("无", None), slip("晚", august), slip("早", july)
    answered, void = slip("已答", july), slip("作废", july)
    slip("报告", july, kind="progress")
    start(office, "未发", kind="reminder", due_on=july)
    office.do(commands.answer_paper, answered, "已办结。")
    office.do(commands.void_paper, void, "发错科室")
    listed = office.ledger.ask(queries.unanswered_slips, office.plan)
    assert [row.id for row in listed] == [early, late, undated]
    assert look(office, answered).answer == "已办结。"


def test_papers_are_listed_newest_first_and_an_unknown_one_is_said(office: Office) -> None:
    first, second = start(office), start(office, "关于乙的报告")
    assert [row.id for row in office.ledger.ask(queries.papers, office.plan)] == [second, first]
    with pytest.raises(KnownError, match="没有第99号文稿，没有改动任何内容；请先查看文稿清单"):
        look(office, 99)


def test_a_slip_is_about_a_task_of_its_plan(office: Office) -> None:
    from tests.models.factory import small_plan

    other = office.do(commands.add_plan, small_plan("示监发〔2022〕1号")).new_id or 0
    with pytest.raises(KnownError, match="这项任务不属于这份工作要点"):
        office.do(commands.start_paper, other, "reminder", "督办单", task_id=office.task("1").id)
    assert office.ledger.ask(queries.papers, other) == ()


def test_a_local_task_that_is_removed_leaves_its_slip_in_the_register(office: Office) -> None:
    local = office.do(commands.add_local_task, office.plan, "编制本地方案。").new_id or 0
    paper = start(office, kind="reminder", task_id=local)
    issue(office, paper)
    office.do(commands.remove_local_task, local)
    assert look(office, paper).task_id is None
    assert office.ledger.ask(queries.issued_content, paper)[1] == ISSUED
    office.ledger.undo(actor())
    assert look(office, paper).task_id == local


def test_the_history_says_the_life_of_a_paper_in_the_offices_words(office: Office) -> None:
    paper = brought(office, PaperState.NUMBERED)
    office.do(commands.void_paper, paper, "数据有误")
    newest = office.ledger.ask(queries.history)[0]
    assert newest.label == "作废 关于甲的报告"
    assert newest.before == "文稿状态：已编号"
    assert newest.after == "文稿状态：作废；作废原因：数据有误"
