"""The fonts of one run: which font draws a character in a role, how wide it is, where its ink lies.

This is what the layout is given as its metrics, and what the painter asks for registered fonts. The
order of fallback is fixed, so that the same machine always gives the same paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError
from reports.fonts.bundled import Bundled, bundled_fonts
from reports.fonts.face import Face, open_face
from reports.fonts.finder import Found, search
from reports.fonts.sfnt import BadFontError
from reports.fonts.substitution import GETA, Substitution
from reports.roles import Role

# Whose stand-in is asked when the role's own fonts lack a character: 楷体 first, for it is the
# nearest in weight to 仿宋 and has all 8105 characters.
FALLBACK = (Role.KAITI, Role.SONGTI, Role.HEITI, Role.FANGSONG, Role.XIAOBIAOSONG)

# Characters that are never drawn: joiners, marks of direction, variation selectors, byte order mark.
_UNSEEN = frozenset(
    map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF])
) | frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))


@dataclass(frozen=True)
class FontChoice:
    """The face that draws one character; ``missing`` means that it draws 〓 in its place."""

    key: str
    path: Path
    index: int
    substitute: bool
    missing: bool


@dataclass(frozen=True)
class _Source:
    path: Path
    index: int


class FontSet:
    """Fonts by role, opened when first needed.

    ``skipped`` has a sentence for each font file passed over. Every method that opens a bundled file
    raises KnownError when it is missing or damaged.
    """

    def __init__(
        self, found: Mapping[Role, Found], bundled: Bundled, skipped: Iterable[str]
    ) -> None:
        self.skipped = tuple(skipped)
        self._found = dict(found)
        self._bundled = bundled
        self._chains = {role: self._chain(role) for role in Role}
        self._keys = _keys(source for chain in self._chains.values() for source in chain)
        self._sources = {key: source for source, key in self._keys.items()}
        self._choices: dict[tuple[Role, str], FontChoice] = {}
        self._advances: dict[tuple[Role, str], float] = {}
        self._faces: dict[_Source, Face] = {}

    def font_for(self, role: Role, char: str) -> FontChoice:
        """The face that draws the character in this role."""
        choice = self._choices.get((role, char))
        if choice is None:
            choice = self._choices[role, char] = self._choose(role, char)
        return choice

    def font_key(self, role: Role, char: str) -> str:
        """The key of the face that draws the character; ``reportlab_font`` takes it."""
        return self.font_for(role, char).key

    def advance(self, role: Role, char: str) -> float:
        """The width of what is drawn for the character, in em; 0 for what is never drawn."""
        width = self._advances.get((role, char))
        if width is None:
            choice = self.font_for(role, char)
            shown = self.shown(choice.key, char)
            width = self._face(self._sources[choice.key]).advance(shown) if shown else 0.0
            self._advances[role, char] = width
        return width

    def ink_top(self, role: Role, text: str) -> float:
        """How far the ink of the text rises above the baseline, in em; 0 without ink."""
        return max((high for _, high in self._inks(role, text)), default=0.0)

    def ink_bottom(self, role: Role, text: str) -> float:
        """How far the ink falls under the baseline, in em; negative when it stays above it."""
        return -min((low for low, _ in self._inks(role, text)), default=0.0)

    def shown(self, key: str, text: str) -> str:
        """The text as the face of this key draws it: 〓 for what it lacks, unseen marks dropped."""
        face = self._face(self._sources[key])
        return "".join(char if char in face else GETA for char in text if char not in _UNSEEN)

    def name_of(self, role: Role) -> str:
        """The family of the font that plays the role."""
        return self._face(self._chains[role][0]).header.family

    def is_official(self, role: Role) -> bool:
        """Whether the role is played by a font of the class that the standard names.

        The standard names no font for digits in the text, so theirs always is.
        """
        found = self._found.get(role)
        return role is Role.DIGITS or bool(found and found.official)

    def substitutions(self, texts: Iterable[tuple[Role, str]]) -> list[Substitution]:
        """What stood in for what in these texts: roles, then characters, then what no font has."""
        used: dict[Role, dict[str, None]] = {}
        for role, text in texts:
            used.setdefault(role, {}).update(dict.fromkeys(text))
        roles = [role for role in Role if role in used]
        whole = [
            Substitution(role, self.name_of(role)) for role in roles if not self.is_official(role)
        ]
        single: dict[tuple[Role, str], str] = {}
        for role in roles:
            for char in sorted(used[role]):
                name = self._stand_in_name(role, char)
                if name is not None:
                    single[role, name] = single.get((role, name), "") + char
        parts = [Substitution(role, name, chars) for (role, name), chars in single.items()]
        return whole + sorted(parts, key=lambda part: part.missing)

    def lacking(self, texts: Iterable[tuple[Role, str]]) -> str:
        """The characters that no font has, each once, in the order of their codes."""
        missing = {
            char for role, text in texts for char in set(text) if self.font_for(role, char).missing
        }
        return "".join(sorted(missing))

    def reportlab_font(self, key: str) -> str:
        """The name under which the PDF library knows this face; it is registered once in a process."""
        from reports.fonts.painting import registered

        source = self._sources[key]
        return registered(source.path, source.index, self._face(source))

    def _stand_in_name(self, role: Role, char: str) -> str | None:
        """Who drew the character instead of the role's font: "" for nobody, None when no one had to."""
        choice = self.font_for(role, char)
        if choice.missing:
            return ""
        if not choice.substitute:
            return None
        return self._face(self._sources[choice.key]).header.family

    def _choose(self, role: Role, char: str) -> FontChoice:
        chain = self._chains[role]
        if char in _UNSEEN:
            return self._choice(chain[0], substitute=False)
        for source in chain:
            if char in self._face(source):
                return self._choice(source, substitute=source != chain[0])
        geta = next((source for source in chain if GETA in self._face(source)), chain[0])
        return self._choice(geta, substitute=True, missing=True)

    def _choice(self, source: _Source, *, substitute: bool, missing: bool = False) -> FontChoice:
        return FontChoice(self._keys[source], source.path, source.index, substitute, missing)

    def _inks(self, role: Role, text: str) -> list[tuple[float, float]]:
        found = []
        for char in text:
            choice = self.font_for(role, char)
            face = self._face(self._sources[choice.key])
            found += [face.ink(shown) for shown in self.shown(choice.key, char)]
        return [ink for ink in found if ink is not None]

    def _chain(self, role: Role) -> tuple[_Source, ...]:
        """The faces to ask, in order: the role's own, its stand-in, the other stand-ins, the last."""
        stand_ins = self._bundled.stand_ins
        order = [stand_ins[role], *(stand_ins[other] for other in FALLBACK), self._bundled.last]
        chain = [_Source(path, 0) for path in order]
        own = self._found.get(role)
        if own:
            chain.insert(0, _Source(own.path, own.index))
        return tuple(dict.fromkeys(chain))

    def _face(self, source: _Source) -> Face:
        """The face, opened when first asked for."""
        face = self._faces.get(source)
        if face is None:
            face = self._faces[source] = self._opened(source)
        return face

    @staticmethod
    def _opened(source: _Source) -> Face:
        try:
            return open_face(source.path, source.index)
        except (BadFontError, OSError) as error:
            raise KnownError(
                f"字体文件“{source.path.name}”缺失或已损坏，没有生成文件，已有文件不变；"
                "请重新安装本程序，或在设置中另选字体。"
            ) from error


def _keys(sources: Iterable[_Source]) -> dict[_Source, str]:
    """A short key for each face, from its file name; a number is added where two would be alike."""
    keys: dict[_Source, str] = {}
    taken: set[str] = set()
    for source in sources:
        if source in keys:
            continue
        stem = source.path.stem + (f"-{source.index}" if source.index else "")
        key, number = stem, 2
        while key in taken:
            key, number = f"{stem}~{number}", number + 1
        keys[source] = key
        taken.add(key)
    return keys


def load_fonts(
    folders: Iterable[Path],
    chosen: Mapping[Role, Path] | None = None,
    bundled: Bundled | None = None,
) -> FontSet:
    """Find the fonts for every role: the user's choices, the machine's in ``folders``, the bundled.

    No bundled file is opened before it is needed.
    """
    result = search(folders, chosen or {})
    return FontSet(result.found, bundled or bundled_fonts(), result.skipped)
