"""Build the bundled fonts of ``resources/fonts`` from npm and Debian packages.

    python tools/build_fonts.py [--packages DIR] [--out DIR]

Needs fontTools, ``npm``, ``apt-get`` and ``dpkg-deb``; the program itself needs none of them.
Packages already lying in DIR are not fetched again. Each source file is held to its SHA-256, and the
output carries no time of its own, so that a second run gives the same bytes.

What is done to every font: cut to the characters of ``wanted_characters``, hinting and layout tables
dropped, a new name table. FandolFang, which comes with CFF outlines, gets quadratic ones, because
the PDF library refuses CFF; and is raised by 0.05 em, because its ink lies lower than its neighbours'.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

NPM = {
    "expo-google-fonts-noto-serif-sc": "@expo-google-fonts/noto-serif-sc@0.4.3",
    "expo-google-fonts-noto-sans-sc": "@expo-google-fonts/noto-sans-sc@0.4.3",
}
DEBIAN = ("fonts-lxgw-wenkai", "texlive-lang-chinese", "unicode-data")

SERIF = "expo-google-fonts-noto-serif-sc/package"
SANS = "expo-google-fonts-noto-sans-sc/package"
FANDOL = "texlive-lang-chinese/usr/share"
UNIHAN = "unicode-data/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
WENKAI = "fonts-lxgw-wenkai/usr/share"

GPL_NOTE = (
    "Modified November 2026 from FandolFang 1.300: quadratic outlines, subset, raised by 0.05 em, "
    "by tools/build_fonts.py of luoshi. GPLv3; the font exception is extended to this version."
)
OFL_NOTE = "Subset by tools/build_fonts.py of luoshi. SIL Open Font License 1.1."

EXTRA = "㎡㎏㎜㎝✓✗☐☑☒★〇〓×●▲■○□△◆◇¥￥℃‰"
RARE_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


@dataclass(frozen=True)
class Product:
    """One bundled file: where it comes from and what it is called.

    ``chinese`` is the family name on Chinese systems; ``rare`` asks for what the others leave out.
    """

    file: str
    source: str
    sha256: str
    family: str
    style: str
    note: str
    chinese: str = ""
    rare: bool = False


SERIF_400_SHA = "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"
PRODUCTS = (
    Product(
        "NotoSerifSC-Bold.ttf",
        f"{SERIF}/700Bold/NotoSerifSC_700Bold.ttf",
        "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
        "Noto Serif SC",
        "Bold",
        OFL_NOTE,
    ),
    Product(
        "NotoSerifSC-Regular.ttf",
        f"{SERIF}/400Regular/NotoSerifSC_400Regular.ttf",
        SERIF_400_SHA,
        "Noto Serif SC",
        "Regular",
        OFL_NOTE,
    ),
    Product(
        "NotoSansSC-Medium.ttf",
        f"{SANS}/500Medium/NotoSansSC_500Medium.ttf",
        "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
        "Noto Sans SC",
        "Medium",
        OFL_NOTE,
    ),
    # "LXGW" and its Chinese form are Reserved Font Names: a cut version must be called otherwise.
    Product(
        "LuoshiKai-Regular.ttf",
        f"{WENKAI}/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        "Luoshi Kai",
        "Regular",
        OFL_NOTE,
        chinese="落实文楷",
    ),
    Product(
        "FandolFang-Regular.ttf",
        f"{FANDOL}/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf",
        "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
        "FandolFang",
        "Regular",
        GPL_NOTE,
    ),
    Product(
        "NotoSerifSC-Rare.ttf",
        f"{SERIF}/400Regular/NotoSerifSC_400Regular.ttf",
        SERIF_400_SHA,
        "Noto Serif SC Rare",
        "Regular",
        OFL_NOTE,
        rare=True,
    ),
)
LICENCES = {
    "OFL-NotoSerifSC.txt": f"{SERIF}/LICENSE_FONT",
    "OFL-NotoSansSC.txt": f"{SANS}/LICENSE_FONT",
    "OFL-LXGWWenKai.txt": f"{WENKAI}/doc/fonts-lxgw-wenkai/copyright",
    "GPL-FandolFang.txt": f"{FANDOL}/doc/texlive-doc/fonts/fandol/COPYING.gz",
    "GPL-FandolFang-README.txt": f"{FANDOL}/doc/texlive-doc/fonts/fandol/README",
}


def fetch(packages: Path) -> None:
    """Fetch the packages by name and unpack each into a folder of its own name."""
    packages.mkdir(parents=True, exist_ok=True)
    for stem, spec in NPM.items():
        if not list(packages.glob(f"{stem}-[0-9]*.tgz")):
            subprocess.run(["npm", "pack", "--silent", spec], cwd=packages, check=True)
        archive = next(packages.glob(f"{stem}-[0-9]*.tgz"))
        if not (packages / stem).exists():
            with tarfile.open(archive) as tar:
                tar.extractall(packages / stem, filter="data")
    for name in DEBIAN:
        if not list(packages.glob(f"{name}_*.deb")):
            subprocess.run(["apt-get", "download", name], cwd=packages, check=True)
        archive = next(packages.glob(f"{name}_*.deb"))
        if not (packages / name).exists():
            subprocess.run(["dpkg-deb", "-x", archive, packages / name], check=True)


def gb2312_characters() -> set[int]:
    """The 6763 hanzi and the symbols of GB2312, by its rows and cells."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    # Empty cells of the standard decode to nothing.
    return {ord(char) for pair in cells for char in pair.decode("gb2312", "ignore")}


def table_of_general_characters(unihan: Path) -> set[int]:
    """The 8105 characters of 通用规范汉字表: property kTGH of the Unihan mappings."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return {int(ln.split("\t")[0][2:], 16) for ln in lines if "\tkTGH\t" in ln and ln[0] == "U"}


def wanted_characters(unihan: Path) -> set[int]:
    """Everything the first five fonts keep, where they have it."""
    wanted = gb2312_characters() | table_of_general_characters(unihan)
    wanted.update(range(0x20, 0x7F))  # ASCII
    wanted.update(range(0xA0, 0x100))  # Latin-1
    wanted.update(range(0x2000, 0x2070))  # General Punctuation
    wanted.update(range(0x2460, 0x2474))  # ① to ⑳
    wanted.update(range(0x3000, 0x3040))  # CJK punctuation, 〔〕 and 〇 among it
    wanted.update(range(0xFF01, 0xFF61))  # full-width forms
    wanted.update(map(ord, EXTRA))
    return wanted


def rare_characters(font: TTFont, wanted: set[int]) -> set[int]:
    """The hanzi of the two main blocks that the first subset leaves out."""
    has = set(font.getBestCmap())
    return {code for block in RARE_BLOCKS for code in block if code in has} - wanted


def subset(font: TTFont, characters: set[int]) -> None:
    """Cut the font in place to the characters, without hinting and layout tables."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.recalc_bounds = True
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "prep"]
    options.drop_tables += ["vhea", "vmtx"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def to_quadratic(font: TTFont, raised: int) -> None:
    """Give a CFF font TrueType outlines (error at most 1/1000 em), ``raised`` units higher."""
    glyph_set = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyf, widths = newTable("glyf"), font["hmtx"].metrics
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, max_err=1.0, reverse_direction=True)
        glyph_set[name].draw(TransformPen(quadratic, (1, 0, 0, 1, 0, raised)))
        glyf.glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(glyf)
        widths[name] = (widths[name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), glyf
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 0)
    maxp.maxSizeOfInstructions = maxp.maxComponentElements = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def add_ballot_boxes(font: TTFont) -> None:
    """Make the missing ones of ☐ ☑ ☒ from the font's own □, ✓ and ×: all that are missing, or none."""
    cmap = font.getBestCmap()
    if not all(ord(part) in cmap for part in "□✓×"):
        return
    for box, drawn in {"☐": "□", "☑": "□✓", "☒": "□×"}.items():
        if ord(box) not in cmap:
            add_composed(font, f"uni{ord(box):04X}", ord(box), [cmap[ord(part)] for part in drawn])


def add_composed(font: TTFont, name: str, code: int, parts: list[str]) -> None:
    """Add one glyph: the first part as it is, the others centred on it at 7/10 of its size."""
    glyph_set, glyf = font.getGlyphSet(), font["glyf"]
    frame = glyf[parts[0]]
    pen = TTGlyphPen(None)
    for part in parts:
        inner = glyf[part]
        scale, dx, dy = 1.0, 0.0, 0.0
        if part != parts[0]:
            scale = (
                0.7
                * (frame.yMax - frame.yMin)
                / max(inner.yMax - inner.yMin, inner.xMax - inner.xMin)
            )
            dx = (frame.xMin + frame.xMax - scale * (inner.xMin + inner.xMax)) / 2
            dy = (frame.yMin + frame.yMax - scale * (inner.yMin + inner.yMax)) / 2
        recording = DecomposingRecordingPen(glyph_set)
        glyph_set[part].draw(recording)
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, dx, dy)))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyf.glyphs[name] = glyph = pen.glyph()
    glyf.glyphOrder = font.getGlyphOrder()
    glyph.recalcBounds(glyf)
    font["hmtx"][name] = (font["hmtx"][parts[0]][0], glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def rename(font: TTFont, product: Product) -> None:
    """Write a new name table; the copyright line of the source is kept."""
    names = font["name"]
    copyright_line = names.getDebugName(0)
    version = names.getDebugName(5)
    postscript = f"{product.family}-{product.style}".replace(" ", "")
    full = f"{product.family} {product.style}"
    records = {0: copyright_line, 1: full, 2: "Regular", 3: postscript, 4: full, 5: version}
    records |= {6: postscript, 10: product.note, 16: product.family, 17: product.style}
    names.names = []
    for name_id, text in records.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if product.chinese:
        for name_id in (1, 4, 16):
            names.setName(product.chinese, name_id, 3, 1, 0x804)


def build(product: Product, packages: Path, out: Path, wanted: set[int]) -> None:
    """Make one bundled file and say its size."""
    source = packages / product.source
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != product.sha256:
        sys.exit(f"{source.name} is not the file the fonts were made from: sha256 {found}")
    font = TTFont(source, recalcTimestamp=False)
    cubic = "CFF " in font
    subset(font, rare_characters(font, wanted) if product.rare else wanted)
    if cubic:
        to_quadratic(font, raised=font["head"].unitsPerEm // 20)
    add_ballot_boxes(font)
    rename(font, product)
    font["post"].formatType = 3.0
    font.save(out / product.file)
    size = (out / product.file).stat().st_size
    print(f"{product.file}: {len(font.getBestCmap())} characters, {size / 1e6:.2f} MB")


def copy_licences(packages: Path, out: Path) -> None:
    """Copy the licence text of each font beside it."""
    for name, source in LICENCES.items():
        path = packages / source
        if path.suffix == ".gz":
            (out / name).write_bytes(gzip.decompress(path.read_bytes()))
        else:
            shutil.copyfile(path, out / name)


def main() -> None:
    """Fetch, build all six, copy the licences."""
    root = Path(__file__).resolve().parent.parent
    arguments = argparse.ArgumentParser(description="Build the bundled fonts.")
    arguments.add_argument("--packages", type=Path, default=root / "build" / "font-packages")
    arguments.add_argument("--out", type=Path, default=root / "resources" / "fonts")
    options = arguments.parse_args()
    fetch(options.packages)
    wanted = wanted_characters(options.packages / UNIHAN)
    options.out.mkdir(parents=True, exist_ok=True)
    for product in PRODUCTS:
        build(product, options.packages, options.out, wanted)
    copy_licences(options.packages, options.out)


if __name__ == "__main__":
    main()
