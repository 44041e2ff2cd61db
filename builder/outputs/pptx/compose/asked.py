"""What slides ask of their briefing: takes a briefing, returns one that notes what is asked of it.

What was planned from parts that stayed is planned no more as long as all stays that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from operator import is_
from typing import Any, Final, TypeAlias, TypeVar, cast

from builder.memory import Memory, memory, same, shown
from builder.model.briefing import Briefing
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.problems import Problem, Problems

T = TypeVar("T")
_Name: TypeAlias = tuple[str, str | None]
"""Of what was asked for: a field, and of a mapping's the key, or None for its keys."""

_NATIVES: Final = "natives"
_BYTES: Final = 20_000  # that a slide takes


class _Asked:
    """A briefing and the native charts of it; `asked` is what a plan at work has asked for.

    Of values that are equal and shown alike, the first that was met stands for all.
    """

    def __init__(self, held: Memory, briefing: Briefing, natives: Mapping[str, Any]) -> None:
        self._held, self._briefing, self._natives = held, briefing, natives
        self._values: dict[_Name, Any] = {}
        self._asked: dict[_Name, Any] = {}

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._briefing, name)
        if isinstance(value, Mapping):
            return _AskedMapping(self, name, value)
        return self.of((name, None))

    def of(self, name: _Name) -> Any:
        """Return a value, and note that it was asked for; None where a mapping lacks its key."""
        if name not in self._values:
            self._values[name] = self._settled(name, self._found(*name))
        value = self._asked[name] = self._values[name]
        return value

    def _found(self, field: str, key: str | None) -> Any:
        whole = self._natives if field == _NATIVES else getattr(self._briefing, field)
        if not isinstance(whole, Mapping):
            return whole
        return tuple(whole) if key is None else whole.get(key)

    def _settled(self, name: _Name, value: Any) -> Any:
        known = self._held.get(("asked", name))
        if known is value or (known == value and shown(known) == repr(value)):
            return known
        self._held.put(("asked", name), value, _BYTES)
        return value

    @contextmanager
    def noting(self) -> Iterator[dict[_Name, Any]]:
        """Note apart what is asked for meanwhile; it counts for what is at work around that too."""
        before, self._asked = self._asked, {}
        try:
            yield self._asked
        finally:
            before.update(self._asked)
            self._asked = before

    def stays(self, asked: Mapping[_Name, Any]) -> bool:
        """Say whether all that was asked for is what it was."""
        return all(self.of(name) is value for name, value in asked.items())


class _AskedMapping(Mapping[str, Any]):
    """A mapping of a briefing that notes what is asked of it."""

    def __init__(self, asked: _Asked, name: str, whole: Mapping[str, Any]) -> None:
        self._asked, self._name, self._whole = asked, name, whole

    def __getitem__(self, key: str) -> Any:
        value = self._asked.of((self._name, key))
        return self._whole[key] if value is None else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._asked.of((self._name, None)))

    def __len__(self) -> int:
        return len(self._asked.of((self._name, None)))


def asking(context: LayoutContext) -> LayoutContext:
    """Return a context whose briefing and charts note what is asked of them; the same where nothing
    is remembered, or slides stand on a user's template.
    """
    held = memory()
    if held is None or context.mapped_layouts:
        return context
    asked = _Asked(held, context.briefing, context.natives)
    return replace(
        context,
        frame=same("frame", context.frame),
        theme=same("theme", context.theme),
        briefing=cast("Briefing", asked),
        natives=_AskedMapping(asked, _NATIVES, context.natives),
    )


def planned_again(
    things: tuple[object, ...],
    key: Hashable,
    context: LayoutContext,
    make: Callable[[Problems], T],
    problems: Problems,
) -> T:
    """Return what was planned of these very objects and an equal key, in a context, with what there
    was to say of it, if all that was asked of the briefing stays; else plan it.
    """
    held, asked = memory(), cast("object", context.briefing)
    if held is None or not isinstance(asked, _Asked):
        return make(problems)
    things = (*things, context.theme, context.frame)
    name = "planned", key, tuple(map(id, things))
    known: tuple[tuple[object, ...], dict[_Name, Any], T, list[Problem]] | None = held.get(name)
    # Their numbers may have been others' before.
    if known is None or not all(map(is_, known[0], things)) or not asked.stays(known[1]):
        told = Problems()
        with asked.noting() as noted:
            known = things, noted, make(told), told.found
        held.put(name, known, _BYTES)
    problems.found += known[3]
    return known[2]
