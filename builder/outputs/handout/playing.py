"""Draws a slide's picture on a page: its stretches in, marked content of their elements out.

Words are the slide's own, and what is read of them is the plan's: both are held to each other when
the finished file is read. What is decoration on the slide is an artifact of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from builder.facts.heard import said_of
from builder.model.ledger import said
from builder.model.text import Line, Run
from builder.outputs.handout.tagging import (
    SLIDE,
    SlidePicture,
    Stretch,
    StretchPart,
    Tag,
    in_words_of,
)
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.tags import TextLook as Apart
from builder.outputs.pdf.write.labels import lines_of
from builder.units import Box

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas

_DECORATION: Final = "Layout"


class Player:
    """Draws one picture, whose elements stand in that of its slide, `home`; `anchor` names it.

    `scale` is what a point of the slide is on the page.
    """

    def __init__(self, picture: SlidePicture, home: Element, anchor: str, scale: float) -> None:
        self.picture, self.anchor, self.scale = picture, anchor, scale
        self._elements: dict[Tag, Element] = {}
        for tag in picture.tags:
            parent = self._elements[tag.parent] if tag.parent is not None else home
            self._elements[tag] = Element(
                tag.role,
                parent,
                alt=tag.alt,
                scope=tag.scope,
                numbering=tag.numbering,
                columns=tag.columns,
                rows=tag.rows,
            )

    def play(self, paper: PaperCanvas, left: float, bottom: float, top: float) -> None:
        """Draw the picture, its lower left corner so far right of the canvas' origin and above it;
        what is found in it by links is at height `top`.
        """
        for element in self._elements.values():
            paper.marks.place(element)
        with paper.moved(left, bottom):
            paper.scale(self.scale, self.scale)
            for tag, element in self._elements.items():
                if tag.box is not None:
                    element.box = self._on_page(tag.box, paper)
                for run in tag.alt:
                    paper.record(run, "alt", self.anchor, 0)
            for stretch in self.picture.stretches:
                self._stretch(stretch, paper)
        for run in (run for stretch in self.picture.stretches for run in _runs(stretch)):
            paper.record(run, "body", self.anchor, top)

    def _stretch(self, stretch: Stretch, paper: PaperCanvas) -> None:
        lines = _lines(stretch, self.picture)
        if stretch.tag is None:
            # Outlines that nothing tells say nothing.
            words = [run for part, line in lines if not part.told for run in line]
            with paper.furniture(kind=_DECORATION):
                if words:
                    paper.say(None, tuple(words), "body", self.anchor)
                for part, line in lines:
                    self._part(part, line, paper)
            return
        element = self._elements[stretch.tag]
        if whole := tuple(run for _, line in lines for run in line):
            paper.say(element, whole, "body", self.anchor)
        for part, line in lines:
            if part.told:
                paper.mark(Element("Formula", element, alt=part.told))
            else:
                apart = _apart(part, self.picture.language)
                held = paper.marks.stretch(element, apart)
                if apart.spoken:
                    held.printed = said(line)
                paper.mark(held)
                self._links(part, line, held, paper)
            self._part(part, line, paper)
        paper.unmark()

    def _part(self, part: StretchPart, line: Line, paper: PaperCanvas) -> None:
        from builder.outputs.pdf.write.player import play

        if line and not part.told:
            paper.word(said(line))
        play(paper, self.picture.display(part))

    def _links(self, part: StretchPart, line: Line, held: Element, paper: PaperCanvas) -> None:
        """Let words lead where they do on the slide, or to the slide's place in the handout."""
        if not part.target:
            return
        link = held if held.role == "Link" else held.parent
        if link is None:
            raise AssertionError("words that lead somewhere stand in no link")
        link.words += (said(line),)
        high = self.picture.size.height
        for box in part.boxes:
            foot = high - box.top - box.height
            right = box.left + box.width
            paper.link(part.target, box.left, foot, right, foot + box.height, link)

    def _on_page(self, box: Box, paper: PaperCanvas) -> tuple[float, float, float, float]:
        """Return the edges of a box of the slide in the page's points."""
        high = self.picture.size.height
        left, foot = paper.absolutePosition(box.left, high - box.top - box.height)
        right, top = paper.absolutePosition(box.left + box.width, high - box.top)
        return left, foot, right, top


def _runs(stretch: Stretch) -> Line:
    """Return what a stretch says, its formulas behind its words."""
    return (*stretch.printed, *(run for part in stretch.parts for run in part.shown))


def _lines(stretch: Stretch, picture: SlidePicture) -> Sequence[tuple[StretchPart, Line]]:
    """Return the parts of a stretch, each with what it says."""
    words = [picture.display(part) for part in stretch.parts if not part.told]
    lines = iter(lines_of(words, stretch.printed))
    return [(part, part.told or next(lines)) for part in stretch.parts]


def _apart(part: StretchPart, tag: str) -> Apart:
    """Return what sets a part's words apart from those beside them, and what is heard of them."""
    run = part.run
    if run is None:
        return Apart(part.target)
    spoken = in_words_of(run.text, tag) if run.owner == SLIDE else said_of(run, tag)
    return Apart(part.target, run.language, _role(run), spoken)


def _role(run: Run) -> str:
    """Return the structure type of words that are set otherwise than the text, else nothing."""
    if run.code:
        return "Code"
    return run.manner.shift.capitalize() or ("Struck" if run.manner.struck else "")
