"""How long until the window is there with its tree filled, beside a bare window and two relatives.

Each start is a process of its own, counted from its very beginning; the programs take turns, so that
a slow moment of the machine hits all of them. Vorta and novelWriter take part where they are installed
in the same environment. Run: `python benchmarks/start.py [--rounds 7] [--ledger 大台账.luoshi]`, with
a display (or Xvfb), or with QT_QPA_PLATFORM=offscreen. Without a ledger it starts with that of the demo;
a given one is copied (`benchmarks/generate.py` makes a large one).
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROBE = Path(__file__).with_name("probe.py")
PROGRAMS = {"bare": "PySide6", "luoshi": "PySide6", "vorta": "vorta", "novelwriter": "novelwriter"}
AIM = 2.0  # times the bare window
LARGE_AIM = 2.5  # the same with a large ledger


def main() -> int:
    """Measure, print the medians and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--ledger", type=Path)
    args = parser.parse_args()
    programs = [name for name, module in PROGRAMS.items() if importlib.util.find_spec(module)]
    times = measured(programs, args.rounds, args.ledger)
    bare = statistics.median(times["bare"])
    print(f"{'program':12} {'median':>8} {'fastest':>8} {'slowest':>8} {'x bare':>7}")
    for name, found in times.items():
        middle = statistics.median(found)
        print(
            f"{name:12} {middle:7.3f}s {min(found):7.3f}s {max(found):7.3f}s {middle / bare:7.2f}"
        )
    ratio = statistics.median(times["luoshi"]) / bare
    aim = AIM if args.ledger is None else LARGE_AIM
    print(f"aim: luoshi at most {aim} times the bare window; it is {ratio:.2f} times")
    return 0


def measured(
    programs: Sequence[str], rounds: int, ledger: Path | None = None
) -> dict[str, list[float]]:
    """Seconds of each start of each program, in turns."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        environ = prepared(Path(folder), ledger)
        # One start apart: it fills the caches of files and byte code, as the day before did.
        for name in programs:
            start(name, environ)
        for _ in range(rounds):
            for name in programs:
                times[name].append(start(name, environ))
    return times


def prepared(folder: Path, ledger: Path | None = None) -> dict[str, str]:
    """A home that nobody has used, with a copy of `ledger` as the user's own, or the demo's."""
    sys.path.insert(0, str(ROOT))
    from cli.ledgers import FILE_NAME
    from models.demo import build_demo

    home = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    home["LUOSHI_HOME"] = str(folder / "luoshi")
    place = folder / "luoshi" / FILE_NAME
    if ledger is None:
        build_demo(place).close()
    else:
        place.parent.mkdir()
        shutil.copy(ledger, place)
    return {**os.environ, **home, "XDG_CACHE_HOME": str(folder), "PYTHONPATH": str(ROOT)}


def start(name: str, environ: dict[str, str]) -> float:
    """Seconds from the birth of the process until its window is there."""
    words = [sys.executable, str(PROBE), name, repr(time.monotonic())]
    try:
        done = subprocess.run(
            words, env=environ, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{name} showed no window within a minute") from None
    lines = [line for line in done.stdout.splitlines() if line.startswith("shown ")]
    if not lines:
        raise SystemExit(f"{name} showed no window:\n{done.stdout}{done.stderr}")
    return float(lines[-1].split()[1])


if __name__ == "__main__":
    raise SystemExit(main())
