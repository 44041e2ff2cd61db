"""The paper's ledger: takes the plan's items, returns every owned text of theirs, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.chart import ResolvedChart
from builder.model.ledger import Entry, entries
from builder.model.text import Run
from builder.outputs.pdf.plan.items import Item


def ledger_of(items: Iterable[Item]) -> tuple[Entry, ...]:
    """Return an entry for each owned run of the items, before any has a page (page 0).

    Of a chart only its number and its alternate text: what its drawing prints is the drawing's
    to say. A field `alt` is alternate text.
    """
    found: list[Entry] = []
    for item in items:
        _gather(item, item.anchor, found)
    return tuple(found)


def _gather(part: object, within: str, found: list[Entry]) -> None:
    """Walk an item's fields in order, so that a new kind of item needs no code here."""
    if isinstance(part, Run):
        if part.owner is not None:
            found += entries((part,), "body", within)
    elif isinstance(part, tuple):
        for inner in part:
            _gather(inner, within, found)
    elif not isinstance(part, ResolvedChart):
        anchor = part.anchor if isinstance(part, Item) else within
        for name in getattr(part, "__dataclass_fields__", ()):
            held = getattr(part, name)
            if name == "alt":
                found += entries(held, "alt", anchor)
            else:
                _gather(held, anchor, found)


def runs_in(part: object) -> Iterator[Run]:
    """Yield every run in frozen data, at whatever depth."""
    if isinstance(part, Run):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from runs_in(inner)
    else:
        for name in getattr(part, "__dataclass_fields__", ()):
            yield from runs_in(getattr(part, name))
