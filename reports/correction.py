"""Writing a correction back: an edited passage becomes the 审定文本 of its entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import KnownError
from models.rows import PassageEdit
from reports.document import OfficialDocument, Paragraph
from reports.editing import passages
from reports.lifecycle import entry_behind


@dataclass(frozen=True)
class Correction:
    """The entry and its new 审定文本."""

    entry_id: int
    text: str


def correction(generated: OfficialDocument, edits: Sequence[PassageEdit], key: str) -> Correction:
    """What to write back for a passage; `KnownError` when it has no one entry to go to.

    generated: the document without edits. The opening 任务简称 belongs to the paper, not to the
    entry, and is taken off.
    """
    edit = next((each for each in edits if each.key == key and each.text is not None), None)
    if edit is None or edit.text is None:
        raise KnownError("这一段没有改过，没有写回。")
    passage = next((each for each in passages(generated) if each.key == key), None)
    entry = entry_behind(passage) if passage else None
    if passage is None or entry is None:
        raise KnownError("这一段不是由一条进展写成的，不能写回；请到任务的进展中修改。")
    lead = passage.block.lead if isinstance(passage.block, Paragraph) else ""
    return Correction(entry, edit.text.removeprefix(lead))
