"""In what a promise is counted whose text names no unit of its own: 一批专利导航项目 in 个."""

from __future__ import annotations

_VAGUE = ("批", "系列", "干", "")
"""What stands where other promises have their unit: nobody reports 2批 of 一批."""
_USUAL = "个"
# The first whose thing a label ends in; 个 suits everything else.
_COUNTED = (
    (("培训班", "研讨班", "讲座"), "期"),
    (("活动", "会议", "推介会", "座谈会", "发布会"), "场"),
    (("企业", "机构", "商户"), "家"),
    (("学校", "高校", "院校"), "所"),
    (("知识产权", "专利", "商标", "案例", "案件", "标准", "成果"), "件"),
    (("经验", "措施", "意见", "线索"), "条"),
    (("制度", "政策", "任务", "行动", "改革"), "项"),
    (("人才", "专家", "人员"), "名"),
)


def measure_word(label: str, unit: str) -> str:
    """The unit of a target as fields and papers show it: its own, or one that suits its label."""
    if unit not in _VAGUE:
        return unit
    thing = label.strip(" 的。，、")
    return next((word for ends, word in _COUNTED if thing.endswith(ends)), _USUAL)
