"""The year before, beside the new plan: 结转 and 参照上年, each by choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import intake
from gui.operations.intake import YearBefore
from gui.pages.intake.begin_words import short
from gui.pages.intake.foot import foot
from gui.tablemodels.rows_table import Column
from gui.widgets.check_table import CheckTable
from gui.widgets.labels import muted, plain
from models import text
from models.planrows import CarryRow, ProposalRow
from models.rules import Adoption

_CARRY = (
    Column("未完成的任务", lambda row: f"{row.task.label}. {short(row.task.short_title)}"),
    Column("状态", lambda row: row.task.status.word),
    Column("进度", lambda row: f"{row.task.percent:.0f}%"),
    Column("责任科室", lambda row: row.task.section),
    Column("接到哪里", lambda row: carried_to(row)),
)
_PROPOSALS = (
    Column("今年的任务", lambda row: f"{row.task.label}. {short(row.task.short_title)}"),
    Column("像上年的", lambda row: f"{row.earlier.label}. {short(row.earlier.short_title)}"),
    Column("承接", lambda row: "" if row.role is Adoption.UNDECIDED else row.role.word),
    Column("责任分工", lambda row: who(row)),
    Column("本市任务内容", lambda row: short(row.local_text or row.short_title)),
)
_WIDE = 1080


class YearPanel(QWidget):
    """done(): the person has chosen enough and goes on to the tasks."""

    done = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.plan_id = 0
        self._title = plain(wrap=True)
        self._title.setProperty("heading", True)
        self.proposals = CheckTable(
            "参照上年", "同上年相近的任务，沿用当时的承接、分工和本市的写法；逐项勾选，也可以都不用。",
            _PROPOSALS, (230, 230, 64, 150), "采用", context.preferences,
        )  # fmt: skip
        self.carry = CheckTable(
            "结转", "上年没有办结的任务，连同记录和佐证接到今年；相近的接到那一项，其余作为本地任务。",
            _CARRY, (300, 80, 64, 130), "结转", context.preferences,
        )  # fmt: skip
        self.go_on = QPushButton("完成，去任务页")
        self.go_on.setProperty("main", True)
        self.go_on.setShortcut("Ctrl+Return")
        self.go_on.setToolTip("Ctrl+Enter")
        self._lay_out()
        self.go_on.clicked.connect(self.done)
        self.carry.action.clicked.connect(self._carry)
        self.proposals.action.clicked.connect(self._accept)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(muted("每一步都可以用 Ctrl+Z 撤销。", wrap=True))
        column.addWidget(self.proposals)
        column.addWidget(self.carry)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(foot(_WIDE, self.go_on))

    def first_field(self) -> QWidget:
        """The first list that has rows."""
        for each in (self.proposals, self.carry):
            if each.model.rowCount():
                return each.table
        return self.go_on

    def show_year(self, plan_id: int, before: YearBefore) -> None:
        """Offer what the year before has; nothing is taken over that was not ticked."""
        self.plan_id = plan_id
        self._title.setText(f"同《{text.proper(before.plan.title)}》接上")
        self.proposals.show_rows(before.proposals, ticked=())
        self.carry.show_rows(before.carry, ticked=())

    def _carry(self) -> None:
        chosen = self.carry.model.chosen()
        self._context.desk.run(
            intake.carry_over(self.plan_id, chosen), lambda _: _take_away(self.carry, chosen)
        )

    def _accept(self) -> None:
        chosen = self.proposals.model.chosen()
        self._context.desk.run(
            intake.accept(self.plan_id, chosen), lambda _: _take_away(self.proposals, chosen)
        )


def _take_away(rows: CheckTable, chosen: list[object]) -> None:
    """What was done is offered no more."""
    model = rows.model
    left = [row for row in map(model.row_at, range(model.rowCount())) if row not in chosen]
    rows.show_rows(left, ticked=())


def carried_to(row: CarryRow) -> str:
    """Where a task would go on."""
    if row.similar is None:
        return "新增为本地任务"
    return f"第{row.similar.label}项 {short(row.similar.short_title)}"


def who(row: ProposalRow) -> str:
    """Section and person of the year before."""
    if row.assignment is None:
        return ""
    return "　".join(filter(None, [row.assignment.section, row.assignment.person]))
