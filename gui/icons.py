"""Line icons of one open set, drawn sharp at every size in a colour of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from resources import path


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = path(f"icons/{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw `resources/icons/<name>.svg` into a box of logical pixels."""
    _renderer(name, colour).render(painter, box)
