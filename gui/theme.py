"""The look: one set of colours for light and one for dark, chosen by the system."""

from __future__ import annotations

import enum
from dataclasses import replace
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.dataclass import dataclass
from models.lights import Lights
from models.rules import Light
from resources import path


@dataclass(frozen=True)
class Colours:
    """Every colour of the window, as #rrggbb."""

    page: str
    side: str
    band: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    chosen: str
    hover: str
    focus: str
    warn: str
    warn_edge: str
    bad: str
    bad_edge: str
    track: str
    green: str
    yellow: str
    red: str
    blue: str
    grey: str

    def light(self, light: Light | None) -> str:
        """The colour of a light, grey for what is not lit; its shape says the same without colour."""
        # Asked for every line and square that is drawn: the fields bear the lights' own words.
        colour: str = getattr(self, light.value) if light is not None else self.grey
        return colour


LIGHT = Colours(
    page="#ffffff", side="#f6f7f9", band="#f6f8fb", line="#e6e8eb", edge="#cfd3d9",
    text="#1f2329", muted="#646a73", accent="#c8161d", on_accent="#ffffff", chosen="#fdeeed",
    hover="#f0f2f5", focus="#2f6fde", warn="#fff8e6", warn_edge="#f0d48a", bad="#fdeeed",
    bad_edge="#eeb4b1", track="#e8eaed", green="#2e9e5b", yellow="#e6a700", red="#d93025",
    blue="#2f6fde", grey="#9aa0a6",
)  # fmt: skip
DARK = Colours(
    page="#1f2124", side="#191b1d", band="#26292d", line="#34373c", edge="#4a4e55",
    text="#e6e8eb", muted="#a3a9b2", accent="#e5545a", on_accent="#ffffff", chosen="#3d2628",
    hover="#2c2f34", focus="#6c9cf0", warn="#3a3220", warn_edge="#6b5a2a", bad="#40262a",
    bad_edge="#7a3d42", track="#3a3d42", green="#41b872", yellow="#f0b92b", red="#ef5a50",
    blue="#6c9cf0", grey="#9aa0a6",
)  # fmt: skip


class Look(enum.Enum):
    """外观 that a person chose for this machine."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def word(self) -> str:
        """As the settings say it."""
        return {Look.SYSTEM: "跟随系统", Look.LIGHT: "浅色", Look.DARK: "深色"}[self]

    @classmethod
    def read(cls, word: str) -> Look:
        """The look that was kept; anything unknown follows the system."""
        return next((each for each in cls if each.value == word), cls.SYSTEM)


class Theme(QObject):
    """Keeps palette, style sheet and colours in step with the system, or as a person chose."""

    changed = Signal()

    def __init__(self, application: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self.look = look
        self.lights = Lights()
        self.colours = LIGHT
        hints = QGuiApplication.styleHints()
        self._wearers: WeakSet[QApplication | QWidget] = WeakSet()
        self._worn: Colours | None = None
        self._apply(dark=self._dark(hints.colorScheme()))
        hints.colorSchemeChanged.connect(self._follow)

    def dress(self, wearer: QApplication | QWidget) -> None:
        """Put the style sheet on a window, once, after it is built; its dialogs and menus follow it.

        Each move of a widget under a style sheet costs as much as the whole window afterwards. Not on
        the application: there every move costs, also in a page that is still being built.
        """
        self._wearers.add(wearer)
        wearer.setStyleSheet(style_sheet(self._worn or LIGHT))

    def choose(self, look: Look) -> None:
        """Another look, at once."""
        self.look = look
        self._follow(QGuiApplication.styleHints().colorScheme())

    def show_lights(self, lights: Lights) -> None:
        """The names and colours of an office's own lights."""
        if lights != self.lights:
            self.lights = lights
            self._follow(QGuiApplication.styleHints().colorScheme())

    def _dark(self, system: Qt.ColorScheme) -> bool:
        if self.look is Look.SYSTEM:
            return system is Qt.ColorScheme.Dark
        return self.look is Look.DARK

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._apply(dark=self._dark(scheme))
        self.changed.emit()

    def _apply(self, *, dark: bool) -> None:
        own = {each.light.value: each.colour for each in self.lights.looks if each.colour}
        base = DARK if dark else LIGHT
        self.colours = replace(base, **own)
        if base is self._worn:
            # An office's own lights are painted; to dress every page anew takes seconds.
            return
        self._worn = base
        self._application.setPalette(palette(base))
        for wearer in tuple(self._wearers):
            if isValid(wearer):
                wearer.setStyleSheet(style_sheet(base))


def palette(colours: Colours) -> QPalette:
    """The Qt palette for widgets that the style sheet leaves to the style."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.page,
        QPalette.ColorRole.Base: colours.page,
        QPalette.ColorRole.AlternateBase: colours.band,
        QPalette.ColorRole.Button: colours.page,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.focus,
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.ToolTipBase: colours.band,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.focus,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.grey))
    return made


def style_sheet(colours: Colours) -> str:
    """`resources/style.qss` with its @names replaced by colours."""
    text = path("style.qss").read_text(encoding="utf-8")
    for name in sorted(Colours.__dataclass_fields__, key=len, reverse=True):
        text = text.replace(f"@{name}", getattr(colours, name))
    return text.replace("@icons", path("icons").as_posix())
