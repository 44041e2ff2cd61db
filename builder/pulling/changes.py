"""What a pull finds: plain data that `apply` writes and `report` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import TypeAlias

from builder.facts.reading import Read
from builder.frozen import dataclass
from builder.model.figure import Hedge, Moment
from builder.model.ledger import Channel, Entry
from builder.outputs import Medium
from builder.problems import NOWHERE, Place, Problem
from builder.verify.reading import UNITS


@dataclass(frozen=True)
class DeckPlace:
    """A place in the edited deck: slide, channel, the shape's name and the words around."""

    slide: int
    channel: Channel
    within: str
    words: str = ""

    def __str__(self) -> str:
        where = f"slide {self.slide}"
        if self.channel in ("notes", "comment"):
            where += f", {self.channel}"
        elif self.channel != "body":
            where += f", {self.within}, {'alt text' if self.channel == 'alt' else self.channel}"
        return f"{where}: “{self.words}”" if self.words else where


@dataclass(frozen=True)
class DataCell:
    """A cell of a data file by its row, counted from 1 below the header, and its column."""

    table: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.table}!{self.row}/{self.column}"


Target: TypeAlias = str | DataCell
"""What an edit changes: a figure by its id, or a cell."""


def written(value: Decimal | Moment | str) -> str:
    """Return a value as the content's files state it."""
    return value.iso() if isinstance(value, Moment) else f"{value}"


@dataclass(frozen=True)
class Edit:
    """An owned text that the deck now says otherwise.

    `was` is what it stated, `read` what it states now.
    `figure` is the id of the figure that is printed there, empty for a cell; `bare` says that
    the content drops the hedge there. A cell of a workbook states no hedge at all: there
    `figure` is empty too.
    """

    target: Target
    figure: str
    old: str
    new: str
    was: Read | str | None
    read: Read | str
    spot: DeckPlace
    bare: bool = False

    @property
    def hedge(self) -> Hedge | None:
        """The hedge that it states."""
        return self.read.hedge if isinstance(self.read, Read) else None

    @property
    def restates(self) -> bool:
        """Whether the value is the one that was printed: only the hedge is another."""
        if isinstance(self.was, Read) and isinstance(self.read, Read):
            return self.was.value == self.read.value
        return self.was == self.read


@dataclass(frozen=True)
class Hedging:
    """A figure's hedge, as it was (None: exact) and as the deck has it now."""

    figure: str
    old: Hedge | None
    new: Hedge


@dataclass(frozen=True)
class Touched:
    """A printed text that follows a change: an entry of the paper's or the deck's ledger."""

    medium: Medium
    entry: Entry


@dataclass(frozen=True)
class Change:
    """One value or hedge to be changed in the content.

    `value` is as the content will state it, None where only hedges change; `old` and `new` are
    as printed. `edits` are the places that say so, `touches` all that will follow.
    """

    target: Target
    figure: str
    label: str
    old: str
    new: str
    value: Decimal | Moment | str | None
    hedges: tuple[Hedging, ...]
    edits: tuple[Edit, ...]
    place: Place = NOWHERE
    touches: tuple[Touched, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """An edit that cannot be placed: one sentence, what to do, and where it stands."""

    found: str
    hint: str
    spots: tuple[DeckPlace, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What became of a slide as a whole: moved, copied, added, gone or hidden.

    `slide` is its number as it is now, of one that is gone as it was; `what` says the rest.
    """

    slide: int
    title: str
    what: str


@dataclass(frozen=True)
class Wording:
    """Words that were changed: never taken back, shown with their place in the content."""

    spot: DeckPlace
    old: str
    new: str
    place: Place = NOWHERE


class UnknownFigureError(Exception):
    """A name that is to be accepted is no figure and no cell of the content."""


@dataclass(frozen=True)
class Pulled:
    """Everything that was found; `consequences` are what the changed content must mend.

    `written` are the files that were changed, as the user knows them. `unneeded` are names that
    were accepted although nothing about them is in doubt, `moved` shapes of charts by their names.
    """

    changes: tuple[Change, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    wordings: tuple[Wording, ...] = ()
    consequences: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()
    slides: tuple[Standing, ...] = ()
    unneeded: tuple[str, ...] = ()
    moved: tuple[DeckPlace, ...] = ()


def change_lines(pulled: Pulled) -> Iterator[str]:
    """Yield what was changed: each figure with its places, then words that were changed."""
    for change in pulled.changes:
        yield from _change(change)
        yield ""
    if pulled.wordings:
        yield "words that differ; they stay in the deck unless you put them into the content:"
        for wording in pulled.wordings:
            yield from _wording(wording)
        yield ""
    if pulled.slides:
        yield "slides that stand otherwise; they stay as the content has them:"
        for one in pulled.slides:
            titled = f" (“{one.title}”)" if one.title else ""
            yield f"  slide {one.slide}{titled} {one.what}"
        yield ""
    if pulled.moved:
        yield "shapes of charts that were moved or stretched; that is not taken back:"
        yield from (f"  {place}" for place in pulled.moved)
        yield "  change what they show in the content"
        yield ""
    for name in pulled.unneeded:
        yield f"--accept {name}: nothing about it is in doubt"
    yield _summary(pulled)


def refusal_lines(pulled: Pulled) -> Iterator[str]:
    """Yield what cannot be taken back, and what the changed content must mend."""
    for refusal in pulled.refusals:
        yield from _refusal(refusal)
    if pulled.written and pulled.refusals:
        yield (
            "this deck is of the content as it was before: put what is refused into the content "
            "by hand, or build a deck anew and change it there"
        )
    if pulled.consequences:
        yield "with these changes the content must be mended before it can be built:"
        for problem in pulled.consequences:
            yield str(problem)


def _change(change: Change) -> Iterator[str]:
    named = f" ({change.label})" if change.label else ""
    yield f"{change.figure or change.target}{named}: {change.old} -> {change.new or change.value}"
    if change.value is not None:
        told = bool(change.place.sheet and change.figure)  # the place is a cell's name already
        cell = (
            f" (cell {change.target})" if isinstance(change.target, DataCell) and not told else ""
        )
        yield f"  {change.place}: becomes {written(change.value)}{cell}"
    for hedge in change.hedges:
        yield f"  hedge of {hedge.figure}: {hedge.old or 'none'} -> {hedge.new}"
    for edit in change.edits:
        yield f"  changed in the deck on {edit.spot}"
    for medium, touched in groupby(change.touches, key=lambda touched: touched.medium):
        yield f"  follows in the {medium}:"
        yield from (f"    {place}" for place in _places(touched))


def _places(touched: Iterable[Touched]) -> Iterator[str]:
    """Yield each text with the pages or slides that it stands on, by channel."""
    found: dict[tuple[str, str], list[int]] = {}
    unit = ""
    for one in touched:
        unit = UNITS[one.medium]
        pages = found.setdefault((one.entry.text, one.entry.channel), [])
        if one.entry.page not in pages:
            pages.append(one.entry.page)
    for (text, channel), pages in found.items():
        numbers = ", ".join(map(str, sorted(pages)))
        within = "" if channel == "body" else f", {channel}"
        yield f"“{text}” on {unit}{'s' if len(pages) > 1 else ''} {numbers}{within}"


def _wording(wording: Wording) -> Iterator[str]:
    spot = wording.spot
    where = f"slide {spot.slide}" + (f", {spot.channel}" if spot.channel != "body" else "")
    place = f" ({wording.place if wording.place.file else 'nowhere in the content'})"
    if not wording.old:
        yield f"  {where}: “{wording.new}” is new"
    elif not wording.new:
        yield f"  {where}{place}: “{wording.old}” is gone"
    else:
        yield f"  {where}{place}: “{wording.old}” -> “{wording.new}”"


def _refusal(refusal: Refusal) -> Iterator[str]:
    yield f"refused: {refusal.found}"
    for spot in refusal.spots:
        yield f"  on {spot}"
    yield f"  {refusal.hint}"


def _summary(pulled: Pulled) -> str:
    changed = f"{len(pulled.changes)} {'change' if len(pulled.changes) == 1 else 'changes'}"
    if pulled.written:
        return (
            f"{changed} written to {' and '.join(pulled.written)}; build to see both files follow"
        )
    if pulled.changes:
        return f"{changed}; nothing is written yet: add --apply"
    return "no figure was changed" if not pulled.refusals else "no change can be taken back"
