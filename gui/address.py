"""Where one is in the window, as a line of text that links carry and the next start goes back to."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, unquote, urlencode

from models.dataclass import dataclass


@dataclass(frozen=True)
class Address:
    """A page, a part of it, and what is asked for there.

    Written `settings/字体`, `tasks?light=red&section=3`, `fill/逐项?task=4`. Words that a page does
    not know (of an older version, or mistyped) are passed over by it, never an error.
    """

    page: str
    part: str = ""
    wanted: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, line: str) -> Address:
        """Read what `str` wrote; any text at all gives an address."""
        place, _, asked = line.partition("?")
        page, _, part = place.partition("/")
        return cls(unquote(page), unquote(part), tuple(parse_qsl(asked, keep_blank_values=True)))

    @classmethod
    def of(cls, page: str, part: str = "", **wanted: object) -> Address:
        """Write one in code: `Address.of("tasks", light="red", section=3)`; None is left out."""
        pairs = tuple((key, str(value)) for key, value in wanted.items() if value is not None)
        return cls(page, part, pairs)

    def get(self, key: str) -> str:
        """What is asked for under a word; empty when nothing is."""
        return dict(self.wanted).get(key, "")

    def number(self, key: str) -> int | None:
        """A whole number asked for; None when there is none, or something else stands there."""
        value = self.get(key)
        return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else None

    def __str__(self) -> str:
        place = quote(self.page, "") + (f"/{quote(self.part, '')}" if self.part else "")
        return place + (f"?{urlencode(self.wanted)}" if self.wanted else "")
