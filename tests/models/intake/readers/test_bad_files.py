"""Files that are not what they say, or are meant badly: each one sentence, at once."""

from __future__ import annotations

import time
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.intake import read_plan
from tests.models.intake.forms import docx, packed, paragraph_xml

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 40
TRADITIONAL = (
    "示例市政府關於進一步優化營商環境的實施意見，各縣區應當認真貫徹執行，強化責任單位協調機制。" * 9
)
ENGLISH = "The municipal government shall improve the business environment this year. " * 9


def _bomb() -> bytes:
    """An archive of 10 GB: one page of zeros after another, each packed a thousandfold."""
    stream = BytesIO()
    zeros = bytes(20_000_000)
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", zeros)
    packed_once = bytearray(stream.getvalue())
    # The size in the directory is what a reader is told before it unpacks anything.
    place = packed_once.rfind(b"PK\x01\x02")
    packed_once[place + 24 : place + 28] = (4_000_000_000).to_bytes(4, "little")
    return bytes(packed_once)


def _honest_bomb() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for member in range(3):
            archive.writestr(f"word/{member}.xml", bytes(80_000_000))
        archive.writestr("word/document.xml", "<a/>")
    return stream.getvalue()


def _with_document_type(declaration: str, encoding: str = "utf-8") -> bytes:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{body}'
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml.encode(encoding))
    return stream.getvalue()


EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;&y;">]>'
CASES = {
    "a renamed archive": (packed({"甲.txt": "一、"}), "要点.docx", "是压缩包"),
    "a renamed program": (b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 90, "要点.docx", "是程序"),
    "a bomb that tells its size": (_honest_bomb(), "要点.docx", "展开后超过200MB"),
    "a bomb": (_bomb(), "要点.docx", "展开后超过200MB"),
    "external entities": (_with_document_type(EXTERNAL), "要点.docx", "含有外部引用"),
    "entities in entities": (_with_document_type(LAUGHS), "要点.docx", "含有外部引用"),
    "entities in UTF-16": (_with_document_type(EXTERNAL, "utf-16"), "要点.docx", "含有外部引用"),
    "entities in a workbook": (
        packed({"xl/workbook.xml": f"{LAUGHS}<a/>"}),
        "台账.xlsx",
        "含有外部引用",
    ),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "要点.docx", "设有打开密码"),
    "a password on a workbook": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "台账.xlsx",
        "设有打开密码",
    ),
    "half a file": (docx(paragraph_xml("一、甲"))[:300], "要点.docx", "已损坏"),
    "XML that breaks off": (packed({"word/document.xml": "<a><b>"}), "要点.docx", "已损坏"),
    "XML a thousand deep": (
        docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
        "要点.docx",
        "已损坏",
    ),
    "a picture": (PNG, "要点.png", "是图片"),
    "a picture named as text": (PNG, "要点.txt", "是图片，不是文字"),
    "a photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "要点.pdf", "是图片"),
    "nothing": (b"", "要点.txt", "没有文字"),
    "an empty Word file": (b"", "要点.docx", "是空文件"),
    "a document without words": (docx(paragraph_xml("")), "要点.docx", "没有文字"),
    "a line of 5 MB": ("改革".encode() * 900_000, "要点.txt", "有一行超过1000000字"),
    "traditional characters": (TRADITIONAL.encode(), "要點.txt", "是繁体字"),
    "traditional characters in Word": (docx(paragraph_xml(TRADITIONAL)), "要點.docx", "是繁体字"),
    "English": (ENGLISH.encode(), "plan.txt", "几乎没有汉字"),
    "another kind": (b"\x01\x02\x03", "要点.dwg", "不是能读的文件"),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_one_sentence_at_once(case: str) -> None:
    data, name, words = CASES[case]
    began = time.process_time()
    with pytest.raises(KnownError, match=words) as raised:
        read_plan(data, name)
    assert time.process_time() - began < 3
    sentence = str(raised.value)
    assert "没有读入任何内容" in sentence
    assert "\n" not in sentence
    assert sentence.endswith("。")


def test_some_traditional_or_latin_characters_are_no_reason_to_refuse() -> None:
    plain = "一、抓改革\n1.对标国际先进水平，发展责任单位机制。\n" * 20
    assert read_plan((plain + TRADITIONAL[:60]).encode(), "要点.txt").parts
    assert read_plan((plain + ENGLISH[:300]).encode(), "要点.txt").parts


def test_a_word_file_named_as_text_is_read_as_what_it_is() -> None:
    draft = read_plan(docx(paragraph_xml("一、抓改革") + paragraph_xml("1.建机制。")), "要点.txt")
    assert draft.parts[0].title == "抓改革"


WHOLE = docx(paragraph_xml("一、抓改革") + paragraph_xml("1.建机制。"))


@given(st.data())
def test_a_damaged_word_file_is_read_or_refused_with_a_sentence(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[place] = data.draw(st.integers(0, 255))
    with suppress(KnownError):
        read_plan(bytes(broken), "要点.docx")
