"""保存图片: 总览图 as PNG or SVG, drawn from the same description as the report's figure."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from models.errors import KnownError
from models.overviewrows import Overview
from models.text import proper
from models.words import long_day
from reports.figures.overview import Picture, overview_drawing
from reports.figures.svg import svg
from reports.files import legal_name

KINDS = ("PNG 图片 (*.png)", "SVG 矢量图 (*.svg)")
_WIDE = 2000
"""In pixels: sharp on a whole sheet of paper."""


def picture_name(found: Overview) -> str:
    """2021年四川省知识产权工作要点总览（截至2021年6月25日）.png."""
    return legal_name(f"{proper(found.plan.title)}总览（截至{long_day(found.day)}）", ".png")


def picture_text(found: Overview, family: str) -> str:
    """The picture as SVG; `family` is the font of its words."""
    title = f"{proper(found.plan.title)}落实情况（截至{long_day(found.day)}）"
    return svg(overview_drawing(Picture(found.bars, found.tasks, title)), family)


def picture_bytes(found: Overview, family: str, suffix: str) -> bytes:
    """The picture as a file's content; may be called away from the window's thread."""
    text = picture_text(found, family).encode()
    return text if suffix == ".svg" else _png(text)


def _png(text: bytes) -> bytes:
    renderer = QSvgRenderer(QByteArray(text))
    box = renderer.viewBoxF()
    if not renderer.isValid():
        raise KnownError("图片没有画成，没有写出文件；可另存为 SVG 矢量图。")
    image = QImage(
        QSize(_WIDE, round(_WIDE * box.height() / box.width())), QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")
    return bytes(device.data().data())


def chosen_path(name: str, kind: str) -> Path:
    """The path of a file dialog, with the ending of the chosen kind where none was written."""
    path = Path(name)
    if path.suffix.lower() in (".png", ".svg"):
        return path
    return path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
