"""Our frozen data classes behave as the library's own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from models import hits, overviewrows, paperrows, planrows, rows
from models.dataclass import dataclass as ours


def made(decorator: Callable[..., Any]) -> Any:
    """The same class, by either decorator."""

    @decorator(frozen=True)
    class Row:
        """A row."""

        id: int
        name: str
        tags: tuple[str, ...] = ()
        counts: dict[str, int] = dataclasses.field(default_factory=dict)

        @property
        def shown(self) -> str:
            return f"{self.id} {self.name}"

    return Row


@pytest.mark.parametrize("decorator", [ours, dataclasses.dataclass])
def test_a_row_is_made_compared_and_shown(decorator: Callable[..., Any]) -> None:
    row_class = made(decorator)
    row = row_class(4, name="维权", tags=("a",))
    assert (row.id, row.name, row.tags, row.counts) == (4, "维权", ("a",), {})
    assert row.shown == "4 维权"
    assert row == row_class(4, "维权", ("a",), {})
    assert row != row_class(5, "维权", ("a",))
    assert row != (4, "维权", ("a",), {})
    assert repr(row).endswith("Row(id=4, name='维权', tags=('a',), counts={})")
    assert row_class.__match_args__ == ("id", "name", "tags", "counts")


@pytest.mark.parametrize("decorator", [ours, dataclasses.dataclass])
def test_each_row_has_a_dictionary_of_its_own(decorator: Callable[..., Any]) -> None:
    row_class = made(decorator)
    row_class(1, "a").counts["x"] = 1
    assert row_class(2, "b").counts == {}


@pytest.mark.parametrize("decorator", [ours, dataclasses.dataclass])
def test_the_library_reads_and_replaces_the_fields(decorator: Callable[..., Any]) -> None:
    row = made(decorator)(4, "维权")
    assert [field.name for field in dataclasses.fields(row)] == ["id", "name", "tags", "counts"]
    assert dataclasses.asdict(row) == {"id": 4, "name": "维权", "tags": (), "counts": {}}
    assert dataclasses.replace(row, name="帮扶").name == "帮扶"


@pytest.mark.parametrize("decorator", [ours, dataclasses.dataclass])
def test_a_row_cannot_be_changed(decorator: Callable[..., Any]) -> None:
    row = made(decorator)(4, "维权")
    with pytest.raises(dataclasses.FrozenInstanceError):
        row.name = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        row.other = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del row.name


@pytest.mark.parametrize("decorator", [ours, dataclasses.dataclass])
@pytest.mark.parametrize(
    ("args", "named"),
    [
        ((4,), {}),
        ((), {"name": "a"}),
        ((4, "a"), {"odd": 1}),
        ((4,), {"odd": 1}),
        ((4, "a"), {"name": "b"}),
        ((4, "a", (), {}, 5), {}),
    ],
)
def test_a_wrong_call_is_refused(
    decorator: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError):
        made(decorator)(*args, **named)


def test_equal_rows_are_one_key_and_a_row_with_a_dictionary_is_none() -> None:
    @ours(frozen=True)
    class Pair:
        low: int
        high: int = 2

    assert len({Pair(1), Pair(1, 2), Pair(low=1)}) == 1
    with pytest.raises(TypeError):
        hash(made(ours)(1, "a"))


def test_what_is_not_frozen_is_made_by_the_library() -> None:
    @ours(frozen=False)
    class Loose:
        name: str = ""

    loose = Loose()
    loose.name = "x"
    assert loose == Loose("x")


def test_the_fields_are_asked_for_before_and_after_and_by_many_at_once() -> None:
    row_class = made(ours)
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(lambda _: dataclasses.fields(row_class), range(64)))
    assert {tuple(field.name for field in each) for each in answers} == {
        ("id", "name", "tags", "counts")
    }
    assert row_class(1, "a").counts == {}
    assert dataclasses.is_dataclass(row_class)


def test_what_inherits_from_a_data_class_is_refused_at_once() -> None:
    with pytest.raises(TypeError):

        @ours(frozen=True)
        class More(made(ours)):  # type: ignore[misc]
            more: int = 0


def test_what_only_the_library_does_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="default_factory"):

        @ours(frozen=True)
        class Odd:
            line: int = dataclasses.field(default=0, compare=False)


def test_every_class_of_ours_has_the_fields_that_the_library_finds() -> None:
    modules = (rows, hits, overviewrows, paperrows, planrows)
    classes = [
        (module, each)
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type)
    ]
    found = [each for module, each in classes if each.__module__ == module.__name__]
    assert len(found) > 30
    for each in found:
        if dataclasses.is_dataclass(each):
            assert each.__match_args__ == tuple(f.name for f in dataclasses.fields(each))
