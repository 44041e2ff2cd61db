"""The slide layouts, one module each, called as the layout is; `builder.model.layouts` lists them.

The first whose content fits is taken, so the list's order matters where two could serve.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Final

from builder.model import blocks
from builder.outputs.pptx.layouts.base import Layout, Purpose, SlideFrame
from builder.outputs.pptx.layouts.logo import logo_of, plated
from builder.outputs.pptx.layouts.parts import headline, points_placeholder
from builder.outputs.pptx.plan.deck import PlannedMaster
from builder.theme.theme import Theme


def _found(name: str) -> Layout:
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    found: Layout = module.LAYOUT
    return found


LAYOUTS: Final[tuple[Layout, ...]] = tuple(map(_found, blocks.LAYOUTS))
BY_NAME: Final = {layout.name: layout for layout in LAYOUTS}


def layout_for(purpose: Purpose) -> Layout:
    """Return the layout that the deck itself needs for something.

    Raises:
        StopIteration: there is none, without which there is no deck.
    """
    return next(layout for layout in LAYOUTS if layout.purpose == purpose)


def master(frame: SlideFrame, theme: Theme) -> PlannedMaster:
    """Return the master of our own template with all layouts."""
    planned = {layout.name: layout.planned(frame) for layout in LAYOUTS}
    cover = layout_for("cover").name
    planned[cover] = plated(planned[cover], theme, frame.grid)
    points = replace(points_placeholder(frame, frame.grid.body), prompt="Text")
    logo = logo_of(theme, frame.grid)
    return PlannedMaster(frame.grid, headline(frame), points, planned, logo, theme.deck.small)
