"""The ledger: what a plan says, place by place, and who owns which words of it.

A `LedgerPlace` is one paragraph, cell, label, alt text, address or property of a finished file.
Plans and readers make the same places in the same order, so that the two can be compared as they
stand. An `Entry` is one owned text of a place: a figure where it is printed. `PaperPages`
tell on which page of the finished paper its parts are, as the slides name them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias, get_args

from builder.frozen import dataclass
from builder.model.text import Line, ReferenceKind

Channel = Literal[
    "body",
    "notes",
    "alt",
    "chart",
    "workbook",
    "link",
    "tooltip",
    "comment",
    "outline",
    "properties",
    "look",
]

_ORDER = {channel: number for number, channel in enumerate(get_args(Channel))}
_CHANNELS = len(_ORDER)

WHOLE_FILE = 0
"""The page of what belongs to no page: the outline, the properties."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height; in points."""


# A named tuple: the ledger of thousands of figures has tens of thousands of these.
class Owned(NamedTuple):
    """Characters of a place that have an owner; `kind` `claim` says that a claim guards them.

    `page` is where they stand if the place goes on over pages, else 0: the place's own.
    """

    start: int
    end: int
    kind: str
    owner: str
    form: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class LedgerPlace:
    """One place of a finished file, and all that it says.

    `page` is a page or slide number from 1 (0: the whole file). `within` is the item of the plan
    that holds it (an anchor, a shape's name), which a paper does not repeat; `part` says which part
    of it: a structure type (`TD`), `series 1, category 2`, `B2`. `box` is where it stands on a
    slide, `size` its type size in points, where that is known (0: not); `filled` says what a shape
    is filled with: a plan by a colour's name there, a file as `RRGGBB`. `numbers` is true of what a
    file's slide prints of itself by a field: its own number.
    """

    page: int
    channel: Channel
    within: str
    part: str
    text: str
    owned: tuple[Owned, ...] = ()
    box: Box | None = None
    size: float = 0.0
    filled: str = ""
    numbers: bool = False

    @property
    def entries(self) -> Iterator[Entry]:
        """The owned texts of the place, claims aside."""
        for run in self.owned:
            if run.kind != "claim":
                text = self.text[run.start : run.end]
                page = run.page or self.page
                yield Entry(run.kind, run.owner, run.form, text, self.channel, self.within, page)


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed figure (or other owned text).

    `owner` is the figure's id, or the id of another owner with `kind` saying which; `page` is a
    slide number from 1, or a page number from 1 once the paper is laid out (0 before). `within`
    is the item of the plan (an anchor, a shape's name) that holds it.
    """

    kind: str
    owner: str
    form: str
    text: str
    channel: Channel
    within: str
    page: int = 0


def entries(line: Line, channel: Channel, within: str, page: int = 0) -> Iterable[Entry]:
    """Yield an entry for each owned run of a line."""
    for run in line:
        if run.owner is not None:
            yield Entry(
                run.owner.kind, run.owner.id, run.owner.form, run.text, channel, within, page
            )


def in_order(places: Iterable[LedgerPlace]) -> tuple[LedgerPlace, ...]:
    """Return places by page, those of one channel together, else as they come."""
    return tuple(sorted(places, key=lambda place: place.page * _CHANNELS + _ORDER[place.channel]))


def entries_of(places: Iterable[LedgerPlace]) -> tuple[Entry, ...]:
    """Return the owned texts of places, in order."""
    return tuple(entry for place in places if place.owned for entry in place.entries)


def said(line: Line) -> str:
    """Return what a line prints: its words, and a note's mark where it stands."""
    return "".join(str(run.note) if run.note is not None else run.text for run in line)


def owned_in(line: Line, start: int = 0, pages: Iterable[int] = ()) -> Iterator[Owned]:
    """Yield the owned and the guarded words of a line whose text begins at `start` of a place.

    `pages` are those on which its owned runs stand, one after another.
    """
    where = iter(pages)
    for run in line:
        end = start + len(str(run.note) if run.note is not None else run.text)
        if run.owner is not None:
            owner = run.owner
            yield Owned(start, end, owner.kind, owner.id, owner.form, next(where, 0))
        if run.claim is not None:
            yield Owned(start, end, "claim", run.claim)
        start = end


def heard_part(kind: str, printed: str) -> str:
    """Return the part of a place that is heard in place of what is printed, and of which words.

    `kind` is the entry of the structure that says it (`ActualText`, `E`). Signs and spaces of the
    words are left out, which fonts and lines' ends draw in several ways.
    """
    return f"{kind} {''.join(filter(str.isalnum, printed))}"


def placed(
    line: Line,
    page: int,
    channel: Channel,
    within: str,
    part: str,
    *,
    box: Box | None = None,
    size: float = 0.0,
    filled: str = "",
) -> LedgerPlace:
    """Return the place of a line."""
    owned = tuple(owned_in(line))
    return LedgerPlace(page, channel, within, part, said(line), owned, box, size, filled)


Goal: TypeAlias = tuple[ReferenceKind, str]
"""A chart, table or heading of the paper: its kind, and its name or anchor."""


@dataclass(frozen=True)
class PaperPart:
    """What the paper calls one of its parts ("Figure 1"), and the page where it is, from 1."""

    called: str
    page: int


@dataclass(frozen=True)
class PaperPages:
    """The spot of every section, heading, chart and table of the paper."""

    spots: Mapping[Goal, PaperPart]
