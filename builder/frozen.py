"""Frozen dataclasses that take a seventh of the time to define: a program that runs for two seconds
defines three hundred of them.

`dataclass` is that of the standard library, in use and to a type checker. Where it is asked for
`frozen=True` or that and `slots=True`, only `__init__` is compiled for the class; what compares,
hashes and shows its objects is made of functions that are there. With slots they are also made in a
third of the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError
from functools import cache, partial
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final, NoReturn

_SLOTS: Final = {"frozen": True, "slots": True}

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def dataclass(plain=None, /, **how):
        """Make a class a dataclass; see `dataclasses.dataclass`."""
        if how == {"frozen": True}:
            make = _frozen
        elif how in (_SLOTS, _SLOTS | {"order": True}):
            make = partial(_slotted, order="order" in how)
        else:
            make = dataclasses.dataclass(**how)
        return make if plain is None else make(plain)

    def replace(thing, /, **values):
        """Return a dataclass with other values, all of whose fields `__init__` takes, in a fifth of
        the time that `dataclasses.replace` takes.
        """
        return _replacer(type(thing))(thing, values)


class _Unset:
    """Stands in a signature for what a factory makes."""

    def __repr__(self) -> str:
        return "<factory>"


_UNSET: Final = _Unset()


def _frozen(cls: type[Any]) -> type[Any]:
    own = set(vars(cls))
    return _completed(dataclasses.dataclass(init=False, repr=False, eq=False)(cls), own, "")


def _slotted(cls: type[Any], *, order: bool) -> type[Any]:
    own = set(vars(cls))
    make = dataclasses.dataclass(init=False, repr=False, eq=order, order=order, **_SLOTS)
    made = make(cls)
    return _completed(made, own, made.__slots__ if made.__bases__ == (object,) else "")


def _completed(made: type[Any], own: set[str], slots: Sequence[str]) -> type[Any]:
    """Return a class with the methods of a frozen dataclass, but for its `own`."""
    fields = dataclasses.fields(made)
    compared = tuple(field.name for field in fields if field.compare)
    methods = {
        "__init__": _init(made, fields, slots),
        "__repr__": _representation(tuple(field.name for field in fields if field.repr)),
        "__eq__": _equality(_values(compared)),
        "__setattr__": _refuse_setting,
        "__delattr__": _refuse_deleting,
    }
    if "__hash__" not in own or ("__eq__" in own and vars(made)["__hash__"] is None):
        hashed = tuple(f.name for f in fields if (f.compare if f.hash is None else f.hash))
        methods["__hash__"] = _hashing(_values(hashed))
    for name, method in methods.items():
        if name not in own or name == "__hash__":
            setattr(made, name, method)
    return made


@cache
def _replacer(kind: type[Any]) -> Callable[[Any, dict[str, Any]], Any]:
    """Return what makes an object of a dataclass from another one and some values.

    What does no more when it is made than to take its values is made without `__init__`.
    """
    names = frozenset(field.name for field in dataclasses.fields(kind))
    values_of = _values(tuple(names))

    def through_init(thing: Any, values: dict[str, Any]) -> Any:
        return kind(**{**dict(zip(names, values_of(thing), strict=True)), **values})

    def copied(thing: Any, values: dict[str, Any]) -> Any:
        if not values.keys() <= names:
            return through_init(thing, values)
        made = object.__new__(kind)
        held = made.__dict__
        held.update(thing.__dict__)
        if len(held) > len(names):  # what the other one has found out of itself
            for name in held.keys() - names:
                del held[name]
        held.update(values)
        return made

    slotted = any("__slots__" in vars(each) for each in kind.__mro__[:-1])
    return through_init if slotted or hasattr(kind, "__post_init__") else copied


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[object, ...]]:
    """Return what returns an object's values of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda each: tuple(getattr(each, name) for name in names)


def _init(
    cls: type[Any], fields: tuple[dataclasses.Field[Any], ...], slots: Sequence[str]
) -> Callable[..., None]:
    """Return `__init__`: what has a default is a parameter with it, or is made by its factory.

    It is that of `_body` with this class's names: to compile it anew takes twenty times as long.
    """
    ordered = sorted(fields, key=lambda field: bool(field.kw_only))
    known: dict[str, Any] = {"_set": object.__setattr__, "_UNSET": _UNSET}
    defaults: list[Any] = []
    by_name: dict[str, Any] = {}
    for at, field in enumerate(ordered):
        if not field.init:
            raise TypeError(f"{cls.__name__}.{field.name}: no field without a parameter is known")
        default = field.default
        if field.default_factory is not MISSING:
            known[f"_make_{at}"], default = field.default_factory, _UNSET
        if default is MISSING:
            continue
        if field.kw_only:
            by_name[field.name] = default
        else:
            defaults.append(default)
    if slots:
        known |= {"_made": cls, "_open": type(cls.__name__, (), {"__slots__": tuple(slots)})}
    filled = "slots" if slots else "dictionary" if cls.__dictoffset__ else "setting"
    made = tuple(field.default_factory is not MISSING for field in ordered)
    by_position = sum(not field.kw_only for field in ordered)
    body = _body(filled, made, by_position, hasattr(cls, "__post_init__"))
    called = {f"_{at}": field.name for at, field in enumerate(ordered)}
    code = body.replace(
        co_varnames=_renamed(body.co_varnames, called),
        co_names=_renamed(body.co_names, called),
        co_consts=_renamed(body.co_consts, called),
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    init = FunctionType(code, known, "__init__", tuple(defaults))
    init.__kwdefaults__ = by_name
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


def _renamed(names: tuple[Any, ...], called: Mapping[str, str]) -> tuple[Any, ...]:
    """Return names, and what else there is among constants, with those of fields put in."""
    return tuple(called.get(name, name) if isinstance(name, str) else name for name in names)


@cache
def _body(filled: str, made: tuple[bool, ...], by_position: int, then: bool) -> CodeType:
    """Compile an `__init__` whose fields are called `_0`, `_1`; so many are given `by_position`.

    An object with slots is, while they are filled, one of a class that lets its values be set; one
    without is `filled` through its dictionary: to go round the refusal for each value (`setting`)
    takes three times as long. `made` says which fields a factory may have to make, `then` that
    `__post_init__` follows.
    """
    form = {
        "slots": " self.{name} = {value}",
        "dictionary": " _held[{name!r}] = {value}",
        "setting": " _set(self, {name!r}, {value})",
    }[filled]
    names = [f"_{at}" for at in range(len(made))]
    values = [
        f"{name} if {name} is not _UNSET else _make{name}()" if factory else name
        for name, factory in zip(names, made, strict=True)
    ]
    lines = [form.format(name=name, value=value) for name, value in zip(names, values, strict=True)]
    if filled == "slots":
        lines = [" _set(self, '__class__', _open)", *lines, " self.__class__ = _made"]
    elif filled == "dictionary" and lines:
        lines.insert(0, " _held = self.__dict__")
    if then:
        lines.append(" self.__post_init__()")
    star = ["*"] if by_position < len(names) else []
    parameters = ", ".join(["self", *names[:by_position], *star, *names[by_position:]])
    known: dict[str, FunctionType] = {}
    exec(f"def __init__({parameters}):\n" + ("\n".join(lines) or " pass"), known)
    return known["__init__"].__code__


def _representation(names: tuple[str, ...]) -> Callable[[Any], str]:
    def representation(self: Any) -> str:
        values = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({values})"

    return representation


def _equality(values: Callable[[Any], tuple[object, ...]]) -> Callable[[Any, object], object]:
    def equality(self: Any, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return equality


def _hashing(values: Callable[[Any], tuple[object, ...]]) -> Callable[[Any], int]:
    def hashing(self: Any) -> int:
        return hash(values(self))

    return hashing


def _refuse_setting(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
