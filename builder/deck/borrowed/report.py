"""What a template offers, in words: its bytes in; the mapping and what is missing out."""

from __future__ import annotations

from collections.abc import Iterator

from builder.deck.borrowed.fitting import stage
from builder.deck.borrowed.leftover import said
from builder.deck.borrowed.mapping import mapped
from builder.deck.borrowed.model import Template
from builder.deck.borrowed.palette import themed
from builder.deck.borrowed.reading import read
from builder.deck.layouts import BY_NAME
from builder.deck.layouts.base import Stage
from builder.theme.theme import Theme
from builder.units import Box


def report(data: bytes, theme: Theme) -> str:
    """Return the mapping, ours to theirs, with boxes in points (left, top, width, height).

    Raises:
        NotATemplateError: the bytes are no presentation that can be built on.
    """
    template = read(data)
    return "\n".join(_lines(template, theme)) + "\n"


def _lines(template: Template, theme: Theme) -> Iterator[str]:
    size, mapping = template.size, mapped(template, {})
    yield f"slides of {size.width:g} x {size.height:g} points, face {template.face or 'not said'}"
    yield ""
    widest = max(len(name) for name in BY_NAME)
    for name, found in mapping.found.items():
        lent = themed(theme, template, found.theirs)
        on = stage(found, template, lent)
        yield f"{name:<{widest}}  ->  {found.theirs.label}  ({found.why})"
        for line in _places(on):
            yield f"{'':<{widest}}        {line}"
    if mapping.missing:
        yield ""
        yield "nothing stands for: " + ", ".join(mapping.missing)
        yield "  these need a title, and room below it for what they hold; add such layouts, or"
    else:
        yield ""
        yield "every layout of ours has one; if one is wrong,"
    yield "  map by hand in briefing.yaml, such as"
    yield "    layouts:"
    yield f"      points: {template.layouts[0].label}"
    yield ""
    yield "theirs: " + "; ".join(layout.label for layout in template.layouts)
    if template.left:
        yield ""
        yield "left out of decks:"
        yield from (f"  {line}" for line in said(template.left))


def _places(on: Stage) -> Iterator[str]:
    grid = on.frame.grid
    sizes = f"{on.title_sizes[0]:g} to {on.title_sizes[-1]:g} points"
    yield f"title {_box(grid.title)}, {sizes}"
    for name in ("subtitle", "lead"):
        if name in grid.places:
            yield f"{name} {_box(grid.places[name])}"
    if "body" in grid.places:
        body = on.frame.type.body
        yield f"content {_box(grid.body)}, {body[0]:g} to {body[-1]:g} points"
    fitting = on.fitting
    kept = [
        name
        for name, slot in (("footer", fitting.footer), ("slide number", fitting.number))
        if slot
    ]
    foot = " and ".join(kept) or "no footer, no slide number"
    yield f"{len(fitting.slots)} of its placeholders filled; {foot}"


def _box(box: Box) -> str:
    return f"at {box.left:.0f}, {box.top:.0f}, {box.width:.0f} x {box.height:.0f}"
