"""Sets one text once and says how long it took; `benchmarks/paper.py` runs it, a process each time.

Every setter gets the same paragraphs, the same font file, A4 with the same margins, 三号 at the same
line pitch, justified, two characters of indent, page numbers.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources/fonts"
FAMILY, FILE = "FandolFang", "FandolFang-Regular.ttf"
PITCH_PT = 29.609
PARAGRAPHS = 750
TABLE_ROWS = 5000

Setting = Callable[[list[str]], bytes]


def paragraphs(count: int = PARAGRAPHS) -> list[str]:
    """So many paragraphs, no two of them alike: nobody gains by remembering the one before."""
    return [
        f"第{n}项工作。统筹推进“铁拳”“春雷”“护航”专项行动，突出驰名商标、纳入中欧互认的地理标志等重点。"
        f"截至{1 + n % 12}月{1 + n % 28}日，全市共查办商标侵权案件{17 + n}件（其中“春雷”行动期间{n % 17}件）、"
        f"假冒专利案件{n % 9}件，罚没款合计{n * 7 % 900 / 10}万元；监测网店{n * 13 % 2000}家次，"
        f"收到电商平台协查线索{n % 31}条，办结{n % 23}条——均按《工作要点》要求办理。"
        for n in range(1, count + 1)
    ]


def ours(texts: list[str]) -> bytes:
    """The program itself: blocks, layout, painting."""
    sys.path.insert(0, str(ROOT))
    from reports.document import OfficialDocument, Paragraph

    document = OfficialDocument(title="关于情况的报告", body=tuple(map(Paragraph, texts)))
    return _printed(document)


def table(texts: list[str]) -> bytes:
    """The program itself: one landscape table attached to a report, some 170 characters a row."""
    sys.path.insert(0, str(ROOT))
    from reports.document import Attachment, Column, OfficialDocument, Table, TableRow

    heads = (
        "序号",
        "重点任务",
        "本市任务内容",
        "进展情况",
        "完成进度",
        "存在问题及下一步打算",
        "备注",
    )
    shares = (10, 22, 36, 75, 18, 38, 26)
    columns = tuple(Column(head, share) for head, share in zip(heads, shares, strict=True))
    rows = tuple(
        TableRow((str(n), f"任务{n}", text[:24], text[:100], "达到序时进度\n60%", text[:24], ""))
        for n, text in enumerate(texts, 1)
    )
    attachment = Attachment("任务进展情况表", (Table(columns, rows, landscape=True),))
    return _printed(OfficialDocument(title="关于情况的报告", attachments=(attachment,)))


def _printed(document: object) -> bytes:
    from reports.fonts import load_fonts
    from reports.layout import lay_out
    from reports.pdf import paint_laid

    fonts = load_fonts([])
    return paint_laid(lay_out(document, fonts), fonts, dt.date(2021, 6, 25))  # type: ignore[arg-type]


def typst(texts: list[str]) -> bytes:
    """Typst, the compiler as its package for Python brings it."""
    import typst as compiler

    source = (
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),'
        ' numbering: "— 1 —")\n'
        f'#set text(font: "{FAMILY}", size: 16pt, lang: "zh", region: "cn",'
        " top-edge: 0.88em, bottom-edge: -0.12em)\n"
        f"#set par(justify: true, leading: {PITCH_PT - 16}pt, spacing: {PITCH_PT - 16}pt,"
        " first-line-indent: (amount: 2em, all: true))\n"
    ) + "\n\n".join(texts)
    done = compiler.compile(
        source.encode(), format="pdf", font_paths=[str(FONTS)], ignore_system_fonts=True
    )
    return bytes(done)


def weasyprint(texts: list[str]) -> bytes:
    """WeasyPrint, from HTML and CSS."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    style = (
        f"@font-face{{font-family:F;src:url('{(FONTS / FILE).as_uri()}')}}"
        "@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-right{content:'— ' counter(page) ' —'}}"
        f"body{{font:16pt/{PITCH_PT}pt F}}p{{margin:0;text-indent:2em;text-align:justify}}"
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    page = f"<html lang=zh><style>{style}</style><body>{body}</body></html>"
    done = HTML(string=page).write_pdf(font_config=FontConfiguration())
    assert isinstance(done, bytes)
    return done


def libreoffice(texts: list[str]) -> bytes:
    """python-docx writes the document, LibreOffice makes the PDF; its own start is in the time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        _write_docx(texts, path)
        config = Path(folder) / "fonts.conf"
        config.write_text(
            f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
        )
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        words = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run(
            [*words, str(path)],
            env={**os.environ, "FONTCONFIG_FILE": str(config), "HOME": folder},
            check=True,
            capture_output=True,
        )
        return path.with_suffix(".pdf").read_bytes()


def _write_docx(texts: list[str], path: Path) -> None:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FAMILY, Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FAMILY)
    for text in texts:
        paragraph = document.add_paragraph(text)
        look = paragraph.paragraph_format
        look.line_spacing, look.space_after = Pt(PITCH_PT), Pt(0)
        look.first_line_indent, look.alignment = Pt(32), WD_ALIGN_PARAGRAPH.JUSTIFY
    document.save(str(path))


SETTERS: dict[str, Setting] = {
    "ours": ours,
    "typst": typst,
    "weasyprint": weasyprint,
    "libreoffice": libreoffice,
    "table": table,
}


def peak_mb() -> float | None:
    """The most memory that this process or one of its children had, in MB; None on Windows."""
    try:
        import resource
    except ImportError:
        return None
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(kind).ru_maxrss for kind in kinds)
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Arguments: the setter and where to put its PDF; answers with one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("setter", choices=list(SETTERS))
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    texts = paragraphs(TABLE_ROWS if chosen.setter == "table" else PARAGRAPHS)
    _warm_imports(chosen.setter)
    began = time.perf_counter()
    content = SETTERS[chosen.setter](texts)
    seconds = time.perf_counter() - began
    chosen.out.write_bytes(content)
    print(json.dumps({"seconds": seconds, "peak": peak_mb()}))


def _warm_imports(setter: str) -> None:
    """Libraries are loaded before the clock runs; fonts are not."""
    sys.path.insert(0, str(ROOT))
    wanted = {
        "ours": ("reports.fonts", "reports.layout", "reports.pdf"),
        "table": ("reports.fonts", "reports.layout", "reports.pdf"),
        "typst": ("typst",),
        "weasyprint": ("weasyprint",),
        "libreoffice": ("docx",),
    }[setter]
    for name in wanted:
        __import__(name)


if __name__ == "__main__":
    main()
