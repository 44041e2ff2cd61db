"""Writes a planned paper: takes the plan and a theme, returns the ledger with page numbers."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.model.ledger import Entry
from builder.paper.plan import PaperPlan
from builder.problems import Problems
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.paper.write.canvas import Anchor, PaperCanvas


class NotDrawnError(Exception):
    """A text of the plan never reached the pages, or a link's goal did not: a bug of ours."""


def write_paper(plan: PaperPlan, theme: Theme, path: Path, cache: Path | None) -> tuple[Entry, ...]:
    """Write the paper to `path`; `cache` is a folder for what later builds can use again.

    Returns:
        Every owned text that the pages print, with its page: those of the plan in its order,
        then what was known only when the pages were laid out.

    Raises:
        ContentError: a font lacks a character of the content, or a chart is taller than a page.
        NotDrawnError: a planned text is not on the pages, or a link leads nowhere.
    """
    from builder.paper.write import fonts
    from builder.paper.write.canvas import destination
    from builder.paper.write.desk import Desk, geometry
    from builder.paper.write.document import PaperDocument
    from builder.paper.write.finish import finish
    from builder.paper.write.hyphens import Hyphens
    from builder.paper.write.styles import styles_of
    from builder.paper.write.typeset import Typesetter
    from builder.resolve.numbers import decimal_mark

    fonts.prepare(theme)
    page, hyphens, problems = (
        geometry(plan.page, theme, plan.layout),
        Hyphens(plan.language, cache),
        Problems(),
    )
    setter = Typesetter(hyphens, problems)
    desk = Desk(
        theme,
        styles_of(theme, page.area.grid),
        setter,
        page,
        page.column,
        cache,
        decimal_mark(plan.language),
    )
    document = PaperDocument(plan, desk)
    paper = document.lay_out()
    problems.stop_on_errors()
    hyphens.save()
    ledger = tuple(_paged(plan.ledger, paper.drawn))
    places = {destination(name): place for name, place in _led_to(paper)}
    path.write_bytes(finish(document.buffer.getvalue(), plan, ledger, places, paper.marks))
    return ledger


def _led_to(paper: PaperCanvas) -> Iterator[tuple[str, Anchor]]:
    """Yield the places that links lead to, by name, in order."""
    nowhere = sorted(paper.led_to - paper.anchors.keys())
    if nowhere:
        raise NotDrawnError(f"links lead nowhere: {', '.join(nowhere)}")
    for name in sorted(paper.led_to):
        yield name, paper.anchors[name]


def _paged(planned: Iterable[Entry], drawn: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the planned entries with the pages on which they were drawn, then the others drawn."""
    pages: defaultdict[Entry, deque[int]] = defaultdict(deque)
    for entry in drawn:
        pages[replace(entry, page=0)].append(entry.page)
    for entry in planned:
        if not pages[entry]:
            raise NotDrawnError(f"planned but not drawn: {entry}")
        yield replace(entry, page=pages[entry].popleft())
    for entry, rest in pages.items():
        for page in rest:
            yield replace(entry, page=page)
