"""How wide a template's face runs: its name in; a factor on Liberation Sans's widths, out.

Only the fonts that we ship can be measured. Faces with Arial's widths, or narrower ones that
every machine has or replaces in kind, are measured as Arial; a typewriter's by its one width.
All others get the room of the widest face that programs put in the place of a missing one
(Verdana, DejaVu Sans), so that text stays in its box where the template's own is not installed.
"""

from __future__ import annotations

from typing import Final

OTHERS: Final = 1.22
_TYPEWRITER: Final = 1.35
_FACTORS: Final = {
    "arial": 1.0,
    "arial narrow": 1.0,
    "arimo": 1.0,
    "helvetica": 1.0,
    "liberation sans": 1.0,
    "liberation sans narrow": 1.0,
    "liberation serif": 1.0,
    "times new roman": 1.0,
    "courier new": _TYPEWRITER,
    "liberation mono": _TYPEWRITER,
}


def widening(face: str) -> float:
    """Return by what factor a face, or what stands in for it, runs wider at most."""
    return _FACTORS.get(face.strip().casefold(), OTHERS)
