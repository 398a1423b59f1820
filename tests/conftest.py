"""What holds for every test: nobody's own folders are seen, and unexpected warnings fail."""

from __future__ import annotations

import datetime as dt
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# Before any Qt is imported: tests need no display, whoever starts them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines of two cores stall now and then; how fast a rule is, benchmarks measure.
# The gate tries the same examples every time; a developer's machine goes looking for new ones.
settings.register_profile("luoshi", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("luoshi")

_FOLDERS = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "LUOSHI_HOME")
_XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
# They read our papers in tests and have opinions of their own.
_READERS = ("pdfminer", "pdfplumber", "pypdfium2")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home for each test: user's ledger, settings, fonts and caches are out of sight."""
    home = tmp_path_factory.mktemp("home")
    for name in (*_FOLDERS, *_XDG):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture(scope="session")
def plain_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the embedded plan and nothing else; copy it before you write."""
    path = tmp_path_factory.mktemp("plain") / "台账.luoshi"
    from models.starting import create_with_plan

    moment = dt.datetime(2021, 3, 5, 9)
    create_with_plan(path, who="张三", today=moment.date(), now=moment).close()
    return path


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo ledger; copy it before you write."""
    from models.demo import build_demo

    path = tmp_path_factory.mktemp("demo") / "示例.luoshi"
    build_demo(path).close()
    return path


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] not in _READERS:
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def log_warnings() -> Iterator[list[str]]:
    """Fails the test on a logged warning; a test that means one takes the list and clears it."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield collector.lines
    logging.getLogger().removeHandler(collector)
    assert collector.lines == [], "unexpected log warnings"


@pytest.fixture
def program(own_home: Path) -> Program:
    """`main.py` run as a person runs it: a process of its own."""
    return Program(own_home)


class Program:
    """Runs `main.py` in a process of its own, in a home of its own."""

    def __init__(self, home: Path) -> None:
        self.environ = {**os.environ, "LUOSHI_HOME": str(home / "luoshi")}
        self.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        self._home = home
        self._before: Callable[[], None] | None = None

    def without(self, *modules: str) -> Program:
        """Let these modules be missing, as on a machine where they were never installed."""
        code = (
            "import sys\n"
            "class Gone:\n"
            "    def find_spec(self, name, path=None, target=None):\n"
            f"        if name.partition('.')[0] in {modules!r}:\n"
            "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
            "sys.meta_path.insert(0, Gone())\n"
        )
        (self._home / "sitecustomize.py").write_text(code, encoding="utf-8")
        self.environ["PYTHONPATH"] = str(self._home)
        return self

    def limited(self, before: Callable[[], None]) -> Program:
        """Let the process call `before` first, to give up rights or room."""
        self._before = before
        return self

    def __call__(
        self, *words: str | Path, out: int = subprocess.PIPE, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it; an environment value of "" means that the variable is not set."""
        whole = {name: value for name, value in {**self.environ, **environ}.items() if value}
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=whole,
            cwd=self._home,
            preexec_fn=self._before,
            timeout=120,
            check=False,
        )
