"""References: works as their entries state them, and all those of a content.

A field is text in which `<i>`, `<b>`, `<sup>`, `<sub>` and `<span class="nocase">` may stand, as
in CSL-JSON; names and dates have shapes of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Final

from builder.frozen import dataclass
from builder.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Person:
    """A name; `family` alone is that of an organisation, which is never turned round.

    `dropping` is a particle that goes with the given name, `particle` one with the family's.
    """

    family: str
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    literal: bool = False


OTHERS: Final = Person("others", literal=True)
"""Whoever else there is, at the end of a list of people: printed as *et al.*"""


@dataclass(frozen=True, slots=True)
class When:
    """A date or the two of a span: year, month and day as far as known; or words."""

    parts: tuple[tuple[int, ...], ...] = ()
    circa: bool = False
    season: int = 0
    words: str = ""


LAWS: Final = frozenset(("bill", "legislation", "legal_case", "regulation", "treaty"))
"""Kinds of works, of CSL, that are called by a name and not by who wrote them."""


@dataclass(frozen=True)
class Work:
    """An entry of the references: `kind` is its CSL type, `fields` its variables as text."""

    key: str
    kind: str
    fields: Mapping[str, str] = field(hash=False)
    names: Mapping[str, tuple[Person, ...]] = field(hash=False)
    dates: Mapping[str, When] = field(hash=False)
    place: Place = NOWHERE

    def names_year(self, said: str) -> bool:
        """Return whether a law's own name says a year already: "Transport Act 1985"."""
        year = said.strip("()[] ")
        title = self.fields.get("title", "")
        return self.kind in LAWS and year.isdigit() and year in re.findall(r"\d+", title)


@dataclass(frozen=True)
class Library:
    """All entries of a content, the style they are set in (its bytes), and the file they are in.

    `whole` says that the file could be read to its end.
    """

    works: Mapping[str, Work]
    style: bytes = field(default=b"", repr=False)
    file: str = ""
    whole: bool = True
