"""The parts and items of a plan beside those of a document read again: which row is which heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from models.history import Work
from models.intake.draft import ItemDraft, PartDraft, PlanDraft
from models.intake.revision import TaskText, compare
from models.schema import Item, Part

Row: TypeAlias = "tuple[type[Part | Item], int]"


class Headings:
    """Headings are matched by their words, each once; those of the draft without a row are new.

    Rows take the order of the document; what it has no more stands behind.
    """

    def __init__(self, plan_id: int, draft: PlanDraft) -> None:
        parts = list(Part.select().where(Part.plan == plan_id).order_by(Part.position))
        items = list(Item.select().where(Item.plan == plan_id).order_by(Item.id))
        wanted = [item for part in draft.parts for item in part.items]
        self._parts, self._items = parts, items
        self._rows: dict[int, Row] = {
            **_matched(Part, parts, draft.parts),
            **_matched(Item, items, wanted),
        }
        self._places: dict[int, int] = {id(part): n for n, part in enumerate(draft.parts, 1)}
        for part in draft.parts:
            self._places |= {id(item): n for n, item in enumerate(part.items, 1)}

    def put_in_order(self, work: Work) -> None:
        """Let the rows stand as the document has them."""
        matched = {row_id: place for place, row_id in self._ordered()}
        for model, rows in ((Part, self._parts), (Item, self._items)):
            behind = len(self._places)
            for row in rows:
                behind += 1
                work.update(model, row.id, position=matched.get((model, row.id), behind))

    def _ordered(self) -> Iterator[tuple[int, Row]]:
        for said, place in self._places.items():
            if said in self._rows:
                yield place, self._rows[said]

    def row(self, said: PartDraft | ItemDraft) -> int | None:
        """The row of a heading of the draft, None where it is new."""
        found = self._rows.get(id(said))
        return None if found is None else found[1]

    def place(self, said: PartDraft | ItemDraft) -> int:
        """Where a part stands in the document, or an item in its part; 1…n."""
        return self._places[id(said)]

    def made(self, said: PartDraft | ItemDraft, row_id: int) -> None:
        """Remember the row that was made for a heading."""
        self._rows[id(said)] = (Part if isinstance(said, PartDraft) else Item, row_id)


def _matched(
    model: type[Part | Item],
    rows: Sequence[Part | Item],
    drafts: Sequence[PartDraft | ItemDraft],
) -> dict[int, Row]:
    """The row ids of headings by the draft's own `id`: equal headings may stand twice."""
    steps = compare(
        [TaskText(row.id, row.title) for row in rows],
        [TaskText(place, said.title) for place, said in enumerate(drafts)],
    )
    return {
        id(drafts[step.new]): (model, step.old)
        for step in steps
        if step.new is not None and step.old is not None
    }
