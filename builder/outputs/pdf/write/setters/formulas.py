"""Sets formulas apart: takes an equation, returns it in mid-column, its number beside it."""

from __future__ import annotations

from builder.model.text import Run
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.write.atoms import SetLine
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TextBlock


class EquationBlock(TextBlock):
    """A formula in the middle of a column, and its number at the right edge."""

    is_plain = False

    def _draw_line(self, line: SetLine, baseline: float, top: float) -> None:
        paper = self.canv
        for run in line.begins:
            if run.owner is not None:
                paper.record(run, "body", self.within, top)
                self.element.pages += (paper.page,)
        drawn = [span for span in line.spans if span.run.formula is not None]
        beside = [span for span in line.spans if span.run.formula is None and span.text != " "]
        if drawn:
            start = self.left + max(0.0, (self.inner - drawn[0].width) / 2)
            self._draw_formula(drawn, start, baseline)
        if beside:
            wide = sum(span.width for span in beside)
            paper.mark(paper.marks.stretch(self.element))
            paper.spans(beside, self.left + self.inner - wide, baseline, 0.0, "")


def equation(item: items.Equation, context: LayoutContext) -> Setting:
    """Set a formula in the text column, with room above and below it."""
    style, column = context.styles.body, context.column
    text = (*item.text, Run(" "), *item.number) if item.number else item.text
    half = style.leading / 2
    return EquationBlock(
        text,
        style,
        context.setter,
        item=item,
        left=column.left,
        measure=column.width,
        before=half,
        after=half,
    )
