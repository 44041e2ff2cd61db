"""Chance with a seed, and the tree that it fills: one seed gives one briefing, everywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

T = TypeVar("T")

INGREDIENTS = {
    "years": "years in ordinary places without a declaration, and figures whose value is a year",
    "commas": "data files with semicolons and decimal commas, by the briefing's language",
    "notes": "footnotes in the paper's prose",
    "glued": "letters directly after a figure: {{ x | number }}s",
    "bytes": "a byte order mark, line ends of Windows, accents as characters of their own",
    "many": "charts of more than 24 categories or points",
    "names": "declared names with digits",
    "emphasis": "strong words, stressed words, code, links and foreign words",
}
"""What may be left out of every briefing by name, and what it is."""


class Draw:
    """Chance: every choice that a generator makes goes through one of these."""

    def __init__(self, seed: str, without: frozenset[str] = frozenset()) -> None:
        self._random = random.Random(seed)
        self._without = without

    def chance(self, share: float) -> bool:
        """Return true in so large a share of all cases."""
        return self._random.random() < share

    def has(self, ingredient: str, share: float = 1.0) -> bool:
        """Return whether to put in an ingredient: never where it is to be left out."""
        assert ingredient in INGREDIENTS
        return ingredient not in self._without and self.chance(share)

    def whole(self, low: int, high: int) -> int:
        """Return a whole number within limits, themselves included."""
        return self._random.randint(low, high)

    def one(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return self._random.choice(items)

    def weighted(self, items: dict[T, float]) -> T:
        """Return one of the items, each as often as its weight says."""
        return self._random.choices(list(items), list(items.values()))[0]

    def some(self, items: Sequence[T], low: int, high: int) -> list[T]:
        """Return some of the items, none twice, in a new order; fewer where there are fewer."""
        count = min(len(items), self.whole(low, high))
        return self._random.sample(list(items), count)


@dataclass(frozen=True)
class Node:
    """A stretch of Markdown: parts between an opening and a closing, any of which may go."""

    parts: tuple[Node | str, ...]
    opening: str = ""
    closing: str = ""
    joint: str = "\n\n"
    least: int = 1

    def __str__(self) -> str:
        return self.opening + self.joint.join(map(str, self.parts)) + self.closing

    def without(self) -> Iterator[Node]:
        """Yield this stretch with less in it: without each part, then with less in each part."""
        for number, part in enumerate(self.parts):
            before, after = self.parts[:number], self.parts[number + 1 :]
            if len(self.parts) > self.least:
                yield replace(self, parts=(*before, *after))
            if isinstance(part, Node):
                for less in part.without():
                    yield replace(self, parts=(*before, less, *after))


@dataclass(frozen=True)
class Figure:
    """A figure of figures.yaml, and what a generator has to know to use it."""

    id: str
    keys: dict[str, object]
    date: bool = False
    unit: str = ""
    exact: bool = True
    sayable: bool = False

    @property
    def number(self) -> bool:
        """Whether it is a number, not a date."""
        return not self.date


@dataclass
class Work:
    """A briefing in the making: what has been settled so far, for the parts that follow."""

    draw: Draw
    language: str
    stock: dict[str, Any]
    figures: list[Figure] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    charts: dict[str, dict[str, object]] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)
    claims: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def words(self, key: str) -> list[str]:
        """Return a list of the language's stock."""
        found: list[str] = self.stock[key]
        return list(found)

    def word(self, key: str) -> str:
        """Return one of a list of the language's stock."""
        return self.draw.one(self.words(key))

    def pick(self, wanted: Callable[[Figure], bool]) -> list[Figure]:
        """Return the figures that are as wanted."""
        return [figure for figure in self.figures if wanted(figure)]
