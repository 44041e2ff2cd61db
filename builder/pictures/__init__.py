"""Pictures that authors bring: looked at when content is read, drawn for pages and slides; and the
shipped icons.

Bytes in, bytes or outlines out. Nothing here knows a PDF or a package. The libraries are loaded
when a picture is met: a briefing without any needs none of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from builder.pictures.looking import PictureError, looked_at
from builder.theme import assets

__all__ = ["ICON_SIDE", "PictureError", "icons", "looked_at"]

ICON_SIDE: Final = 1600.0
"""Units to a side of the square that an icon's outline stands on, y down."""


@cache
def icons() -> Mapping[str, str]:
    """Return the outlines of `assets/icons/icons.json`, by name.

    They are `M`, `L`, `C` and `Z` with absolute places, and read when one is used.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    known: Mapping[str, str] = json.loads(assets.path("icons", "icons.json").read_text("utf-8"))
    return known
