"""The shipped icons by name: outlines of `assets/icons/icons.json`, read when one is used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from builder.theme import assets

SIDE: Final = 1600.0
"""Units to a side of the square that every outline stands on, y down."""


@cache
def icons() -> Mapping[str, str]:
    """Return each icon's outline by name: `M`, `L`, `C` and `Z` with absolute places.

    Raises:
        FileNotFoundError: the installation lacks them.
    """
    known: Mapping[str, str] = json.loads(assets.path("icons", "icons.json").read_text("utf-8"))
    return known
