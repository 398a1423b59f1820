"""Fields that save themselves: nothing typed is lost, nothing is saved by being shown."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.autosave import Heard, SavingLine, SavingText


class Keeper:
    """Remembers what was saved; `answers` come when the test wants them."""

    def __init__(self) -> None:
        self.saved: list[tuple[Hashable, str]] = []
        self.answers: list[Heard] = []

    def __call__(self, key: Hashable, text: str, heard: Heard) -> None:
        self.saved.append((key, text))
        self.answers.append(heard)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture(params=[SavingLine, SavingText])
def field(
    request: pytest.FixtureRequest, keeper: Keeper, qtbot: QtBot
) -> Iterator[SavingLine | SavingText]:
    page = QWidget()
    made = request.param("简称", keeper)
    other = SavingLine("另一栏", keeper)
    layout = QVBoxLayout(page)
    layout.addWidget(made)
    layout.addWidget(other)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    made.setFocus()
    made.show_value(1, "原文")
    # Not returned: the page must live as long as the test.
    yield made
    page.close()


def typed(field: SavingLine | SavingText) -> str:
    return field.text() if isinstance(field, SavingLine) else field.toPlainText()


def write(qtbot: QtBot, field: SavingLine | SavingText, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_showing_saves_nothing(field: SavingLine | SavingText, keeper: Keeper) -> None:
    field.show_value(1, "新文")
    field.show_value(2, "别的")
    field.leave()
    assert keeper.saved == []


def test_leaving_saves_once(qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper) -> None:
    write(qtbot, field, "abc")
    field.leave()
    field.leave()
    assert keeper.saved == [(1, "abc")]


def test_losing_the_focus_saves(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    field.parentWidget().findChildren(SavingLine)[-1].setFocus()
    assert keeper.saved == [(1, "abc")]


def test_a_refresh_does_not_overwrite_what_is_being_typed(
    qtbot: QtBot, field: SavingLine | SavingText
) -> None:
    write(qtbot, field, "abc")
    field.show_value(1, "别处改的")
    assert typed(field) == "abc"


def test_another_row_saves_what_was_typed_for_the_first(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    field.show_value(2, "第二项")
    assert keeper.saved == [(1, "abc")]
    assert typed(field) == "第二项"


def test_what_was_refused_stays_in_the_field_and_can_be_saved_again(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    field.leave()
    assert keeper.answers[0](False) is True
    field.show_value(1, "原文")
    assert typed(field) == "abc"
    field.leave()
    assert keeper.saved == [(1, "abc"), (1, "abc")]


def test_a_refusal_after_the_field_went_on_is_said_to_be_lost(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    field.show_value(2, "第二项")
    assert keeper.answers[0](False) is False


def test_what_is_typed_while_saving_is_kept(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    field.leave()
    qtbot.keyClicks(field, "d")
    keeper.answers[0](True)
    field.show_value(1, "abc")
    assert typed(field) == "abcd"
    field.leave()
    assert keeper.saved[-1] == (1, "abcd")


def test_escape_puts_the_ledgers_text_back(
    qtbot: QtBot, field: SavingLine | SavingText, keeper: Keeper
) -> None:
    write(qtbot, field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert typed(field) == "原文"
    field.leave()
    assert keeper.saved == []


def test_an_input_method_survives_a_refresh(field: SavingLine | SavingText) -> None:
    field.selectAll()
    QApplication.sendEvent(field, QInputMethodEvent("zhishi", []))
    field.show_value(1, "别处改的")
    commit = QInputMethodEvent()
    commit.setCommitString("知识")
    QApplication.sendEvent(field, commit)
    assert typed(field) == "知识"


def test_undo_is_left_to_the_window_while_nothing_is_typed(
    qtbot: QtBot, field: SavingLine | SavingText
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    def taken() -> bool:
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert not taken()
    write(qtbot, field, "abc")
    assert taken()


def test_words_beside_a_scroll_bar_are_not_hidden_by_it(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    field = SavingText("内容", lambda key, words, heard: None, (2, 3), ground)
    field.setPlainText("很长的一段话，说了又说。" * 20)
    field.resize(240, 60)
    ground.show()
    QApplication.processEvents()
    assert field.verticalScrollBar().isVisible()
    layout = field.document().firstBlock().layout()
    lines = [layout.lineAt(place).naturalTextWidth() for place in range(layout.lineCount())]
    assert max(lines) <= field.viewport().width()
