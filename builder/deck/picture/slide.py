"""A planned slide in; its picture as plain data, and what it says for those who cannot see it, out.

Our own template is drawn whole: ground, marks, footer and number. Of a user's template only what
the plan knows is: its colours and the places of its text, on a plain ground.
"""

from __future__ import annotations

from builder.deck.grid import Grid
from builder.deck.layouts import BY_NAME
from builder.deck.layouts.base import TITLE, Frame
from builder.deck.picture import shapes
from builder.deck.picture.pen import Pen
from builder.deck.picture.sheet import Sheet
from builder.deck.picture.type import Setter
from builder.deck.plan.fittings import Slot
from builder.deck.plan.model import Align, DeckPlan, Mark, Paragraph, PlannedSlide, Style
from builder.deck.template.parts import furniture_colour
from builder.deck.template.xml import FURNITURE_SIZE
from builder.model.displaylist import DisplayList
from builder.model.text import Line, Owner, words
from builder.theme.theme import Theme
from builder.units import Box


def picture(slide: PlannedSlide, plan: DeckPlan, theme: Theme, setter: Setter) -> DisplayList:
    """Return a slide as it is shown, in the slide's own points."""
    layout, frame = BY_NAME[slide.layout], Frame(Grid(plan.size), theme.deck)
    places = {place.index: place for place in layout.placeholders(frame)}
    borrowed = plan.borrowed
    slots = borrowed.fittings[slide.layout].slots if borrowed else {}
    pen = Pen(Sheet(plan.size), setter, places, slots, borrowed is not None)
    _ground(slide, plan, frame, pen)
    pen.placed(TITLE, (slide.title,), slide.title_box)
    for item in slide.items:
        shapes.draw(item, pen)
    _furniture(slide, plan, frame, pen)
    return pen.sheet.finished()


def _ground(slide: PlannedSlide, plan: DeckPlan, frame: Frame, pen: Pen) -> None:
    layout = BY_NAME[slide.layout]
    whole = Box(0, 0, *plan.size)
    if plan.borrowed is not None:
        pen.sheet.rectangle(whole, pen.colour("paper"))
        return
    pen.sheet.rectangle(whole, pen.colour(layout.background))
    if layout.background == "paper":
        shapes.mark(Mark("Footer rule", frame.grid.hairline, "grid"), pen)
    for mark in layout.marks(frame.grid):
        shapes.mark(mark, pen)


def _furniture(slide: PlannedSlide, plan: DeckPlan, frame: Frame, pen: Pen) -> None:
    number = words(str(slide.number), Owner("furniture", "slide"))
    if plan.borrowed is not None:
        fitting = plan.borrowed.fittings[slide.layout]
        for slot, line in ((fitting.footer, plan.footer), (fitting.number, number)):
            if slot is not None:
                size = slot.size or FURNITURE_SIZE
                _foot(line, _inner(slot), size, "muted", slot.align, pen)
        return
    layout, grid = BY_NAME[slide.layout], frame.grid
    if layout.furniture:
        colour = furniture_colour(layout)
        _foot(plan.footer, grid.footer, FURNITURE_SIZE, colour, "l", pen)
        _foot(number, grid.number, FURNITURE_SIZE, colour, "r", pen)


def _foot(line: Line, box: Box, size: float, colour: str, align: Align, pen: Pen) -> None:
    pen.text((Paragraph(line, Style(size, colour=colour, align=align)),), box, "ctr")


def _inner(slot: Slot) -> Box:
    left, top, right, bottom = slot.insets
    box = slot.box
    return Box(box.left + left, box.top + top, box.width - left - right, box.height - top - bottom)
