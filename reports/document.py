"""The paper as blocks with the standard's own names, before any font or millimetre is known.

Builders turn rows into these blocks; the layout places them; the workbook and later writers read
the same blocks. Nothing here imports a library. Clause numbers are those of GB/T 9704—2012.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from reports.figures.drawing import Drawing
from reports.forms import Form as Form
from reports.forms import Manner as Manner

SourceKind = Literal["entry", "evidence", "task", "target", "measure", "plan"]


class Align(Enum):
    """Where a text stands inside its cell or row."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class RowKind(Enum):
    """What a table row is: a 部分 or 事项 spanning all columns, or an ordinary row."""

    PART = "part"
    ITEM = "item"
    NORMAL = "normal"


@dataclass(frozen=True)
class Source:
    """The ledger row that a sentence was made from; leads from the sentence to its proof."""

    kind: SourceKind
    id: int


@dataclass(frozen=True)
class Letterhead:
    """版头 (7.1–7.2): what stands above the red rule of page 1.

    Empty strings are not drawn. `document_number` may hold blanks while it is not yet given
    (示市监〔2021〕　　号). `upward` moves the number to the left and shows the signers.
    """

    issuers: tuple[str, ...]
    document_number: str = ""
    suffix: str = "文件"
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    upward: bool = False


@dataclass(frozen=True)
class Heading:
    """A 层次标题 of level 1–4, its number included in `text`.

    `run_in` is text that follows in the same paragraph, as body text. `key` names the heading
    while the ledger's numbers change, so that what a person made of it is found again.
    """

    level: int
    text: str
    run_in: str = ""
    sources: tuple[Source, ...] = ()
    key: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 4:
            raise ValueError(f"heading level {self.level} is not 1–4 (7.3.3)")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of body text, indented by two characters; `lead` are its opening words.

    `key` names it while the ledger's numbers change, as in `Heading`.
    """

    text: str
    sources: tuple[Source, ...] = ()
    lead: str = ""
    key: str = ""


@dataclass(frozen=True)
class Line:
    """A text that stands by itself without indent: a slip's number, its addressee, a centred line."""

    text: str
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Column:
    """A table column; `share` is its usual part of the table's width, relative to the others.

    A `label` column holds what a form calls its fields.
    """

    heading: str
    share: float
    align: Align = Align.LEFT
    label: bool = False


@dataclass(frozen=True)
class TableRow:
    """One row. A PART or ITEM row holds one cell that spans all columns.

    `spans` says for a form how many columns each cell takes (empty: one each); `min_lines` keeps
    room for handwriting, in lines of text; a `heavy` row begins under a thick rule: from there on
    somebody else fills in the form.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.NORMAL
    spans: tuple[int, ...] = ()
    min_lines: int = 1
    heavy: bool = False


@dataclass(frozen=True)
class Table:
    """A ruled table; the head row is repeated on every page and left out if no column has a heading.

    `landscape` tables are turned so that their head faces the left edge of the sheet (clause 8).
    `one_page` sets an upright table smaller until it ends on the page where it begins. In a `fitted`
    table with headings the columns' widths follow what they hold; else they are the shares.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    landscape: bool = False
    one_page: bool = False
    fitted: bool = True


@dataclass(frozen=True)
class Figure:
    """A picture in the text with its caption (图1　…) centred below; it stands upright, unturned."""

    drawing: Drawing
    caption: str
    key: str = ""


Block = Heading | Paragraph | Line | Table | Figure


@dataclass(frozen=True)
class Signature:
    """署名 and 成文日期 (7.3.5). `date_text` may hold blanks (2021年6月　　日) until it is given.

    `titles` are the 职务 of those whose signature stamp stands for them, one for each issuer row.
    """

    manner: Manner
    issuers: tuple[str, ...]
    date_text: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """附件 (7.3.7): begins a new page with its label in row 1 and its title in row 3."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Colophon:
    """版记 (7.4) at the foot of the last page; `main_recipients` only when moved here from the text."""

    copies_to: str = ""
    printing_office: str = ""
    printed_on_text: str = ""
    main_recipients: str = ""
    even_page: bool = False


@dataclass(frozen=True)
class OfficialDocument:
    """A whole paper in 文件格式 or without a head.

    `title` and attachment titles may hold hand-made line breaks as `|`. `word_list` are names
    (issuers, units, sections) that a title line never breaks. `draft_mark` shows （送审稿）;
    `preprinted` (红头纸套印) leaves out what the paper already bears in red.
    """

    title: str
    form: Form = Form.PLAIN
    letterhead: Letterhead | None = None
    addressee: str = ""
    body: tuple[Block, ...] = ()
    signature: Signature | None = None
    remark: str = ""
    attachments: tuple[Attachment, ...] = ()
    colophon: Colophon | None = None
    draft_mark: bool = False
    preprinted: bool = False
    word_list: tuple[str, ...] = ()
    author: str = ""
    subject: str = ""
    language: str = "zh-CN"
    page_numbers: bool = True

    @property
    def attachment_names(self) -> tuple[str, ...]:
        """What the 附件说明 lists: the attachments' titles without hand-made breaks."""
        return tuple(attachment.title.replace("|", "") for attachment in self.attachments)

    @property
    def plain_title(self) -> str:
        """The title without hand-made line breaks, as metadata and file names want it."""
        return self.title.replace("|", "")


@dataclass(frozen=True)
class TableDocument:
    """A table that is a paper of its own (任务台账, 任务分解表): landscape A4, read as it lies.

    `head_fields` and `foot_fields` are (label, value) pairs set in one row: 填报单位（盖章） …
    """

    title: str
    table: Table
    head_fields: tuple[tuple[str, str], ...] = ()
    foot_fields: tuple[tuple[str, str], ...] = ()
    word_list: tuple[str, ...] = ()
    author: str = ""
    subject: str = ""
    language: str = "zh-CN"

    @property
    def plain_title(self) -> str:
        """The title without hand-made line breaks, as metadata and file names want it."""
        return self.title.replace("|", "")


AnyDocument = OfficialDocument | TableDocument
