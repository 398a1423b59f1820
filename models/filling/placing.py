"""Where each piece of a pasted block goes, as a person may still change it; nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.filling.cells import rows_of
from models.filling.lines import FIELD_WORDS, FillLine
from models.filling.matching import FillTarget
from models.filling.pasting import PastePreview, read_percent
from models.rows import EntryRow
from models.rules import Status
from models.words import number

SAID = {each.word: each for each in (Status.NOT_STARTED, Status.DOING, Status.ONGOING)}


@dataclass(frozen=True)
class Place:
    """A report; section_id None: the section that answers for the task or measure."""

    task_id: int
    measure_id: int | None
    label: str
    section_id: int | None = None

    @property
    def what(self) -> tuple[int, int | None]:
        """Task and measure."""
        return (self.task_id, self.measure_id)


@dataclass(frozen=True)
class PasteItem:
    """One field's new words; place None: nobody knows yet where they go. doubt: look twice.

    name: how the block calls what was not found.
    """

    line: int
    place: Place | None
    field: str
    text: str
    doubt: str = ""
    name: str = ""

    @property
    def word(self) -> str:
        """The field's heading."""
        return FIELD_WORDS[self.field]


@dataclass(frozen=True)
class PasteGround:
    """What a block is matched to: targets with their titles, and what stands there now.

    percents: of each task 完成进度 as somebody said it last, in whatever period.
    """

    targets: tuple[FillTarget, ...]
    titles: Mapping[tuple[int, int | None], str]
    standing: Mapping[tuple[int, int | None], EntryRow]
    percents: Mapping[int, float] = field(default_factory=dict)

    def held(self, place: Place) -> EntryRow | None:
        """The report that a place has now, of its section where one is named."""
        entry = self.standing.get(place.what)
        if entry is None or place.section_id is None:
            return entry
        return entry if (entry.section_id or 0) == place.section_id else None

    def fallen(self, item: PasteItem) -> float | None:
        """The percentage said before, where an item would say less."""
        if item.field != "percent" or item.place is None or item.place.measure_id is not None:
            return None
        value, _ = read_percent(item.text)
        said = self.percents.get(item.place.task_id)
        return said if value is not None and said is not None and value < said else None

    def before(self, item: PasteItem) -> str:
        """The words that stand where an item would go; empty for nothing."""
        entry = None if item.place is None else self.held(item.place)
        if entry is None:
            return ""
        if item.field == "percent":
            return "" if entry.percent is None else f"{number(entry.percent)}%"
        if item.field == "status":
            return entry.status.word if entry.status else ""
        words = {"text": entry.wording, "problems": entry.problems, "next_steps": entry.next_steps}
        return words[item.field]


def matched_items(preview: PastePreview, section_id: int | None = None) -> list[PasteItem]:
    """What a matched block would write, field by field, in the order of its lines."""
    found: list[PasteItem] = []
    for made in preview.proposals:
        target = made.target
        place = Place(target.task_id, target.measure_id, target.label, section_id)
        texts = (("text", made.text), ("problems", made.problems), ("next_steps", made.next_steps))
        fields = [(field, words) for field, words in texts if words is not None]
        if made.percent is not None:
            fields.append(("percent", f"{number(made.percent)}%"))
        found += [PasteItem(made.line, place, field, words, made.doubt) for field, words in fields]
    for left in preview.unplaced:
        fields = list(left.fields) or [("text", left.text)]
        found += [
            PasteItem(left.line, None, field, words, left.reason, left.name)
            for field, words in fields
        ]
    return sorted(found, key=lambda item: item.line)


def items_in_order(
    block: str, lines: Sequence[FillLine], fields: Sequence[str | None]
) -> list[PasteItem]:
    """Cells put one by one into lines and fields; what has no room is left without a place."""
    found: list[PasteItem] = []
    for row, (place, cells) in enumerate(rows_of(block)):
        line = lines[row] if row < len(lines) else None
        for column, words in enumerate(cells):
            field = fields[column] if column < len(fields) else "text"
            if words and field is not None:
                fits = column < len(fields)
                found.append(_in_line(place, line if fits else None, field, words))
    return found


def item_of_whole(block: str, line: FillLine, field: str) -> list[PasteItem]:
    """The whole block in one cell."""
    return [_in_line(1, line, field, block.strip())]


def _in_line(place: int, line: FillLine | None, field: str, words: str) -> PasteItem:
    if line is None:
        return PasteItem(place, None, field, words, "表格里没有这么多行或列；请手工选择。")
    target = Place(line.task.id, line.measure_id, line.label, line.section_id)
    return PasteItem(place, target, field, words)


def fault(item: PasteItem) -> str:
    """Why an item cannot be filled in as it is; empty when it can."""
    if item.place is None:
        return item.doubt or "还没有选择填到哪一项。"
    if not item.text.strip():
        return "没有内容。"
    if item.field == "percent" and read_percent(item.text)[0] is None:
        return "完成进度应是0到100之间的数。"
    if item.field == "status" and (item.text not in SAID or item.place.measure_id is not None):
        return "状态要在表格里逐项填。"
    return ""


def values(items: Iterable[PasteItem]) -> dict[Place, dict[str, str | float | Status]]:
    """What is written at each place; of two for one field the later stays."""
    found: dict[Place, dict[str, str | float | Status]] = {}
    for item in items:
        if item.place is None:
            continue
        value: str | float | Status | None = item.text
        if item.field == "percent":
            value, _ = read_percent(item.text)
        elif item.field == "status":
            value = SAID.get(item.text)
        if value is not None:
            found.setdefault(item.place, {})[item.field] = value
    return found
