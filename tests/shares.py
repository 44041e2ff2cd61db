"""How much of what there is to try is part of `make test`: the rest is left to `make test-more`.

A test that takes long is marked `longer`; of many cases of one kind a share is not. In `make test`
a fifth of the examples of a property are tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

WHOLE: Final = 100
"""Examples of a property in `make test-more`, where it does not say otherwise."""
FEW: Final = 20
"""Examples in `make test`."""

asked: Final = {"longer": "no"}
"""What is asked for: see `--longer`."""


def share(
    cases: Iterable[object], each: int, first: int = 0, *, ids: Iterable[str] = ()
) -> list[object]:
    """Return all cases, to be parameters: all but each so-manyth, from the first on, are `longer`,
    and left out where what is longer is not asked for.

    A tuple holds the values of several parameters; `pytest.param`, or `ids`, may name them.
    """
    held = [
        (_named(case, name), number >= first and (number - first) % each == 0)
        for number, (case, name) in enumerate(zip_longest(cases, ids))
    ]
    if asked["longer"] == "no":
        return [case for case, is_shared in held if is_shared]
    return [case if is_shared else _longer(case) for case, is_shared in held]


def _named(case: object, name: str | None) -> object:
    if name is None:
        return case
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), id=name)


def _longer(case: object) -> object:
    if isinstance(case, ParameterSet):
        return case._replace(marks=(*case.marks, pytest.mark.longer))
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.longer)


def examples(most: int) -> int:
    """Return how many examples of a property are tried of so many in `make test-more`."""
    return max(most * settings.default.max_examples // WHOLE, 1)
