"""Kinds that only an office program reads: through LibreOffice, or a sentence that says how."""

from __future__ import annotations

import shutil
import stat
import time
from pathlib import Path

import pytest

from models.errors import KnownError
from models.intake import read_plan
from models.intake.readers.office import converted, find_office
from tests.models.intake.forms import docx, paragraph_xml

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le")
WHOLE = docx(paragraph_xml("一、抓改革") + paragraph_xml("1.建立机制。（甲局负责）"))


@pytest.mark.parametrize("name", ["要点.doc", "要点.wps"])
def test_without_libreoffice_the_sentence_says_how_to_save(name: str) -> None:
    with pytest.raises(KnownError, match=r"“另存为”“Word 文档”（\.docx）后再读入"):
        read_plan(DOC, name)


def _office(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_libreoffice_that_hangs_is_ended(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(KnownError, match=r"LibreOffice 没能读出“要点\.doc”"):
        converted(DOC, ".doc", "docx", "要点.doc", _office(tmp_path, "sleep 60"), seconds=0.5)
    assert time.monotonic() - began < 10


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_libreoffice_that_makes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="没能读出"):
        converted(DOC, ".doc", "docx", "要点.doc", _office(tmp_path, "exit 0"))


def test_a_libreoffice_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="没能读出"):
        converted(DOC, ".doc", "docx", "要点.doc", str(tmp_path / "missing"))


@pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")
@pytest.mark.parametrize("name", ["要点.doc", "要点.wps"])
def test_with_libreoffice_a_doc_reads_as_the_docx(name: str) -> None:
    doc = converted(WHOLE, ".docx", "doc", "要点.docx", find_office())
    assert doc.startswith(DOC[:8])
    assert read_plan(doc, name, find_office()).parts == read_plan(WHOLE, "要点.docx").parts
