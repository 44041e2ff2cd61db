"""Slides as their pictures draw them, one to a page of the slide's own size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from builder.model.displaylist import DisplayList
from builder.outputs.handout import Handout, handout
from builder.outputs.handout.tagging import SlidePicture
from builder.outputs.pdf.write.player import play
from builder.outputs.pptx import DeckPlan
from builder.problems import Problems
from tests.outputs.pptx.making import theme


def views(plan: DeckPlan) -> Handout:
    """Return a deck's slides with their pictures, none of which may lack a character."""
    problems = Problems()
    made = handout(plan, theme(), problems)
    assert not problems.found, [str(problem) for problem in problems]
    return made


def whole(picture: SlidePicture) -> DisplayList:
    """Return all that is drawn of a slide, whatever it is."""
    parts = (part for stretch in picture.stretches for part in stretch.parts)
    operations = tuple(operation for part in parts for operation in part.operations)
    return DisplayList(*picture.size, operations, picture.printed)


def drawn(pictures: Iterable[SlidePicture], path: Path) -> Path:
    """Write pictures to a PDF."""
    canvas = Canvas(str(path))
    for picture in pictures:
        canvas.setPageSize(picture.size)
        play(canvas, whole(picture))
        canvas.showPage()
    canvas.save()
    return path
