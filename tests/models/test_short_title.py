"""任务简称 as proposed: a phrase that stands by itself in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.intake import read_plan
from models.shorttitle import needs_wording, propose, shortened, was_proposed

# Every task of the embedded plan, in its order.
SEED = """\
抓好知识产权强国战略纲要、“十四五”国家知识产权保护和运用规划的落实
完善知识产权部省合作机制
深入推进知识产权腾飞工程、知识产权军民融合试点
配合省人大开展《四川知识产权保护条例》立法调研
优化“十四五”知识产权发展指标
推动全面取消各级专利申请阶段的资助
严厉打击不以保护创新为目的的非正常专利申请行为
严厉打击不以使用为目的的商标恶意申请注册行为
推动和规范企事业单位知识产权贯标
深化国有高校院所职务科技成果权益改革
加强知识产权要素资源向西部（成都）科学城等重要创新载体集聚
实施知识产权试点示范园区提升行动
在全省知识产权系统实施“知识产权保护体系和能力双提升工程”
持续抓好“铁拳”“春雷”“护航”专项行动
制定进一步加强知识产权维权保护实施方案
建立海外维权援助协作机制和服务网络
开展重点项目知识产权预警工作
深化“知识产权党员专家服务团送服务到基层”活动
开展知识产权“春风行动”
推进知识产权“五进”
加强国家级和省级地理标志产品保护示范区建设
开展商标、地理标志富农兴村工作
探索建设地理标志产品进出口博览贸易中心
做好四川专利奖评审
组织企业参加中国国际商标品牌节暨中华品牌商标博览会
开展四川商标地理标志产品品质提升等八项行动
争取建设川渝知识产权运营中心
整合知识产权服务资源
推广应用《知识产权基础信息数据规范》
深化成都高新知识产权服务业集聚示范区工作
巩固“蓝天”专项行动整治成效
推动行业规范自律建设
争创国家知识产权金融生态区
建立省知识产权领导小组成员单位年度绩效考评机制
举办全省知识产权工作会、知识产权政务工作会、半年工作推进会
落实《川渝知识产权合作协议》
制定《进一步加强知识产权国际交流合作的指导意见》
聚焦重点领域、面向重点对象举办一批知识产权培训班
发挥大市场监管优势
""".splitlines()

PAIRS = [
    # the end of a list stays with its first members
    (
        "开展餐饮服务提升、农贸市场整治、校园食品安全守护、放心消费创建等六项行动，成效明显。",
        "开展餐饮服务提升、农贸市场整治等六项行动",
    ),
    (
        "向示例市高新技术产业开发区、示例县经济技术开发区等园区集聚人才。",
        "向示例市高新技术产业开发区等园区集聚人才",
    ),
    # a list whose end belongs to every member is not cut
    (
        "推进食品安全追溯体系、特种设备应急处置体系、计量公共服务体系建设工作。",
        "推进食品安全追溯体系、特种设备应急处置体系、计量公共服务体系建设工作",
    ),
    # one that may end after any member
    (
        "召开全市市场监管工作会议、食品安全工作会议、特种设备安全工作会议、知识产权工作会议。",
        "召开全市市场监管工作会议、食品安全工作会议",
    ),
    # what only leads to the deed
    ("以特色产业为重点，扶持壮大一批企业。", "扶持壮大一批企业"),
    ("依托宣传周活动平台，做好普法宣传。", "做好普法宣传"),
    ("在省局指导下，开展专项检查。", "开展专项检查"),
    ("围绕重点产业开展导航，支持企业布局。", "围绕重点产业开展导航"),
    ("在全市实施提升工程，构建多元机制。", "在全市实施提升工程"),
    # nothing dangles, marks stand in pairs
    ("整治侵权、假冒等。", "整治侵权、假冒"),
    ("落实计划和，", "落实计划"),
    ("促进教育均等。", "促进教育均等"),
    ("动员社会参与。", "动员社会参与"),
    ("开展“铁拳行动。下一句。", "开展铁拳行动"),
    ("落实《要点，明确分工", "落实要点"),
    ("办好示例市）开放日", "办好示例市开放日"),
    ("落实《甲、乙，丙规划》。", "落实《甲、乙，丙规划》"),
    ("", ""),
    ("等", "等"),
]


def test_every_task_of_the_embedded_plan_has_a_title_that_reads_by_itself() -> None:
    path = Path(resources.path("plans/2021-sichuan.txt"))
    draft = read_plan(path.read_bytes(), path.name)
    tasks = [task for part in draft.parts for item in part.items for task in item.tasks]
    assert [propose(task.text) for task in tasks] == SEED
    assert not [title for title in SEED if needs_wording(title)]


@pytest.mark.parametrize(("text", "title"), PAIRS)
def test_a_title_is_a_whole_phrase(text: str, title: str) -> None:
    assert propose(text) == title


@given(st.text("推进落实甲乙丙等和及《》“”（），、。等\n", max_size=90))
def test_whatever_the_text_marks_stand_in_pairs_and_nothing_dangles(text: str) -> None:
    title = propose("推进" + text)
    for pair in ("《》", "“”", "（）"):
        assert title.count(pair[0]) == title.count(pair[1])
    assert not title.endswith(("、", "，", "和"))


def test_what_an_earlier_version_proposed_is_known_as_such() -> None:
    text = "召开甲系统年度工作会、乙系统年度工作会、丙系统半年工作推进会。"
    assert was_proposed("召开甲系统年度工作会、乙系统年度工作会等", text)
    assert was_proposed(propose(text), text)
    assert not was_proposed("年度会议", text)


@pytest.mark.parametrize("title", ["抓好战略纲要等", "推进" * 20, "开展“铁拳"])
def test_a_title_that_a_person_should_word_is_known(title: str) -> None:
    assert needs_wording(title)


def test_a_title_in_a_sentence_is_cut_with_its_marks_in_pairs() -> None:
    assert shortened("配合开展《示例市知识产权保护条例》立法调研", 12) == "配合开展示例市知识……"
    assert shortened("立法调研", 12) == "立法调研"
