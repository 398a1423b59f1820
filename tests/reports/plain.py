"""A paper as plain text, for golden files and for reading."""

from __future__ import annotations

from reports.document import Block, Figure, Heading, OfficialDocument, Paragraph, Table

INDENT = "　　"


def as_text(document: OfficialDocument) -> str:
    """Everything that the pages say, in order; table cells are divided by ｜, their lines by ／."""
    head = document.letterhead
    lines = ["（送审稿）"] if document.draft_mark else []
    if head:
        lines += [f"{'、'.join(head.issuers)}{head.suffix}"]
        lines += [f"{head.document_number}　签发人：{'、'.join(head.signers)}"]
    lines += [document.title, f"{document.addressee}："]
    for block in document.body:
        lines += _lines(block)
    lines += [f"{INDENT}附件：{name}" for name in document.attachment_names]
    if document.signature:
        lines += [*document.signature.issuers, document.signature.date_text]
    lines += [f"{INDENT}{document.remark}"] * bool(document.remark)
    if document.colophon:
        lines += [f"抄送：{document.colophon.copies_to}"]
        lines += [f"{document.colophon.printing_office}　{document.colophon.printed_on_text}"]
    for attachment in document.attachments:
        lines += ["附件", attachment.title]
        for block in attachment.blocks:
            lines += _lines(block)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [INDENT + block.text + block.run_in]
    if isinstance(block, Paragraph):
        return [INDENT + block.lead + block.text]
    if isinstance(block, Table):
        head = "｜".join(column.heading for column in block.columns)
        rows = ["｜".join(row.cells).replace("\n", "／") for row in block.rows]
        return [head, *rows]
    if isinstance(block, Figure):
        return [f"【{block.caption}】"]
    return [block.text]
