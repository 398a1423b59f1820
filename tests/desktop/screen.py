"""A screen of one's own: Xvfb with openbox on it, keys by xdotool, pictures from its frame buffer.

Linux only. Everything that is started here is ended here, each process by its own handle.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

NEEDED = ("Xvfb", "openbox", "xdotool")
# How long one step of a person may take on a busy machine, in seconds.
PATIENCE = 40.0
# All threads must have slept through as many looks in a row, and so long apart (seconds): longer
# than the window's own short timers.
_LOOKS = 8
_PAUSE = 0.03
_HEADER = struct.Struct(">25I")
T = TypeVar("T")


def missing() -> str:
    """The programs that this machine lacks, for the reason why a test is skipped."""
    return "、".join(name for name in NEEDED if shutil.which(name) is None)


class Screen:
    """1366×768 at 24 bits, as in the offices; `with Screen(folder) as screen`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self.display = ""

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        server = ("Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-noreset")
        local = ("-nolisten", "tcp", "-fbdir", str(self._folder))
        try:
            self.start([*server, *local], keep=(write,))
            os.close(write)
            # The server writes its number once it takes callers; it found a free one by itself.
            with os.fdopen(read) as told:
                self.display = f":{told.readline().strip()}"
            self.start(["openbox", "--sm-disable"])
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def environ(self, **more: str) -> dict[str, str]:
        """The environment of a program on this screen; no desktop's own dialogs, no printers."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        for name in ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"):
            kept.pop(name, None)
        own = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11"}
        return {**kept, **own, "CUPS_SERVER": str(self._folder / "no-printers"), **more}

    def start(
        self, words: list[str], keep: tuple[int, ...] = (), **more: str
    ) -> subprocess.Popen[bytes]:
        """Start a program on the screen; it ends with the screen at the latest."""
        started = subprocess.Popen(
            words,
            env=self.environ(**more),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if words[0] == sys.executable else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if words[0] == sys.executable else subprocess.DEVNULL,
            pass_fds=keep,
        )
        self._started.append(started)
        return started

    def close(self) -> None:
        """End what was started, the server last."""
        for process in reversed(self._started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        self._started.clear()

    def press(self, *keys: str) -> None:
        """Press keys by their names in X, such as ctrl+Return."""
        self._xdotool("key", "--delay", "20", *keys)

    def type(self, words: str) -> None:
        """Type ASCII text, a key a character."""
        self._xdotool("type", "--delay", "12", words)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environ(), check=True, timeout=PATIENCE)

    def picture(self, path: Path) -> Path:
        """What is on the screen now, as a PNG."""
        from PySide6.QtGui import QImage

        raw = (self._folder / "Xvfb_screen0").read_bytes()
        head = _HEADER.unpack_from(raw)
        # Of the X window dump: size of the header, width, height, bytes a line, colours.
        size, wide, high, line, colours = head[0], head[4], head[5], head[12], head[19]
        start = size + 12 * colours
        image = QImage(raw[start:], wide, high, line, QImage.Format.Format_RGB32)
        image.save(str(path))
        return path


def quiet(process: subprocess.Popen[bytes]) -> None:
    """Wait until all threads of a program sleep: it has done all that it was told to.

    Unlike a fixed pause this holds on a busy machine: what waits for a processor does not sleep.
    """
    until, asleep, used = time.monotonic() + PATIENCE, 0, -1
    while asleep < _LOOKS and time.monotonic() < until and process.poll() is None:
        time.sleep(_PAUSE)
        sleeping, now = _threads(process.pid)
        # A cursor that blinks takes a hundredth of a second now and then.
        asleep = asleep + 1 if sleeping and now - used <= 1 else 0
        used = now


def _threads(pid: int) -> tuple[bool, int]:
    """Whether all threads sleep, and the hundredths of a second that they have used so far."""
    sleeping, used = True, 0
    for stat in Path(f"/proc/{pid}/task").glob("*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        sleeping = sleeping and words[0] == "S"
        used += int(words[11]) + int(words[12])
    return sleeping, used


def until(ask: Callable[[], T], seconds: float = PATIENCE) -> T:
    """Ask again until the answer is true, or the time is over; the last answer."""
    end = time.monotonic() + seconds
    answer = ask()
    while not answer and time.monotonic() < end:
        time.sleep(0.1)
        answer = ask()
    return answer
