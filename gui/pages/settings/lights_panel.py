"""亮灯: from when on a task is 临期 or behind pace, and what the lights mean."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import office
from gui.pages.settings.light_line import LightLine
from gui.widgets.fields import FIELD_HEIGHT
from gui.widgets.labels import muted, plain
from gui.widgets.number_field import NumberField
from models import queries
from models.rows import Change
from models.rules import Light, Thresholds

_MEANINGS = (
    (Light.BLUE, "已办结或已销号"),
    (Light.RED, "过了完成时限"),
    (Light.YELLOW, "临近完成时限，或落后于序时进度"),
    (Light.GREY, "未启动，也没有填过进展"),
    (Light.GREEN, "其余，正常推进"),
)


class LightsPanel(QWidget):
    """The numbers save themselves when they are left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown = Thresholds()
        self.near = self._number("临期天数", 0, 366)
        self.behind = self._number("落后点数", 0, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain("亮灯规则")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        for before, field, after in (
            ("距完成时限不超过", self.near, "天，亮黄灯（临期）"),
            ("完成进度落后序时进度超过", self.behind, "个百分点，亮黄灯并计为滞后"),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(plain(before))
            row.addWidget(field)
            row.addWidget(plain(after))
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(
            muted("五种灯，按下列次序取第一个符合的；名称印在台账上，名称和颜色都可以改：")
        )
        self.rows = {
            light: LightLine(context, light, meaning, self) for light, meaning in _MEANINGS
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, line in enumerate(self.rows.values()):
            for at, widget in enumerate(line.widgets()):
                grid.addWidget(widget, place, at)
        grid.setColumnStretch(5, 1)
        column.addLayout(grid)
        column.addStretch(1)
        context.bus.changed.connect(self._take_change)
        self._ask()

    def _number(self, name: str, low: int, high: int) -> NumberField:
        field = NumberField()
        field.setAccessibleName(name)
        field.setRange(low, high)
        field.setFixedSize(72, FIELD_HEIGHT)
        # The style sheet cannot move the words of such a field.
        field.lineEdit().setTextMargins(6, 0, 0, 0)
        field.setEnabled(self._context.desk.writable)
        field.editingFinished.connect(self._keep)
        return field

    def _ask(self) -> None:
        self._context.desk.ask(queries.thresholds, done=self._show, owner=self)

    def _show(self, thresholds: Thresholds) -> None:
        self._shown = thresholds
        for field, value in (
            (self.near, thresholds.near_days),
            (self.behind, thresholds.behind_points),
        ):
            if not field.hasFocus():
                field.setValue(value)

    def _take_change(self, change: Change) -> None:
        if change.kinds & {"setting"}:
            self._ask()

    def _keep(self) -> None:
        wanted = Thresholds(self.near.value(), self.behind.value())
        if wanted != self._shown:
            self._shown = wanted
            self._context.desk.run(
                office.change_thresholds(
                    near_days=wanted.near_days, behind_points=wanted.behind_points
                )
            )
