"""读入工作要点: read, looked at beside the original, mended by keyboard, begun."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pages.intake.page import IntakePage
from gui.tablemodels.draft_tree import HEAD
from gui.theme import Theme
from models import queries
from models.ledger import Ledger
from resources import path
from tests.gui.conftest import Office, show_window, type_in
from tests.gui.test_access import nameless

PLAN = """示例市2022年知识产权工作要点
一、强化保护
（一）完善制度
1.编制《示例规划》。新增学校30所。（责任单位：市市场监管局、市教育局）
2.建立健全机制。（责任单位：市司法局）
（二）加强执法
3.开展“春雷”专项行动。（责任单位：市公安局）
各地要认真落实本要点。
"""


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> IntakePage:
    """The page with the plan above read from a file."""
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    found = window.intake
    found.read_file(tmp_path / "要点.txt")
    return found


def line(page: IntakePage, words: str) -> int:
    """The line whose words begin so, with the cursor on it."""
    entries = page.preview.editor.outline.entries
    found = next(e.id for e in entries if (e.title or e.text).startswith(words))
    assert page.preview.tree.go_to(found)
    return found


def task_texts(page: IntakePage) -> list[str]:
    return [e.text for e in page.preview.editor.outline.entries if e.is_task]


def press(qtbot: QtBot, page: IntakePage, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    """A key in the tree."""
    page.preview.tree.setFocus()
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= each
    qtbot.keyClick(page.preview.tree, key, modifiers)


NOW = dt.datetime(2021, 6, 25, 9)
CHECK = Qt.ItemDataRole.CheckStateRole
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_counts_stand_on_top(page: IntakePage) -> None:
    assert page.preview.counts.text() == "1 个部分 · 2 个事项 · 3 项任务 · 4 条举措 · 未列入 1 处"
    assert page.preview.name.text() == "示例市2022年知识产权工作要点"


def test_the_tree_leads_to_the_original(page: IntakePage) -> None:
    line(page, "建立健全")
    assert page.preview.source.marked() == "2.建立健全机制。（责任单位：市司法局）"


def test_the_original_leads_to_the_tree(page: IntakePage) -> None:
    source = page.preview.source
    source.setFocus()
    cursor = source.textCursor()
    cursor.setPosition(source.toPlainText().index("春雷"))
    source.setTextCursor(cursor)
    entry = page.preview.editor.entry(page.preview.tree.current_id())
    assert entry is not None
    assert entry.text == "开展“春雷”专项行动。"


def test_what_stands_nowhere_is_listed_and_can_be_placed(page: IntakePage) -> None:
    remarks = page.preview.remarks
    remarks.list.setCurrentRow(0)
    assert remarks.list.item(0).text().startswith("第8行　结尾没有编号的段落")
    assert page.preview.source.marked() == "各地要认真落实本要点。"
    remarks._place("text")
    assert page.preview.counts.text().endswith("全部列入")
    assert remarks.list.count() == 0


def test_a_remark_is_dismissed_by_delete(qtbot: QtBot, page: IntakePage) -> None:
    remarks = page.preview.remarks
    remarks.list.setCurrentRow(0)
    remarks.list.setFocus()
    qtbot.keyClick(remarks.list, Qt.Key.Key_Delete)
    assert remarks.list.count() == 0
    assert len(task_texts(page)) == 3


def test_lines_are_moved_raised_merged_and_taken_out_by_keys(
    qtbot: QtBot, page: IntakePage
) -> None:
    line(page, "建立健全")
    press(qtbot, page, Qt.Key.Key_Up, CTRL)
    assert task_texts(page)[0] == "建立健全机制。"
    press(qtbot, page, Qt.Key.Key_M, CTRL)
    assert task_texts(page)[0].startswith("建立健全机制。\n编制")
    line(page, "加强执法")
    press(qtbot, page, Qt.Key.Key_Left, ALT)
    assert page.preview.counts.text().startswith("2 个部分 · 1 个事项")
    line(page, "开展")
    press(qtbot, page, Qt.Key.Key_Delete)
    assert page.preview.counts.text().endswith("未列入 2 处")


def test_space_says_that_a_task_is_not_tracked(qtbot: QtBot, page: IntakePage) -> None:
    line(page, "建立健全")
    press(qtbot, page, Qt.Key.Key_Space)
    assert "不跟踪 1" in page.preview.counts.text()


def test_a_task_is_cut_at_the_cursor(qtbot: QtBot, page: IntakePage, office: Office) -> None:
    line(page, "编制")
    press(qtbot, page, Qt.Key.Key_D, CTRL)
    words = page.preview.line.words
    assert words.hasFocus(), "the first press only leads into the text"
    cursor = words.textCursor()
    cursor.setPosition(words.toPlainText().index("新增"))
    words.setTextCursor(cursor)
    qtbot.keyClick(words, Qt.Key.Key_D, CTRL)
    assert task_texts(page)[:2] == ["编制《示例规划》。", "新增学校30所。"]


def test_fields_save_themselves_as_steps(page: IntakePage) -> None:
    entry_id = line(page, "建立健全")
    units = page.preview.line.units["lead"]
    units.setFocus()
    type_in(units, "市财政局")
    page.preview.tree.setFocus()
    assert page.preview.editor.entry(entry_id).units.lead == ("市财政局",)
    assert page.history() == ("修改第2项的单位", "")


def test_what_cannot_be_done_does_not_stand_in_the_fields(page: IntakePage, office: Office) -> None:
    line(page, "编制")
    fields = page.preview.line
    fields.level.picked.emit("measure")
    assert fields.level.currentText() == "任务"
    assert office.told.told[-1].startswith("不能改成这一类")
    fields.words.setFocus()
    fields.words.setPlainText("")
    page.preview.tree.setFocus()
    assert fields.words.toPlainText().startswith("编制")
    assert page.history() == ("", "")


def test_the_head_is_mended_like_any_line(page: IntakePage) -> None:
    page.preview.tree.go_to(HEAD)
    number = page.preview.head.lines["document_number"]
    number.setFocus()
    type_in(number, "示政发〔2022〕3号")
    page.preview.tree.setFocus()
    assert page.preview.editor.outline.head.document_number == "示政发〔2022〕3号"


def test_undo_belongs_to_the_preview_while_it_is_in_front(
    page: IntakePage, window: MainWindow
) -> None:
    before = task_texts(page)
    line(page, "建立健全")
    page.preview.verbs.actions[0].trigger()
    assert window.menus.undo.text() == "撤销：上移第2项"
    window.menus.undo.trigger()
    assert task_texts(page) == before
    assert window.menus.redo.text() == "重做：上移第2项"
    window.show_page("tasks")
    assert window.menus.redo.text() == "重做"
    window.show_page("intake")
    window.menus.redo.trigger()
    assert task_texts(page) != before


def test_a_bad_file_is_one_sentence_and_the_preview_stays(
    page: IntakePage, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    page.read_file(tmp_path / "坏.docx")
    assert len(office.told.refused) == 1
    assert page._stack.currentWidget() is page.preview
    assert len(task_texts(page)) == 3


def test_what_was_copied_is_read(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText(PLAN)
    QGuiApplication.clipboard().setMimeData(mime)
    page = window.intake
    page.read_clipboard()
    assert page.preview.counts.text().startswith("1 个部分 · 2 个事项 · 3 项任务")
    QGuiApplication.clipboard().clear()


def test_an_empty_clipboard_is_one_sentence(window: MainWindow, office: Office) -> None:
    QGuiApplication.clipboard().clear()
    window.intake.read_clipboard()
    assert office.told.refused[0].startswith("剪贴板里没有文字")


def test_given_up_can_be_taken_back(page: IntakePage, window: MainWindow) -> None:
    line(page, "建立健全")
    page.preview.verbs.actions[0].trigger()
    mended = task_texts(page)
    page.give_up()
    assert page._stack.currentWidget() is page.start
    sentence, ways = "预览已放弃，台账没有改动。", []
    assert sentence in window.notices.sentences()
    from PySide6.QtWidgets import QPushButton

    ways = [b for b in window.findChildren(QPushButton) if b.text() == "拿回来"]
    ways[0].click()
    assert task_texts(page) == mended


def test_the_plan_chooser_leads_here(window: MainWindow) -> None:
    chooser = window.header._plan
    chooser.picked.emit(chooser.itemData(chooser.count() - 1))
    assert window.stack.current.name == "intake"
    assert chooser.currentData() == 1


def test_the_plan_is_begun_with_its_original_and_shown(
    page: IntakePage, window: MainWindow, office: Office
) -> None:
    page.preview.begin.click()
    assert "1 个部分、2 个事项、3 项任务" in page.begin.what.text()
    assert not page.begin.as_revision.isVisible()
    page.begin.save.click()
    plan = office.desk.ledger.ask(queries.plans)[0]
    assert plan.year == 2022
    assert office.context.session.plan_id == plan.id
    (original,) = office.desk.ledger.ask(queries.plan_evidence, plan.id)
    assert office.desk.ledger.ask(queries.evidence_content, original.id)[1] == PLAN.encode()


def test_beginning_is_undone_and_done_again(
    page: IntakePage, window: MainWindow, office: Office
) -> None:
    page.preview.begin.click()
    page.begin.save.click()
    page.year.go_on.click()
    assert window.menus.undo.text() == "撤销：载入《示例市2022年知识产权工作要点》"
    window.menus.undo.trigger()
    session = office.context.session
    assert session.tree.plan.year == 2021
    assert window.tasks.current.label == "1"
    window.menus.redo.trigger()
    assert [plan.year for plan in session.plans] == [2022, 2021]
    assert office.told.refused == []


def test_going_back_keeps_the_preview(page: IntakePage) -> None:
    page.preview.begin.click()
    page.begin.back.click()
    assert page._stack.currentWidget() is page.preview
    assert len(task_texts(page)) == 3


@pytest.fixture
def issued() -> str:
    """The text of the plan that the demo ledger has."""
    return path("plans/2021-sichuan.txt").read_text(encoding="utf-8")


def read_text(window: MainWindow, words: str) -> IntakePage:
    """The page with a text read as if it had been copied."""
    mime = QMimeData()
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)
    page = window.intake
    page.read_clipboard()
    QGuiApplication.clipboard().clear()
    return page


def test_a_plan_that_is_there_is_offered_as_a_revision(
    window: MainWindow, office: Office, issued: str
) -> None:
    page = read_text(
        window, issued.replace("新增知识产权试点示范学校30所", "新增知识产权试点示范学校40所")
    )
    page.preview.begin.click()
    assert page.begin.as_revision.isChecked()
    rows = page.begin.steps.model
    assert [rows.index(0, column).data() for column in (1, 2)] == ["有改动", "内容、举措"]
    assert rows.rowCount() == 1
    done = office.task("4").ticked_measures
    page.begin.save.click()
    assert len(office.desk.ledger.ask(queries.plans)) == 1
    assert len(office.desk.ledger.ask(queries.revisions, 1)) == 1
    assert office.task("4").ticked_measures == done
    assert window.stack.current.name == "tasks"


def test_nothing_is_carried_into_a_year_whose_plan_was_taken_back(
    window: MainWindow, office: Office, issued: str
) -> None:
    page = read_text(window, issued.replace("2021", "2022").replace("21号", "9号"))
    page.preview.begin.click()
    page.begin.as_new.setChecked(True)
    page.begin.save.click()
    assert page._stack.currentWidget() is page.year
    office.desk.undo()
    assert page._stack.currentWidget() is not page.year


def test_the_next_year_goes_on_from_the_year_before(
    window: MainWindow, office: Office, issued: str
) -> None:
    page = read_text(window, issued.replace("2021", "2022").replace("21号", "9号"))
    page.preview.begin.click()
    page.begin.as_new.setChecked(True)
    page.begin.save.click()
    assert page._stack.currentWidget() is page.year
    offered = page.year.proposals.model.rowCount()
    assert offered > 30
    assert not page.year.proposals.action.isEnabled(), "nothing is taken over that was not ticked"
    page.year.proposals.model.tick_all(True)
    page.year.proposals.action.click()
    assert page.year.proposals.model.rowCount() == 0
    page.year.carry.model.setData(page.year.carry.model.index(0, 0), True, CHECK)
    page.year.carry.action.click()
    page.year.go_on.click()
    tree = office.context.session.tree
    assert tree.plan.year == 2022
    assert sum(task.role.adopted for task in tree.tasks) > 30
    assert any(task.origin.startswith("结转自2021年") for task in tree.tasks)


def test_the_year_before_can_be_looked_at_later(
    window: MainWindow, office: Office, issued: str
) -> None:
    window.show_address("intake/上年")
    assert office.told.told[-1].startswith("台账里没有更早的要点")
    assert window.stack.current.name == "tasks"
    page = read_text(window, issued.replace("2021", "2022").replace("21号", "9号"))
    page.preview.begin.click()
    page.begin.as_new.setChecked(True)
    page.begin.save.click()
    page.year.go_on.click()
    window.show_address("intake/上年")
    assert page._stack.currentWidget() is page.year
    assert page.year.carry.model.rowCount() > 10


TABLE = """<table><tr><th>序号</th><th>工作任务</th><th>责任领导</th><th>责任科室</th><th>责任人</th><th>完成进度</th>
<th>进展情况（截至2022年3月底）</th></tr><tr><td>1</td><td>编制示例规划，印发全市执行。</td><td>王局长</td><td>法规科</td><td>李明</td>
<td>60%</td><td>已完成初稿。</td></tr><tr><td>2</td><td>开展春雷专项行动。</td><td>王局长</td><td>稽查队</td><td>张三</td><td>已完成</td><td>查办案件12件。</td></tr></table>"""


def test_an_office_s_own_table_says_what_it_will_become(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setHtml(f"<p>2022年重点工作台账</p>{TABLE}")
    mime.setText("2022年重点工作台账 序号 工作任务")
    QGuiApplication.clipboard().setMimeData(mime)
    page = window.intake
    page.read_clipboard()
    QGuiApplication.clipboard().clear()
    page.preview.begin.click()
    assert page.begin.own.isChecked()
    row = [page.begin.own_rows.index(0, column).data() for column in range(1, 7)]
    assert row == ["法规科", "王局长", "李明", "2022年3月31日", "60%", "已完成初稿。"]
    page.begin.save.click()
    assert page._context.session.tree.plan.year == 2022


def test_a_table_that_names_no_year_means_this_one(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setHtml(TABLE.replace("2022年", ""))
    mime.setText("序号 工作任务")
    QGuiApplication.clipboard().setMimeData(mime)
    window.intake.read_clipboard()
    QGuiApplication.clipboard().clear()
    window.intake.preview.begin.click()
    assert window.intake.begin.own_rows.index(0, 4).data() == "2021年3月31日"


def test_an_empty_ledger_begins_with_its_first_plan(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    (tmp_path / "要点.txt").write_text(PLAN, encoding="utf-8")
    with Ledger.create(tmp_path / "空.luoshi", who="张三", now=NOW) as ledger:
        office = Office(ledger, tmp_path / "own", theme, "李思远")
        window = show_window(qtbot, office)
        assert "台账中还没有工作要点。" in window.notices.sentences()
        page = window.intake
        page.read_file(tmp_path / "要点.txt")
        page.preview.begin.click()
        page.begin.save.click()
        assert office.context.session.tree.plan.year == 2022
        assert window.stack.current.name == "tasks"
        assert "台账中还没有工作要点。" not in window.notices.sentences()
        window.menus.undo.trigger()
        assert office.context.session.tree is None
        assert "台账中还没有工作要点。" in window.notices.sentences()


def test_the_menu_of_a_line_changes_its_level(page: IntakePage) -> None:
    line(page, "加强执法")
    menu = page.preview.verbs.menu(page.preview.tree.selected_ids())
    assert menu is not None
    # Kept: PySide 6.9 lets a menu go with the last word of its action.
    actions = menu.actions()
    words = [action.text() for action in actions if action.text()]
    assert words[:4] == ["改为", "本身就是一项任务", "跟踪", "不跟踪"]
    (as_level,) = [action.menu() for action in actions if action.menu()]
    next(action for action in as_level.actions() if action.text() == "部分").trigger()
    assert page.preview.counts.text().startswith("2 个部分 · 1 个事项")


def test_a_better_name_for_a_unit_is_taken_by_a_click(page: IntakePage) -> None:
    entry_id = line(page, "建立健全")
    page.preview._words(entry_id, "responsible", "区市场监管局、农业农村局")
    from PySide6.QtWidgets import QPushButton

    hint = page.preview.line.hints.findChildren(QPushButton)[-1]
    assert hint.text() == "农业农村局 → 区农业农村局"
    hint.click()
    units = page.preview.editor.entry(entry_id).units
    assert units.responsible == ("区市场监管局", "区农业农村局")


def test_cancelled_reading_brings_back_what_was_there(
    page: IntakePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(_: Path, _year: int) -> None:
        page.cancel()

    monkeypatch.setattr("gui.pages.intake.page.load_file", stop)
    page.read_file(tmp_path / "别的.txt")
    assert page._stack.currentWidget() is page.preview
    assert len(task_texts(page)) == 3


def test_a_preview_outlives_its_window(page: IntakePage, office: Office) -> None:
    line(page, "建立健全")
    page.preview.verbs.actions[0].trigger()
    page.leave()
    again = IntakePage(office.context)
    assert again._stack.currentWidget() is again.preview
    assert task_texts(again) == task_texts(page)
    assert again._loaded.content == PLAN.encode()
    again.give_up()
    assert IntakePage(office.context)._loaded is None


def test_a_preview_that_was_damaged_on_disk_is_passed_over(
    page: IntakePage, office: Office
) -> None:
    page.leave()
    (kept,) = (office.preferences.folder / "drafts").glob("*.json")
    kept.write_text('{"name": "要点.txt", "outline": {"version": 0}}', encoding="utf-8")
    assert IntakePage(office.context)._loaded is None
    assert not kept.exists()


def test_everything_that_takes_the_keyboard_has_a_name(page: IntakePage) -> None:
    line(page, "建立健全")
    assert nameless(page) == []
    page.preview.tree.go_to(HEAD)
    assert nameless(page) == []
    page.preview.begin.click()
    assert nameless(page) == []
