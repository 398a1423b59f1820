"""Frozen data classes whose methods are shared instead of written and compiled for each class.

`dataclasses.dataclass(frozen=True)` compiles five functions a class, 0.3 to 1.5 ms: for the seventy
classes that the window needs before it is shown that was a tenth of its whole start. The methods below
serve all classes and behave as the library's own; the library itself is called when somebody first
asks for a class's fields, so that its `fields`, `replace` and `asdict` work as ever. Type checkers see
the library's decorator.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")
_FIELDS = "__dataclass_fields__"
# The ledger's thread and the window's may ask at the same time.
_GATE = threading.RLock()


class _Plan(NamedTuple):
    names: tuple[str, ...]
    known: frozenset[str]
    defaults: dict[str, Any]
    makers: tuple[tuple[str, Callable[[], Any]], ...]


class _Fields:
    """Stands where the library keeps a class's fields: whoever looks for them has them made."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type) -> object:
        with _GATE:
            if vars(self._cls)[_FIELDS] is self:
                dataclasses.dataclass(init=False, repr=False, eq=False)(self._cls)
        return vars(self._cls)[_FIELDS]


def _frozen(cls: type[T]) -> type[T]:
    if hasattr(cls, _FIELDS):
        raise TypeError(
            f"{cls.__name__} inherits from a data class: that is the library's business"
        )
    names = tuple(cls.__annotations__)
    defaults = {name: vars(cls)[name] for name in names if name in vars(cls)}
    # Of `field` we use the maker alone, for a dictionary or a list of each instance's own.
    makers = tuple(
        (name, defaults.pop(name).default_factory)
        for name in names
        if isinstance(defaults.get(name), dataclasses.Field)
    )
    if any(make is dataclasses.MISSING for _, make in makers):
        raise TypeError(
            f"{cls.__name__}: of field() only default_factory, the rest is the library's"
        )
    cls.__plan__ = _Plan(names, frozenset(names), defaults, makers)  # type: ignore[attr-defined]
    cls.__match_args__ = names  # type: ignore[attr-defined, misc]
    setattr(cls, _FIELDS, _Fields(cls))
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return cls


def _init(self: Any, *args: Any, **named: Any) -> None:  # noqa: ANN401 (of any class)
    names, known, defaults, makers = self.__plan__
    keep = object.__setattr__
    if not named and len(args) == len(names):
        # Most rows are made so, by the thousand.
        for name, value in zip(names, args):  # noqa: B905 (as above)
            keep(self, name, value)
        return
    values = {**defaults, **dict(zip(names, args)), **named}  # noqa: B905 (checked below)
    for name, make in makers:
        if name not in values:
            values[name] = make()
    if (
        values.keys() != known
        or len(args) > len(names)
        or not named.keys().isdisjoint(names[: len(args)])
    ):
        raise TypeError(f"{type(self).__name__}() takes {', '.join(names)}, once each")
    # In the order of the fields: instances with one order share their keys and are read faster.
    for name in names:
        keep(self, name, values[name])


def _values(self: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return tuple(getattr(self, name) for name in self.__plan__.names)


def _repr(self: object) -> str:
    pairs = zip(self.__plan__.names, _values(self), strict=True)  # type: ignore[attr-defined]
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


def _eq(self: object, other: object) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash(_values(self))


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


_METHODS: dict[str, Callable[..., Any]] = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool) -> Callable[[type[T]], type[T]]:
        """The decorator; what is not frozen is the library's own business."""
        return _frozen if frozen else dataclasses.dataclass
