from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pdfplumber
import pytest

from models.errors import KnownError
from models.rows import ReportRows, TaskDossier
from models.rules import Light, Standing, Status
from reports import press
from reports.builders.fitting import lines_of, share_lines, short
from reports.builders.reminder import build_reminder
from reports.document import Line, OfficialDocument, Table
from reports.fonts import load_fonts
from reports.lacking_inside import lacking_in_reminder
from tests.reports.factory import (
    DAY,
    assignment,
    dossier,
    entry,
    local_task,
    measure,
    options,
    outside,
    rows,
    task,
)

LABELS = [
    "督办事项",
    "立项依据",
    "交办时间",
    "办理时限",
    "承办科室（单位）",
    "配合科室",
    "目前进展（截至6月20日）",
    "未完成内容",
    "办理要求",
    "签发领导",
    "签发日期",
    "办理情况反馈",
    "办理情况",
    "未完成原因",
    "预计完成时间",
    "承办人",
    "负责人签字",
    "日期",
    "销号意见",
]


def late(number: int = 4, **given: object) -> TaskDossier:
    return dossier(
        task(number, standing=Standing.LATE, light=Light.RED, **given),
        entry(number, "启动贯标8家；"),
        measures=(
            measure(number, 1, "开展培训。", ticked=True),
            measure(number, 2, "启动贯标."),
            measure(number, 3, "完成贯标。"),
        ),
    )


def fields(document: OfficialDocument) -> dict[str, str]:
    """The form as label → value."""
    table = next(block for block in document.body if isinstance(block, Table))
    found: dict[str, str] = {}
    for row in table.rows:
        cells = [cell.replace("\n", "") for cell in row.cells]
        found.update(zip(cells[::2], [*cells[1::2], ""], strict=False))
    return found


def slip(given: TaskDossier, **chosen: object) -> dict[str, str]:
    return fields(build_reminder(rows(given), options(task=given.task.id, **chosen)))


def test_a_slip_has_every_field_in_the_office_s_order() -> None:
    assert list(slip(late())) == LABELS


def test_a_late_task_is_supervised_and_a_near_one_reminded() -> None:
    near = dossier(task(1, light=Light.YELLOW, due_on=dt.date(2021, 7, 5)))
    made = rows(near, late())
    assert build_reminder(made, options(task=4)).title.endswith("督办单")
    assert build_reminder(made, options(task=1)).title.endswith("提醒单")


def test_a_task_that_became_overdue_after_the_cut_off_is_late_on_the_slip() -> None:
    passed = dossier(task(1, due_on=DAY - dt.timedelta(days=2)))
    document = build_reminder(rows(passed), options(task=1))
    assert document.title.endswith("督办单")
    assert "已超过办理时限2天" in fields(document)["办理要求"]


def test_year_round_work_is_overdue_only_after_the_year() -> None:
    ongoing = dossier(task(1, status=Status.ONGOING, due_on=dt.date(2021, 6, 1)))
    assert build_reminder(rows(ongoing), options(task=1)).title.endswith("提醒单")


def test_what_is_not_ticked_is_unfinished() -> None:
    assert slip(late())["未完成内容"] == "4.2 启动贯标。4.3 完成贯标。"


def test_the_basis_names_plan_number_and_task_and_what_the_assignment_rests_on() -> None:
    given = replace(late(), assignment=assignment(4, basis="局长办公会纪要"))
    said = slip(given)["立项依据"]
    assert said == "《2021年四川省知识产权工作要点》（川市监发〔2021〕21号）第4项；局长办公会纪要。"


def test_a_local_task_is_named_as_the_office_s_own() -> None:
    given = dossier(local_task(1), entry(101, "挂牌。"))
    assert slip(given)["立项依据"] == "市级新增任务增1。"


def test_progress_without_a_report_of_the_period_is_the_newest_or_said_to_be_missing() -> None:
    bare = replace(late(), entries=(), latest=None)
    assert slip(bare)["目前进展（截至6月20日）"] == "尚未填报进展。"
    older = replace(bare, latest=entry(4, "签订合同", period="2021-04"))
    assert slip(older)["目前进展（截至6月20日）"] == "签订合同。（2021年4月填报）"


def test_the_demand_is_the_person_s_or_says_why_and_until_when() -> None:
    assert slip(late(), requirements="限期整改。")["办理要求"] == "限期整改。"
    behind = slip(late(), answer_by=dt.date(2021, 6, 30))["办理要求"]
    assert behind.startswith("该事项完成进度为40%，落后于45%的序时进度")
    assert "2021年6月30日前书面反馈" in behind


def test_the_number_is_the_slips_own_and_stays_blank_until_given() -> None:
    made = rows(late())
    for given, said in (("3", "督〔2021〕3号"), ("", "督〔2021〕　　号")):
        number = build_reminder(made, options(task=4, document_number=given)).body[0]
        assert isinstance(number, Line)
        assert number.text == said


@pytest.mark.parametrize(
    ("made", "chosen", "words"),
    [
        (rows(late()), None, "没有说明要提醒哪一项任务"),
        (rows(late()), 99, "没有说明要提醒哪一项任务"),
        (rows(dossier(outside(3))), 3, "第3项任务不涉及"),
        (rows(dossier(task(1, status=Status.CLOSED))), 1, "第1项任务已销号，不用提醒"),
    ],
)
def test_a_task_that_cannot_be_reminded_is_one_sentence(
    made: ReportRows, chosen: int | None, words: str
) -> None:
    with pytest.raises(KnownError, match=words):
        build_reminder(made, options(task=chosen))


def test_what_the_slip_lacks_and_what_to_look_at() -> None:
    calm = dossier(task(1), assignment=None)
    lacking, seen = lacking_in_reminder(rows(calm), options(task=1))
    assert [each.sentence[:5] for each in lacking] == ["编号未填，", "第1项“任"]
    assert "没有临期，也没有滞后（距办理时限还有128天）" in seen[0].sentence
    assert "截至2021年6月20日" in seen[1].sentence
    lacking, seen = lacking_in_reminder(
        rows(late()), options(task=4, document_number="3", date=dt.date(2021, 6, 20))
    )
    assert (lacking, seen) == ((), ())


def test_however_much_was_written_a_slip_is_one_page_and_says_all_its_fields() -> None:
    long = "推进专利转化运用和质押融资工作，走访企业一百家次。" * 60
    given = dossier(
        task(4, standing=Standing.LATE, short_title=long[:50], local_text=long, section=long[:90]),
        entry(4, long),
        measures=tuple(measure(4, number, long[:120]) for number in range(1, 20)),
        assignment=assignment(4, long[:90], basis=long, supporting_units=(long,)),
    )
    paper = press.make("reminder", rows(given), options(task=4, requirements=long), load_fonts([]))
    assert paper.pages == 1
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        said = pdf.pages[0].extract_text()
        lowest = max(line["bottom"] for line in pdf.pages[0].lines)
    assert "销号意见" in said
    assert lowest <= 262 * 72 / 25.4 + 1


def test_the_answer_stands_under_a_heavy_rule() -> None:
    paper = press.make("reminder", rows(late()), options(task=4), load_fonts([]))
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        page = pdf.pages[0]
        heavy = [line for line in page.lines if line["linewidth"] > 1.2]
        answer = next(
            word for word in page.extract_words() if word["text"].startswith("办理情况反馈")
        )
    assert len(heavy) == 1
    assert 0 < answer["top"] - heavy[0]["top"] < 12


def test_a_long_text_is_cut_after_a_mark() -> None:
    assert short("甲" * 10, 10) == "甲" * 10
    assert short("一二三四五六。七八九十十一", 10) == "一二三四五六……"
    assert short("甲" * 30, 10) == "甲" * 8 + "……"


def test_short_texts_stay_whole_and_long_ones_share_the_rest() -> None:
    texts = ["甲", "乙" * 900, "丙\n" * 30, "丁" * 80]
    cut = share_lines(texts, 12)
    assert cut[0] == "甲"
    assert cut[3] == "丁" * 80
    assert cut[1].endswith("……")
    assert cut[2].endswith("……")
    assert sum(map(lines_of, cut)) <= 12


def test_a_title_that_opens_the_issued_text_is_not_said_twice() -> None:
    words = {"text": "推进贯标，开展培训。", "short_title": "推进贯标", "local_text": ""}
    said = slip(late(**words))["督办事项"]
    assert said == "推进贯标，开展培训。"
