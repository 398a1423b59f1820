"""Makes README's pictures from the demo ledger: the window on two pages, and page 1 of the half-year report.

Run with the test dependencies: `python tools/pictures.py`. It needs no display.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1366, 768)  # the office screen that the window is made for
TASK = "4."
PAGE_DPI = 96
WAIT = 1500  # milliseconds for the worker's answers to reach the screen


def main() -> int:
    """Write the pictures and print where they are."""
    sys.path.insert(0, str(ROOT))
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen(Path(folder))}"
        ledger = Path(folder) / "示例台账.luoshi"
        page_picture(ledger, PICTURES / "report.png")
        window_picture(ledger, Path(folder), PICTURES / "window.png")
    for picture in sorted(PICTURES.glob("*.png")):
        Image.open(picture).convert("RGB").save(picture, optimize=True)
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


def window_picture(ledger: Path, folder: Path, target: Path) -> None:
    """Open the window as a clerk does, go to one task, and take its picture."""
    import datetime as dt

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from gui.app import run
    from gui.main_window import MainWindow
    from gui.start import Start
    from models.demo import DEMO_DAY
    from models.ledger import Ledger

    application = QApplication([])

    def opened(path: Path = ledger) -> Ledger:
        return Ledger.open(path, who="周明", now=dt.datetime(2021, 6, 25, 10, 32))

    def take() -> None:
        window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
        window.grab().save(str(target))
        window.show_page("overview")
        QTimer.singleShot(WAIT, take_overview)

    def take_overview() -> None:
        window = next(w for w in application.topLevelWidgets() if isinstance(w, MainWindow))
        window.grab().save(str(target.with_name("overview.png")))
        window.close()

    def look() -> None:
        window = next(w for w in application.topLevelWidgets() if isinstance(w, QMainWindow))
        window.resize(*SIZE)
        go_to(window)
        # The detail of the task comes from the worker; nothing is animated for longer than this.
        QTimer.singleShot(WAIT, take)

    QTimer.singleShot(WAIT, look)
    start = Start(ledger, opened, folder, opened, opened, "周明", DEMO_DAY, demo=True)
    run(start)


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
