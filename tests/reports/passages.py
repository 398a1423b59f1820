"""Strategies of documents and edits, and an editor's list: what the tests of editing begin with."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from models.paperrows import PassageEdit
from reports.builders.numerals import chinese
from reports.document import Block, Column, Heading, Line, OfficialDocument, Paragraph, Table

WORDS = st.text("一二三四五、（）国家项目工作推进0123.件。", min_size=1, max_size=12)
HEADING = st.text("国家项目工作推进", min_size=1, max_size=8)
TABLE = Table((Column("甲", 1),), ())


@st.composite
def documents(draw: st.DrawFn) -> OfficialDocument:
    """A title and numbered headings of two levels, paragraphs, lines and tables under keys."""
    counts = [0, 0]
    body: list[Block] = []
    for place in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(["1", "2", "paragraph", "paragraph", "bare", "line", "table"]))
        if kind == "1":
            counts = [counts[0] + 1, 0]
            text = f"{chinese(counts[0])}、{draw(HEADING)}"
            body.append(Heading(1, text, key=f"section:{place}"))
        elif kind == "2":
            counts[1] += 1
            body.append(Heading(2, f"（{chinese(counts[1])}）{draw(HEADING)}", key=f"part:{place}"))
        elif kind == "line":
            body.append(Line(draw(WORDS)))
        elif kind == "table":
            body.append(TABLE)
        else:
            key = f"task:{place}" if kind == "paragraph" else ""
            lead = draw(st.sampled_from(["", "简称。"]))
            body.append(Paragraph(draw(WORDS), lead=lead, key=key))
    return OfficialDocument("关于甲的|报告", body=tuple(body))


@st.composite
def edits(draw: st.DrawFn, keys: tuple[str, ...]) -> tuple[PassageEdit, ...]:
    """Any edits at all, also on passages that are gone, behind each other and in circles."""
    known = st.sampled_from([*keys, "gone:1", "gone:2", "own:1", "own:2", "own:3"])
    chosen = draw(st.lists(known, unique=True, max_size=6))
    made = []
    for key in chosen:
        added = key.startswith("own:")
        edit = PassageEdit(
            key,
            base=draw(st.sampled_from(["", "原来的文字"])),
            text=draw(WORDS) if added else draw(st.none() | WORDS),
            dropped=False if added else draw(st.booleans()),
            added=added,
            moved=draw(st.booleans()),
            level=draw(st.integers(0, 4)) if added else 0,
            after=draw(known | st.just("") | known.map("@{}".format)),
        )
        made.append(edit if edit.after != key else replace(edit, after=""))
    return tuple(made)
