"""The icons: one set with its licence, in the colours of the palette, sharp at every ratio."""

from __future__ import annotations

import importlib.util
import re
import tarfile
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

import resources
from gui.dialogs.about import AboutDialog
from gui.icons import paint_icon
from tests.conftest import ROOT

FOLDER = resources.path("icons")
OWN = {"luoshi"}


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_icons", ROOT / "tools/build_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def drawn(name: str, colour: str, ratio: float) -> QImage:
    image = QImage(int(20 * ratio), int(20 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, name, colour, QRectF(0, 0, 20, 20))
    painter.end()
    return image


def inked(image: QImage) -> list[QColor]:
    width, height = image.width(), image.height()
    pixels = (image.pixelColor(x, y) for x in range(width) for y in range(height))
    return [pixel for pixel in pixels if pixel.alpha() > 200]


def test_every_icon_but_the_mark_comes_from_the_set(builder: ModuleType) -> None:
    made = {*builder.ICONS, *(name for name, *_ in builder.FIXED)}
    assert {path.stem for path in FOLDER.glob("*.svg")} == made | OWN


def test_every_icon_the_window_asks_for_is_there_and_none_is_carried_for_nothing() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "gui").rglob("*.py")]
    sheet = resources.path("style.qss").read_text(encoding="utf-8")
    named = set(re.findall(r"@icons/([\w-]+)\.svg", sheet))
    asked = {word for text in sources for word in re.findall(r'"([\w-]+)"', text)}
    have = {path.stem for path in FOLDER.glob("*.svg")} - OWN
    assert named <= have
    assert have - asked - named == set()


def near(one: QColor, other: QColor) -> bool:
    """The same colour, but for what rounding takes where a line is half covered."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) < 4 for a, b in pairs)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_painted_in_the_colour_of_the_palette(
    builder: ModuleType, ratio: float, qtbot: QtBot
) -> None:
    for name in builder.ICONS:
        found = inked(drawn(name, "#c8161d", ratio))
        assert found, name
        assert all(near(pixel, QColor("#c8161d")) for pixel in found), name


def test_the_frame_is_the_programs_and_the_outline_the_sets(builder: ModuleType) -> None:
    paths = '<path d="M1 1" />\n  <path d="m2 2" />'
    source = f'<!-- x -->\n<svg\n  class="a"\n  width="24"\n>\n  {paths}\n</svg>'
    made = builder.icon(source)
    assert made.endswith('round"><path d="M1 1"/><path d="m2 2"/></svg>\n')
    assert 'stroke="currentColor" stroke-width="1.75"' in made


def test_another_package_is_refused(builder: ModuleType, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / f"{builder.PACKAGE.replace('@', '-')}.tgz", "w:gz"):
        pass
    with pytest.raises(SystemExit, match="is not the package"):
        builder.fetch(tmp_path)


def test_the_licence_is_carried_and_told(qtbot: QtBot) -> None:
    licence = (FOLDER / "ISC-Lucide.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "MIT License" in licence
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any("Lucide" in label.text() for label in dialog.findChildren(QLabel))
    assert licence in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
