"""Help with 填报 that needs no ledger and no window: pasted blocks, tidying, what stands beside, checks."""

from models.filling.beside import Beside, beside, newest, repeated
from models.filling.checks import questions
from models.filling.matching import FillTarget, fill_targets
from models.filling.pasting import Overwrite, PastePreview, Proposal, Unplaced, preview_paste
from models.filling.tidying import Suggestion, apply_suggestions, suggestions

__all__ = [
    "Beside",
    "FillTarget",
    "Overwrite",
    "PastePreview",
    "Proposal",
    "Suggestion",
    "Unplaced",
    "apply_suggestions",
    "beside",
    "fill_targets",
    "newest",
    "preview_paste",
    "questions",
    "repeated",
    "suggestions",
]
