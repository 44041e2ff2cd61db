"""A function of an installed package's called: takes it and its table, returns what it draws.

matplotlib's settings are the house's while it runs; a user's own change nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib

from builder.charts.kinds.figure.marking import UnshownError
from builder.charts.kinds.figure.sketching import SETTINGS, Drawn, drawn

__all__ = ["UnshownError", "called"]


def called(function: Callable[[Any], Any], table: object) -> Drawn:
    """Return what the Figure that a function returns draws.

    Raises:
        UnshownError: it holds what paper or deck cannot show, or is no Figure.
        Exception: whatever the function raises.
    """
    from matplotlib.figure import Figure

    from builder.charts.house import defaults

    settings: dict[Any, Any] = {**defaults(), **SETTINGS}
    with matplotlib.rc_context(settings):
        figure = function(table)
        if not isinstance(figure, Figure):
            raise UnshownError(
                f"a {type(figure).__name__}", "let the function return a matplotlib Figure"
            )
        return drawn(figure)
