"""How wide a template's face runs: its name in; a factor on Liberation Sans's widths, out.

Only faces that are shipped can be measured. Others are taken to be as wide as listed here, from
their published average advances; narrower ones as wide as Arial, unknown ones at a fifth more.
"""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = 1.2
_LIKE_ARIAL: Final = (
    "Aptos|Aptos Display|Arial|Arial Narrow|Arimo|Avenir|Avenir Next|Bierstadt|Calibri|"
    "Calibri Light|Cambria|Candara|Carlito|Constantia|Corbel|DIN|EB Garamond|Franklin Gothic Book|"
    "Garamond|Georgia Pro|Gill Sans|Gill Sans MT|Helvetica|Helvetica Neue|IBM Plex Sans|Lato|"
    "Liberation Sans|Liberation Serif|Merriweather Sans|Palatino Linotype|Roboto|"
    "Roboto Condensed|Source Sans 3|Source Sans Pro|Source Serif 4|Tahoma|Times|"
    "Times New Roman|Tw Cen MT"
)
_WIDER: Final = {
    "book antiqua": 1.05,
    "century gothic": 1.15,
    "courier new": 1.35,
    "dejavu sans": 1.2,
    "franklin gothic medium": 1.05,
    "georgia": 1.08,
    "inter": 1.1,
    "liberation mono": 1.35,
    "lucida sans": 1.15,
    "noto sans": 1.1,
    "open sans": 1.1,
    "segoe ui": 1.05,
    "segoe ui light": 1.05,
    "segoe ui semibold": 1.08,
    "trebuchet ms": 1.05,
    "verdana": 1.22,
}
_FACTORS: Final = {name.casefold(): 1.0 for name in _LIKE_ARIAL.split("|")} | _WIDER


def widening(face: str) -> float:
    """Return by what factor a face runs wider than Liberation Sans, at most."""
    return _FACTORS.get(face.strip().casefold(), UNKNOWN)


def known(face: str) -> bool:
    """Say whether a face's widths are known."""
    return face.strip().casefold() in _FACTORS
