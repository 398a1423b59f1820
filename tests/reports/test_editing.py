"""A person's edits in what the program composes: nothing is lost, headings stay in order."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.paperrows import PassageEdit
from reports.builders.bulletin import build_bulletin
from reports.builders.numerals import chinese
from reports.builders.progress import build_progress
from reports.builders.reminder import build_reminder
from reports.document import (
    Attachment,
    Block,
    Heading,
    Line,
    Manner,
    OfficialDocument,
    Paragraph,
    Signature,
)
from reports.editing import TITLE, Conflict, apply, changed_beneath, passages, plain_text
from tests.reports.factory import dossier, entry, options, rows, small_report, task
from tests.reports.passages import documents, edits

SMALL = OfficialDocument(
    "关于甲的报告",
    body=(
        Paragraph("开头。", key="lead"),
        Heading(1, "一、总体情况", key="section:甲"),
        Paragraph("完成6项。", lead="简称。", key="task:1"),
        Heading(1, "二、下一步", key="section:乙"),
        Heading(2, "（一）抓规划", key="part:丙"),
        Paragraph("9月底前报审。", key="next:1"),
        Paragraph("特此报告。", key="closing"),
    ),
)
LAWFUL = {
    1: lambda n: f"{chinese(n)}、",
    2: lambda n: f"（{chinese(n)}）",
    3: lambda n: f"{n}.",
    4: lambda n: f"（{n}）",
}


def told(document: OfficialDocument, *made: PassageEdit) -> list[str]:
    return plain_text(apply(document, made).document).replace("　", "").split()


def headings(document: OfficialDocument) -> list[str]:
    return [block.text for block in document.body if isinstance(block, Heading)]


@pytest.mark.parametrize(
    "document",
    [
        build_progress(small_report(), options()),
        build_bulletin(small_report(), options()),
        build_reminder(small_report(), options(task=1)),
        SMALL,
    ],
    ids=["progress", "bulletin", "reminder", "small"],
)
def test_without_a_change_the_builders_document_stays_as_it_is(document: OfficialDocument) -> None:
    assert apply(document, ()).document == document
    same = apply(document, (PassageEdit("closing", base="特此报告。"),)).document
    assert plain_text(same) == plain_text(document)
    assert headings(same) == headings(document)


@pytest.mark.parametrize("build", [build_progress, build_bulletin])
def test_every_passage_of_a_report_has_a_name_that_is_not_its_place(build: object) -> None:
    document = build(small_report(), options())  # type: ignore[operator]
    for passage in passages(document):
        assert not passage.key.startswith(("paragraph:", "heading:"))


def test_names_stay_while_numbers_change() -> None:
    first = dossier(task(1), entry(1, "完成3件。"))
    second = dossier(task(2), entry(2, "完成5件。"))
    before = passages(build_progress(rows(second), options()))
    after = passages(build_progress(rows(first, second), options()))
    keep = {each.key: each.text for each in after}
    assert keep["task:2"] == next(each.text for each in before if each.key == "task:2")
    assert {each.key for each in before} < set(keep)


@given(st.data())
def test_nothing_is_lost_that_was_not_dropped(data: st.DataObject) -> None:
    document = data.draw(documents())
    before = passages(document)
    made = data.draw(edits(tuple(each.key for each in before)))
    after = apply(document, made)
    keys = [each.key for each in after.passages]
    assert len(keys) == len(set(keys))
    by_key = {edit.key: edit for edit in made}
    dropped = {edit.key for edit in made if edit.dropped} - {TITLE}
    expected = {each.key for each in before} | {edit.key for edit in made if edit.text}
    assert set(keys) == expected - dropped
    assert keys[0] == TITLE
    for passage in after.passages:
        wanted = by_key[passage.key].text if passage.key in by_key else None
        if wanted is not None and passage.level == 0:
            assert passage.text == wanted
    assert len(after.document.body) == len(keys) - 1


@given(st.data())
def test_passages_that_nobody_moved_keep_their_order(data: st.DataObject) -> None:
    document = data.draw(documents())
    before = [each.key for each in passages(document)]
    made = data.draw(edits(tuple(before)))
    touched = {edit.key for edit in made if edit.moved or edit.dropped} - {TITLE}
    after = [each.key for each in apply(document, made).passages]
    still = [key for key in before if key not in touched]
    assert [key for key in after if key in still] == still


@given(st.data())
def test_headings_are_numbered_without_gaps(data: st.DataObject) -> None:
    document = data.draw(documents())
    made = data.draw(edits(tuple(each.key for each in passages(document))))
    counts = [0] * 5
    for block in apply(document, made).document.body:
        if isinstance(block, Heading):
            counts[block.level] += 1
            counts[block.level + 1 :] = [0] * (4 - block.level)
            assert block.text.startswith(LAWFUL[block.level](counts[block.level]))


@given(st.data())
def test_an_edited_document_names_its_passages_as_before(data: st.DataObject) -> None:
    document = data.draw(documents())
    made = data.draw(edits(tuple(each.key for each in passages(document))))
    after = apply(document, made)

    def named(found: tuple[object, ...]) -> list[str]:
        return [each.key for each in found if not each.key.startswith("block:")]  # type: ignore[attr-defined]

    assert named(passages(after.document)) == named(after.passages)


@given(st.data())
def test_conflicts_are_told_exactly_where_both_sides_changed(data: st.DataObject) -> None:
    document = data.draw(documents())
    before = passages(document)
    made = data.draw(edits(tuple(each.key for each in before)))
    now = {each.key: each.text for each in before}
    leads = {each.key: each.block.lead for each in before if isinstance(each.block, Paragraph)}
    expected = [
        Conflict(edit.key, edit.base, edit.text, now.get(edit.key, ""))
        for edit in made
        if edit.text is not None
        and not edit.added
        and not edit.dropped
        and now.get(edit.key, "") not in (edit.base, edit.text, leads.get(edit.key, "") + edit.text)
    ]
    assert list(apply(document, made).conflicts) == expected


def test_both_wordings_are_shown_when_the_ledger_changes_under_an_edit() -> None:
    edit = PassageEdit("task:1", base="简称。完成5项。", text="完成五项。")
    (conflict,) = apply(SMALL, (edit,)).conflicts
    assert changed_beneath(conflict) == (
        "手工改过的一段在台账里又有变化，文稿中仍用手工文字“完成五项。”；"
        "现在台账里是“简称。完成6项。”，请核对。"
    )
    assert "完成五项。" in told(SMALL, edit)
    for same in ("简称。完成6项。", "完成6项。"):
        agreed = replace(edit, base="简称。完成6项。", text=same)
        assert apply(SMALL, (agreed,)).conflicts == ()
    written_back = replace(edit, text="简称。完成6项。")
    assert apply(SMALL, (written_back,)).conflicts == ()


def test_a_long_wording_is_shown_by_its_beginning() -> None:
    said = changed_beneath(Conflict("a", "", "国" * 60, "家" * 60))
    assert "国" * 40 + "…" in said
    assert "国" * 41 not in said


def test_words_whose_source_is_gone_stay_in_their_place_and_are_told() -> None:
    gone = PassageEdit("task:9", base="原有。", text="留下的话。", after="task:1")
    assert told(SMALL, gone) == [
        *("关于甲的报告", "开头。", "一、总体情况", "简称。完成6项。", "留下的话。"),
        *("二、下一步", "（一）抓规划", "9月底前报审。", "特此报告。"),
    ]
    (conflict,) = apply(SMALL, (gone,)).conflicts
    assert "现在台账里没有这一段，请核对" in changed_beneath(conflict)


def test_an_edited_heading_whose_source_is_gone_is_still_a_heading() -> None:
    gone = PassageEdit("part:丁", base="抓人才", text="抓好人才", level=2, after="next:1")
    assert headings(apply(SMALL, (gone,)).document)[-1] == "（二）抓好人才"


def test_what_has_lost_its_place_stands_before_the_closing_words() -> None:
    own = PassageEdit("own:1", text="加一段。", added=True, after="task:9")
    assert told(SMALL, own)[-2:] == ["加一段。", "特此报告。"]
    bare = replace(SMALL, body=SMALL.body[:-1])
    assert told(bare, own)[-1] == "加一段。"


def test_what_follows_a_dropped_or_vanished_passage_keeps_its_place() -> None:
    own = PassageEdit("own:1", text="加一段。", added=True, after="task:1")
    dropped = PassageEdit("task:1", dropped=True)
    assert told(SMALL, dropped, own)[2:4] == ["一、总体情况", "加一段。"]
    vanished = PassageEdit("task:9", dropped=True, after="task:1")
    behind = replace(own, after="task:9")
    assert told(SMALL, vanished, behind)[3:5] == ["简称。完成6项。", "加一段。"]


def test_words_that_were_written_back_are_no_conflict_without_their_lead() -> None:
    edit = PassageEdit("task:1", base="简称。完成5项。", text="完成6项。")
    assert apply(SMALL, (edit,)).conflicts == ()


def test_a_dropped_edit_is_no_conflict() -> None:
    edit = PassageEdit("task:1", base="别的。", text="改的。", dropped=True)
    done = apply(SMALL, (edit,))
    assert done.conflicts == ()
    assert "改的。" not in plain_text(done.document)


def test_a_section_left_out_closes_the_numbers_up() -> None:
    gone = PassageEdit("section:甲", dropped=True)
    assert headings(apply(SMALL, (gone,)).document) == ["一、下一步", "（一）抓规划"]


@pytest.mark.parametrize(
    ("level", "typed", "set_as"),
    [
        (1, "做好一、二级工作", "三、做好一、二级工作"),
        (1, "五、其他", "三、其他"),
        (2, "其他", "（二）其他"),
        (3, "其他", "1.其他"),
        (4, "（3）其他", "（1）其他"),
        (3, "2021.5版", "1.2021.5版"),
    ],
)
def test_an_added_heading_gets_the_number_of_its_place(level: int, typed: str, set_as: str) -> None:
    own = PassageEdit("own:1", text=typed, added=True, level=level, after="next:1")
    assert set_as in headings(apply(SMALL, (own,)).document)


def test_a_reworded_heading_keeps_its_level_and_number() -> None:
    edit = PassageEdit("section:乙", base="下一步", text="二、今后打算")
    assert headings(apply(SMALL, (edit,)).document)[1] == "二、今后打算"


def test_a_heading_that_is_not_numbered_stays_so() -> None:
    bare = replace(SMALL, body=(Heading(1, "要点", key="a"), *SMALL.body))
    edit = PassageEdit("a", base="要点", text="重点")
    assert headings(apply(bare, (edit,)).document)[:2] == ["重点", "一、总体情况"]


def test_a_heading_with_text_in_its_row_is_cut_at_its_first_stop() -> None:
    document = replace(SMALL, body=(Heading(2, "（一）抓规划。", "已完成。", key="a"),))
    edit = PassageEdit("a", base="抓规划。已完成。", text="抓好规划。已经完成。")
    (block,) = apply(document, (edit,)).document.body
    assert isinstance(block, Heading)
    assert (block.text, block.run_in) == ("（一）抓好规划。", "已经完成。")


def test_a_title_can_be_reworded_and_broken_by_hand() -> None:
    edit = PassageEdit(TITLE, base="关于甲的报告", text="关于甲事的|报告")
    done = apply(SMALL, (edit,))
    assert (done.document.title, done.document.plain_title) == ("关于甲事的|报告", "关于甲事的报告")
    assert done.conflicts == ()
    stubborn = PassageEdit(TITLE, dropped=True, moved=True, after="closing")
    assert apply(SMALL, (stubborn,)).document.title == "关于甲的报告"


def test_two_passages_of_one_name_are_told_apart() -> None:
    twice = replace(SMALL, body=(Paragraph("甲。", key="a"), Paragraph("乙。", key="a")))
    assert [each.key for each in passages(twice)] == [TITLE, "a", "a#2"]
    assert told(twice, PassageEdit("a#2", base="乙。", text="丙。")) == [
        *("关于甲的报告", "甲。", "丙。")
    ]


def test_the_whole_text_can_be_copied_as_plain_lines() -> None:
    document = replace(
        SMALL,
        title="关于甲的|报告",
        addressee="四川省市场监督管理局",
        body=(*SMALL.body[1:3], Line("第1号"), Paragraph("一段。\n又一段。")),
        attachments=(Attachment("任务|清单", ()),),
        signature=Signature(Manner.SEALED, ("示例市局",), "2021年6月25日"),
        remark="（联系人：周雨晴）",
    )
    assert plain_text(document).split("\n") == [
        "关于甲的报告",
        "四川省市场监督管理局：",
        "　　一、总体情况",
        "　　简称。完成6项。",
        "第1号",
        "　　一段。",
        "　　又一段。",
        "　　附件：任务清单",
        "示例市局",
        "2021年6月25日",
        "　　（联系人：周雨晴）",
        "",
    ]
    two = replace(document, attachments=(Attachment("清单", ()), Attachment("名单", ())))
    assert "　　附件：1.清单\n　　附件：2.名单" not in plain_text(two)
    assert "　　附件：1.清单\n　　　　　2.名单" in plain_text(two)


def test_every_word_of_a_report_is_in_its_plain_text() -> None:
    document = build_progress(small_report(), options(document_number="36"))
    said = plain_text(document)
    assert not re.search(r"\|", said)
    for block in document.body:
        assert _words(block) in said


def _words(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    assert isinstance(block, Paragraph)
    return block.lead + block.text
