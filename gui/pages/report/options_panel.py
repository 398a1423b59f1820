"""What a person chooses for a paper; shows only what the paper knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.fields import DayField, PickField
from gui.widgets.labels import muted
from models.periods import Period, periods_of_year
from models.rows import Bureau, PlanRow, SectionRow
from reports.catalogue import PaperKind
from reports.document import Form
from reports.options import PaperOptions

_WAIT_MS = 500


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
        self.period = PickField("填报期")
        self.form = PickField("版式")
        self.form.offer([("按填报期", None), ("文件格式", Form.LETTERHEAD), ("无版头", Form.PLAIN)])
        self.section = PickField("科室")
        self.number = QLineEdit()
        self.number.setPlaceholderText("序号，如 36；未编号留空")
        self.signer = QLineEdit()
        self.addressee = QLineEdit()
        self.date = DayField("成文日期", "今日")
        self.title = QLineEdit()
        self.title.setPlaceholderText("自动拟定，可另写")
        self.preprinted = QCheckBox("使用预印红头纸（不打印红色部分）")
        self.attached = QCheckBox("附任务进展情况表")
        self.attached.setChecked(True)
        self.contact = QCheckBox("印联系人")
        self.contact.setChecked(True)
        self._rows: list[tuple[QLabel | None, QWidget, str]] = []
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
        rows: tuple[tuple[str, QWidget, str], ...] = (
            ("填报期", self.period, "all"),
            ("科室", self.section, "section"),
            ("版式", self.form, "form"),
            ("标题", self.title, "form"),
            ("发文字号", self.number, "form"),
            ("签发人", self.signer, "form"),
            ("主送", self.addressee, "form"),
            ("成文日期", self.date, "all"),
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
        for box in (self.preprinted, self.attached, self.contact):
            column.addWidget(box)
            self._rows.append((None, box, "form"))
        column.addStretch(1)

    def _connect(self) -> None:
        for line in (self.number, self.signer, self.addressee, self.title):
            line.textEdited.connect(self._wait.start)
        for pick in (self.form, self.section):
            pick.picked.connect(self._wait.start)
        for box in (self.preprinted, self.attached, self.contact):
            box.clicked.connect(self._wait.start)
        self.date.picked.connect(self._wait.start)
        self.period.picked.connect(self.period_chosen)

    def show_kind(self, kind: PaperKind) -> None:
        """Show what this paper knows."""
        self._kind = kind
        for label, field, shown in self._rows:
            seen = shown == "all" or (kind.has_section if shown == "section" else kind.has_forms)
            field.setVisible(seen)
            if label is not None:
                label.setVisible(seen)

    def show_office(self, bureau: Bureau, plan: PlanRow, period: Period) -> None:
        """Say what stands there when nothing is written."""
        self.signer.setPlaceholderText(bureau.signers[0] if bureau.signers else "未填")
        self.signer.setCompleter(QCompleter(list(bureau.signers), self.signer))
        self.addressee.setPlaceholderText("、".join(plan.issuers) or "未填")
        self.period.offer([(each.title, each) for each in periods_of_year(period.year)])
        self.period.show_value(period)

    def show_sections(self, sections: Sequence[SectionRow]) -> None:
        """Offer the office's sections."""
        self.section.offer([("全部科室", None), *((each.name, each.id) for each in sections)])

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
        )
        section = self.section.currentData() if self._kind.has_section else None
        return Wanted(self._kind, self.period.currentData(), section, options)
