"""本单位, its sections and the settings of its office."""

from __future__ import annotations

import json
from typing import Any

from models.errors import KnownError
from models.lights import Lights
from models.papersettings import PaperSettings
from models.reading import rows
from models.rows import Bureau, SectionRow
from models.rules import Thresholds
from models.settings import BUREAU_KEY, LIGHTS_KEY, PAPERS_KEY, THRESHOLDS_KEY


def setting(key: str, default: Any = None) -> Any:  # noqa: ANN401 (any JSON value)
    """One office setting, or the default."""
    found = rows("SELECT value FROM setting WHERE key = ?", key)
    return json.loads(found[0][0]) if found else default


def bureau() -> Bureau:
    """本单位; empty fields until the office fills them in."""
    kept = setting(BUREAU_KEY, {})
    known = {name: value for name, value in kept.items() if name in Bureau.__dataclass_fields__}
    known["signers"] = tuple(known.get("signers", ()))
    return Bureau(**known)


def thresholds() -> Thresholds:
    """The numbers of the lights; 30 days and 10 points unless the office changed them."""
    kept = setting(THRESHOLDS_KEY, {})
    return Thresholds(int(kept.get("near_days", 30)), int(kept.get("behind_points", 10)))


def lights() -> Lights:
    """What the office calls its lights, and their colours."""
    return Lights.from_json(setting(LIGHTS_KEY, {}))


def paper_settings() -> PaperSettings:
    """The office's own headings and columns of its papers."""
    return PaperSettings.from_json(setting(PAPERS_KEY, {}))


def sections(active_only: bool = False) -> tuple[SectionRow, ...]:
    """科室（单位） in the office's order."""
    found = rows(
        "SELECT id, position, name, short_name, kind, active FROM section ORDER BY position, id"
    )
    every = ((*row[:-1], bool(row[-1])) for row in found)
    return tuple(SectionRow(*row) for row in every if row[-1] or not active_only)


def section_named(name: str) -> SectionRow:
    """The section with this full or short name; `KnownError` when there is none."""
    for row in sections():
        if name in (row.name, row.short_name):
            return row
    raise KnownError(f"没有“{name}”这个科室，没有改动任何内容；请在设置中查看科室名称。")
