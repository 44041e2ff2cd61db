"""What a branch of a choice asks of a work and its citation: takes both, says whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.citing.numbers import is_numeric

if TYPE_CHECKING:
    from builder.citing.nodes import StyleNode
    from builder.citing.rendering import Rendering


Test: TypeAlias = "Callable[[Rendering, str], bool]"
"""Says whether a work, as it is cited, is what a branch names."""


def holds(branch: StyleNode, rendering: Rendering) -> bool:
    """Say whether what a branch asks for is so: all of it, any, or none."""
    asked = _asked(branch)
    match = branch.get("match", "all")
    if match == "all":
        return bool(asked) and all(test(rendering, value) for test, value in asked)
    return any(test(rendering, value) for test, value in asked) == (match == "any")


@lru_cache(maxsize=8192)
def _asked(branch: StyleNode) -> tuple[tuple[Test, str], ...]:
    """Return the tests of a branch, each with what it is asked of."""
    return tuple(
        (test, value) for name, test in _TESTS.items() for value in branch.get(name).split()
    )


def _position(rendering: Rendering, asked: str) -> bool:
    position = rendering.cite.position
    if rendering.listed:
        return False
    if asked == "subsequent":
        return position != "first"
    if asked == "ibid":
        return position.startswith("ibid")
    if asked == "near-note":
        return rendering.cite.near
    return position == asked


def _circa(rendering: Rendering, variable: str) -> bool:
    when = rendering.date(variable)
    return when is not None and when.circa


def _locator(rendering: Rendering, label: str) -> bool:
    return bool(rendering.cite.locator) and (rendering.cite.label or "page") == label


_TESTS: Final[Mapping[str, Test]] = {
    "type": lambda rendering, kind: rendering.work.kind == kind,
    "variable": lambda rendering, name: rendering.has(name),
    "is-numeric": lambda rendering, name: is_numeric(rendering.value(name)),
    "is-uncertain-date": _circa,
    "locator": _locator,
    "position": _position,
    "disambiguate": lambda rendering, asked: rendering.ambiguous == (asked == "true"),
}
