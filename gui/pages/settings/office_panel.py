"""本单位: what letterhead and papers need, and who sits at the keyboard."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.context import Context
from gui.operations import office
from gui.operations.operation import Operation
from gui.saving import saver
from gui.widgets.autosave import SavingLine
from gui.widgets.labels import muted, plain
from models.rows import Bureau

# Field of `Bureau`, its word, what to write there.
FIELDS = (
    ("name", "单位全称", "如：××市市场监督管理局，用于版头和落款"),
    ("short_name", "单位简称", "如：××市市场监管局"),
    ("area", "所在地", "如：××市，文中称呼用"),
    ("issuer_code", "发文机关代字", "如：×市监"),
    ("printing_office", "印发机关", "如：××市市场监督管理局办公室"),
    ("signers", "签发人", "多人用顿号隔开，第一位为默认"),
    ("contact_name", "联系人", ""),
    ("contact_phone", "联系电话", ""),
    ("place", "本市写作", "本市、本州、本县、本地"),
    ("own", "我市写作", "我市、我州、我县"),
)
_WIDTH = 480


class OfficePanel(QWidget):
    """Every field saves itself when it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.fields: dict[str, SavingLine] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (name, word, hint) in enumerate(FIELDS):
            field = SavingLine(word, saver(context, self._keep))
            field.setFixedWidth(_WIDTH)
            field.setPlaceholderText(hint)
            self.fields[name] = field
            grid.addWidget(muted(word), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(2, 1)
        self.operator = QLineEdit()
        self.operator.setReadOnly(True)
        self.operator.setAccessibleName("当前操作人")
        self._change = QPushButton("更换…")
        self._change.clicked.connect(context.desk.operator_wanted)
        grid.addWidget(muted("当前操作人"), len(FIELDS), 0)
        grid.addWidget(self.operator, len(FIELDS), 1)
        grid.addWidget(self._change, len(FIELDS), 2, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        heading = plain("本单位")
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addLayout(grid)
        column.addWidget(muted("填写后离开该栏即自动保存。当前操作人按每台电脑分别记住。"))
        column.addStretch(1)
        context.session.bureau_changed.connect(self.show_bureau)
        context.desk.operator_changed.connect(self.operator.setText)
        self.operator.setText(context.desk.operator)
        self.show_bureau(context.session.bureau)

    def show_bureau(self, bureau: Bureau) -> None:
        """Show the office as the ledger has it."""
        for name, field in self.fields.items():
            value = getattr(bureau, name)
            words = "、".join(value) if isinstance(value, tuple) else value
            field.show_value(name, words)
            field.setReadOnly(not self._context.desk.writable)

    def first_empty(self) -> SavingLine | None:
        """The first field with nothing in it: who is led here comes to fill it."""
        return next((field for field in self.fields.values() if not field.text()), None)

    def _keep(self, key: Hashable, words: str) -> Operation:
        assert isinstance(key, str)
        value: object = words
        if key == "signers":
            marks = words.replace("，", "、").replace(",", "、").split("、")
            value = tuple(each.strip() for each in marks if each.strip())
        # What the session holds may be older than what was just saved in another field.
        return office.change_bureau({key: value})
