"""任务简称 as proposed when a plan is loaded: the opening clause of the task, a whole phrase always."""

from __future__ import annotations

from collections.abc import Sequence

from models.text import proper

LONGEST = 24
"""A proposal of so many characters is taken as it is."""
_BEARABLE = 36
"""A longer one that is whole is better than a short one that is not."""
_ENDS = "，。；：！？\n"
_SENTENCE_ENDS = "。；！？\n"
_PAIRS = {"《": "》", "“": "”", "（": "）", "〈": "〉", "‘": "’", "「": "」", "【": "】"}
_AND_SO_ON = "等"
_NO_LIST = (
    "平等",
    "均等",
    "同等",
    "对等",
    "高等",
    "初等",
    "中等",
    "优等",
    "特等",
    "一等",
    "二等",
    "三等",
)
"""Words whose 等 closes no list."""
_DANGLING = ("以及", "和", "与", "及", "或", "并", "、", "，", "：", "；", "—", "·")
_NOT_DANGLING = ("参与", "普及", "涉及", "合并", "兼并", "归并", "缓和", "总和", "饱和", "融和")
# What only leads to the deed that the next clause names: 以…为重点，扶持…; 依托…平台，开展….
_LEADS = (
    "依托",
    "根据",
    "按照",
    "依据",
    "针对",
    "通过",
    "围绕",
    "结合",
    "随着",
    "借助",
    "在",
    "以",
)
_AS = "重点导向抓手契机目标统领核心基础主线引领"
_LEADS_SO = {
    "以": tuple(f"为{_AS[at : at + 2]}" for at in range(0, len(_AS), 2)),
    "在": ("下", "中", "上", "前", "后", "时", "方面"),
}
_VERBS = (
    "推进推动开展加强加快加大建立建设完善健全实施制定落实做好抓好举办组织深化优化提升提高打造构建"
    "培育支持鼓励促进强化整合争取争创巩固推广探索发展扩大扶持规范打击严厉统筹配合协助编制研究引导"
    "拓展拓宽"
)
_DEEDS = tuple(_VERBS[at : at + 2] for at in range(0, len(_VERBS), 2))


def propose(text: str) -> str:
    """A short title for a task's text: a whole phrase, brackets and quotes in pairs.

    The first clause; where it only leads to the next (以…为重点，) that one. Of a long list with 等
    and what follows it as many members as `LONGEST` allows. What cannot be shortened so stays whole.
    """
    clause = _complete(_clause(proper(text).strip()))
    if len(clause) <= LONGEST:
        return clause
    pieces = _split(clause, "、")
    return _fewer(pieces) if len(pieces) > 1 else clause


def was_proposed(title: str, text: str) -> bool:
    """Whether a title was proposed for the text and not given by a person."""
    return title in (propose(text), _former(text))


def needs_wording(title: str) -> bool:
    """Whether a title, given or proposed, is better worded by a person before it is printed."""
    shown = proper(title)
    return len(shown) > _BEARABLE or (bool(shown) and _complete(shown) != shown)


def shortened(title: str, most: int) -> str:
    """At most so many characters of a title, for a list or a sentence; …… stands where it is cut."""
    if len(title) <= most:
        return title
    return _complete(title[: max(1, most - 2)]) + "……"


def _clause(text: str) -> str:
    """The first clause, or the one that it leads to within the same sentence."""
    sentence = _until(text, _SENTENCE_ENDS)
    clauses = [each for each in _split(sentence, "，") if each]
    first = _until(clauses[0], _ENDS) if clauses else _until(text, _ENDS)
    if len(clauses) > 1 and _only_leads(first) and clauses[1].startswith(_DEEDS):
        return _until(clauses[1], _ENDS)
    return first


def _only_leads(clause: str) -> bool:
    """Whether a clause names no deed of its own."""
    lead = next((word for word in _LEADS if clause.startswith(word)), "")
    if not lead or not clause.endswith(_LEADS_SO.get(lead, "")):
        return False
    return not any(deed in clause[len(lead) : -2] for deed in _DEEDS)


def _fewer(pieces: Sequence[str]) -> str:
    """A list with fewer members and its end: 开展甲、乙等八项行动."""
    whole = "、".join(pieces)
    member, end = _end_of(pieces[-1])
    if end and not any(_end_of(piece)[1] for piece in pieces[:-1]):
        members = [*pieces[:-1], member]
        for count in range(len(members) - 1, 0, -1):
            shorter = "、".join(members[:count]) + end
            if len(shorter) <= (LONGEST if count > 1 else _BEARABLE):
                return shorter
    if len(whole) <= _BEARABLE or not _alike(pieces):
        return whole
    kept = pieces[0]
    for piece in pieces[1:]:
        if len(kept) + 1 + len(piece) > LONGEST:
            break
        kept = f"{kept}、{piece}"
    return kept


def _end_of(last: str) -> tuple[str, str]:
    """The last member of a list and, from 等 on, what closes the whole list."""
    at = len(_until(last, _AND_SO_ON))
    while at < len(last) and last[max(0, at - 1) : at + 1] in _NO_LIST:
        at += 1 + len(_until(last[at + 1 :], _AND_SO_ON))
    return last[:at], last[at:] if at < len(last) else ""


def _alike(pieces: Sequence[str]) -> bool:
    """Whether the members of a list end with the same word, so that it can end after any of them."""
    return len({piece[-2:] for piece in pieces}) == 1


def _complete(phrase: str) -> str:
    """The phrase without what dangles at its end and without brackets that miss their other half."""
    shown, cut = "", _paired(phrase)
    while shown != cut:
        shown = cut
        cut = shown.rstrip()
        if cut.endswith(_AND_SO_ON) and not cut.endswith(_NO_LIST):
            cut = cut.removesuffix(_AND_SO_ON)
        dangling = next((word for word in _DANGLING if cut.endswith(word)), "")
        if dangling and not cut.endswith(_NOT_DANGLING):
            cut = cut.removesuffix(dangling)
    return shown or phrase


def _paired(phrase: str) -> str:
    """The phrase without opening marks that nothing closes and closing ones that nothing opened."""
    waiting: list[tuple[int, str]] = []
    alone: set[int] = set()
    for place, char in enumerate(phrase):
        if waiting and char == waiting[-1][1]:
            waiting.pop()
        elif char in _PAIRS:
            waiting.append((place, _PAIRS[char]))
        elif char in _PAIRS.values():
            alone.add(place)
    alone.update(place for place, _ in waiting)
    return "".join(char for place, char in enumerate(phrase) if place not in alone)


def _until(text: str, ends: str) -> str:
    """The text before the first of `ends` that stands outside any pair of brackets or quotes."""
    closers: list[str] = []
    for place, char in enumerate(text):
        if closers and char == closers[-1]:
            closers.pop()
        elif char in _PAIRS and _PAIRS[char] in text[place:]:
            closers.append(_PAIRS[char])
        elif not closers and char in ends:
            return text[:place]
    return text


def _split(text: str, mark: str) -> list[str]:
    """The text cut at every mark outside brackets and quotes."""
    pieces: list[str] = []
    rest = text
    while rest:
        piece = _until(rest, mark)
        pieces.append(piece)
        rest = rest[len(piece) + 1 :]
    return pieces


def _former(text: str) -> str:
    """What earlier versions proposed; it stands in ledgers made by them."""
    clause = _until(proper(text).strip(), _ENDS)
    if len(clause) <= LONGEST:
        return clause
    pieces = _split(clause, "、")
    kept = pieces[0]
    for piece in pieces[1:]:
        if len(kept) + 1 + len(piece) > LONGEST:
            return kept + _AND_SO_ON if len(kept) < LONGEST else kept
        kept = f"{kept}、{piece}"
    return kept
