"""What ranks or judges figures: "Au leads with 61 % ahead of Bo with 91 %" is told of.

Takes a passage's words and its figures, returns the words that rank them and whether they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.ranks import ranks_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ways import is_bad, is_most, more_leads
from builder.resolve.wording.ends import Said, ends_of, really_of, value_of, way_of

_OFF: Final = re.compile(r"[.;:!?()](?=[ )]|$)| (?:und|and|et|та|і|й) ")


def ranked(small: str, figures: Mapping[int, ResolvedFigure], tag: str) -> Iterator[Said]:
    """Yield the words of a passage that rank its figures."""
    if len(figures) < 2:
        return
    for pattern in ranks_of(tag).patterns:
        for said in pattern.finditer(small):
            ends = ends_of(said, figures)
            if ends is None or reckoned_of(tag).denied.search(said.group()):
                continue
            first, last = ends
            measured = bool(said["above"] or said["below"])
            if measured and reckoned_of(tag).limit.search(said.group()):
                continue  # told of as what is held to a limit
            more = bool(said["ahead"] or said["above"])
            holds = (value_of(first) > value_of(last)) is more
            leads = more_leads(first, last, tag) and not any(is_bad(f.label, tag) for f in ends)
            if measured or leads:
                yield Said(slice(*said.span("said")), holds, True, really_of(last, first))


def judged(small: str, figures: Mapping[int, ResolvedFigure], tag: str) -> Iterator[Said]:
    """Yield the verbs that judge how most of a whole changed: "improved from 87 to 84 %".

    More of it is better, unless it is said to lack something.
    """
    courses = courses_of(tag)
    for led in courses.led.finditer(small):
        ends = ends_of(led, figures)
        if ends is None or not all(is_most(each, value_of(each)) for each in ends):
            continue
        begin = max([0, *(off.end() for off in _OFF.finditer(small, 0, led.start()))])
        off = _OFF.search(small, led.end("last"))
        stop = off.start() if off else len(small)
        found = [*ranks_of(tag).judged.finditer(small, begin, stop)]
        texts = (small[begin:stop], *(each.label for each in ends))
        if len(found) != 1 or any(is_bad(text, tag) for text in texts):
            continue
        (said,) = found
        if not reckoned_of(tag).denied.search(small, begin, stop):
            holds = (way_of(*ends) == "rises") is (said["better"] is not None)
            yield Said(slice(*said.span()), holds, True, really_of(*ends))
