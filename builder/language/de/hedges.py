"""German hedges that people type, beside those that are printed. "Almost" is read as about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.model.figure import Hedge

TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "über, gut, etwas mehr als, knapp über, mehr denn",
        Hedge.AT_LEAST: "wenigstens, zumindest, nicht weniger als, keine weniger als, minimal",
        Hedge.ABOUT: "rund, ungefähr, circa, zirka, ca., ca, annähernd, fast, beinahe, "
        "nahezu, um die, an die",
        Hedge.UP_TO: "höchstens, maximal, nicht mehr als, allenfalls",
        Hedge.FEWER_THAN: "unter, knapp, knapp unter, etwas weniger als",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"über", "unter", "um die", "an die"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {"fast", "beinahe", "nahezu", "knapp", "knapp unter", "etwas weniger als"}
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset({"gut", "etwas mehr als", "knapp über"})
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset(
    {"etwa", "rund", "ungefähr", "circa", "zirka", "ca.", "ca", "annähernd"}
)
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"(?<!wie )$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"genau", "exakt", "haargenau", "punktgenau"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:nicht|kaum|ganz|so|noch) $"
"""What before them takes it back: "not exactly"."""
