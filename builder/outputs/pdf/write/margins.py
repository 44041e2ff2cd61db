"""What stands in the margin beside the text: takes a setting, returns one that takes no room in
the column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Stack

if TYPE_CHECKING:
    from builder.outputs.pdf.write.context import LayoutContext

LEAST: Final = 5.5  # sizes of a section's heading: the least margin in which words are set


def room(context: LayoutContext) -> float:
    """Return how wide the margin is, in points: 0 where it is too narrow for words of its own."""
    wide = context.column.left - context.geometry.gap
    return wide if wide >= LEAST * context.styles.headings[0].size else 0.0


class Aside(Setting):
    """A setting in the margin, `room` points wide, beside what comes next in the text column.

    It is read before that. A `note` need not stand beside it: it moves up where the page ends, or
    floats.
    """

    def __init__(
        self, body: Setting, room: float, *, item: Item, before: float = 0.0, note: bool = False
    ) -> None:
        super().__init__(item, before)
        self.body, self.room, self.note, self.floats = body, room, note, note

    def parts(self) -> Sequence[Setting]:
        """Return the body."""
        return (self.body,)

    pitch = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the body in the margin; in the column it takes no room."""
        _, self.aside = self.body.wrapOn(self.canv, self.room, availHeight)
        self.width, self.height = availWidth, 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the body downwards from here."""
        self.body.drawOn(self.canv, 0, -self.body.height)


def noted(body: Setting, room: float, within: Setting, *, item: Item) -> Aside:
    """Return a note in the margin, which may stand in the column as it is set `within` that."""
    note = Aside(body, room, item=item, note=True)
    note.instead = within
    return note


class Seen(Stack):
    """A stack for the eye alone, since the text says the same: no part of the structure."""

    def draw(self) -> None:
        """Draw it aside from the text."""
        with self.paper.furniture(kind="Layout"):
            super().draw()
