"""Office-like sentences for a generated ledger: made of a few hundred invented words."""

from __future__ import annotations

import random

_VERBS = (
    "召开",
    "组织开展",
    "研究制定",
    "修订完善",
    "督促落实",
    "会同有关部门推进",
    "委托第三方评估",
)
_THINGS = (
    *("商标品牌培育", "专利导航", "地理标志保护", "网络交易监测", "计量惠企", "特种设备排查"),
    *("食品安全抽检", "质量强市建设", "信用监管", "公平竞争审查", "知识产权质押融资", "标准化试点"),
    *("消费维权", "广告监管", "检验检测能力提升", "执法办案", "营商环境优化", "药品经营检查"),
)
_KINDS = ("工作", "专项行动", "座谈会", "培训班", "现场推进会", "试点示范", "调研", "“护航”行动")
_PLACES = ("甲区", "乙县", "丙县", "丁区", "戊市", "己县", "高新区", "经开区", "东片区", "西片区")
_RESULTS = (
    "出动执法人员{}人次",
    "检查经营主体{}户",
    "发放宣传资料{}份",
    "立案查处{}件",
    "罚没款{}.6万元",
    "培训业务骨干{}人次",
    "收到意见建议{}条,采纳12条",
    "新增示范单位{}家",
)
_ENDS = (
    "形成初步成果,正在进一步完善。",
    "有关情况已按GB/T 19001要求归档。",
    "下一步将加大力度,确保按期完成。",
    "相关材料已于当月报送。",
    "达到预期效果。",
)


def sentence(chance: random.Random) -> str:
    """One deed, with a number in it."""
    deed = f"{chance.choice(_VERBS)}{chance.choice(_THINGS)}{chance.choice(_KINDS)}"
    result = chance.choice(_RESULTS).format(chance.randint(2, 980))
    return f"在{chance.choice(_PLACES)}{deed},{result},{chance.choice(_ENDS)}"


def paragraph(chance: random.Random, sentences: int) -> str:
    """Some deeds, one after another."""
    return "".join(sentence(chance) for _ in range(sentences))


def topic(chance: random.Random) -> str:
    """What a task is called."""
    return f"{chance.choice(_THINGS)}{chance.choice(('提升', '攻坚', '深化', '规范', '创新'))}"


def measure(chance: random.Random) -> str:
    """What a measure promises."""
    verb, thing = chance.choice(_VERBS), chance.choice(_THINGS)
    return f"{verb}{thing}{chance.choice(_KINDS)},全年不少于{chance.randint(1, 40)}次。"
