"""Office archives (.docx, .xlsx): opened with limits, their XML parsed without entities."""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from models.errors import KnownError

MOST_BYTES = 200_000_000  # unpacked, all members together
MOST_IN_A_MEMBER = 100_000_000
MOST_MEMBERS = 5_000


class Archive:
    """The members of an office file that has passed the limits."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise damaged(name) from problem
        members = self._zip.infolist()
        self._sizes = {member.filename: member.file_size for member in members}
        total = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or total > MOST_BYTES:
            message = f"“{name}”展开后超过{MOST_BYTES // 1_000_000}MB，不像公文：没有读入任何内容。请检查文件是否选对。"
            raise KnownError(message)

    def __contains__(self, member: str) -> bool:
        return member in self._sizes

    def names(self) -> list[str]:
        """Return the paths of all members."""
        return list(self._sizes)

    def read(self, member: str) -> bytes:
        """Return the bytes of a member; raises KnownError if they are damaged or too many."""
        if self._sizes.get(member, 0) > MOST_IN_A_MEMBER:
            message = f"“{self.name}”过大：没有读入任何内容。请只保留文件正文后再读入。"
            raise KnownError(message)
        try:
            return self._zip.read(member)
        except (
            *(BadZipFile, KeyError, RuntimeError, NotImplementedError),
            *(zlib.error, EOFError, OSError, ValueError),
        ) as problem:
            raise damaged(self.name) from problem

    def xml(self, member: str) -> ElementTree.Element:
        """Return the root of a member's XML; a document type, and so any entity, is refused."""
        return parsed(self.read(member), self.name)

    def check_xml(self) -> None:
        """Refuse an archive any of whose XML members declares a document type."""
        for member in self.names():
            if member.endswith((".xml", ".rels", ".vml")):
                refuse_document_type(self.read(member), self.name)


class _RootReached(Exception):  # noqa: N818 - no failure: what was looked for is not there
    """The document's first element begins, and no document type came before it."""


class _DocumentTypeError(Exception):
    """The XML declares a document type."""


def parsed(data: bytes, name: str) -> ElementTree.Element:
    """Return the root of ``data``; raises KnownError if it is no XML or declares entities."""
    refuse_document_type(data, name)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise damaged(name) from problem


def refuse_document_type(data: bytes, name: str) -> None:
    """Raise KnownError at <!DOCTYPE …>: where there is none, no entity can be declared."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _stop_at_document_type
    parser.StartElementHandler = _stop_at_root
    try:
        parser.Parse(data, True)
    except _RootReached:
        return
    except _DocumentTypeError as problem:
        message = f"“{name}”里含有外部引用，为安全起见没有读入任何内容。请在原软件中打开，另存一份后再读入。"
        raise KnownError(message) from problem
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise damaged(name) from problem


def _stop_at_document_type(*_declared: object) -> None:
    raise _DocumentTypeError


def _stop_at_root(*_element: object) -> None:
    raise _RootReached


def damaged(name: str) -> KnownError:
    """Return the failure of a file that is broken or is not what its name says."""
    return KnownError(
        f"“{name}”已损坏，或者不是它的扩展名所说的文件：没有读入任何内容。请在原软件中打开，另存一份后再读入。"
    )
