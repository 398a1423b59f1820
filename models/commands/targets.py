"""量化指标: the bureau's own goal beside the province's, and what was reached by period."""

from __future__ import annotations

import math

from models.commands.lookup import get, measure_label
from models.errors import KnownError
from models.history import Work
from models.periods import Period
from models.schema import Target, TargetValue


def set_local_target(work: Work, target_id: int, value: float | None) -> None:
    """Give 本地目标, or take it away; the province's number is never changed."""
    target = get(Target, target_id)
    work.update(Target, target_id, local_target=_number(value))
    work.about(target.measure.task_id)
    work.label = f"本地目标 {measure_label(target.measure)}"


def set_target_value(work: Work, target_id: int, period: Period, value: float | None) -> None:
    """Give 完成值 of a period, or take it away.

    A later saying stands beside the earlier, so that a paper of an earlier day still finds what
    was said then; one of the same day corrects it.
    """
    target = get(Target, target_id)
    number = _number(value)
    newest = (
        TargetValue.select()
        .where(TargetValue.target == target_id, TargetValue.period == period.code)
        .order_by(TargetValue.said_on.desc(), TargetValue.id.desc())
        .first()
    )
    if newest is not None and newest.said_on >= work.today:
        work.update(TargetValue, newest.id, value=number)
    elif number is not None or newest is not None:
        work.insert(
            TargetValue, target=target_id, period=period.code, value=number, said_on=work.today
        )
    work.about(target.measure.task_id)
    work.label = f"完成值 {measure_label(target.measure)}（{period.title}）"


def _number(value: float | None) -> float | None:
    if value is not None and (not math.isfinite(value) or value < 0 or value > 1e15):
        raise KnownError("数值应为不小于零的数，没有保存；请改正后再试。")
    return value
