"""Sets the list of references: each work's number or hanging words, its citations and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import Line, Owner, Run, join
from builder.outputs.pdf.plan import anchors, endings
from builder.outputs.pdf.plan.planner import around
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.setters.back import ENTRY
from builder.outputs.pdf.write.stack import Hung, Moved, Stack

_HANG: Final = 14.0  # points
_AFTER_LABEL: Final = 6.0


def reference(
    item: endings.BibliographyEntry,
    context: LayoutContext,
    pages: Mapping[str, Sequence[int]] | None = None,
) -> Setting:
    """Set a work, then small the pages that cite it and the figures that rest on it."""
    style, element = context.styles.note, Element(item.role)
    small = replace(context.styles.small, link=context.theme.colours.accent)
    hang = 0.0 if item.label else _HANG
    body = Element("LBody", element)
    words = context.text(item.text, style, item=item, hang=hang, element=Element("BibEntry", body))
    cited = _cited(item, (pages or {}).get(item.work, ()))
    inset = _HANG if hang else 0.0
    more = [
        Moved(
            context.text(line, small, within=item.anchor, before=1, element=Element("P", body)),
            inset,
        )
        for line in (cited, item.states)
        if line
    ]
    whole = ENTRY * small.leading
    stack = Stack([words, *more], item=item, head=int(bool(more)), whole=whole, before=0, after=6)
    if not item.label:
        return Moved(stack, context.column.left)
    label = context.text(item.label, style, within=item.anchor, element=Element("Lbl", element))
    room = max(context.setter.widths(item.label, style)[1] + _AFTER_LABEL, 1.6 * _HANG)
    return Moved(Hung(label, stack, room, item=item, gap=0), context.column.left)


def _cited(item: endings.BibliographyEntry, pages: Sequence[int]) -> Line:
    """Return the pages that cite a work, each leading to the first citation on it."""
    if not pages:
        return ()
    runs = (
        Run(
            str(page),
            link=f"#{anchors.citation(item.work, page)}",
            owner=Owner("furniture", str(page), "page"),
        )
        for page in pages
    )
    return around(item.cited, join(((run,) for run in runs), ", "))
