"""Editing a paper's text: passages changed, left out, added, moved; nothing edited is lost.

A passage is named by a key that stays while the ledger's numbers change. Beside the person's words
stands what the program had written then (`base`), so that a later difference can be shown.
"""

from __future__ import annotations

from typing import Any

from models.commands.lookup import prose
from models.commands.papers import open_paper
from models.errors import KnownError
from models.history import Work
from models.schema import PaperEdit

OWN = "own:"
_NAME = {"title": "标题"}


def edit_passage(
    work: Work, paper_id: int, key: str, text: str, base: str, after: str = ""
) -> None:
    """Put a person's words in the place of what the program wrote."""
    wording = prose(text, "文字")
    _write(work, paper_id, key, {"text": wording, "base": base, "dropped": False}, after)
    work.label = f"修改文稿的{_NAME.get(key, '段落')}"


def drop_passage(work: Work, paper_id: int, key: str, base: str, after: str = "") -> None:
    """Leave a passage out; a passage of one's own is removed."""
    known = _known(paper_id, key)
    if known is not None and known.added:
        open_paper(paper_id)
        work.delete(PaperEdit, known.id)
    else:
        _write(work, paper_id, key, {"dropped": True, "base": base}, after)
    work.label = "删去文稿的段落"


def add_passage(work: Work, paper_id: int, text: str, after: str = "", level: int = 0) -> None:
    """Add a paragraph (level 0) or a heading (1–4) behind another passage."""
    if not 0 <= level <= 4:
        raise KnownError("标题层次应为一到四层，没有保存。")
    open_paper(paper_id)
    own = PaperEdit.select().where(PaperEdit.paper == paper_id, PaperEdit.added)
    number = max((int(row.key[len(OWN) :]) for row in own), default=0) + 1
    work.new_id = work.insert(
        PaperEdit,
        paper=paper_id,
        key=f"{OWN}{number}",
        text=prose(text, "文字"),
        added=True,
        level=level,
        after=after,
    )
    work.label = "增加文稿的段落"


def move_passage(work: Work, paper_id: int, key: str, after: str, base: str = "") -> None:
    """Put a passage behind another (behind nothing: first)."""
    if key == after:
        raise KnownError("段落不能移到它自己后面，没有改动。")
    known = _known(paper_id, key)
    values: dict[str, Any] = {"moved": True, "after": after}
    if known is None:
        values["base"] = base
    _write(work, paper_id, key, values, after)
    work.label = "移动文稿的段落"


def restore_passage(work: Work, paper_id: int, key: str) -> None:
    """Forget what a person made of a passage: the program's words stand again."""
    open_paper(paper_id)
    known = _known(paper_id, key)
    if known is None:
        raise KnownError("这一段没有改过，没有改动。")
    work.delete(PaperEdit, known.id)
    work.label = "恢复文稿的段落"


def _known(paper_id: int, key: str) -> PaperEdit | None:
    found: PaperEdit | None = PaperEdit.get_or_none(
        PaperEdit.paper == paper_id, PaperEdit.key == key
    )
    return found


def _write(work: Work, paper_id: int, key: str, values: dict[str, Any], after: str) -> None:
    open_paper(paper_id)
    known = _known(paper_id, key)
    if known is None:
        work.new_id = work.insert(
            PaperEdit, **{"paper": paper_id, "key": key, "after": after, **values}
        )
    else:
        work.update(PaperEdit, known.id, **values)
