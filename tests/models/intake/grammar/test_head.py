from __future__ import annotations

from datetime import date

from models.intake import read_plan
from models.intake.draft import PlanDraft


def _read(*lines: str) -> PlanDraft:
    return read_plan("\n".join(lines).encode(), "plan.txt")


def test_a_notice_with_the_plan_behind_its_date() -> None:
    plan = _read(
        "示政办发〔2022〕3号",
        "示例市人民政府办公室",
        "关于印发示例市2022年改革工作要点的通知",
        "各县（区）人民政府，市直各部门：",
        "现将要点印发给你们。",
        "示例市人民政府办公室",
        "2022年1月5日",
        "示例市2022年改革工作要点",
        "2022年，全市改革工作要坚持稳中求进。",
        "一、抓改革",
        "1.建立机制。",
    )
    assert plan.notice_title == "示例市人民政府办公室关于印发示例市2022年改革工作要点的通知"
    assert plan.title == "示例市2022年改革工作要点"
    assert plan.document_number == "示政办发〔2022〕3号"
    assert plan.issuers == ("示例市人民政府办公室",)
    assert plan.addressees == ("各县（区）人民政府", "市直各部门")
    assert plan.issued_on == date(2022, 1, 5)
    assert plan.preamble == "2022年，全市改革工作要坚持稳中求进。"


def test_a_document_that_is_itself_the_plan_is_signed_at_its_end() -> None:
    plan = _read(
        "示例市人民政府关于支持企业发展的意见示政发〔2022〕8号",
        "各县（区）人民政府：为支持企业发展，提出如下意见。",
        "一、抓服务",
        "（一）减轻负担。落实政策。（市税务局负责）",
        "示例市人民政府",
        "2022年3月8日",
        "（此件公开发布）",
    )
    assert plan.title == "示例市人民政府关于支持企业发展的意见"
    assert plan.document_number == "示政发〔2022〕8号"
    assert plan.issuers == ("示例市人民政府",)
    assert plan.issued_on == date(2022, 3, 8)
    assert plan.preamble == "为支持企业发展，提出如下意见。"
    assert plan.all_tasks()[0].text == "减轻负担。落实政策。"
    assert plan.findings == ()


def test_a_plan_alone_has_a_title_and_nothing_that_it_does_not_say() -> None:
    plan = _read("示例园区2022年实施方案", "按照部署，制定本方案。", "一、任务", "1.建机制。")
    assert plan.title == "示例园区2022年实施方案"
    assert plan.preamble == "按照部署，制定本方案。"
    assert (plan.issuers, plan.addressees, plan.issued_on) == ((), (), None)


def test_two_issuers_written_together_are_parted() -> None:
    plan = _read(
        "关于印发要点的通知",
        "各单位：",
        "请抓好落实。",
        "示例新区党工委办公室示例新区管委会办公室",
        "2022年3月8日",
        "示例新区2022年工作要点",
        "一、任务",
    )
    assert plan.issuers == ("示例新区党工委办公室", "示例新区管委会办公室")
