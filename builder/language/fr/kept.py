"""French words that stand on one line with their number."""

from __future__ import annotations

from typing import Final

from builder.language.fr.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH, "p. pp. n° N° nº nos art. Art. al. chap. fig. Fig. tabl. éq. t. vol. L. R. D. env."
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""
