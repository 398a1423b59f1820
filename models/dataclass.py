"""Frozen data classes whose methods are shared instead of written and compiled for each class.

`dataclasses.dataclass(frozen=True)` compiles five functions a class, 0.3 to 1.5 ms: for the seventy
classes that the window needs before it is shown that was a tenth of its whole start. Here the library
only finds the fields, so that its `fields`, `replace` and `asdict` work as ever; the methods below
serve all classes and behave as its own. Type checkers see the library's decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")


class _Plan(NamedTuple):
    names: tuple[str, ...]
    known: frozenset[str]
    defaults: dict[str, Any]
    makers: tuple[tuple[str, Callable[[], Any]], ...]


def _frozen(cls: type[T]) -> type[T]:
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields = cls.__dataclass_fields__.values()  # type: ignore[attr-defined]
    names = tuple(field.name for field in fields)
    missing = dataclasses.MISSING
    plan = _Plan(
        names,
        frozenset(names),
        {field.name: field.default for field in fields if field.default is not missing},
        tuple((f.name, f.default_factory) for f in fields if f.default_factory is not missing),
    )
    cls.__plan__ = plan  # type: ignore[attr-defined]
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return cls


def _init(self: Any, *args: Any, **named: Any) -> None:  # noqa: ANN401 (of any class)
    names, known, defaults, makers = self.__plan__
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
    keep = object.__setattr__
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
