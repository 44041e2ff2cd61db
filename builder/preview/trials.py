"""How long what is tried out lasts: as long as a tab shows it, and a moment for one loaded anew."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from builder.preview.engine import Engine

_MOMENT: Final = 5.0  # seconds for which no tab may be there


def ends_unseen(engine: Engine, moment: float = _MOMENT) -> None:
    """End what is tried out where no tab comes back within a moment."""

    def end() -> None:
        if not engine.hub.followers:
            engine.try_out({}, {})

    timer = Timer(moment, engine.ask, (end,))
    timer.daemon = True
    timer.start()
