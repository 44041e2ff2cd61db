"""A comparison of two finished files in; what a reader is told of it, as lines or as JSON, out.

And of one file: every place where it prints a figure, with the words around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from builder.frozen import dataclass
from builder.model.ledger import LedgerPlace, Owned
from builder.verify.agreement import Comparison
from builder.verify.drawn import Difference, Printed
from builder.verify.reading import UNITS, Medium, Reading, legible
from builder.verify.trust import Examined, State

_REACH = 56
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\s\d%])")
_SENTENCE_STOP = re.compile(r"[.!?…][\"”’»)]*(?=\s)")
_DROPPED = {
    "alt": "alt text",
    "workbook": "workbooks of charts",
    "outline": "names of sections",
    "tooltip": "what links say",
    "properties": "properties",
}
_CHANNELS = {
    "notes": "notes",
    "alt": "alt text",
    "chart": "chart",
    "workbook": "workbook",
}
_MOST = 20
_STATES: Mapping[State, str] = {
    "as made": "as made",
    "saved again": "saved again by another program, says the same",
    "changed": "changed",
    "unproved": "cannot be proved",
}


@dataclass(frozen=True)
class Excerpt:
    """Words of one page or slide, the figure's own in square brackets.

    `within` is the item that holds them (an anchor of the paper, a shape of the slide).
    """

    page: int
    channel: str
    within: str
    words: str


def excerpts(reading: Reading, figure: str) -> tuple[Excerpt, ...]:
    """Return where a file prints a figure, page by page; what one sentence says stands together."""
    carried = reading.carried
    found = [
        excerpt
        for place in (carried.places if carried else ())
        for excerpt in _in_place(place, figure)
    ]
    return tuple(sorted(found, key=lambda excerpt: excerpt.page))


def _in_place(place: LedgerPlace, figure: str) -> Iterator[Excerpt]:
    owned = [run for run in place.owned if run.kind == "figure" and run.owner == figure]
    for group in _together(place.text, owned):
        page = group[0].page or place.page
        yield Excerpt(page, place.channel, place.within, _words(place.text, group))


def _together(text: str, owned: Sequence[Owned]) -> Iterator[list[Owned]]:
    """Yield what stands in one sentence, and near enough to be read in one line."""
    group: list[Owned] = []
    for run in owned:
        if group:
            between = text[group[-1].end : run.start]
            if len(between) > _REACH or _SENTENCE_END.search(between):
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _words(text: str, group: Sequence[Owned]) -> str:
    left, right = _edges(text, group[0].start, group[-1].end)
    said, at = "", left
    for run in group:
        said += f"{text[at : run.start]}[{text[run.start : run.end]}]"
        at = run.end
    said += text[at:right]
    opened, closed = "…" if left else "", "…" if right < len(text) else ""
    return opened + " ".join(legible(said).split()) + closed


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges of the sentence around a span, or of a few words on either side of it."""
    first = max(0, start - _REACH)
    if first:
        first = min(text.find(" ", first, start) % (start + 1) + 1, start)
    for match in _SENTENCE_END.finditer(text, first, start):
        first = match.end()
    last = len(text)
    if last > end + _REACH:
        last = max(text.rfind(" ", end, end + _REACH), end)
    sentence = _SENTENCE_STOP.search(text, end, last)
    return first, sentence.end() if sentence else last


def text(comparison: Comparison) -> str:
    """Return the comparison in lines: the files, what was changed or lost, what differs."""
    files = (comparison.first, comparison.second)
    wide = max(len(file.name) for file in files)
    said = [f"{file.name:{wide}}  {_described(file)}" for file in files]
    for file in files:
        said += ["", *_changed(file)] if file.changed else []
        said += ["", *_lost(file)] if file.lost or file.placeless or not file.carries else []
    if comparison.unproved:
        number = _counted(len(comparison.unproved), "place")
        said += ["", f"by their words alone, the files differ in {number}"]
        said += [f"  {finding}" for finding in comparison.unproved[:_MOST]]
        said += _rest(len(comparison.unproved))
    for difference in comparison.differences:
        said += ["", *_difference(difference, comparison)]
    return "\n".join([*said, "", _verdict(comparison)])


def as_json(comparison: Comparison) -> str:
    """Return the comparison for programs: `same`, `files`, `differences`, `unproved`."""
    return json.dumps(
        {
            "same": comparison.same,
            "same_content": comparison.same_content,
            "files": [_file(file) for file in (comparison.first, comparison.second)],
            "differences": [asdict(difference) for difference in comparison.differences],
            "unproved": [asdict(finding) for finding in comparison.unproved],
        },
        ensure_ascii=False,
        indent=1,
    )


def places(medium: Medium, found: Iterable[tuple[str, tuple[int, ...]]]) -> str:
    """Return where a text stands, in words: `slides 3 and 5; notes of slide 5`."""
    said = []
    for channel, numbers in found:
        unit = UNITS[medium] + ("s" if len(numbers) > 1 else "")
        where = f"{unit} {_listed(numbers)}"
        name = _CHANNELS.get(channel)
        said.append(f"{name} of {where}" if name else where)
    return "; ".join(said)


def _described(file: Examined) -> str:
    reading = file.reading
    identity = reading.fingerprint or next(iter(reading.marks), "")
    content = f"content {identity[:8]}" if identity else "content unknown"
    said = (reading.medium, reading.edition, content, _STATES[file.state])
    return ", ".join(part for part in said if part)


def _changed(file: Examined) -> Iterator[str]:
    yield (
        f"{file.name} was changed after it was made: it does not say what it carries in"
        f" {_counted(len(file.changed), 'place')}"
    )
    yield from (f"  {finding}" for finding in file.changed[:_MOST])
    yield from _rest(len(file.changed))


def _lost(file: Examined) -> Iterator[str]:
    yield f"{file.name} has lost what some programs drop when they save a file again:"
    if not file.carries:
        yield "  its ledger of figures: by itself it cannot be proved"
    if file.placeless:
        yield "  its tags, which tell one place from another; its words, in order, are the same"
    for channel, name in _DROPPED.items():
        places = [place for place in file.lost if place.channel == channel]
        numbers = tuple(sorted({place.page for place in places if place.page}))
        if numbers:
            unit = UNITS[file.reading.medium] + ("s" if len(numbers) > 1 else "")
            yield f"  {name} on {unit} {_listed(numbers)}"
        elif places:
            yield f"  {name}"


def _difference(difference: Difference, comparison: Comparison) -> Iterator[str]:
    yield difference.owner + (f": {difference.label}" if difference.label else "")
    files = (comparison.first, comparison.second)
    wide = max(len(file.name) for file in files)
    for file, printed in zip(files, (difference.first, difference.second), strict=True):
        rows = _rows(file.reading.medium, printed) or ["is not printed"]
        for name, row in zip([file.name, *[""] * (len(rows) - 1)], rows, strict=True):
            yield f"  {name:{wide}}  {row}"
    for name, old, new in difference.travels:
        yield f"  {name}: {old or 'not stated'} -> {new or 'not stated'}"


def _rows(medium: Medium, printed: Iterable[Printed]) -> list[str]:
    listed = list(printed)
    wide = max((len(each.text) for each in listed), default=0)
    return [f"{each.text:{wide}}  {places(medium, each.places)}" for each in listed]


def _verdict(comparison: Comparison) -> str:
    if comparison.differences:
        number = len(comparison.differences)
        works = sum(difference.kind == "reference" for difference in comparison.differences)
        counted = [(number - works, "figure"), (works, "reference")]
        said = " and ".join(_counted(count, noun) for count, noun in counted if count)
        return f"{said} differ{'s' if number == 1 else ''}"
    if not comparison.same:
        return "the files do not agree"
    files = (comparison.first, comparison.second)
    whole = all(file.carries and not file.lost and not file.placeless for file in files)
    said = "the same figures" if whole else "the same figures, as far as they can be read"
    other = "" if comparison.same_content else ", though built from different contents"
    return f"{said}{other}"


def _file(file: Examined) -> dict[str, Any]:
    reading = file.reading
    return {
        "path": file.name,
        "medium": reading.medium,
        "edition": reading.edition,
        "fingerprint": reading.fingerprint,
        "ledger": file.carries,
        "state": file.state,
        "changed": [asdict(finding) for finding in file.changed],
        "lost": [asdict(place) for place in file.lost],
    }


def _listed(numbers: tuple[int, ...]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _rest(number: int) -> list[str]:
    return [f"  and {number - _MOST} more"] if number > _MOST else []
