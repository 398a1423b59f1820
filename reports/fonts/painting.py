"""Registering faces with the PDF library; imported only when a paper is painted."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from models.errors import KnownError

_names: dict[tuple[Path, int], str] = {}


def registered(path: Path, index: int, family: str) -> str:
    """The name of the face in the PDF library, registering it the first time.

    Raises KnownError when the library refuses the face.
    """
    name = _names.get((path, index))
    if name is None:
        name = f"luoshi-{len(_names)}-{path.stem}-{index}"
        try:
            pdfmetrics.registerFont(TTFont(name, path, subfontIndex=index))
        except (TTFError, OSError) as error:
            raise KnownError(
                f"字体“{family}”无法写入 PDF，没有生成文件，已有文件不变；请在设置中另选字体文件。"
            ) from error
        _names[path, index] = name
    return name
