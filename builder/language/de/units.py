"""German words for units beside those that figures state, and what parts them."""

from __future__ import annotations

import re
from typing import Final

WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("prozent", "vom hundert", "v. h."), "%"),
    **dict.fromkeys(("promille", "vom tausend"), "‰"),
    **dict.fromkeys(
        (
            "prozentpunkte",
            "prozentpunkten",
            "prozentpunkt",
            "%-punkte",
            "punkte",
            "punkten",
            "pp",
            "pp.",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("kilometern",), "km"),
    **dict.fromkeys(("metern",), "m"),
    **dict.fromkeys(("zentimetern",), "cm"),
    **dict.fromkeys(("millimetern",), "mm"),
    **dict.fromkeys(("quadratmetern",), "m²"),
    **dict.fromkeys(("quadratkilometern",), "km²"),
    **dict.fromkeys(("litern",), "l"),
    **dict.fromkeys(("kubikmetern",), "m³"),
    **dict.fromkeys(("tagen",), "Tage"),
    **dict.fromkeys(("monaten",), "Monate"),
    **dict.fromkeys(("jahren",), "Jahre"),
    **dict.fromkeys(("std.", "std"), "h"),
    **dict.fromkeys(("min.",), "min"),
    **dict.fromkeys(("sek.", "sek"), "s"),
    **dict.fromkeys(("t€", "teur", "tausend euro"), "EUR thousand"),
    **dict.fromkeys(("mio. fr.",), "CHF mn"),
    **dict.fromkeys(("dollar",), "USD"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {"tausende": "thousand", "tausenden": "thousand", "mill": "mn"}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("in",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("und", "oder", "bzw.")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("in", "im", "zu", "nach", "seit")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

FOR_EACH: Final = r"(?:auf|je|pro|von)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)\w*(?:anteil(?!nahm|schein)\w*|abdeckung|impfquote\w*|teilnahmequote\w*)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)\w*(?:wachstum\w*|veränderung\w*|zunahme|anstieg\w*|zuwachs|rückgang\w*|index"
    r"|gegenüber|soll|plan\w*|ziel\w*|\w*bip|\w*inlandsprodukt\w*|\w*schuld(?:en)?"
    r"|brutto\w*|liquid\w*|\w*belegung|\w*auslastung|mobil\w*|\w*anschlüsse"
    r"|basisjahr\w*)(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""
