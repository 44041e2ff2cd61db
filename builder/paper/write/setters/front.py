"""Sets the contents, and the lists of figures and tables."""

from __future__ import annotations

from builder.model.text import Run
from builder.paper.plan import items
from builder.paper.tags import Element
from builder.paper.write.desk import Desk
from builder.paper.write.flowables import Setting, TextBlock
from builder.paper.write.frames import Hung
from builder.paper.write.late import late_number
from builder.paper.write.stack import Stack

_NUMBERS = 34.0
_HANGING = 110.0  # for the title of the contents, where the page has no margin column


class ContentsRow(TextBlock):
    """A line of the contents, its page number filled in at the end."""

    def __init__(
        self, entry: items.ContentsEntry, item: items.Contents, desk: Desk, within: Element
    ) -> None:
        linked = tuple(
            Run(run.text, run.strong, run.emphasis, link=f"#{entry.target}", owner=run.owner)
            for run in entry.text
        )
        style = desk.styles.contents
        element = Element("Reference", Element("TOCI", within))
        super().__init__(linked, style, desk.setter, within=item.anchor, after=2.5, element=element)
        self.entry, self.desk = entry, desk

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the words, leaving room for the number on the right."""
        _, self.height = super().wrap(availWidth - _NUMBERS, availHeight)
        self.width = availWidth
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, and keep a place for the number."""
        super().draw()
        paper, target = self.paper, self.entry.target
        baseline = (self.style.leading - self.style.size) / 2 + self.style.size * 0.21

        def page() -> str:
            return str(paper.anchors[target].page)

        link = paper.marks.stretch(self.element, f"#{target}", "", note=False)
        setter, style = self.desk.setter, self.style
        late_number(paper, setter, style, page, self.width, baseline, self.within, link)
        paper.link(f"#{target}", self.width - _NUMBERS, 0, self.width, style.leading, link)


def contents(item: items.Contents, desk: Desk) -> Setting:
    """Set the contents in the text column, their title hung beside them."""
    element = Element(item.role)
    rows: list[Setting] = [ContentsRow(entry, item, desk, element) for entry in item.entries]
    stack = Stack(rows, item=item, before=10, after=8, whole=1e6)
    title = desk.text(
        item.title,
        desk.styles.label,
        within=item.anchor,
        anchor=item.anchor,
        element=Element("H"),
    )
    listed = Hung(title, stack, desk.column.left or _HANGING, item=item)
    listed.across = True
    return listed
