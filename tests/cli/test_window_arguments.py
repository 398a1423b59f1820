"""Which words mean the window."""

from __future__ import annotations

from pathlib import Path

from cli.options import add_common, window_arguments
from cli.usage import Parser


def test_a_ledger_alone_means_the_window_on_it() -> None:
    assert window_arguments(["去年.luoshi"]).ledger == Path("去年.luoshi")


def test_other_words_mean_a_command() -> None:
    assert window_arguments(["task"]) is None
    assert window_arguments(["去年.docx"]) is None
    assert window_arguments(["--ledger", "甲.luoshi", "乙.luoshi"]) is None


def test_without_a_word_the_answer_is_that_of_the_parser() -> None:
    alone = Parser(with_help=False)
    add_common(alone)
    assert window_arguments([]) == alone.parse_args([])
