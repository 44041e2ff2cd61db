"""English hedges that people type, beside those that are printed. "Almost" is read as about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.model.figure import Hedge

TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "over, above, exceeding, upwards of, in excess of, greater than, "
        "just over, just above, well over, slightly more than, a little over",
        Hedge.AT_LEAST: "no fewer than, no less than, not less than, not fewer than, a minimum "
        "of, minimum of",
        Hedge.ABOUT: "around, roughly, approximately, approx., some, circa, ca., ca, c., "
        "close to, nearly, almost",
        Hedge.UP_TO: "at most, no more than, not more than, a maximum of, maximum of",
        Hedge.FEWER_THAN: "under, below, less than, just under, just below, well under, "
        "slightly less than, slightly fewer than, a little under",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"over", "under", "around", "above", "below", "some"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {
        "nearly",
        "almost",
        "just under",
        "just below",
        "well under",
        "slightly less than",
        "slightly fewer than",
        "a little under",
    }
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset(
    {"just over", "just above", "well over", "slightly more than", "a little over"}
)
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset(
    {"about", "roughly", "approximately", "approx.", "circa", "ca.", "ca", "c."}
)
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = (
    r"(?:^|[.!?:;(–—] |(?<!\w)(?:is|are|was|were|be|been|costs?|total(?:s|led)?|to|by|of|at|for"
    r"|from|only|reach(?:ed|es)?|and|or|than|took|takes|employs?|holds?|has|have|had|with) )$"
)
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset(
    {"exactly", "precisely", "no more and no less than", "neither more nor less than"}
)
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:not|n’t|never|more|hardly|quite|less|if) $"
"""What before them takes it back: "not exactly"."""
