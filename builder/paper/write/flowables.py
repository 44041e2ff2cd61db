"""Blocks of set text, as Platypus flowables: each knows the item that it sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reportlab.platypus.flowables import Flowable

from builder.model.text import Line
from builder.paper.plan import anchors
from builder.paper.plan.items import Item
from builder.paper.write.styles import TextStyle
from builder.paper.write.typeset import SetLine, Typesetter

if TYPE_CHECKING:
    from builder.paper.write.canvas import PaperCanvas

_NO_FEWER_LINES = 2  # than this many of a paragraph stand alone at a page's foot or head


class Setting(Flowable):
    """Something set for an item: `role` and `anchor` are what tagging and links know it by."""

    def __init__(self, item: Item | None, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.item = item
        self.role = item.role if item else "P"
        self.spaceBefore = before
        self.spaceAfter = after

    @property
    def paper(self) -> PaperCanvas:
        """The canvas that this is drawn on."""
        return cast("PaperCanvas", self.canv)

    @property
    def at_top(self) -> bool:
        """Whether this is tried at the top of a page, where nothing is gained by moving on."""
        frame = getattr(self, "_frame", None)
        return frame is not None and bool(frame._atTop)

    def divided(self, child: Setting, width: float, height: float) -> list[Setting]:
        """Return a child of this split at a height: two parts, or one or none as it is whole."""
        vars(child)["_frame"] = getattr(self, "_frame", None)
        return cast("list[Setting]", child.splitOn(self.canv, width, height))

    def widths(self) -> tuple[float, float]:
        """Return the least width that this can be set to, and the width that it would like."""
        return 0.0, 0.0


class TextBlock(Setting):
    """A paragraph of one style, set `left` points in from the left and at most `measure` wide.

    `anchor` is made a destination where the block begins; `within` is the item that owned
    texts are recorded under.
    """

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
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(item, before, after)
        self.line, self.style, self.setter = line, style, setter
        self.within = within or (item.anchor if item else "")
        self.anchor = anchor or (item.anchor if item else "")
        self.left, self.measure = left, measure
        self.lines: tuple[SetLine, ...] | None = None
        self._set_for = -1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set the lines for this width, unless they are already set."""
        self.inner = min(availWidth - self.left, self.measure)
        if self.lines is None or (self._set_for >= 0 and self._set_for != self.inner):
            self.lines = self.setter.set(self.line, self.style, self.inner)
            self._set_for = self.inner
        self.width, self.height = availWidth, len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Divide between lines, leaving no widow and no orphan."""
        self.wrap(availWidth, availHeight)
        lines = self.lines or ()
        fitting = int((availHeight + 0.01) / self.style.leading)
        if fitting >= len(lines):
            return [self]
        fitting = min(fitting, len(lines) - _NO_FEWER_LINES)
        if fitting < _NO_FEWER_LINES:
            return []
        first = self._part(lines[:fitting], self.spaceBefore, 0.0)
        rest = self._part(lines[fitting:], 0.0, self.spaceAfter)
        rest.anchor = ""
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
            before=before,
            after=after,
        )
        part.lines = lines
        return part

    def widths(self) -> tuple[float, float]:
        """Return the width of the widest unbreakable part, and of everything on one line."""
        return self.setter.widths(self.line, self.style)

    def draw(self) -> None:
        """Draw the lines downwards from the block's top."""
        paper, style = self.paper, self.style
        if self.anchor:
            paper.anchor(self.anchor, self.height)
        top = self.height
        for line in self.lines or ():
            # The baseline that centres x-height and ascenders of these faces in the leading.
            baseline = top - (style.leading - style.size) / 2 - style.size * 0.79
            self._draw_line(line, baseline, top)
            top -= style.leading

    def _draw_line(self, line: SetLine, baseline: float, top: float) -> None:
        slack = self.inner - line.width
        x, extra = self.left, 0.0
        if self.style.align == "right":
            x += slack
        elif self.style.align == "centre":
            x += slack / 2
        elif self.style.align == "justify" and line.spaces and (not line.last or slack < 0):
            extra = slack / line.spaces
        for run in line.begins:
            self.paper.record(run, "body", self.within, top)
            if run.note is not None:
                self.paper.anchor(anchors.note_mark(run.note), top)
        # A break leaves no space between words in the text that programs extract: draw one.
        tail = "" if line.last or line.spans[-1].text == "\u00ad" else " "
        self.paper.spans(line.spans, x, baseline, extra, tail)
        self._link(line, x, baseline, extra)

    def _link(self, line: SetLine, x: float, baseline: float, extra: float) -> None:
        """Make the linked stretches of a line lead where they say."""
        size = self.style.size
        start, target = x, ""
        for span in line.spans:
            leads = _target(span.run.link, span.run.note)
            if leads != target:
                if target:
                    self.paper.link(target, start, baseline - size * 0.25, x, baseline + size)
                start, target = x, leads
            x += span.width + (extra if span.text == " " else 0.0)
        if target:
            self.paper.link(target, start, baseline - size * 0.25, x, baseline + size)


def _target(link: str | None, note: int | None) -> str:
    return f"#{anchors.note(note)}" if note is not None else link or ""
