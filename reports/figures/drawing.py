"""What a picture consists of: areas, shapes of lights and words, placed in millimetres.

The origin is the picture's top left corner. Colours are named by what they mean (`Tone`): a paper
prints them as greys, a picture file as the colours of the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from models.rules import Light
from reports.roles import Role


class Tone(Enum):
    """What an area or a word means."""

    TEXT = "text"
    QUIET = "quiet"
    EDGE = "edge"
    PAPER = "paper"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


class Side(Enum):
    """From where a word is set: `x` is its left end, its middle or its right end."""

    LEFT = "start"
    MIDDLE = "middle"
    RIGHT = "end"


@dataclass(frozen=True)
class Area:
    """A rectangle. `hatched` draws it white with slanted stripes; `frame` is its edge's width."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    hatched: bool = False
    frame: float = 0.0


@dataclass(frozen=True)
class Sign:
    """The shape of a light in a square box, told apart without colour."""

    x: float
    y: float
    size: float
    light: Light


@dataclass(frozen=True)
class Words:
    """One line of text. `y` is its baseline, `size` its size in points."""

    x: float
    y: float
    text: str
    size: float
    tone: Tone = Tone.TEXT
    side: Side = Side.LEFT
    role: Role = Role.FANGSONG


Mark = Area | Sign | Words


@dataclass(frozen=True)
class Drawing:
    """A whole picture; what stands later is drawn over what stands before."""

    width: float
    height: float
    marks: tuple[Mark, ...]
