"""Where no window can open, `main.py` says why in one sentence and ends with 1; Qt never aborts."""

from __future__ import annotations

import re
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gui import display

if TYPE_CHECKING:
    from conftest import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="displays are X11's and Wayland's")

BARE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
SENTENCE = re.compile(
    r"[^\n]+，窗口没有打开，台账没有改动；[^\n]+report progress[^\n]+--out[^\n]+\n"
)


class FakeDisplay:
    """An X display on a socket of its own: it answers with a bare setup, or is mute."""

    def __init__(self, *, mute: bool = False, refuse: bool = False) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        for number in range(200, 1000):
            try:
                self._socket.bind(f"\0/tmp/.X11-unix/X{number}")
            except OSError:
                continue
            self.name = f":{number}"
            break
        self._socket.listen()
        self._answer = b""
        if refuse:
            self._answer = struct.pack("<BBHHH", 0, 4, 11, 0, 1) + b"no!!"
        elif not mute:
            # Success, protocol 11.0, 8 words: no vendor, no pixmap formats, no screens.
            self._answer = struct.pack("<BxHHH", 1, 11, 0, 8) + bytes(32)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with ExitStack() as links:
            while True:
                try:
                    link = links.enter_context(self._socket.accept()[0])
                except OSError:
                    return
                if self._answer:
                    link.recv(64)
                    link.sendall(self._answer)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()


@pytest.fixture
def living() -> Iterator[FakeDisplay]:
    fake = FakeDisplay()
    yield fake
    fake.close()


def test_no_display_is_one_sentence_that_names_the_command(program: Program) -> None:
    done = program(**BARE)
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)
    assert "没有可用的显示器" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"DISPLAY": "nonsense"},
    ],
)
def test_a_display_that_does_not_answer_is_one_sentence(
    program: Program, environ: dict[str, str]
) -> None:
    done = program(**(BARE | environ))
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)
    assert "应答" in done.stderr or "拒绝" in done.stderr


def test_xcb_without_a_display_is_one_sentence(program: Program) -> None:
    done = program(**(BARE | {"QT_QPA_PLATFORM": "xcb"}))
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)


def test_a_platform_that_does_not_exist_is_one_sentence(program: Program) -> None:
    done = program(**(BARE | {"QT_QPA_PLATFORM": "nonsense"}))
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)
    assert "nonsense" in done.stderr


@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libEGL.so.1"])
def test_a_missing_system_library_is_one_sentence(
    program: Program, living: FakeDisplay, tmp_path: Path, library: str
) -> None:
    """A file that is no library stands before the real one: the loader's own complaint is read."""
    (tmp_path / library).write_bytes(b"")
    environ = {"DISPLAY": living.name, "LD_LIBRARY_PATH": str(tmp_path)}
    done = program(**(BARE | environ))
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)
    assert f"缺少系统库 {library}" in done.stderr


def test_without_pyside6_the_window_is_one_sentence(program: Program) -> None:
    done = program.without("PySide6", "shiboken6")(**(BARE | {"QT_QPA_PLATFORM": "offscreen"}))
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr)
    assert "PySide6" in done.stderr


def test_a_display_that_answers_is_taken(living: FakeDisplay) -> None:
    assert display.check_display({"DISPLAY": living.name}) is None


def test_a_mute_display_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "PATIENCE", 0.2)
    mute = FakeDisplay(mute=True)
    try:
        assert "没有应答" in (display.check_display({"DISPLAY": mute.name}) or "")
    finally:
        mute.close()


def test_a_display_that_refuses_is_said() -> None:
    stern = FakeDisplay(refuse=True)
    try:
        assert "拒绝连接" in (display.check_display({"DISPLAY": stern.name}) or "")
    finally:
        stern.close()


def test_one_living_display_of_two_is_enough(living: FakeDisplay) -> None:
    environ = {"DISPLAY": living.name, "WAYLAND_DISPLAY": "wayland-4711"}
    assert display.check_display(environ) is None


def test_platforms_are_read_as_qt_reads_them() -> None:
    environ = {"QT_QPA_PLATFORM": "wayland;xcb:scaling=1", "DISPLAY": ":0"}
    assert display.platforms(environ) == ("wayland", "xcb")
    assert display.platforms({"DISPLAY": ":0"}) == ("xcb",)
    assert display.platforms({}) == ()


def test_a_loader_message_without_a_library_is_still_a_sentence() -> None:
    assert display.missing_library("DLL load failed") == "窗口组件 PySide6 不能使用"
