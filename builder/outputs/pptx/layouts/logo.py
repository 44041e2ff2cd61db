"""The theme's logo on the master of our own template: a theme in, where it stands out."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.pictures import MasterLogo
from builder.theme.theme import Theme
from builder.units import Box

_TALL: Final = 24.0
_WIDE: Final = 160.0
_TOP: Final = 14.0


def logo_of(theme: Theme, grid: SlideGrid) -> MasterLogo | None:
    """Return the logo above the right end of every headline; None where the theme has none."""
    if theme.logo is None:
        return None
    from PIL import Image

    with Image.open(theme.logo.file) as opened:
        ratio = opened.width / opened.height
    width = min(_WIDE, _TALL * ratio)
    box = Box(grid.left + grid.width - width, _TOP, width, width / ratio)
    return MasterLogo(theme.logo.file.read_bytes(), box, theme.logo.alt)
