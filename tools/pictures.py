"""Makes the pictures of README and handbook from the demo ledger: the window's pages, and a printed one.

Run with the test dependencies: `python tools/pictures.py`. It needs no display.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from gui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1366, 768)  # the office screen that the window is made for
TASK = "4."
PAGE_DPI = 96
WAIT = 1500  # milliseconds for the worker's answers to reach the screen
LONG_WAIT = 8000  # for a paper to be set, or a plan to be read
# Which page each picture of the window shows, and how long it is waited for.
SCENES = {
    "window": ("tasks", WAIT),
    "overview": ("overview", WAIT),
    "fill": ("fill/表格", WAIT),
    "fill-one": ("fill/逐项", WAIT),
    "reporting": ("report", LONG_WAIT),
    "settings": ("settings/科室", WAIT),
    "reading": ("", LONG_WAIT),
}


def main() -> int:
    """Write the pictures and print where they are."""
    sys.path.insert(0, str(ROOT))
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen(Path(folder))}"
        ledger = Path(folder) / "示例台账.luoshi"
        page_picture(ledger, PICTURES / "report.png")
        window_pictures(ledger, Path(folder))
    for picture in sorted(PICTURES.glob("*.png")):
        # Few colours, flat areas: a palette shows them as well in a third of the room.
        Image.open(picture).convert("RGB").quantize(
            256, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE
        ).save(picture, optimize=True)
        print(picture.relative_to(ROOT))
    return 0


def screen(folder: Path) -> Path:
    """Describe an office screen for Qt's platform without one."""
    wide, high = SIZE
    one = {"name": "office", "x": 0, "y": 0, "width": wide, "height": high, "logicalDpi": 96}
    place = folder / "screen.json"
    place.write_text(json.dumps({"screens": [{**one, "logicalBaseDpi": 96, "dpr": 1}]}))
    return place


def page_picture(ledger: Path, target: Path) -> None:
    """Make the demo ledger, print its half-year report and draw the first page."""
    import pypdfium2

    from models import queries
    from models.demo import DEMO_DAY, build_demo
    from models.periods import Period
    from reports import press
    from reports.fonts import load_fonts
    from reports.options import PaperOptions

    with build_demo(ledger) as made:
        plan = made.ask(queries.find_plan)
        rows = made.ask(queries.report_rows, plan.id, Period.parse("2021-H1"), DEMO_DAY)
    # The bundled fonts alone: the picture must not depend on the machine that draws it.
    paper = press.make("progress", rows, PaperOptions(DEMO_DAY), load_fonts(()))
    page = pypdfium2.PdfDocument(paper.content)[0]
    page.render(scale=PAGE_DPI / 72).to_pil().save(target)


def window_pictures(ledger: Path, folder: Path) -> None:
    """Open the window as a clerk does, walk through its pages, and take their pictures."""
    import datetime as dt

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui.app import run
    from gui.start import Start
    from models.demo import DEMO_DAY
    from models.ledger import Ledger

    QApplication([])

    def opened(path: Path = ledger) -> Ledger:
        return Ledger.open(path, who="周明", now=dt.datetime(2021, 6, 25, 10, 32))

    walk = Walk()
    QTimer.singleShot(WAIT, walk.begin)
    run(Start(ledger, opened, folder, opened, opened, "周明", DEMO_DAY, demo=True))


class Walk:
    """From page to page; each is given time for the worker's answers to reach the screen."""

    def __init__(self) -> None:
        self._names = list(SCENES)
        self._window: MainWindow | None = None

    def begin(self) -> None:
        """Once the window is there."""
        from PySide6.QtWidgets import QApplication

        from gui.main_window import MainWindow

        shown = QApplication.topLevelWidgets()
        self._window = next(each for each in shown if isinstance(each, MainWindow))
        self._window.resize(*SIZE)
        self._next()

    def _next(self) -> None:
        from PySide6.QtCore import QTimer

        window = self._window
        assert window is not None
        if not self._names:
            window.close()
            return
        name = self._names.pop(0)
        place, wait = SCENES[name]
        if name == "reading":
            window.show_page("intake")
            window.intake.read_file(ROOT / "resources" / "plans" / "2021-sichuan.txt")
        elif name == "window":
            go_to(window)
        else:
            window.show_address(place)
        QTimer.singleShot(wait, lambda: self._take(name))

    def _take(self, name: str) -> None:
        assert self._window is not None
        self._window.grab().save(str(PICTURES / f"{name}.png"))
        self._next()


def go_to(window: object) -> None:
    """Choose the task whose line begins with `TASK`."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMainWindow, QTreeView

    if not isinstance(window, QMainWindow):
        raise TypeError(window)
    tree = next(view for view in window.findChildren(QTreeView) if view.isVisible())
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    first = tree.model().index(0, 0)
    found = tree.model().match(first, Qt.ItemDataRole.DisplayRole, TASK, 1, flags)
    tree.setCurrentIndex(found[0])


if __name__ == "__main__":
    raise SystemExit(main())
