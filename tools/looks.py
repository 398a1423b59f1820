"""Pictures of every page in its looks, to be looked at: `python tools/looks.py FOLDER [full|empty|long]`.

The looks are 100 % on 1366×768 and 150 % on 1920×1080, each light and dark, and the smallest window
and a narrower one; the ledgers are the demo, one as it begins, and the demo with very long names. It
needs no display.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Screen in pixels, and how many of them are one logical pixel.
SCREENS = {
    "100": (1366, 768, 1.0),
    "150": (1920, 1080, 1.5),
    "smallest": (1200, 700, 1.0),
    "narrow": (1040, 700, 1.0),
}
LOOKS = ("light", "dark")
LEDGERS = ("full", "empty", "long")
PLACES = (
    "overview",
    "tasks",
    "fill/表格",
    "fill/逐项",
    "report",
    *(f"settings/{word}" for word in ("本单位", "科室", "亮灯", "填报期", "文稿", "字体", "外观")),
)
LONG = "示例市经济技术开发区暨综合保税区管理委员会知识产权保护与运用促进中心（示例市维权援助中心）"
# The pages ask the worker; reports are set in the other one.
WAIT_MS = {"report": 5000}
USUAL_WAIT_MS = 900


def main() -> int:
    """Make the pictures of the ledgers that are asked for, each look in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("ledgers", nargs="*", default=list(LEDGERS), metavar="|".join(LEDGERS))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    if args.one:
        screen, look = args.one
        take_all(args.folder, args.ledgers[0], screen, look)
        return 0
    for ledger in args.ledgers:
        for screen in SCREENS:
            for look in LOOKS:
                words = [sys.executable, __file__, str(args.folder), ledger, "--one", screen, look]
                subprocess.run(words, check=True, env=environ(screen))
    return 0


def environ(screen: str) -> dict[str, str]:
    """A screen of that size for Qt's platform without one."""
    wide, high, ratio = SCREENS[screen]
    one = {"name": "office", "x": 0, "y": 0, "width": wide, "height": high, "dpr": ratio}
    place = Path(tempfile.mkdtemp()) / "screen.json"
    text = {"screens": [{**one, "logicalDpi": 96, "logicalBaseDpi": 96}]}
    place.write_text(json.dumps(text), encoding="utf-8")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={place}"}


def take_all(folder: Path, kind: str, screen: str, look: str) -> None:
    """Open the window on a ledger in one look and walk through the places."""
    sys.path.insert(0, str(ROOT))
    from gui.constants import hold

    hold()
    from PySide6.QtWidgets import QApplication

    from gui.app import run
    from gui.start import Start
    from models.demo import DEMO_DAY
    from models.ledger import Ledger

    application = QApplication([])
    own = Path(tempfile.mkdtemp())
    (own / "window.json").write_text(json.dumps({"look": look}), encoding="utf-8")
    ledger = make_ledger(own / "台账.luoshi", kind)

    def opened(path: Path = ledger) -> Ledger:
        return Ledger.open(path, who="周明", now=dt.datetime(2021, 6, 25, 10, 32))

    walk = Walk(application, folder, f"{kind}-{screen}-{look}", screen)
    walk.begin()
    run(Start(ledger, opened, own, opened, opened, "周明", DEMO_DAY, demo=True))


def make_ledger(path: Path, kind: str) -> Path:
    """The demo, a ledger as it begins, or the demo with very long names."""
    from models import commands, queries
    from models.actor import Actor
    from models.demo import DEMO_DAY, build_demo
    from models.starting import create_with_plan

    now = dt.datetime(2021, 6, 25, 9)
    if kind == "empty":
        create_with_plan(path, who="周明", today=DEMO_DAY, now=now).close()
        return path
    with build_demo(path) as ledger:
        if kind == "long":
            actor = Actor("周明", DEMO_DAY, now)
            for number, section in enumerate(ledger.ask(queries.sections)):
                name = f"{LONG}第{number + 1}工作部"
                ledger.do(actor, commands.edit_section, section.id, name=name, short_name=name)
            plan = ledger.ask(queries.find_plan)
            for task in ledger.ask(queries.tree, plan.id, DEMO_DAY).tasks:
                ledger.do(
                    actor, commands.localise_task, task.id, short_title=LONG, local_text=LONG * 4
                )
    return path


class Walk:
    """Goes to one place after another and takes its picture once it has been filled."""

    def __init__(self, application: object, folder: Path, name: str, screen: str) -> None:
        self._application = application
        self._folder = folder
        self._name = name
        self._screen = screen
        self._places = list(PLACES)

    def begin(self) -> None:
        """Wait for the window."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(1500, self._fit)

    def _window(self):  # noqa: ANN202 (Qt is imported late)
        from PySide6.QtWidgets import QApplication, QMainWindow

        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))

    def _fit(self) -> None:
        wide, high, ratio = SCREENS[self._screen]
        window = self._window()
        window.showNormal()
        # What a task bar and a title bar leave.
        window.resize(int(wide / ratio), int(high / ratio) - 60)
        self._go()

    def _go(self) -> None:
        from PySide6.QtCore import QTimer

        if not self._places:
            self._window().close()
            return
        place = self._places.pop(0)
        self._window().show_address(place)
        QTimer.singleShot(WAIT_MS.get(place, USUAL_WAIT_MS), lambda: self._take(place))

    def _take(self, place: str) -> None:
        picture = self._folder / f"{self._name}-{place.replace('/', '-')}.png"
        self._window().grab().save(str(picture))
        print(picture)
        self._go()


if __name__ == "__main__":
    raise SystemExit(main())
