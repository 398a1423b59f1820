"""The same text of 200 pages set by this program and by what an office would use instead.

Typst (package `typst`), WeasyPrint (`weasyprint`), and LibreOffice fed by `python-docx` take part where
they are installed. The same paragraphs, no two alike, in the same font file, size and line pitch, on the
same margins, justified, with page numbers. Each setting is a process of its own, the setters take turns,
and the clock of all runs from the paragraphs to the bytes of the PDF: libraries are loaded before it,
fonts are opened in it, and only LibreOffice, which is a program and no library, starts inside it. Every
setter may use as many cores as it likes (ours uses one). Pages are counted by a reader of PDFs
(`pypdfium2`). Last comes our landscape table of 5,000 rows.
Run: `python benchmarks/paper.py [--rounds 5]`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

CHILD = Path(__file__).with_name("setters.py")
NEEDS = {"ours": "reportlab", "typst": "typst", "weasyprint": "weasyprint", "libreoffice": "docx"}
TABLE_AIM_S, MEMORY_AIM_MB = 10.0, 300.0


@dataclass
class Measured:
    """One setter's rounds: seconds and MB of each, and its pages."""

    seconds: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    pages: int = 0

    @property
    def median(self) -> float:
        """Of the seconds."""
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        """The most of all rounds, in MB; 0 where the system does not tell."""
        return max(self.peaks, default=0.0)


def main() -> int:
    """Measure and print: medians, pages a second, memory, and ratios to ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    setters = [name for name in NEEDS if _can(name)]
    found = {name: Measured() for name in [*setters, "table"]}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name in setters:
                _run(name, Path(folder), found[name])
        for _ in range(min(rounds, 3)):
            _run("table", Path(folder), found["table"])
    _print(found, rounds)
    return 0


def _can(name: str) -> bool:
    missing = "" if importlib.util.find_spec(NEEDS[name]) else f"Python's {NEEDS[name]}"
    if name == "libreoffice" and not shutil.which("soffice"):
        missing = "LibreOffice's soffice"
    if missing:
        print(f"{name} takes no part: {missing} is not installed")
    return not missing


def _run(name: str, folder: Path, found: Measured) -> None:
    import pypdfium2

    out = folder / f"{name}.pdf"
    done = subprocess.run(
        [sys.executable, str(CHILD), name, str(out)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    said = json.loads(done.stdout.splitlines()[-1])
    found.seconds.append(said["seconds"])
    if said["peak"] is not None:
        found.peaks.append(said["peak"])
    pdf = pypdfium2.PdfDocument(out)
    found.pages = len(pdf)
    pdf.close()


def _print(found: dict[str, Measured], rounds: int) -> None:
    head = f"{'setter':12} {'pages':>6} {'median':>9} {'fastest':>9} {'pages/s':>8} {'peak MB':>8}"
    print(f"{head} {'x ours':>7}   of {rounds}")
    base = found["ours"].median
    for name, one in found.items():
        ratio = "" if name == "table" else f"{one.median / base:7.2f}"
        print(
            f"{name:12} {one.pages:6} {one.median:8.3f}s {min(one.seconds):8.3f}s "
            f"{one.pages / one.median:8.0f} {one.peak:8.0f} {ratio}"
        )
    table = found["table"]
    print(f"aim: the table of 5,000 rows under {TABLE_AIM_S:.0f} s; it took {table.median:.2f} s")
    most = max(found["ours"].peak, table.peak)
    print(f"aim: peak memory under {MEMORY_AIM_MB:.0f} MB; it is {most:.0f} MB")


if __name__ == "__main__":
    raise SystemExit(main())
