"""A figure: a number or date with everything that must travel with it; and the forms in which it is
printed.

Of the words after a figure's id, `{{ id | form }}`, a `Form` is made. The set of forms is fixed: it
is no template language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.model.links import link
from builder.model.text import Text
from builder.problems import NOWHERE, Place

MOST_DIGITS: Final = 27
"""How many digits a printed number may have, before and after its point together."""

IN_CASE: Final = "in_case"
"""Added to the form of a date that the words before it inflect: it prints other words."""

AMONG: Final = "among"
"""Added to the form of a figure that a name in a chart says among other words: all are one text."""

_BASES: Final = ("number", "short", "words", "label", "as_of")


class Hedge(StrEnum):
    """How a figure is bounded. Printed with it, in the briefing's language."""

    MORE_THAN = "more than"
    AT_LEAST = "at least"
    ABOUT = "about"
    UP_TO = "up to"
    FEWER_THAN = "fewer than"


class Confidence(StrEnum):
    """How firmly the source states it; listed from firm to weak."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    BELIEVED = "believed"


@dataclass(frozen=True, order=True)
class Moment:
    """A year, a month or a day: `month` and `day` are 0 where the content does not say."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """Return the ISO 8601 form: `2024`, `2024-09` or `2024-09-05`."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True)
class BookRef:
    """A cell of a workbook as the content names it: `at` a place (`Trade!B7`), or by a `name`."""

    workbook: str
    at: str = ""
    name: str = ""


@dataclass(frozen=True)
class CellRef:
    """One cell of a data table: the row whose cells equal `row`, at `column`.

    Where `book` names a cell of a workbook, `index` is the row (from 0), once it is found, and
    `where` says where it stands: "data/trade.xlsx, Trade!B7".
    """

    table: str
    row: tuple[tuple[str, str], ...]
    column: str
    book: BookRef | None = None
    index: int | None = None
    where: str = ""


@dataclass(frozen=True)
class Unit:
    """What figures count, and its forms by CLDR's plural categories (`one`, `few`, `other`)."""

    key: str
    forms: Mapping[str, str] = field(hash=False)
    place: Place = NOWHERE


@dataclass(frozen=True)
class Figure:
    """A figure as the content states it: exactly one of `value`, `cell`, `formula` is set.

    `as_of` is a moment, or words such as "since the war began"; `decimals` fixes how many are
    printed; `parts` names figures that sum to this one. `texts` holds the prose of the keys
    `label`, `unit`, `as_of` (where it is words) and `note` as inline text, its digits owned.
    """

    id: str
    label: str
    value: Decimal | Moment | None = None
    cell: CellRef | None = None
    formula: str | None = None
    hedge: Hedge | None = None
    unit: str = ""
    as_of: Moment | str | None = None
    source: str = ""
    confidence: Confidence | None = None
    decimals: int | None = None
    parts: tuple[str, ...] = ()
    note: str = ""
    place: Place = NOWHERE
    formula_place: Place = NOWHERE
    texts: Mapping[str, Text] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ResolvedFigure:
    """A figure with its value found or computed; hedge, unit, sources and confidence carried.

    `as_of` holds several periods where the inputs of its formula are of different ones.
    `inputs` are the figures of its formula, `sources` the ids of every source it rests on;
    `rounded` is the value as every form prints it and every chart plots it (None: a date).
    `year` says that the number is a calendar year, which is printed without grouping.
    """

    id: str
    label: str
    value: Decimal | Moment
    hedge: Hedge | None
    unit: str
    as_of: Moment | str | Periods | None
    sources: tuple[str, ...]
    confidence: Confidence | None
    decimals: int | None = None
    rounded: Decimal | None = None
    inputs: tuple[str, ...] = ()
    cell: CellRef | None = None
    formula: str | None = None
    note: str = ""
    place: Place = NOWHERE
    year: bool = False


@dataclass(frozen=True)
class Source:
    """Who says so. `title` is "Source not stated" where the content says that none is named.

    `cite` is the reference that it is, which then says the rest: `full` as the list gives it.
    """

    id: str
    title: str
    publisher: str = ""
    date: Moment | None = None
    url: str = ""
    note: str = ""
    short: str = ""
    stated: bool = True
    place: Place = NOWHERE
    cite: str = ""
    full: Text = ()

    @property
    def address(self) -> str | None:
        """Where a link to it leads; None where it has no url, or one that no link may have."""
        return link(self.url, inside=False).target or None


@dataclass(frozen=True)
class Claim:
    """A statement that holds only while the figures say so. `holds` is its inequality.

    `says` is as written; `text` is the same as inline text, its digits owned.
    """

    id: str
    says: str
    holds: str
    place: Place = NOWHERE
    holds_place: Place = NOWHERE
    text: Text = ()


class FormError(Exception):
    """A form that cannot be said of a figure; `hint` is the next step."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(found)


@dataclass(frozen=True)
class Form:
    """How a figure is printed: `base` is full, number, short, words, label or as_of.

    `signed`, which charts of changes ask for, prints a plus before what is above zero.
    """

    base: str = "full"
    bare: bool = False
    capital: bool = False
    signed: bool = False


Periods: TypeAlias = tuple[tuple[Moment | str | None, str], ...]
"""Several periods in order, each with the id of a figure that states it; None: not stated."""


def form_name(forms: tuple[str, ...]) -> str:
    """Return the name by which owners and ledgers know a form: `full`, or `bare|number`."""
    return "|".join(forms) or "full"


@lru_cache(maxsize=64)
def form_of(forms: tuple[str, ...]) -> Form:
    """Return the form that the words after a figure's id ask for, as `sources` let them pass."""
    base = next((form for form in forms if form in _BASES), "full")
    return Form(base, "bare" in forms, "capital" in forms, "signed" in forms)
