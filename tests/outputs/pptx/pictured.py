"""Slides as their pictures draw them, one to a page of the slide's own size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from builder.model.displaylist import DisplayList
from builder.outputs.handout import Handout, handout
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


def drawn(pictures: Iterable[DisplayList], path: Path) -> Path:
    """Write pictures to a PDF."""
    canvas = Canvas(str(path))
    for picture in pictures:
        canvas.setPageSize((picture.width, picture.height))
        play(canvas, picture)
        canvas.showPage()
    canvas.save()
    return path
