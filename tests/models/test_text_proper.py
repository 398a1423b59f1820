from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import proper
from models.typography.form import formed
from models.typography.lookalikes import with_lookalikes_replaced

PAIRS = [
    # marks beside Chinese
    ("完善机制,拓宽领域", "完善机制，拓宽领域"),
    ("总体要求是:坚持", "总体要求是：坚持"),
    ("先易后难;分步推进", "先易后难；分步推进"),
    ("怎么办?先摸底!", "怎么办？先摸底！"),
    ("抓好落实.", "抓好落实。"),
    ("抓好落实.推进改革", "抓好落实。推进改革"),
    ("抓好落实, 推进改革", "抓好落实，推进改革"),
    ("引进TISC,建设网点", "引进TISC，建设网点"),
    ("核查GDP, 测算增速", "核查GDP，测算增速"),
    ("全年。", "全年。"),
    ("等等...", "等等……"),
    ("《专利法》,《商标法》", "《专利法》，《商标法》"),
    ("2021年,示例市", "2021年，示例市"),
    ("联系电话:028-8666", "联系电话：028-8666"),
    ("一.总体要求", "一、总体要求"),
    # brackets in pairs
    ("各市(州)局", "各市（州）局"),
    ("各市（州)局", "各市（州）局"),
    ("“支持中心”(TISC)", "“支持中心”（TISC）"),
    ("(一)抓好编制", "（一）抓好编制"),
    ("(见附件)", "（见附件）"),
    ("中心(IP(CN))建设", "中心（IP（CN））建设"),
    ("f(x)=1", "f(x)=1"),
    ("接口f(x)", "接口f(x)"),
    ("[牵头单位:甲局]", "［牵头单位：甲局］"),
    ("示市监发[2021]3号", "示市监发〔2021〕3号"),
    ("[2021]3号", "〔2021〕3号"),
    ("示市监发［2021］3号", "示市监发〔2021〕3号"),
    # titles inside titles
    ("《关于印发<工作指引>的通知》", "《关于印发〈工作指引〉的通知》"),
    ("《关于印发《工作指引》的通知》", "《关于印发〈工作指引〉的通知》"),
    ("《关于转发<关于印发<要点>的通知>的通知》", "《关于转发〈关于印发〈要点〉的通知〉的通知》"),
    ("<<工作指引>>已印发", "《工作指引》已印发"),
    ("库存<5件", "库存<5件"),
    ("《指引》和《要点》", "《指引》和《要点》"),
    # ranges
    ("2021-2035年", "2021—2035年"),
    ("2021–2035年", "2021—2035年"),
    ("2021年-2035年", "2021年—2035年"),
    ("2021~2035年", "2021—2035年"),
    ("《战略纲要2009-2020》", "《战略纲要2009—2020》"),
    ("(2021-2035年)", "（2021—2035年）"),
    ("3-5月", "3—5月"),
    ("2021年1-6月", "2021年1—6月"),
    ("3月1日-5日", "3月1日—5日"),
    ("2020年12月-2021年3月", "2020年12月—2021年3月"),
    ("第1-3季度", "第1—3季度"),
    ("上午9-11时", "上午9—11时"),
    ("9:00-17:00", "9:00—17:00"),
    ("1-2个", "1～2个"),
    ("1–2个", "1～2个"),
    ("1—2个", "1～2个"),
    ("1~2个", "1～2个"),
    ("3-5年", "3～5年"),
    ("10%-20%", "10%～20%"),
    ("3.5-4.5亿元", "3.5～4.5亿元"),
    ("1,000-2,000件", "1,000～2,000件"),
    ("50万-100万元", "50万～100万元"),
    ("第3-5条", "第3～5条"),
    ("北京–上海", "北京—上海"),
    ("A–B", "A-B"),
    # what stays
    ("上午10:32到达", "上午10:32到达"),
    ("028-8666", "028-8666"),
    ("028-86660000转3", "028-86660000转3"),
    ("400-820-8820热线", "400-820-8820热线"),
    ("GB/T 9704-2012", "GB/T 9704-2012"),
    ("按GB/T 9704-2012执行", "按GB/T 9704-2012执行"),
    ("2021-06-20前", "2021-06-20前"),
    ("图2-1所示", "图2-1所示"),
    ("“印记四川-知识产权巨变”", "“印记四川-知识产权巨变”"),
    ("预防+调解+仲裁", "预防+调解+仲裁"),
    ("增长3.5%", "增长3.5%"),
    ("监测1,260家次", "监测1,260家次"),
    ("1.抓好编制", "1.抓好编制"),
    ("见https://a.example.cn/x?a=1,b:2。", "见https://a.example.cn/x?a=1,b:2。"),
    ("发至office@example.cn,请查收", "发至office@example.cn，请查收"),
    ("年报.pdf", "年报.pdf"),
    ("Hello, world (x).", "Hello, world (x)."),
    ("甲局 乙中心", "甲局 乙中心"),
    ("（  ）", "（  ）"),
    ("时间：  年  月", "时间：  年  月"),
    ("存放在档案柜2021-02盒", "存放在档案柜2021-02盒"),
    ("见2021-12卷", "见2021-12卷"),
    ("第3-05号柜", "第3-05号柜"),
    # look-alikes from spreadsheets and web pages
    ("同比\u22123.2%", "同比-3.2%"),
    ("3\u22125个", "3～5个"),
    ("2021\u20122035年", "2021—2035年"),
    ("完成２０２１年任务１２项", "完成2021年任务12项"),
    ("增长３．５%", "增长3.5%"),
    ("仓库500\u33a5", "仓库500m³"),
    ("道路12\u339e", "道路12km"),
    ("占\u2153", "占1/3"),
    ("为上年的1\u2154倍", "为上年的1又2/3倍"),
    ("买买提・吐尔逊", "买买提·吐尔逊"),
    ("第\u3251项", "第（21）项"),
    ("\u2776抓好编制", "①抓好编制"),
    ("\u2714已完成\ufe50\u25aa下一步", "✓已完成，■下一步"),
    ("等\u22ef\u22ef", "等……"),
    ("完成\u202f12项", "完成 12项"),
    ("\u275d铁拳\u275e行动", "“铁拳”行动"),
    ("25℃±2℃、≤5‰、3×4÷2", "25℃±2℃、≤5‰、3×4÷2"),
    ("100㎡、5㎏", "100㎡、5㎏"),
    # quotes and blanks
    ("“铁拳”“ 护航”", "“铁拳”“护航”"),
    ("“护航 ”", "“护航”"),
    ("（ 示例 ）", "（示例）"),
    ('"铁拳"行动', "“铁拳”行动"),
    ('开展"铁拳","春雷"行动', "开展“铁拳”，“春雷”行动"),
    ("开展'铁拳'行动", "开展‘铁拳’行动"),
    ("the bureau's list isn't", "the bureau's list isn't"),
    ('say "yes"', 'say "yes"'),
    ('建设5"屏', '建设5"屏'),
]


@pytest.mark.parametrize(("received", "shown"), PAIRS)
def test_a_text_is_shown_in_its_proper_form(received: str, shown: str) -> None:
    assert proper(received) == shown


def test_the_table_has_sixty_pairs_and_more() -> None:
    assert len({received for received, _ in PAIRS}) >= 60


_LOOKALIKES = (
    "\u2212\ufe63\u2153\u3251\u2776\u33a5\u2170\uff11\uff0e・•\u2714\u202f\u22ef\ufe50\uff61"
)
_MARKS = ",.:;?!()[]<>《》〈〉（）“”‘’\"'-–—~～ \u00a0\n…。，、：；％%年月日号个第图/@"
MIXED = st.text(
    st.sampled_from(_MARKS + _LOOKALIKES + "中文市局AZaz0123456789一二\ue000ｗ") | st.characters()
)


def _kept(text: str) -> str:
    """What is no mark: letters, digits, private characters."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN" or c == "\ue000")


@given(MIXED)
def test_the_proper_form_is_its_own_proper_form_and_loses_nothing_but_marks(text: str) -> None:
    shown = proper(text)
    assert proper(shown) == shown
    assert _kept(shown) == _kept(with_lookalikes_replaced(text))
    assert "\u2013" not in shown


@given(MIXED)
def test_no_half_width_comma_stays_beside_chinese(text: str) -> None:
    shown = proper(text)
    assert "中," not in shown
    assert ",中" not in shown


@given(
    st.text(st.sampled_from("中文年月日号第个时季度Aa019，。。、；：（）〔〕“”《《》》")) | MIXED
)
def test_the_short_cut_for_easy_texts_answers_as_the_rules_do(text: str) -> None:
    by_the_rules, before = formed(text), text
    while by_the_rules != before:
        before, by_the_rules = by_the_rules, formed(by_the_rules)
    assert proper(text) == by_the_rules
