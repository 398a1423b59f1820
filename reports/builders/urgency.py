"""How pressing a task is on a slip's day: near its deadline, behind pace, or overdue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models.rows import ReportRows, TaskDossier
from models.rules import Light, Standing, Status, default_due
from models.words import number


@dataclass(frozen=True)
class Urgency:
    """days: until the deadline, negative when it has passed; late: overdue or behind pace."""

    days: int
    late: bool
    near: bool
    percent: float
    pace: float

    @property
    def slip(self) -> str:
        """提醒单 for what may still be done in time, 督办单 for what is late (papers.md)."""
        return "督办单" if self.late else "提醒单"

    @property
    def sentence(self) -> str:
        """Why the slip is sent, in figures of the ledger."""
        if self.days < 0:
            return f"该事项已超过办理时限{-self.days}天"
        if self.late:
            percent, pace = number(round(self.percent)), number(round(self.pace))
            return f"该事项完成进度为{percent}%，落后于{pace}%的序时进度"
        return f"该事项距办理时限还有{self.days}天" if self.days else "该事项今日到期"


def urgency_of(rows: ReportRows, dossier: TaskDossier, day: dt.date) -> Urgency:
    """Judge a task on the slip's day; the ledger's own judgement is that of its 数据截止日."""
    task = dossier.task
    due = task.due_on
    if task.status is Status.ONGOING:
        due = max(due, default_due(rows.plan.year))
    days = (due - day).days
    return Urgency(
        days=days,
        late=not task.status.done and (days < 0 or task.standing is Standing.LATE),
        near=task.light is Light.YELLOW,
        percent=task.percent,
        pace=task.pace,
    )
