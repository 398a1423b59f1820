"""Lines of pages to paragraphs: headers, footers and page numbers go, broken lines are joined. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from models.intake.readers.collect import Row
from models.intake.readers.pdf_joining import joined_rows
from models.intake.readers.pdf_lines import Placed, joint

_PAGE_NUMBER = re.compile(
    r"[-—–－―·•\s]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/，,共]\s?共?\s?(?:第\s?)?\d{1,4}(?:\s?页)?)?[-—–－―·•\s]*"
)
_DIGITS = re.compile(r"\d+")
_STARTS_ANEW = re.compile(
    r"[一二三四五六七八九十百]{1,5}[、．]|[（(][一二三四五六七八九十百]{1,5}[）)]|\d{1,3}[．、]|\d{1,3}\.(?!\d)"
    r"|第[一二三四五六七八九十百]{1,5}[章节条]|[（(]\d{1,2}[）)]|[①-⑳]"
    r"|(?:牵头|责任|配合|实施|主办|协办|承办)(?:单位|部门)[:：]|(?:完成)?时限[:：]|附件\d*[:：]?"
)
_ENDS = "。！？；：:”）)]］】;!?"
_EDGE = 0.12  # share of the page's height in which headers and footers stand
_MARGIN = 0.07
_LEAST_WIDTH = 0.6  # share of the page: lines that end before it were not broken for lack of room


def paragraphs(pages: Sequence[Sequence[Placed]]) -> Iterator[str | Row]:
    """Yield the paragraphs and the rows of tables of a document, from page to page."""
    lines = [line for page in _without_edges(pages) for line in page]
    running = [line for line in lines if not line.rows]
    left, right = _column(running) if running else (0.0, 0.0)
    for is_table, group in groupby(lines, key=lambda line: bool(line.rows)):
        if is_table:
            yield from joined_rows([line.rows for line in group])
        else:
            yield from _running(list(group), left, right)


def _running(lines: Sequence[Placed], left: float, right: float) -> Iterator[str]:
    text, before = lines[0].text, lines[0]
    for line in lines[1:]:
        if _goes_on(before, line, left, right):
            text += joint(text, line.text) + line.text
        else:
            yield text
            text = line.text
        before = line
    yield text


def _without_edges(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return the pages without what repeats at their upper and lower edge."""
    seen = Counter(key for page in pages for key in {_key(x) for x in page if _at_edge(x)})
    often = max(2, len(pages) // 3)
    repeated = {key for key, count in seen.items() if count >= often}
    sizes = [line.size for page in pages for line in page if not line.rows]
    body = median(sizes) if sizes else 0.0
    return [[x for x in page if not _is_edge(x, page, repeated, body)] for page in pages]


def _at_edge(line: Placed) -> bool:
    return not line.rows and not _EDGE * line.height < line.base < (1 - _EDGE) * line.height


def _key(line: Placed) -> tuple[str, int]:
    """Return what a header has in common on all pages: its words without numbers, its height."""
    return _DIGITS.sub("0", line.text.replace(" ", "")), round(line.base / 6)


def _is_edge(
    line: Placed, page: Sequence[Placed], repeated: set[tuple[str, int]], body: float
) -> bool:
    if line.rows:
        return False
    outermost = line is page[0] or line is page[-1]
    if outermost and _PAGE_NUMBER.fullmatch(line.text) and len(page) > 1:
        return True
    # On a single page nothing repeats; a header is small and stands in the margin.
    in_margin = not _MARGIN * line.height < line.base < (1 - _MARGIN) * line.height
    small = in_margin and line.size < 0.75 * body and len(page) > 1
    return small or (_at_edge(line) and _key(line) in repeated)


def _column(lines: Sequence[Placed]) -> tuple[float, float]:
    """Return where lines begin and end that fill the width: the usual left and right edge."""
    widest = max(line.right - line.left for line in lines)
    wide = [line for line in lines if line.right - line.left > 0.6 * widest] or list(lines)
    lefts = Counter(round(line.left / 3) for line in wide)
    rights = sorted(line.right for line in wide)
    often = [place for place, count in lefts.items() if count * 8 >= len(wide)]
    right = max(rights[int(len(rights) * 0.9)], _LEAST_WIDTH * lines[0].width)
    return min(often or lefts) * 3.0, right


def _goes_on(before: Placed, line: Placed, left: float, right: float) -> bool:
    """Tell whether ``line`` goes on with the paragraph of the line before it."""
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.15 * size:
        return False
    if before.right < right - 2.2 * size:
        return False  # the line before ended short
    if line.left > left + 1.2 * size:
        return False  # indented, or centred
    return not (before.text[-1] in _ENDS and _STARTS_ANEW.match(line.text))
