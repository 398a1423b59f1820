"""按科室批量拟稿: which 提醒单 and 督办单 are to be made in one go, and how far they are led."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from gui.dialogs.form import FormDialog
from gui.preferences import Preferences
from gui.tablemodels.rows_table import Column
from gui.widgets.check_table import CheckTable
from gui.widgets.fields import DayField, PickField
from gui.widgets.labels import muted
from models.dataclass import dataclass
from reports.slips import DueSlip

_INTRO = (
    "一事一单，按科室次序排列。先勾选要发的，再选文件夹：每个科室一个子文件夹，每张单子一个 PDF，"
    "同时登记在“各份单子”里，可以一步撤销。"
)
_COLUMNS = (
    Column("任务", lambda slip: f"{slip.label}. {slip.title}"),
    Column("承办科室", lambda slip: slip.section or "未定"),
    Column("单子", lambda slip: slip.word),
    Column("缘由", lambda slip: f"{'已有单子在办；' if slip.open else ''}{slip.why}"),
)
_WIDTHS = (280, 150, 70)
_LAST = 9999


@dataclass(frozen=True)
class SlipWish:
    """What a person wants of a batch. signer empty: 拟稿 only; first: the first slip's number."""

    slips: tuple[DueSlip, ...]
    answer_by: dt.date | None = None
    signer: str = ""
    first: int = 1
    send: bool = False


class SlipDialog(FormDialog):
    """Those on which no slip waits yet are ticked; next_number is a hint."""

    def __init__(
        self,
        slips: Sequence[DueSlip],
        signer: str,
        next_number: int,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("按科室批量拟稿", _INTRO, parent)
        self.setMinimumWidth(820)
        self._slips = tuple(slips)
        self.section = PickField("科室")
        sections = dict.fromkeys((slip.section_id, slip.section or "未定") for slip in slips)
        words = [(f"全部（{len(slips)} 项）", -1)]
        self.section.offer([*words, *((word, number) for number, word in sections)])
        self.table = CheckTable("临期和滞后的任务", "", _COLUMNS, _WIDTHS, "选中", preferences)
        self.table.action.hide()
        self.answer_by = DayField("反馈期限", "自动")
        self.signer = QLineEdit()
        self.signer.setPlaceholderText(f"留空只拟稿；已由领导签批的填姓名，如 {signer or '张三'}")
        self.number = QSpinBox()
        self.number.setRange(1, _LAST)
        self.number.setValue(min(next_number, _LAST))
        self.number.setPrefix("第 ")
        self.number.setSuffix(" 号起，依次编")
        self.number.lineEdit().setTextMargins(6, 0, 0, 0)
        self.send = QCheckBox("同时登记发出，留存原件")
        self.said = muted(wrap=True)
        self._lay_out()
        self.ok.setText("选择文件夹…")
        self.section.picked.connect(lambda _: self._show())
        self.table.model.ticked.connect(lambda _: self.check())
        self.table.model.dataChanged.connect(lambda *_: self.check())
        self.signer.textChanged.connect(self.check)
        self.number.valueChanged.connect(self.check)
        self._show()

    def _lay_out(self) -> None:
        self.add_row("科室", self.section)
        self.add_wide(self.table)
        self.add_row("反馈期限", self.answer_by)
        self.add_row("签发人", self.signer)
        self.add_row("编号", self.number)
        self.add_row("", self.send)
        self.add_row("", self.said)

    def _show(self) -> None:
        wanted = self.section.currentData()
        shown = [slip for slip in self._slips if wanted in (-1, slip.section_id)]
        self.table.show_rows(shown, [at for at, slip in enumerate(shown) if not slip.open])
        self.check()

    def wish(self) -> SlipWish:
        """What is wanted."""
        return SlipWish(
            tuple(self.table.model.chosen()),
            self.answer_by.day(),
            self.signer.text().strip(),
            self.number.value(),
            self.send.isChecked() and bool(self.signer.text().strip()),
        )

    def complete(self) -> bool:
        """At least one slip."""
        return bool(self.table.model.chosen())

    def check(self) -> None:
        """Number and sending only for what is signed."""
        super().check()
        signed = bool(self.signer.text().strip())
        self.number.setEnabled(signed)
        self.send.setEnabled(signed)
        self.said.setText(_summary(self.table.model.chosen(), self.number.value() if signed else 0))


def _summary(slips: Sequence[DueSlip], first: int) -> str:
    """5 张：督办单 3 张、提醒单 2 张，发给 4 个科室；督第 3 号至第 7 号。."""
    if not slips:
        return "还没有勾选任务。"
    late = sum(slip.word == "督办单" for slip in slips)
    kinds = [f"督办单 {late} 张"] * bool(late)
    kinds += [f"提醒单 {len(slips) - late} 张"] * (late < len(slips))
    sections = len({slip.section_id for slip in slips})
    last = first + len(slips) - 1
    numbers = f"；编号 {first}" + (f" 至 {last}" if last > first else "") if first else ""
    return f"共 {len(slips)} 张：{'、'.join(kinds)}，发给 {sections} 个科室{numbers}。"
