"""The initials of a text's pinyin: zscq for 知识产权."""

from __future__ import annotations

import os
import re
from functools import lru_cache

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# Words in which a character is read otherwise than by itself, with their initials. The library has
# 47,000 phrases for this; reading them holds the interpreter, and with it the window, for a seventh
# of a second and 40 MB. What an office writes needs these.
_WORDS = dict(
    re.findall(
        r"(\S+)=(\S+)",
        "= "
        "银行=yh 行业=hy 行情=hq 行列=hl 商行=sh 央行=yh 分行=fh 支行=zh 行长=hz 农商行=nsh 同行=th 行规=hg "
        "调解=tj 协调=xt 调整=tz 调节=tj 调控=tk 调试=ts 调剂=tj 空调=kt 失调=st 微调=wt 调理=tl 调处=tc "
        "上调=st 下调=xt 重复=cf 重新=cx 重庆=cq 重组=cz 重建=cj 重申=cs 重叠=cd 重启=cq 重塑=cs 重返=cf "
        "双重=sc 多重=dc 重印=cy 重置=cz 重名=cm 重审=cs 重修=cx 重构=cg 给予=jy 供给=gj 给付=jf 补给=bj "
        "自给=zj 配给=pj 长期=cq 长江=cj 长度=cd 长远=cy 长效=cx 长沙=cs 长春=cc 延长=yc 专长=zc 特长=tc "
        "擅长=sc 长三角=csj 长处=cc 长途=ct 长宁=cn 长寿=cs 长征=cz 长城=cc 长短=cd 长久=cj 时长=sc 全长=qc "
        "畜牧=xm 厦门=xm 率先=sx 率队=sd 率领=sl 会计=kj 财会=ck 曝光=bg 泊位=bw 停泊=tb 校对=jd 校准=jz "
        "校验=jy 校正=jz 音乐=yy 西藏=xz 藏族=zz 传记=zj 反省=fx 关卡=gq 弹性=tx 人参=rs 党参=ds 番禺=py 阿胶=ej ",
    )
)
# Here the end of one word and the beginning of the next look like one of them: 社会计划, 进行长期.
_GUARDS = (
    "社会|大会|协会|委员会|座谈会|共同|学校|高校|线下|线上|部分|以下|以上|"
    "(?:进|执|运|举|实|施|推|发|试|现|先|履|并|平|上|下|流|暂|通|旅|步|可|另|自|强)行|"
    "(?:局|科|市|县|区|厅|处|部|院|校|会|组|所|队|省|州|镇|乡|站|增|成|生)长|"
    "(?:严|注|侧|尊|着|贵|慎|偏|体|比)重|人参(?=[加与会考照观保赛])"
)
_FOUND = re.compile(f"{_GUARDS}|({'|'.join(sorted(_WORDS, key=len, reverse=True))})")


def initials(text: str) -> str:
    """The text with each Chinese character replaced by one letter; places stay the same."""
    return _HAN.sub(lambda found: _of_run(found[0]), text)


@lru_cache(maxsize=20_000)
def _of_run(run: str) -> str:
    """The letters of some Chinese characters in a row, words read as words (银行 yh, 行动 xd)."""
    letters = "".join(map(_of_one, run))
    for found in _FOUND.finditer(run):
        if found[1]:
            letters = letters[: found.start()] + _WORDS[found[1]] + letters[found.end() :]
    return letters


@lru_cache(maxsize=10_000)
def _of_one(character: str) -> str:
    """The letter of a character by itself; one without a reading stands for itself."""
    # Late: most of the day nobody needs it.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, lazy_pinyin

    letter = "".join(lazy_pinyin(character, style=Style.FIRST_LETTER, errors="default"))
    return letter if len(letter) == 1 else character
