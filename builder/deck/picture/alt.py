"""A planned slide in; in one line, what it says to those who cannot see its picture, out."""

from __future__ import annotations

from collections.abc import Container, Iterator

from builder.deck.plan.model import Item, PlannedSlide, TableItem, TextItem
from builder.model.text import Line, Run, plain

_ENDS = ".!?:;…"


def described(slide: PlannedSlide) -> Line:
    """Return the slide's text and the alternate texts of its exhibits, in reading order.

    The title, which heads the picture, is repeated only where the slide holds nothing else.
    """
    exhibits = {plain(item.alt) for item in slide.items if not isinstance(item, TextItem)}
    said: list[Run] = []
    for line in (line for item in slide.items for line in _lines(item, exhibits)):
        if line:
            said += [_stop(said), *line] if said else line
    return tuple(said) or slide.title.runs


def _lines(item: Item, exhibits: Container[str]) -> Iterator[Line]:
    """Yield an item's lines; a caption that an exhibit's alternate text repeats is left to that."""
    if isinstance(item, TextItem):
        for paragraph in item.paragraphs:
            if plain(paragraph.runs) not in exhibits:
                beside = (Run(" "), *paragraph.trailing) if paragraph.trailing else ()
                yield (*paragraph.runs, *beside)
        return
    yield item.alt
    if isinstance(item, TableItem):
        for row in item.rows:
            runs: list[Run] = []
            for cell in row.cells:
                runs += [Run("; "), *cell.runs] if runs else cell.runs
            yield tuple(runs)


def _stop(said: list[Run]) -> Run:
    return Run(" " if plain(said).rstrip()[-1:] in _ENDS else ". ")
