"""Blocks of set text, as flowables: each knows the item that it sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING

from builder.model.text import Line, Run
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.tags import PLAIN, Element
from builder.outputs.pdf.write.atoms import Atom, SetLine, TypeSpan, Whole, widths_of
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.replay import drawn_again
from builder.outputs.pdf.write.stretches import continues, goes_on, refers, stretched, with_stop
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pdf.write.typeset import Typesetter

if TYPE_CHECKING:
    from builder.outputs.pdf.write.formulas import LineRoom

_NO_FEWER_LINES = 2  # than this many of a paragraph stand alone at a page's foot or head
_STRUCK = 0.22  # sizes above the baseline where a line strikes words through
UNDER, UNDERLINE = 0.17, 0.045  # sizes below the baseline where a link's rule stands; its own
TARGET = 18.0  # points a side of what a finger hits (WCAG 2.5.8: 24 CSS pixels)


class TextBlock(Setting):
    """A paragraph of one style, set `left` points in from the left and at most `measure` wide.

    `inset` is kept free on its right; lines but the first stand `hang` points further in.

    `anchor` is made a destination where the block begins; `within` is the item that owned
    texts are recorded under. The block is a paragraph of the structure unless it is given
    another `element`. What a page could not hold of a block does not begin it (`begins`). A
    heading has a `bookmark`: the name of its place.
    """

    is_plain = True

    def __init__(
        self,
        line: Line,
        style: TextStyle,
        setter: Typesetter,
        *,
        item: Item | None = None,
        within: str = "",
        anchor: str = "",
        left: float = 0.0,
        measure: float = 1e6,
        inset: float = 0.0,
        hang: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        element: Element | None = None,
    ) -> None:
        super().__init__(item, before, after, element)
        self.line, self.style, self.setter = line, style, setter
        self.within = within or (item.anchor if item else "")
        self.anchor = anchor or (item.anchor if item else "")
        self.left, self.measure, self.inset, self.hang = left, measure, inset, hang
        self.lines: tuple[SetLine, ...] | None = None
        self._atoms: list[Atom] | None = None
        self._whole: Whole | None = None
        self.begins, self.bookmark = True, ""
        self._set_for = -1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the lines for this width, unless they are already set."""
        self.inner = min(availWidth - self.left, self.measure) - self.inset - self.hang
        if self.lines is None or (self._set_for >= 0 and self._set_for != self.inner):
            if self._whole is not None and self._whole.natural <= self.inner:
                self.lines = (self._whole.line,)
            else:
                self.lines = self.setter.set(self.line, self.style, self.inner, self._atoms)
            self._set_for, self._atoms, self._whole = self.inner, None, None
        tall = sum([room.height for room in self._rooms()])
        self.width, self.height = availWidth, tall or len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide between lines, leaving no widow and no orphan, no word or figure in two."""
        self.wrap(availWidth, availHeight)
        lines = self.lines or ()
        fitting = int((availHeight + 0.01) / self.style.leading)
        if rooms := self._rooms():
            fitting = self._formulas().fitting(rooms, availHeight + 0.01)
        if fitting >= len(lines):
            return [self]
        fitting = min(fitting, len(lines) - _NO_FEWER_LINES)
        whole = range(fitting, _NO_FEWER_LINES - 1, -1)
        unbroken = [count for count in whole if not continues(lines[count])]
        kept = next((count for count in unbroken if not lines[count - 1].divides), 0)
        # What one page cannot hold, such as a cell that is one long text, is divided anywhere.
        fitting = kept or ([*unbroken, fitting][0] if self.at_top else 0)
        if fitting < _NO_FEWER_LINES:
            return []
        first = self._part(lines[:fitting], self.spaceBefore, 0.0)
        rest = self._part(lines[fitting:], 0.0, self.spaceAfter)
        rest.anchor = ""
        first.begins, rest.begins = self.begins, False
        first.bookmark = self.bookmark
        return [first, rest]

    def _part(self, lines: tuple[SetLine, ...], before: float, after: float) -> TextBlock:
        part = TextBlock(
            self.line,
            self.style,
            self.setter,
            item=self.item,
            within=self.within,
            anchor=self.anchor,
            left=self.left,
            measure=self.measure,
            inset=self.inset,
            hang=self.hang,
            before=before,
            after=after,
            element=self.element,
        )
        part.lines = lines
        return part

    def heads(self, anchor: str, element: Element | None = None) -> TextBlock:
        """Let this be a heading with a bookmark, which leads to `anchor`."""
        self.bookmark, self.element = anchor, element or Element("H")
        return self

    @cached_property
    def element(self) -> Element:
        """The paragraph of the structure that this is, where nothing else was said."""
        return Element("P")

    @cached_property
    def pitch(self) -> float:
        """The pitch of the style."""
        return self.style.pitch

    @cached_property
    def note_marks(self) -> tuple[int, ...]:
        """The notes marked in these lines."""
        return tuple(run.note for run in self._runs() if run.note is not None)

    def links(self) -> set[str]:
        """Return what the runs of these lines link to."""
        return {run.link for run in self._runs() if run.link}

    def _runs(self) -> Iterable[Run]:
        if self.lines is None:
            return self.line
        return (run for line in self.lines for run in line.begins)

    def widths(self) -> tuple[float, float]:
        """Return the width of the widest unbreakable part, and of everything on one line."""
        self._whole = self._whole or self.setter.whole(self.line, self.style)
        if self._whole is not None:
            least, natural, _ = self._whole
        else:
            self._atoms = self._atoms or self.setter.atoms(self.line, self.style)
            least, natural = widths_of(self._atoms)
        return least + self.inset, natural + self.inset

    def draw(self) -> None:
        """Draw the lines downwards from the block's top."""
        paper, style = self.canv, self.style
        if self.anchor:
            paper.anchor(self.anchor, self.height)
        if self.begins:
            paper.say(self.element, self.line, "body", self.within)
        rooms = self._rooms()
        if rooms or not drawn_again(self):
            paper.word("".join([line.words for line in self.lines or ()]))
            top = self.height
            for number, line in enumerate(self.lines or ()):
                above, below = rooms[number] if rooms else (self.above, style.leading - self.above)
                self._draw_line(line, top - above, top)
                top -= above + below
        paper.unmark()
        if self.bookmark and self.begins:
            paper.headed(self.line, self.bookmark, self.height, self.element)
        if rooms:
            self._tell_wide()

    @property
    def above(self) -> float:
        """How far a baseline is below the top of its line.

        There it centres x-height and ascenders of these faces in the leading.
        """
        return (self.style.leading - self.style.size) / 2 + self.style.size * 0.79

    @cached_property
    def _has_formulas(self) -> bool:
        return any(run.formula for run in self.line)

    @property
    def lowered(self) -> float:
        """How much lower than usual the first baseline is."""
        rooms = self._rooms()
        return rooms[0].above - self.above if rooms else 0.0

    def _rooms(self) -> Sequence[LineRoom]:
        """Return the room of each line where a formula may need more than usual, else nothing."""
        if not self._has_formulas:
            return ()
        found: Sequence[LineRoom] = self._formulas().rooms(self.lines or (), self.style, self.above)
        return found

    @staticmethod
    def _formulas() -> ModuleType:
        from builder.outputs.pdf.write import formulas

        return formulas

    def _tell_wide(self) -> None:
        for span in self._formulas().too_wide(self.lines or (), self.inner):
            self.setter.problems.error(
                span.run.place,
                f"the formula is {span.width:.0f} points wide, more than the {self.inner:.0f} here",
                "divide it: \\begin{aligned} a &= b \\\\ &+ c \\end{aligned}",
            )

    def placed(self, line: SetLine) -> tuple[float, float]:
        """Return where a line begins, from the left, and how much wider its spaces are."""
        align, slack = self.style.align, self.inner - line.width
        begins = self.begins and self.lines is not None and line is self.lines[0]
        x = self.left + (0.0 if begins else self.hang)
        if align == "justify" and line.spaces and (not line.last or slack < 0):
            return x, slack / line.spaces
        return x + slack * {"right": 1.0, "centre": 0.5}.get(align, 0.0), 0.0

    def begin(self, run: Run, top: float) -> None:
        """Note what of a run begins in the line whose top is here."""
        paper = self.canv
        if run.owner is not None:
            paper.record(run, "body", self.within, top)
            self.element.pages += (paper.page,)
            for key in paper.citations.new(run, paper.page) if paper.counting else ():
                paper.anchor(anchors.citation(key, paper.page), top)
        if run.note is not None:
            paper.anchor(anchors.note_mark(run.note), top)

    def _draw_line(self, line: SetLine, baseline: float, top: float) -> None:
        paper, size, (x, extra) = self.canv, self.style.size, self.placed(line)
        for run in line.begins:
            self.begin(run, top)
        # A line's end leaves no space between words in the text that programs extract: draw one.
        tail = " " if line.spaced else ""
        tag = "" if self.element.role == "Lbl" else self.setter.hyphens.language
        *before, latest = stretched(line.spans, tag, paper.stressed)
        if not before and latest[0] == PLAIN and not latest[1][0].run.formula:  # as most lines are
            paper.mark(paper.marks.stretch(self.element))
            paper.spans(line.spans, x, baseline, extra, tail)
            return
        for held, spans in (*before, latest):
            after = tail if spans is latest[1] else ""
            # What is heard stands in place of all in its element: the space behind stands apart.
            apart = (held.spoken or held.long) and after and not goes_on(line, self.lines or ())
            if spans[0].run.formula is not None:
                x = self._draw_formula(spans, x, baseline)
                continue
            note, target = refers(spans[0].run), held.target
            element = paper.marks.stretch(self.element, held, note=note)
            if held.spoken or held.long:
                element.printed = spans[0].run.text
                element.spoken = with_stop(held.spoken, spans[0].run, self.line)
            paper.mark(element)
            paper.spans(spans, x, baseline, extra, "" if apart else after)
            spaces = sum([span.text == " " for span in spans]) if extra else 0
            end = x + sum([span.width for span in spans]) + extra * spaces
            if spans[0].run.manner.struck:
                paper.box(x, baseline + size * _STRUCK, end - x, size * 0.06, spans[0].colour)
            if target:
                link = element.parent if held.inner and element.parent else element
                link.words += ("".join([span.text for span in spans]) + after,)
                if spans[0].colour != self.style.colour and not spans[0].rise:
                    # What only its colour tells from the text, not everyone sees.
                    width, thick = end - x, size * UNDERLINE
                    paper.box(x, baseline - size * UNDER, width, thick, spans[0].colour)
                below, right = baseline - size * 0.25, end
                if not before and self.lines and len(self.lines) == 1:  # nothing else stands here
                    below, right = min(below, baseline + size - TARGET), max(right, x + TARGET)
                paper.link(target, x, below, right, baseline + size, link)
            x = end
            if apart:
                paper.mark(paper.marks.stretch(self.element))
                paper.spans((spans[-1]._replace(text=after, kerns=((),)),), x, baseline, 0.0, "")

    def _draw_formula(self, spans: Sequence[TypeSpan], x: float, baseline: float) -> float:
        """Draw a formula as one element that is told in words; return where it ends."""
        from builder.outputs.pdf.write.formulas import fill

        paper, told = self.canv, tuple(span.run for span in spans)
        base = paper.marks.stretch(self.element)
        paper.mark(Element("Formula", base, alt=told))
        fill(paper, spans[0], x, baseline)
        return x + spans[0].width
