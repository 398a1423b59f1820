"""What a paper's state makes of its print; which entry a correction goes back to."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from models.errors import KnownError
from models.paperrows import PaperRow, PaperVersionRow, PassageEdit
from models.rules import PaperState
from reports.builders.progress import build_progress
from reports.builders.reminder import build_reminder
from reports.choices import to_json
from reports.correction import Correction, correction
from reports.document import Form, OfficialDocument, Table
from reports.lifecycle import changed_since, next_state_words, number_on, options_of, version_of
from reports.press import draft
from tests.reports.factory import (
    DAY,
    dossier,
    entry,
    evidence,
    options,
    rows,
    small_report,
    task,
)

EDITS = (PassageEdit("lead", base="原。", text="改。"),)
SIGNED_ON = dt.date(2021, 6, 28)


def paper(state: PaperState, **given: Any) -> PaperRow:
    signed = state not in (PaperState.DRAFT, PaperState.SUBMITTED)
    numbered = state in (PaperState.NUMBERED, PaperState.SENT, PaperState.VOID)
    values: dict[str, Any] = {
        "id": 1,
        "plan_id": 1,
        "kind": "progress",
        "period": "2021-H1",
        "section_id": None,
        "task_id": None,
        "title": "关于甲的报告",
        "state": state,
        "options": json.dumps(to_json(options(form=Form.LETTERHEAD, document_number="99"))),
        "document_number": "示市监〔2021〕36号" if numbered else "",
        "signer": "张三、李四" if signed else "",
        "made_on": DAY,
        "submitted_on": None,
        "signed_on": SIGNED_ON if signed else None,
        "sent_on": None,
        "sent_manner": "",
        "due_on": None,
        "answered_on": None,
        "answer": "",
        "void_reason": "",
        "replaces_id": None,
        "issued_sha256": "",
        "issued_by": "",
        "file_name": "",
        "scan_name": "",
    }
    return PaperRow(**{**values, **given})


def printed(row: PaperRow) -> OfficialDocument:
    document = draft(row.kind, small_report(), options_of(row, (), DAY)).document
    assert isinstance(document, OfficialDocument)
    return document


@pytest.mark.parametrize(
    ("state", "mark", "number", "day"),
    [
        (PaperState.DRAFT, True, "示市监〔2021〕　　号", "2021年6月　　日"),
        (PaperState.SUBMITTED, True, "示市监〔2021〕　　号", "2021年6月　　日"),
        (PaperState.SIGNED, False, "示市监〔2021〕　　号", "2021年6月28日"),
        (PaperState.NUMBERED, False, "示市监〔2021〕36号", "2021年6月28日"),
        (PaperState.SENT, False, "示市监〔2021〕36号", "2021年6月28日"),
        (PaperState.VOID, False, "示市监〔2021〕36号", "2021年6月28日"),
    ],
)
def test_the_state_decides_on_mark_number_and_day(
    state: PaperState, mark: bool, number: str, day: str
) -> None:
    document = printed(paper(state))
    assert document.draft_mark is mark
    assert number_on(document) == number
    assert document.signature is not None
    assert document.signature.date_text == day
    assert document.colophon is not None
    assert document.colophon.printed_on_text == f"{day}印发"


def test_a_draft_that_was_voided_still_bears_its_mark() -> None:
    void = paper(PaperState.VOID, signed_on=None, document_number="", signer="")
    assert printed(void).draft_mark


def test_who_signed_stands_on_the_paper() -> None:
    head = printed(paper(PaperState.SIGNED)).letterhead
    assert head is not None
    assert head.signers == ("张三", "李四")
    usual = printed(paper(PaperState.DRAFT)).letterhead
    assert usual is not None
    assert usual.signers == ("周明远",)


def test_choices_edits_task_and_day_of_answer_come_from_the_record() -> None:
    answer_by = dt.date(2021, 7, 5)
    slip = paper(PaperState.DRAFT, kind="reminder", task_id=1, due_on=answer_by)
    found = options_of(slip, EDITS, DAY)
    assert (found.form, found.edits, found.date) == (Form.LETTERHEAD, EDITS, DAY)
    assert (found.task, found.answer_by) == (1, answer_by)


def test_an_unsigned_slip_bears_the_mark_and_no_day() -> None:
    slip = paper(PaperState.DRAFT, kind="reminder", task_id=1, options="{}")
    made = draft("reminder", small_report(), options_of(slip, (), DAY)).document
    assert isinstance(made, OfficialDocument)
    assert made.draft_mark
    assert number_on(made) == "督〔2021〕　　号"
    (table,) = (block for block in made.body if isinstance(block, Table))
    assert any("2021年6月　　日" in row.cells for row in table.rows)


def test_the_number_is_read_where_the_paper_has_it() -> None:
    assert number_on(build_reminder(small_report(), options(task=1, document_number="3"))) == (
        "督〔2021〕3号"
    )
    assert number_on(build_progress(small_report(), options(form=Form.PLAIN))) == ""
    assert number_on(draft("ledger", small_report(), options()).document) == ""


def test_a_version_holds_every_passage_with_words() -> None:
    document = build_progress(small_report(), options())
    keys = [key for key, _ in version_of(document)]
    assert keys[:3] == ["title", "lead", "section:总体情况"]
    assert keys[-1] == "closing"
    assert all(text for _, text in version_of(document))


def test_a_text_that_is_not_what_was_signed_is_noticed() -> None:
    document = build_progress(small_report(), options())

    def kept(reason: str, text: tuple[tuple[str, str], ...]) -> PaperVersionRow:
        return PaperVersionRow(1, 1, 1, DAY, reason, text)

    other = (("title", "别的"),)
    assert not changed_since((), document)
    assert not changed_since((kept("送审", other),), document)
    assert not changed_since((kept("签发", version_of(document)),), document)
    assert changed_since((kept("签发", other),), document)


def test_each_state_says_what_comes_next() -> None:
    assert [next_state_words(state) for state in PaperState] == [
        *("送审或签发", "签发", "编号或报送", "报送", "作废后另起新稿", "另起新稿")
    ]


def edited(key: str, text: str) -> tuple[PassageEdit, ...]:
    return (PassageEdit("lead", text="别处。"), PassageEdit(key, base="", text=text))


def test_a_correction_goes_back_to_its_entry_without_the_opening_words() -> None:
    document = build_progress(small_report(), options())
    fixed = correction(document, edited("task:1", "任务1简称。形成征求意见稿。"), "task:1")
    assert fixed == Correction(10, "形成征求意见稿。")
    bare = correction(document, edited("task:1", "形成征求意见稿。"), "task:1")
    assert bare.text == "形成征求意见稿。"


def test_proofs_beside_an_entry_do_not_hinder_its_correction() -> None:
    one = dossier(task(1), entry(1, "完成3件。"), evidence=(evidence(1),))
    document = build_progress(rows(one), options())
    assert correction(document, edited("task:1", "完成三件。"), "task:1").entry_id == 10


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("task:2", "这一段没有改过，没有写回"),
        ("lead", "不是由一条进展写成的，不能写回；请到任务的进展中修改"),
        ("section:总体情况", "不能写回"),
        ("problems:1", "不能写回"),
        ("next:1", "不能写回"),
        ("own:1", "不能写回"),
    ],
)
def test_what_has_no_one_entry_is_not_written_back(key: str, said: str) -> None:
    document = build_progress(small_report(), options())
    made = () if key == "task:2" else edited(key, "改。")[-1:]
    with pytest.raises(KnownError, match=said):
        correction(document, made, key)


def test_problems_of_one_entry_do_not_become_its_progress() -> None:
    """One section's only problem stands alone in its paragraph, with that entry as source."""
    alone = rows(dossier(task(1), entry(1, "完成3件。", "人手不足。")))
    document = build_progress(alone, options())
    with pytest.raises(KnownError, match="不能写回"):
        correction(document, edited("problems:1", "人手紧张。"), "problems:1")


def test_a_paragraph_of_several_entries_is_not_written_back() -> None:
    two = dossier(
        task(1), entry(1, "完成3件。", measure_id=11), entry(1, "培训4期。", measure_id=12)
    )
    document = build_progress(rows(two), options())
    with pytest.raises(KnownError, match="不能写回"):
        correction(document, edited("task:1", "改。"), "task:1")


def test_opening_words_alone_are_not_written_back() -> None:
    document = build_progress(small_report(), options())
    with pytest.raises(KnownError, match="只剩任务简称，没有写回"):
        correction(document, edited("task:1", "任务1简称。"), "task:1")
