"""What a person chooses for a paper; shows only what the paper knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.fields import DayField, PickField
from gui.widgets.labels import muted
from models import text
from models.dataclass import dataclass
from models.periods import Period, periods_of_year
from models.rows import Bureau, PlanRow, SectionRow, TaskRow
from models.rules import Light
from reports.catalogue import PaperKind
from reports.document import Form
from reports.options import PaperOptions

_WAIT_MS = 500


Fits = Callable[[PaperKind], bool]


def _always(kind: PaperKind) -> bool:
    return True


def _in_forms(kind: PaperKind) -> bool:
    return kind.has_forms


def _by_section(kind: PaperKind) -> bool:
    return kind.has_section


def _about_a_task(kind: PaperKind) -> bool:
    return kind.needs_task


def _is_report(kind: PaperKind) -> bool:
    return kind.id == "progress"


def _numbered(kind: PaperKind) -> bool:
    return kind.has_forms or kind.needs_task


def _signed(kind: PaperKind) -> bool:
    return kind.needs_task or _is_report(kind)


def _is_bulletin(kind: PaperKind) -> bool:
    return kind.id == "bulletin"


def _with_requirements(kind: PaperKind) -> bool:
    return kind.needs_task or _is_bulletin(kind)


@dataclass(frozen=True)
class Wanted:
    """Everything that a paper is made from, beside the ledger."""

    kind: PaperKind
    period: Period
    section_id: int | None
    options: PaperOptions


class OptionsPanel(QWidget):
    """`changed()` a moment after the last stroke; `period_chosen(Period)` at once."""

    changed = Signal()
    period_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("optionPanel")
        self._kind: PaperKind | None = None
        self._above = "未填"
        self.period = PickField("填报期")
        self.form = PickField("版式")
        self.form.offer([("按填报期", None), ("文件格式", Form.LETTERHEAD), ("无版头", Form.PLAIN)])
        self.section = PickField("科室")
        self.task = PickField("任务")
        self.requirements = QPlainTextEdit()
        self.requirements.setTabChangesFocus(True)
        self.requirements.setPlaceholderText("可不填，用常用的话")
        self.requirements.setFixedHeight(84)
        self.answer_by = DayField("反馈期限", "自动")
        self.number = QLineEdit()
        self.number.setPlaceholderText("序号，如 36；未编号留空")
        self.signer = QLineEdit()
        self.addressee = QLineEdit()
        self.date = DayField("成文日期", "未定")
        self.title = QLineEdit()
        self.title.setPlaceholderText("自动拟定，可另写")
        self.preprinted = QCheckBox("使用预印红头纸（不打印红色部分）")
        self.attached = QCheckBox("附任务进展情况表")
        self.attached.setChecked(True)
        self.contact = QCheckBox("印联系人")
        self.contact.setChecked(True)
        self.office = QCheckBox("由办公室印发")
        self.ranking = QCheckBox("科室排名")
        self._rows: list[tuple[QLabel | None, QWidget, Fits]] = []
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.changed)
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget, Fits], ...] = (
            ("填报期", self.period, _always),
            ("任务", self.task, _about_a_task),
            ("科室", self.section, _by_section),
            ("版式", self.form, _in_forms),
            ("标题", self.title, _in_forms),
            ("编号", self.number, _numbered),
            ("签发人", self.signer, _signed),
            ("主送", self.addressee, _in_forms),
            ("成文日期", self.date, _always),
            ("反馈期限", self.answer_by, _about_a_task),
            ("工作要求", self.requirements, _with_requirements),
        )
        for place, (word, field, shown) in enumerate(rows):
            label = muted(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
            self._rows.append((label, field, shown))
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(grid)
        boxes: tuple[tuple[QCheckBox, Fits], ...] = (
            (self.preprinted, _in_forms),
            (self.attached, _is_report),
            (self.contact, _is_report),
            (self.office, _is_bulletin),
            (self.ranking, _is_bulletin),
        )
        for box, fits in boxes:
            column.addWidget(box)
            self._rows.append((None, box, fits))
        column.addStretch(1)

    def _connect(self) -> None:
        for line in (self.number, self.signer, self.addressee, self.title):
            line.textEdited.connect(self._wait.start)
        self.requirements.textChanged.connect(self._wait.start)
        for pick in (self.form, self.section, self.task, self.date, self.answer_by):
            pick.picked.connect(self._wait.start)
        for box in (self.preprinted, self.attached, self.contact, self.office, self.ranking):
            box.clicked.connect(self._wait.start)
        self.period.picked.connect(self.period_chosen)

    def show_kind(self, kind: PaperKind) -> None:
        """Show what this paper knows."""
        self._kind = kind
        self._propose_addressee()
        for label, field, fits in self._rows:
            field.setVisible(fits(kind))
            if label is not None:
                label.setVisible(fits(kind))
                if field is self.number:
                    label.setText("发文字号" if kind.has_forms else "编号")

    def show_office(self, bureau: Bureau, plan: PlanRow, period: Period) -> None:
        """Say what stands there when nothing is written."""
        self.signer.setPlaceholderText(bureau.signers[0] if bureau.signers else "未填")
        self.signer.setCompleter(QCompleter(list(bureau.signers), self.signer))
        self._above = plan.issuers[0] if plan.issuers else "未填"
        self._propose_addressee()
        self.period.offer([(each.title, each) for each in periods_of_year(period.year)])
        self.period.show_value(period)

    def _propose_addressee(self) -> None:
        down = self._kind is not None and _is_bulletin(self._kind)
        self.addressee.setPlaceholderText("各科室、直属单位" if down else self._above)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        self.section.offer([("全部科室", None), *((each.name, each.id) for each in sections)])

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Offer the tasks that a 提醒单 may be about: late ones first, then near ones."""
        open_ones = [task for task in tasks if task.light is not None and not task.status.done]
        order = {Light.RED: 0, Light.YELLOW: 1}
        open_ones.sort(key=lambda task: order.get(task.light or Light.GREY, 2))
        self.task.offer(
            [
                (f"{task.label}. {text.proper(task.short_title)}（{task.light.word}）", task.id)
                for task in open_ones
                if task.light is not None
            ]
        )

    def wanted(self, today: dt.date) -> Wanted:
        """What was chosen. 成文日期 is printed only when it was set; else the day stays open."""
        assert self._kind is not None
        forms = self._kind.has_forms
        signer = self.signer.text().strip()
        options = PaperOptions(
            date=self.date.day() or today,
            issued_on=self.date.day(),
            form=self.form.currentData() if forms else None,
            document_number=self.number.text().strip(),
            signers=tuple(signer.replace("、", " ").split()) if signer else None,
            addressee=self.addressee.text().strip() or None,
            title=self.title.text().strip(),
            preprinted=self.preprinted.isChecked(),
            with_table=self.attached.isChecked(),
            show_contact=self.contact.isChecked(),
            task=self.task.currentData() if self._kind.needs_task else None,
            requirements=self.requirements.toPlainText().strip()
            if _with_requirements(self._kind)
            else "",
            answer_by=self.answer_by.day() if self._kind.needs_task else None,
            issuer_office=self.office.isChecked(),
            ranking=self.ranking.isChecked(),
        )
        section = self.section.currentData() if self._kind.has_section else None
        return Wanted(self._kind, self.period.currentData(), section, options)
