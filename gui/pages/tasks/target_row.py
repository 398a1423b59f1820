"""量化指标: the province's number, 本地目标 and 完成值 of the 填报期."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import measures
from gui.operations.operation import Operation
from gui.saving import saver
from gui.widgets.autosave import SavingLine
from gui.widgets.labels import Elided, muted
from models import text
from models.errors import KnownError
from models.measureword import measure_word
from models.periods import Period
from models.rows import TargetRow


class TargetRowWidget(QWidget):
    """A number can be given or taken away; what is no number is refused with a sentence."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.target_id: int | None = None
        self._words = Elided()
        self._words.setProperty("small", True)
        self._goal = SavingLine("本地目标", saver(context, _keep))
        self._reached = SavingLine("完成值", saver(context, _keep))
        self._goal_unit, self._unit = muted(small=True), muted(small=True)
        fields = QHBoxLayout()
        fields.setSpacing(4)
        for word, field, unit in (
            ("本地目标", self._goal, self._goal_unit),
            ("完成值", self._reached, self._unit),
        ):
            field.setFixedWidth(88)
            fields.addWidget(muted(word, small=True))
            fields.addWidget(field)
            fields.addWidget(unit)
            fields.addSpacing(8)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addLayout(fields)

    def show_target(self, target: TargetRow, adopted: bool) -> None:
        """Show a target as the ledger has it."""
        self.target_id = target.id
        period = self._context.session.period
        self._words.setText(f"指标　{text.proper(target.text)}")
        self._goal.show_value((target.id, None), _number(target.local_target))
        reached = dict(target.values).get(period.code)
        self._reached.show_value((target.id, period), _number(reached))
        self._reached.setToolTip(f"{period.title}的完成值")
        unit = measure_word(target.label, target.unit)
        self._goal_unit.setText(unit)
        self._unit.setText(unit)
        for field in (self._goal, self._reached):
            field.setEnabled(adopted)
            field.setReadOnly(not self._context.desk.writable)

    def leave(self) -> None:
        """Save what is being typed."""
        self._goal.leave()
        self._reached.leave()


def _keep(key: Hashable, typed: str) -> Operation:
    assert isinstance(key, tuple)
    target_id, period = key
    try:
        value = read_number(typed)
    except ValueError as error:
        raise KnownError(f"“{typed}”不是数，没有保存；请只填数字，如 120 或 85.5。") from error
    if isinstance(period, Period):
        return measures.reached(target_id, period, value)
    return measures.local_target(target_id, value)


def read_number(typed: str) -> float | None:
    """A number as people type it (１，200.5 too), None for nothing; `ValueError` for words."""
    words = text.clean(typed, text.ANY_LENGTH).strip().replace(",", "").replace("，", "")
    return float(words) if words else None


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
