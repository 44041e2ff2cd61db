"""Figures that are changes themselves: "up by 3" is true of 8 - 5, and of what is called a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from builder.language.claims import Reckoned
from builder.language.courses import Courses, courses_of
from builder.model.figure import Moment, ResolvedFigure
from builder.resolve.wording.ends import Said, ends_of, is_change, measures_change, really_of

# "after - before", "100 * (after - before) / before".
_NAME: Final = r"[\w.]+"
_DIFFERENCE: Final = re.compile(
    rf"(?P<one>{_NAME}) ?- ?(?P<other>{_NAME})"
    rf"|(?:100 ?\* ?)?\( ?(?P<after>{_NAME}) ?- ?(?P<before>{_NAME}) ?\) ?/"
    rf" ?(?:(?P=before)|(?P<first>(?P=after)))(?: ?\* ?100)?"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TURNED: Final = {"rises": "falls", "falls": "rises"}

_BEFORE: Final = 30  # characters before a verb in which what denies it stands
_CALLED: Final = {"rises": "rise", "falls": "fall"}


def own_changes(
    small: str,
    known: Courses,
    figures: Mapping[int, ResolvedFigure],
    every: Mapping[str, ResolvedFigure],
) -> Iterator[Said]:
    """Yield the words that say which way such a figure went: they are sure to where it is "3 homes
    more" of a figure whose label is a fall.

    Of what only its dates, or a label such as "By how much it fell", tell that it fell, verbs alone
    are held to: "in 2021 there were 3 more" is true of it.
    """
    than = re.compile(rf"(?:{known.than})(?!\w)")
    for at, figure in figures.items():
        way = _way(figure, known, every)
        if way:
            really = f'"{figure.id}" is a {_CALLED[way]} by its label or its formula'
            around = tuple(known.around(small, at))
            ways = {said.lastgroup for said in around} - {"neither"}
            called = _labelled(figure, known)
            turned = called is None and _told_way(figure, known, every) == "falls"
            for said in around:
                # "went up by 3": what parts from a verb says its way.
                says = ways if said.lastgroup == "neither" else {said.lastgroup}
                verb = said.re is known.said
                if turned and not verb:
                    continue
                meant = turned and re.search(rf"(?<!\w)(?:{known.aims})$", small[: said.end()])
                sure = said.start() > at and called is not None
                sure = sure and not verb and not than.match(small, said.end())
                span = slice(*said.span(said.lastgroup or 0))
                yield Said(span, bool(meant) or says == {way}, sure, really)


def _way(figure: ResolvedFigure, known: Courses, every: Mapping[str, ResolvedFigure]) -> str | None:
    """Return which way a figure says that something went: by its label, else by its formula.

    "Fall in vacancy" may be `before - after`; where that comes to less than nothing, it rose.
    """
    labelled = _labelled(figure, known) or _told_way(figure, known, every)
    formula = _DIFFERENCE.fullmatch((figure.formula or "").strip())
    if formula is None or (formula["first"] and labelled is None):
        return labelled
    if not isinstance(figure.value, Decimal) or not figure.value:
        return None
    way = labelled or "rises"
    return way if figure.value > 0 else _TURNED[way]


def _told_way(
    figure: ResolvedFigure, known: Courses, every: Mapping[str, ResolvedFigure]
) -> str | None:
    """Return which way a figure went by a label such as "By how much it fell", or as the dates of
    what is taken from what tell: `of_2024 - of_2025` is a fall.
    """
    label = figure.label.lower()
    if re.match(rf"(?:{known.how_much})(?!\w)", label):
        more, less = f"{known.rises}|{known.more}", f"{known.falls}|{known.less}"
        told = re.search(rf"(?<![\w-])(?:(?P<rises>{more})|(?P<falls>{less}))(?!\w)", label)
        if told:
            return told.lastgroup
    formula = _DIFFERENCE.fullmatch((figure.formula or "").strip())
    if formula is None:
        return None
    names = formula["one"] or formula["after"], formula["other"] or formula["before"]
    one, other = (_dated(every.get(name)) for name in names)
    if not one or not other or one == other:
        return None
    return "falls" if one < other else "rises"


def _dated(figure: ResolvedFigure | None) -> str:
    """Return of which year, month or day a figure is, as its date or its label says."""
    if figure is None:
        return ""
    if isinstance(figure.as_of, Moment):
        return figure.as_of.iso()
    years = _YEAR.findall(figure.label)
    return years[0] if len(years) == 1 else ""


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
