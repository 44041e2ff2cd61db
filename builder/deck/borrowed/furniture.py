"""The foot of slides on a user's template: what fits in its footers, and in which size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from builder.deck.plan.fittings import Borrowed, Fitting, Slot
from builder.deck.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.deck.plan.model import Paragraph, Style
from builder.model.text import Line

_LARGEST: Final = 12.0
_SMALLEST: Final = 8.0


def with_footer(
    borrowed: Borrowed, wordings: Sequence[Line], ruler: Ruler
) -> tuple[Borrowed, Line]:
    """Return the first wording, longest first, that fits in every footer, and footers sized so."""
    fittings = borrowed.fittings
    slots = [fitting.footer for fitting in fittings.values() if fitting.footer is not None]
    fitting_all = (w for w in wordings if all(_size(w, slot, ruler) for slot in slots))
    words = next(fitting_all, wordings[-1])
    sized = {name: _sized(fitting, words, ruler) for name, fitting in fittings.items()}
    return replace(borrowed, fittings=sized), words


def _sized(fitting: Fitting, words: Line, ruler: Ruler) -> Fitting:
    footer = fitting.footer
    if footer is None:
        return fitting
    return replace(fitting, footer=replace(footer, size=_size(words, footer, ruler) or _SMALLEST))


def _size(words: Line, slot: Slot, ruler: Ruler) -> float:
    """Return the largest size at which words fit a footer, 0 for none."""
    left, top, right, bottom = slot.insets
    width, height = slot.box.width - left - right, slot.box.height - top - bottom
    size = min(slot.size or _LARGEST, _LARGEST)
    while size >= _SMALLEST:
        # A footer's box is often lower than its one line, which then stands out above and below.
        high = max(height, size * PITCH * (1 + HEIGHT_MARGIN))
        if ruler.height((Paragraph(words, Style(size)),), width) <= high:
            return size
        size -= 0.5
    return 0.0
