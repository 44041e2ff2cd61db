"""Sets what stands after the last section: notes, sources, the register of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.model.text import Line, Owner, Run, join, plain
from builder.outputs.pdf.plan import anchors, endings
from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.cells import Row, group_row, structured
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TARGET
from builder.outputs.pdf.write.setters.tables import rules_of, said_again
from builder.outputs.pdf.write.stack import Dress, Hung, Moved, Stack
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pdf.write.table import TableRows

_NONE = "–"
_FEWEST = 3  # rows that the register begins with, what heads its first group among them
_DOT = "  ·  "  # between what stands in one line
_BETWEEN = 2.0  # points: lines of small print
_UNWRAPPED = 50.0  # points: the register's wider columns give way to what a figure counts
_SMALLER = (0.0, 0.6, 1.2)  # points: of the register's type, where words are long
ENTRY = 5  # lines of small print: sources and references no taller than this are not divided
_SUBJECT = 1  # the place of the register's column that says what a figure counts


def endnote(item: endings.Endnote, context: LayoutContext) -> Setting:
    """Set a note with its number hung before it, linked back to its mark."""
    style = context.styles.note
    linked = tuple(replace(run, link=f"#{item.back}") for run in item.number)
    element = Element(item.role, id=item.anchor)
    number = context.text(linked, style, within=item.anchor, element=Element("Lbl", element))
    after = max(4.0, TARGET - style.leading)
    text = context.text(item.text, style, item=item, after=after, element=Element("P", element))
    return Moved(Hung(number, text, 18, item=item, gap=0), context.column.left)


def source(item: endings.SourceEntry, context: LayoutContext) -> Setting:
    """Set a source: title and publisher, address in full, remark, the figures that rest on it."""
    styles = context.styles
    strong = tuple(replace(run, strong=True) for run in item.title)
    stop = " " if plain(strong).endswith((".", "!", "?", "…")) else ". "
    head = join((strong, item.details), stop)
    small = replace(styles.small, link=context.theme.colours.accent)
    blocks = [
        context.text(head, styles.note, item=item),
        *context.texts(item, (item.url, small, 1), (item.note, small, 1), (item.states, small, 1)),
    ]
    body = Element("LBody", Element(item.role))
    whole = ENTRY * styles.small.leading
    # A name at the foot of a page, and what it names overleaf: no reader finds it.
    kept = min(1 + bool(item.url), len(blocks) - 1)
    stack = Stack(blocks, item=item, head=kept, whole=whole, before=0, after=7, element=body)
    return Moved(stack, context.column.left)


def small_print(item: endings.SmallPrint, context: LayoutContext) -> Setting:
    """Set small print across the page, under a thin rule."""
    return _as_small_print(
        [context.text(item.text, context.styles.small, item=item)], item, context
    )


def declared(item: endings.Declared, context: LayoutContext) -> Setting:
    """Set what the register does not list as small print, its title in the margin or above; line
    by line, or as one paragraph across the page.
    """
    left, block = context.column.left, Element(item.role, numbering="None")
    title, *lines = _declared(item, item.lines, block, context)
    rows: list[Setting] = [Hung(title, Stack(lines), left, item=item)] if left else [title, *lines]
    made = _as_small_print(rows, item, context)
    one = Element(item.role, numbering="None")
    made.instead = _as_small_print(
        _declared(item, (join(item.lines, _DOT),), one, context), item, context
    )
    return made


def _declared(
    item: endings.Declared, lines: Sequence[Line], listed: Element, context: LayoutContext
) -> list[Setting]:
    """Return the title and these lines, each a point of what is `listed`."""
    styles = context.styles
    title = context.text(item.title, styles.label, within=item.anchor, anchor=item.anchor)
    title.heads(item.anchor, Element("H", level=2))
    points = [Element("LBody", Element("LI", listed)) for _ in lines]
    return [
        title,
        *(
            context.text(line, styles.small, within=item.anchor, after=_BETWEEN, element=point)
            for line, point in zip(lines, points, strict=True)
        ),
    ]


def _as_small_print(rows: list[Setting], item: Item, context: LayoutContext) -> Setting:
    """Return rows across the page, under a thin rule."""
    dress = Dress(padding=(5, 0, 0, 0), line=(0.5, context.theme.colours.grid))
    block = Stack(rows, item=item, dress=dress, head=len(rows) > 1, before=10, after=0)
    block.across = True
    return block


def register(
    item: endings.Register, context: LayoutContext, pages: dict[str, list[int]] | None = None
) -> list[Setting]:
    """Set the register across the page below what introduces it; `pages` are those on which each
    figure is printed.

    Where a word would be cut in the small print, it is set smaller; large print may not be, and
    has period and confidence below what a figure counts.
    """
    small = context.styles.small
    for smaller in _SMALLER[:1] if _is_large(context) else _SMALLER:
        size, leading = small.size - smaller, small.leading - smaller
        style = replace(context.styles.cell, size=size, leading=leading)
        intro, table = _register(item, context, style, pages or {})
        if table.widths()[0] <= context.geometry.width:
            break
    return [intro, table]


def _is_large(context: LayoutContext) -> bool:
    return context.theme.paper.scale > 1


def _told(
    label: list[Setting],
    told: Sequence[Line],
    style: TextStyle,
    within: str,
    context: LayoutContext,
) -> list[Setting]:
    """Return what a figure counts, and the cells of what is told of it; in large print one cell,
    in which what is told, if anything is, takes a line.
    """
    if not _is_large(context):
        cells = (context.text(line or (Run(_NONE),), style, within=within) for line in told)
        return [Stack(label), *cells]
    said = join((line for line in told if line), _DOT)
    below = [context.text(said, style, within=within)] if said else []
    return [Stack([*label, *below])]


class _Looks(NamedTuple):
    """The styles of the register's cells."""

    plain: TextStyle
    muted: TextStyle
    strong: TextStyle


def _register(
    item: endings.Register, context: LayoutContext, style: TextStyle, pages: dict[str, list[int]]
) -> tuple[Setting, Setting]:
    looks = _Looks(
        style, replace(style, colour=context.theme.colours.muted), replace(style, cut="semibold")
    )
    figure, subject, *told, printed, slides = item.header
    first, label, *last = (
        context.text(line, looks.strong, within=item.anchor)
        for line in (figure, subject, printed, slides)
    )
    between = _told([label], told, looks.strong, item.anchor, context)
    header = Row((first, *between, *last))
    rows: list[Row] = []
    for group in item.groups:
        said = (*group.source, *group.note), said_again(group.source, item.continued)
        head, again = (context.text(line, looks.strong, within=item.anchor) for line in said)
        rows.append(group_row(head, again, len(header.cells)))
        rows += (_row(row, pages.get(row.figure, []), context, looks) for row in group.rows)
    element = Element(item.role, about=item.anchor)
    set_intro = context.text if context.column.page else context.columned  # across columns
    intro = set_intro(
        item.introduction,
        context.styles.body,
        within=item.anchor,
        after=8,
        element=Element("Caption", element),
    )
    structured(element, header, rows, heads=_SUBJECT)
    rules = replace(rules_of(context), gap=7.0, short=_UNWRAPPED, least=TARGET)
    grid = TableRows(header, rows, rules, item=item)
    grid.fewest = _FEWEST  # its heading and introduction stand above them
    intro.across, grid.across, intro.leads = bool(context.column.page), True, True
    return intro, grid


def _row(row: endings.RegisterRow, pages: list[int], context: LayoutContext, looks: _Looks) -> Row:
    style = looks.plain
    label: list[Setting] = [context.text(row.label, style, within=row.anchor)]
    for more in (row.inputs, row.remark):
        if more:
            label.append(context.text(more, looks.muted, within=row.anchor))
    where = (_pages(row.figure, pages), row.slides)
    cells = (
        context.text(row.printed, looks.strong, within=row.anchor),
        *_told(label, (row.as_of, row.confidence), style, row.anchor, context),
        *(context.text(line or (Run(_NONE),), style, within=row.anchor) for line in where),
    )
    return Row(cells, row.anchor)


def _pages(figure: str, pages: list[int]) -> Line:
    """Return page numbers, each leading to the figure's first use on its page."""
    runs = (
        Run(
            str(page),
            link=f"#{anchors.figure_use(figure, page)}",
            owner=Owner("furniture", str(page), "page"),
        )
        for page in pages
    )
    return join(((run,) for run in runs), ", ")
