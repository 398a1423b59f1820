"""PySide6 comes in without compiling its own sources a second time, and is whole all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from gui import imports

ROOT = Path(__file__).resolve().parents[2]
COUNT = """
import builtins, sys
from pathlib import Path
really, compiled = builtins.compile, []
def counted(source, file, *rest, **named):
    compiled.append(str(file))
    return really(source, file, *rest, **named)
builtins.compile = counted
from gui.imports import bring_pyside
bring_pyside(Path(sys.argv[1]))
assert builtins.compile is counted
print(sum(file.startswith("shibokensupport/") for file in compiled))
"""
ASK = """
import sys
from pathlib import Path
from gui.imports import bring_pyside
bring_pyside(Path(sys.argv[1]))
import PySide6.QtCore, PySide6.QtWidgets
writer = sys.modules["shibokensupport.signature.lib.pyi_generator"]
print("Formatter" in vars(writer), hasattr(writer, "nothing_of_the_kind"), writer.Formatter.__name__)
try:
    PySide6.QtCore.QPoint("words")
except TypeError as error:
    print("QPoint" in str(error))
"""


def run(script: str, folder: Path) -> str:
    """What a process of its own prints."""
    words = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(
        words, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_second_start_compiles_nothing_of_pyside_itself(tmp_path: Path) -> None:
    assert int(run(COUNT, tmp_path)) > 5
    assert int(run(COUNT, tmp_path)) == 0


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    run(COUNT, tmp_path)
    kept = tmp_path / imports.FILE_NAME
    whole = kept.read_bytes()
    for damaged in (whole[:1000], whole[:-1] + bytes([whole[-1] ^ 1]), b"", b"\0" * 5000):
        kept.write_bytes(damaged)
        assert int(run(COUNT, tmp_path)) > 5
        assert kept.read_bytes() == whole
    assert int(run(COUNT, tmp_path)) == 0


def test_what_another_python_compiled_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kept"
    imports.write_code(place, {("file", 4, 5): compile("1", "file", "eval")})
    assert list(imports.read_code(place)) == [("file", 4, 5)]
    monkeypatch.setattr(sys, "version", "3.99")
    assert imports.read_code(place) == {}


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("", encoding="utf-8")
    assert int(run(COUNT, file)) > 5
    assert int(run(COUNT, file)) > 5


def test_what_waits_comes_when_it_is_asked_for(tmp_path: Path) -> None:
    for _ in range(2):
        assert run(ASK, tmp_path).split() == ["False", "False", "Formatter", "True"]


def test_other_compiling_is_left_alone(tmp_path: Path) -> None:
    with imports._kept_code(tmp_path / "kept"):
        assert eval(compile("6 * 7", "shibokensupport/not-bytes.py", "eval")) == 42
        assert eval(compile(b"6 * 7", "elsewhere.py", "eval")) == 42
    assert not (tmp_path / "kept").exists()


def test_what_waits_may_be_asked_for_at_once(tmp_path: Path) -> None:
    """A later PySide6 may want the writer while it comes in itself."""
    for _ in range(2):
        with imports._kept_code(tmp_path / "kept"):
            code = compile(b"answer = 42", imports._WAITING, "exec")
            module = ModuleType("writer")
            exec(code, vars(module))
            assert "answer" not in vars(module)
            assert module.answer == 42
