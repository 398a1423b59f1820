"""The handbook's paragraphs have room between them, its pictures no more than they need."""

from __future__ import annotations

from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from gui.manual.spacing import spread


def test_paragraphs_stand_apart_and_tables_stay(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setMarkdown("# 一\n\n第一段。\n\n第二段。\n")
    before = document.size().height()
    spread(document)
    assert document.size().height() > before + 20
    table = QTextDocument()
    table.setMarkdown("|键|作用|\n|---|---|\n|F1|手册|\n")
    before = table.size().height()
    spread(table)
    assert table.size().height() <= before + 10


def test_the_line_of_a_picture_is_not_spread(qtbot: QtBot) -> None:
    image = QImage(100, 200, QImage.Format.Format_RGB32)
    document = QTextDocument()
    document.addResource(QTextDocument.ResourceType.ImageResource.value, "a.png", image)
    document.setMarkdown("![一](a.png)\n")
    before = document.size().height()
    spread(document)
    assert document.size().height() <= before + 10
