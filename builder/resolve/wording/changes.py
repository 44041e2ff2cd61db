"""Figures that are changes themselves: "up by 3" is true of 8 - 5, and of what is called a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from builder.language.claims import Reckoned
from builder.language.courses import Courses, courses_of
from builder.model.figure import ResolvedFigure
from builder.resolve.wording.ends import Said, ends_of, is_change, measures_change, really_of

# "after - before", "100 * (after - before) / before".
_NAME: Final = r"[\w.]+"
_DIFFERENCE: Final = re.compile(
    rf"{_NAME} ?- ?{_NAME}"
    rf"|(?:100 ?\* ?)?\( ?{_NAME} ?- ?(?P<before>{_NAME}) ?\) ?/ ?(?P=before)(?: ?\* ?100)?"
)

_BEFORE: Final = 30  # characters before a verb in which what denies it stands
_CALLED: Final = {"rises": "rise", "falls": "fall"}


def own_changes(
    small: str, known: Courses, figures: Mapping[int, ResolvedFigure]
) -> Iterator[Said]:
    """Yield the words that say which way such a figure went: they are sure to where it is "3 homes
    more" of a figure whose label is a fall.
    """
    than = re.compile(rf"(?:{known.than})(?!\w)")
    for at, figure in figures.items():
        way = _way(figure, known)
        if way:
            really = f'"{figure.id}" is a {_CALLED[way]} by its label or its formula'
            around = tuple(known.around(small, at))
            ways = {said.lastgroup for said in around} - {"neither"}
            for said in around:
                # "went up by 3": what parts from a verb says its way.
                says = ways if said.lastgroup == "neither" else {said.lastgroup}
                sure = said.start() > at and _labelled(figure, known) is not None
                sure = sure and said.re is not known.said and not than.match(small, said.end())
                span = slice(*said.span(said.lastgroup or 0))
                yield Said(span, says == {way}, sure, really)


def _way(figure: ResolvedFigure, known: Courses) -> str | None:
    """Return which way a figure says that something went: by its label, else by its formula.

    "Fall in vacancy" may be `before - after`; where that comes to less than nothing, it rose.
    """
    labelled = _labelled(figure, known)
    if not figure.formula or not _DIFFERENCE.fullmatch(figure.formula.strip()):
        return labelled
    if not isinstance(figure.value, Decimal) or not figure.value:
        return None
    turned = {"rises": "falls", "falls": "rises"}
    way = labelled or "rises"
    return way if figure.value > 0 else turned[way]


def _labelled(figure: ResolvedFigure, known: Courses) -> str | None:
    """Return which way a figure's label says that something went."""
    return next(
        (
            said.lastgroup
            for said in known.said.finditer(figure.label.lower())
            if said.lastgroup != "neither" and known.named.fullmatch(said.group())
        ),
        None,
    )


def taken(
    small: str, figures: Mapping[int, ResolvedFigure], known: Reckoned, tag: str
) -> Iterator[Said]:
    """Yield the verbs that say by how much a course went: "gains 3, from 5 to 9"."""
    for led in courses_of(tag).led.finditer(small):
        said, ends = known.taken.search(small[: led.start()]), ends_of(led, figures)
        third = figures.get(said.start("third")) if said else None
        if said is None or ends is None or third is None or not measures_change(third, ends[0]):
            continue
        if not known.denied.search(small, max(0, said.start() - _BEFORE), said.start()):
            span = slice(*said.span("said"))
            yield Said(span, is_change(third, *ends), sure=True, really=really_of(*ends))
