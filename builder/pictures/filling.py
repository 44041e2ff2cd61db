"""A picture that fills a place: what does not fit is cut off on both sides alike."""

from __future__ import annotations

from dataclasses import replace

from builder.model.picture import Cut, Picture
from builder.pictures.raster import Pixels, laid, sampled
from builder.theme.theme import Theme


def filling(picture: Picture, ratio: float) -> Cut:
    """Return what of a picture fills a place of a ratio: the middle of what its crop leaves."""
    left, top, right, bottom = picture.cut
    across, down = right - left, bottom - top
    share = ratio / picture.ratio
    wide, tall = (across, down / share) if share > 1 else (across * share, down)
    x, y = left + (across - wide) / 2, top + (down - tall) / 2
    return Cut(x, y, x + wide, y + tall)


def filled(picture: Picture, ratio: float, across: int, theme: Theme) -> Pixels:
    """Return a picture that fills a place of a ratio, at most `across` pixels wide, laid on the
    accent where it lets the ground shine through.

    Raises:
        PictureError: it cannot be drawn.
    """
    cut, ground = filling(picture, ratio), theme.colours.accent
    file = picture.file
    if not file.is_drawing:
        return sampled(file, cut, across, ground)
    from builder.pictures.drawing import cut_out
    from builder.pictures.rendering import rendered

    drawing = cut_out(file.data, file.width, file.height, cut)
    pixels = rendered(drawing, across, max(1, round(across / ratio)), theme)
    return replace(pixels, data=laid(pixels.data, ground))
