"""Words that no line holds: takes an atom and how wide lines are, returns parts that they hold.

A word ends a line after a sign within it, or where it may be hyphenated; else between any two
letters. Figures are never torn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from builder.outputs.pdf.write.atoms import Atom, TypeSpan
from builder.text.opportunities import AT_SIGNS, After, Hyphens

_WHOLE: Final = ("figure", "formula")


class Tearing(NamedTuple):
    """How wide lines are, and who cuts a span from one letter to another and makes its hyphen."""

    measure: float
    cut: Callable[[TypeSpan, int, int], TypeSpan]
    hyphen: Callable[[TypeSpan], TypeSpan]
    hyphens: Hyphens

    def torn(self, atom: Atom) -> Iterator[Atom]:
        """Yield an atom in parts that a line holds."""
        owners = [span.run.owner for span in atom.spans if span.run.owner is not None]
        whole = any(owner.kind in _WHOLE and not owner.of_cell for owner in owners)
        if atom.width <= self.measure or whole:
            yield atom
            return
        held: list[TypeSpan] = []
        for span in atom.spans:
            start, openings = 0, self._openings(span)
            while self.cut(span, start, len(span.text)).width > self._room(held):
                end, after = self._end(span, start, openings, self._room(held))
                if end == start and held:
                    yield Atom(tuple(held), "join", None)
                    held = []
                    continue
                end = max(end, start + 1)
                if end == len(span.text):
                    break
                gap = self.hyphen(span) if after == "hyphen" else None
                yield Atom((*held, self.cut(span, start, end)), after, gap)
                held, start = [], end
            held.append(self.cut(span, start, len(span.text)))
        yield atom._replace(spans=tuple(held))

    def _room(self, held: list[TypeSpan]) -> float:
        return self.measure - sum(span.width for span in held)

    def _openings(self, span: TypeSpan) -> dict[int, After]:
        """Return after which letters a span may end a line: words of cells have hyphens there."""
        run = span.run
        if run.code:
            return {}
        of_cell = run.owner is not None and run.owner.of_cell and not run.link
        hyphenated = self.hyphens.cuts(span.text) if of_cell else []
        signs = (found.end() for found in AT_SIGNS.finditer(span.text))
        found: dict[int, After] = dict.fromkeys(hyphenated, "hyphen")
        return found | dict.fromkeys(signs, "join")

    def _end(
        self, span: TypeSpan, start: int, openings: dict[int, After], room: float
    ) -> tuple[int, After]:
        """Return up to which letter a line holds a span, and what a break there adds."""
        last = start
        while last < len(span.text) and self.cut(span, start, last + 1).width <= room:
            last += 1
        gap = self.hyphen(span).width
        for place in sorted(openings, reverse=True):
            after = openings[place]
            wide = gap if after == "hyphen" else 0.0
            if start < place <= last and self.cut(span, start, place).width + wide <= room:
                return place, after
        return last, "join"
