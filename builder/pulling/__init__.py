"""An edited deck and its content in; what was changed, where, and the changed content out.

    plan of the content --+
                          +-- aligned --> edits --> changes and refusals --> files, when asked
    deck as edited -------+

Only figures and cells of tables are taken back. Words belong to their author: those that were
changed are shown with their place in the content.
"""

from __future__ import annotations

from builder.pulling.changes import (
    Change,
    DeckPlace,
    Pulled,
    Refusal,
    UnknownFigureError,
    Wording,
    change_lines,
    refusal_lines,
)
from builder.pulling.pull import pull

__all__ = [
    "Change",
    "DeckPlace",
    "Pulled",
    "Refusal",
    "UnknownFigureError",
    "Wording",
    "change_lines",
    "pull",
    "refusal_lines",
]
