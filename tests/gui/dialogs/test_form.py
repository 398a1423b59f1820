"""Small dialogs begin in their first field, and Enter never means 取消."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.dialogs.tasks import ReasonDialog


def opened(qtbot: QtBot) -> tuple[ReasonDialog, QLineEdit]:
    dialog = ReasonDialog("不涉及", "请写明理由")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog, dialog.findChildren(QLineEdit)[0]


def test_enter_without_a_reason_leaves_the_dialog_open(qtbot: QtBot) -> None:
    dialog, field = opened(qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.result() == ReasonDialog.DialogCode.Rejected


def test_enter_behind_a_reason_says_yes(qtbot: QtBot) -> None:
    dialog, field = opened(qtbot)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "sheng ji")  # Qt types no Chinese
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
