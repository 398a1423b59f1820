"""Titles of papers, and how the plan is cited: first whole, then as 《工作要点》."""

from __future__ import annotations

import re

from models.errors import KnownError
from models.periods import Period, PeriodKind
from models.rows import PlanRow, ReportRows
from models.text import proper
from reports.builders.office import area

_SHORT_NAMES = ("工作要点", "工作计划", "实施方案", "行动计划", "工作方案", "重点任务", "实施意见")
_WHOLE_NUMBER = re.compile(r".*〔(?:19|20)\d{2}〕[1-9]\d*号")
_PERIODIC = (PeriodKind.MONTH, PeriodKind.QUARTER)


def plan_title(plan: PlanRow) -> str:
    """The plan's title in its proper form, without 《》 around it."""
    title = proper(plan.title).strip()
    return title[1:-1] if title.startswith("《") and title.find("》") == len(title) - 1 else title


def in_title_marks(title: str) -> str:
    """《title》; title marks inside become 〈〉 (GB/T 15834—2011 4.15)."""
    return "《" + title.replace("《", "〈").replace("》", "〉") + "》"


def short_name(plan: PlanRow) -> str:
    """What the plan is called after its first mention: 《工作要点》."""
    title = plan_title(plan)
    for word in _SHORT_NAMES:
        if title.endswith(word):
            return f"《{word}》"
    return "《工作要点》"


def citation(plan: PlanRow) -> str:
    """The first mention, with the number of the notice and the short name for what follows."""
    notice = proper(plan.notice_title).strip().removeprefix("《").removesuffix("》")
    name = in_title_marks(notice or plan_title(plan))
    number = f"{proper(plan.document_number)}，" if plan.document_number else ""
    return f"{name}（{number}以下简称{short_name(plan)}）"


def subject(plan: PlanRow) -> str:
    """What the plan is about: 知识产权 from 2021年四川省知识产权工作要点."""
    text = re.sub(r"^\d{4}年(?:度)?", "", plan_title(plan))
    for word in _SHORT_NAMES:
        text = text.removesuffix(word)
    place = re.match(r"^.{1,9}?(?:自治区|省|市|州)", text)
    if place and any(issuer.startswith(place.group()) for issuer in plan.issuers):
        text = text[place.end() :]
    return text or plan_title(plan)


def progress_title(rows: ReportRows) -> str:
    """关于2021年4月知识产权工作进展情况的报告; …工作要点上半年落实情况的报告 for longer periods."""
    period = rows.period.period
    if period.kind in _PERIODIC:
        matter = f"{period.title}{subject(rows.plan)}工作进展情况"
    else:
        matter = f"{_with_year(rows.plan, period)}{period.part_of_year}落实情况"
    return f"{rows.bureau.name}关于{matter}的报告"


def _with_year(plan: PlanRow, period: Period) -> str:
    """The plan's title; a report on another year than the title's says its own."""
    title = plan_title(plan)
    return title if str(period.year) in title else f"{title}{period.year}年"


def attachment_title(plan: PlanRow) -> str:
    """《2021年四川省知识产权工作要点》任务进展情况表."""
    return f"{in_title_marks(plan_title(plan))}任务进展情况表"


def table_title(rows: ReportRows, name: str) -> str:
    """示例市落实2021年四川省知识产权工作要点任务台账; without the area where it is not known."""
    place = area(rows.bureau)
    head = f"{place}落实" if place != rows.bureau.own else ""
    return f"{head}{plan_title(rows.plan)}{name}"


def document_number(code: str, year: int, given: str) -> str:
    """示市监〔2021〕36号; two blanks stand where the number is not yet given.

    `given` is the running number or the whole 发文字号. The year is whole, the number has no 第
    and no leading 0 (GB/T 9704—2012, 7.2.5); anything else raises `KnownError`.
    """
    number = proper(given).strip().removeprefix("第")
    if not number:
        return f"{code}〔{year}〕　　号"
    whole = (
        number if "〔" in number else f"{code}〔{year}〕{number.removesuffix('号').lstrip('0')}号"
    )
    if not _WHOLE_NUMBER.fullmatch(whole):
        raise KnownError(
            f"“{given.strip()}”不是发文字号，没有生成文稿；请写序号如 36（不带0开头），"
            f"或全写如 {code}〔{year}〕36号。"
        )
    return whole
