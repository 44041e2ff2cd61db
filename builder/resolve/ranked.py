"""What ranks two figures: "Au leads with 61 % ahead of Bo with 91 %" is told of.

Takes a passage's words and its figures, returns the words that rank them and whether they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.facts.sizes import kinds_of
from builder.facts.units import PER_CENT
from builder.language.claims import reckoned_of
from builder.language.language import language_of
from builder.language.ranks import ranks_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ends import Said, ends_of, is_most, really_of, value_of


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
            holds = (value_of(first) > value_of(last)) is (said["ahead"] is not None)
            if _more_leads(first, last, tag):
                yield Said(slice(*said.span("said")), holds, True, really_of(last, first))


def _more_leads(first: ResolvedFigure, last: ResolvedFigure, tag: str) -> bool:
    """Return whether who has more is ahead: of what is counted, and of most of a whole.

    Of time, money or unemployment, who has less may be.
    """
    most = max(value_of(first), value_of(last))
    ratios = language_of(tag).ratio_units | language_of("en").ratio_units
    counted = first.unit and first.unit not in ratios and not kinds_of(first.unit, tag)
    return is_most(first, most) if first.unit == PER_CENT else bool(counted)
