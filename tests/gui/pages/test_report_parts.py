"""Parts of the page 报告 that need no window: places of pages, steps of a life, rows of passages."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from gui.pages.report.life_steps import Action, actions, said, steps, why_frozen
from gui.pages.report.page_geometry import GAP, column
from gui.pages.report.passage_rows import passage_rows
from gui.pages.report.press_job import PaperText
from gui.pages.report.shelf import Subject, belongs, chosen
from gui.zoom import Zoom
from models.paperrows import PaperRow, PassageEdit
from models.periods import Period
from models.rules import PaperState
from reports.document import Heading, OfficialDocument, Paragraph
from reports.editing import apply, passages

A4 = (595.0, 842.0)
JUNE = dt.date(2021, 6, 25)
HALF = Period.parse("2021-H1")


def paper(state: PaperState, paper_id: int = 1, **values: object) -> PaperRow:
    known = {
        "id": paper_id, "plan_id": 1, "kind": "progress", "period": "2021-H1", "section_id": None,
        "task_id": None, "title": "报告", "state": state, "options": "{}", "document_number": "",
        "signer": "", "made_on": JUNE, "submitted_on": None, "signed_on": None, "sent_on": None,
        "sent_manner": "", "due_on": None, "answered_on": None, "answer": "", "void_reason": "",
        "replaces_id": None, "issued_sha256": "", "issued_by": "", "file_name": "", "scan_name": "",
    }  # fmt: skip
    return PaperRow(**{**known, **values})


@given(
    st.lists(st.sampled_from([A4, A4[::-1]]), max_size=30),
    st.sampled_from([Zoom.WHOLE, Zoom.WIDE]) | st.floats(0.01, 50),
    st.tuples(st.integers(0, 3000), st.integers(0, 3000)),
)
def test_pages_never_overlap_and_lie_inside_their_column(
    sizes: list[tuple[float, float]], zoom: Zoom | float, room: tuple[int, int]
) -> None:
    made = column(sizes, zoom, room, 96 / 72)
    bottom = 0
    for page, box in enumerate(made.boxes):
        assert box.y >= bottom + GAP
        assert box.x >= 0
        assert box.x + box.width <= made.width
        assert made.page_at(box.y) == page
        bottom = box.y + box.height
    assert made.height == bottom + GAP


def test_a_whole_page_fits_the_room_and_a_hundred_per_cent_is_true_size() -> None:
    whole = column([A4], Zoom.WHOLE, (800, 600), 96 / 72).boxes[0]
    assert whole.height == 600 - 2 * GAP
    assert column([A4], 1.0, (800, 600), 96 / 72).boxes[0].width == round(595 * 96 / 72)


def test_the_steps_say_what_is_done_and_when() -> None:
    signed = paper(PaperState.SIGNED, signed_on=JUNE)
    found = steps(signed, "progress", 2021, numbered=True)
    assert [step.word for step in found] == ["拟稿", "送审", "签发", "编号", "报送"]
    assert [step.done for step in found] == [True, True, True, False, False]
    assert (found[1].note, found[2].note) == ("未经", "6月25日")
    plain = steps(None, "bulletin", 2021, numbered=False)
    assert [step.word for step in plain] == ["拟稿", "送审", "签发", "印发"]


def test_the_next_step_follows_from_the_state() -> None:
    def first(state: PaperState, *, numbered: bool = True) -> Action:
        return actions(paper(state), numbered=numbered)[0]

    assert actions(None, numbered=True) == (Action.START,)
    assert first(PaperState.DRAFT) is Action.SUBMIT
    assert first(PaperState.SUBMITTED) is Action.SIGN
    assert first(PaperState.SIGNED) is Action.NUMBER
    assert first(PaperState.SIGNED, numbered=False) is Action.ISSUE
    assert first(PaperState.NUMBERED) is Action.ISSUE
    assert first(PaperState.VOID) is Action.RENEW
    assert actions(paper(PaperState.VOID), numbered=True, renewed=True) == ()
    assert why_frozen(paper(PaperState.SUBMITTED)) == ""
    assert why_frozen(paper(PaperState.SIGNED))


def test_a_slip_that_went_out_waits_for_its_answer() -> None:
    slip = paper(PaperState.SENT, kind="reminder", sent_on=JUNE, due_on=dt.date(2021, 7, 2))
    assert actions(slip, numbered=True)[0] is Action.ANSWER
    assert said(slip, "reminder", 2021) == "已发出 6月25日，待反馈（限7月2日）"
    assert steps(slip, "reminder", 2021, numbered=True)[-1].note == "限7月2日"


def test_the_paper_under_way_is_shown_before_the_one_that_went_out() -> None:
    sent, draft = paper(PaperState.SENT, 2), paper(PaperState.DRAFT, 1)
    void = paper(PaperState.VOID, 3)
    subject = Subject("progress", HALF)
    assert chosen((void, sent, draft), subject, None) == draft
    assert chosen((void, sent), subject, None) == sent
    assert chosen((void,), subject, None) is None
    assert chosen((sent,), subject, 0) is None
    assert not belongs(paper(PaperState.DRAFT, period="2021-05"), subject)
    assert belongs(paper(PaperState.SENT, kind="reminder", period=""), Subject("reminder", HALF))


def rows_of(*edits: PassageEdit) -> dict[str, str]:
    document = OfficialDocument(
        "关于情况的报告",
        body=(
            Paragraph("按照要求报告如下。", key="lead"),
            Heading(1, "一、总体情况", key="counts"),
            Paragraph("共3项。", key="task:1"),
        ),
    )
    edited = apply(document, edits)
    text = PaperText(document, passages(document), edited.passages, edited.conflicts, (), "")
    return {row.key: row.mark for row in passage_rows(text, edits)}


def test_rows_say_what_became_of_each_passage() -> None:
    marks = rows_of(
        PassageEdit("lead", base="按照要求报告如下。", dropped=True),
        PassageEdit("task:1", base="共2项。", text="共两项。"),
        PassageEdit("own:1", text="另有一段。", added=True, after="counts"),
    )
    assert list(marks) == ["title", "lead", "counts", "own:1", "task:1"]
    assert marks == {
        "title": "", "lead": "已删去", "counts": "", "own:1": "新增", "task:1": "有变化",
    }  # fmt: skip
