"""The theme's logo on our own template: a theme in; where it stands on the master, and on the title
slide, out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.outputs.pptx.plan.deck import PlannedLayout, SlideGrid
from builder.outputs.pptx.plan.forms import MasterLogo
from builder.outputs.pptx.plan.model import Ornament
from builder.theme.theme import Theme
from builder.units import Box

_TALL: Final = 24.0
_WIDE: Final = 160.0
_TOP: Final = 14.0
_COVER_TALL: Final = 44.0
_COVER_WIDE: Final = 220.0
_PAD: Final = 14.0  # around it, on the plate that it stands on there


def logo_of(theme: Theme, grid: SlideGrid) -> MasterLogo | None:
    """Return the logo above the right end of every headline; None where the theme has none."""
    return _placed(theme, grid, _TALL, _WIDE)


def plated(layout: PlannedLayout, theme: Theme, grid: SlideGrid) -> PlannedLayout:
    """Return the title slide with the logo, on a plate in the colour of paper that hangs from its
    upper edge: on any other ground it may not be seen.
    """
    logo = _placed(theme, grid, _COVER_TALL, _COVER_WIDE)
    if logo is None:
        return layout
    left, top, width, height = logo.box
    around = Box(left - _PAD, 0.0, width + 2 * _PAD, top + height + _PAD)
    return replace(
        layout, marks=(*layout.marks, Ornament("Logo plate", around, "paper")), logo=logo
    )


def plate_of(theme: Theme, grid: SlideGrid) -> float:
    """Return how far the plate reaches in from the right margin, in points; 0 for none."""
    logo = _placed(theme, grid, _COVER_TALL, _COVER_WIDE)
    return logo.box.width + _PAD if logo is not None else 0.0


def _placed(theme: Theme, grid: SlideGrid, tall: float, wide: float) -> MasterLogo | None:
    """Return the logo as large as it may be, at the right margin."""
    if theme.logo is None:
        return None
    from PIL import Image

    with Image.open(theme.logo.file) as opened:
        ratio = opened.width / opened.height
    width = min(wide, tall * ratio)
    box = Box(grid.left + grid.width - width, _TOP, width, width / ratio)
    return MasterLogo(theme.logo.file.read_bytes(), box, theme.logo.alt)
