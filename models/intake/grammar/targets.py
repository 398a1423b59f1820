"""Targets: the numbers a sentence promises, with what is counted: 30所, 1-2个, 增长10%以上, 一批."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.intake.draft import Operator, TargetDraft
from models.intake.grammar.numerals import CHINESE_NUMERALS, number
from models.intake.grammar.spans import clauses, cut_outside, pairs

_MASK = "\ue002"  # hides titles and quoted words, whose numbers promise nothing
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_COUNTERS = (
    "个百分点|百分点|平方公里|平方米|㎡|立方米|公里|人次|家次|户次|件次|场次|批次|次|公顷|千瓦时|千瓦"
    "|个(?!月|工作日|自然日|小时|人信息)|所|家|件|项(?!目)|名(?!录|单|称)|人(?![才民员口大社工类均力物文生])"
    "|场(?!所|景)|期(?!间|限)|条(?!例|款)|种(?!子|植)|部(?![门分署委队])|套|篇|份(?!额)|台(?!账)|辆|艘|座(?!谈)"
    "|处(?![理置罚室])|户(?!籍)|宗|起|例|类|组(?!织)|支(?![持付])|只|张|头(?!部)|亩|吨|米|元|倍|间(?!接)|株|门|册|幅|套"
)
_UNIT = rf"(?P<unit>[%％‰]|[万亿千百]{{0,2}}(?:{_COUNTERS})|[万亿]{{1,2}})"
_MORE = "(?P<more>及?以上|以下|以内|之内|左右|余)?"
_ARABIC = re.compile(
    rf"(?<![\d第.,/\-—～A-Za-z])(?P<low>{_NUMBER})(?:[%％万亿]?[-—～~–至到](?P<high>{_NUMBER}))?\s?{_UNIT}{_MORE}"
)
_CHINESE = re.compile(
    rf"(?<![第{CHINESE_NUMERALS}])(?P<low>[{CHINESE_NUMERALS}]{{1,4}})(?P<high>(?!))?"
    r"(?P<unit>项|个(?!月|方面|层面|环节|维护|意识|自信|结合|统一|坚持)|家|所|件|场|期|次|名|条)(?P<more>以上)?"
)
_SOME = re.compile("(?<!第)(?:一批|一系列|若干)(?!次)")
_UNITS_OF_SOME = {"一批": "批", "一系列": "系列", "若干": ""}

_OPERATORS: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (re.compile("(?:不少于|不低于|不小于|至少|达到|达|突破至|不下于)$"), ">="),
    (re.compile("(?:不超过|不高于|不多于|不大于|控制在|压缩至|压缩到|缩短至|降至|降到)$"), "<="),
    (re.compile("(?:超过|突破|大于|高于|多于|超)$"), ">"),
    (re.compile("(?:低于|少于|小于|不足)$"), "<"),
)
_OPERATOR_WORDS = re.compile(
    "(?:力争|确保|实现|累计|均|要|全年|年均)*(?:不少于|不低于|不小于|至少|达到|达|不超过|不高于|不多于|不大于"
    "|控制在|稳定在|保持在|压缩至|压缩到|缩短至|降至|降到|超过|突破|大于|高于|多于|低于|少于|小于|不足|约|超)$"
)
_OPERATOR_ENDS = frozenset("于少到达至过在破足约超")
"""The last character of each of those words; most numbers have none of them before."""
_PROMISES = re.compile(
    "(?:力争|争取|确保|全年|年内|分别|再|各|共|累计|组织|推动|支持|指导|继续)*"
    "(?:新增加|新增|新建|新培育|建成|建设|建立|培育|打造|创建|认定|引进|举办|召开|开展|实施|完成|编制|制定|推出|组织"
    "|办理|查处|查办|调解|受理|办结|遴选|评选|申报|获批|达到|实现|形成|设立|发布|推广|启动|培训|服务|改造|修建|更新|配备|发放|走访|检查|抽查"
    "|布局|命名|选树|确定|支持|扶持|发展|争取|出台|参加|促进)(?![率量数额度])"
)
# A clause without any of these counts nothing, and most clauses hold none.
_MAY_COUNT = re.compile(rf"[\d{CHINESE_NUMERALS}若]")
_WHEN = re.compile(
    r"^(?:[一二三四五六七八九]是|到|力争|争取|确保|预计|\d{4}年|全年|年内|年底前|底前)+"
)
_EACH = re.compile("(?:分别|各)")


def targets_in(sentence: str) -> tuple[TargetDraft, ...]:
    """Return the targets of a sentence in order; 一批 gives a target without a number."""
    found: list[TargetDraft] = []
    if not _MAY_COUNT.search(sentence):
        return ()
    for clause in filter(_MAY_COUNT.search, clauses(sentence)):
        masked = _masked(clause)
        found += _numeric(clause, masked)
        found += _vague(clause, masked)
    return tuple(dict.fromkeys(found))


def _masked(clause: str) -> str:
    titles = pairs(clause)
    if not titles:
        return clause
    characters = list(clause)
    for opened, closed in titles:
        if clause[opened] in "《“‘「":
            characters[opened : closed + 1] = _MASK * (closed + 1 - opened)
    return "".join(characters)


def _numeric(clause: str, masked: str) -> Iterator[TargetDraft]:
    matches = sorted([*_ARABIC.finditer(masked), *_counted_in_words(masked)], key=_place)
    start, former = 0, ""
    for match, end in _with_ends(matches, len(clause)):
        if clause.startswith("的", match.end()):
            # 超100亿元的企业3家: the first number says what kind of thing, the second how many.
            start = match.end() + 1
            continue
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        before = clause[start : match.start()]
        behind = _behind(clause[match.end() : end], match["unit"])
        start = match.end()
        noun = behind or _noun(before).strip("、的") or former
        former = noun
        operator = _operator(before, match)
        words = _words(before, match.group(), behind, noun)
        for label in filter(None, _labels(before, behind, noun)):
            yield TargetDraft(words, label, operator, low, high, match["unit"])


def _with_ends(matches: list[re.Match[str]], length: int) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each match with the place where the next one starts."""
    starts = [match.start() for match in matches[1:]]
    return zip(matches, [*starts, length], strict=False)


def _place(match: re.Match[str]) -> int:
    return match.start()


def _counted_in_words(masked: str) -> Iterator[re.Match[str]]:
    """Yield 八项行动 where the clause promises something; 一个 and 一项 count nothing."""
    counted = list(_CHINESE.finditer(masked))
    promise = _PROMISES.search(masked) if counted else None
    for match in counted:
        if promise and promise.end() <= match.start() and (number(match["low"]) or 0) > 1:
            yield match


def _vague(clause: str, masked: str) -> Iterator[TargetDraft]:
    for match, end in _with_ends(list(_SOME.finditer(masked)), len(clause)):
        said, label = match.group(), clause[match.end() : end].strip()
        noun = "" if label else _noun(clause[: match.start()])
        if label:
            yield TargetDraft(said + label, label, "some", None, None, _UNITS_OF_SOME[said])
        elif len(noun) > 1 and not _PROMISES.fullmatch(noun):
            yield TargetDraft(noun + said, noun, "some", None, None, _UNITS_OF_SOME[said])


def _operator(before: str, match: re.Match[str]) -> Operator:
    if match["high"]:
        return "range"
    if match["more"] in ("以上", "及以上", "余"):
        return ">="
    if match["more"] in ("以下", "以内", "之内"):
        return "<="
    if before.rstrip()[-1:] not in _OPERATOR_ENDS:
        return "="
    return next((operator for words, operator in _OPERATORS if words.search(before)), "=")


def _behind(rest: str, unit: str) -> str:
    """Return the counted thing behind the number, "" where it stands before it (企业30家)."""
    if unit[-1] in "%％‰点倍":
        return ""
    thing = cut_outside(rest, "、（(")[:1] if rest and rest[0] not in "、（(）)" else []
    return thing[0].strip(" 的") if thing else ""


def _noun(before: str) -> str:
    """Return the counted thing before the number, without verbs and operator words."""
    noun = before.strip()
    if noun[-1:] in _OPERATOR_ENDS:
        noun = _OPERATOR_WORDS.sub("", noun)
    noun = _WHEN.sub("", noun)
    verb = _PROMISES.match(noun)
    return noun[verb.end() :].strip() if verb and verb.end() < len(noun) else noun


def _labels(before: str, behind: str, noun: str) -> list[str]:
    """Return what is counted; 分别新增甲、乙1个 and 甲、乙各1个 count each for itself."""
    if behind:
        return [behind]
    if _EACH.search(before):
        each = _noun(before.strip().removesuffix("各"))
        return cut_outside(each, "、") or [each]
    return [noun]


def _words(before: str, counted: str, behind: str, noun: str) -> str:
    if behind:
        return f"{counted}{behind}"
    # 培训班4期、430人次: of the second number the thing stands before the first.
    place = before.rfind(noun)
    return f"{before[place:] if place >= 0 else ''}{counted}"
