"""Text as DrawingML: paragraphs and their links in, `p:txBody` out (ECMA-376-1, 21.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from builder.model.text import Line, Run
from builder.outputs.pptx.plan.model import Paragraph, Style
from builder.outputs.pptx.write import xml
from builder.theme.theme import Theme
from builder.units import emu

_NO_STYLE = Style(0.0, colour="", before=-1.0)


@dataclass(frozen=True)
class Links:
    """How a slide refers to where its links lead: by relationship ids."""

    to_slide: Callable[[int], str]
    to_address: Callable[[str], str]


@dataclass(frozen=True)
class TextWriter:
    """Writes the text of one slide; `language` is that of all words that name no other."""

    theme: Theme
    language: str
    links: Links

    def paragraphs(
        self, paragraphs: Sequence[Paragraph], base: Sequence[Style] = (), width: float = 0.0
    ) -> str:
        """Return `a:p` elements; what the placeholder's `base` styles say already is left out.

        `width` is the box's, where text stands at its right edge.
        """
        return "".join(self._paragraph(paragraph, base, width) for paragraph in paragraphs)

    def plain(self, lines: Sequence[Line]) -> str:
        """Return `a:p` elements without any style, as notes have them."""
        return "".join(
            "<a:p>" + "".join(self._run(run, _NO_STYLE, _NO_STYLE, 0) for run in line) + "</a:p>"
            for line in lines
        )

    def _paragraph(self, paragraph: Paragraph, base: Sequence[Style], width: float) -> str:
        inherited = base[min(paragraph.level, len(base) - 1)] if base else _NO_STYLE
        properties = self._properties(paragraph, inherited, width)
        return f"<a:p>{properties}{self.runs(paragraph, inherited)}</a:p>"

    def runs(self, paragraph: Paragraph, inherited: Style) -> str:
        """Return a paragraph's `a:r` elements; what `inherited` says already is left out."""
        runs = [
            self._run(run, paragraph.style, inherited, paragraph.target) for run in paragraph.runs
        ]
        if paragraph.trailing:
            runs.append(self._run(Run("\t"), paragraph.style, inherited, 0))
            runs += [self._run(run, paragraph.style, inherited, 0) for run in paragraph.trailing]
        return "".join(runs)

    def _properties(self, paragraph: Paragraph, inherited: Style, width: float) -> str:
        style, level = paragraph.style, paragraph.level
        attributes = f' lvl="{level}"' if level else ""
        inner = ""
        if (style.bullet, style.align) != (inherited.bullet, inherited.align) or not inherited.size:
            attributes = (
                f' marL="{emu(style.indent(level))}"{attributes} indent="{-emu(style.hang)}" '
                f'algn="{style.align}"'
            )
        if style.before != inherited.before:
            points = round(style.before * 100)
            inner += f'<a:spcBef><a:spcPts val="{points}"/></a:spcBef>'
        if style.bullet != inherited.bullet or paragraph.start > 1 or not inherited.size:
            inner += xml.bullet(style, self.theme, paragraph.start)
        if paragraph.trailing:
            # Programs disagree whether tabs count from the box or from the paragraph's indent:
            # this one stands inside the box for either.
            pos = emu(width - style.indent(level) - 1)
            inner += f'<a:tabLst><a:tab pos="{pos}" algn="r"/></a:tabLst>'
        return f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""

    def _run(self, run: Run, style: Style, inherited: Style, target: int) -> str:
        attributes = f" lang={quoteattr(run.language or self.language)}"
        if style.size != inherited.size:
            attributes += f' sz="{round(style.size * 100)}"'
        bold = style.bold or run.strong
        if bold != inherited.bold:
            attributes += f' b="{int(bold)}"'
        if run.emphasis:
            attributes += ' i="1"'
        inner = ""
        if style.colour != inherited.colour:
            inner += xml.fill(style.colour, self.theme)
        inner += self._link(run, target)
        properties = f"<a:rPr{attributes}>{inner}</a:rPr>" if inner else f"<a:rPr{attributes}/>"
        pieces = [
            f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>" for piece in run.text.split("\n")
        ]
        return f"<a:br>{properties}</a:br>".join(pieces)

    def _link(self, run: Run, target: int) -> str:
        if target:
            key = self.links.to_slide(target)
            return f'<a:hlinkClick r:id="{key}" action="ppaction://hlinksldjump"/>'
        # A link into the paper leads nowhere on a slide.
        if run.link and not run.link.startswith("#"):
            return f'<a:hlinkClick r:id="{self.links.to_address(run.link)}"/>'
        return ""
