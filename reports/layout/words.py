"""Words that titles of official papers are made of, so that a title line does not end inside one.

A small list for one purpose: a real segmenter costs a second to load and cuts 市场监督管理局 into
three words. Names of offices come from the ledger with each paper.
"""

from __future__ import annotations

from typing import Final

_KINDS: Final = "决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要"
KINDS: Final = tuple(_KINDS.split())
"""The fifteen 文种 (条例 article 8), 命令 standing for 命令（令）."""

_COMMON: Final = (
    "知识产权 工作要点 重点工作 重点任务 重点 任务分解表 分解表 任务 进展情况表 "
    "进展情况 落实情况 完成情况 执行情况 开展情况 推进情况 有关情况 情况 情况表 "
    "汇总表 统计表 台账 清单 附表 名单 上半年 下半年 全年 年度 季度 第一季度 "
    "第二季度 第三季度 第四季度 月份 工作 行动计划 专项行动 行动 方案 实施方案 "
    "实施意见 实施细则 实施 规划 计划 纲要 战略 条例 办法 规定 制度 机制 体系 "
    "建设 高质量 发展 创新 驱动 保护 运用 创造 管理 服务 促进 推进 加强 加快 "
    "全面 深入 进一步 贯彻 落实 贯彻落实 开展 做好 组织 推动 提升 优化 完善 "
    "规范 强化 深化 改革 监督 检查 考核 评估 督查 督办 整改 自查 调研 总结 "
    "申报 推荐 评选 表彰 奖励 资金 项目 试点 示范 单位 企业 学校 园区 基地 "
    "中心 平台 市场监督 市场监管 市场 营商环境 商标 专利 地理标志 版权 商业秘密 "
    "执法 行政执法 行政 司法 行政保护 海外 维权 援助 质押 融资 转化 导航 人才 "
    "培训 宣传 统计 信息 数据 公共服务 公共 社会 经济 国际 合作 交流 领导小组 "
    "办公室 人民政府 党组 委员会 管理局 监督管理局 四川省 印发 转发 批转 下达 "
    "公布 成立 调整 召开 举办 征求 报送 提请 审议 支持 同意 关于 以及 其中 "
    "有关 相关 主要 目标 责任 分工 措施 问题 建议 材料 会议 讲话 精神 文件 "
    "要求 事项 指标 新形势下 新形势 新时代 强省 强国 强市 生态 产业 科技 技术 "
    "成果 区域 城乡 县域 乡村 数字 智慧 绿色 安全 质量 标准 计量 品牌 广告 "
    "网络 电商 电子商务 食品 药品 特种设备 消费者 权益 信用 监管 许可 审批 登记 "
    "注册 公平 竞争 双随机 一公开 事中 事后 依法 严格 严厉 打击 侵权 假冒 违法 "
    "犯罪 案件 查处 衔接 协作 联合 联席 部门 省级 市级 县级 人民法院 人民检察院 "
    "公安局 司法局 财政局"
)
COMMON: Final = frozenset(_COMMON.split()) | frozenset(KINDS)
LONGEST: Final = max(map(len, COMMON))


def word_ends(text: str, names: tuple[str, ...]) -> list[int]:
    """Where each word of the text ends: names first, then the longest known word, else one character."""
    ends = []
    at = 0
    while at < len(text):
        at += _word_at(text, at, names)
        ends.append(at)
    return ends


def _word_at(text: str, at: int, names: tuple[str, ...]) -> int:
    named = max((len(name) for name in names if name and text.startswith(name, at)), default=0)
    if named:
        return named
    for length in range(min(LONGEST, len(text) - at), 1, -1):
        if text[at : at + length] in COMMON:
            return length
    return 1
