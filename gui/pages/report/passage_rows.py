"""A paper's passages as rows: what stands in the paper, what the program wrote, what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.dataclass import dataclass
from models.paperrows import PassageEdit

if TYPE_CHECKING:
    from gui.pages.report.press_job import PaperText
    from reports.document import Source
    from reports.editing import Passage

OWN = "own:"
TITLE = "title"


@dataclass(frozen=True)
class PassageRow:
    """One passage. text: as the paper has it; generated: as the program writes it now.

    base: what the program had written when a person changed it. after: the passage before it in
    the program's own order. conflict: the ledger has changed beneath a person's words.
    """

    key: str
    text: str
    level: int = 0
    generated: str = ""
    base: str = ""
    after: str = ""
    edited: bool = False
    dropped: bool = False
    moved: bool = False
    conflict: bool = False
    sources: tuple[Source, ...] = ()

    @property
    def own(self) -> bool:
        """Whether a person added it."""
        return self.key.startswith(OWN)

    @property
    def is_table(self) -> bool:
        """Whether it has no words to be edited."""
        return not self.text and not self.generated and not self.own

    @property
    def fixed(self) -> bool:
        """Whether the program alone writes it: a table, and the number of a slip."""
        return self.is_table or self.key.startswith("block:")

    @property
    def mark(self) -> str:
        """What happened to it, in a word; empty for what stands as it was written."""
        if self.conflict:
            return "有变化"
        if self.dropped:
            return "已删去"
        if self.own:
            return "新增"
        return "已改" if self.edited else ("已移动" if self.moved else "")


def passage_rows(text: PaperText, edits: Sequence[PassageEdit]) -> tuple[PassageRow, ...]:
    """All passages in the paper's order; those left out stand where they stood."""
    by_key = {edit.key: edit for edit in edits}
    written = {passage.key: passage for passage in text.generated}
    before = {
        passage.key: text.generated[place - 1].key if place else ""
        for place, passage in enumerate(text.generated)
    }
    conflicts = {each.key for each in text.conflicts}
    row = [
        _row(passage, by_key.get(passage.key), written, before, conflicts)
        for passage in text.passages
    ]
    shown = {each.key for each in row}
    for passage in text.generated:
        edit = by_key.get(passage.key)
        if passage.key in shown or edit is None or not edit.dropped:
            continue
        place = _place(row, text.generated, passage.key)
        row.insert(place, _row(passage, edit, written, before, conflicts))
    return tuple(row)


def _row(
    passage: Passage,
    edit: PassageEdit | None,
    written: dict[str, Passage],
    before: dict[str, str],
    conflicts: set[str],
) -> PassageRow:
    origin = written.get(passage.key)
    return PassageRow(
        passage.key,
        passage.text,
        passage.level,
        origin.text if origin else "",
        edit.base if edit else "",
        before.get(passage.key, edit.after if edit else ""),
        edit is not None and edit.text is not None and not edit.added,
        edit is not None and edit.dropped,
        edit is not None and edit.moved,
        passage.key in conflicts,
        origin.sources if origin else passage.sources,
    )


def _place(row: Sequence[PassageRow], generated: Sequence[Passage], key: str) -> int:
    """Behind the nearest passage before it that still stands."""
    order = [passage.key for passage in generated]
    places = {each.key: place for place, each in enumerate(row)}
    earlier = order[: order.index(key)]
    return next((places[each] + 1 for each in reversed(earlier) if each in places), 0)


def version_rows(words: Sequence[tuple[str, str]]) -> tuple[PassageRow, ...]:
    """The passages of a kept version, which nobody changes any more."""
    return tuple(PassageRow(key, text, generated=text) for key, text in words)
