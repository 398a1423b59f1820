from __future__ import annotations

import pytest

from reports.builders.progress import build_progress
from reports.lacking import Lacking
from reports.warnings import look_at
from tests.reports.factory import (
    dossier,
    entry,
    measure,
    options,
    rows,
    small_report,
    task,
)


def warnings(*texts: str, **given: object) -> list[str]:
    made = rows(*(dossier(task(n), entry(n, text)) for n, text in enumerate(texts, 1)))
    chosen = options(**given)
    return [each.sentence for each in look_at(made, chosen, build_progress(made, chosen))]


def test_a_well_written_report_has_no_warning() -> None:
    made = small_report()
    assert look_at(made, options(), build_progress(made, options())) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("我科开展培训3次", "我科"),
        ("我支队移送案件3件", "我支队"),
        ("我们开展培训3次", "我们"),
        ("弄出评估报告初稿", "弄出"),
        ("材料4月28日报了", "报了"),
        ("恳请省局支持", "恳请"),
        ("完成进度60%", "完成进度60%"),
        ("抓好临期任务收尾", "临期"),
        ("质押融资跟人民银行对接1次", "跟"),
        ("方案3月10日发下去", "发下去"),
    ],
)
def test_spoken_and_asking_words_are_shown_with_their_task(text: str, word: str) -> None:
    found = warnings(text)
    assert len(found) == 1
    assert found[0].startswith(f"第1项“任务1简称”有“{word}”：")


@pytest.mark.parametrize(
    "text",
    [
        "深化我省改革",
        "搞好培训",
        "全面搞活市场",
        "本科技企业",
        "培养本科生",
        "印发本办法",
        "我市办案3件",
        "我局印发方案",
        "跟踪问效、跟进落实",
        "召开吹风会2场",
    ],
)
def test_words_of_the_office_are_left_alone(text: str) -> None:
    assert warnings(text) == []


def test_texts_that_nobody_reviewed_are_said_in_one_sentence() -> None:
    raw = [dossier(task(n), entry(n, f"办理{n}件", reviewed_text=None)) for n in range(1, 8)]
    made = rows(*raw, dossier(task(8), entry(8, "办理8件")))
    found = look_at(made, options(), build_progress(made, options()))
    text = "第1、2、3、4、5等7项的进展没有审定文本，印的是科室原报文字；请审阅。"
    assert found == (Lacking(text, 1),)


def test_a_date_after_the_cutoff_is_shown() -> None:
    assert warnings("培训3次，截至6月28日参加40人") == [
        "第1项“任务1简称”写“截至6月28日”，晚于数据截止日2021年6月20日。"
    ]


def test_one_matter_with_two_figures_is_shown() -> None:
    both = dossier(
        task(14),
        entry(14, "全市查办商标侵权案件46件", id_=1),
        entry(14, "共查办商标侵权案件45件", measure_id=141, id_=2),
        measures=(measure(14, 1, "甲"),),
    )
    made = rows(both)
    found = look_at(made, options(), build_progress(made, options()))
    assert found == (
        Lacking("第14项“任务14简称”的“商标侵权案件”在几处报送中数字不同：46件、45件。", 14),
    )


def test_a_sentence_that_stands_under_two_tasks_is_shown() -> None:
    text = "联合开展知识产权执法检查行动2次"
    assert warnings(text, text) == [
        "第1项“任务1简称”与第2项“任务2简称”有同一句话：“联合开展知识产权执法检查行动2次……”。"
    ]
