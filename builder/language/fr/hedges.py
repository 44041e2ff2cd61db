"""French hedges that people type, beside those that are printed. "Almost" is read as about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.model.figure import Hedge

TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "au-delà de, au-dessus de, un peu plus de, bien plus de, "
        "largement plus de",
        Hedge.AT_LEAST: "au minimum, pas moins de",
        Hedge.ABOUT: "près de, à peu près, autour de, approximativement, quelque, presque, env.",
        Hedge.UP_TO: "au plus, au maximum, tout au plus, pas plus de",
        Hedge.FEWER_THAN: "en dessous de, un peu moins de, bien moins de",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"au-dessus de", "en dessous de", "autour de"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset({"presque", "un peu moins de", "bien moins de"})
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset({"un peu plus de", "bien plus de", "largement plus de"})
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset({"environ", "à peu près", "approximativement", "env."})
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"exactement", "précisément", "très exactement"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:pas|plus|jamais|moins) $"
"""What before them takes it back: "not exactly"."""
