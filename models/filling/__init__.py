"""Help with 填报 that needs no ledger and no window: pasted blocks, tidying, what stands beside, checks."""

from models.filling.beside import Beside, beside, monthly_figures, newest, repeated
from models.filling.checks import questions
from models.filling.lines import FIELD_WORDS, FIELDS, FillLine, Key, Sheet, fill_sheet
from models.filling.matching import FillTarget, fill_targets
from models.filling.pasting import (
    Overwrite,
    PastePreview,
    Proposal,
    Unplaced,
    preview_block,
    preview_paste,
    read_percent,
)
from models.filling.placing import (
    PasteGround,
    PasteItem,
    Place,
    fault,
    item_of_whole,
    items_in_order,
    matched_items,
    values,
)
from models.filling.tidying import Suggestion, apply_suggestions, suggestions

__all__ = [
    "FIELDS",
    "FIELD_WORDS",
    "Beside",
    "FillLine",
    "FillTarget",
    "Key",
    "Overwrite",
    "PasteGround",
    "PasteItem",
    "PastePreview",
    "Place",
    "Proposal",
    "Sheet",
    "Suggestion",
    "Unplaced",
    "apply_suggestions",
    "beside",
    "fault",
    "fill_sheet",
    "fill_targets",
    "item_of_whole",
    "items_in_order",
    "matched_items",
    "monthly_figures",
    "newest",
    "preview_block",
    "preview_paste",
    "questions",
    "read_percent",
    "repeated",
    "suggestions",
    "values",
]
