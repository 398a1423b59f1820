"""Help with 填报 that needs no ledger and no window: pasted blocks, tidying, what stands beside, checks."""

from models.filling.beside import Beside, beside, newest, repeated
from models.filling.checks import questions
from models.filling.lines import FIELD_WORDS, FIELDS, FillLine, Key, Sheet, fill_sheet
from models.filling.matching import FillTarget, fill_targets
from models.filling.pasting import Overwrite, PastePreview, Proposal, Unplaced, preview_paste
from models.filling.tidying import Suggestion, apply_suggestions, suggestions

__all__ = [
    "FIELDS",
    "FIELD_WORDS",
    "Beside",
    "FillLine",
    "FillTarget",
    "Key",
    "Overwrite",
    "PastePreview",
    "Proposal",
    "Sheet",
    "Suggestion",
    "Unplaced",
    "apply_suggestions",
    "beside",
    "fill_sheet",
    "fill_targets",
    "newest",
    "preview_paste",
    "questions",
    "repeated",
    "suggestions",
]
