"""Sets the contents, and the lists of figures and tables."""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.text import Run
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.desk import Desk
from builder.outputs.pdf.write.flowables import Setting, TextBlock
from builder.outputs.pdf.write.frames import Columns, Hung
from builder.outputs.pdf.write.late import late_number
from builder.outputs.pdf.write.stack import Dress, Stack

_NUMBERS = 34.0
_HANGING = 110.0  # for the title of the contents, where the page has no margin column
_BESIDE = 2  # lists side by side
_BETWEEN = 28.0  # them
_TALLEST = 0.5  # of a page: taller lists stand one after the other, and are divided


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


def lists(found: Sequence[items.Contents], desk: Desk) -> list[Setting]:
    """Set the contents, and the lists of figures and tables that follow them, side by side.

    Contents alone, or lists too long for that, stand one after the other.
    """
    if len(found) > 1:
        rule = desk.theme.colours.accent
        first, *others = (_headed(item, desk) for item in found)
        beside = Columns([first, Stack(others)], _BESIDE, rule, gap=_BETWEEN)
        stack = Stack([beside], item=found[0], before=12, after=8)
        stack.across = True
        if stack.measured(desk.geometry.width) <= _TALLEST * desk.geometry.height:
            return [stack]
    return [contents(item, desk) for item in found]


def contents(item: items.Contents, desk: Desk) -> Setting:
    """Set the contents in the text column, their title hung beside them."""
    stack = Stack(_rows(item, desk), item=item, before=10, after=8, whole=1e6)
    listed = Hung(_title(item, desk), stack, desk.column.left or _HANGING, item=item)
    listed.across = True
    return listed


def _headed(item: items.Contents, desk: Desk) -> Stack:
    """Set a list under its title and a rule."""
    dress = Dress(padding=(6, 0, 0, 0), line=(0.9, desk.theme.colours.accent))
    title = _title(item, desk)
    title.spaceAfter = 5
    return Stack([title, *_rows(item, desk)], dress=dress, before=0, after=12)


def _rows(item: items.Contents, desk: Desk) -> list[Setting]:
    element = Element(item.role)
    return [ContentsRow(entry, item, desk, element) for entry in item.entries]


def _title(item: items.Contents, desk: Desk) -> Setting:
    style = desk.styles.label
    heading = Element("H")
    return desk.text(item.title, style, within=item.anchor, anchor=item.anchor, element=heading)
