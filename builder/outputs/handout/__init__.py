"""The handout: every slide of the deck as a picture, its notes beside it, on pages to print.

    handout(deck, theme, problems) -> Handout -> plan_handout(handout, briefing) -> PaperPlan
    set_handout(plan, theme) -> SetPaper

It stands on the deck's plan and the paper's pages, and neither knows of it. What a new layout or
block of the deck needs here is nothing; a type of native chart is a rule in `charts`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.outputs.handout.plan import Handout, handout, plan_handout
from builder.outputs.pdf import write_paper
from builder.problems import Problems

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.model.ledger import LedgerPlace
    from builder.outputs.pdf import PaperPlan, SetPaper
    from builder.outputs.pptx.plan.deck import DeckPlan
    from builder.theme.theme import Theme


_UPPER, _LOWER = 17.0, 18.0
"""Millimetres above and below the text, at most: two slides and their notes share a page. Only the
footer stands lower, clear of the 6 mm that printers leave blank at the edge of a sheet.
"""


class _LaidOut(Protocol):
    @property
    def briefing(self) -> Briefing: ...

    @property
    def deck(self) -> DeckPlan: ...

    @property
    def theme(self) -> Theme: ...

    def once(self, name: str, make: Callable[[], SetPaper]) -> SetPaper: ...


def set_handout(plan: PaperPlan, theme: Theme) -> SetPaper:
    """Set a handout on its pages.

    Raises:
        NotDrawnError: what the deck says is not on the pages.
    """
    from builder.outputs.handout.setting import SETTERS
    from builder.outputs.pdf import set_paper

    top, right, bottom, left = theme.paper.margins_mm
    margins = min(top, _UPPER), right, min(bottom, _LOWER), left
    theme = replace(theme, paper=replace(theme.paper, margins_mm=margins))
    return set_paper(plan, theme, None, SETTERS)


def make_file(laid: _LaidOut, path: Path) -> None:
    """Write the handout of a deck.

    Raises:
        ContentError: a font lacks a character of the slides.
        OSError: the file cannot be written.
    """
    write_paper(_set(laid), path)


def places(laid: _LaidOut) -> tuple[LedgerPlace, ...]:
    """Return what the handout of a deck must say."""
    return _set(laid).places


def _set(laid: _LaidOut) -> SetPaper:
    """Return the handout on its pages, which are made once, where one is asked for."""

    def made() -> SetPaper:
        problems = Problems()
        slides = handout(laid.deck, laid.theme, problems)
        problems.stop_on_errors()
        return set_handout(plan_handout(slides, laid.briefing), laid.theme)

    return laid.once("handout", made)


__all__ = ["Handout", "handout", "make_file", "places", "plan_handout", "set_handout"]
