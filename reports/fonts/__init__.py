"""Which font file plays which role, what each lacks, and what stood in for it.

``load_fonts`` gives a ``FontSet``: the metrics of the layout, the fonts of the painter and the
sentences about substitutions. Importing this package opens no font and no PDF library.
"""

from __future__ import annotations

from reports.fonts.bundled import Bundled, bundled_fonts
from reports.fonts.folders import font_folders
from reports.fonts.fontset import FontChoice, FontSet, load_fonts
from reports.fonts.substitution import GETA, Substitution

__all__ = [
    "GETA",
    "Bundled",
    "FontChoice",
    "FontSet",
    "Substitution",
    "bundled_fonts",
    "font_folders",
    "load_fonts",
]
