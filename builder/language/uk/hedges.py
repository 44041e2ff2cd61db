"""Ukrainian hedges that people type, beside those that are printed. "Almost" is read as about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.model.figure import Hedge

TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "понад, більше ніж, більше за, більше як, більш як, більше, "
        "трохи більше, дещо більше, трохи понад, дещо понад",
        Hedge.AT_LEAST: "принаймні, не менше ніж, не менш ніж, не менше як, не менш як, не "
        "менше, мінімум",
        Hedge.ABOUT: "близько, орієнтовно, десь, майже, прибл., мало не, без малого",
        Hedge.UP_TO: "не більше ніж, не більш ніж, не більше як, не більш як, не більше, максимум",
        Hedge.FEWER_THAN: "менше ніж, менше за, менше як, менш як, менше, трохи менше, дещо менше",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset()
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {"майже", "мало не", "без малого", "трохи менше", "дещо менше"}
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset(
    {"трохи більше", "дещо більше", "трохи понад", "дещо понад"}
)
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset({"приблизно", "орієнтовно", "прибл.", "близько"})
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"рівно", "точно", "точнісінько"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:не|навряд чи|більш|майже|ледве) $"
"""What before them takes it back: "not exactly"."""
