"""Whatever was written: a proper page or a plain sentence, never a crash, never a box."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import KnownError
from models.rows import ReportRows, SectionRow
from models.text import ANY_LENGTH, clean
from reports import press
from reports.catalogue import PAPERS
from reports.document import Form, Manner
from reports.fonts import FontSet, load_fonts
from reports.fonts.bundled import bundled_fonts
from reports.roles import Role
from tests.reports.factory import (
    BUREAU,
    assignment,
    dossier,
    entry,
    local_task,
    measure,
    options,
    outside,
    rows,
    task,
)

KINDS = [kind.id for kind in PAPERS]
BAD = {
    "control characters": "一\x00二\x07三\x0b四\x1b五\x7f六\x85七",
    "lone surrogates": "一\ud800二\udfff三",
    "right-to-left marks": "一\u202e二\u200f三\u2067四\u2069五 \u05e9\u05dc\u05d5\u05dd",
    "blanks of every kind": "一\u00a0二\u2003三\u3000四\t五\r\n六\u2028七\u2029八",
    "characters of no font": "一\U0010ffff二\ufffe三\U000e0001四\u0378五",
    "marks alone": "，。！？“”‘’（）《》——……",
    "combining marks": "e\u0301\u0301\u0301國\u20dd\U000e0100",
    "pictures": "\U0001f44d\U0001f3fd\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2705",
    "nothing": "",
}


@cache
def fonts() -> FontSet:
    return load_fonts([])


def with_text(text: str) -> ReportRows:
    """A ledger in which every text is this one."""
    own = measure(1, 1, text, local_text=text)
    bad = dossier(
        task(1, text=text, short_title=text, local_text=text, section=text, reason=text),
        entry(1, text, text, text, reporter=text),
        measures=(own, measure(1, 2, text)),
        assignment=assignment(
            1, text, person=text, leader=text, basis=text, supporting_units=(text, text)
        ),
    )
    bureau = replace(BUREAU, name=text, area=text, signers=(text,), printing_office=text)
    section = SectionRow(1, 1, text, text, "内设科室", True)
    made = rows(bad, dossier(outside(2, reason=text)), bureau=bureau, sections=(section,))
    local = dossier(local_task(1, (1,)), entry(101, text))
    plan = replace(made.plan, title=text, document_number=text, issuers=(text, text))
    return replace(made, plan=plan, local_dossiers=(local,))


def made(kind: str, given_rows: ReportRows, **chosen: Any) -> press.Paper:
    """The paper as PDF, looked at: pages, and no glyph that is a box."""
    paper = press.make(kind, given_rows, options(**{"task": 1, **chosen}), fonts())
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        assert len(pdf.pages) == paper.pages > 0
        for page in pdf.pages:
            boxes = [char for char in page.chars if char["text"].startswith("(cid:")]
            assert boxes == []
    return paper


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", list(BAD))
def test_bad_text_in_every_field_gives_a_proper_paper(kind: str, name: str) -> None:
    made(kind, with_text(BAD[name]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", list(BAD))
def test_bad_text_in_every_choice_gives_a_proper_paper(kind: str, name: str) -> None:
    text = BAD[name]
    paper = made(
        kind,
        with_text("正常"),
        form=Form.LETTERHEAD,
        title=text,
        addressee=text,
        signers=(text,),
        copies_to=(text, text),
        requirements=text,
        filled_by=text,
        headings=(("总体情况", text),),
    )
    assert paper.name.endswith(".pdf")
    paper.name.encode()


@pytest.mark.parametrize("kind", ["progress", "bulletin", "reminder"])
@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_number_is_printed_or_refused_in_a_sentence(kind: str, name: str) -> None:
    try:
        made(kind, with_text("正常"), document_number=BAD[name], form=Form.LETTERHEAD)
    except KnownError as error:
        assert "没有生成文稿" in str(error)  # noqa: PT017 - both ways are right


@pytest.mark.parametrize("kind", KINDS)
def test_a_paragraph_of_ten_thousand_characters_without_a_mark(kind: str) -> None:
    text = "推进知识产权保护" * 1250
    own = measure(1, 1, "一", local_text=text)
    given_rows = rows(dossier(task(1, local_text=text), entry(1, text), measures=(own,)))
    made(kind, given_rows, requirements=text)


@pytest.mark.parametrize("kind", KINDS)
def test_names_that_fit_on_no_paper_are_one_sentence(kind: str) -> None:
    bureau = replace(BUREAU, name="示例局" * 1000)
    with pytest.raises(KnownError, match="太长，纸面放不下，没有生成文件；请缩短后重试"):
        made(kind, replace(with_text("正常"), bureau=bureau))


def test_a_title_of_three_hundred_characters_leaves_room_for_the_text() -> None:
    for kind in ("progress", "bulletin"):
        for form in Form:
            paper = made(kind, with_text("正常"), title="关于推进知识产权工作的" * 27, form=form)
            with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
                assert "按照" in pdf.pages[0].extract_text()


@pytest.mark.parametrize("kind", ["ledger", "breakdown", "bulletin", "progress"])
def test_a_section_without_a_task_and_a_table_without_a_row(kind: str) -> None:
    section = SectionRow(9, 9, "信息科", "", "内设科室", True)
    empty = rows(sections=(section,), section=section)
    assert made(kind, empty).pages
    workbook = press.make(kind, empty, options(), format="xlsx")
    assert workbook.content.startswith(b"PK")


@pytest.mark.parametrize("name", ["", " ", "　", "\n"])
def test_a_signer_without_a_name(name: str) -> None:
    for manner in Manner:
        made("progress", with_text("正常"), signers=(name, ""), manner=manner, form=Form.LETTERHEAD)
    lacking = press.draft("progress", with_text("正常"), options(signers=(name,))).lacking
    assert any("签发人" in each.sentence for each in lacking)


def _fonts_in(folder: Path) -> FontSet:
    """The bundled fonts as another installation has them."""
    whole = bundled_fonts()
    moved = {
        role: Path(shutil.copy(path, folder / path.name)) for role, path in whole.stand_ins.items()
    }
    last = Path(shutil.copy(whole.last, folder / whole.last.name))
    return load_fonts([], bundled=replace(whole, stand_ins=moved, last=last))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "content", [None, b"", b"no font at all", b"\x00\x01\x00\x00" + bytes(200)]
)
def test_a_font_file_that_is_gone_or_is_no_font_is_one_sentence(
    kind: str, content: bytes | None, tmp_path: Path
) -> None:
    given_fonts = _fonts_in(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(KnownError, match="缺失或已损坏，没有生成文件，已有文件不变"):
        press.make(kind, with_text("正常"), options(task=1), given_fonts)


@pytest.mark.parametrize("content", [b"", b"no font at all", b"OTTO" + bytes(99)])
def test_a_chosen_font_that_is_no_font_is_passed_over(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "仿宋.ttf"
    path.write_bytes(content)
    chosen = load_fonts([], {Role.FANGSONG: path})
    assert chosen.skipped
    paper = press.make("reminder", with_text("正常"), options(task=1), chosen)
    assert paper.pages == 1
    assert any(sentence.startswith("仿宋由") for sentence in paper.substitutions)


TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=120)


@settings(max_examples=20)
@given(TEXT, TEXT, st.sampled_from(Form))
def test_any_text_goes_through_every_workbook_and_comes_out_clean(
    text: str, choice: str, form: Form
) -> None:
    """What openpyxl refuses, what a formula would be, and names that no sheet may bear."""
    chosen = options(title=choice, filled_by=choice, form=form)
    for kind in PAPERS:
        if "xlsx" not in kind.formats:
            continue
        paper = press.make(kind.id, with_text(text), chosen, fonts(), format="xlsx")
        paper.name.encode()
        book = openpyxl.load_workbook(io.BytesIO(paper.content))
        names = [sheet.title for sheet in book]
        assert all(0 < len(name) <= 31 and name == name.strip("' ") for name in names)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert cells
        assert "f" not in {cell.data_type for cell in cells}
        written = [cell.value for cell in cells if isinstance(cell.value, str)]
        assert [each for each in written if clean(each, ANY_LENGTH) != each.rstrip()] == []


@settings(max_examples=20)
@given(TEXT, TEXT)
def test_any_text_and_any_choice_goes_through_every_paper(text: str, choice: str) -> None:
    for kind in KINDS:
        chosen = options(
            task=1,
            title=choice,
            addressee=choice,
            signers=(choice,),
            requirements=choice,
            answer_by=dt.date(2021, 7, 1),
            form=Form.LETTERHEAD,
        )
        refused = ""
        try:
            paper = press.make(kind, with_text(text), chosen, fonts())
        except KnownError as error:
            refused = str(error)
        if refused:
            # A signer, chosen or the bureau's own, or its name longer than the line: one sentence.
            assert "纸面放不下" in refused
            assert max(len(choice), len(text)) > 16
            continue
        assert paper.pages
        assert kind != "reminder" or paper.pages == 1
