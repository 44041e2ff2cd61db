"""How the paper opens: takes the planner, says whether the title has a page of its own, and returns
the cover or the block that heads the first page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.model.picture import Picture
from builder.model.text import Line, join, line
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import (
    ChartFigure,
    CoverPage,
    Item,
    PictureFigure,
    Tabular,
    TitleBlock,
)
from builder.outputs.pdf.plan.matter import standing
from builder.outputs.pdf.plan.planner import Planner, named, runs_in
from builder.theme.theme import Theme

LONG: Final = 4.0
"""Pages of text from which the title has a page of its own, where the theme leaves it to that."""
LISTED: Final = 11.0
"""Pages of text from which figures and tables are listed, after the text: with what stands around
it such a paper has more than fifteen.
"""

_LINES: Final = 45  # to a page of A4 or Letter
_EXHIBIT: Final = 17  # lines that a chart or a picture takes, with its words
_AROUND_TABLE: Final = 5


def opening(planner: Planner, theme: Theme, pages: float) -> TitleBlock:
    """Return the cover, or the title as a block, of a paper of about so many pages of text."""
    asked = planner.briefing.meta.cover
    whole = {"page": True, "block": False}.get(theme.paper.cover, pages > LONG)
    if asked.is_page or (whole and asked.style != "block"):
        return _cover_page(planner)
    return _title_block(planner)


def pages_of(items: Iterable[Item], planner: Planner, theme: Theme) -> float:
    """Return about how many pages items will take: by their letters, rows and exhibits."""
    columns = planner.briefing.meta.layout.columns
    broad = theme.paper.measure * (1.0 if columns == 1 else 1.5)
    return sum(_lines_of(item, broad) for item in items) / _LINES


def _lines_of(item: Item, broad: float) -> float:
    if isinstance(item, ChartFigure | PictureFigure):
        return _EXHIBIT
    if isinstance(item, Tabular):
        return len(item.rows) + _AROUND_TABLE
    held: tuple[Item, ...] = getattr(item, "items", ())
    if held:
        return 2 + sum(_lines_of(each, broad) for each in held)
    return 1 + sum(len(run.text) for run in runs_in(item)) / broad


def arranged(front: tuple[Item, ...], stated: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what stands before the sections: after a cover the findings come first.

    Contents before them would leave two thirds of their page empty: both are too tall for one.
    """
    if stated and isinstance(front[0], CoverPage):
        return (front[0], *stated, *front[1:])
    return (*front, *stated)


def _kept(planner: Planner) -> Line:
    """Return the one sentence to keep: the message, else the first finding, which is as guarded."""
    stated = planner.briefing.meta.statements
    return line(stated[0].says) if stated else ()


def _who(planner: Planner) -> Line:
    return join((named(author) for author in planner.briefing.meta.authors), ", ")


def _title_block(planner: Planner) -> TitleBlock:
    briefing = planner.briefing
    details = (*standing(planner), _who(planner), briefing.date)
    shown = tuple(detail for detail in details if detail)
    kicker = named(briefing.meta.publisher)
    message = line(briefing.meta.message.says)
    return TitleBlock(anchors.TITLE, briefing.title, briefing.subtitle, kicker, shown, message)


def _cover_page(planner: Planner) -> CoverPage:
    briefing = planner.briefing
    asked, (short, rest) = briefing.meta.cover, briefing.cover_title
    use = asked.picture
    file = briefing.pictures.get(use.file) if use is not None else None
    return CoverPage(
        anchors.TITLE,
        short,
        briefing.subtitle,
        named(briefing.meta.publisher),
        tuple(detail for detail in (*standing(planner), _who(planner)) if detail),
        _kept(planner),
        rest=rest,
        date=briefing.date,
        chart=briefing.charts.get(asked.chart),
        picture=Picture(use, file) if use is not None and file is not None else None,
    )
