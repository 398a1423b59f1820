"""The fields of a paper's choices, and between them and `PaperOptions`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from gui.pages.report import option_rules as rules
from gui.widgets.fields import DayField, PickField
from gui.widgets.plain_line import PlainLine
from models.periods import Period
from reports.catalogue import PaperKind
from reports.forms import Form, Manner
from reports.options import Grouping, PaperOptions
from reports.pieces import Choice

_SPLIT = re.compile(r"[、，,；;\s]+")
_TEXT_HEIGHT = 84
Row = tuple[str, QWidget, rules.Fits]


def _line(hint: str = "") -> QLineEdit:
    field = PlainLine()
    field.setPlaceholderText(hint)
    return field


def _pick(name: str, words: Sequence[tuple[str, object]]) -> PickField:
    field = PickField(name)
    field.offer(words)
    return field


class OptionFields:
    """Every field, whatever the paper; `OptionsPanel` shows those that a paper knows."""

    def __init__(self) -> None:
        self.period = PickField("填报期")
        self.form = _pick(
            "版式", [("按填报期", None), ("文件格式", Form.LETTERHEAD), ("无版头", Form.PLAIN)]
        )
        self.section = PickField("科室")
        self.task = PickField("任务")
        self.title = _line("自动拟定，可另写；| 表示换行")
        self.title.setToolTip("标题换行不合意时，在要换行的地方写一个 |，纸面上不印出来")
        self.number = _line("序号，如 36；未编号留空")
        self.signer = _line()
        self.addressee = _line()
        self.date = DayField("成文日期", "未定")
        self.answer_by = DayField("反馈期限", "自动")
        self.requirements = QPlainTextEdit()
        self.requirements.setTabChangesFocus(True)
        self.requirements.setPlaceholderText("可不填，用常用的话")
        self.requirements.setFixedHeight(_TEXT_HEIGHT)
        self.preprinted = QCheckBox("使用预印红头纸（不打印红色部分）")
        self.attached = QCheckBox("附任务进展情况表")
        self.figure = QCheckBox("附总览图")
        self.figure.setToolTip("在总体情况之后印一张图：各部分的进展，每项任务的亮灯")
        self.office = QCheckBox("由办公室印发")
        self.ranking = QCheckBox("科室排名")
        self.formed = QCheckBox("只列本填报期形成的材料")
        self._make_more()
        self._base = PaperOptions(dt.date.min)

    def _make_more(self) -> None:
        """What is seldom changed."""
        self.copies = _line()
        self.no_copies = QCheckBox("不抄送")
        self.manner = _pick(
            "落款方式",
            [
                ("加盖印章", Manner.SEALED),
                ("不加盖印章", Manner.UNSEALED),
                ("加盖签名章", Manner.STAMP),
            ],
        )
        self.grouping = _pick(
            "正文分段", [("一项任务一段", Grouping.TASK), ("一个事项一段", Grouping.ITEM)]
        )
        self.filled_by = _line("留空，由填报人签")
        self.reviewed_by = _line("留空，由审核人签")
        self.late = QCheckBox("写明滞后项数和原因")
        self.contact = QCheckBox("印联系人和电话")
        self.closing = QCheckBox("写结束语（特此报告。）")
        self.even = QCheckBox("双面打印时版记排在偶数页")

    @property
    def main_rows(self) -> tuple[Row, ...]:
        """Word, field, and which papers know it: those that are always shown."""
        return (
            ("填报期", self.period, rules.always),
            ("任务", self.task, rules.about_a_task),
            ("科室", self.section, rules.by_section),
            ("版式", self.form, rules.in_forms),
            ("标题", self.title, rules.titled),
            ("编号", self.number, rules.numbered),
            ("签发人", self.signer, rules.signed),
            ("主送", self.addressee, rules.in_forms),
            ("成文日期", self.date, rules.always),
            ("反馈期限", self.answer_by, rules.about_a_task),
            ("工作要求", self.requirements, rules.demanding),
        )

    @property
    def main_boxes(self) -> tuple[tuple[QCheckBox, rules.Fits], ...]:
        """Boxes that are always shown."""
        return (
            (self.preprinted, rules.in_forms),
            (self.attached, rules.is_report),
            (self.figure, rules.is_report),
            (self.office, rules.is_bulletin),
            (self.ranking, rules.is_bulletin),
            (self.formed, rules.is_evidence),
        )

    @property
    def more_rows(self) -> tuple[Row, ...]:
        """Those under 更多."""
        return (
            ("抄送", self.copies, rules.in_forms),
            ("落款方式", self.manner, rules.in_forms),
            ("正文分段", self.grouping, rules.is_report),
            ("填报人", self.filled_by, rules.is_table),
            ("审核人", self.reviewed_by, rules.is_table),
        )

    @property
    def more_boxes(self) -> tuple[tuple[QCheckBox, rules.Fits], ...]:
        """Boxes under 更多."""
        return (
            (self.no_copies, rules.in_forms),
            (self.late, rules.is_report),
            (self.contact, rules.in_forms),
            (self.closing, rules.in_forms),
            (self.even, rules.in_forms),
        )

    def lines(self) -> Iterator[QLineEdit]:
        """Fields that are typed into."""
        yield from (self.number, self.signer, self.addressee, self.title)
        yield from (self.copies, self.filled_by, self.reviewed_by)

    def picks(self) -> Iterator[PickField | DayField]:
        """Fields in which something is picked and that belong to the options themselves."""
        yield from (self.form, self.date, self.answer_by, self.manner, self.grouping)

    def boxes(self) -> Iterator[QCheckBox]:
        """Every box."""
        for box, _ in (*self.main_boxes, *self.more_boxes):
            yield box

    def show(self, options: PaperOptions) -> None:
        """Put choices into the fields without telling anybody; typed text that is the same stays."""
        self._base = options
        texts = (
            (self.number, options.document_number),
            (self.signer, "、".join(options.signers or ())),
            (self.addressee, options.addressee or ""),
            (self.title, options.title),
            (self.copies, "，".join(options.copies_to or ())),
            (self.filled_by, options.filled_by),
            (self.reviewed_by, options.reviewed_by),
        )
        for line, text in texts:
            if line.text().strip() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if self.requirements.toPlainText().strip() != options.requirements:
            self.requirements.setPlainText(options.requirements)
        self.form.show_value(options.form)
        self.manner.show_value(options.manner)
        self.grouping.show_value(options.group_by)
        self.date.show_day(options.issued_on)
        self.answer_by.show_day(options.answer_by)
        self._tick(options)

    def _tick(self, options: PaperOptions) -> None:
        for box, ticked in (
            (self.preprinted, options.preprinted),
            (self.attached, options.with_table),
            (self.figure, options.figure),
            (self.office, options.issuer_office),
            (self.ranking, options.ranking),
            (self.formed, bool(options.evidence and options.evidence.periods)),
            (self.no_copies, options.copies_to == ()),
            (self.late, options.show_late),
            (self.contact, options.show_contact),
            (self.closing, options.closing),
            (self.even, options.even_page),
        ):
            box.setChecked(ticked)

    def options(self, kind: PaperKind, today: dt.date) -> PaperOptions:
        """What was chosen; what this panel has no field for stays as it was shown.

        成文日期 is printed only when it was set; else the day stays open.
        """
        forms = kind.has_forms
        return replace(
            self._base,
            date=self.date.day() or today,
            issued_on=self.date.day(),
            form=self.form.currentData() if forms else None,
            document_number=self.number.text().strip(),
            signers=tuple(_names(self.signer.text())) or None,
            addressee=self.addressee.text().strip() or None,
            copies_to=self._copies() if forms else None,
            title=self.title.text().strip() if rules.titled(kind) else "",
            manner=self.manner.currentData(),
            preprinted=self.preprinted.isChecked(),
            even_page=self.even.isChecked(),
            with_table=self.attached.isChecked(),
            figure=self.figure.isChecked(),
            show_late=self.late.isChecked(),
            show_contact=self.contact.isChecked(),
            closing=self.closing.isChecked(),
            group_by=self.grouping.currentData(),
            filled_by=self.filled_by.text().strip(),
            reviewed_by=self.reviewed_by.text().strip(),
            task=self.task.currentData() if kind.needs_task else None,
            requirements=self._requirements(kind),
            answer_by=self.answer_by.day() if kind.needs_task else None,
            issuer_office=self.office.isChecked(),
            ranking=self.ranking.isChecked(),
            evidence=self._evidence(kind),
        )

    def _copies(self) -> tuple[str, ...] | None:
        if self.no_copies.isChecked():
            return ()
        return tuple(_names(self.copies.text())) or None

    def _requirements(self, kind: PaperKind) -> str:
        return self.requirements.toPlainText().strip() if rules.demanding(kind) else ""

    def _evidence(self, kind: PaperKind) -> Choice | None:
        if not rules.is_evidence(kind):
            return None
        section, period = self.section.currentData(), self.period.currentData()
        periods = (period,) if self.formed.isChecked() and isinstance(period, Period) else ()
        return Choice(sections=(section,) if section else (), periods=periods)


def _names(text: str) -> list[str]:
    """Names as people write them in a row."""
    return [name for name in _SPLIT.split(text) if name]
