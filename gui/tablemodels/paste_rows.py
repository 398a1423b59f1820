"""The rows of a pasted block, made off the window's thread: what each would do, and what to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.filling import PasteGround, PasteItem, Suggestion, fault, suggestions
from models.folding import folded
from models.words import number

OVERWRITES = "会覆盖现有内容，勾选后才覆盖。"
_SAME = "与现有内容相同，不用再填。"


@dataclass(frozen=True)
class Row:
    """An item, whether it is taken, and its words as they were pasted.

    before: what stands there; same: nothing would change; overwrites: other words would go;
    pieces: what may be taken out; fault: why it cannot be filled in; fallen: the percentage before.
    """

    item: PasteItem
    pasted: str
    before: str = ""
    take: bool = False
    same: bool = False
    overwrites: bool = False
    fault: str = ""
    pieces: tuple[Suggestion, ...] = ()
    fallen: float | None = None

    @property
    def remark(self) -> str:
        """What a person should know."""
        if self.fault:
            return self.fault
        words = _SAME if self.same else OVERWRITES if self.overwrites else ""
        fall = "" if self.fallen is None else f"比以前的{number(self.fallen)}%低，勾选后才填。"
        return words + fall + self.item.doubt


def make_row(item: PasteItem, pasted: str, ground: PasteGround, people: Sequence[str]) -> Row:
    """What an item would do; taken by itself only where nothing is overwritten."""
    before = ground.before(item)
    same = bool(before.strip()) and folded(before) == folded(item.text)
    overwrites = bool(before.strip()) and not same
    wrong = fault(item)
    pieces = suggestions(item.text, people) if item.field not in ("percent", "status") else ()
    fallen = ground.fallen(item)
    take = not (wrong or same or overwrites or fallen is not None)
    return Row(item, pasted, before, take, same, overwrites, wrong, pieces, fallen)


def make_rows(items: Iterable[PasteItem], ground: PasteGround, people: Sequence[str]) -> list[Row]:
    """All rows; of two for one place and field only the first is taken by itself."""
    seen: set[tuple[object, str]] = set()
    rows = []
    for item in items:
        row = make_row(item, item.text, ground, people)
        known = (item.place, item.field) in seen
        seen.add((item.place, item.field))
        rows.append(replace(row, take=row.take and not known))
    return rows
