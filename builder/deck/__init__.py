"""A briefing in, a PowerPoint deck out: planned as plain data, then written.

    plan_deck(briefing, theme, problems) -> DeckPlan -> write_deck(plan, theme, path)

A slide layout is one file in `layouts/` and a line in its registry. python-pptx is imported
only by the writer.
"""

from __future__ import annotations

from pathlib import Path

from builder.deck.plan.compose import plan_deck, slides_by_figure
from builder.deck.plan.model import DeckPlan
from builder.theme.theme import Theme


def write_deck(plan: DeckPlan, theme: Theme, path: Path) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    from builder.deck.write.deck import write_deck as write

    write(plan, theme, path)


__all__ = ["DeckPlan", "plan_deck", "slides_by_figure", "write_deck"]
