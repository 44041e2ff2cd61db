"""A briefing in, a PowerPoint deck out: planned as plain data, then written.

    plan_deck(briefing, theme, problems) -> DeckPlan -> with_pages(plan, pages) -> DeckPlan
    write_deck(plan, theme, path)

Each folder imports only those below it: `compose` (which slides there are), `template` (the user's
own), `layouts`, `plan` (what stands on slides, measured and fitted). `write` knows `plan` alone.
A slide layout is one file in `layouts/` and a line in `builder.model.layouts`.
python-pptx is imported only by the writer.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.outputs.pptx.compose.deck import plan_deck, slides_by_figure
from builder.outputs.pptx.compose.feet_and_notes import with_pages
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.template.model import NotATemplateError
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.model.ledger import LedgerPlace
    from builder.outputs.pptx.write.deck import Draft


class _LaidOut(Protocol):
    @property
    def deck(self) -> DeckPlan: ...

    @property
    def theme(self) -> Theme: ...

    @property
    def begun(self) -> Draft | None: ...


def begin_deck(plan: DeckPlan, theme: Theme) -> Draft:
    """Write what can be written of a deck that does not know the paper's pages yet."""
    from builder.outputs.pptx.write.deck import draft

    return draft(plan, theme.on_screen)


def write_deck(plan: DeckPlan, theme: Theme, path: Path, begun: Draft | None = None) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes. It may have `begun`
    before it knew the paper's pages.

    Raises:
        OSError: the file cannot be written.
    """
    from builder.outputs.pptx.write.deck import write_deck as write

    write(plan, theme.on_screen, path, begun)


def make_file(laid: _LaidOut, path: Path) -> None:
    """Write the deck.

    Raises:
        OSError: the file cannot be written.
    """
    write_deck(laid.deck, laid.theme, path, laid.begun)


def places(laid: _LaidOut) -> tuple[LedgerPlace, ...]:
    """Return what the deck must say."""
    return laid.deck.places


def describe_template(data: bytes, theme: Theme) -> str:
    """Return in words which layouts of a template stand for ours, and what is missing.

    Raises:
        NotATemplateError: the bytes are no presentation that a deck can be made on.
    """
    from builder.outputs.pptx.template.apply import report

    return report(data, theme.on_screen)


def export_template(theme: Theme, slide: str) -> bytes:
    """Return our own template as a .pptx; `slide` is `16:9` or `4:3`."""
    from builder.outputs.pptx.layouts import master
    from builder.outputs.pptx.layouts.base import SlideFrame
    from builder.outputs.pptx.plan.deck import SlideGrid
    from builder.outputs.pptx.write.own_template import own_template
    from builder.outputs.pptx.write.package import normalised
    from builder.units import SLIDE_SIZES

    theme = theme.on_screen
    return normalised(
        own_template(master(SlideFrame(SlideGrid(SLIDE_SIZES[slide]), theme.deck), theme), theme)
    )


__all__ = [
    "DeckPlan",
    "NotATemplateError",
    "begin_deck",
    "describe_template",
    "export_template",
    "make_file",
    "places",
    "plan_deck",
    "slides_by_figure",
    "with_pages",
    "write_deck",
]
