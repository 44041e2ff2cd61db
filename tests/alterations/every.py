"""Every module of kinds, imported for what it enters."""

from tests.alterations import (  # noqa: F401
    chart_data,
    chart_look,
    deck_cover,
    deck_sight,
    deck_structure,
    deck_words,
    paper_beneath,
    paper_charts,
    paper_sight,
    paper_structure,
    paper_words,
)
from tests.alterations.kinds import KINDS

__all__ = ["KINDS"]
