"""Writing a correction back: an edited passage becomes the 审定文本 of its entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import KnownError
from models.paperrows import PassageEdit
from reports.document import OfficialDocument, Paragraph
from reports.editing import passages
from reports.lifecycle import entry_behind

DEED = "task:"
"""Keys of the paragraphs on one task each (`reports.builders.deeds`)."""


@dataclass(frozen=True)
class Correction:
    """The entry and its new 审定文本."""

    entry_id: int
    text: str


def correction(generated: OfficialDocument, edits: Sequence[PassageEdit], key: str) -> Correction:
    """What to write back for a passage; `KnownError` when it has no one entry to go to.

    generated: the document without edits. The opening 任务简称 belongs to the paper, not to the
    entry, and is taken off. Only what was done goes back: problems and next steps stand joined
    and numbered in the paper.
    """
    edit = next((each for each in edits if each.key == key and each.text is not None), None)
    if edit is None or edit.text is None:
        raise KnownError("这一段没有改过，没有写回。")
    passage = next((each for each in passages(generated) if each.key == key), None)
    told = passage is not None and passage.key.startswith(DEED)
    entry = entry_behind(passage) if passage and told else None
    if passage is None or entry is None:
        raise KnownError("这一段不是由一条进展写成的，不能写回；请到任务的进展中修改。")
    lead = passage.block.lead if isinstance(passage.block, Paragraph) else ""
    text = edit.text.removeprefix(lead).strip()
    if not text:
        raise KnownError("这一段只剩任务简称，没有写回；请补写进展，或删去这一段。")
    return Correction(entry, text)
