"""One finished file in; whether it is as it was made, was saved again, or was changed, out.

A program that saves a deck again may drop alt texts, workbooks and the ledger itself. That is no
change of a figure, but nothing can be proved of what is gone, so it is told apart and named. A file
without a ledger is held to another's, place by place or figure by figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from builder.frozen import dataclass
from builder.model.ledger import WHOLE_FILE, Entry, LedgerPlace, in_order
from builder.verify import read
from builder.verify.chart import NO_WORKBOOK
from builder.verify.compare import ON_PAPER, ON_SLIDES, SAVED_AGAIN, compare_places
from builder.verify.fresh import contradictions, identity
from builder.verify.reading import UNITS, Finding, Reading, canonical, squeezed
from builder.verify.sealed import changed_files, deck_written_anew, of_deck, of_paper
from builder.verify.slides import match
from builder.verify.standing import out_of_place, unfollowed
from builder.verify.tolerance import Leaves, compare_words, kept, leaves, told_alike

State = Literal["as made", "saved again", "changed", "unproved"]
_SAID = ("body", "notes", "chart")
_TELLING = 12  # letters beside its figures from which a sentence is known again
_BEGINS, _ENDS = r"(?:^|(?<=[.!?…] ))", r"(?=$|[.!?…])"
_GAP = r"((?:[^.!?…]|[.](?=\d)){1,60}?)"


@dataclass(frozen=True)
class Examined:
    """A finished file held against what it carries.

    `name` is its path as the user gave it. `changed` are the places where it does not say what
    it carries; `lost` are places that it was made to have and that a program has dropped; a paper
    `placeless` has lost the tags that tell one place from another, so that only the order of its
    words could be held.
    """

    name: str
    reading: Reading
    state: State
    changed: tuple[Finding, ...] = ()
    lost: tuple[LedgerPlace, ...] = ()
    placeless: bool = False

    @property
    def carries(self) -> bool:
        """Whether the file carries a ledger that can be read."""
        return self.reading.carried is not None

    @property
    def gone(self) -> tuple[Entry, ...]:
        """The owned texts of what was dropped."""
        return tuple(entry for place in self.lost for entry in place.entries)


def examine(path: Path) -> Examined:
    """Return a finished file, held against its own ledger.

    Raises:
        UnreadableFileError: it is neither a paper nor a deck, or is damaged.
    """
    return examined(str(path), read(path))


def lean(file: Examined) -> Examined:
    """Return a file without what its own ledger was held against, where it carries one.

    Nothing more is asked of what its pages say, of which there may be much.
    """
    if not file.carries:
        return file
    reading = replace(file.reading, places=(), seal={}, words=None, attached={})
    return replace(file, reading=reading)


def examined(name: str, reading: Reading) -> Examined:
    """Return a reading, held against its own ledger."""
    if reading.carried is None:
        # Programs that drop the ledger drop workbooks too.
        problems = tuple(each for each in reading.problems if each.why != NO_WORKBOOK)
        state: State = "changed" if problems else "unproved"
        return Examined(name, reading, state, problems)
    found = _deck(name, reading) if reading.medium == "deck" else _paper(name, reading)
    changed = (*identity(reading), *contradictions(reading), *found.changed)
    state = "changed" if changed else found.state
    return replace(found, changed=changed, state=state)


def held_against(name: str, reading: Reading, other: Reading) -> Examined:
    """Return a file that has lost its ledger, held against the ledger of another of its kind."""
    lent = replace(reading, carried=other.carried)
    if reading.medium == "deck":
        return _deck(name, lent)
    return _paper(name, lent)


def not_printed(known: Reading, other: Reading) -> Iterator[Finding]:
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


def _paper(name: str, reading: Reading) -> Examined:
    carried = reading.carried
    assert carried is not None
    if reading.words is not None:
        changed = (*reading.problems, *compare_words(reading.medium, carried.words, reading.words))
        state: State = "changed" if changed else "saved again"
        return Examined(name, reading, state, changed, placeless=True)
    moved = leaves(reading)
    if moved is not None:
        return Examined(name, reading, "changed", (*moved.findings, *_of_leaves(reading, moved)))
    words = compare_places(reading.medium, carried.places, reading.places, ON_PAPER)
    changed = (
        *reading.problems,
        *words,
        *changed_files(reading),
        *of_paper(reading, (finding.page for finding in words)),
    )
    state = "changed" if changed else "as made" if reading.untouched else "saved again"
    return Examined(name, reading, state, changed)


def _of_leaves(reading: Reading, moved: Leaves) -> Iterator[Finding]:
    """Yield what else was changed in a paper whose pages were moved, taken or added."""
    carried = reading.carried
    assert carried is not None
    there = {*moved.made_as.values(), WHOLE_FILE}
    # Whatever goes on over pages, leads to them or names them is not the same any more.
    about = ("body", "chart", "alt")
    expected = [p for p in carried.places if p.page in there and p.channel in about]
    actual = [p for p in in_order(moved.renumbered(reading.places)) if p.channel in about]
    pages = {page for page in there if page and {page - 1, page + 1} <= there | {0}}
    for finding in compare_places(reading.medium, expected, actual, ON_PAPER):
        if finding.page in pages and finding.found and finding.expected:
            yield finding
    yield from changed_files(reading)


def _deck(name: str, reading: Reading) -> Examined:
    carried = reading.carried
    assert carried is not None
    anew = deck_written_anew(reading)
    problems = reading.problems
    matched = match(carried.places, reading.places)
    whole = [place for place in reading.places if not place.page]
    actual = list(in_order((*whole, *matched.places)))
    present = {place.page for place in actual}
    gone = {f"slide {place.page}" for place in carried.places if place.page not in present}
    expected = [
        place
        for place in carried.places
        if (not place.page or place.page in present)
        and not (place.channel == "link" and place.text in gone)
    ]
    lost: list[LedgerPlace] = []
    if anew:
        standing = tuple(out_of_place(expected, matched.places))
        expected, lost = kept(told_alike(expected), actual)
        actual = list(told_alike(actual))
        problems = tuple(each for each in problems if each.why != NO_WORKBOOK)
        words = compare_places("deck", expected, actual, SAVED_AGAIN)
        words = (*words, *standing)
    else:
        words = compare_places("deck", expected, actual, ON_SLIDES)
    words = (*words, *unfollowed(expected, actual))
    told = {matched.shifted.get(f.page, f.page) for f in words} | {f.page for f in words}
    channels = {
        (at, f.channel) for f in words for at in (f.page, matched.shifted.get(f.page, f.page))
    }
    seen = of_deck(reading, told if words or matched.findings else (), channels)
    if matched.findings:
        seen = _about_shapes(seen)
    # Whoever looks for it opens the deck as it is now.
    words = tuple(replace(f, page=matched.shifted.get(f.page, f.page)) for f in words)
    changed = (*problems, *matched.findings, *words, *seen)
    state: State = (
        "changed"
        if changed
        else "as made"
        if reading.untouched and not anew and not lost
        else "saved again"
    )
    return Examined(name, reading, state, tuple(changed), tuple(lost))


def _about_shapes(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what is not told by a slide's being moved, copied or left out."""
    for finding in findings:
        if "the part" not in finding.why and "ppt/presentation.xml" not in finding.why:
            yield finding


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
