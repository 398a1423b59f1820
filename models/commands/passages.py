"""Editing a paper's text: passages changed, left out, added, moved; nothing edited is lost.

A passage is named by a key that stays while the ledger's numbers change. Beside the person's words
stands what the program had written then (`base`), so that a later difference can be shown.

Where a passage was put is kept as the passage before it (`after`). Passages that were put somewhere
form chains: no two of them follow the same one, so that their order is always what a person saw.
"""

from __future__ import annotations

from typing import Any

from models.commands.lookup import line, prose
from models.commands.papers import LONGEST_KEY, open_paper, passage_name
from models.errors import KnownError
from models.history import Work
from models.schema import Paper, PaperEdit
from models.text import clean

OWN = "own:"
ORIGIN = "@"
TITLE = "title"


def edit_passage(
    work: Work, paper_id: int, key: str, text: str, base: str, after: str = "", level: int = 0
) -> None:
    """Put a person's words in the place of what the program wrote.

    after, level: the passage before it and its heading level (0: a paragraph), by which its words
    are kept in place when the ledger no longer gives it.
    """
    name = passage_name(key)
    title = name == TITLE
    wording = line(text, "标题") if title else prose(text, "文字")
    values = {"text": wording, "base": clean(base), "dropped": False}
    _write(work, paper_id, name, values, {"after": _place(after), "level": _level(level)})
    if title:
        _call_paper(work, paper_id, wording)
    work.label = "修改文稿的标题" if title else "修改文稿的段落"


def drop_passage(work: Work, paper_id: int, key: str, base: str, after: str = "") -> None:
    """Leave a passage out; a passage of one's own is removed."""
    name = passage_name(key)
    if name == TITLE:
        raise KnownError("标题不能删去，没有改动；请改写标题。")
    known = _known(paper_id, name)
    if known is not None and known.added:
        _forget(work, paper_id, known)
    else:
        _write(
            work, paper_id, name, {"dropped": True, "base": clean(base)}, {"after": _place(after)}
        )
    work.label = "删去文稿的段落"


def add_passage(work: Work, paper_id: int, text: str, after: str = "", level: int = 0) -> None:
    """Add a paragraph (level 0) or a heading (1–4) behind another passage."""
    level = _level(level)
    open_paper(paper_id)
    own = PaperEdit.select().where(PaperEdit.paper == paper_id, PaperEdit.added)
    number = max((int(row.key[len(OWN) :]) for row in own), default=0) + 1
    key, place = f"{OWN}{number}", _place(after)
    _follow(work, paper_id, place, key)
    work.new_id = work.insert(
        PaperEdit,
        paper=paper_id,
        key=key,
        text=line(text, "标题") if level else prose(text, "文字"),
        added=True,
        level=level,
        after=place,
    )
    work.label = "增加文稿的段落"


def move_passage(work: Work, paper_id: int, key: str, after: str, base: str = "") -> None:
    """Put a passage behind another (behind nothing: first); what stood behind it stays."""
    name, place = passage_name(key), _place(after)
    if name == TITLE:
        raise KnownError("标题不能移动，没有改动。")
    if name == place:
        raise KnownError("段落不能移到它自己后面，没有改动。")
    open_paper(paper_id)
    known = _known(paper_id, name)
    _unlink(work, paper_id, name, known)
    _follow(work, paper_id, place, name)
    new = {} if known else {"base": clean(base)}
    _write(work, paper_id, name, {"moved": True, "after": place}, new)
    work.label = "移动文稿的段落"


def restore_passage(work: Work, paper_id: int, key: str) -> None:
    """Forget what a person made of a passage: the program's words stand again."""
    open_paper(paper_id)
    known = _known(paper_id, passage_name(key))
    if known is None:
        raise KnownError("这一段没有改过，没有改动。")
    _forget(work, paper_id, known)
    if known.key == TITLE and known.base:
        _call_paper(work, paper_id, known.base)
    work.label = "恢复文稿的段落"


def _call_paper(work: Work, paper_id: int, title: str) -> None:
    """The register knows a paper by the title that it bears, without hand-made breaks."""
    work.update(Paper, paper_id, title=title.replace("|", ""))


def _forget(work: Work, paper_id: int, known: PaperEdit) -> None:
    """Remove an edit; what was put behind the passage stays where it is."""
    open_paper(paper_id)
    if known.added or known.moved:
        _unlink(work, paper_id, known.key, known)
        for each in _behind(paper_id, ORIGIN + known.key):
            work.update(PaperEdit, each.id, after=known.key)
    work.delete(PaperEdit, known.id)


def _unlink(work: Work, paper_id: int, key: str, known: PaperEdit | None) -> None:
    """Let what was put behind a passage stay there while the passage itself goes elsewhere."""
    placed = known is not None and (known.added or known.moved)
    before = known.after if known is not None and placed else ORIGIN + key
    for each in _behind(paper_id, key):
        work.update(PaperEdit, each.id, after=before)


def _follow(work: Work, paper_id: int, place: str, key: str) -> None:
    """Let what was put behind a place follow the passage that is put there now."""
    for each in _behind(paper_id, place):
        if each.key != key:
            work.update(PaperEdit, each.id, after=key)


def _behind(paper_id: int, place: str) -> list[PaperEdit]:
    """What a person put directly behind a passage: its own and moved ones."""
    rows = PaperEdit.select().where(
        PaperEdit.paper == paper_id,
        PaperEdit.after == place,
        PaperEdit.added | PaperEdit.moved,
    )
    return list(rows)


def _place(after: str) -> str:
    """The passage before; behind the title and first are the same."""
    place = line(after, limit=LONGEST_KEY)
    return "" if place == TITLE else place


def _level(level: int) -> int:
    if not 0 <= level <= 4:
        raise KnownError("标题层次应为一到四层，没有保存。")
    return level


def _known(paper_id: int, key: str) -> PaperEdit | None:
    found: PaperEdit | None = PaperEdit.get_or_none(
        PaperEdit.paper == paper_id, PaperEdit.key == key
    )
    return found


def _write(
    work: Work, paper_id: int, key: str, values: dict[str, Any], new: dict[str, Any]
) -> None:
    """Change the edit of a passage, or begin one with `new` besides; an own one must be there."""
    open_paper(paper_id)
    known = _known(paper_id, key)
    if known is not None:
        work.update(PaperEdit, known.id, **values)
        return
    if key.startswith(OWN):
        raise KnownError("自己加的这一段已经删去，没有改动；请重新增加。")
    work.new_id = work.insert(PaperEdit, **{"paper": paper_id, "key": key, **new, **values})
