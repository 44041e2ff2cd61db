"""English words that stand on one line with their number."""

from __future__ import annotations

from typing import Final

from builder.language.en.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH,
    "p. pp. No. Nos. art. Art. arts. Arts. s. ss. para. paras. ch. Ch. chap. sec. Sec."
    " fig. Fig. figs. Figs. eq. Eq. vol. Vol. reg. regs. c. ca.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""
