"""Sets tables: number and caption above, rows under a repeated header, note and source below."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from builder.frozen import replace
from builder.model.arranging import CellLook
from builder.model.table import Column
from builder.model.text import Line, Run, plain
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.cells import Fill, Row, Rules, group_row, structured
from builder.outputs.pdf.write.context import MARGIN_GAP, LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Around, Dress, Hung, Moved, Stack
from builder.outputs.pdf.write.table import TableRows
from builder.problems import shortened
from builder.text.figures import tails_of
from builder.theme.shades import BAR, shade, shade_name

_AFTER_NUMBERS: Final = 1.2  # gaps more between numbers and the words on their right
_BELOW_CAPTION: Final = 6.0  # points
_INSET: Final = 4.0  # points between a number and the right edge of the shade that it stands on
# How much smaller than other tables one that is too wide is set, and its gaps, in points: the
# smallest is the theme's small print.
_TIGHTER: Final = ((0.0, 11.0), (0.0, 7.0), (0.6, 5.0))
_WRAPPED: Final = 1.45  # of a column: the natural width of a table that still wraps well in it
_FEW_ROWS: Final = 10  # that stay on one page with what stands in the margin
SHORT = 0.42  # of a page: tables no taller than this are not divided


def tabular(item: items.Tabular, context: LayoutContext) -> Setting:
    """Set a table in the text column where it fits without much wrapping, else across the page.

    Beside a short one in the column, its words stand in the margin where there is one. One that is
    wider than the page is set smaller, or else on a page of its own with its long side across.
    """
    column, page = context.column, context.geometry
    table, grid = _grid_for(item, context, column.full)
    turned = grid is None and column == page.column
    if turned:
        page = page.turned
        table, grid = _grid_for(item, context, page.width)
    if grid is None:
        _refuse(item, context, turned)
        return Stack([context.text(item.caption, context.styles.caption, within=item.anchor)])
    caption, below = _caption(item, context, Element("Caption", table)), _below(item, context)
    least, natural = grid.widths()
    wide = column.is_part and (least > column.width or natural > column.width * _WRAPPED)
    width = page.width if turned else column.full if wide else column.width
    tall, shortest = grid.measured(width), SHORT * page.height
    _hold_rows(item, grid, page.height - sum(each.measured(width) for each in caption), context)
    if column.left and not (wide or turned) and tall <= shortest and (caption or below):
        grid.whole = shortest if len(item.rows) <= _FEW_ROWS else 0.0
        return _beside(item, grid, [*caption, *below], len(below), context)
    dress = Dress()
    if caption:
        caption[-1].spaceAfter = _BELOW_CAPTION
        dress = Dress(padding=(5, 0, 0, 0), line=(0.9, grid.rules.outer))
    stack = Stack(
        [*caption, grid, *below],
        item=item,
        head=len(caption),
        foot=len(below),
        whole=shortest,
        dress=dress,
        before=4 * context.styles.unit,
        after=4 * context.styles.unit,
    )
    stack.across, stack.turned = wide and not turned, turned
    if wide or turned or not column.left:
        return stack
    return Moved(stack, column.left)


def _beside(
    item: items.Tabular, grid: TableRows, words: list[Setting], below: int, context: LayoutContext
) -> Setting:
    """Return a table with its words in the margin, the last `below` of which are read after it."""
    dress = Dress(padding=(5, 0, 0, 0), line=(0.9, grid.rules.outer))
    margin = Around(words, dress=dress, foot=below)
    grid.spaceBefore = grid.spaceAfter = 4 * context.styles.unit  # its parts keep them
    return Hung(margin, grid, context.column.left, item=item, gap=MARGIN_GAP)


def _grid_for(
    item: items.Tabular, context: LayoutContext, width: float
) -> tuple[Element, TableRows | None]:
    """Return the table in the largest type in which its words fit so many points, else none."""
    for smaller, gap in _TIGHTER:
        table = Element(item.role, about=item.anchor)
        grid = grid_of(item, _in_smaller_type(context, smaller), table, gap)
        if grid.widths()[0] <= width:
            return table, grid
    return table, None


def _in_smaller_type(context: LayoutContext, smaller: float) -> LayoutContext:
    styles = context.styles
    cell, head = (
        replace(style, size=style.size - smaller, leading=style.leading - smaller)
        for style in (styles.cell, styles.head_cell)
    )
    return replace(context, styles=replace(styles, cell=cell, head_cell=head))


def _refuse(item: items.Tabular, context: LayoutContext, turned: bool) -> None:
    """Say that a table is wider than any page of the paper, or than the box that it stands in."""
    where = "a page, even with its long side across" if turned else "the box that it stands in"
    context.setter.problems.error(
        item.place,
        f'table "{item.name}" has {len(item.columns)} columns, which are wider than {where}',
        f"show fewer with :columns:, shorten their headers, {'or ' if turned else ''}divide the "
        f"table in two{'' if turned else ', or let it stand outside the box'}",
    )


def _hold_rows(item: items.Tabular, grid: TableRows, room: float, context: LayoutContext) -> None:
    """Refuse rows that no page holds below caption and header, of which `room` is left."""
    for number, (tall, row) in enumerate(zip(grid.heights, item.rows, strict=True)):
        if tall > room - grid.head_height - _BELOW_CAPTION:
            if grid.head_height > tall:
                _blame_head(item, context)
                return
            longest = max((plain(cell) for cell in row), key=len)
            context.setter.problems.error(
                item.row_places[number] if item.row_places else item.place,
                f'row {number + 1} of table "{item.name}" is taller than a page: '
                f'"{shortened(longest)}"',
                "shorten its longest cell, or say in prose what it says",
            )


def _blame_head(item: items.Tabular, context: LayoutContext) -> None:
    longest = max((plain(column.header) for column in item.columns), key=len)
    context.setter.problems.error(
        item.place,
        f'the head of table "{item.name}" leaves its rows no room on a page: '
        f'"{shortened(longest)}"',
        "shorten its longest cell, and say the rest in a note or in prose",
    )


def grid_of(item: items.Tabular, context: LayoutContext, table: Element, gap: float) -> TableRows:
    """Return the table's rows, in its element; the first cell of each heads it."""
    styles, shape = context.styles, item.shape
    shaded = [any(row[at] is not None for row in shape.looks) for at in range(len(item.columns))]
    insets = [
        _insets([row[at] for row in item.rows], column, shaded[at], context)
        for at, column in enumerate(item.columns)
    ]

    bold = replace(styles.cell, cut="semibold")
    looks = {
        (strong, align): replace(style, align=align)
        for strong, style in ((False, styles.cell), (True, bold))
        for align in ("left", "right")
    }

    def cell(line: Line, column: Column, strong: bool, inset: float) -> Setting:
        style = looks[strong, column.align]
        return context.text(line, style, within=item.anchor, inset=inset)

    def row(number: int, line: tuple[Line, ...]) -> Row:
        kind = shape.kind(number)
        if kind == "group":
            head = cell(line[0], item.columns[0], True, 0.0)
            goes_on = cell(said_again(line[0], item.continued), item.columns[0], True, 0.0)
            return group_row(head, goes_on, len(line))
        strong = kind in ("subtotal", "total")
        cells = (
            cell(text, column, strong or not at, insets[at][number])
            for at, (text, column) in enumerate(zip(line, item.columns, strict=True))
        )
        fills = tuple(_fill(look, context) for look in shape.looks[number]) if shape.looks else ()
        return Row(tuple(cells), kind=kind, fills=fills)

    header = Row(
        tuple(
            context.text(
                column.header,
                replace(styles.head_cell, align=column.align),
                within=item.anchor,
                inset=_INSET * shaded[at],
            )
            for at, column in enumerate(item.columns)
        )
    )
    rows = [row(number, line) for number, line in enumerate(item.rows)]
    above = _spanning(item, context)
    structured(table, header, rows, above=above)
    rules = replace(rules_of(context), gap=gap)
    gutters = [
        gap + (gap * _AFTER_NUMBERS if before.align != "left" == after.align else 0.0)
        for before, after in pairwise(item.columns)
    ]
    again = _again(item, context)
    return TableRows(header, rows, rules, item=item, gutters=gutters, above=above, again=again)


def _spanning(item: items.Tabular, context: LayoutContext) -> Row | None:
    """Return the headers that go over several columns."""
    spanners = item.shape.spanners
    if not spanners:
        return None
    style = replace(context.styles.head_cell, align="centre")
    cells = (context.text(each.header, style, within=item.anchor) for each in spanners)
    return Row(tuple(cells), spans=tuple((each.first, each.count) for each in spanners))


def _again(item: items.Tabular, context: LayoutContext) -> Setting | None:
    """Return what heads the table where it goes on overleaf: "Table 3 (continued)"."""
    if not item.number or not item.continued:
        return None
    return context.text(
        said_again(item.number, item.continued), context.styles.label, within=item.anchor
    )


def said_again(line: Line, continued: str) -> Line:
    """Return what heads a table, or a group of its rows, where that goes on overleaf."""
    return (*line, Run(f" ({continued})")) if continued else line


def _fill(look: CellLook | None, context: LayoutContext) -> Fill | None:
    if look is None:
        return None
    colours = context.theme.colours
    if look.bar is None:
        return Fill(shade(shade_name(look.heat), colours)) if look.heat else None
    return Fill(shade(shade_name(BAR), colours), *look.bar, is_bar=True)


def _insets(cells: list[Line], column: Column, shaded: bool, context: LayoutContext) -> list[float]:
    """Return what to keep free on the right of each cell, so that decimal marks stand in line.

    What has no number stands where the whole numbers end.
    """
    edge = _INSET if shaded else 0.0
    tails = tails_of(cells, context.decimal) if column.align != "left" else []
    if not any(tails):
        return [edge] * len(cells)
    wide: dict[Line, float] = {(): 0.0}
    for tail in tails:
        if tail not in wide:
            wide[tail] = context.setter.widths(tail, context.styles.cell)[1]
    widest = max(wide.values())
    return [widest - wide[tail] + edge for tail in tails]


def rules_of(context: LayoutContext) -> Rules:
    """Return the rules of every table in the theme's colours."""
    return Rules(outer=context.theme.colours.ink, inner=context.theme.colours.grid)


def _caption(item: items.Tabular, context: LayoutContext, element: Element) -> list[Setting]:
    """Return the blocks of number and caption."""
    styles, place = context.styles, item.anchor
    lines = ((item.number, styles.label, 1.0, "Lbl"), (item.caption, styles.caption, 0.0, "P"))
    return [
        context.text(
            line, style, within=place, anchor=place, after=after, element=Element(role, element)
        )
        for line, style, after, role in lines
        if line
    ]


def _below(item: items.Tabular, context: LayoutContext) -> list[Setting]:
    """Return notes to cells, and note and source, as small paragraphs under the table."""
    said = (*item.note, *((Run(" "),) if item.note and item.source else ()), *item.source)
    lines = [line for line in (*item.shape.remarks, said) if line]
    return [
        context.text(line, context.styles.small, within=item.anchor, before=1.0 if at else 5.0)
        for at, line in enumerate(lines)
    ]
