"""The window as a whole: frame, pages, search, undo, closing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui.address import Address
from gui.main_window import MainWindow
from gui.operations import measures
from gui.operations import office as office_verbs
from gui.remembered import Remembered
from gui.session import plan_key, read_first, remembered_period
from gui.widgets.icon_button import IconButton
from models import queries
from models.ledger import Ledger
from models.periods import Period
from models.rules import Adoption
from tests.gui.conftest import DAY, Office, show_window, type_in


def test_the_tree_stands_filled(window: MainWindow) -> None:
    assert window.tasks.model.rowCount() == 7
    assert len(window.tasks.tree.filter.tasks()) == 41
    assert window.tasks.current.label == "1"


def test_the_status_line_counts_as_the_office_does(window: MainWindow) -> None:
    words = [label.text() for label in window.status.findChildren(type(window.status.undo_label))]
    everything = " ".join(words) + window.status._counts.text()
    assert "承接 34/39 · 已完成 6 · 达到序时 25 · 滞后 3" in everything
    assert "示例市市场监督管理局（示例）" in window.status._bureau.text()


def test_only_what_is_there_is_shown(window: MainWindow) -> None:
    words = [button.text() for button in window.navigation.findChildren(QPushButton)]
    assert words == []
    entries = [entry.text() for entry in window.navigation._group.buttons()]
    assert entries == ["总览", "任务", "填报", "报告", "设置"]


def test_undo_and_redo_are_named_and_work(window: MainWindow, office: Office) -> None:
    measure = office.measure("1.1")
    office.desk.run(measures.tick(measure.id, not measure.ticked))
    assert window.menus.undo.text() == "撤销：勾选 1.1"
    assert window.status.undo_label.text() == "撤销：勾选 1.1"
    window.menus.undo.trigger()
    assert office.measure("1.1").ticked is measure.ticked
    assert window.menus.redo.text() == "重做：勾选 1.1"
    window.menus.redo.trigger()
    assert office.measure("1.1").ticked is not measure.ticked


def test_the_time_of_saving_is_shown(window: MainWindow, office: Office) -> None:
    assert window.status._saved.text() == "改动自动保存"
    office.desk.run(measures.tick(office.measure("1.1").id, True))
    assert window.status._saved.text().startswith("已保存 ")


def test_a_refusal_stands_in_a_bar_until_it_is_read(window: MainWindow, office: Office) -> None:
    measure = office.measure("1.1")
    office.desk.run(measures.tick(measure.id, measure.ticked))
    assert office.told.refused == window.notices.sentences()
    assert "没有改动" in window.notices.sentences()[0]
    window.notices.findChild(QPushButton).click()
    assert window.notices.sentences() == []


def test_search_leads_to_the_place(window: MainWindow, qtbot: QtBot) -> None:
    window.focus_search()
    type_in(window.header.search, "恶意申请商标")
    qtbot.waitUntil(window.hits.isVisible)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.hits, Qt.Key.Key_Return)
    assert window.tasks.current.label == "4"
    assert not window.hits.isVisible()


def test_search_says_when_there_is_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.focus_search()
    type_in(window.header.search, "没有这样的词")
    qtbot.waitUntil(window.hits.isVisible)
    assert window.hits.model().index(0, 0).data().startswith("没有找到")


def test_another_period_is_remembered_for_this_ledger(window: MainWindow, office: Office) -> None:
    office.context.session.show_period(Period.parse("2021-05"))
    kept = office.preferences.text(f"period:{office.desk.ledger.path.absolute()}")
    assert kept == "2021-05"


def test_closing_saves_what_is_being_typed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    field = window.tasks.detail.head.short
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "abc")
    window.close()
    assert office.task("1").short_title == "abc"


def test_turning_the_page_saves_what_is_being_typed(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    field = window.tasks.detail.head.local
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "abc")
    window.show_page("settings")
    assert office.task("1").local_text == "abc"


def test_the_window_is_as_it_was_left(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    window.tasks.set_widths([600, 600])
    widths = window.tasks.widths()
    window.close()
    again = show_window(qtbot, office)
    assert again.tasks.widths() == widths


def test_the_operator_is_asked_once_at_the_first_change(
    stranger: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.dialogs.operator import OperatorDialog

    asked: list[list[str]] = []

    def execute(dialog: OperatorDialog) -> int:
        field = dialog._field
        asked.append([field.itemText(place) for place in range(field.count())])
        field.setCurrentText("吴佳")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(OperatorDialog, "exec", execute)
    window = show_window(qtbot, stranger)
    measure = stranger.measure("1.1")
    stranger.desk.run(measures.tick(measure.id, True))
    assert not stranger.measure("1.1").ticked
    qtbot.waitUntil(lambda: bool(asked))
    assert "李思远" in asked[0]
    assert stranger.measure("1.1").ticked_by == "吴佳"
    assert window.status.operator.text() == "操作人：吴佳"
    stranger.desk.run(measures.tick(measure.id, False))
    assert len(asked) == 1


def test_closing_waits_until_somebody_is_named_for_what_is_typed(
    stranger: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.dialogs.operator import OperatorDialog

    def execute(dialog: OperatorDialog) -> int:
        dialog._field.setCurrentText("吴佳")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(OperatorDialog, "exec", execute)
    window = show_window(qtbot, stranger)
    field = window.tasks.detail.head.local
    field.setFocus()
    field.selectAll()
    type_in(field, "关窗前写的话")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stranger.task("1").local_text == "关窗前写的话"


def test_nobody_at_the_keyboard_means_no_change_and_a_sentence(
    stranger: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.dialogs.operator import OperatorDialog

    monkeypatch.setattr(OperatorDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    window = show_window(qtbot, stranger)
    failed: list[Exception] = []
    wanted = measures.tick(stranger.measure("1.1").id, True)
    stranger.desk.run(wanted, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert not stranger.measure("1.1").ticked
    assert "没有选择当前操作人" in window.notices.sentences()[0]


def test_a_read_only_ledger_is_said_and_nothing_can_be_typed(
    ledger: Ledger, tmp_path: Path, qtbot: QtBot, office: Office
) -> None:
    second = Ledger.open(ledger.path, who="王五", now=office.clock.now())
    try:
        reader = Office(second, tmp_path / "second", office.context.theme, "王五")
        window = show_window(qtbot, reader)
        assert window.notices.sentences()[0].startswith("这本台账现在只能查看。")
        assert "张三" in window.notices.sentences()[0]
        assert window.tasks.detail.head.short.isReadOnly()
        assert not window.tasks.detail.measures.first_field().isEnabled()
        assert window.status._saved.text() == "只能查看"
    finally:
        second.close()


def test_the_first_start_asks_for_the_bureau_in_a_bar(
    plain_ledger: Path, tmp_path: Path, qtbot: QtBot, office: Office
) -> None:
    import shutil

    from tests.gui.conftest import open_at

    path = tmp_path / "新.luoshi"
    shutil.copy(plain_ledger, path)
    with open_at(path) as opened:
        fresh = Office(opened, tmp_path / "fresh", office.context.theme, "王五")
        window = show_window(qtbot, fresh)
        undecided, bureau = sorted(window.notices.sentences(), reverse=True)
        assert bureau.startswith("请填写本单位名称")
        assert undecided.startswith("还有 39 项任务未定是否承接")
        links = window.notices.findChildren(QPushButton)
        next(link for link in links if link.text() == "填写单位").click()
        page = window.stack.page("settings")
        name = page.panel("本单位").fields["name"]
        name.setFocus()
        qtbot.keyClicks(name, "abc")
        name.leave()
        assert window.notices.sentences() == [
            "还没有科室，任务分不下去：可以一个一个增加，也可以从表格粘贴名单。"
        ]
        fresh.desk.run(office_verbs.add_section("法规科", "", "内设科室"))
        assert window.notices.sentences() == []
        window.show_page("tasks")
        assert window.notices.sentences() == [undecided]
        window.tasks.tree.selectAll()
        window.tasks.verbs.adopt(Adoption.OWN)
        assert window.notices.sentences() == []
        assert window.status._counts.text().startswith("承接 39/39")


def test_a_copy_is_written_and_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "副本.luoshi"
    monkeypatch.setattr("gui.dialogs.files.ask_copy", lambda *_: target)
    window.menus.file._copy()
    assert target.exists()
    assert any(str(target) in sentence for sentence in window.notices.sentences())


def test_another_ledger_closes_this_window_and_follows(window: MainWindow, tmp_path: Path) -> None:
    def make(path: Path) -> Ledger:
        return Ledger.create(path, now=dt.datetime(2021, 6, 25, 9))

    window.follow_with(tmp_path / "另一本.luoshi", make)
    assert window.following == (tmp_path / "另一本.luoshi", make)
    assert not window.isVisible()


def test_no_shortcut_stands_for_two_things(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    menus: Callable[[], list[str]] = lambda: [  # noqa: E731
        key.toString()
        for menu in window.menuBar().findChildren(type(window.menus.undo))
        for key in menu.shortcuts()
    ]
    found = keys + menus()
    assert len(found) == len(set(found))


def test_the_day_is_the_one_of_the_start(office: Office) -> None:
    assert office.clock.today() == DAY


def test_a_ledger_without_a_plan_says_what_to_do(
    tmp_path: Path, qtbot: QtBot, office: Office
) -> None:
    with Ledger.create(tmp_path / "空.luoshi", now=dt.datetime(2021, 6, 25, 9)) as empty:
        window = show_window(qtbot, Office(empty, tmp_path / "own", office.context.theme, "甲"))
        assert any("还没有工作要点" in each for each in window.notices.sentences())
        assert window.tasks.current is None
        window.show_page("report")
        assert "没有可以生成的文稿" in window.stack.page("report").preview._why
        window.show_page("settings")


def test_a_damaged_note_of_the_period_is_no_hindrance() -> None:
    assert remembered_period("2021-05", 2021) == Period.parse("2021-05")
    assert remembered_period("2020-05", 2021) is None
    assert remembered_period("garbage", 2021) is None
    assert remembered_period("", 2021) is None


def test_the_next_start_goes_on_where_one_was(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.go_to(office.task("9").id)
    window.close()
    again = show_window(qtbot, office)
    assert again.tasks.current.label == "9"
    again.show_address("settings/字体")
    again.close()
    third = show_window(qtbot, office)
    assert str(third.stack.current.address()) == str(Address("settings", "字体"))


def test_a_damaged_note_of_the_last_place_is_passed_over(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.close()
    left = Remembered(office.preferences, office.desk.ledger.path)
    left.keep(left.PLACE, "nowhere/%%?task=x&&")
    assert show_window(qtbot, office).tasks.isVisible()


def test_the_plan_that_was_shown_is_shown_again(office: Office) -> None:
    plan = office.desk.ledger.ask(queries.plans)[0]
    first = read_first(office.desk.ledger, DAY, "", plan_key(plan))
    assert first.tree.plan == plan
    gone = read_first(office.desk.ledger, DAY, "", "#999")
    assert gone.tree is not None


def test_the_search_can_be_emptied_by_its_button_once_something_is_typed(
    window: MainWindow,
) -> None:
    search = window.header.search
    type_in(search, "商标")
    [cross] = search.findChildren(IconButton)
    assert cross.isVisible()
    cross.click()
    assert search.text() == ""
    assert not cross.isVisible()


def test_on_coming_back_the_lights_are_those_of_the_new_day(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.context.session
    monkeypatch.setattr(type(session), "new_day", lambda self: asked.append(self))
    asked: list[object] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert asked == []
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert asked == [session]
