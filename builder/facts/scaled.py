"""Units that begin with a scale in words: takes "millions de nuitées", returns it in its forms.

The scale goes with the number and what is counted stays: 1,57 million de nuitées, 2 millions.
"""

from __future__ import annotations

from functools import lru_cache

from builder.language.language import Plurals, language_of


@lru_cache(maxsize=256)
def scaled_forms(unit: str, tag: str) -> Plurals | None:
    """Return a unit with its scale in each form; None where it begins with none, or one of one."""
    scale, gap, counted = unit.partition(" ")
    for forms in language_of(tag).spoken_scales.values():
        if scale in forms.values() and len({*forms.values()}) > 1:
            return {category: f"{form}{gap}{counted}" for category, form in forms.items()}
    return None
