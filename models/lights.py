"""What the office calls its lights, and in which colours it sees them.

The shapes stay: ● ▲ ■ ✓ ○ tell the lights apart for people who do not see colours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from models.dataclass import dataclass
from models.rules import Light

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LONGEST_NAME = 8


@dataclass(frozen=True)
class LightLook:
    """One light: its name and its colour as #rrggbb; empty where the office keeps the usual one."""

    light: Light
    name: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Lights:
    """The lights that are called or coloured otherwise than usual."""

    looks: tuple[LightLook, ...] = ()

    def word(self, light: Light) -> str:
        """What a light is called, on screens and papers."""
        return self.look(light).name or light.word

    def look(self, light: Light) -> LightLook:
        """Name and colour of a light, empty where usual."""
        return next((each for each in self.looks if each.light is light), LightLook(light))

    def changed(self, look: LightLook) -> Lights:
        """The lights with one of them looking otherwise."""
        rest = tuple(each for each in self.looks if each.light is not look.light)
        usual = not look.name and not look.colour
        return Lights(rest if usual else (*rest, look))

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {each.light.value: [each.name, each.colour] for each in self.looks}

    @classmethod
    def from_json(cls, kept: object) -> Lights:
        """Read back; what is no light, no name or no colour is passed over."""
        if not isinstance(kept, Mapping):
            return cls()
        looks = [_look(light, kept.get(light.value)) for light in Light]
        return cls(tuple(each for each in looks if each.name or each.colour))


def _look(light: Light, kept: object) -> LightLook:
    if not isinstance(kept, list) or len(kept) != 2:
        return LightLook(light)
    name, colour = kept
    called = name.strip() if isinstance(name, str) else ""
    seen = colour if isinstance(colour, str) and _COLOUR.fullmatch(colour) else ""
    return LightLook(light, called if len(called) <= LONGEST_NAME else "", seen)
