"""How long what is tried out lasts: as long as a tab shows it, and a moment for one loaded anew."""

from __future__ import annotations

from functools import partial
from threading import Timer
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from builder.preview.engine import Engine

_MOMENT: Final = 5.0  # seconds for which no tab may be there


def look_later(engine: Engine) -> None:
    """Look in a moment whether a tab has come back, and end what is tried out where none has."""
    timer = Timer(_MOMENT, engine.ask, (partial(end_unseen, engine),))
    timer.daemon = True
    timer.start()


def end_unseen(engine: Engine) -> None:
    """End what is tried out where no tab shows it; in the engine's own thread."""
    if not engine.hub.followers:
        engine.try_out({}, {})
