"""Ukrainian words that stand on one line with their number, and with the year before them."""

from __future__ import annotations

from typing import Final

from builder.language.kept import kept
from builder.language.uk.days import MONTH

KEPT: Final = kept(
    MONTH,
    "ст. ч. п. пп. с. рис. Рис. табл. Табл. розд. гл. т. вип. вул. буд. абз. підп.",
    "р. рр. року роки років році роках",
)

ALIKE: Final = (frozenset(("р", "рр", "рік", "року", "році", "роком", "роки", "років", "роках")),)
"""Words that say the same behind a number."""
