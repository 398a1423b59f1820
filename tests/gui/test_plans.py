"""Several plans in one ledger: chosen in the header, by keyboard; the 填报期 follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.frame.header import plan_words
from gui.main_window import MainWindow
from gui.pages.overview.page import OverviewPage
from gui.theme import Theme
from models import commands
from models.actor import Actor
from models.ledger import Ledger
from models.starting import create_with_plan
from tests.gui.conftest import DAY, Office, show_window
from tests.gui.sample import PLAN
from tests.models.factory import small_plan

LONG = "贯彻落实知识产权强国建设纲要和“十四五”规划深入推进质量强省建设的实施意见重点任务分工方案"
NOW = dt.datetime.combine(DAY, dt.time(9))


@pytest.fixture
def five(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    path = tmp_path / "五年.luoshi"
    create_with_plan(path, who="张三", today=DAY, now=NOW).close()
    with Ledger.open(path, who="张三", now=NOW) as ledger:
        for year in range(2017, 2021):
            draft = replace(
                small_plan(f"示监发〔{year}〕1号"),
                title=f"{year}年{LONG}",
                issued_on=dt.date(year, 2, 1),
            )
            ledger.do(Actor("张三", DAY, NOW), commands.add_plan, draft)
        yield show_window(qtbot, Office(ledger, tmp_path / "own", theme, "李思远"))


def test_another_plan_is_chosen_by_keyboard_and_everything_follows(
    five: MainWindow, qtbot: QtBot
) -> None:
    five.show_page("overview")
    chooser, session = five.header._plan, five.context.session
    assert len(session.plans) == 5
    chooser.setFocus()
    for _ in range(3):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    chosen = next(plan for plan in session.plans if plan.id == session.plan_id)
    assert chosen.year == session.period.year == 2018
    assert five.header._period.currentText().endswith("2018年下半年")
    page = cast("OverviewPage", five.stack.page("overview"))
    assert page.shown is not None
    assert page.shown.plan.id == chosen.id
    assert all(task.plan_id == chosen.id for task in page.shown.tasks)
    five.show_page("tasks")
    assert five.tasks.current is not None
    assert five.tasks.current.plan_id == chosen.id


def test_one_arrow_too_many_reads_no_other_plan_in(five: MainWindow, qtbot: QtBot) -> None:
    asked: list[bool] = []
    five.header.intake_wanted.connect(lambda: asked.append(True))
    chooser, session = five.header._plan, five.context.session
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_End)
    for _ in range(3):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert session.plan_id == session.plans[-1].id
    assert asked == []


def test_long_titles_stay_inside_the_header_and_are_told_whole(five: MainWindow) -> None:
    five.resize(1200, 640)
    five.header._plan.setFocus()
    five.context.session.show_plan(five.context.session.plans[-1])
    assert five.header.width() <= 1200
    assert five.header._plan.geometry().right() < five.header._period.geometry().left()
    assert five.header._plan.toolTip().endswith("重点任务分工方案")


def test_plans_of_the_same_title_say_their_number() -> None:
    twin = replace(PLAN, id=2, document_number="川市监发〔2021〕21号")
    assert plan_words([PLAN, twin]) == [
        "2021年工作要点（2021年）",
        "2021年工作要点（川市监发〔2021〕21号）",
    ]
    assert plan_words([PLAN]) == ["2021年工作要点"]
