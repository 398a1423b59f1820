"""What a person chooses for a paper; shows only what the paper knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.report import option_rules as rules
from gui.pages.report.option_fields import OptionFields, Row
from gui.pages.report.order import Wanted
from gui.widgets.labels import muted
from gui.widgets.offer import Offer
from models import text
from models.periods import Period, periods_of_year
from models.rows import Bureau, PlanRow, SectionRow, TaskRow
from models.rules import Light
from reports.catalogue import PaperKind
from reports.options import PaperOptions

_WAIT_MS = 500
_SIGNED_LATER = "签发时填写"
_NUMBERED_LATER = "编号时填写"


class OptionsPanel(QWidget):
    """`changed()` a moment after the last stroke; the others at once, by a person only.

    period_chosen(Period); subject_chosen(): another task or section.
    """

    changed = Signal()
    period_chosen = Signal(object)
    subject_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("optionPanel")
        self.fields = OptionFields()
        self._kind: PaperKind | None = None
        self._plan: PlanRow | None = None
        self._bureau = Bureau()
        self._today = dt.date.min
        self._rows: list[tuple[QLabel | None, QWidget, rules.Fits]] = []
        self.why_frozen = muted(wrap=True)
        self.why_frozen.hide()
        self.year_hint = muted(wrap=True, small=True)
        self.more = QPushButton()
        self.more.setProperty("link", True)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self._under = QWidget()
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.changed)
        self._connect()
        self._show_more(False)

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.why_frozen)
        column.addLayout(self._grid(fields.main_rows))
        for box, fits in fields.main_boxes:
            column.addWidget(box)
            self._rows.append((None, box, fits))
        column.addWidget(self.more)
        under = QVBoxLayout(self._under)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(8)
        under.addLayout(self._grid(fields.more_rows))
        for box, fits in fields.more_boxes:
            under.addWidget(box)
            self._rows.append((None, box, fits))
        column.addWidget(self._under)
        column.addStretch(1)

    def _grid(self, rows: Sequence[Row]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for word, field, fits in rows:
            place = grid.rowCount()
            label = muted(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
            self._rows.append((label, field, fits))
            if field is self.fields.number:
                grid.addWidget(self.year_hint, place + 1, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        fields = self.fields
        for line in fields.lines():
            line.textEdited.connect(self._wait.start)
        fields.requirements.textChanged.connect(self._typed)
        for pick in fields.picks():
            pick.picked.connect(self._wait.start)
        for box in fields.boxes():
            box.clicked.connect(self._wait.start)
        for pick in (fields.section, fields.task):
            pick.picked.connect(lambda _: self.subject_chosen.emit())
        fields.period.picked.connect(self.period_chosen)
        fields.number.textChanged.connect(lambda _: self._hint_year())
        fields.date.dateChanged.connect(lambda _: self._hint_year())

    def _typed(self) -> None:
        # A plain text field tells every change; only those under a person's hands count.
        if self.fields.requirements.hasFocus():
            self._wait.start()

    @property
    def pending(self) -> bool:
        """Whether something was changed and not told yet."""
        return self._wait.isActive()

    def take_pending(self) -> bool:
        """Whether something was changed and not told; it is not told any more."""
        pending = self._wait.isActive()
        self._wait.stop()
        return pending

    def settle(self) -> None:
        """Tell at once what was changed."""
        if self._wait.isActive():
            self._wait.stop()
            self.changed.emit()

    def _show_more(self, shown: bool) -> None:
        self._under.setVisible(shown)
        self.more.setText("收起更多选项" if shown else "更多选项…")

    # -- what is offered

    def show_kind(self, kind: PaperKind) -> None:
        """Show what this paper knows."""
        self._kind = kind
        self._propose()
        for label, field, fits in self._rows:
            field.setVisible(fits(kind))
            if label is not None:
                label.setVisible(fits(kind))
                if field is self.fields.number:
                    label.setText("发文字号" if kind.has_forms else "编号")
                if field is self.fields.requirements:
                    label.setText("办理要求" if kind.needs_task else "工作要求")
        seldom = (*self.fields.more_rows, *self.fields.more_boxes)
        known = any(each[-1](kind) for each in seldom)
        self.more.setVisible(known)
        self._under.setVisible(known and self.more.isChecked())
        self._hint_year()

    def show_office(self, bureau: Bureau, plan: PlanRow, period: Period, today: dt.date) -> None:
        """Say what stands there when nothing is written."""
        self._bureau, self._plan, self._today = bureau, plan, today
        fields = self.fields
        Offer(bureau.signers, fields.signer)
        self._propose()
        fields.period.offer([(each.title, each) for each in periods_of_year(period.year)])
        fields.period.show_value(period)
        self._hint_year()

    def _propose(self) -> None:
        fields, plan, bureau = self.fields, self._plan, self._bureau
        fields.signer.setPlaceholderText(bureau.signers[0] if bureau.signers else "未填")
        issuers = plan.issuers if plan is not None else ()
        if self._kind is not None and rules.is_bulletin(self._kind):
            fields.addressee.setPlaceholderText("各科室、直属单位")
            fields.copies.setPlaceholderText("不抄送")
        else:
            fields.addressee.setPlaceholderText(issuers[0] if issuers else "未填")
            fields.copies.setPlaceholderText("，".join(issuers[1:]) or "不抄送")

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        words = [("全部科室", None), *((each.name, each.id) for each in sections)]
        self.fields.section.offer(words)

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Offer the tasks that a 提醒单 may be about: late ones first, then near ones."""
        open_ones = [task for task in tasks if task.light is not None and not task.status.done]
        order = {Light.RED: 0, Light.YELLOW: 1}
        open_ones.sort(key=lambda task: order.get(task.light or Light.GREY, 2))
        self.fields.task.offer(
            [
                (f"{task.label}. {text.proper(task.short_title)}（{task.light_word}）", task.id)
                for task in open_ones
                if task.light is not None
            ]
        )

    # -- what is chosen

    def show_options(self, options: PaperOptions, *, registered: bool, frozen: str = "") -> None:
        """Show a paper's choices. registered: number and day come with 编号 and 签发.

        frozen: why nothing may be changed any more; empty where it may.
        """
        self._wait.stop()
        fields = self.fields
        fields.show(options)
        self.why_frozen.setText(frozen)
        self.why_frozen.setVisible(bool(frozen))
        for field in self._options():
            field.setEnabled(not frozen)
        for field, words in ((fields.number, _NUMBERED_LATER), (fields.date, _SIGNED_LATER)):
            field.setEnabled(not frozen and not registered)
            field.setToolTip(words if registered and not frozen else "")
        fields.number.setPlaceholderText(
            _NUMBERED_LATER if registered else "序号，如 36；未编号留空"
        )
        fields.date.setSpecialValueText(_SIGNED_LATER if registered else "未定")
        self._hint_year()

    def _options(self) -> Iterator[QWidget]:
        fields = self.fields
        yield from fields.lines()
        yield from fields.picks()
        yield from fields.boxes()
        yield fields.requirements

    def wanted(self, today: dt.date) -> Wanted:
        """What was chosen."""
        assert self._kind is not None
        fields, kind = self.fields, self._kind
        section = fields.section.currentData() if kind.has_section else None
        return Wanted(kind, fields.period.currentData(), section, fields.options(kind, today))

    def _hint_year(self) -> None:
        """A number of another year than the 填报期 is usual in January, and else a slip."""
        fields, kind = self.fields, self._kind
        period, day = fields.period.currentData(), fields.date.day()
        shown = kind is not None and rules.numbered(kind) and isinstance(period, Period)
        given = fields.number.text().strip()
        year = day.year if day else self._today.year
        apart = shown and given and "〔" not in given and year != period.year
        self.year_hint.setVisible(bool(apart))
        if apart:
            self.year_hint.setText(
                f"文号年份随成文日期，为〔{year}〕，与填报期{period.year}年不同；"
                "需要时改成文日期，或写全文号。"
            )
