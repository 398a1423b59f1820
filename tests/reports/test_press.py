from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import KnownError
from models.text import clean
from reports import press
from reports.catalogue import PAPERS, find_paper
from reports.fonts import FontSet, load_fonts
from tests.reports.factory import (
    BUREAU,
    dossier,
    entry,
    options,
    outside,
    rows,
    small_report,
    task,
)

CASES = [(kind.id, format_) for kind in PAPERS for format_ in kind.formats]


@cache
def fonts() -> FontSet:
    return load_fonts([])


@pytest.mark.parametrize(("kind", "format_"), CASES)
def test_every_paper_of_the_list_is_made_in_each_of_its_formats(kind: str, format_: str) -> None:
    paper = press.make(kind, small_report(), options(task=1), fonts(), format=format_)
    assert paper.content.startswith(b"%PDF" if format_ == "pdf" else b"PK")
    assert paper.name.endswith(f".{format_}")
    assert (paper.pages > 0) == (format_ == "pdf")


@pytest.mark.parametrize(("kind", "format_"), CASES)
def test_the_same_rows_and_date_give_the_same_bytes(kind: str, format_: str) -> None:
    first = press.make(kind, small_report(), options(task=1), fonts(), format=format_)
    assert press.make(kind, small_report(), options(task=1), fonts(), format=format_) == first


def test_the_name_says_title_and_state() -> None:
    name = "示例市市场监督管理局关于2021年四川省知识产权工作要点上半年落实情况的报告"
    draft = press.make("progress", small_report(), options(), fonts())
    assert draft.name == f"{name}（送审稿）.pdf"
    issued = press.make("progress", small_report(), options(document_number="36"), fonts())
    assert issued.name == f"{name}.pdf"


def test_tables_are_named_with_their_day() -> None:
    paper = press.make("ledger", small_report(), options(), format="xlsx")
    assert paper.name == (
        "示例市落实2021年四川省知识产权工作要点任务台账（截至2021年6月20日）.xlsx"
    )
    attached = press.make("progress", small_report(), options(), format="xlsx")
    assert attached.name == "《2021年四川省知识产权工作要点》任务进展情况表（2021年上半年）.xlsx"


def test_a_file_from_the_demo_is_named_as_one() -> None:
    made = replace(small_report(), bureau=replace(BUREAU, name="甲局", demo=True))
    assert "（示例）" in press.make("breakdown", made, options(), format="xlsx").name


def test_progress_is_told_page_by_page_and_may_stop_it() -> None:
    told: list[tuple[int, int]] = []
    paper = press.make(
        "progress", small_report(), options(), fonts(), progress=lambda *at: told.append(at)
    )
    assert told == [(page, paper.pages) for page in range(paper.pages + 1)]

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise press.Cancelled

    with pytest.raises(press.Cancelled):
        press.make("progress", small_report(), options(), fonts(), progress=stop)


def test_substitutions_name_the_roles_and_characters_that_others_played() -> None:
    made = rows(dossier(task(1), entry(1, "走访𬭎公司3次")))
    said = press.make("progress", made, options(), fonts()).substitutions
    assert any(sentence.startswith("仿宋由") for sentence in said)
    assert any("“𬭎”" in sentence for sentence in said)


def test_an_unknown_paper_or_format_is_one_sentence() -> None:
    with pytest.raises(KnownError, match="没有“essay”这种材料"):
        press.make("essay", small_report(), options(), fonts())
    with pytest.raises(KnownError, match="没有“docx”格式"):
        press.make("ledger", small_report(), options(), fonts(), format="docx")  # type: ignore[arg-type]
    assert find_paper("ledger").has_section


def test_an_empty_ledger_still_makes_every_paper() -> None:
    empty = rows()
    bare = replace(empty, bureau=replace(BUREAU, name="", signers=(), issuer_code=""))
    for kind, format_ in CASES:
        if kind != "reminder":
            assert press.make(kind, bare, options(), fonts(), format=format_).content


def test_the_pdf_says_in_order_what_the_blocks_say() -> None:
    paper = press.make("progress", small_report(), options(document_number="36"), fonts())
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        text = "".join((page.extract_text() or "") for page in pdf.pages)
    flat = text.replace("\n", "").replace(" ", "")
    places = [
        flat.index(words)
        for words in (
            "示市监〔2021〕36号",
            "一、总体情况",
            "三、存在的问题",
            "特此报告。",
            "附件：《2021",
        )
    ]
    assert places == sorted(places)


def test_heavy_libraries_are_not_imported_before_a_paper_is_made() -> None:
    code = (
        "import sys, reports.press, reports.catalogue, reports.files;"
        "print([m for m in ('reportlab', 'openpyxl', 'reports.layout', 'fontTools') "
        "if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_cleaned_text_goes_through_every_paper(text: str) -> None:
    said = clean(text)
    made = rows(
        dossier(
            task(1, short_title=said[:40], local_text=said, text=said),
            entry(1, said, said, said),
        ),
        dossier(outside(2, reason=said)),
    )
    for kind, format_ in CASES:
        assert press.make(kind, made, options(task=1), fonts(), format=format_).content
