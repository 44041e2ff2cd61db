"""Makes the theme's fonts known to ReportLab, each under its file's name, and no other."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from builder.theme import assets
from builder.theme.theme import Theme


def register(theme: Theme) -> None:
    """Register every cut of the theme's two families.

    Raises:
        FileNotFoundError: the installation lacks one of the fonts.
    """
    # ReportLab names its base font on every page; unembedded Helvetica would not be archival.
    rl_config.canvas_basefontname = theme.serif.regular
    rl_config.useA85 = 0  # text encoding of binary streams costs a fifth of their size
    register_names(
        name
        for face in (theme.serif, theme.sans)
        for name in (face.regular, face.italic, face.bold, face.bold_italic, face.semibold)
    )


def register_names(names: Iterable[str]) -> None:
    """Register font files by their names (without endings), unless they already are."""
    for name in names:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(assets.font(name))))
