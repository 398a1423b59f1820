"""本单位 and the settings of its office."""

from __future__ import annotations

import json
from typing import Any

from models.lights import Lights
from models.papersettings import PaperSettings
from models.reading import rows
from models.rows import Bureau
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
