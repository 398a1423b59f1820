"""The verbs and the composing together: the paper reads as the person saw it after every step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import commands, queries
from models.errors import KnownError
from reports.document import OfficialDocument, Paragraph
from reports.editing import TITLE, apply
from tests.models.factory import H1, Office, new_office

KEYS = "甲乙丙丁"
DOCUMENT = OfficialDocument("题", body=tuple(Paragraph(key, key=key) for key in KEYS))


class _TakenBackError(Exception):
    """Ends a round, so that the next begins with the same ledger."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = new_office(tmp_path_factory.mktemp("edits") / "台账.luoshi")
    yield made
    made.ledger.close()


@dataclass
class Editor:
    """A paper under the verbs, and beside it the plain list that a person sees."""

    office: Office
    paper: int = 0
    seen: list[str] = field(default_factory=lambda: list(KEYS))
    words: dict[str, str] = field(default_factory=lambda: {key: key for key in KEYS})

    def __post_init__(self) -> None:
        plan = self.office.plan
        change = self.office.do(commands.start_paper, plan, "progress", "题", H1)
        self.paper = change.new_id or 0

    def before(self, place: int) -> str:
        return self.seen[place - 1] if place else ""

    def edit(self, place: int, to: int) -> None:
        key = self.seen[place]
        self.words[key] = f"改{to}"
        args = (key, self.words[key], key, self.before(place))
        self.office.do(commands.edit_passage, self.paper, *args)

    def add(self, place: int, to: int) -> None:
        args = (f"加{to}", self.before(place))
        self.office.do(commands.add_passage, self.paper, *args)
        edits = self.office.ledger.ask(queries.passage_edits, self.paper)
        key = edits[-1].key
        self.seen.insert(place, key)
        self.words[key] = f"加{to}"

    def move(self, place: int, to: int) -> None:
        others = [key for key in self.seen if key != self.seen[place]]
        to = min(to, len(others))
        key = self.seen[place]
        after = others[to - 1] if to else ""
        self.office.do(commands.move_passage, self.paper, key, after, key)
        others.insert(to, key)
        self.seen = others

    def drop(self, place: int, to: int) -> None:
        key = self.seen.pop(place)
        self.office.do(commands.drop_passage, self.paper, key, key, self.before(place))

    def check(self) -> None:
        edits = self.office.ledger.ask(queries.passage_edits, self.paper)
        done = apply(DOCUMENT, edits).passages[1:]
        assert [each.key for each in done] == self.seen
        assert [each.text for each in done] == [self.words[key] for key in self.seen]


STEPS = st.lists(
    st.tuples(st.sampled_from(["edit", "add", "move", "move", "drop"]), *[st.integers(0, 9)] * 2),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_after_any_steps_the_paper_reads_as_the_person_saw_it(
    office: Office, steps: list[tuple[str, int, int]]
) -> None:
    def round_trip() -> None:
        with office.ledger.together():
            editor = Editor(office)
            for name, place, to in steps:
                room = len(editor.seen) + (name == "add")
                if room:
                    getattr(editor, name)(place % room, to)
                editor.check()
            raise _TakenBackError

    with pytest.raises(_TakenBackError):
        round_trip()


def test_everything_restored_is_the_programs_own_text_again(office: Office) -> None:
    editor = Editor(office)
    for name, place, to in (("add", 1, 1), ("move", 0, 3), ("edit", 2, 5), ("move", 1, 0)):
        getattr(editor, name)(place, to)
    editor.drop(3, 0)
    for edit in office.ledger.ask(queries.passage_edits, editor.paper):
        office.do(commands.restore_passage, editor.paper, edit.key)
    edits = office.ledger.ask(queries.passage_edits, editor.paper)
    assert edits == ()
    assert apply(DOCUMENT, edits).document == DOCUMENT


def test_a_moved_passage_that_is_restored_goes_home_and_leaves_its_neighbours(
    office: Office,
) -> None:
    editor = Editor(office)
    editor.add(1, 1)
    editor.move(0, 3)
    assert editor.seen == ["own:1", "乙", "丙", "甲", "丁"]
    editor.add(4, 2)
    editor.check()
    office.do(commands.restore_passage, editor.paper, "甲")
    editor.seen = ["甲", "own:1", "乙", "丙", "own:2", "丁"]
    editor.check()


@pytest.mark.parametrize(
    ("verb", "args", "said"),
    [
        (commands.move_passage, (TITLE, "甲"), "标题不能移动"),
        (commands.drop_passage, (TITLE, "题"), "标题不能删去，没有改动；请改写标题"),
        (commands.move_passage, ("甲", "甲"), "段落不能移到它自己后面"),
        (commands.add_passage, ("文字", "甲", 5), "标题层次应为一到四层"),
        (commands.add_passage, ("  ", "甲"), "文字不能为空"),
        (commands.edit_passage, ("甲", "", "甲"), "文字不能为空"),
        (commands.edit_passage, (TITLE, " ", "题"), "标题不能为空"),
        (commands.edit_passage, ("", "改", "甲"), "段落名不能为空"),
        (commands.restore_passage, ("甲",), "这一段没有改过，没有改动"),
        (commands.edit_passage, ("own:9", "改", ""), "自己加的这一段已经删去，没有改动"),
        (commands.move_passage, ("own:9", "甲"), "自己加的这一段已经删去，没有改动"),
        (commands.drop_passage, ("own:9", ""), "自己加的这一段已经删去，没有改动"),
    ],
)
def test_what_cannot_be_edited_is_refused_with_a_sentence(
    office: Office, verb: object, args: tuple[object, ...], said: str
) -> None:
    editor = Editor(office)
    before = office.dump()
    with pytest.raises(KnownError, match=said):
        office.do(verb, editor.paper, *args)
    assert office.dump() == before


def test_a_name_is_the_same_with_and_without_blanks_around_it(office: Office) -> None:
    editor = Editor(office)
    for _ in range(2):
        office.do(commands.edit_passage, editor.paper, " 甲 ", "改。", "甲")
    (edit,) = office.ledger.ask(queries.passage_edits, editor.paper)
    assert (edit.key, edit.text) == ("甲", "改。")


def test_the_register_knows_a_paper_by_the_title_that_it_bears(office: Office) -> None:
    editor = Editor(office)
    office.do(commands.edit_passage, editor.paper, TITLE, "关于甲事|的报告", "题")
    assert office.ledger.ask(queries.paper, editor.paper).title == "关于甲事的报告"
    office.do(commands.restore_passage, editor.paper, TITLE)
    assert office.ledger.ask(queries.paper, editor.paper).title == "题"


def test_what_was_edited_and_dropped_comes_back_with_its_words(office: Office) -> None:
    editor = Editor(office)
    editor.edit(0, 1)
    editor.drop(0, 0)
    editor.check()
    editor.seen.insert(0, "甲")
    editor.edit(0, 2)
    editor.check()
