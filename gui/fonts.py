"""The letters of the screen: the system's own Chinese font, or the bundled one."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from resources import path

# Screen fonts that office systems carry: Windows, macOS, UOS and Kylin, other Linux.
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
)
TEXT_PIXELS = 14
BUNDLED = "fonts/NotoSansSC-Medium.ttf"


def screen_font() -> QFont:
    """The window's font at 14 px: a family of the system's, else the bundled Noto Sans SC."""
    for family in FAMILIES:
        if QFontDatabase.hasFamily(family):
            return _sized(QFont(family))
    number = QFontDatabase.addApplicationFont(str(path(BUNDLED)))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return _sized(QFont(families[0]) if families else QFont())


def _sized(font: QFont) -> QFont:
    font.setPixelSize(TEXT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
