"""Whatever was changed is named in the menu and in the line at the foot, and taken back, in any place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.address import Address
from gui.operations.operation import Operation
from gui.theme import Theme
from models import commands
from tests.gui.conftest import Office, open_at, show_window
from tests.models import factory
from tests.models.verb_examples import EXAMPLES, Scene, furnish

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLACES = ("tasks", "fill/表格", "report", "settings/科室", "overview", "fill/逐项", "settings/亮灯")
_ENDING = ("adopt", "track", "remove", "set_status", "complete", "detach", "void", "edit_section")
# As many as a busy day has.
MANY = 60


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A ledger on which every verb has something to do, closed."""
    office = factory.new_office(tmp_path_factory.mktemp("furnished") / "台账.luoshi")
    office.adopt()
    scene = furnish(office)
    office.ledger.close()
    return scene


@pytest.fixture
def scene(furnished: Scene, tmp_path: Path) -> Iterator[Scene]:
    path = tmp_path / "台账.luoshi"
    shutil.copy(furnished.office.ledger.path, path)
    with open_at(path) as ledger:
        yield replace(furnished, office=factory.Office(ledger, furnished.office.plan))


def orders(scene: Scene) -> Iterator[Operation]:
    """Every verb once, those that take something away last; then notes without end."""
    for name in sorted(EXAMPLES, key=lambda name: name.startswith(_ENDING)):
        args, more = EXAMPLES[name](scene)
        yield Operation(getattr(commands, name), args, more)
    for number in count(1):
        yield Operation(commands.add_note, (f"第{number}件事。",), {"task_id": scene.done})


def test_sixty_changes_are_named_and_taken_back_and_done_again_on_any_page(
    scene: Scene, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    ledger = scene.office.ledger
    ledger._database.execute_sql("PRAGMA synchronous = OFF")
    office = Office(ledger, tmp_path / "own", theme, "李思远")
    window = show_window(qtbot, office)
    stack: list[str] = []
    office.bus.changed.connect(lambda change: stack.append(change.label))
    before = scene.office.dump()
    for wanted in orders(scene):
        office.desk.run(wanted)
        if len(stack) == MANY:
            break
    assert len(stack) == MANY
    after, labels = scene.office.dump(), list(stack)
    office.told.refused.clear()
    places = cycle(PLACES)

    def step(word: str, label: str, number: int) -> None:
        if number % 9 == 0:
            window.stack.show_address(Address.parse(next(places)))
        action = window.menus.undo if word == "撤销" else window.menus.redo
        assert action.text() == f"{word}：{label}"
        assert action.isEnabled()
        assert f"{word}：{label}" in window.status.undo_label.text()
        keys = (Qt.Key.Key_Z, CTRL) if word == "撤销" else (Qt.Key.Key_Z, CTRL | SHIFT)
        QApplication.processEvents()
        qtbot.keyClick(QApplication.focusWidget(), *keys)
        assert stack[-1] == f"{word}：{label}"

    for number, label in enumerate(reversed(labels)):
        step("撤销", label, number)
    assert scene.office.dump() == before
    assert not window.menus.undo.isEnabled()
    for number, label in enumerate(labels):
        step("重做", label, number)
    assert scene.office.dump() == after
    assert office.told.refused == []


def test_a_ledger_says_nothing_of_what_another_session_did(
    scene: Scene, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    office = Office(scene.office.ledger, tmp_path / "own", theme, "李思远")
    window = show_window(qtbot, office)
    assert window.menus.undo.text() == "撤销"
    assert not window.menus.undo.isEnabled()
