"""The paper's ledger: takes the plan's items, returns every owned text of theirs, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from builder.model.chart import ResolvedChart
from builder.model.ledger import Entry, entries
from builder.model.text import Run
from builder.paper.plan.items import Item


def ledger_of(items: Iterable[Item]) -> tuple[Entry, ...]:
    """Return an entry for each owned run of the items, before any has a page (page 0).

    Of a chart only its number and its alternate text: what its drawing prints is the drawing's
    to say. A field `alt` is alternate text.
    """
    return tuple(entry for item in items for entry in _entries(item, item.anchor))


def _entries(part: object, within: str) -> Iterator[Entry]:
    """Walk an item's fields in order, so that a new kind of item needs no code here."""
    if isinstance(part, Run):
        yield from entries((part,), "body", within)
    elif isinstance(part, ResolvedChart):
        return
    elif isinstance(part, tuple):
        for inner in part:
            yield from _entries(inner, within)
    elif is_dataclass(part) and not isinstance(part, type):
        anchor = part.anchor if isinstance(part, Item) else within
        for field in fields(part):
            held = getattr(part, field.name)
            if field.name == "alt":
                yield from entries(held, "alt", anchor)
            else:
                yield from _entries(held, anchor)


def runs_in(part: object) -> Iterator[Run]:
    """Yield every run in frozen data, at whatever depth."""
    if isinstance(part, Run):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from runs_in(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from runs_in(getattr(part, field.name))
