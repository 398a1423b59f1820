"""The search: every kind of hit leads to its place, and Esc to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.frame.hit_place import TABS
from gui.main_window import MainWindow
from gui.operations.operation import operation
from gui.pages.tasks.evidence_row import EvidenceLine
from gui.pages.tasks.measure_card import MeasureCard
from gui.pages.tasks.note_card import NoteCard
from gui.pages.tasks.pointing import CARDS
from gui.widgets.reuse import Card
from models import commands
from models.commands import EntryDraft, EvidenceDraft
from models.periods import Period
from tests.gui.conftest import Office, type_in

UNLIKELY = "麒麟瑞兽"


def search(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(window.header.search, words)
    qtbot.waitUntil(window.hits.isVisible)


def choose(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.header.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.hits, Qt.Key.Key_Return)


def card_with_focus() -> Card | None:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Card):
        widget = widget.parentWidget()
    return widget


@pytest.mark.parametrize("kind", ["measure", "note", "evidence"])
def test_a_hit_leads_to_its_own_row(
    window: MainWindow, office: Office, qtbot: QtBot, kind: str
) -> None:
    task = office.task("27").id
    ways = {
        "measure": operation(commands.add_measure, task, f"开展{UNLIKELY}行动"),
        "note": operation(commands.add_note, f"商议{UNLIKELY}事宜", task_id=task),
        "evidence": operation(
            commands.attach, EvidenceDraft(f"{UNLIKELY}通知", task_id=task, place="3号柜"), None
        ),
    }
    office.desk.run(ways[kind])
    search(window, qtbot, UNLIKELY)
    choose(window, qtbot)
    assert window.tasks.current is not None
    assert window.tasks.current.label == "27"
    qtbot.waitUntil(lambda: isinstance(card_with_focus(), CARDS[kind]))
    row = window._hits._hits.index(0).data(Qt.ItemDataRole.UserRole)  # type: ignore[union-attr]
    assert card_with_focus().row_id() == row.row_id  # type: ignore[union-attr]


def test_a_report_is_shown_in_its_own_period(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    entry = EntryDraft(text=f"完成{UNLIKELY}调研")
    period = Period.parse("2021-03")
    office.desk.run(operation(commands.write_progress, office.task("4").id, period, entry))
    search(window, qtbot, UNLIKELY)
    choose(window, qtbot)
    assert office.context.session.period == period
    assert "填报期已换到2021年3月" in office.told.told[-1]


def test_a_note_on_the_plan_is_said_in_a_bar(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    office.desk.run(operation(commands.add_note, f"全年{UNLIKELY}", plan_id=1))
    search(window, qtbot, UNLIKELY)
    choose(window, qtbot)
    assert "写在工作要点上" in office.told.told[-1]


def test_initials_find_and_mark_the_words(window: MainWindow, qtbot: QtBot) -> None:
    search(window, qtbot, "zscq")
    hit = window.hits.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    line, start, length = hit.excerpt(30)
    assert line[start : start + length] == "知识产权"


@pytest.mark.parametrize("page", ["overview", "tasks", "report", "settings"])
def test_esc_goes_back_to_where_one_was(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.show_page(page)
    before = QApplication.focusWidget()
    search(window, qtbot, "知识")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.hits, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.header.search
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert not window.hits.isVisible()
    assert window.header.search.text() == ""


def test_the_list_of_hits_stays_inside_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 640)
    search(window, qtbot, "知识产权")
    assert window.rect().contains(window.hits.geometry())


def test_every_kind_of_card_can_be_pointed_at() -> None:
    assert set(CARDS) | {"progress"} == set(TABS)
    assert set(CARDS.values()) == {MeasureCard, NoteCard, EvidenceLine}
