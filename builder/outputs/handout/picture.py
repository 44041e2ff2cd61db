"""A planned slide in; its picture as plain data, with what each part of it is, out.

Our own template is drawn whole but for its footer, which each page of the handout has: ground,
marks and number. Of a user's template its ground is, with the shapes and pictures on it, plainly
filled, and its places and colours of text. Each kind of item has one rule, so that new layouts need
none. A mark with a pattern is drawn in a fill such as `#20786C~wdUpDiag`, which becomes the plain
mark and the stripes that its outline cuts off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from builder.charts.flows import arrow
from builder.charts.markers import WIDTH, stripes
from builder.charts.native import parts_of
from builder.model import displaylist
from builder.model.displaylist import Raster
from builder.model.text import Line, Owner, words
from builder.outputs.handout.charts import draw_chart
from builder.outputs.handout.pen import Pen
from builder.outputs.handout.sheet import DrawnSheet
from builder.outputs.handout.tagging import (
    SlidePicture,
    StretchPart,
    Tag,
    figure,
    homes,
    is_passed_over,
    paragraphs,
)
from builder.outputs.handout.tagging import cell as entry
from builder.outputs.handout.theirs import theirs_below
from builder.outputs.handout.typesetting import Setter
from builder.outputs.pptx.plan.deck import DeckPlan, PlannedLayout
from builder.outputs.pptx.plan.forms import EDGE, MasterLogo, PictureItem
from builder.outputs.pptx.plan.mapped import PlaceholderMapping
from builder.outputs.pptx.plan.model import (
    TITLE,
    Align,
    Arrow,
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Ornament,
    Paragraph,
    ParagraphStyle,
    PlannedSlide,
    Row,
    Stroke,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.plan.table_rows import HEADER_RULE, PAD_SIDE, ROW_RULE
from builder.units import Box

_DASH: Final = (4.0, 3.0)  # widths of a line, on and off
_HEADED: Final = 1.5  # widths of a line: for a head as large as PowerPoint's


def picture(slide: PlannedSlide, plan: DeckPlan, setter: Setter) -> SlidePicture:
    """Return a slide as it is shown, in the slide's own points.

    Its title is decoration, like all that every slide shows: the handout's own heading says it.
    """
    layout, template = plan.master.layouts[slide.layout], plan.template
    mapping = template.mappings[slide.layout] if template else PlaceholderMapping("", {})
    sheet, theirs = DrawnSheet(plan.size, plan.language), template is not None
    pen = Pen(sheet, setter, layout.places, mapping.slots, theirs, mapping.inked)
    if theirs:
        theirs_below(mapping.shapes, pen)
    else:
        _ground(layout, plan, pen)
    heads = pen if template else replace(pen, setter=setter.of_headlines)
    heads.placed(TITLE, (slide.title,), slide.title_box)
    for item, home in homes(slide.items):
        draw(item, home, pen)
    _furniture(slide, plan, pen)
    return _striped(pen.sheet.finished(), pen.colour("paper"))


def _ground(layout: PlannedLayout, plan: DeckPlan, pen: Pen) -> None:
    whole = Box(0, 0, *plan.size)
    pen.sheet.rectangle(whole, pen.colour(layout.background))
    if layout.background == "paper":
        mark(Ornament("Footer rule", plan.master.grid.hairline, "grid"), pen)
        if plan.master.logo is not None:
            _logo(plan.master.logo, pen)
    if layout.ground is not None:
        pen.sheet.draw(_raster(layout.ground.box, layout.ground.data, pen))
    for each in layout.marks:
        mark(each, pen)
    if layout.logo is not None:
        _logo(layout.logo, pen)


def _logo(logo: MasterLogo, pen: Pen) -> None:
    from builder.pictures.raster import laid

    pen.sheet.draw(_raster(logo.box, laid(logo.data, pen.colour("paper")), pen))


def _furniture(slide: PlannedSlide, plan: DeckPlan, pen: Pen) -> None:
    number = words(str(slide.number), Owner("furniture", "slide"))
    footer = plan.footer_of(slide)
    if plan.template is not None:
        mapping = plan.template.mappings[slide.layout]
        for slot, line in ((mapping.footer, footer), (mapping.number, number)):
            if slot is not None and line:
                size = slot.size or plan.master.small
                _foot(line, slot.box, size, slot.ink or "muted", slot.align, pen)
        return
    layout, grid = plan.master.layouts[slide.layout], plan.master.grid
    if layout.furniture:
        colour = layout.furniture_colour
        _foot(number, grid.number, plan.master.small, colour, "r", pen)


def _foot(line: Line, box: Box, size: float, colour: str, align: Align, pen: Pen) -> None:
    pen.text((Paragraph(line, ParagraphStyle(size, colour=colour, align=align)),), box, "ctr")


def draw(item: Item, home: Tag | None, pen: Pen) -> None:
    """Draw an item where the plan has it, as part of an element or of the slide.

    Raises:
        KeyError: its kind has no rule, which is a bug of ours.
    """
    if isinstance(item, TextItem):
        _text(item, home, pen)
        return
    if isinstance(item, TableItem):
        _table(item, home, pen)
        return
    with pen.sheet.within(figure(item, home)):
        _RULES[type(item)](item, pen)


def mark(shape: Ornament | FilledForm, pen: Pen) -> None:
    """Draw a form."""
    if isinstance(shape, FilledForm) and shape.outline is not None:
        fill = pen.colour(shape.colour) if shape.colour else None
        pen.sheet.outline(shape.outline.steps(), shape.box, fill, _edge(shape, pen))
        return
    colour = pen.colour(shape.colour)
    if isinstance(shape, Ornament) and shape.corners:
        pen.sheet.area(shape.corners, colour)
    elif shape.form == "ellipse":
        pen.sheet.ellipse(shape.box, colour)
    else:
        pen.sheet.rectangle(shape.box, colour)


def _text(item: TextItem, home: Tag | None, pen: Pen) -> None:
    box = item.box or pen.places[item.placeholder].box
    tags = () if is_passed_over(item) else tuple(paragraphs(item.paragraphs, home))
    pen.placed(item.placeholder, item.paragraphs, box, tags)


def _group(item: GroupItem, pen: Pen) -> None:
    for shape in item.shapes:
        if isinstance(shape, Stroke):
            _stroke(shape, pen)
        elif isinstance(shape, Arrow):
            line, head = arrow((shape.start, shape.end), shape.width)
            through = line if shape.headed else (shape.start, shape.end)
            pen.sheet.line(through, pen.stroke(shape.colour, shape.width))
            if shape.headed:
                pen.sheet.area(head, pen.colour(shape.colour))
        else:
            if shape.colour or shape.pen:
                mark(shape, pen)
            if shape.turned:
                _turned(shape, pen)
            else:
                pen.text(shape.paragraphs, shape.inner, shape.anchor)


def _edge(shape: FilledForm, pen: Pen) -> displaylist.Stroke | None:
    if shape.pen is None:
        return pen.stroke(shape.edge, EDGE) if shape.edge else None
    dash = tuple(length * shape.pen.width for length in _DASH) if shape.pen.dashed else ()
    return replace(pen.stroke(shape.pen.colour, shape.pen.width), dash=dash)


def _turned(shape: FilledForm, pen: Pen) -> None:
    middle = shape.box.left + shape.box.width / 2, shape.box.top + shape.box.height / 2
    for each in shape.paragraphs:
        pen.upright(each.runs, each.style.size, middle, each.style.colour, bold=each.style.bold)


def _stroke(shape: Stroke, pen: Pen) -> None:
    line, head = arrow((shape.start, shape.end), _HEADED * shape.width)
    through = line if shape.headed else (shape.start, shape.end)
    dash = tuple(length * shape.width for length in _DASH) if shape.dashed else ()
    pen.sheet.line(through, replace(pen.stroke(shape.colour, shape.width), dash=dash))
    if shape.headed:
        pen.sheet.area(head, pen.colour(shape.colour))


def _picture(item: PictureItem, pen: Pen) -> None:
    from builder.pictures.raster import laid

    pen.sheet.draw(_raster(item.box, laid(item.data, pen.colour("paper")), pen))


def _raster(box: Box, data: bytes, pen: Pen) -> Raster:
    """Return a picture of pixels in a box of the slide."""
    bottom = pen.sheet.size.height - box.top - box.height
    return Raster(data, box.left, bottom, box.width, box.height)


def _table(item: TableItem, home: Tag | None, pen: Pen) -> None:
    table, top = home or Tag("Table"), item.box.top
    for at, row in enumerate(item.rows):
        entries = Tag("TR", table)
        left, foot = item.box.left, top + row.height
        below = item.rows[at + 1].height if at + 1 < len(item.rows) else 0.0
        for number, (cell, width) in enumerate(zip(row.cells, item.widths, strict=True)):
            columns, rows = row.span(number)
            whole = Box(
                left,
                top,
                sum(item.widths[number : number + columns]),
                row.height + (below if rows > 1 else 0.0),
            )
            if row.fill(number):
                pen.sheet.rectangle(whole, pen.colour(row.fill(number)))
            if columns and rows:
                with pen.sheet.within(entry(row, number, entries)):
                    _cell(cell, whole, row, number, pen)
            if rows <= 1:  # no rule crosses a cell that goes on in the next row
                _rule_below(row, (left, left + width), foot, pen)
            left += width
        top = foot


def _rule_below(row: Row, ends: tuple[float, float], at: float, pen: Pen) -> None:
    header = row.kind == "header"
    rule = pen.stroke("accent", HEADER_RULE) if header else pen.stroke("grid", ROW_RULE)
    pen.sheet.line(((ends[0], at), (ends[1], at)), rule)


def _cell(cell: Paragraph, whole: Box, row: Row, number: int, pen: Pen) -> None:
    left, top = whole.left + PAD_SIDE, whole.top + row.pad
    width = whole.width - 2 * PAD_SIDE - row.inset(number)
    box = Box(left, top, width, whole.height - 2 * row.pad)
    pen.text((cell,), box, "b" if row.kind == "header" else "t")


def _striped(drawn: SlidePicture, paper: str) -> SlidePicture:
    """Return a slide whose patterns are stripes in the colour of the paper."""

    def plain(part: StretchPart) -> StretchPart:
        found = (each for item in part.operations for each in _plain(item, paper))
        return replace(part, operations=tuple(found))

    stretches = (replace(each, parts=tuple(map(plain, each.parts))) for each in drawn.stretches)
    return replace(drawn, stretches=tuple(stretches))


def _plain(item: displaylist.Operation, paper: str) -> Iterator[displaylist.Operation]:
    if not isinstance(item, displaylist.Path) or not item.fill:
        yield item
        return
    fill, pattern = parts_of(item.fill)
    yield replace(item, fill=fill)
    if pattern:
        lines = (
            f"{x:.2f} {y:.2f} m {right:.2f} {top:.2f} l"
            for (x, y), (right, top) in stripes(pattern, _around(item.data))
        )
        yield displaylist.Path(" ".join(lines), None, displaylist.Stroke(paper, WIDTH), item.data)


def _around(data: str) -> tuple[float, float, float, float]:
    """Return the box around a path: that of all its places, handles of curves among them."""
    across, down, numbers = [], [], []
    for token in data.split():
        if not token.isalpha():
            numbers.append(float(token))
            continue
        if token == "re":
            x, y, wide, high = numbers
            numbers = [x, y, x + wide, y + high]
        across += numbers[::2]
        down += numbers[1::2]
        numbers = []
    return min(across), min(down), max(across), max(down)


_RULES: Final[Mapping[type[Item], Callable[[Any, Pen], None]]] = {
    ChartItem: draw_chart,
    GroupItem: _group,
    PictureItem: _picture,
}
