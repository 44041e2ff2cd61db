"""Frozen dataclasses that are quick to define are the standard library's in all that they do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest

from builder import frozen
from builder.files.ordinary import FileKind
from builder.model.text import Owner


def _family(dataclass: Callable[..., Any]) -> tuple[type[Any], type[Any], type[Any]]:
    @dataclass(frozen=True)
    class Empty:
        """Nothing."""

    @dataclass(frozen=True)
    class Base:
        """One field that counts, one that does not, one that is neither shown nor hashed."""

        kind: ClassVar[str] = "base"
        name: str
        note: str = field(default="", compare=False)
        made: list[int] = field(default_factory=list, repr=False, hash=False)

    @dataclass(frozen=True)
    class Child(Base):
        """A field more, which is given by its name, and words of its own."""

        size: int = field(default=3, kw_only=True)

        def __post_init__(self) -> None:
            object.__setattr__(self, "checked", True)

        def __repr__(self) -> str:
            return f"{self.name} of {self.size}"

    return Empty, Base, Child


OURS, THEIRS = _family(frozen.dataclass), _family(dataclasses.dataclass)


def _told(classes: tuple[type[Any], ...]) -> list[object]:
    empty, base, child = classes
    some = [
        empty(),
        base("a"),
        base("a", "told"),
        base("b", made=[1]),
        base("b"),
        child("a", "", [2], size=4),
        child("a"),
    ]
    told: list[object] = [repr(each).replace("_family.<locals>.", "") for each in some]
    told += [[one == other for other in some] for one in some]
    told += [hash(one) == hash(other) for one in some for other in some if type(one) is type(other)]
    told += [str(inspect.signature(each)) for each in classes]
    told += [[each.name for each in dataclasses.fields(one)] for one in some]
    told += [dataclasses.asdict(one) for one in some]
    told += [repr(dataclasses.replace(child("a"), name="z")), child("a").checked, child.kind]
    told += [each.__match_args__ for each in classes]
    return told


def test_they_compare_hash_show_and_are_replaced_as_the_standard_ones() -> None:
    assert _told(OURS) == _told(THEIRS)


@pytest.mark.parametrize("number", range(3))
def test_nothing_in_them_is_set_or_deleted(number: int) -> None:
    for classes in (OURS, THEIRS):
        some = classes[number](*["a"] if number else [])
        for name in ("name", "other"):
            with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
                setattr(some, name, 1)
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
            del some.name


@pytest.mark.parametrize("wrong", [(), ("a", "b", [], 4)])
def test_a_wrong_number_of_values_is_told_in_the_same_words(wrong: tuple[object, ...]) -> None:
    said = []
    for _, _, child in (OURS, THEIRS):
        with pytest.raises(TypeError) as caught:
            child(*wrong)
        said.append(str(caught.value))
    assert said[0] == said[1]


def test_lists_of_two_objects_are_two() -> None:
    _, base, _ = OURS
    assert base("a").made is not base("a").made


def test_what_is_not_only_frozen_is_made_by_the_standard_library() -> None:
    @frozen.dataclass(frozen=True, order=True)
    class Ordered:
        size: int

    @frozen.dataclass
    class Open:
        size: int

    assert Ordered(1) < Ordered(2)
    some = Open(1)
    some.size = 2
    assert some == Open(2)


def _with_slots(dataclass: Callable[..., Any]) -> list[object]:
    @dataclass(frozen=True, slots=True)
    class Base:
        name: str
        made: list[int] = field(default_factory=list, hash=False)

    @dataclass(frozen=True, slots=True)
    class Child(Base):
        size: int = 3

        def __post_init__(self) -> None:
            object.__setattr__(self, "size", self.size + 1)

    some = [Base("a"), Base("a", [1]), Child("a"), Child("b", size=5)]
    told: list[object] = [[each.__slots__, type(each).__name__, hash(each)] for each in some]
    told += [repr(each).rpartition(".")[2] for each in some]
    told += [one == other for one in some for other in some]
    for each in some:
        assert isinstance(each, Base)
        for name in ("name", "other"):
            with pytest.raises((FrozenInstanceError, TypeError)):
                setattr(each, name, "b")
        with pytest.raises((FrozenInstanceError, TypeError)):
            del each.name
        told.append([dataclasses.replace(each, name="c").name, copy.deepcopy(each) == each])
    return told


def test_those_with_slots_do_as_the_standard_ones() -> None:
    assert _with_slots(frozen.dataclass) == _with_slots(dataclasses.dataclass)


def test_they_are_copied_and_sent_to_other_processes() -> None:
    for some in (FileKind("font", 3, "hint"), Owner("figure", "a")):
        assert pickle.loads(pickle.dumps(some)) == some
        assert copy.deepcopy(some) == some


@pytest.mark.parametrize("given", [{}, {"size": 4}, {"name": "b", "made": [2]}])
def test_values_are_replaced_as_the_standard_library_does(given: dict[str, Any]) -> None:
    for dataclass in (frozen.dataclass, dataclasses.dataclass):
        _, _, child = _family(dataclass)
        before = child("a", "note", [1])
        assert frozen.replace(before, **given) == dataclasses.replace(before, **given)
        assert frozen.replace(before, **given).checked is True
        with pytest.raises(TypeError, match="unexpected keyword argument 'none'"):
            frozen.replace(before, none=1)
