"""How large pages and pictures are shown; no widget here."""

from __future__ import annotations

import enum

_LEAST, _MOST = 0.2, 5.0


class Zoom(enum.Enum):
    """How large it is when it is no fixed factor of true size."""

    WHOLE = "整页"
    WIDE = "页宽"


USUAL: tuple[tuple[str, Zoom | float], ...] = (
    ("整页", Zoom.WHOLE),
    ("页宽", Zoom.WIDE),
    ("75%", 0.75),
    ("100%", 1.0),
    ("150%", 1.5),
    ("200%", 2.0),
)


def clamped(factor: float) -> float:
    """A zoom at which pages can still be seen, and painted."""
    return min(_MOST, max(_LEAST, factor))
