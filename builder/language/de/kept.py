"""German words that stand on one line with their number."""

from __future__ import annotations

from typing import Final

from builder.language.de.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH,
    "S. Nr. Abs. Art. Kap. Abb. Tab. Bd. Ziff. Anm. Az. Drs. Rn. H. Lit. Buchst. ca. Gl. Satz",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""
