"""The ink in which words on a mark can be read: the mark's colour in, a colour's name out."""

from __future__ import annotations

from typing import Final

from builder.theme.theme import Colours, contrast

INK_ON: Final = "on:"
"""Before the slot of the mark that words stand on, where their own slot may stand."""

_READABLE: Final = 4.5


def ink_on(mark: str, colours: Colours) -> str:
    """Return `paper` or `ink`, whichever reads better on a colour (`#RRGGBB`).

    On one of middling lightness, where neither has 4.5:1 (WCAG 2.2, 1.4.3), it is black or white.
    """
    rows = ({"paper": colours.paper, "ink": colours.ink}, {"white": "#FFFFFF", "black": "#000000"})
    for inks in rows:
        best = max(inks, key=lambda name: contrast(inks[name], mark))
        if contrast(inks[best], mark) >= _READABLE:
            break
    return best
