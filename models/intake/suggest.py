"""Suggestions for units as read: the full name of a shortened one, the nearest of known names. Pure.

Nothing here changes a draft; a person accepts or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from models.intake.likeness import likeness

_PREFIX = re.compile("^(自治[区州县旗]|市(?!场)|[省县区州旗])(?=..)")
# What may have lost its prefix; 平潭海关 and 各片区管理局 have names of their own.
_OFFICE = re.compile("(?:[局委办厅]|法院|检察院|办公室|总工会)$")
_OF_ITS_OWN = re.compile(
    "^(?:自治|市(?!场)|[省县区州旗各]|全|国|中|本|有关|相关|其他|人民?行|人民银行|[\u4e00-\u9fff]{2}(?:省|市|县|区|州|旗|镇|乡))"
)
_LEAST = 0.34


def fuller_names(names: Sequence[str], known: Iterable[str] = ()) -> dict[str, str]:
    """Return for names that share the prefix of one before them their full names.

    区市场监管局、农业农村局 → {农业农村局: 区农业农村局}. A full name among ``known`` is taken even
    where the name ends unlike an office.
    """
    full = set(known)
    prefix = ""
    found: dict[str, str] = {}
    for name in names:
        own = _PREFIX.match(name)
        if own:
            prefix = own[1]
        elif (
            prefix
            and not (_OF_ITS_OWN.match(name) or name in full)
            and (_OFFICE.search(name) or prefix + name in full)
        ):
            found[name] = prefix + name
    return found


def nearest_units(name: str, known: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """Return the known units that ``name`` may mean, likeliest first: 市监局 → 市市场监管局."""
    scored = [(_score(name, other), other) for other in dict.fromkeys(known) if other != name]
    best = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: -pair[0])
    return tuple(other for _, other in best[:limit])


def section_of(unit: str, sections: Mapping[str, int], bureau: str = "") -> int | None:
    """Return the key of the bureau's own section that ``unit`` names, with or without the bureau."""
    bare = unit.removeprefix(bureau).strip() if bureau else unit
    if bare in sections:
        return sections[bare]
    ends = [key for name, key in sections.items() if len(name) > 1 and bare == f"局{name}"]
    return ends[0] if len(ends) == 1 else None


def _score(name: str, other: str) -> float:
    """Return how well one name may stand for the other: its characters in order, or in common."""
    short, long = sorted((name, other), key=len)
    rest = iter(long)
    if len(short) > 1 and all(character in rest for character in short):
        return 0.5 + len(short) / len(long) / 2
    return likeness(name, other)
