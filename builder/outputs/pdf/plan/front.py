"""What stands before the first section: title block, figures at a glance, contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, Run, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import (
    ChartFigure,
    Contents,
    ContentsEntry,
    FigurePanel,
    Item,
    Tabular,
    TitleBlock,
)
from builder.outputs.pdf.plan.planner import Planner, join, named

_FEW: Final = 5  # figures or tables that a reader finds without a list of them


def front_matter(planner: Planner, entries: Iterable[ContentsEntry]) -> tuple[Item, ...]:
    """Return the items of the first page, the contents listing `entries`."""
    listed = tuple(entries)
    front: list[Item] = [_title_block(planner)]
    glance = planner.key_figures(planner.briefing.meta.at_a_glance)
    if glance:
        front.append(
            FigurePanel(anchors.AT_A_GLANCE, words(planner.word("at_a_glance")), glance, wide=True)
        )
    if len(listed) > 1:
        front.append(Contents(anchors.CONTENTS, words(planner.word("contents")), listed))
    return tuple(front)


def exhibits(planner: Planner, body: Iterable[Item]) -> tuple[Item, ...]:
    """Return the lists of figures and of tables, each where there are more than five."""
    found = list(_numbered(body, planner.colon))
    lists = (
        ("figures_list", anchors.FIGURES, ChartFigure),
        ("tables_list", anchors.TABLES, Tabular),
    )
    return tuple(
        Contents(anchor, words(planner.word(title)), entries)
        for title, anchor, kind in lists
        if len(entries := tuple(entry for item, entry in found if isinstance(item, kind))) > _FEW
    )


def _numbered(items: Iterable[Item], colon: str) -> Iterator[tuple[Item, ContentsEntry]]:
    for item in items:
        if isinstance(item, ChartFigure | Tabular):
            title = item.chart.title if isinstance(item, ChartFigure) else item.caption
            number = tuple(replace(run, strong=False) for run in item.number)
            text = join((number, title), colon)
            yield item, ContentsEntry(text, item.anchor, 1)
        yield from _numbered(getattr(item, "items", ()), colon)


def _title_block(planner: Planner) -> TitleBlock:
    briefing, meta = planner.briefing, planner.briefing.meta
    details = (
        join((named(author) for author in meta.authors), ", "),
        briefing.date,
        edition(planner),
        (Run(f"{planner.word('fingerprint')} "), fingerprint(briefing)),
    )
    shown = tuple(detail for detail in details if detail)
    return TitleBlock(
        anchors.TITLE, briefing.title, briefing.subtitle, named(meta.publisher), shown
    )


def edition(planner: Planner) -> Line:
    """Return the edition as the author words it; a bare number reads "Edition 2"."""
    stated = planner.briefing.meta.edition
    bare = stated.replace(".", "").isdigit()
    return named(f"{planner.word('edition')} {stated}" if bare else stated)


def fingerprint(briefing: Briefing) -> Run:
    """Return the short fingerprint of the content that the paper was built from."""
    text = briefing.short_fingerprint
    return Run(text, owner=Owner("furniture", text, "fingerprint"))


def footer(planner: Planner) -> Line:
    """Return what the foot of every page says: publisher, edition, fingerprint."""
    briefing = planner.briefing
    parts = (named(briefing.meta.publisher), edition(planner), (fingerprint(briefing),))
    return join((part for part in parts if part), " · ")
