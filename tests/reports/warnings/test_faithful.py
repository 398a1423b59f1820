from __future__ import annotations

from models.rows import TaskDossier
from models.rules import Status
from reports.lacking import Lacking
from reports.warnings.faithful import unfaithful
from tests.reports.factory import assignment, dossier, entry, measure, rows, target, task


def warnings(given: TaskDossier) -> list[str]:
    return [each.sentence for each in unfaithful(rows(given), given)]


def reviewed(before: str, after: str) -> TaskDossier:
    return dossier(task(1), entry(1, before, reviewed_text=after))


def test_a_draft_that_the_review_makes_done_is_shown() -> None:
    assert warnings(reviewed("弄出评估报告初稿", "完成评估报告编制")) == [
        "第1项“任务1简称”原报为初稿，审定文本写成“完成”；请核对。"
    ]
    assert warnings(reviewed("弄出评估报告初稿", "形成评估报告初稿")) == []
    assert warnings(reviewed("完成评估，形成初稿", "完成评估，形成报告初稿")) == []


def test_what_was_applied_for_and_becomes_gained_is_shown() -> None:
    assert "写成“新增”" in warnings(reviewed("推荐3所学校报省级试点", "新增省级试点学校3所"))[0]
    assert warnings(reviewed("推荐3所学校报省级试点", "遴选3所学校申报省级试点")) == []


def test_a_draft_under_a_finished_task_is_shown() -> None:
    done = dossier(task(1, status=Status.COMPLETED), entry(1, "形成征求意见稿"))
    assert list(unfaithful(rows(done), done)) == [
        Lacking("第1项“任务1简称”写“征求意见稿”，状态却是已办结；初稿不等于完成，请核对。", 1)
    ]
    assert warnings(dossier(task(1), entry(1, "形成征求意见稿"))) == []


def test_the_province_s_number_is_not_told_as_ours() -> None:
    def given(text: str, local: float | None, **more: object) -> TaskDossier:
        own = measure(1, 1, "建设。", targets=(target(11, local, **more),))
        return dossier(task(1), entry(1, text), measures=(own,))

    assert "与省级目标相同" in warnings(given("新建学校30所", None))[0]
    assert warnings(given("新建学校130所", None)) == []
    assert warnings(given("新建学校2所", 2.0)) == []
    assert warnings(given("新建学校30所", 30.0)) == [], "it is our own goal as well"
    assert warnings(given("新建学校30所", 2.0, values=(("2021-H1", 30.0),))) == []


def test_who_answers_for_a_task_is_not_named_upward() -> None:
    named = dossier(task(1), entry(1, "由李思远牵头推进"), assignment=assignment(1))
    assert warnings(named) == ["第1项“任务1简称”写了责任人“李思远”；上报文字不写责任人。"]
    assert warnings(dossier(task(1), entry(1, "由规划科牵头推进"))) == []
