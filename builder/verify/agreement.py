"""Two finished files in; whether they print the same figures, and which differ where, out.

Nothing but the files is asked. Each is first held against its own ledger (`trust`); only then
are the two ledgers, and what both files say of their editions, compared with one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Context, Decimal, InvalidOperation

from builder.frozen import dataclass
from builder.model.ledger import Entry
from builder.model.snapshot import FigureState
from builder.verify.drawn import Difference, Printed, drawn_unlike
from builder.verify.fresh import has_numbers, is_cell, mark_of, said_alike
from builder.verify.reading import UNITS, Finding, Reading, canonical, squeezed
from builder.verify.trust import Examined, held_against

_SAID = ("body", "notes", "chart")
_TELLING = 12  # letters beside its figures from which a sentence is known again
_BEGINS, _ENDS = r"(?:^|(?<=[.!?…] ))", r"(?=$|[.!?…])"
_GAP = r"((?:[^.!?…]|[.](?=\d)){1,60}?)"
_KINDS = ("figure", "cell", "edition", "reference")
_LISTED = ("entry", "short")
"""Forms of a reference that say the same in every file of an edition."""
_DIGITS = 4
"""Significant digits of a value that are always told."""
_TRAVELS = ("value", "hedge", "unit", "as_of", "sources", "confidence")


@dataclass(frozen=True)
class Comparison:
    """What two files say of one another.

    `unproved` are figures of one file that the other, which carries no ledger, does not print.
    """

    first: Examined
    second: Examined
    differences: tuple[Difference, ...]
    unproved: tuple[Finding, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both files print the same figures, and neither was changed."""
        changed = (*self.first.changed, *self.second.changed)
        return not (self.differences or self.unproved or changed)

    @property
    def same_content(self) -> bool:
        """Whether both name the same content, as far as they name one."""
        marks = {mark for mark in map(_fingerprint, (self.first, self.second)) if mark}
        return len(marks) < 2


class NoLedgerError(Exception):
    """Neither file carries a ledger of figures, so that nothing tells what a figure is."""


def compare(first: Examined, second: Examined) -> Comparison:
    """Return how two finished files differ, in the order of the first one's ledger.

    A file that has lost its ledger is held against the other's: place by place, or word by word,
    where the two are of one kind. A paper is asked for every figure that the deck carries; a deck
    for nothing, since it may print fewer.

    Raises:
        NoLedgerError: neither file carries one.
    """
    if not first.carries and not second.carries:
        raise NoLedgerError(f"neither {first.name} nor {second.name} carries a ledger of figures")
    if first.carries and second.carries:
        return Comparison(first, second, tuple(differences(first.reading, second.reading)))
    known, other = (first, second) if first.carries else (second, first)
    if known.reading.medium == other.reading.medium:
        other = held_against(other.name, other.reading, known.reading)
        other = replace(other, reading=replace(other.reading, carried=None))
        unproved: tuple[Finding, ...] = ()
    else:
        unproved = tuple(_not_printed(known.reading, other.reading))
    pair = (known, other) if first.carries else (other, known)
    return Comparison(*pair, (), unproved)


def _not_printed(known: Reading, other: Reading) -> Iterator[Finding]:
    """Yield what a file with a ledger and one without do not both print.

    A paper prints every figure of its deck in full, in its register; and where both have the words
    of a sentence, they give its figures alike.
    """
    yield from _sentences_unlike(known, other)
    if other.medium == "deck" or known.snapshot is None:
        return
    texts = other.words.values() if other.words is not None else (p.text for p in other.places)
    said = squeezed("".join(texts)).replace("-", "").casefold()
    printed = {entry.owner: entry for entry in known.entries or () if entry.kind == "figure"}
    for figure in known.snapshot.figures:
        wanted = squeezed(figure.printed).replace("-", "").casefold()
        if figure.id in printed and wanted not in said:
            where = printed[figure.id]
            why = f"{figure.id} on {UNITS[known.medium]} {where.page} of the {known.medium}"
            yield Finding(other.medium, 0, "body", "", figure.printed, why)


def _sentences_unlike(known: Reading, other: Reading) -> Iterator[Finding]:
    """Yield sentences of a file without a ledger that give a figure other than the edition does.

    What only one of the two says is no fault: a sentence counts where its words are the same.
    """
    if other.words is not None:
        return  # it has lost the places by which one sentence is told from the next
    texts = [(place, canonical(place.text)) for place in other.places if place.channel in _SAID]
    for sentence in known.snapshot.sentences if known.snapshot else ():
        fixed = "".join(part.text for part in sentence.parts if not part.figure)
        if sum(map(str.isalpha, fixed)) < _TELLING:
            continue
        said = (_GAP if part.figure else re.escape(_in_line(part.text)) for part in sentence.parts)
        begins = _BEGINS if sentence.parts[0].figure else ""
        ends = _ENDS if sentence.parts[-1].figure else ""
        pattern = re.compile("".join((begins, *said, ends)))
        wanted = canonical(sentence.text)
        for place, text in texts:
            found = pattern.search(text)
            counts = found and all(re.search(r"\d", gap) for gap in found.groups())
            if found and counts and found.group() != wanted and wanted not in text:
                why = "the edition that the other file is of says it so"
                yield Finding(other.medium, place.page, place.channel, found.group(), wanted, why)


def _in_line(text: str) -> str:
    """Return a stretch of a sentence as `canonical` would leave it there."""
    return canonical(f"|{text}|")[1:-1]


def differences(first: Reading, second: Reading) -> Iterator[Difference]:
    """Yield each figure that two ledgers do not give alike.

    A paper prints more than its deck: a figure that only one prints counts as a difference
    between files of one kind only.
    """
    ours, theirs = _by_owner(first), _by_owner(second)
    states, others, mark = _states(first), _states(second), mark_of(first, second)
    told: set[str] = set()
    for kind, owner in dict.fromkeys((*ours, *theirs)):
        here, there = ours.get((kind, owner), ()), theirs.get((kind, owner), ())
        state, other = (states.get(owner), others.get(owner)) if kind == "figure" else (None, None)
        travels = tuple(_travelling(state, other)) if state and other else ()
        label = state.label if state else other.label if other else ""
        if travels or (first.medium == second.medium and not (here and there)):
            texts, counter = _whole(here), _whole(there)
        else:
            texts, counter = _unlike(here, there, mark)
        if texts or counter:
            told.add(owner)
            yield Difference(kind, owner, label, _printed(texts), _printed(counter), travels)
    yield from drawn_unlike(first, second, told)


def _by_owner(reading: Reading) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in reading.entries or ():
        # Where a text cites a work, it says as much of it as it needs there.
        if entry.kind in _KINDS and not (entry.kind == "reference" and entry.form not in _LISTED):
            found[entry.kind, entry.owner].append(entry)
    return found


def _states(reading: Reading) -> dict[str, FigureState]:
    return {state.id: state for state in reading.snapshot.figures} if reading.snapshot else {}


def _travelling(first: FigureState, second: FigureState) -> Iterator[tuple[str, str, str]]:
    """Yield what two editions do not say alike of a figure, beside its printed words."""
    for name in _TRAVELS:
        old, new = (_words(getattr(state, name)) for state in (first, second))
        if old != new:
            told = _in_few_digits(old, new) if name == "value" else (old, new)
            yield name.replace("_", " "), *told


def _words(said: object) -> str:
    return ", ".join(map(str, said)) if isinstance(said, tuple) else str(said)


def _in_few_digits(old: str, new: str) -> tuple[str, str]:
    """Return two values that differ in as few digits as tell them apart, at least `_DIGITS`.

    A share or a mean has all the digits that arithmetic gives it, which nobody reads.
    """
    try:
        values = Decimal(old), Decimal(new)
    except InvalidOperation:
        return old, new
    before_point = max(value.adjusted() + 1 for value in values)
    for count in range(max(_DIGITS, before_point), 28):
        first, second = (Context(prec=count).plus(value) for value in values)
        if first != second:
            return format(first, "f"), format(second, "f")
    return old, new


def _unlike(
    here: Iterable[Entry], there: Iterable[Entry], mark: str
) -> tuple[list[Entry], list[Entry]]:
    """Return the entries, of forms that both files have, whose texts only one of them has.

    A number of a cell is one value wherever it is printed: one print of it that the other file
    has in no way tells that all others, of fewer decimals perhaps, are prints of another value.
    """
    ours, theirs = _by_form(here), _by_form(there)
    first: list[Entry] = []
    second: list[Entry] = []
    for form in ours.keys() & theirs.keys():
        more = [entry for entry in ours[form] if not said_alike(entry, theirs[form], mark)]
        others = [entry for entry in theirs[form] if not said_alike(entry, ours[form], mark)]
        if has_numbers((*ours[form], *theirs[form])) and (more or others):
            more, others = more or ours[form], others or theirs[form]
        if more and others:
            first += more
            second += others
    return first, second


def _by_form(entries: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    """Sort entries by form; workbooks apart, and figures of charts, which may ask for decimals.

    Cells stand together: what a paper draws in a chart, a deck may draw in shapes.
    """
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        apart = "chart" if entry.channel in ("chart", "alt") and not is_cell(entry) else ""
        found[entry.form, "workbook" if entry.channel == "workbook" else apart].append(entry)
    return found


def _whole(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that print the figure itself, or all where none does."""
    listed = list(entries)
    itself = [e for e in listed if not {"label", "as_of"} & set(e.form.split("|"))]
    return itself or listed


def _printed(entries: Iterable[Entry]) -> tuple[Printed, ...]:
    pages: dict[str, dict[str, set[int]]] = {}
    for entry in sorted(entries, key=lambda entry: entry.page):
        held = pages.setdefault(canonical(entry.text).replace("\n", " "), {})
        held.setdefault(entry.channel, set()).add(entry.page)
    return tuple(
        Printed(text, tuple((channel, tuple(sorted(at))) for channel, at in held.items()))
        for text, held in pages.items()
    )


def _fingerprint(examined: Examined) -> str:
    """Return the first digits of the content's fingerprint, from the ledger or a property."""
    stated = (examined.reading.fingerprint, *examined.reading.marks)
    return next((mark[:8] for mark in stated if mark), "")
