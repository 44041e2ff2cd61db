"""Slides as they were made and as they are in; which is which, out.

A slide is known by what it says, not by where it stands: one that was moved, left out, copied or
added is one finding, and all others are compared with the slides that they were made as.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.frozen import dataclass
from builder.model.ledger import WHOLE_FILE, LedgerPlace
from builder.verify.reading import Finding, canonical, shortened

NOWHERE = "slide ?"
"""The goal of a link to a slide that is not there."""

_ALIKE = 0.5  # of what two slides say: enough for them to be the same slide
_A_PART, _HARDLY_ELSE = 0.3, 0.8
_TOLD = 60
_FOR_LISTENERS = frozenset({"title of the chart", "title of the category axis"})
"""Repeat what stands above a chart, or are alike in all: they tell no slide from another."""


@dataclass(frozen=True)
class Matched:
    """The slides of a deck told apart.

    `places` are those of its slides with the numbers of the slides that they were made as;
    `findings` tell what was moved, left out, copied or added. `shifted` are the numbers, as made,
    of the slides that stand at another place now.
    """

    places: tuple[LedgerPlace, ...]
    findings: tuple[Finding, ...]
    shifted: Mapping[int, int]


@dataclass(frozen=True)
class Origins:
    """Which slides of a deck were made as which, by their numbers from 1.

    `made_as` says it of each slide that is there, of several of one slide alike. Of those, all
    but the first are `copies`; `added` were made as none, `gone` are not there any more, and
    `moved` do not follow on as they were made. All but `gone` are numbers as they are now.
    """

    made_as: Mapping[int, int]
    copies: tuple[int, ...]
    added: tuple[int, ...]
    gone: tuple[int, ...]
    moved: tuple[int, ...]


def origins(expected: Sequence[LedgerPlace], actual: Sequence[LedgerPlace]) -> Origins:
    """Return which slides of a deck, as `actual` has them, were made as which of `expected`."""
    made, found = _by_slide(expected), _by_slide(actual)
    made_as = _origins(made, found)
    firsts: dict[int, int] = {}
    for now in sorted(made_as):
        firsts.setdefault(made_as[now], now)
    copies = tuple(now for now in sorted(made_as) if firsts[made_as[now]] != now)
    return Origins(
        made_as,
        copies,
        tuple(sorted(found.keys() - made_as.keys())),
        tuple(sorted(made.keys() - firsts.keys())),
        tuple(_moved([(now, made_as[now]) for now in sorted(made_as) if now not in copies])),
    )


def match(expected: Sequence[LedgerPlace], actual: Sequence[LedgerPlace]) -> Matched:
    """Return the places of a deck by the slides that they were made as."""
    made, found = _by_slide(expected), _by_slide(actual)
    told = origins(expected, actual)
    origin = {now: was for now, was in told.made_as.items() if now not in told.copies}
    findings: list[Finding] = []
    for number in sorted((*told.added, *told.copies)):
        was = told.made_as.get(number)
        why = "no plan has such a slide" if was is None else f"a copy of slide {was}"
        findings.append(_finding(number, _title(found[number]), "", why))
    for number in told.gone:
        why = "the slide is not there any more"
        findings.append(_finding(number, "", _title(made[number]), why))
    for number in told.moved:
        title, was = _title(found[number]), origin[number]
        why = f"slide {was} was moved: it now stands as slide {number}"
        findings.append(Finding("deck", was, "look", "", "", f'{why} ("{title}")'))
    shifted = {was: now for now, was in origin.items() if was != now}
    places = tuple(_renumbered(actual, origin))
    return Matched(places, tuple(findings), shifted)


def _by_slide(places: Iterable[LedgerPlace]) -> dict[int, list[LedgerPlace]]:
    held: dict[int, list[LedgerPlace]] = defaultdict(list)
    for place in places:
        if place.page != WHOLE_FILE:
            held[place.page].append(place)
    return held


def _origins(
    made: Mapping[int, Sequence[LedgerPlace]], found: Mapping[int, Sequence[LedgerPlace]]
) -> dict[int, int]:
    """Return for each slide that there is the number of the one that it was made as."""
    first = {number: _words(places) for number, places in made.items()}
    second = {number: _words(places) for number, places in found.items()}
    if first == second:
        return {number: number for number in found}
    origin = {
        number: number for number in found if number in first and first[number] == second[number]
    }
    pairs = [
        (-_likeness(first[was], second[now]), abs(was - now), now, was)
        for now in second
        if now not in origin
        for was in first
    ]
    free = set(first) - set(origin.values())
    for like, _, now, was in sorted(pairs):
        if now not in origin and was in free and -like >= _ALIKE:
            origin[now] = was
            free.discard(was)
    for now, was in _of_one_title(made, found):
        if now not in origin and was in free:
            origin[now] = was
            free.discard(was)
    # What is left may be a copy, or a slide whose words were nearly all changed where it stands.
    for like, _, now, was in sorted(pairs):
        alike = -like >= _ALIKE or _is_copy(first[was], second[now], -like)
        if now not in origin and alike:
            origin[now] = was
    for now in sorted(second):
        if now not in origin and now in free:
            origin[now] = now
            free.discard(now)
    return origin


def _of_one_title(
    made: Mapping[int, Sequence[LedgerPlace]], found: Mapping[int, Sequence[LedgerPlace]]
) -> Iterator[tuple[int, int]]:
    """Yield slides, as they stand now and as made, whose title no other has in either deck."""
    before, now = (
        {title: numbers for title, numbers in _titled(each).items() if len(numbers) == 1}
        for each in (made, found)
    )
    yield from ((now[title][0], before[title][0]) for title in now if title in before)


def _titled(slides: Mapping[int, Sequence[LedgerPlace]]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = defaultdict(list)
    for number, places in slides.items():
        held[canonical(_title(places))].append(number)
    return held


def _words(places: Iterable[LedgerPlace]) -> Counter[str]:
    """Return what tells a slide from others: its texts, their words and its numbers."""
    said: Counter[str] = Counter()
    for place in places:
        if place.part in _FOR_LISTENERS:
            continue
        if place.channel in ("body", "notes", "chart") and place.text.strip():
            said[canonical(place.text)] += 2
            said.update(canonical(place.text).split())
    return said


def _is_copy(first: Counter[str], second: Counter[str], likeness: float) -> bool:
    """Say whether a slide says hardly anything but what another does, and not too little of it.

    A copy may have lost its notes, or some of its points.
    """
    said = second.total()
    return likeness >= _A_PART and (first & second).total() >= _HARDLY_ELSE * said > 0


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    both, most = sum((first & second).values()), max(first.total(), second.total())
    return both / most if most else 1.0


def _moved(pairs: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the slides, as they stand now, that do not follow on as they were made.

    As few as can be: all but the longest run of slides that are still in order.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, was) in enumerate(pairs):
        at = bisect_left(tails, was)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(was)
            ends.append(index)
        else:
            tails[at], ends[at] = was, index
    kept, last = set(), ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    yield from (now for index, (now, _) in enumerate(pairs) if index not in kept)


def _renumbered(places: Iterable[LedgerPlace], origin: Mapping[int, int]) -> Iterator[LedgerPlace]:
    """Yield places under the numbers of the slides as made, links between slides among them."""
    goals = {f"slide {now}": f"slide {was}" for now, was in origin.items()}
    goals[NOWHERE] = ""
    for place in places:
        was = origin.get(place.page)
        if was is None:  # of the whole file, or of a slide that was made as none
            continue
        text = place.text
        if place.channel == "link":
            text = goals.get(text, text)
            if not text:
                continue  # its slide is gone, which is told by itself
        elif place.numbers:
            text = str(was)
        yield replace(place, page=was, text=text)


def _title(places: Iterable[LedgerPlace]) -> str:
    title = next((p.text for p in places if p.channel == "body" and p.text.strip()), "no words")
    return shortened(title, _TOLD)


def _finding(number: int, found: str, expected: str, why: str) -> Finding:
    return Finding("deck", number, "", found, expected, why)
