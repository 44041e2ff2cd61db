"""Makes fonts known to ReportLab, each under its file's name and from its first use on."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from builder.theme import assets
from builder.theme.theme import Theme


def prepare(theme: Theme) -> None:
    """Set what ReportLab asks of fonts before a page is begun.

    Raises:
        FileNotFoundError: the installation lacks the theme's first font.
    """
    # ReportLab names its base font on every page; unembedded Helvetica would not be archival.
    rl_config.canvas_basefontname = font(theme.serif.regular).fontName
    rl_config.useA85 = 0  # text encoding of binary streams costs a fifth of their size


@cache
def font(name: str) -> Any:
    """Return ReportLab's font of a name, for the most part a font file's (without its ending).

    Only the cuts that a paper uses are read: each takes ReportLab some 10 ms.

    Raises:
        FileNotFoundError: neither ReportLab nor the installation has such a font.
    """
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(assets.font(name))))
    return pdfmetrics.getFont(name)
