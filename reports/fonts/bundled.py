"""The fonts that come with the program and stand in where the machine has no official one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from reports.roles import Role


@dataclass(frozen=True)
class Bundled:
    """Stand-in files by role, and ``last``: the file with the rare characters, asked last."""

    stand_ins: Mapping[Role, Path]
    last: Path


def bundled_fonts() -> Bundled:
    """The files of ``resources/fonts``; whether they are there is seen when one is opened."""

    def font(name: str) -> Path:
        return resources.path(f"fonts/{name}.ttf")

    return Bundled(
        stand_ins={
            Role.XIAOBIAOSONG: font("NotoSerifSC-Bold"),
            Role.FANGSONG: font("FandolFang-Regular"),
            Role.KAITI: font("LuoshiKai-Regular"),
            Role.HEITI: font("NotoSansSC-Medium"),
            Role.SONGTI: font("NotoSerifSC-Regular"),
            Role.DIGITS: font("FandolFang-Regular"),
        },
        last=font("NotoSerifSC-Rare"),
    )
