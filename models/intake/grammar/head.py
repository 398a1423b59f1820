"""The head: number, titles, issuers, addressees, date and opening text, and the signature's lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.intake.grammar.dates import is_date_line, read_date
from models.intake.grammar.issuers import is_signature, issuers_in, issuers_of_title
from models.intake.grammar.spans import cut_outside
from models.intake.grammar.unit_names import looks_like_unit, unit_names
from models.intake.source import Line

_NUMBER = re.compile(
    r"(?P<before>.*(?:通知|意见|方案|办法|规划|决定|要点|计划|批复|公告|通告|表))?"
    r"(?P<number>[\u4e00-\u9fff×Ｘ]{1,12}[〔\[［（(【](?:19|20)\d{2}[〕\]］）)】]\s?第?\d{1,5}号)"
)
_ISSUED_TITLE = re.compile("关于(?:印发|下发|转发)(?:《(.+)》|(.+?))的通知")
_NOT_TO_WHOM = re.compile("填报|报送|制表|填表|责任|牵头|联系|单位")
_TO_WHOM = re.compile("([^。：:]{2,400})[：:](.*)")
# What stands around a head on paper: the red letterhead, urgency, signer, who may see it.
_DECORATION = re.compile(
    r"[\u4e00-\u9fff（）、 　]{2,60}文件|(?:特急|加急|平急|特提)[\s　]*|签发人[:：].{0,20}"
    r"|[（(]?此件.{0,20}|(?:主动|依申请|不予)公开|附件?\d*[:：]?"
    r"|(?:填报|报送|制表|填表)(?:单位|部门|日期|时间|人)[^:：]{0,6}[:：].*"
)
_LONGEST_TITLE = 60
_LINES_OF_HEAD = 12


@dataclass(frozen=True)
class Head:
    """What a plan says before its first number and in its signature."""

    title: str = ""
    notice_title: str = ""
    document_number: str = ""
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    issued_on: date | None = None
    preamble: str = ""
    of_notice: tuple[str, ...] = ()  # the notice's own words before the plan attached to it


def without_decoration(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of a head without what only stands around it on paper, and these."""
    around = [line for line in lines if _DECORATION.fullmatch(line.text)]
    return [line for line in lines if not _DECORATION.fullmatch(line.text)], around


def read_head(lines: Sequence[Line], signature: Sequence[Line]) -> Head:
    """Return the head of a plan from the lines before its first number and from its signature."""
    head, texts = _take_number(Head(), [line.text for line in lines])
    to_whom = _index_of_addressees(texts)
    dated = next((n for n, text in enumerate(texts) if is_date_line(text)), None)
    if to_whom is not None and dated is not None and dated > to_whom:
        head = _of_notice_with_plan(head, texts, to_whom, dated)
    elif to_whom is not None:
        head = _of_notice(head, texts, to_whom)
    else:
        head = _with_title_and_preamble(head, texts)
    return _with_signature(head, [line.text for line in signature])


def _take_number(head: Head, texts: list[str]) -> tuple[Head, list[str]]:
    """Take the first 发文字号 off the lines: on a line of its own, or glued to the title."""
    for place, text in enumerate(texts[:_LINES_OF_HEAD]):
        match = _NUMBER.fullmatch(text)
        if match:
            rest = [match["before"]] if match["before"] else []
            left = [*texts[:place], *rest, *texts[place + 1 :]]
            return replace(head, document_number=match["number"].replace(" ", "")), left
    return head, texts


def _index_of_addressees(texts: list[str]) -> int | None:
    for place, text in enumerate(texts[:_LINES_OF_HEAD]):
        match = _TO_WHOM.match(text)
        names = unit_names(match[1]) if match and not _NOT_TO_WHOM.match(match[1]) else ()
        if names and all(
            name[0] in "各有" or looks_like_unit(name) for name in (names[0], names[-1])
        ):
            return place
    return None


def _of_notice_with_plan(head: Head, texts: list[str], to_whom: int, dated: int) -> Head:
    """Read a notice with the plan attached behind its date."""
    signed = dated
    while signed > to_whom + 1 and is_signature(texts[signed - 1]):
        signed -= 1
    behind = _TO_WHOM.match(texts[to_whom])
    own = [texts[to_whom]] if behind and behind[2].strip() else []
    head = replace(
        head,
        of_notice=(*own, *texts[to_whom + 1 : signed]),
        notice_title="".join(texts[:to_whom]),
        addressees=_addressees(texts[to_whom]),
        issuers=issuers_in(texts[signed:dated]),
        issued_on=read_date(texts[dated]),
    )
    return _with_title_and_preamble(head, texts[dated + 1 :])


def _of_notice(head: Head, texts: list[str], to_whom: int) -> Head:
    """Read a document that is itself the plan: title, addressees, opening text."""
    behind = _TO_WHOM.match(texts[to_whom])
    opening = [behind[2].strip()] if behind and behind[2].strip() else []
    return replace(
        head,
        title="".join(texts[:to_whom]),
        addressees=_addressees(texts[to_whom]),
        preamble="\n".join([*opening, *texts[to_whom + 1 :]]),
    )


def _addressees(text: str) -> tuple[str, ...]:
    """Return whom it is sent to; commas part groups (各省、自治区，各直属机构) where there are any."""
    match = _TO_WHOM.match(text)
    groups = cut_outside(match[1], "，,；;") if match else []
    return tuple(groups) if len(groups) > 1 else unit_names(groups[0]) if groups else ()


def _with_title_and_preamble(head: Head, texts: list[str]) -> Head:
    """Read the title's lines, up to the first that is a sentence; the rest is the preamble."""
    ends = next(
        (n for n, text in enumerate(texts) if "。" in text or len(text) > _LONGEST_TITLE),
        len(texts),
    )
    titled = [text for text in texts[:ends] if not is_date_line(text)]
    dates = [text for text in texts[:ends] if is_date_line(text)]
    return replace(
        head,
        title="".join(titled),
        issued_on=head.issued_on or (read_date(dates[0]) if dates else None),
        preamble="\n".join(texts[ends:]),
    )


def _with_signature(head: Head, signature: list[str]) -> Head:
    """Fill from the signature and the titles what the head itself did not say."""
    dates = [found for found in (read_date(text) for text in signature) if found]
    named = _ISSUED_TITLE.search(head.notice_title or head.title)
    title = head.title or (named[1] or named[2] if named else head.notice_title)
    issuers = head.issuers or issuers_in([text for text in signature if is_signature(text)])
    return replace(
        head,
        title=title,
        issued_on=head.issued_on or (dates[0] if dates else None),
        issuers=issuers or issuers_of_title(head.notice_title or head.title),
    )
