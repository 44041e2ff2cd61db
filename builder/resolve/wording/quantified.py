"""Quantities that two figures prove: "more women (8) than men (5)", "fewer boats, 5 instead of 8".

Beside them verbs that stand between the figures of a course: "having stood at 5, they rose to 8".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from builder.language.courses import Courses
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.resolve.wording.ends import Said, ends_of, really_of, way_of

_WORDS: Final = r"(?:[^\W\d_][\w’-]* ){0,2}"  # before a figure: "about", "a mere"
_UNIT: Final = r"(?: [\w’-]+){0,3}?"  # behind a figure: "homes in spring"
_FAR: Final = 80  # characters before a verb in which what denies it stands


def quantified(small: str, known: Courses, figures: Mapping[int, ResolvedFigure]) -> Iterator[Said]:
    """Yield words of more and less, and verbs between two figures, and whether these are so."""
    if len(figures) <= 1:
        return
    for pattern in _patterns(known.more, known.less, known.than, f"{known.back}|{known.over}"):
        for said in pattern.finditer(small):
            ends = ends_of(said, figures)
            if ends is not None:
                way = "rises" if said["rises"] else "falls"
                holds = way == way_of(*ends)
                yield Said(slice(*said.span(way)), holds, really=really_of(*ends))
    for pattern in known.leading[1:]:
        for led in pattern.finditer(small):
            yield from _between(small, led, known, figures)


def _between(
    small: str, led: re.Match[str], known: Courses, figures: Mapping[int, ResolvedFigure]
) -> Iterator[Said]:
    """Yield the verb that leads to the last figure, where the first stands before it."""
    first, last = led.start("first"), led.start("last")
    ends = ends_of(led, figures)
    if ends is None or first > last:
        return
    for said in known.said.finditer(small, first + 1, last):
        before = small[max(said.start() - _FAR, 0) : said.start()]
        leads = said["neither"] is None and known.ended.match(small, said.end(), last)
        if leads and not known.denied.search(before):
            holds = said.lastgroup == way_of(*ends)
            yield Said(slice(*said.span()), holds, really=really_of(*ends))


@cache
def _patterns(more: str, less: str, than: str, beside: str) -> tuple[re.Pattern[str], ...]:
    way = rf"(?<![\w-])(?:(?P<rises>{more})|(?P<falls>{less}))(?!\w)"
    first, last = rf"{_WORDS}(?P<first>{FIGURE})", rf"{_WORDS}(?P<last>{FIGURE})"
    named = r"(?: [^\W\d_][\w’-]*){1,2}"
    return (
        # "more women (8) than men (5)".
        re.compile(rf"{way}{named} \({last}\)(?: [\w’-]+){{0,2}}(?:{than}){named} \({first}\)"),
        # "fewer officers, 5 instead of 8"; "more books were lent: 8 after 5".
        re.compile(
            rf"{way}(?!{than}(?!\w))(?: [^\W\d_][\w’-]*){{1,5}}[,:] {last}{_UNIT},?"
            rf" (?:{beside}) {first}"
        ),
    )
