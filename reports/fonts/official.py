"""Which fonts of an office machine play which role, by family name and by file name.

The classes are those of GB/T 9704—2012; the families are what Chinese Windows, Office, WPS and the
offices' own installations bring. Within a role the first named is preferred.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.roles import Role


@dataclass(frozen=True)
class Known:
    """A known font: its family, full or PostScript names, its file names, and whether it is of the class.

    ``official`` is False for a font that is only near: better than the bundled one, yet a substitute.
    """

    families: tuple[str, ...]
    files: tuple[str, ...]
    official: bool = True


KNOWN: dict[Role, tuple[Known, ...]] = {
    Role.XIAOBIAOSONG: (
        Known(("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSK--GBK1-0"), ("fzxbsk.ttf",)),
        Known(
            ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"),
            ("fzxbsjw.ttf", "方正小标宋简体.ttf", "方正小标宋简.ttf"),
        ),
        Known(("华文中宋", "STZhongsong"), ("stzhongs.ttf",), official=False),
    ),
    Role.FANGSONG: (
        Known(("仿宋_GB2312", "FangSong_GB2312"), ("仿宋_gb2312.ttf", "fangsong_gb2312.ttf")),
        Known(("仿宋", "FangSong"), ("simfang.ttf",)),
        Known(("方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0"), ("fzfsk.ttf",)),
        Known(("方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0"), ("fzfsjw.ttf",)),
        Known(("华文仿宋", "STFangsong"), ("stfangso.ttf",)),
    ),
    Role.KAITI: (
        Known(("楷体_GB2312", "KaiTi_GB2312"), ("楷体_gb2312.ttf", "kaiti_gb2312.ttf")),
        Known(("楷体", "KaiTi"), ("simkai.ttf",)),
        Known(("方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0"), ("fzktk.ttf",)),
        Known(("方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0"), ("fzktjw.ttf",)),
        Known(("华文楷体", "STKaiti"), ("stkaiti.ttf",)),
    ),
    Role.HEITI: (
        Known(("黑体", "SimHei"), ("simhei.ttf",)),
        Known(("方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0"), ("fzhtk.ttf",)),
        Known(("方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0"), ("fzhtjw.ttf",)),
        Known(("华文黑体", "STHeiti"), ("stheiti.ttf",)),
    ),
    Role.SONGTI: (
        Known(("宋体", "SimSun"), ("simsun.ttc", "simsun.ttf")),
        Known(("方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0"), ("fzssk.ttf",)),
        Known(("方正书宋简体", "FZShuSong-Z01S", "FZSSJW--GB1-0"), ("fzssjw.ttf",)),
        Known(("华文宋体", "STSong"), ("stsong.ttf",)),
    ),
    # Half-em digits, as GB/T 15835—2011 wants them; without these the digits of 仿宋 are used.
    Role.DIGITS: (
        Known(("Times New Roman",), ("times.ttf",)),
        Known(("Liberation Serif",), ("liberationserif-regular.ttf",)),
        Known(("Tinos",), ("tinos-regular.ttf",)),
    ),
}


def plain(name: str) -> str:
    """A font's name without case, blanks, hyphens and underlines, for comparing."""
    return "".join(char for char in name.casefold() if char not in " -_")


@dataclass(frozen=True)
class Fit:
    """How a font fits a role: ``rank`` 0 is best."""

    role: Role
    rank: int
    official: bool


_BY_NAME: dict[str, Fit] = {}
_BY_FILE: dict[str, Fit] = {}
for _role, _fonts in KNOWN.items():
    for _rank, _font in enumerate(_fonts):
        _fit = Fit(_role, _rank, _font.official)
        _BY_NAME.update({plain(name): _fit for name in _font.families})
        _BY_FILE.update(dict.fromkeys(_font.files, _fit))


def fit_by_file(file_name: str) -> Fit | None:
    """The role that a file of this name is known to play."""
    return _BY_FILE.get(file_name.casefold())


def fit_by_names(names: frozenset[str]) -> Fit | None:
    """The role that a font bearing these names is known to play."""
    fits = [fit for name in names if (fit := _BY_NAME.get(plain(name)))]
    return min(fits, key=lambda fit: (fit.rank, fit.role.name), default=None)
