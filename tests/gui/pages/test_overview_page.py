"""总览 over the demo ledger: what it shows, where it leads, and that nothing is cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.evidence_export import EvidenceExport
from gui.main_window import MainWindow
from gui.operations.operation import Operation
from gui.pages.overview.page import EMPTY, NOT_ADOPTED, OverviewPage
from gui.pages.overview.picture import KINDS, chosen_path
from gui.pages.overview.squares_view import CELLS, GAP, height_at
from gui.tablemodels.bars import LATE
from gui.tablemodels.overview_lists import due_words
from gui.tablemodels.squares import ROW_ROLE
from gui.theme import Theme
from models import commands
from models.ledger import Ledger
from models.lights import LightLook, Lights
from models.periods import Period
from models.rules import Light, Standing
from tests.gui.conftest import DAY, Office, show_window


@pytest.fixture
def page(window: MainWindow) -> OverviewPage:
    window.show_page("overview")
    return cast("OverviewPage", window.stack.page("overview"))


@pytest.fixture
def asked(office: Office) -> list[str]:
    found: list[str] = []
    office.bus.page_wanted.connect(found.append)
    return found


def numbers(page: OverviewPage) -> dict[str, int]:
    return {card.card.word: card.card.number for card in page.counts.cards if card.card}


def test_the_window_begins_with_the_tasks_and_the_overview_stands_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.stack.current is window.tasks
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.stack.current, OverviewPage)


def test_the_numbers_are_those_of_the_ledger(page: OverviewPage) -> None:
    assert numbers(page) == {
        "承接": 34,
        "已完成": 6,
        "达到序时进度": 25,
        "滞后": 3,
        "未填报": 0,
        "待定": 0,
    }
    assert page.shown is not None
    assert page.bars.bars.rowCount() == len(page.shown.bars) == 6
    assert page.squares.squares.rowCount() == len(page.shown.tasks)


def test_a_number_is_followed_by_mouse_and_by_keyboard(
    page: OverviewPage, asked: list[str], qtbot: QtBot
) -> None:
    late = page.counts.cards[3]
    assert late.number.accessibleName() == "滞后 3 项，查看这些任务"
    qtbot.mouseClick(late, Qt.MouseButton.LeftButton, pos=QPoint(late.width() - 4, 4))
    late.number.setFocus()
    qtbot.keyClick(late.number, Qt.Key.Key_Space)
    assert asked == ["tasks?standing=late&part=issued"] * 2


def test_a_square_is_followed_by_enter_and_leads_to_its_task(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    page.squares.setFocus()
    page.squares.setCurrentIndex(page.squares.squares.index(11))
    qtbot.keyClick(page.squares, Qt.Key.Key_Return)
    assert window.stack.current is window.tasks
    assert window.tasks.current is not None
    assert window.tasks.current.label == "12"


def test_the_share_of_a_part_leads_to_its_tasks(
    page: OverviewPage, asked: list[str], qtbot: QtBot
) -> None:
    index = page.bars.bars.index(1, LATE)
    place = page.bars.visualRect(index).center()
    qtbot.mouseClick(page.bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [f"tasks?part={page.shown.bars[1].part_id}&standing=late"]  # type: ignore[union-attr]


def test_a_light_of_the_legend_leads_to_its_tasks(
    page: OverviewPage, asked: list[str], qtbot: QtBot
) -> None:
    assert page.legend.lights[Light.GREEN].text() == "绿灯 23"
    for link in page.legend.lights.values():
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert sorted(asked) == [
        f"tasks?light={each}" for each in ("blue", "green", "grey", "red", "yellow")
    ]


def test_a_change_anywhere_is_seen_at_once(page: OverviewPage, office: Office) -> None:
    task = next(each for each in page.shown.tasks if each.standing is Standing.ON_PACE)  # type: ignore[union-attr]
    office.desk.run(Operation(commands.complete, (task.id,)))
    assert numbers(page)["已完成"] == 7
    assert page.latest.lines.index(0).data().startswith("办结")


def test_one_change_is_one_question(
    page: OverviewPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(page, "_show", lambda _: asked.append(True))
    office.desk.run(_note(office))
    assert len(asked) == 1
    office.context.session.show_period(Period.parse("2021-05"))
    assert len(asked) == 2


def test_the_menu_of_a_square_knows_its_task(
    page: OverviewPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[object] = []
    monkeypatch.setattr(EvidenceExport, "ask", lambda _, ids, __: wanted.append(ids))
    place = page.squares.visualRect(page.squares.squares.index(11)).center()
    at = page.squares.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), at)
    menu = page.menu(page._task_at(event))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["打开任务", "导出佐证材料…", "保存图片…"]
    menu.actions()[1].trigger()
    assert wanted == [[office.task("12").id]]
    assert [action.text() for action in page.menu(None).actions()] == ["保存图片…"]


def test_while_it_is_not_looked_at_it_asks_nothing(
    window: MainWindow, page: OverviewPage, office: Office
) -> None:
    shown = page.shown
    window.show_page("tasks")
    office.desk.run(_note(office))
    assert page.shown is shown
    window.show_page("overview")
    assert page.shown is not shown


def _note(office: Office) -> Operation:
    return Operation(commands.add_note, ("电话催办",), {"task_id": office.task("4").id})


@pytest.mark.parametrize(("name", "head"), [("图.png", b"\x89PNG"), ("图.svg", b"<svg")])
def test_the_picture_is_saved_as_png_or_svg(
    page: OverviewPage,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    head: bytes,
) -> None:
    target = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save.click()
    assert target.read_bytes().startswith(head)
    assert b"\xe6\x89\xbf\xe6\x8e\xa534" in target.read_bytes() or name.endswith("png")


def test_a_picture_that_cannot_be_written_is_said(
    page: OverviewPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").write_text("")
    target = tmp_path / "文件" / "图.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_picture()
    assert "不是文件夹" in office.told.refused[-1]


def test_a_picture_gets_the_ending_of_its_kind() -> None:
    assert chosen_path("/甲/图", KINDS[1]).name == "图.svg"
    assert chosen_path("/甲/图2021.6", KINDS[0]).name == "图2021.6.png"
    assert chosen_path("/甲/图.SVG", KINDS[0]).name == "图.SVG"


@pytest.fixture
def fresh(plain_ledger: Path, tmp_path: Path, theme: Theme) -> Iterator[Office]:
    path = tmp_path / "新.luoshi"
    path.write_bytes(plain_ledger.read_bytes())
    with Ledger.open(path, who="张三", now=dt.datetime.combine(DAY, dt.time(9))) as opened:
        yield Office(opened, tmp_path / "own", theme, "李思远")


def test_a_new_ledger_says_what_to_do_next(fresh: Office, qtbot: QtBot) -> None:
    window = show_window(qtbot, fresh)
    window.show_page("overview")
    page = cast("OverviewPage", window.stack.page("overview"))
    assert page.bars_panel.hint.text() == NOT_ADOPTED
    assert numbers(page)["待定"] == 39
    asked: list[str] = []
    fresh.bus.page_wanted.connect(asked.append)
    page.bars_panel.way.click()
    assert asked == ["tasks?role=undecided"]


def test_a_ledger_without_a_plan_says_what_to_do_next(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    path = tmp_path / "空.luoshi"
    now = dt.datetime.combine(DAY, dt.time(9))
    with Ledger.create(path, who="张三", now=now) as opened:
        office = Office(opened, tmp_path / "own", theme, "李思远")
        page = OverviewPage(office.context)
        qtbot.addWidget(page)
        page.show()
        assert page.empty.isVisible()
        assert page.empty.text() == EMPTY
        asked: list[str] = []
        office.bus.page_wanted.connect(asked.append)
        page.read.click()
        assert asked == ["intake"]
        assert page.first_field() is page.read


def cut(root: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = [each for each in root.findChildren(QWidget) if each.isVisible()]
    labels = [each for each in found if type(each) is QLabel and not each.wordWrap()]
    buttons = [each for each in found if isinstance(each, QPushButton)]
    return [
        each.text()
        for each in (*labels, *buttons)
        if each.sizeHint().width() > each.width() + 1 or not each.visibleRegion().boundingRect()
    ]


@pytest.mark.parametrize("size", [(1200, 640), (1366, 740), (1920, 1040)])
def test_nothing_is_cut(
    window: MainWindow, page: OverviewPage, size: tuple[int, int], qtbot: QtBot
) -> None:
    window.resize(*size)
    qtbot.wait(10)
    assert cut(page) == []
    rows = page.squares.squares.rowCount()
    last = page.squares.visualRect(page.squares.squares.index(rows - 1))
    assert page.squares.viewport().rect().contains(last)


def test_squares_are_as_large_as_the_room_allows() -> None:
    assert height_at(CELLS[-1], 39, 600) == 3 * (CELLS[-1][1] + GAP)
    assert height_at(CELLS[-1], 0, 0) == CELLS[-1][1] + GAP


def test_the_number_of_deadlines_leads_to_the_tasks_that_are_due(
    page: OverviewPage, asked: list[str]
) -> None:
    assert page.shown is not None
    assert page.due_count.text() == due_words(page.shown.due)
    page.due_count.click()
    assert asked == ["tasks?due=30"]


def test_squares_take_on_another_colour_of_their_light(page: OverviewPage, office: Office) -> None:
    purple = QColor("#8a2be2")
    light = page.squares.squares.index(0, 0).data(ROW_ROLE).light

    def painted() -> set[str]:
        picture = page.squares.grab().toImage()
        high = min(60, picture.height())
        places = ((x, y) for x in range(picture.width()) for y in range(high))
        return {picture.pixelColor(x, y).name() for x, y in places}

    assert purple.name() not in painted()
    theme = office.context.theme
    theme.show_lights(Lights((LightLook(light, "", purple.name()),)))
    try:
        assert purple.name() in painted()
    finally:
        theme.show_lights(Lights())
