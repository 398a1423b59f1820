"""Readers: the bytes of one kind of file become numbered lines and rows. One module a kind.

Each reader, with the library that it needs, is imported when the first file of its kind comes.
"""

from __future__ import annotations

from models.errors import KnownError
from models.intake.readers.kinds import kind_of
from models.intake.readers.language import check_language
from models.intake.source import Source

_KEPT = "没有读入任何内容。"
_UNREADABLE = {
    "picture": "是图片，不是文字：" + _KEPT + "请用文字识别软件转为 Word 文档后再读入。",
    "packed": "是压缩包，不是文档：" + _KEPT + "请解压后选择里面的文件。",
    "program": "是程序，不是文档：" + _KEPT + "请检查文件是否选对，来历不明的不要打开。",
    "locked": "设有打开密码：" + _KEPT + "请用原软件打开，去掉密码另存后再读入。",
    "broken": "已损坏，打不开：" + _KEPT + "请在原软件中打开，另存一份后再读入。",
    "unknown": "不是能读的文件："
    + _KEPT
    + "能读 .docx、.pdf、.xlsx、.html、.txt，其他请另存为这些再读入。",
}


def read_source(data: bytes, name: str, office: str | None = None) -> Source:
    """Return the lines of a file, by what its bytes are rather than by what its name says.

    ``office`` is the path of LibreOffice, for .doc, .wps and others. Raises KnownError for a kind
    that is not read, for a file that is damaged, protected or too large, and for a text that is
    not in simplified Chinese.
    """
    if not data.strip():
        message = f"“{name}”是空文件，里面没有文字：{_KEPT}请检查文件是否选对。"
        raise KnownError(message)
    kind = kind_of(data, name)
    if kind in _UNREADABLE:
        raise KnownError(f"“{name}”{_UNREADABLE[kind]}")
    try:
        source = _read(kind, data, name, office)
    except RecursionError as problem:
        # XML or HTML nested a thousand deep was not written by an office program.
        raise KnownError(f"“{name}”{_UNREADABLE['broken']}") from problem
    check_language(source, name)
    return source


def _read(kind: str, data: bytes, name: str, office: str | None) -> Source:
    if kind == "txt":
        from models.intake.readers.txt import read_txt

        return read_txt(data, name)
    if kind == "docx":
        from models.intake.readers.word import read_word

        return read_word(data, name)
    if kind == "pdf":
        from models.intake.readers.pdf import read_pdf

        return read_pdf(data, name)
    if kind == "html":
        from models.intake.readers.web import read_web

        return read_web(data, name)
    if kind in ("xlsx", "xls"):
        return _read_workbook(kind, data, name)
    return _read_through_office(kind, data, name, office)


def _read_workbook(kind: str, data: bytes, name: str) -> Source:
    if kind == "xlsx":
        from models.intake.readers.workbook import read_workbook

        return read_workbook(data, name)
    from models.intake.readers.old_workbook import read_old_workbook

    return read_old_workbook(data, name)


def _read_through_office(kind: str, data: bytes, name: str, office: str | None) -> Source:
    from models.intake.readers.office import converted

    target = "xlsx" if kind == "ods" else "docx"
    return _read(target, converted(data, f".{kind}", target, name, office), name, office)


def read_pasted(text: str, html: str = "") -> Source:
    """Return the lines of what the clipboard gives; its HTML where that holds a table or text.

    Raises KnownError where neither holds any text.
    """
    name = "粘贴的内容"
    from models.intake.readers.txt import read_text
    from models.intake.readers.web import read_html

    # Word and browsers copy tables whole only as HTML; the plain text keeps list numbers better.
    source = read_html(html, name) if "<table" in html.lower() or not text.strip() else None
    source = source if source is not None else read_text(text, name)
    check_language(source, name)
    return source
