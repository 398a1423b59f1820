"""A clerk's whole day in the real window, by the keyboard alone: what was done is there tomorrow.

The program is a process of its own on a screen of its own, with a window manager; what became of a
step is read from the ledger beside the open window, as a second person could look at it.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pytest

from models import queries
from models.ledger import Ledger
from models.periods import Period
from models.rows import MeasureRow, TaskDetail, TaskRow
from models.rules import Adoption
from tests.desktop.screen import Screen, missing, quiet, until

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing()),
    reason=f"a screen of one's own needs Xvfb, openbox and xdotool; missing here: {missing()}",
)

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2021, 6, 25)
DUE = dt.date(2021, 9, 30)
HALF = Period.parse("2021-H1")
NOTE = "与省局对接规划编制，6月底前报初稿"
PROGRESS = "完成规划评估，形成初稿。"


class Day:
    """The program on a screen, and what its ledger says."""

    def __init__(self, screen: Screen, home: Path, pictures: Path) -> None:
        self.screen = screen
        self.ledger = home / "luoshi" / "落实台账.luoshi"
        self._pictures = pictures
        self._steps = 0
        self._program: subprocess.Popen[bytes] | None = None
        self._clipboard: subprocess.Popen[bytes] | None = None

    # -- what a person does

    def begin(self) -> None:
        """Start the program, and wait until it rests."""
        words = [sys.executable, str(ROOT / "main.py"), "--date", str(TODAY)]
        self._program = self.screen.start(words)
        self.sure("the window is there", self._window)
        self._rest()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, and let the program do what they mean."""
        for key in keys:
            self.screen.press(key)
            self._rest()

    def type(self, words: str) -> None:
        """Type; what no key makes is pasted, as an input method's text would come."""
        if words.isascii():
            self.screen.type(words)
        else:
            self.copy(words)
            self.screen.press("ctrl+v")
        self._rest()

    def copy(self, what: str | list[str]) -> None:
        """Put a text or files on the clipboard, from another program."""
        if self._clipboard is None:
            words = [sys.executable, "-m", "tests.desktop.clipboard"]
            self._clipboard = self.screen.start(words, PYTHONPATH=str(ROOT))
        assert self._clipboard.stdin is not None
        assert self._clipboard.stdout is not None
        self._clipboard.stdin.write(json.dumps(what).encode() + b"\n")
        self._clipboard.stdin.flush()
        assert self._clipboard.stdout.readline() == b"held\n"

    def go_home(self) -> None:
        """Ctrl+Q: the program ends by itself, and has nothing to complain about."""
        assert self._program is not None
        self.screen.press("ctrl+q")
        self.sure("the program has ended", lambda: self._program.poll() is not None)
        assert self._program.stdout is not None
        said = self._program.stdout.read().decode()
        assert (self._program.returncode, said) == (0, "")

    # -- what the ledger says

    def sure(self, what: str, ask: Callable[[], object]) -> None:
        """Wait until it is so; else fail with a picture of the screen."""
        if not until(ask):
            self._steps += 1
            picture = self.screen.picture(self._pictures / f"{self._steps}.png")
            pytest.fail(f"not so: {what}; the screen is in {picture}")

    def task(self, label: str) -> TaskRow:
        """A task as it stands in the ledger."""
        return self.detail(label).task

    def detail(self, label: str) -> TaskDetail:
        """All about a task."""
        with self._look() as ledger:
            return ledger.ask(
                queries.task_detail, ledger.ask(queries.find_task, 1, label), TODAY, HALF
            )

    def sections(self) -> list[str]:
        """The office's sections."""
        with self._look() as ledger:
            return [section.name for section in ledger.ask(queries.sections)]

    def measure(self, number: str) -> MeasureRow:
        """The measure called 1.1."""
        with self._look() as ledger:
            return ledger.ask(queries.find_measure, 1, number, TODAY)

    def _look(self) -> Ledger:
        now = dt.datetime(2021, 6, 25, 9)
        return Ledger.open(self.ledger, who="旁观", now=now, read_only=True)

    def _window(self) -> bool:
        asked = ["xdotool", "search", "--onlyvisible", "--name", "落实台账"]
        found = subprocess.run(
            asked, env=self.screen.environ(), capture_output=True, timeout=40, check=False
        )
        return bool(found.stdout.strip())

    def _rest(self) -> None:
        assert self._program is not None
        quiet(self._program)


@pytest.fixture
def day(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    """A screen and a new home; nothing runs yet."""
    monkeypatch.setenv("LUOSHI_HOME", str(own_home / "luoshi"))
    frame = tmp_path / "screen"
    frame.mkdir()
    with Screen(frame) as screen:
        yield Day(screen, own_home, tmp_path)


def test_a_day_by_the_keyboard_is_all_there_tomorrow(day: Day, tmp_path: Path) -> None:
    day.begin()
    take_on(day)
    name_the_office(day)
    assign(day)
    tick_and_note(day)
    attach(day, tmp_path)
    fill(day)
    search(day)
    exported = report(day, tmp_path)
    undo(day)
    day.go_home()
    # All of it is one file, and the papers are papers.
    assert {each.name for each in day.ledger.parent.glob("落实台账.luoshi*")} == {day.ledger.name}
    for paper in exported:
        with pdfplumber.open(paper) as pdf:
            assert len(pdf.pages) > 1
            words = "".join(page.extract_text() for page in pdf.pages)
        assert "示例局" in words
        assert PROGRESS.rstrip("。") in words
    tomorrow(day)


def take_on(day: Day) -> None:
    """逐项定承接 for three tasks; who sits here is asked once, and the change goes on."""
    day.press("ctrl+j", "1")
    day.type("王芳")
    day.press("Return")
    day.sure("task 1 is 主责", lambda: day.task("1").role is Adoption.OWN)
    day.press("2")
    day.sure("task 2 is 配合", lambda: day.task("2").role is Adoption.ASSIST)
    day.press("3")
    day.type("属省级事权")
    day.press("Return")
    day.sure("task 3 has its reason", lambda: day.task("3").reason == "属省级事权")
    # Back in the list, at the task that was next: two at once.
    day.press("Escape", "shift+Down", "shift+Down", "shift+Down", "1")
    day.sure("task 4 is 主责", lambda: day.task("4").role is Adoption.OWN)
    day.sure("task 5 is 主责", lambda: day.task("5").role is Adoption.OWN)


def name_the_office(day: Day) -> None:
    """The bureau's name and a section, in 设置."""
    day.press("ctrl+5", "Tab")
    day.type("示例局")
    day.press("alt+2", "Tab", "Return")
    day.type("法规科")
    day.press("Return")
    day.sure("there is a section", lambda: day.sections() == ["法规科"])


def assign(day: Day) -> None:
    """责任分工 of the two selected tasks: the section, a person, a day."""
    day.press("ctrl+2", "F8", "Down", "Tab", "Tab")
    day.type("李强")
    day.press("Tab", "Tab", "Tab", "Tab", "Tab")
    day.type("2021930")
    day.press("Return")
    day.sure("4 is assigned", lambda: assigned(day, "4") == ("法规科", "李强", DUE))
    day.sure("5 is assigned", lambda: assigned(day, "5") == ("法规科", "李强", DUE))


def assigned(day: Day, label: str) -> tuple[str, str, dt.date]:
    """Section, person and deadline of a task."""
    task = day.task(label)
    return task.section, task.person, task.due_on


def tick_and_note(day: Day) -> None:
    """A measure of task 1 by the space bar, and a note."""
    day.press("Home", "Down", "Down", "alt+1", "space")
    day.sure("1.1 is ticked", lambda: day.task("1").ticked_measures == 1)
    day.press("alt+3")
    day.type(NOTE)
    day.press("ctrl+Return")
    day.sure("there is a note", lambda: [each.text for each in day.detail("1").notes] == [NOTE])


def attach(day: Day, folder: Path) -> None:
    """A file that was copied elsewhere, by Ctrl+V; its name is asked for at once."""
    file = folder / "会议纪要.txt"
    file.write_text("与省局会商规划", encoding="utf-8")
    day.copy([str(file)])
    day.press("Escape", "ctrl+v")
    day.type("规划会商纪要")
    # The first ends the name, the second is 确定.
    day.press("Return", "Return")
    day.sure("there is evidence", lambda: day.task("1").evidence == 1)
    day.sure("it has a name", lambda: day.detail("1").evidence[0].name == "规划会商纪要")


def fill(day: Day) -> None:
    """In the table, then one by one."""
    day.press("ctrl+3")
    day.press("F2")
    day.type(PROGRESS)
    day.press("Return")
    day.sure("task 1 is filled", lambda: wording(day, "1") == PROGRESS)
    day.press("F7")
    day.type("配合省局完成部省会商。")
    day.press("ctrl+Return")
    day.sure("task 2 is filled", lambda: wording(day, "2") == "配合省局完成部省会商。")
    day.press("F9")
    day.sure("of task 4 there is nothing new", lambda: day.task("4").filled)


def wording(day: Day, label: str) -> str:
    """进展情况 as papers print it."""
    return "".join(entry.wording for entry in day.detail(label).entries)


def search(day: Day) -> None:
    """By the initials of 知识产权强国, to the task and into its detail."""
    day.press("ctrl+f")
    day.type("zscqqg")
    day.press("Down", "Return", "alt+1", "Down", "space")
    day.sure("1.2 is ticked too", lambda: day.task("1").ticked_measures == 2)


def report(day: Day, folder: Path) -> list[Path]:
    """进展情况报告 as a file by the two ways: 导出 PDF, and 打印到文件."""
    exported, printed = folder / "exported.pdf", folder / "printed.pdf"
    day.press("ctrl+4", "ctrl+shift+p", "ctrl+a")
    day.type(str(exported))
    day.press("Return")
    day.sure("there is a PDF", exported.exists)
    day.press("ctrl+p", "Return", "alt+f", "ctrl+a")
    day.type(str(printed))
    day.press("Return")
    day.sure("there is another PDF", printed.exists)
    return [exported, printed]


def undo(day: Day) -> None:
    """The last change, from another page than where it was made."""
    day.press("ctrl+z")
    day.sure("1.2 is open again", lambda: day.task("1").ticked_measures == 1)


def tomorrow(day: Day) -> None:
    """Everything is there, and one goes on where one was."""
    day.begin()
    task, detail = day.task("1"), day.detail("1")
    assert (task.role, task.ticked_measures) == (Adoption.OWN, 1)
    assert [each.text for each in detail.notes] == [NOTE]
    assert [each.name for each in detail.evidence] == ["规划会商纪要"]
    assert wording(day, "1") == PROGRESS
    assert (day.task("5").section, day.task("5").person) == ("法规科", "李强")
    assert day.measure("1.1").ticked_by == "王芳"
    # The window begins with the report, as it was left; nobody is asked again who sits here.
    again = day.ledger.with_name("again.pdf")
    day.press("ctrl+shift+p", "ctrl+a")
    day.type(str(again))
    day.press("Return")
    day.sure("the page is that of yesterday", again.exists)
    day.press("ctrl+2", "Home", "Down", "Down", "alt+1", "Down", "space")
    day.sure("1.2 is ticked", lambda: day.measure("1.2").ticked_by == "王芳")
    day.go_home()
