"""The numbers that Word puts before paragraphs: levels, starts, restarts and styles.

ECMA-376 §17.9: a paragraph names an instance (``numId``) and a level; the instance refers to an
abstract list, whose levels say format, text (“（%2）”) and when they start again. Instances of one
abstract list count on together unless one of them overrides the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from models.intake.readers.word_formats import formatted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDER = re.compile("%([1-9])")
_LEVELS = 9
_COUNTERS = re.compile("[0-9一二三四五六七八九十百]+")
_HAN = re.compile("[一二三四五六七八九十百]+")


@dataclass(frozen=True)
class Level:
    """One level of a list; ``restart`` is the level whose number starts it again (0: none)."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    plain: bool = False  # all numbers of the text in plain digits (isLgl)


@dataclass
class Instance:
    """A list as paragraphs name it."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)  # overridden, each until first used


def value_of(element: Element | None, default: str = "") -> str:
    """Return the ``w:val`` of an element, ``default`` without the element or the value."""
    return default if element is None else element.get(f"{W}val", default)


def whole(text: str, default: int = 0) -> int:
    """Return a whole number, ``default`` where the file says something else."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default


class Numbering:
    """The counters of a document's lists; ask for each paragraph in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._instances = _instances(numbering) if numbering is not None else {}
        self._styles = {s.get(f"{W}styleId", ""): s for s in _all(styles, "style")}
        self._by_style: dict[tuple[str, str], int] = _levels_of_styles(numbering)
        self._counters: dict[str, dict[int, int]] = {}

    def label(self, properties: Element | None) -> str:
        """Return the number of the next paragraph, as Word would show it ("" without one)."""
        number, level = self._place(properties)
        instance = self._instances.get(number)
        if instance is None or level not in instance.levels:
            return ""
        counters = self._counters.setdefault(instance.abstract, {})
        self._count(instance, level, counters)
        return self._written(instance, level, counters)

    def style_name(self, properties: Element | None) -> str:
        """Return the name of a paragraph's style in small letters."""
        if properties is None:
            return ""
        style = self._styles.get(value_of(properties.find(f"{W}pStyle")))
        return value_of(style.find(f"{W}name")).lower() if style is not None else ""

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Return the instance and the level that a paragraph, or its style, names."""
        if properties is None:
            return "", 0
        style = value_of(properties.find(f"{W}pStyle"))
        own = properties.find(f"{W}numPr")
        if own is not None and own.find(f"{W}numId") is not None:
            return value_of(own.find(f"{W}numId")), whole(value_of(own.find(f"{W}ilvl")))
        number, level = self._of_style(style)
        return number, whole(value_of(own.find(f"{W}ilvl"))) if own is not None else level

    def _of_style(self, style: str) -> tuple[str, int]:
        """Return what a style, or one that it is based on, names; ten steps at most."""
        first = style
        for _ in range(10):
            element = self._styles.get(style)
            if element is None:
                break
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                said = whole(value_of(element.find(f"{W}pPr/{W}numPr/{W}ilvl")))
                instance = self._instances.get(value_of(number))
                linked = self._by_style.get((instance.abstract, first)) if instance else None
                return value_of(number), said if linked is None else linked
            style = value_of(element.find(f"{W}basedOn"))
        return "", 0

    def _count(self, instance: Instance, level: int, counters: dict[int, int]) -> None:
        start = instance.starts.pop(level, None)
        if start is not None:
            counters[level] = start
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = instance.levels[level].start
        for deeper in range(level + 1, _LEVELS):
            restart = instance.levels.get(deeper, Level()).restart
            if restart is None or 0 < restart <= level + 1 == restart:
                counters.pop(deeper, None)

    def _written(self, instance: Instance, level: int, counters: dict[int, int]) -> str:
        shape = instance.levels[level]
        if shape.kind == "bullet":
            return ""

        def counter(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = instance.levels.get(place, Level())
            value = counters.get(place, other.start)
            kind = "decimal" if shape.plain or shape.kind == "none" else other.kind
            return "" if other.kind == "none" else formatted(value, kind)

        return _ended(_HOLDER.sub(counter, shape.text))


def _ended(label: str) -> str:
    """Return a bare number with the mark that its kind has in official texts: 一、 1."""
    if not _COUNTERS.fullmatch(label):
        return label
    return f"{label}、" if _HAN.fullmatch(label) else f"{label}."


def _all(root: Element | None, tag: str) -> list[Element]:
    return [] if root is None else root.findall(f"{W}{tag}")


def _instances(numbering: Element) -> dict[str, Instance]:
    shapes = _shapes(numbering)
    instances = {}
    for num in _all(numbering, "num"):
        abstract = value_of(num.find(f"{W}abstractNumId"))
        instance = Instance(abstract, dict(shapes.get(abstract, {})))
        for override in _all(num, "lvlOverride"):
            level = whole(override.get(f"{W}ilvl", ""))
            redefined = override.find(f"{W}lvl")
            if redefined is not None:
                instance.levels[level] = _level(redefined)
            start = override.find(f"{W}startOverride")
            if start is not None:
                instance.starts[level] = whole(value_of(start), 1)
        instances[num.get(f"{W}numId", "")] = instance
    return instances


def _shapes(numbering: Element) -> dict[str, dict[int, Level]]:
    """Return the levels of each abstract list; one without levels borrows those of its style."""
    shapes, styled, links = {}, {}, {}
    for abstract in _all(numbering, "abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        levels = {whole(v.get(f"{W}ilvl", "")): _level(v) for v in _all(abstract, "lvl")}
        shapes[name] = levels
        style = value_of(abstract.find(f"{W}styleLink"))
        if style:
            styled[style] = levels
        links[name] = value_of(abstract.find(f"{W}numStyleLink"))
    return {name: levels or styled.get(links[name], {}) for name, levels in shapes.items()}


def _level(element: Element) -> Level:
    restart = element.find(f"{W}lvlRestart")
    level = Level(
        start=whole(value_of(element.find(f"{W}start")), 1),
        kind=value_of(element.find(f"{W}numFmt"), "decimal"),
        text=value_of(element.find(f"{W}lvlText")),
        plain=element.find(f"{W}isLgl") is not None,
    )
    return replace(level, restart=None if restart is None else whole(value_of(restart)))


def _levels_of_styles(numbering: Element | None) -> dict[tuple[str, str], int]:
    """Return which level of an abstract list belongs to which paragraph style."""
    found = {}
    for abstract in _all(numbering, "abstractNum"):
        for level in _all(abstract, "lvl"):
            style = value_of(level.find(f"{W}pStyle"))
            if style:
                name = abstract.get(f"{W}abstractNumId", "")
                found[name, style] = whole(level.get(f"{W}ilvl", ""))
    return found
