"""A cleaned drawing in; its pixels out, the same everywhere: only the theme's fonts are used."""

from __future__ import annotations

from functools import partial
from typing import Final

from builder.memory import remembered
from builder.pictures.confined import confined
from builder.pictures.looking import PictureError
from builder.pictures.raster import Pixels
from builder.theme import assets
from builder.theme.theme import Face, Theme

_MOST_ACROSS: Final = 6_000


def rendered(drawing: bytes, across: int, down: int, theme: Theme) -> Pixels:
    """Return a drawing as a PNG of that many pixels, clear where nothing is drawn.

    Raises:
        PictureError: it cannot be drawn.
    """
    key = "rendered", drawing, across, down, repr((theme.serif, theme.sans))
    make = partial(_rendered, drawing, across, down, theme)
    return remembered(key, make, lambda made: len(made.data))


def _rendered(drawing: bytes, across: int, down: int, theme: Theme) -> Pixels:
    across, down = min(across, _MOST_ACROSS), min(down, _MOST_ACROSS)
    import resvg_py  # noqa: F401  (before there is a copy of this process, which would load it anew)

    return Pixels(confined(partial(_drawn, drawing, across, down, theme)), across, down)


def _drawn(drawing: bytes, across: int, down: int, theme: Theme) -> bytes:
    import resvg_py

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=drawing.decode("utf-8"),
            width=across,
            height=down,
            skip_system_fonts=True,
            font_files=list(dict.fromkeys((*_files(theme.sans), *_files(theme.serif)))),
            font_family=theme.sans.name,
            sans_serif_family=theme.sans.name,
            serif_family=theme.serif.name,
            monospace_family=theme.sans.name,
            cursive_family=theme.serif.name,
            fantasy_family=theme.sans.name,
        )
    except (ValueError, RuntimeError, OSError) as error:
        said = " ".join(str(error).split())[:100]
        raise PictureError(f"the drawing cannot be drawn ({said})", "save it as PNG") from error
    return bytes(data)


def _files(face: Face) -> tuple[str, ...]:
    cuts = (face.regular, face.italic, face.bold, face.bold_italic, face.semibold)
    return tuple(str(assets.font(cut)) for cut in cuts)
