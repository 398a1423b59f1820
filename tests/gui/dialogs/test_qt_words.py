"""What Qt's own dialogs say: the words that its Chinese lacks are ours."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.files import ask_files
from gui.preferences import Preferences
from resources import path as resource

WORDS = "words/qt_zh_CN"


def test_what_is_loaded_says_what_its_source_says() -> None:
    loaded = QTranslator()
    assert loaded.load(str(resource(WORDS)))
    contexts = ElementTree.parse(resource(f"{WORDS}.ts")).getroot().findall("context")
    said = [
        (each.findtext("name"), message) for each in contexts for message in each.iter("message")
    ]
    assert len(said) > 10
    for context, message in said:
        source = message.findtext("source")
        assert loaded.translate(str(context), str(source)) == message.findtext("translation")


def test_files_are_first_looked_for_at_home_and_then_where_the_last_ones_lay(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home, papers = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("papers")
    asked: list[str] = []

    def choose(parent: QWidget, title: str, near: str) -> tuple[list[str], str]:
        asked.append(near)
        return [str(papers / "a.pdf")], ""

    monkeypatch.setattr("pathlib.Path.home", lambda: home)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    remembered = Preferences(home / "window.json")
    parent = QWidget()
    qtbot.addWidget(parent)
    for _ in range(2):
        assert ask_files(parent, "添加佐证材料", remembered) == [papers / "a.pdf"]
    assert asked == [str(home), str(papers)]
