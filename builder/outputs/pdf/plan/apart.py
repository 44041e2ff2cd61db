"""What boxes of blocks with files of their own share: takes such a block, returns its item."""

from __future__ import annotations

from builder.model.blocks import OwnBox
from builder.model.text import join, line, words
from builder.outputs.pdf.plan.items import SetApart
from builder.outputs.pdf.plan.planner import Planner


def boxed(block: OwnBox, planner: Planner, *, label: str = "") -> SetApart:
    """Return a box that begins with what it is called and its title.

    With a `label` that stands alone, and the title heads what the box holds.
    """
    anchor, title = planner.anchor(block.kind), line(block.title)
    called = words(label or planner.word(block.called))
    items = planner.items(block.blocks)
    if label:
        return SetApart(anchor, (called,), block.kind, title=title, items=items)
    heading = join(filter(None, (called, title)), planner.colon)
    return SetApart(anchor, (), block.kind, title=heading, items=items)
