"""设置: the office, its sections and people, lights, periods, fonts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from gui.main_window import MainWindow
from gui.pages.settings.page import SettingsPage
from gui.theme import DARK, Look
from models import queries
from models.periods import Period
from models.rules import Light, Thresholds
from tests.gui.conftest import Office, type_in

Answer = Callable[[Callable[[QDialog], None]], None]


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.show_page("settings")
    shown = window.stack.page("settings")
    assert isinstance(shown, SettingsPage)
    return shown


def ask(office: Office, query: Callable[..., object], *args: object) -> object:
    return office.desk.ledger.ask(query, *args)


def test_the_office_saves_field_by_field(
    page: SettingsPage, office: Office, window: MainWindow
) -> None:
    fields = page.panel("本单位").fields
    for name, words in (("name", "某州市场监督管理局"), ("place", "本州")):
        fields[name].selectAll()
        type_in(fields[name], words)
        fields[name].leave()
    fields["signers"].setText("甲、乙，丙")
    fields["signers"].leave()
    bureau = ask(office, queries.bureau)
    assert (bureau.name, bureau.place) == ("某州市场监督管理局", "本州")
    assert bureau.signers == ("甲", "乙", "丙")
    assert bureau.demo
    assert window.status._bureau.text().startswith("某州市场监督管理局")
    assert window.tasks.detail.head._local_word.text() == "本州任务内容"


def test_who_is_led_to_the_office_types_into_its_first_empty_field(
    page: SettingsPage, window: MainWindow
) -> None:
    fields = page.panel("本单位").fields
    fields["area"].setText("某州")
    fields["contact_phone"].clear()
    fields["printing_office"].clear()
    window.show_address("settings/本单位")
    assert window.focusWidget() is fields["printing_office"]
    window.show_address("settings/科室")
    assert window.focusWidget() is page.first_field()


def test_a_section_is_added_renamed_moved_and_stopped(
    page: SettingsPage, office: Office, answer: Answer, window: MainWindow
) -> None:
    panel = page.panel("科室")
    count = panel.model.rowCount()

    def fill(dialog: QDialog) -> None:
        dialog._name.setText("信用监管科")

    answer(fill)
    panel.add()
    assert panel.model.rowCount() == count + 1
    panel.table.selectRow(count)
    panel._move(-1)
    assert [row.name for row in ask(office, queries.sections)][-2] == "信用监管科"
    assert panel.marked().name == "信用监管科"
    panel.stop()
    assert panel.stop_button.text() == "启用"
    offered = [
        window.tasks.filters.section.itemText(place)
        for place in range(window.tasks.filters.section.count())
    ]
    assert "信用监管科" not in offered


def test_a_name_that_stands_already_is_a_sentence(
    page: SettingsPage, office: Office, answer: Answer
) -> None:
    answer(lambda dialog: dialog._name.setText("政策法规科"))
    page.panel("科室").add()
    assert "没有重复增加" in office.told.refused[0]


def test_people_come_and_go(page: SettingsPage, office: Office, answer: Answer) -> None:
    panel = page.panel("人员")

    def fill(dialog: QDialog) -> None:
        dialog._name.setText("钱进")
        dialog._section.show_value(5)

    answer(fill)
    panel.add()
    person = ask(office, queries.people)[-1]
    assert (person.name, person.section) == ("钱进", "政策法规科")
    panel.table.selectRow(panel.model.rowCount() - 1)
    panel.stop()
    assert not ask(office, queries.people)[-1].active


def test_other_thresholds_are_other_lights(page: SettingsPage, office: Office) -> None:
    panel = page.panel("亮灯")
    before = office.context.session.tree.totals.lights.get(Light.YELLOW, 0)
    panel.near.setValue(200)
    panel.near.editingFinished.emit()
    assert ask(office, queries.thresholds) == Thresholds(200, 10)
    assert office.context.session.tree.totals.lights[Light.YELLOW] > before
    office.desk.undo()
    assert panel.near.value() == 30


def test_the_days_of_one_period_are_changed(page: SettingsPage, office: Office) -> None:
    panel = page.panel("填报期")
    may = Period.parse("2021-05")
    cutoff, _ = panel._rows[may]
    before = cutoff.day()
    cutoff.setDate(cutoff.date().addDays(-2))
    cutoff.editingFinished.emit()
    row = ask(office, queries.period_row, may)
    assert row.changed
    assert row.cutoff_on == before - dt.timedelta(days=2)


def test_a_refused_day_goes_back(page: SettingsPage, office: Office) -> None:
    panel = page.panel("填报期")
    may = Period.parse("2021-05")
    cutoff, _ = panel._rows[may]
    shown = cutoff.day()
    cutoff.setDate(cutoff.date().addYears(1))
    cutoff.editingFinished.emit()
    assert "没有保存" in office.told.refused[0]
    assert cutoff.day() == shown


def test_the_fonts_say_which_file_plays_which_role(page: SettingsPage) -> None:
    panel = page.panel("字体")
    rows = [panel.model.row_at(place) for place in range(panel.model.rowCount())]
    assert [row.role for row in rows] == ["小标宋", "仿宋", "楷体", "黑体", "宋体", "数字"]
    assert all(row.file for row in rows)
    assert panel._hint.text().endswith("。")


def test_the_columns_of_a_paper_are_chosen(page: SettingsPage, office: Office) -> None:
    panel = page.panel("文稿")
    panel.paper.show_value("ledger")
    panel._show_columns()
    panel.table.setCurrentIndex(panel.model.index(7, 0))
    panel.move(-1)
    panel.model.setData(panel.model.index(6, 1), "办理状态")
    chosen = ask(office, queries.paper_settings).columns_of("ledger")
    assert [each.key for each in chosen][6:8] == ["status", "progress"]
    assert chosen[6].name == "办理状态"
    office.desk.undo()
    assert panel.model.choices()[6].name == ""
    panel.reset()
    assert ask(office, queries.paper_settings).columns_of("ledger") == ()


def test_a_heading_is_worded(page: SettingsPage, office: Office) -> None:
    field = page.panel("文稿").headings["总体情况"]
    type_in(field, "基本情况")
    field.leave()
    assert ask(office, queries.paper_settings).headings == (("总体情况", "基本情况"),)
    field.selectAll()
    field.clear()
    field.leave()
    assert ask(office, queries.paper_settings).headings == ()


def test_a_look_is_chosen_and_kept(page: SettingsPage, office: Office) -> None:
    theme = office.context.theme
    group = page.panel("外观").group
    try:
        group.button(2).click()
        assert (theme.look, theme.colours) == (Look.DARK, DARK)
        assert Look.read(office.preferences.text("look")) is Look.DARK
    finally:
        theme.choose(Look.SYSTEM)


def test_an_unknown_look_follows_the_system() -> None:
    assert Look.read("purple") is Look.SYSTEM


def test_people_are_pasted_from_a_table(page: SettingsPage, office: Office, answer: Answer) -> None:
    panel = page.panel("人员")
    QGuiApplication.clipboard().setText("姓名\t科室\n钱一\t新设科\n孙二\t新设科")
    seen: list[int] = []
    answer(lambda dialog: seen.append(dialog.model.rowCount()))
    panel.paste()
    assert seen == [2]
    people = {row.name: row.section for row in ask(office, queries.people)}
    assert people["钱一"] == "新设科"
    assert office.told.told[-1] == "按“新设科”新建了科室。"
    office.desk.undo()
    assert "钱一" not in {row.name for row in ask(office, queries.people)}


def test_sections_are_pasted_and_a_text_without_any_is_not_taken(
    page: SettingsPage, office: Office, answer: Answer
) -> None:
    panel = page.panel("科室")
    QGuiApplication.clipboard().setText("")
    woken: list[bool] = []

    def fill(dialog: QDialog) -> None:
        woken.append(dialog.ok.isEnabled())
        dialog.block.setPlainText("甲检验中心\t检验中心")
        woken.append(dialog.ok.isEnabled())

    answer(fill)
    panel.paste()
    assert woken == [False, True]
    assert ask(office, queries.sections)[-1].short_name == "检验中心"


@pytest.mark.parametrize("panel", ["科室", "人员"])
@pytest.mark.parametrize("where", ["list", "table", "button"])
def test_ctrl_v_brings_a_list_into_an_empty_panel_wherever_the_cursor_stands(
    page: SettingsPage, answer: Answer, panel: str, where: str
) -> None:
    shown = page.panel(panel)
    shown.show_rows(())
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.windowTitle()))
    places = {"list": page._list, "table": shown.table, "button": shown._order[0]}
    places[where].setFocus()
    QTest.keyClick(places[where], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert seen == [f"粘贴{panel}名单"]


def test_a_light_is_named_and_coloured_everywhere(
    page: SettingsPage, office: Office, window: MainWindow
) -> None:
    line = page.panel("亮灯").rows[Light.RED]
    type_in(line.name, "逾期")
    line.name.leave()
    line.choose_colour("#aa00aa")
    offered = window.tasks.filters.fields["light"]
    assert "■ 逾期" in [offered.itemText(place) for place in range(offered.count())]
    assert office.context.theme.colours.light(Light.RED) == "#aa00aa"
    red = next(row for row in office.context.session.tree.tasks if row.light is Light.RED)
    assert red.light_word == "逾期"
    line.usual.click()
    assert office.context.theme.colours.light(Light.RED) != "#aa00aa"
