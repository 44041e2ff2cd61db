"""Ways to fill a page: what may be chosen, and what of a choice made a difference to a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from operator import attrgetter
from typing import Any

from builder.frozen import dataclass, replace


@dataclass(frozen=True)
class Choice:
    """One way to fill a page.

    Floats in `early` are moved up to its first paragraph's end, with `foot` to the last one below
    which they fit. Sections wait for floats (`hold`); no paragraph is divided while floats wait,
    so that the next page opens with them (`whole`); floats that wait stand with text between them
    (`apart`), or at the page's head though a paragraph goes on there (`cut`). Charts are less high
    where one more fits so (`squeeze`), short tables are divided (`part`).
    """

    early: tuple[int, ...] = ()
    foot: bool = False
    hold: bool = False
    whole: bool = False
    apart: bool = False
    cut: bool = False
    squeeze: bool = False
    part: bool = False


class Choosing:
    """A choice while a page is filled by it; `asked` are the parts of it that were asked for.

    Choices that agree in these fill the page alike, so that most need not be tried.
    """

    def __init__(self, choice: Choice, asked: set[str] | None = None) -> None:
        self.choice = choice
        self.asked: set[str] = set() if asked is None else asked

    def but(self, **parts: Any) -> Choosing:
        """Return the choice with other parts, for a part of the page."""
        return Choosing(replace(self.choice, **parts), self.asked)

    def holds_for(self, other: Choice) -> bool:
        """Return whether a page would be filled by another choice as it was by this one."""
        if not self.asked:
            return True
        told = attrgetter(*self.asked)
        return told(self.choice) == told(other)

    @property
    def early(self) -> tuple[int, ...]:
        """See `Choice`."""
        self.asked.add("early")
        return self.choice.early

    @property
    def foot(self) -> bool:
        """See `Choice`."""
        self.asked.add("foot")
        return self.choice.foot

    @property
    def hold(self) -> bool:
        """See `Choice`."""
        self.asked.add("hold")
        return self.choice.hold

    @property
    def whole(self) -> bool:
        """See `Choice`."""
        self.asked.add("whole")
        return self.choice.whole

    @property
    def apart(self) -> bool:
        """See `Choice`."""
        self.asked.add("apart")
        return self.choice.apart

    @property
    def cut(self) -> bool:
        """See `Choice`."""
        self.asked.add("cut")
        return self.choice.cut

    @property
    def squeeze(self) -> bool:
        """See `Choice`."""
        self.asked.add("squeeze")
        return self.choice.squeeze

    @property
    def part(self) -> bool:
        """See `Choice`."""
        self.asked.add("part")
        return self.choice.part


def choices(moved: Sequence[tuple[int, ...]], waiting: int, goes_on: bool) -> Iterator[Choice]:
    """Yield the ways to fill a page: none of its floats moved up, then more and more (`moved`).

    So many floats have waited for its head, where a paragraph perhaps goes on.
    """
    ways = [(early, foot) for n, early in enumerate(moved) for foot in (False, True)[: 1 + (n > 0)]]
    heads = [(False, False)]
    heads += [(True, False)] if waiting > 1 else []
    heads += [(False, True)] if (waiting or len(moved) > 1) and goes_on else []
    for (early, foot), (apart, cut) in product(ways, heads):
        for squeeze, part, hold, whole in product((False, True), repeat=4):
            yield Choice(early, foot, hold, whole, apart, cut, squeeze, part)
