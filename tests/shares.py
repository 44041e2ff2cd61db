"""How much of what there is to try is part of `make test`: the rest is left to `make test-more`.

A test that takes long is marked `longer`; of many cases of one kind a share is not. In `make test`
a fifth of the examples of a property are tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pytest
from _pytest.mark import ParameterSet
from hypothesis import settings

WHOLE: Final = 100
"""Examples of a property in `make test-more`, where it does not say otherwise."""
FEW: Final = 20
"""Examples in `make test`."""


def share(cases: Iterable[object], each: int, first: int = 0) -> list[object]:
    """Return all cases, to be parameters: but each so-manyth, from the first on, is `longer`.

    A tuple holds the values of several parameters; `pytest.param` may name them.
    """
    return [
        case if number >= first and (number - first) % each == 0 else _longer(case)
        for number, case in enumerate(cases)
    ]


def _longer(case: object) -> object:
    if isinstance(case, ParameterSet):
        return case._replace(marks=(*case.marks, pytest.mark.longer))
    return pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.longer)


def examples(most: int) -> int:
    """Return how many examples of a property are tried of so many in `make test-more`."""
    return max(most * settings.default.max_examples // WHOLE, 1)
