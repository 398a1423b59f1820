"""Build the icons of ``resources/icons`` from the npm package of the Lucide set.

    python tools/build_icons.py [--packages DIR] [--out DIR]

Needs ``npm``; the program itself does not. A package already lying in DIR is not fetched again; it
is held to its SHA-256, so that a second run gives the same bytes. Of each icon the outline is kept
and the frame is written anew: a line of 1.75 on the set's grid of 24, about the stroke of the text
beside it, in ``currentColor``, which `gui.icons` replaces by a colour of the palette. The files with
a colour in their name are for ``style.qss``, where Qt paints them itself.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "lucide-static@1.62.0"
SHA256 = "386f9080c440d6f5049cefe3456ae8357f7a0c7f76e59670cd1cb83bc7050a44"
OUT = Path(__file__).resolve().parents[1] / "resources/icons"
LICENCE = "ISC-Lucide.txt"
LINE = "1.75"
# What the program calls an icon, and what the set calls it.
ICONS = {
    "overview": "layout-grid",
    "tasks": "list-checks",
    "fill": "square-pen",
    "report": "file-text",
    "settings": "settings",
    "search": "search",
    "clear": "x",
    "down": "chevron-down",
    "left": "chevron-left",
    "right": "chevron-right",
    "more": "ellipsis",
    "edit": "pencil",
    "trash": "trash-2",
    "look": "eye",
    "copy": "copy",
    "open": "external-link",
    "save": "download",
    "turn": "rotate-cw-square",
    "info": "info",
    "done": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-x",
}
# For the style sheet: name, the set's icon, colour, and the width of its line.
FIXED = (
    ("down-grey", "chevron-down", "#80868f", LINE),
    ("left-grey", "chevron-left", "#80868f", LINE),
    ("right-grey", "chevron-right", "#80868f", LINE),
    ("day-grey", "calendar", "#80868f", LINE),
    ("tick-white", "check", "#ffffff", "3"),
)
FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}"'
    ' stroke-width="{line}" stroke-linecap="round" stroke-linejoin="round">{outline}</svg>\n'
)


def fetch(packages: Path) -> tarfile.TarFile:
    """The package, fetched by name where it does not lie in the folder.

    Raises SystemExit when its SHA-256 is another one.
    """
    packages.mkdir(parents=True, exist_ok=True)
    archive = packages / f"{PACKAGE.replace('@', '-')}.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=packages, check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{archive.name} is not the package these icons are made from")
    return tarfile.open(archive)


def read(package: tarfile.TarFile, name: str) -> str:
    """A text of the package; KeyError when it has none of this name."""
    member = package.extractfile(f"package/{name}")
    if member is None:
        raise KeyError(name)
    return member.read().decode("utf-8")


def icon(source: str, colour: str = "currentColor", line: str = LINE) -> str:
    """An icon of the set in this program's frame."""
    outline = source[source.index(">", source.index("<svg")) + 1 : source.index("</svg>")]
    outline = re.sub(r"\s*/>", "/>", re.sub(r">\s+<", "><", outline.strip()))
    return FRAME.format(colour=colour, line=line, outline=outline)


def main() -> None:
    """Write the icons and the licence they came with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    with fetch(args.packages or Path(tempfile.mkdtemp())) as package:
        made = [(name, theirs, "currentColor", LINE) for name, theirs in ICONS.items()]
        for name, theirs, colour, line in (*made, *FIXED):
            text = icon(read(package, f"icons/{theirs}.svg"), colour, line)
            (args.out / f"{name}.svg").write_text(text, encoding="utf-8")
        (args.out / LICENCE).write_text(read(package, "LICENSE"), encoding="utf-8")


if __name__ == "__main__":
    main()
