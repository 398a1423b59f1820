"""What sections wrote, joined into one text: order, one full stop, nothing said twice.

Nothing is reworded: openings that repeat the report's own date go, equal sentences stand once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.periods import PeriodKind
from models.rows import EntryRow, PeriodRow, TaskDossier
from models.text import proper
from models.words import short_day
from reports.document import Source

_NOTHING = re.compile(
    r"(?:本期)?(?:[暂目前尚]{0,2}[无没]有?)(?:新进展|问题|内容|明显问题)?|[—\-/]+|不存在"
)
_END_MARKS = "。．.；;，,、：: 　"
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）》]*|[^。！？]+$")
_OWN_NUMBER = re.compile(
    r"(?:^|[\n。；：])\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|"
    r"（[一二三四五六七八九十\d]+）|\d{1,2}[.．、](?!\d)|[①-⑳])"
)
_AS_OF = re.compile(
    r"截[至止]到?(?:(?P<now>目前|现在|本期末?|本月底?)|"
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底|末)))"
    r"(?:为?止)?，?"
)
_SINCE = re.compile(r"(?:今年|年初|本年度?|(?:自)?(?P<year>\d{4})年)以来，?")
_IN_PERIOD = re.compile(r"(?P<words>[^，。；]{1,12}?)(?:份|期间)?，")


@dataclass(frozen=True)
class Joined:
    """One text and the ledger rows it was made from; an empty text says nothing."""

    text: str = ""
    sources: tuple[Source, ...] = ()


def meaning(text: str) -> str:
    """The proper form of what a section wrote; nothing for 无, 暂无 and the like."""
    formed = proper(text).strip()
    return "" if _NOTHING.fullmatch(formed.rstrip(_END_MARKS)) else formed


def has_own_numbers(text: str) -> bool:
    """Whether the text numbers its own points (一是, 1., （1）, ①); it is not numbered again."""
    return bool(_OWN_NUMBER.search(text))


def ended(text: str) -> str:
    """The text with exactly one full stop at its end."""
    bare = text.rstrip(_END_MARKS)
    if not bare or bare[-1] in "！？…" or re.search(r"[。！？][”’）]$", bare):
        return bare
    return f"{bare}。"


def one_paragraph(text: str) -> str:
    """Several lines as one paragraph, each line ended; numbered points keep their numbers."""
    stripped = (line.strip().lstrip(_END_MARKS) for line in text.split("\n"))
    lines = [line for line in stripped if line]
    whole = [line if line[-1] in "。；：！？" else ended(line) for line in lines]
    return ended("".join(whole))


def join(texts: Iterable[str], period: PeriodRow) -> str:
    """All texts in order as one paragraph: repeated openings and equal sentences stand once."""
    seen_openings: set[str] = set()
    seen: set[str] = set()
    parts = []
    for text in texts:
        body = one_paragraph(_without_opening(text, period, seen_openings))
        parts.append(body if has_own_numbers(body) else _fresh_sentences(body, seen))
    return "".join(parts)


def joined_entries(dossier: TaskDossier, field: str, period: PeriodRow) -> Joined:
    """One field (wording, problems, next_steps) of all entries of a task, measure by measure."""
    written = [
        (entry, text)
        for entry in ordered_entries(dossier)
        if (text := meaning(getattr(entry, field)))
    ]
    if not written:
        return Joined()
    proofs = [Source("evidence", row.id) for row in dossier.evidence]
    sources = [Source("entry", entry.id) for entry, _ in written]
    return Joined(join((text for _, text in written), period), (*sources, *proofs))


def ordered_entries(dossier: TaskDossier) -> list[EntryRow]:
    """The period's entries: those on the whole task first, then by measure, as they came in."""
    place = {measure.id: measure.position for measure in dossier.measures}
    return sorted(
        (entry for entry in dossier.entries if not entry.nothing_new),
        key=lambda entry: (
            0 if entry.measure_id is None else 1,
            place.get(entry.measure_id or 0, 0),
            entry.id,
        ),
    )


def _fresh_sentences(text: str, seen: set[str]) -> str:
    kept = []
    for sentence in _SENTENCE.findall(text):
        key = re.sub(r"[\s，。；：、！？]", "", sentence)
        if len(key) >= 6 and key in seen:
            continue
        seen.add(key)
        kept.append(sentence)
    return "".join(kept)


def _without_opening(text: str, period: PeriodRow, seen: set[str]) -> str:
    """The text without an opening that says the report's own date or period, or says it again."""
    for pattern, repeats in ((_AS_OF, _says_cutoff), (_SINCE, _says_year), (_IN_PERIOD, _says_it)):
        match = pattern.match(text)
        if match is None:
            continue
        opening = match.group().rstrip("，")
        if repeats(match, period) or (pattern is not _IN_PERIOD and opening in seen):
            return text[match.end() :]
        if pattern is not _IN_PERIOD:
            seen.add(opening)
            return text
    return text


def _says_cutoff(match: re.Match[str], period: PeriodRow) -> bool:
    if match["now"]:
        return True
    cutoff = period.cutoff_on
    if int(match["year"] or cutoff.year) != cutoff.year or int(match["month"]) != cutoff.month:
        return False
    if match["end"]:
        return cutoff >= period.period.last_day
    return int(match["day"]) == cutoff.day


def _says_year(match: re.Match[str], period: PeriodRow) -> bool:
    year = period.period.year
    return period.period.first_day.month == 1 and int(match["year"] or year) == year


def _says_it(match: re.Match[str], period: PeriodRow) -> bool:
    own = period.period
    names = {own.title, own.part_of_year, f"今年{own.part_of_year}"} - {""}
    if own.kind is PeriodKind.MONTH:
        names.add("本月")
    if own.kind is PeriodKind.QUARTER:
        names.add("本季度")
    return match["words"] in names


def as_of(period: PeriodRow) -> str:
    """截至6月20日: the period's 数据截止日; another year than the period's is said."""
    return f"截至{short_day(period.cutoff_on, period.period.year)}"
