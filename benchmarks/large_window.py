"""The window on the large ledger: page switches, scrolling, filtering, ticking, and what holds it up.

Run: `python benchmarks/large_window.py 大台账.luoshi`; it prints a JSON line of milliseconds (and MB of
memory at the end). The window is the real one, with its threads; steps are taken from inside its event
loop, each when the one before has been answered and painted. `benchmarks/large.py` runs it as a part.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

TODAY = dt.date(2021, 12, 24)
# The office screen that the window is made for, without task bar and title.
_SIZE = (1366, 700)


class Trial:
    """Takes the steps and times them; `figures` by name in ms."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from benchmarks.watchdog import Watchdog

        self._application = QApplication.instance()
        self.figures: dict[str, float] = {}
        self.watchdog = Watchdog()
        self._began = 0.0
        self._name = ""

    def fit(self) -> None:
        """Called once the window is there."""
        from PySide6.QtWidgets import QApplication, QMainWindow

        self.window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        self.window.showNormal()
        self.window.resize(*_SIZE)

    def watch(self) -> None:
        """What is made ready while nobody waits must not hold the window up."""
        self.watchdog.doing = "made ready"
        self.watchdog.start()

    def begin(self) -> None:
        """Called once all is ready."""
        from benchmarks.steps import steps

        self._steps = steps(self.window)
        self._next()

    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._finish()
            return
        self._name, do = step
        self.watchdog.begin(self._name)
        self._began = time.perf_counter()
        do()
        # Answered by the ledger's lane, then painted.
        self.window.context.desk.after(self._answered)

    def _answered(self) -> None:
        from PySide6.QtCore import QTimer

        # A second time round the lane: what was answered may have asked for more.
        self.window.context.desk.after(lambda: QTimer.singleShot(0, self._painted))

    def _painted(self) -> None:
        from PySide6.QtCore import QTimer

        page = self.window.stack.currentWidget()
        page.repaint()
        spent = (time.perf_counter() - self._began) * 1000
        self.figures[self._name] = max(spent, self.figures.get(self._name, 0.0))
        QTimer.singleShot(5, self._next)

    def _finish(self) -> None:
        gaps = self.watchdog.gaps()
        worst = max(gaps, key=lambda name: gaps[name])
        self.figures["longest gap"] = gaps[worst]
        answer = {"figures": self.figures, "gaps": gaps, "worst": worst, "memory": memory()}
        print(json.dumps(answer, ensure_ascii=False), flush=True)
        self.window.close()


def memory() -> float:
    """The most that the process has held, in MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Open the window on the ledger and go through the steps."""
    from gui.constants import hold

    hold()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui.app import run
    from gui.start import Start
    from models.ledger import Ledger

    path = Path(sys.argv[1])
    QApplication([])
    trial = Trial()

    def opened(place: Path = path) -> Ledger:
        return Ledger.open(place, who="测量", now=dt.datetime.combine(TODAY, dt.time(9)))

    QTimer.singleShot(500, trial.fit)
    QTimer.singleShot(1000, trial.watch)
    # Modules and pages are read and made after the first picture, while nobody waits for them.
    QTimer.singleShot(6000, trial.begin)
    with tempfile.TemporaryDirectory() as folder:
        start = Start(path, opened, Path(folder), opened, opened, "测量", TODAY, demo=True)
        return run(start)


if __name__ == "__main__":
    raise SystemExit(main())
