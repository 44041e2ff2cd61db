"""Words measured: takes words with the look that their run has, returns spans as they are drawn.

Each word is measured once in a look, however often a paper says it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from builder.model.text import Run
from builder.outputs.pdf.write.atoms import NO_KERN, Measured, RunLook, TypeSpan, kerns_of
from builder.outputs.pdf.write.styles import TextStyle
from builder.problems import Problems
from builder.text.metrics import FontMetrics
from builder.text.opportunities import SOFT_HYPHEN, Hyphens

made: Final = tuple.__new__
"""Makes a named tuple in half the time that its own name takes."""


@dataclass
class SpanMaker:
    """Makes spans in one language; characters that a font lacks are gathered in `problems`."""

    hyphens: Hyphens
    problems: Problems
    _measured: dict[tuple[str, str], Measured] = field(default_factory=dict, kw_only=True)
    _looks: dict[tuple[Any, ...], tuple[TextStyle, RunLook]] = field(
        default_factory=dict, kw_only=True
    )
    _words: dict[int, dict[str, tuple[Any, ...]]] = field(default_factory=dict, kw_only=True)

    def _look(self, run: Run, style: TextStyle, small: bool = False) -> RunLook:
        noted, code = run.note is not None, run.code and run.text
        key = id(style), run.strong, run.emphasis, bool(run.link), noted, code, run.manner, small
        known = self._looks.get(key)
        if known is None:  # the style is kept with it, so that no other one has its number
            sized = replace(style, size=style.smaller) if small else style
            known = self._looks[key] = style, RunLook.of(run, sized)
        return known[1]

    def _words_of(self, look: RunLook) -> dict[str, tuple[Any, ...]]:
        """Return what is known of words in a look, which is kept: no other has its number."""
        known = self._words.get(id(look))
        if known is None:
            known = self._words[id(look)] = {}
        return known

    def _span(self, text: str, run: Run, look: RunLook) -> TypeSpan:
        words = self._words_of(look)
        known = words.get(text)
        if known is None:
            shown, width, kern = self._measure(text, look.font, run)
            known = shown, width * look.size / 1000, kerns_of(shown, kern), *look
            if (look.font, text) in self._measured:  # what a font lacks is told each time
                words[text] = known
        return made(TypeSpan, (*known, run))

    def _measure(self, text: str, font: str, run: Run) -> Measured:
        """Return the characters to draw, their width at 1000 points, and their kerning."""
        known = self._measured.get((font, text))
        if known is None:
            metrics = FontMetrics.of(font)
            shown, missing = metrics.drawn(text)
            kern = metrics.kerning(shown) or ()
            known = (shown, metrics.width(shown, 1000, kerned=False) + sum(kern), kern)
            if missing:
                for character in missing:
                    self._lacks(character, text, font, run)
                return known
            self._measured[font, text] = known
        return known

    def _lacks(self, character: str, text: str, font: str, run: Run) -> None:
        self.problems.error(
            run.place,
            f'{FontMetrics.of(font).lacks(character)}, in "{text}"',
            "write it in characters that the theme's fonts have, or name another font there",
        )

    def _cut(self, span: TypeSpan, start: int, end: int) -> TypeSpan:
        text, width, kern = self._measure(span.text[start:end], span.font, span.run)
        return span._replace(text=text, width=width * span.size / 1000, kerns=kerns_of(text, kern))

    def _hyphen(self, span: TypeSpan) -> TypeSpan:
        text, width, _ = self._measure(SOFT_HYPHEN, span.font, span.run)
        return span._replace(text=text, width=width * span.size / 1000, kerns=(NO_KERN,))
