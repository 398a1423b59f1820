"""Build the small evidence files of the demo ledger, `resources/demo/files/`.

    python tools/build_demo_files.py [--out DIR]

What each file says stands in `tools/demo_files.json`; every file is marked 示例. Text and CSV files
are UTF-8 with a byte-order mark (spreadsheets want it), PDF files come from reportlab with the
bundled HeiTi, pictures are such a page drawn by pypdfium2 and written as grey PNG by the standard
library. Nothing carries a time, so that a second run with the same libraries gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "resources" / "fonts" / "NotoSansSC-Medium.ttf"
PAGE = (300, 200)  # points; these are slips, not sheets
SCALE = 1.2  # picture dots a point
MARK = "示例材料，内容均为虚构"
BOM = b"\xef\xbb\xbf"

Sheet = dict[str, Any]


def as_text(sheet: Sheet) -> bytes:
    """The title, the mark and the lines."""
    lines = [sheet["title"], MARK, "", *sheet["lines"]]
    return BOM + ("\n".join(lines) + "\n").encode()


def as_csv(sheet: Sheet) -> bytes:
    """The rows, with the mark as the last one."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows([*sheet["rows"], [MARK]])
    return BOM + buffer.getvalue().encode()


def as_pdf(sheet: Sheet) -> bytes:
    """One small page: the title centred, the lines below, the mark at the foot."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("HeiTi", str(FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, invariant=1, pageCompression=1)
    canvas.setTitle(sheet["title"])
    canvas.setFont("HeiTi", 13)
    canvas.drawCentredString(PAGE[0] / 2, PAGE[1] - 34, sheet["title"])
    canvas.setFont("HeiTi", 10)
    pieces = [piece for line in sheet["lines"] for piece in _broken(line)]
    for place, line in enumerate(pieces):
        canvas.drawString(24, PAGE[1] - 64 - 18 * place, line)
    canvas.setFont("HeiTi", 8)
    canvas.drawRightString(PAGE[0] - 16, 14, MARK)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _broken(line: str) -> list[str]:
    """A line in pieces that fit between the edges of the page, in HeiTi of 10 points."""
    from reportlab.pdfbase import pdfmetrics

    pieces = [""]
    for character in line:
        wide = pdfmetrics.stringWidth(pieces[-1] + character, "HeiTi", 10) > PAGE[0] - 48
        if wide and character not in "，。；：、）》”":
            pieces.append("")
        pieces[-1] += character
    return pieces


def as_png(sheet: Sheet) -> bytes:
    """The page of `as_pdf` as a grey picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(as_pdf(sheet))
    bitmap = document[0].render(scale=SCALE, grayscale=True)
    dots = bytes(bitmap.buffer)
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    picture = png(bitmap.width, [dots[start : start + bitmap.width] for start in starts])
    document.close()
    return picture


def png(width: int, rows: list[bytes]) -> bytes:
    """An 8-bit grey PNG of the rows, each `width` bytes long."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = [(b"IHDR", head), (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    ".txt": as_text,
    ".csv": as_csv,
    ".pdf": as_pdf,
    ".png": as_png,
}


def main() -> None:
    """Write every file of the list."""
    parser = argparse.ArgumentParser(description="Build the demo ledger's evidence files.")
    default = ROOT / "resources" / "demo" / "files"
    parser.add_argument("--out", type=Path, default=default)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    sheets = json.loads((ROOT / "tools" / "demo_files.json").read_text(encoding="utf-8"))
    for sheet in sheets:
        (out / sheet["file"]).write_bytes(WRITERS[Path(sheet["file"]).suffix](sheet))
    print(f"{len(sheets)} files in {out}")


if __name__ == "__main__":
    main()
