"""Word documents (.docx): paragraphs with the numbers that Word generates, tables, text boxes.

Changes that were tracked are read as accepted; hidden text, contents lists, headers, footers and
notes are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from models.errors import KnownError
from models.intake.readers.archive import Archive, damaged
from models.intake.readers.collect import Paragraph, Row, collected
from models.intake.readers.word_numbering import Numbering, W, value_of, whole
from models.intake.source import Source

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WPS_TEXT = f"{W}txbxContent"
_MAIN = "officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Taken out, or moved away, by a change that counts as accepted; or not text at all.
_GONE = {f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rt", "pPr", "rPr")}
_CHARACTERS = {
    f"{W}tab": " ",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}ptab": " ",
}
_WIDEST = 200  # columns of a table


def read_word(data: bytes, name: str) -> Source:
    """Return the lines of a .docx; raises KnownError if it is damaged or no Word document."""
    archive = Archive(data, name)
    document = _main_part(archive)
    root = archive.xml(document)
    if root.tag.startswith("{" + _STRICT):
        message = f"“{name}”存为“Strict Open XML”格式：没有读入任何内容。请在 Word 中另存为“Word 文档（.docx）”后再读入。"
        raise KnownError(message)
    body = root.find(f"{W}body")
    if body is None:
        raise damaged(name)
    folder = document.rpartition("/")[0]
    numbering, styles = (
        _other(archive, f"{folder}/{part}.xml") for part in ("numbering", "styles")
    )
    return collected(_Reading(Numbering(numbering, styles)).blocks(body), name)


def _main_part(archive: Archive) -> str:
    """Return the path of the document inside the archive."""
    if "word/document.xml" in archive:
        return "word/document.xml"
    if "_rels/.rels" in archive:
        for relation in archive.xml("_rels/.rels"):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith(_MAIN) and target in archive:
                return target
    raise damaged(archive.name)


def _other(archive: Archive, path: str) -> Element | None:
    return archive.xml(path) if path in archive else None


class _Reading:
    """The blocks of a document in order, with the lists' counters running."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._waiting = ""  # of a paragraph whose end a tracked change took away

    def blocks(self, parent: Element) -> Iterator[Paragraph | Row]:
        """Yield paragraphs and rows below ``parent``, through content controls and the like."""
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag == f"{_MC}AlternateContent":
                yield from self.blocks(_chosen(element))
            elif element.tag == f"{W}sdt" and _is_contents(element):
                continue
            elif element.tag not in _GONE and len(element):
                yield from self.blocks(element)

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Row]:
        properties = element.find(f"{W}pPr")
        if self._numbering.style_name(properties).startswith("toc "):
            return
        boxes: list[Element] = []
        text = "".join(_pieces(element, boxes))
        label = self._numbering.label(properties) if text.strip() else ""
        # Word's tab behind 1.1 is no part of it; without a blank 1.1 would run into the words.
        label += " " if label[-1:].isdigit() else ""
        text = self._waiting + label + (text.lstrip() if label else text)
        self._waiting = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._waiting = text
            return
        yield text
        for box in boxes:
            yield from self.blocks(box)

    def _table(self, element: Element) -> Iterator[Paragraph | Row]:
        """Yield the rows; a cell merged downwards says in each row what it says in the first."""
        above: list[str] = []
        for row in _rows(element):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: list[str] = [""] * _grid(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _cells(row):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and value_of(merged, "continue") == "continue"
                text = self._cell(cell)
                if goes_on and not text and len(cells) < len(above):
                    text = above[len(cells)]
                width = _grid(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                cells += [text, *[""] * (width - 1)][: max(0, _WIDEST - len(cells))]
            above = cells
            if len(cells) == 1:
                yield cells[0]
            else:
                yield tuple(cells)

    def _cell(self, cell: Element) -> str:
        blocks = self.blocks(cell)
        return "\n".join(b if isinstance(b, str) else " ".join(b) for b in blocks).strip()


def _rows(parent: Element) -> list[Element]:
    """Return the rows of a table itself, not those of tables nested in its cells."""
    found = []
    for child in parent:
        if child.tag == f"{W}tr":
            found.append(child)
        elif child.tag not in (f"{W}tblPr", f"{W}tblGrid"):
            found += _rows(child) if child.tag != f"{W}tc" else []
    return found


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag not in (f"{W}trPr", f"{W}tblPrEx"):
            yield from _cells(child)


def _grid(element: Element | None, default: int) -> int:
    return min(max(whole(value_of(element), default), default), _WIDEST)


def _chosen(element: Element) -> Element:
    """Return the one branch of alternatives that is read."""
    found = element.find(f"{_MC}Choice")
    if found is None:
        found = element.find(f"{_MC}Fallback")
    return found if found is not None else Element("nothing")


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value_of(gallery) == "Table of Contents"


def _pieces(parent: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield the text of a paragraph; text boxes anchored in it are put aside."""
    for element in parent:
        tag = element.tag
        if tag == f"{W}t":
            yield element.text or ""
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag == f"{W}br":
            yield "\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else ""
        elif tag == _WPS_TEXT:
            boxes.append(element)
        elif tag == f"{_MC}AlternateContent":
            yield from _pieces(_chosen(element), boxes)
        elif tag not in _GONE and not _is_hidden(element):
            yield from _pieces(element, boxes)


def _is_hidden(element: Element) -> bool:
    hidden = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return hidden is not None and value_of(hidden, "1") not in ("0", "false", "off")
