"""Cards, bars, squares and lines of 总览, without a window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pytestqt.modeltest import ModelTester

from gui.address import Address
from gui.tablemodels.bars import BAR, DONE, LATE, NAME, BarsModel
from gui.tablemodels.count_cards import cards
from gui.tablemodels.link import LINK_ROLE, Link, tasks
from gui.tablemodels.overview_lists import LINE_ROLE, LinesModel, change_line, due_line, moment
from gui.tablemodels.squares import SquaresModel, said
from models.overviewrows import DueRow, Overview, PartBar
from models.periods import Period
from models.rows import HistoryRow, PeriodRow
from models.rules import Adoption, Light, Standing, Status, Totals
from tests.gui.sample import PLAN, task

DAY = dt.date(2021, 6, 25)
H1 = Period.parse("2021-H1")
BARS = (PartBar(3, "一", "做好制度设计", 1, 4, 2), PartBar(None, "", "", 0, 1, 0))
CHANGE = HistoryRow(9, dt.datetime(2021, 6, 25, 10, 28), "周明", "勾选 4.2", "", "", (4,), False)


def found(*rows: object) -> Overview:
    totals = Totals(tasks=5, own=2, assist=1, none=1, undecided=1, done=1, on_pace=1, late=1)
    return Overview(PLAN, DAY, H1, totals, BARS, rows, (), ())  # type: ignore[arg-type]


def test_the_models_obey_qt(qtmodeltester: ModelTester) -> None:
    squares, bars, lines = SquaresModel(), BarsModel(), LinesModel()
    squares.set_tasks((task(1), task(2, light=None, standing=None, role=Adoption.NONE)))
    bars.set_bars(BARS)
    lines.set_rows((CHANGE,), change_line(DAY, {4: "立法调研"}))
    for model in (squares, bars, lines):
        qtmodeltester.check(model)


def test_a_square_says_its_number_its_light_and_its_name() -> None:
    red = task(4, light=Light.RED, standing=Standing.LATE, short_title="立法调研")
    assert said(red) == "第4项 红灯（滞后） 立法调研"
    assert said(task(5, light=None, role=Adoption.UNDECIDED)).startswith("第5项 待定是否承接")
    assert said(task(6, light=None, role=Adoption.NONE)).startswith("第6项 不涉及")
    assert said(task(7, label="增1", local=True)).startswith("增1 绿灯（正常）")


def test_a_square_leads_to_its_task_and_keeps_the_cursor_when_only_lights_change() -> None:
    model, resets = SquaresModel(), []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_tasks((task(1), task(2)))
    model.set_tasks((task(1), task(2, light=Light.BLUE)))
    assert len(resets) == 1
    assert model.index(1).data(LINK_ROLE) == Link(task_id=2)
    assert "蓝灯" in model.index(1).data(0x000B)  # Qt.ItemDataRole.AccessibleTextRole


def test_every_cell_of_a_bar_leads_to_the_tasks_that_it_counts() -> None:
    model = BarsModel()
    model.set_bars(BARS)
    assert [model.index(0, column).data() for column in (NAME, DONE, LATE)] == [
        "一、做好制度设计",
        "1",
        "2",
    ]
    assert model.index(0, LATE).data(LINK_ROLE).address == "tasks?part=3&standing=late"
    assert model.index(0, BAR).data(LINK_ROLE).address == "tasks?part=3&role=adopted"
    assert model.index(1, NAME).data() == "其他任务"
    assert model.index(1, NAME).data(LINK_ROLE).address == "tasks?part=0&role=adopted"


def test_cards_count_as_the_totals_do_and_lead_to_their_tasks() -> None:
    rows = (
        task(1, status=Status.COMPLETED, standing=Standing.DONE, light=Light.BLUE),
        task(2, light=Light.YELLOW),
        task(3, light=Light.RED, standing=Standing.LATE, filled=False),
        task(4, role=Adoption.UNDECIDED, light=None, standing=None),
    )
    made = cards(found(*rows), PeriodRow(H1, DAY, dt.date(2021, 6, 30), changed=False))
    assert [(card.word, card.number) for card in made] == [
        ("承接", 3),
        ("已完成", 1),
        ("达到序时进度", 1),
        ("滞后", 1),
        ("未填报", 1),
        ("待定", 1),
    ]
    assert made[3].link.address == "tasks?standing=late&part=issued"
    assert [small.words for small in made[3].below] == ["逾期 1", "落后序时 0"]
    assert [small.words for small in made[4].below] == ["已填 2/3", "6月30日截止"]


def test_local_tasks_are_said_beside_the_number_and_have_a_link_of_their_own() -> None:
    made = cards(found(task(1), task(2, local=True), task(3, local=True)))
    assert [card.beside.words if card.beside else "" for card in made[:4]] == [
        "共 5 项",
        "",
        "另有本地 2",
        "",
    ]
    own = made[0].below[-1]
    assert own.words == "本地 2"
    assert own.link is not None
    assert own.link.address == "tasks?part=local"


def test_all_tasks_are_asked_for_in_so_many_words() -> None:
    assert Address.parse(tasks().address).wanted == (("role", ""),)


def test_a_checked_off_task_is_not_asked_for_a_report() -> None:
    closed = task(1, status=Status.CLOSED, filled=False)
    assert cards(found(closed))[4].number == 0


def test_a_deadline_says_how_long_it_is_and_leads_to_its_measure() -> None:
    row = DueRow(4, 42, "4.2", "出台责任清单", DAY, 0, Light.YELLOW, "法规科")
    line = due_line(row)
    assert (line.words, line.aside, line.end) == (
        "4.2　出台责任清单",
        "法规科",
        "6月25日 · 今天到期",
    )
    assert line.link == Link(task_id=4, tab="measures")
    later = due_line(replace(row, measure_id=None, days=20, section=""))
    assert (later.aside, later.urgent, later.link) == ("未分工", False, Link(task_id=4))


def test_a_change_says_what_who_and_when_and_leads_to_its_task() -> None:
    model = LinesModel()
    model.set_rows((CHANGE,), change_line(DAY, {4: "立法调研"}))
    line = model.index(0).data(LINE_ROLE)
    assert (line.words, line.aside, line.end) == ("勾选 4.2　立法调研", "周明", "今天 10:28")
    assert line.link == Link(task_id=4, tab="history")
    many = change_line(DAY, {4: "立法调研"})(replace(CHANGE, task_ids=(4, 5), taken_back=True))
    assert (many.words, many.gone) == ("勾选 4.2（已撤销）", True)
    assert change_line(DAY, {})(replace(CHANGE, task_ids=())).link is None


def test_a_long_change_is_told_in_lines_and_heard_in_one() -> None:
    model = LinesModel()
    model.set_rows((replace(CHANGE, after="进展情况：" + "很长" * 90),), change_line(DAY, {}))
    tip, heard = (model.index(0).data(role) for role in (0x0003, 0x000B))
    assert max(map(len, tip.split("\n"))) <= 46
    assert heard == "勾选 4.2，周明，今天 10:28"


def test_moments_are_said_as_people_say_them() -> None:
    assert moment(dt.datetime(2021, 6, 24, 9, 51), DAY) == "昨天 09:51"
    assert moment(dt.datetime(2021, 6, 18, 9, 51), DAY) == "6月18日"
    assert moment(dt.datetime(2020, 6, 18, 9, 51), DAY) == "2020年6月18日"
