"""PDF: pages put together again as paragraphs."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from models.errors import KnownError
from models.intake.readers import read_source
from models.intake.readers.pdf_lines import Glyph, Placed, lines_of_page
from models.intake.readers.pdf_paragraphs import paragraphs
from tests.models.intake.forms import as_pdf

LONG = "为深入贯彻落实部署要求，持续优化营商环境，增强发展内生动力，结合实际，制定本工作要点。" * 3
TEXT = "\n".join(
    [
        "示例市2022年工作要点",
        LONG,
        *(f"{n}.建立健全工作机制，增长3.5%以上。{LONG}" for n in range(1, 30)),
    ]
)


def _texts(data: bytes) -> list[str]:
    return [line.text for line in read_source(data, "要点.pdf").lines]


def test_broken_lines_are_joined_and_headers_and_page_numbers_go() -> None:
    assert _texts(as_pdf(TEXT)) == TEXT.split("\n")


def test_a_page_number_of_every_form_goes() -> None:
    def page(number: str) -> list[Placed]:
        return [
            Placed("甲" * 10, 80, 240, 700, 16, 595, 842),
            Placed(number, 290, 310, 40, 14, 595, 842),
        ]

    for form in ("{}", "- {} -", "— {} —", "第{}页", "第 {} 页 共 9 页", "{}/9"):
        pages = [page(form.format(n)) for n in (1, 2, 3)]
        assert list(paragraphs(pages)) == ["甲" * 10] * 3


def test_a_line_of_digits_inside_the_page_stays() -> None:
    lines = [Placed("甲", 80, 96, 700, 16, 595, 842), Placed("2022", 80, 112, 400, 16, 595, 842)]
    tail = Placed("乙", 80, 96, 300, 16, 595, 842)
    assert list(paragraphs([[*lines, tail]])) == ["甲", "2022", "乙"]


def test_characters_of_one_height_make_a_line_and_bold_ones_count_once() -> None:
    glyphs = [
        Glyph("乙", 96, 112, 700, 16),
        Glyph("甲", 80, 96, 700, 16),
        Glyph("甲", 80.3, 96.3, 700, 16),
        Glyph("（", 112, 128, 698, 16),
        Glyph("丙", 80, 96, 670, 16),
    ]
    assert [line.text for line in lines_of_page(glyphs, 595, 842)] == ["甲乙（", "丙"]


def test_latin_words_keep_their_blanks() -> None:
    glyphs = [
        Glyph("G", 80, 90, 700, 16),
        Glyph("B", 90, 100, 700, 16),
        Glyph("9", 110, 118, 700, 16),
    ]
    assert [line.text for line in lines_of_page(glyphs, 595, 842)] == ["GB 9"]


def _canvas(pages: int, **options: object) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, **options)
    for page in range(pages):
        if options.get("encrypt") or options.get("pageCompression"):
            canvas.drawString(100, 700, f"line {page}")
        canvas.rect(100, 100, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_scan_is_told_apart_and_said() -> None:
    with pytest.raises(KnownError, match="是扫描件"):
        read_source(_canvas(3), "扫描.pdf")


def test_a_password_is_said() -> None:
    with pytest.raises(KnownError, match="设有打开密码"):
        read_source(_canvas(1, encrypt=StandardEncryption("secret")), "加密.pdf")


def test_five_hundred_pages_are_read_quickly() -> None:
    page = "\n".join(["一、抓改革" + "建立健全工作机制" * 4] * 11)
    data = as_pdf("\n".join([page] * 500))
    began = time.process_time()
    assert len(_texts(data)) == 11 * 500
    assert time.process_time() - began < 15


def test_more_pages_than_a_plan_has_are_refused() -> None:
    with pytest.raises(KnownError, match="共1001页"):
        read_source(_canvas(1001), "长.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00" * 500])
def test_a_damaged_file_is_said(data: bytes) -> None:
    with pytest.raises(KnownError, match="已损坏"):
        read_source(data, "坏.pdf")
