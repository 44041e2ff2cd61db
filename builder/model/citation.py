"""Citations: what a text says in citing works, before a style sets it."""

from __future__ import annotations

from builder.frozen import dataclass
from builder.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a citation: what stands before and after it, and where in it.

    `label` is a CSL name of what `locator` counts (page, chapter); both may be empty.
    `without_author` leaves the names out, since the sentence says them.
    """

    key: str
    prefix: str = ""
    label: str = ""
    locator: str = ""
    suffix: str = ""
    without_author: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True)
class Citation:
    """`[@a, p. 4; see @b]`, or `@a` where the sentence itself names the author (`narrative`)."""

    works: tuple[Cited, ...]
    narrative: bool
    place: Place
    strong: bool = False
    emphasis: bool = False

    def __str__(self) -> str:
        said = "; ".join(f"@{each.key}" for each in self.works)
        return said if self.narrative else f"[{said}]"
