"""What is being typed outlives a crash, and is offered at the next start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.frame.typing import TypingKeeper
from gui.main_window import MainWindow
from gui.operations import adoption
from gui.theme import Theme
from gui.typing_file import Typed, TypingFile
from models.periods import Period
from tests.gui.conftest import Office, open_at, show_window, type_in

ROOT = Path(__file__).parents[2]
AUGUST = Period.parse("2021-08")
TYPED = Typed("第4项进展情况", "进展情况", "(1,)", "写到一半", "tasks?task=4", 1, "2021-08")


def text_of(office: Office, label: str) -> str:
    found = [each for each in office.detail(label).entries if each.period == AUGUST.code]
    return found[-1].original_text if found else ""


def keeper(window: MainWindow) -> TypingKeeper:
    found = TypingKeeper.of(window)
    assert found is not None
    return found


def click(window: MainWindow, words: str) -> None:
    next(b for b in window.notices.findChildren(QPushButton) if b.text() == words).click()


def settle(window: MainWindow) -> None:
    """Let the writing thread finish."""
    typing = keeper(window)
    typing.keep()
    if typing._writer is not None:
        typing._writer.close()
        typing._writer = None


@pytest.fixture
def killed(demo_made: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A ledger whose window was killed while somebody typed in a field or a cell."""
    path = tmp_path / "示例.luoshi"
    shutil.copy(demo_made, path)
    file = TypingFile(tmp_path, path)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.typing_child", path, tmp_path, request.param],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + 30
        while not file.read() and child.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
    finally:
        child.kill()
        child.wait()
    return path


@pytest.mark.parametrize("killed", ["field", "cell"], indirect=True)
def test_text_typed_at_a_crash_is_offered_put_back_and_saved(
    killed: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with open_at(killed) as ledger:
        office = Office(ledger, tmp_path, theme, "李思远")
        window = show_window(qtbot, office)
        keeper(window)
        sentence = "上次有未保存的文字：第4项进展情况“写到一半就停电了”。"
        assert sentence in window.notices.sentences()
        assert text_of(office, "4") == ""
        click(window, "放回")
        qtbot.waitUntil(lambda: sentence not in window.notices.sentences(), timeout=5000)
        window.leave_field()
        assert text_of(office, "4") == "写到一半就停电了"
        settle(window)
        assert TypingFile(tmp_path, killed).read() == ()


# Where somebody typed, what is said of it, and where the words stand once they are put back.
WORDS = "写到一半就停电了"
PUT_BACK = {
    "note": (
        "第4项新的工作记录",
        lambda office, _: [note.text for note in office.detail("4").notes],
    ),
    "setting": (
        "设置：联系电话",
        lambda office, _: [office.context.session.bureau.contact_phone],
    ),
    "passage": (
        "报告：这一段的文字",
        lambda office, window: [row.text for row in window.stack.current.text._rows],
    ),
    "draft": (
        "读入：文字",
        lambda _, window: [each.text for each in window.intake.preview.editor.outline.entries],
    ),
    "block": (
        "粘贴的一批内容",
        lambda _, window: [row.item.text for row in window.stack.current._paste.model.rows],
    ),
}


@pytest.mark.parametrize(
    ("killed", "where"), [(each, each) for each in PUT_BACK], indirect=["killed"]
)
def test_so_it_is_on_every_page(
    killed: Path, where: str, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    called, found = PUT_BACK[where]
    with open_at(killed) as ledger:
        office = Office(ledger, tmp_path, theme, "李思远")
        window = show_window(qtbot, office)
        keeper(window)
        (sentence,) = (each for each in window.notices.sentences() if "上次有未保存" in each)
        assert sentence.startswith(f"上次有未保存的文字：{called}“")
        click(window, "放回")
        qtbot.waitUntil(lambda: sentence not in window.notices.sentences(), timeout=5000)
        window.leave_field()
        qtbot.waitUntil(lambda: any(WORDS in each for each in found(office, window)))
        assert office.told.unsaved == []
        settle(window)


@pytest.mark.parametrize("killed", ["dialog"], indirect=True)
def test_what_was_typed_in_a_dialog_can_be_copied_until_nobody_wants_it(
    killed: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with open_at(killed) as ledger:
        window = show_window(qtbot, Office(ledger, tmp_path, theme, "李思远"))
        keeper(window)
        sentence = f"上次有未保存的文字：不涉及：理由“{WORDS}”。"
        assert sentence in window.notices.sentences()
        click(window, "复制文字")
        assert QApplication.clipboard().text() == WORDS
        assert sentence in window.notices.sentences()
        click(window, "不要")
        settle(window)
        assert TypingFile(tmp_path, killed).read() == ()


def test_a_demo_tries_again_too_and_leaves_nothing_with_the_user(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "_start", replace(window.start, demo=True, folder=Path("/own")))
    typing = keeper(window)
    assert typing._file.path.parent == window.start.path.parent
    field = window.tasks.detail.head.local
    field.setFocus()
    type_in(field, "先写下来的话")
    database = office.desk.ledger._database
    database.execute_sql("PRAGMA query_only = 1")
    field.leave()
    window.leave_field()
    assert field.refused
    database.execute_sql("PRAGMA query_only = 0")
    office.desk.run(adoption.short_title(office.task("9").id, "别的改动"))
    assert not field.refused
    assert "先写下来的话" in office.task("1").local_text


def test_a_block_that_is_looked_at_is_kept_from_another_page_too(
    window: MainWindow, file: TypingFile
) -> None:
    keeper(window)
    window.show_address("fill/表格")
    QApplication.clipboard().setText("4 一段\n5 另一段")
    window.stack.current.paste()  # type: ignore[union-attr]
    window.show_page("tasks")
    settle(window)
    (typed,) = file.read()
    assert (typed.where, typed.text) == ("粘贴的一批内容", "4 一段\n5 另一段")
    assert typed.address.startswith("fill/")


def left(office: Office, *texts: Typed) -> TypingFile:
    """Texts that were left by the window before."""
    path = office.desk.ledger.path
    file = TypingFile(path.parent, path)
    file.write(texts)
    return file


@pytest.fixture
def file(window: MainWindow) -> TypingFile:
    return TypingFile(window.start.folder, window.start.path)


def test_what_is_typed_is_on_disk_a_second_later_and_gone_once_saved(
    window: MainWindow, office: Office, file: TypingFile, qtbot: QtBot
) -> None:
    keeper(window)
    office.context.session.show_period(AUGUST)
    window.go_to(office.task("4").id, "progress")
    window.tasks._ask_detail()
    field = window.tasks.detail.progress.fields["text"]
    field.setFocus()
    type_in(field, "座谈")
    qtbot.waitUntil(lambda: bool(file.read()), timeout=4000)
    (typed,) = file.read()
    assert (typed.where, typed.text, typed.period) == ("第4项进展情况", "座谈", "2021-08")
    field.leave()
    qtbot.waitUntil(lambda: not file.path.exists(), timeout=4000)


def test_what_was_left_is_kept_until_somebody_answers(office: Office, qtbot: QtBot) -> None:
    file = left(office, TYPED, TYPED)
    window = show_window(qtbot, office)
    keeper(window)
    assert any("另有1处" in each for each in window.notices.sentences())
    settle(window)
    assert len(file.read()) == 2
    click(window, "不要")
    assert not any("另有" in each for each in window.notices.sentences())
    click(window, "不要")
    settle(window)
    assert not file.path.exists()
    assert window.notices.sentences() == []


def test_a_text_whose_field_is_not_found_can_be_copied(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.frame.typing._TRIES", 3)
    file = left(office, TYPED)
    window = show_window(qtbot, office)
    keeper(window)
    click(window, "放回")
    qtbot.waitUntil(lambda: office.told.unsaved == ["写到一半"], timeout=4000)
    settle(window)
    assert [each.text for each in file.read()] == ["写到一半"]


def test_a_text_that_could_not_be_saved_outlives_the_window(
    window: MainWindow, file: TypingFile, office: Office
) -> None:
    keeper(window)
    office.context.session.show_period(AUGUST)
    window.show_address(f"fill/表格?task={office.task('4').id}")
    window.stack.current.table.paste_cell("长" * 20_001)  # type: ignore[union-attr]
    window.close()
    assert window.isVisible(), "it shows once what could not be saved"
    for _ in range(2):
        window.close()
    (typed,) = file.read()
    assert (typed.where, len(typed.text)) == ("第4项进展情况", 20_001)


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    file = TypingFile(tmp_path, tmp_path / "a.luoshi")
    for words in ("", "{", "[1]", '[{"where": 1}]', '{"a": 2}', "null"):
        file.path.write_text(words, encoding="utf-8")
        assert file.read() == ()
    file.write([TYPED])
    assert file.read() == (TYPED,)
    assert TypingFile(tmp_path, tmp_path / "b.luoshi").read() == ()


def test_the_wording_of_a_measure_is_put_back_into_the_field_that_is_opened_for_it(
    office: Office, qtbot: QtBot
) -> None:
    measure, task = office.measure("4.2"), office.task("4")
    period = office.context.session.period.code
    typed = Typed(
        "第4项本市举措",
        "本市举措",
        repr(measure.id),
        "写到一半",
        f"tasks?task={task.id}",
        1,
        period,
    )
    left(office, typed)
    window = show_window(qtbot, office)
    keeper(window)
    click(window, "放回")
    qtbot.waitUntil(lambda: not window.notices.sentences(), timeout=5000)
    window.leave_field()
    assert office.measure("4.2").local_text == "写到一半"
    assert office.told.unsaved == []
