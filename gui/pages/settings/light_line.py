"""One light in the settings: its mark, name, colour and meaning."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from gui.context import Context
from gui.operations import office
from gui.operations.operation import Operation
from gui.saving import saver
from gui.widgets.autosave import SavingLine
from gui.widgets.labels import muted
from gui.widgets.lights import LightMark
from models.lights import LONGEST_NAME, LightLook
from models.rules import Light
from models.text import ANY_LENGTH, clean


class LightLine(QObject):
    """The widgets of one light, for a row of the panel's grid; name and colour save themselves."""

    def __init__(self, context: Context, light: Light, meaning: str, parent: QWidget) -> None:
        # A child of its panel: what it listens to must end with it.
        super().__init__(parent)
        self._context = context
        self._light = light
        writable = context.desk.writable
        self.mark = LightMark()
        self.name = SavingLine(f"{light.word}灯的名称", saver(context, self._named))
        self.name.setPlaceholderText(light.word)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setFixedWidth(160)
        self.name.setReadOnly(not writable)
        self.colour = QPushButton("颜色…")
        self.colour.setAccessibleName(f"{light.word}灯的颜色")
        self.colour.clicked.connect(self._ask_colour)
        self.usual = QPushButton("恢复")
        self.usual.setAccessibleName(f"{light.word}灯恢复原来的名称和颜色")
        self.usual.clicked.connect(lambda: self._keep(LightLook(light)))
        for button in (self.colour, self.usual):
            button.setEnabled(writable)
        self.meaning = muted(meaning)
        context.theme.changed.connect(self._show)
        context.session.lights_changed.connect(self._show)
        self._show()

    def widgets(self) -> tuple[QWidget, ...]:
        """In their order."""
        return self.mark, self.name, self.colour, self.usual, self.meaning

    def choose_colour(self, colour: str) -> None:
        """Another colour, as #rrggbb."""
        self._keep(LightLook(self._light, self._look().name, colour))

    def _look(self) -> LightLook:
        return self._context.session.lights.look(self._light)

    def _show(self) -> None:
        self.mark.show_light(self._light, self._context.theme)
        self.name.show_value(self._light, self._look().name)

    def _named(self, key: Hashable, words: str) -> Operation:
        name = clean(words, ANY_LENGTH, lines=False).strip()
        return office.change_light(LightLook(self._light, name, self._look().colour))

    def _keep(self, look: LightLook) -> None:
        self._context.desk.run(office.change_light(look))

    def _ask_colour(self) -> None:
        dialog = QColorDialog(self.colour)
        dialog.setWindowTitle(f"{self._light.word}灯的颜色")
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setCurrentColor(QColor(self._context.theme.colours.light(self._light)))
        dialog.colorSelected.connect(self._take_colour)
        dialog.open()

    def _take_colour(self, colour: QColor) -> None:
        self.choose_colour(colour.name())
