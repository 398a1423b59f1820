"""What takes how long on the large ledger, beside the aims; each figure is the best of three.

Run: `python benchmarks/large.py [--ledger 大台账.luoshi]`; without a ledger one is generated in a
temporary folder (`benchmarks/generate.py`, about a minute). A part is a function that measures one side
of the program on a copy of the ledger; the parts are in `PARTS`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import TODAY, generate
from models import commands, queries
from models.actor import Actor
from models.ledger import Ledger
from models.periods import Period

ROUNDS = 3
# The longest time in ms in which the window may not answer.
GAP = 50
NOW = dt.datetime.combine(TODAY, dt.time(9))
ACTOR = Actor("测量", TODAY, NOW)
MONTH = Period.parse("2021-12")


@dataclass(frozen=True)
class Figure:
    """One measured thing: value and aim in the same unit; smaller is better."""

    name: str
    value: float
    aim: float
    unit: str = "ms"

    @property
    def met(self) -> bool:
        """Whether the aim is reached."""
        return self.value <= self.aim

    def within(self, times: float) -> bool:
        """Whether it is at most so many times the aim: machines have slow days."""
        return self.value <= self.aim * times


Part = Callable[[Path], Iterator[Figure]]


def reading(path: Path) -> Iterator[Figure]:
    """Opening and asking, as the pages of the window ask."""
    yield Figure("ledger opened", best(lambda: Ledger.open(path, now=NOW).close()), 100)
    with Ledger.open(path, now=NOW) as ledger:
        plan = ledger.ask(queries.find_plan).id
        tasks = ledger.ask(queries.tree, plan, TODAY).tasks
        task = tasks[len(tasks) // 2].id
        asked: tuple[tuple[str, float, Callable[[], object]], ...] = (
            ("tree of a plan", 100, lambda: queries.tree(plan, TODAY, MONTH)),
            ("overview", 100, lambda: queries.overview(plan, TODAY, MONTH)),
            ("measures of a plan", 100, lambda: queries.measures(plan, TODAY)),
            ("lines to fill", 100, lambda: queries.fill_lines(tasks, plan, TODAY, MONTH)),
            ("lines by measure", 200, lambda: queries.fill_lines(tasks, plan, TODAY, MONTH, True)),
            ("task detail", 50, lambda: queries.task_detail(task, TODAY, MONTH)),
            ("history of a task", 50, lambda: queries.history(task)),
            ("history of all", 50, queries.history),
            ("counts", 50, queries.counts),
            ("rows of a report", 500, lambda: queries.report_rows(plan, MONTH, TODAY)),
        )
        for name, aim, query in asked:
            yield Figure(name, best(_asking(ledger, query)), aim)


def searching(path: Path) -> Iterator[Figure]:
    """Words of three characters and more, of one and two, initials, and what is not there."""
    with Ledger.open(path, now=NOW) as ledger:
        plan = ledger.ask(queries.find_plan).id
        for word in ("知识产权", "座谈", "会", "zscq", "zt", "GB/T 19001", "没有这个词"):
            found = _asking(ledger, _search(plan, word))
            yield Figure(f"search {word}", best(found), 50)


def writing(path: Path) -> Iterator[Figure]:
    """One change after another, each saved on the disk (synchronous FULL) before the next."""
    with Ledger.open(path, now=NOW) as ledger:
        plan = ledger.ask(queries.find_plan).id
        rows = [row for each in ledger.ask(queries.measures, plan, TODAY).values() for row in each]
        task = rows[0].task_id
        ledger.do(ACTOR, commands.add_note, "第一条记录读入词典。", task_id=task)
        step = iter(rows * ROUNDS)
        ticked = {row.id: row.ticked for row in rows}

        def tick() -> None:
            row = next(step)
            ticked[row.id] = not ticked[row.id]
            ledger.do(ACTOR, commands.tick, row.id, ticked=ticked[row.id])

        def note() -> None:
            ledger.do(ACTOR, commands.add_note, "与有关部门电话商定。", task_id=task)

        def undo() -> None:
            ledger.undo(ACTOR)

        yield Figure("tick, saved (median)", _median(tick), 30)
        yield Figure("note, saved (median)", _median(note), 30)
        yield Figure("undo, saved (median)", _median(undo), 30)


def window(path: Path) -> Iterator[Figure]:
    """The real window in a process of its own: the best of three of each thing that is done in it."""
    rounds = [window_round(path) for _ in range(ROUNDS)]
    for name in rounds[0]["figures"]:
        least = min(each["figures"][name] for each in rounds)
        yield Figure(f"window: {name}", least, GAP if name == "longest gap" else 100)
    yield Figure("window: memory", min(each["memory"] for each in rounds), 400, "MB")


def window_round(path: Path) -> Any:  # noqa: ANN401 (JSON)
    """What `benchmarks/large_window.py` measured, on a copy of the ledger."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(path, folder)
        script = Path(__file__).with_name("large_window.py")
        done = subprocess.run(
            [sys.executable, str(script), copy],
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=300,
        )
    return json.loads(done.stdout.splitlines()[-1])


def memory(path: Path) -> Iterator[Figure]:
    """The most that a process holds that does all of the above and nothing else."""
    if sys.platform == "win32":
        return
    words = [sys.executable, __file__, "--held", str(path)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True, timeout=300)
    yield Figure("memory", float(done.stdout), 400, "MB")


def held(path: Path) -> float:
    """Read, search and write, and answer with the most that this process has held, in MB."""
    import resource

    for part in (reading, searching, writing):
        for _ in part(path):
            pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


PARTS: tuple[Part, ...] = (reading, searching, writing, memory)
WITH_WINDOW: tuple[Part, ...] = (*PARTS, window)


def figures(path: Path, parts: Sequence[Part] = PARTS) -> Iterator[Figure]:
    """Every figure of the parts, on a copy of the ledger."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, folder))
        for part in parts:
            yield from part(copy)


def best(run: Callable[[], object]) -> float:
    """The shortest of three, in ms."""
    return min(_spent(run) for _ in range(ROUNDS))


def _median(run: Callable[[], object], times: int = 15) -> float:
    """The best of three medians, in ms."""
    return min(statistics.median(_spent(run) for _ in range(times)) for _ in range(ROUNDS))


def _spent(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def _asking(ledger: Ledger, query: Callable[[], object]) -> Callable[[], object]:
    return lambda: ledger.ask(query)


def _search(plan: int, word: str) -> Callable[[], object]:
    return lambda: queries.search(plan, word)


def main() -> int:
    """Print the figures beside the aims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--held", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.held:
        print(held(args.held))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = args.ledger
        if path is None:
            path = Path(folder) / "large.luoshi"
            started = time.monotonic()
            generate(path, args.scale)
            spent = time.monotonic() - started
            print(f"{'ledger generated':24}{spent:10.1f} s    aim 120 s")
        for figure in figures(path, WITH_WINDOW):
            mark = "" if figure.met else "   MISSED"
            print(f"{figure.name:24}{figure.value:10.1f} {figure.unit:4} aim {figure.aim:g}{mark}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
