"""一、总体情况: the counts of the report in one sentence each, all from the rows' totals."""

from __future__ import annotations

from models.rows import ReportRows, TaskDossier
from models.rules import Adoption, Standing, Totals
from reports.builders.joining import as_of
from reports.builders.office import level_above
from reports.builders.titles import short_name


def overview(
    rows: ReportRows, *, show_late: bool, see_attachment: bool, see_figure: bool = False
) -> str:
    """The paragraph of counts; each adopted task stands in exactly one of its three numbers."""
    totals = rows.totals
    sentences = [_scope(rows), _cut_into(rows), _standing(rows, show_late=show_late)]
    if see_figure:
        sentences.append("各部分进展见图1。")
    if see_attachment and totals.tasks:
        sentences.append("具体情况见附件。")
    return "".join(sentences)


def _scope(rows: ReportRows) -> str:
    totals, own = rows.totals, rows.bureau.own
    shared = "、".join(
        [f"其中主责{totals.own}项"] * bool(totals.own)
        + [f"配合{level_above(rows.plan)}开展{totals.assist}项"] * bool(totals.assist)
    )
    rest = "、".join(
        [f"不涉及{totals.none}项"] * bool(totals.none)
        + [f"待定{totals.undecided}项"] * bool(totals.undecided)
    )
    text = f"{short_name(rows.plan)}共{totals.tasks}项任务，涉及{own}{totals.adopted}项"
    return text + (f"，{shared}" if shared else "") + (f"；{rest}" if rest else "") + "。"


def _cut_into(rows: ReportRows) -> str:
    totals, own = rows.totals, rows.bureau.own
    if not totals.adopted or not totals.measures:
        return ""
    spread = f"，分解到{totals.sections}个科室（单位）" if totals.sections else ""
    return f"{own}将{totals.adopted}项任务细化为{totals.measures}条举措{spread}。"


def _standing(rows: ReportRows, *, show_late: bool) -> str:
    totals = rows.totals
    if not totals.adopted:
        return ""
    done = [f"已完成{totals.done}项"] if totals.done else []
    if show_late:
        rest = [f"达到序时进度{totals.on_pace}项"] if totals.on_pace else []
        rest.append(f"滞后{totals.late}项" if totals.late else "无滞后任务")
    else:
        going = _going_on(totals)
        rest = [f"{'其余' if done else ''}{going}项正在推进"] if going else []
    return f"{as_of(rows.period)}，{'，'.join(done + rest)}。"


def _going_on(totals: Totals) -> int:
    return totals.on_pace + totals.late


def standing_word(dossier: TaskDossier, *, show_late: bool) -> str:
    """Where the task stands, as the attachment says it; the same word that is counted above."""
    standing = dossier.task.standing
    if standing is None or not dossier.task.role.adopted:
        return Adoption.UNDECIDED.word if dossier.task.role is Adoption.UNDECIDED else ""
    if show_late or standing is Standing.DONE:
        return standing.word
    return "正在推进"
