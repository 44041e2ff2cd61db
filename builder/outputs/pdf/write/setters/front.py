"""Sets what opens a paper: takes title block, contents and lists of figures, returns settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from builder.facts.heard import page_aloud
from builder.frozen import replace
from builder.model.text import Line, join, words
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import HAIR, Setting
from builder.outputs.pdf.write.flowables import TARGET, TextBlock
from builder.outputs.pdf.write.furniture import late_number
from builder.outputs.pdf.write.stack import Dress, Hung, SideBySide, Stack
from builder.outputs.pdf.write.styles import TextStyle
from builder.theme.theme import Logo


class LogoImage(Setting):
    """The theme's logo, on the ground of the paper; a figure with its words."""

    def __init__(self, logo: Logo, ground: str, after: float) -> None:
        super().__init__(None, after=after, element=Element("Figure", alt=words(logo.alt)))
        from PIL import Image

        with Image.open(logo.file) as opened:
            picture = opened.convert("RGBA")
        # Flattened: archives that allow transparency still print better without it.
        flat = Image.new("RGBA", picture.size, ground)
        self.picture = Image.alpha_composite(flat, picture).convert("RGB")
        self.tall = logo.height
        self.broad = logo.height * picture.width / picture.height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the logo's own size."""
        self.width, self.height = self.broad, self.tall
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture."""
        from reportlab.lib.utils import ImageReader

        paper, element = self.paper, self.element
        if element is not None:
            left, bottom = paper.absolutePosition(0, 0)
            element.box = (left, bottom, left + self.broad, bottom + self.tall)
            paper.mark(element)
        with paper.moved():
            paper.drawImage(ImageReader(self.picture), 0, 0, self.broad, self.tall)
        paper.unmark()


def title_block(item: items.TitleBlock, context: LayoutContext) -> Setting:
    """Set publisher, title, subtitle and details as a block that heads the first page."""
    styles = context.styles
    block = head(item, context, (styles.title, 14.0), (styles.subtitle, 6.0), "H1")
    block.across = True
    return block


def head(
    item: items.TitleBlock,
    context: LayoutContext,
    title: tuple[TextStyle, float],
    subtitle: tuple[TextStyle, float],
    role: str = "Title",
) -> Setting:
    """Set the title under a heavy rule, at the head of a page that holds more.

    Title and subtitle come with their style and the space above; `role` is the title's.
    """
    styles = context.styles
    details = join(item.details, "  ·  ")
    lines = ((item.title, *title), (item.subtitle, *subtitle))
    blocks = [
        *_logo(context, after=14.0),
        *_titles(item, context, (item.kicker, styles.kicker, 0.0), *lines, role=role),
        *_message(item, context, styles.body.colour),
        *context.texts(item, (details, styles.detail, 10)),
    ]
    dress = Dress(padding=(9, 40, 0, 0), line=(3.0, context.theme.colours.accent))
    return Stack(blocks, item=item, dress=dress, before=0, after=12, element=Element(item.role))


def _titles(
    item: items.TitleBlock, context: LayoutContext, *lines: tuple[Line, TextStyle, float], role: str
) -> list[Setting]:
    blocks = context.texts(item, *lines)
    title = blocks[1 if item.kicker else 0]
    if role == "H1":  # the first of all headings
        title.heads(item.anchor, Element(role))
    else:
        title.element = Element(role)
    return list(blocks)


def _message(item: items.TitleBlock, context: LayoutContext, colour: str) -> list[Setting]:
    """Set the one sentence to keep, if there is one, below the subtitle."""
    style = replace(context.styles.subtitle, colour=colour, cut="semibold")
    return list(context.texts(item, (item.message, style, 16.0)))


def _logo(context: LayoutContext, after: float) -> list[Setting]:
    logo = context.theme.logo
    return [LogoImage(logo, context.theme.colours.paper, after)] if logo else []


_NUMBERS = 34.0
_BELOW_ROW = 2.5
_INDENT = 14.0  # a level of the contents
_BEHIND_NUMBER = "\u00a0\u00a0"
_BESIDE = 2  # lists side by side
_BETWEEN = 28.0  # them
_TOGETHER = 4  # rows of the contents stand alone at a page's foot or head, where it has more
_OPEN = 0.25  # of a page: contents are divided only where they would leave more than this open
_TALLEST = 0.5  # of a page: taller lists stand one after the other, and are divided


class ContentsRow(TextBlock):
    """A line of the contents, its page number filled in at the end."""

    def __init__(
        self,
        entry: items.ContentsEntry,
        item: items.Contents,
        widest: float,
        context: LayoutContext,
        within: Element,
    ) -> None:
        bare = partial(replace, link=None, claim=None, refers=None, language="", short_for="")
        said = join((line for line in (entry.number, entry.text) if line), _BEHIND_NUMBER)
        text = tuple(bare(run) for run in said)
        style = context.styles.contents
        element = Element("Link", Element("Reference", Element("TOCI", within)))
        element.words = ("".join(run.text for run in text),)
        own = _number_room(entry, context)
        setter = context.setter
        super().__init__(text, style, setter, within=item.anchor, hang=own, element=element)
        self.entry, self.context = entry, context
        # Numbers end, and the words of sections begin, one below the other.
        self.indent = widest - own if own else (widest + _INDENT) * (entry.level > 1)
        self.indent += _INDENT * max(0, entry.level - 2)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the words, leaving room for the number on the right."""
        _, self.height = super().wrap(availWidth - _NUMBERS - self.indent, availHeight)
        self.width, self.spaceAfter = availWidth, max(_BELOW_ROW, TARGET - self.height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, and keep a place for the number."""
        with self.paper.moved():
            self.paper.translate(self.indent, 0)
            super().draw()
        paper, target = self.paper, self.entry.target
        baseline = (self.style.leading - self.style.size) / 2 + self.style.size * 0.21

        def page() -> str:
            return str(paper.anchors[target].page)

        setter, style, link = self.context.setter, self.style, self.element
        told = partial(page_aloud, tag=setter.hyphens.language)
        late_number(paper, setter, style, page, self.width, baseline, self.within, link, told)
        foot = min(0.0, self.height - TARGET)
        paper.link(f"#{target}", self.indent, foot, self.width, self.height, link)


def _number_room(entry: items.ContentsEntry, context: LayoutContext) -> float:
    """Return how wide an entry's number is, with the gap behind it."""
    behind = (*entry.number, *words(_BEHIND_NUMBER))
    return context.setter.widths(behind, context.styles.contents)[1] if entry.number else 0.0


def _numbers_room(item: items.Contents, context: LayoutContext) -> float:
    """Return how wide the widest number of the contents is."""
    numbered = {len(each.number[0].text): each for each in item.entries if each.number}
    return _number_room(numbered[max(numbered)], context) if numbered else 0.0


def lists(found: Sequence[items.Contents], context: LayoutContext) -> list[Setting]:
    """Set the contents, and the lists of figures and tables that follow them, side by side.

    Contents alone, or lists too long for that, stand one after the other.
    """
    if len(found) > 1:
        rule = context.theme.colours.accent
        first, *others = (_headed(item, context) for item in found)
        beside = SideBySide([first, Stack(others)], _BESIDE, rule, gap=_BETWEEN)
        stack = Stack([beside], item=found[0], before=12, after=8)
        stack.across = True
        if stack.measured(context.geometry.width) <= _TALLEST * context.geometry.height:
            return [stack]
    return [contents(item, context) for item in found]


class ListedRows(Stack):
    """Rows that are divided only where more than `open` points of a page would else stay open."""

    open = 0.0

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide between rows, if at all."""
        few = availHeight < self.open and not self.at_top
        self.wrap(availWidth, availHeight)
        if few and self.height > availHeight + HAIR:
            return []
        return super().split(availWidth, availHeight)


def contents(item: items.Contents, context: LayoutContext) -> Setting:
    """Set the contents in the text column, their title hung beside them, or above where there is no
    margin.
    """
    rows, title, left = _rows(item, context), _title(item, context), context.column.left
    head = _TOGETHER if left else 1 + _TOGETHER
    title.spaceAfter, dress = (0, Dress()) if left else (3, _ruled(context))
    rows = rows if left else [title, *rows]
    stack = ListedRows(rows, item=item, dress=dress, before=10, after=8, head=head, foot=_TOGETHER)
    stack.open = _OPEN * context.geometry.height
    listed: Setting = Hung(title, stack, left, item=item) if left else stack
    listed.instead = _in_columns(item, context)
    listed.across = True
    return listed


def _ruled(context: LayoutContext) -> Dress:
    return Dress(padding=(5, 0, 0, 0), line=(0.9, context.theme.colours.accent))


def _in_columns(item: items.Contents, context: LayoutContext) -> Setting:
    """Set the contents in columns across the page, below their title."""
    rows, title = _rows(item, context), _title(item, context)
    half, title.spaceAfter = ceil(len(rows) / _BESIDE), 3
    parts = [Stack(rows[:half]), Stack(rows[half:])] if len(rows) > half else [Stack(rows)]
    beside = SideBySide(parts, _BESIDE, context.theme.colours.grid, gap=_BETWEEN)
    listed = Stack([title, beside], item=item, dress=_ruled(context), before=12, after=8)
    listed.across = True
    return listed


def _headed(item: items.Contents, context: LayoutContext) -> Stack:
    """Set a list under its title and a rule."""
    title = _title(item, context)
    title.spaceAfter = 3
    return Stack([title, *_rows(item, context)], dress=_ruled(context), before=0, after=12)


def _rows(item: items.Contents, context: LayoutContext) -> list[Setting]:
    element = Element(item.role)
    widest = _numbers_room(item, context)
    return [ContentsRow(entry, item, widest, context, element) for entry in item.entries]


def _title(item: items.Contents, context: LayoutContext) -> Setting:
    style = context.styles.label
    title = context.text(item.title, style, within=item.anchor, anchor=item.anchor)
    return title.heads(item.anchor, Element("H", level=1))
