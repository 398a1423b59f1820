"""What the search finds, and where in its text."""

from __future__ import annotations

from models.dataclass import dataclass
from models.folding import folded_places
from models.text import proper


@dataclass(frozen=True)
class SearchHit:
    """One hit of the search: where it is and the text that matched, as received.

    label: 4 of a task, 4.2 of a measure and of what hangs on it. task_id is None and the label
    empty for a note on the plan itself. span: start and length of
    what matched in the folded form of the shown text; faces read `shown` and `mark`. row_id: of the
    row itself, of its kind; period: of a report.
    """

    kind: str
    task_id: int | None
    measure_id: int | None
    label: str
    text: str
    span: tuple[int, int] = (0, 0)
    row_id: int | None = None
    period: str = ""

    @property
    def shown(self) -> str:
        """The text in its proper form."""
        return proper(self.text)

    @property
    def mark(self) -> tuple[int, int]:
        """Start and length of what matched, in characters of `shown`."""
        return self._mark_in(self.shown)

    def excerpt(self, room: int = 60) -> tuple[str, int, int]:
        """One line of at most `room` characters around the match, with start and length in it."""
        text = self.shown
        start, length = self._mark_in(text)
        first = max(0, min(start - (room - length) // 2, len(text) - room))
        first = min(first, start)
        last = first + room
        head, tail = "…" if first else "", "…" if last < len(text) else ""
        line = f"{head}{text[first:last]}{tail}".replace("\n", " ")
        return line, start - first + len(head), min(length, last - start)

    def _mark_in(self, text: str) -> tuple[int, int]:
        places = folded_places(text)
        start, length = self.span
        if not length or start + length > len(places):
            return 0, 0
        first = places[start]
        return first, places[start + length - 1] + 1 - first
