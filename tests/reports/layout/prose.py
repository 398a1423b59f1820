"""A strategy for Chinese official prose: words, marks in lawful order, numbers, dates, Latin."""

from __future__ import annotations

from hypothesis import strategies as st

_WORD = st.text(
    alphabet="的一是了我不在人有中大国市场监督管理局知识产权工作推进落实情况",
    min_size=1,
    max_size=9,
)
_NUMBER = st.one_of(
    st.integers(0, 99999).map(str),
    st.decimals(0, 100, places=1, allow_nan=False).map(str),
)
_UNIT = st.sampled_from(["项", "件", "家次", "万元", "%", "个百分点", "人次", "亿元", "年"])
_QUANTITY = st.tuples(_NUMBER, _UNIT).map("".join)
_DATE = st.dates().map(lambda day: f"{day.year}年{day.month}月{day.day}日")
_DOCUMENT = st.tuples(st.integers(1990, 2099), st.integers(1, 200)).map(
    lambda pair: f"（川市监发〔{pair[0]}〕{pair[1]}号）"
)
_LATIN = st.sampled_from(["GB/T 9704—2012", "A4纸", "5G网络", "PDF", "028-86660000", "10:32"])
_PLAIN = st.one_of(_WORD, _WORD, _WORD, _QUANTITY, _DATE, _DOCUMENT, _LATIN)
_PAIRS = st.sampled_from(["“”", "‘’", "（）", "《》", "〈〉", "【】"])
_BRACKETED = st.tuples(_PAIRS, _PLAIN).map(lambda both: both[0][0] + both[1] + both[0][1])
_STOP = st.sampled_from(["，", "、", "；", "：", "。", "！", "？", "——", "……", ""])
_CLAUSE = st.tuples(st.one_of(_PLAIN, _BRACKETED), _STOP).map("".join)

PROSE = st.lists(_CLAUSE, min_size=1, max_size=60).map(lambda parts: "字" + "".join(parts))
