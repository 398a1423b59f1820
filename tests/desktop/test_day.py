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

import pytest

from models import queries
from models.ledger import Ledger
from models.periods import Period
from models.rows import SearchHit, TaskDetail, TaskRow
from models.rules import Adoption
from tests.desktop.screen import Screen, missing, quiet, until

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing()),
    reason=f"a screen of one's own needs Xvfb, openbox and xdotool; missing here: {missing()}",
)

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2021, 6, 25)
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

    def hits(self, words: str) -> tuple[SearchHit, ...]:
        """What a search finds."""
        with self._look() as ledger:
            return ledger.ask(queries.search, 1, words)

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


def test_a_day_by_the_keyboard_is_all_there_tomorrow(
    day: Day,
) -> None:
    day.begin()
    take_on(day)
    day.go_home()
    assert {each.name for each in day.ledger.parent.glob("落实台账.luoshi*")} == {day.ledger.name}


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
    # Back in the list: two at once.
    day.press("Escape", "Down", "Down", "shift+Down", "shift+Down", "1")
    day.sure("task 5 is 主责", lambda: day.task("5").role is Adoption.OWN)
