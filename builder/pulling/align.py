"""Which is which: things as planned and as they are now in; pairs of them out."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

_T = TypeVar("_T")
_Old = TypeVar("_Old")
_New = TypeVar("_New")
_ALIKE: Final = 0.5


class Known(NamedTuple, Generic[_T]):
    """Something to be paired, by what it is called (may be empty) and what it says."""

    item: _T
    text: str
    name: str = ""


def paired(
    old: Sequence[Known[_Old]], new: Sequence[Known[_New]], *, in_order: bool = False
) -> tuple[list[tuple[_Old, _New | None]], list[_New]]:
    """Return each planned thing with what answers to it now, and what answers to nothing.

    By name, then by text, where as many have it on both sides. Of the rest, where as many are
    left and `in_order` says that they keep to it, one by one; else by the most alike text.
    """
    answers: dict[int, int] = {}
    for keys in (
        ([known.name for known in old], [known.name for known in new]),
        ([known.text for known in old], [known.text for known in new]),
    ):
        answers |= dict(_by_key(*keys, answers))
    rest = [at for at in range(len(old)) if at not in answers]
    free = [at for at in range(len(new)) if at not in answers.values()]
    if in_order and len(rest) == len(free):
        answers |= dict(zip(rest, free, strict=True))
    else:
        pairs = ((likeness(old[at].text, new[to].text), at, to) for at in rest for to in free)
        for alike, at, to in sorted(pairs, key=lambda pair: -pair[0]):
            if alike >= _ALIKE and at not in answers and to not in answers.values():
                answers[at] = to
    found = [
        (known.item, new[answers[at]].item if at in answers else None)
        for at, known in enumerate(old)
    ]
    return found, [known.item for at, known in enumerate(new) if at not in answers.values()]


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 where it is less than half."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _by_key(
    old: Sequence[str], new: Sequence[str], answers: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that share a key which as many have on both sides."""
    olds, news = defaultdict(list), defaultdict(list)
    for at, key in enumerate(old):
        if at not in answers:
            olds[key].append(at)
    taken = set(answers.values())
    for at, key in enumerate(new):
        if at not in taken:
            news[key].append(at)
    for key, places in olds.items():
        if key and len(places) == len(news[key]):
            yield from zip(places, news[key], strict=True)
