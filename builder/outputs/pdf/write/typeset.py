"""Turns a line of runs into measured spans, and spans into set lines ready for the canvas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, TypeVar

from builder.memory import memory
from builder.model.text import Line
from builder.outputs.pdf.write.atoms import (
    Atom,
    SetLine,
    TypeSpan,
    Whole,
    assembled,
    boxes_of,
    outlined,
    stretches,
    stretches_of,
    whole_line,
    wide,
    widths_of,
)
from builder.outputs.pdf.write.spans import SpanMaker, made
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pdf.write.tearing import Tearing
from builder.outputs.pdf.write.titles import in_balance
from builder.text.breaking import Measure, break_lines
from builder.text.opportunities import SPACES, cuts_of, hedge_of, parts

T = TypeVar("T")

_NARROW: Final = 0.3  # sizes: a text that is wider though its letters were so narrow is long
# Divided words are sought only where the lines would otherwise be looser than this.
_LOOSE: Final = 1.0
_BYTES: Final = 400  # that a span takes, with the atom or the line that it stands in


@dataclass
class Typesetter(SpanMaker):
    """Sets lines in one language; characters that a font lacks are gathered in `problems`."""

    def set(
        self, line: Line, style: TextStyle, measure: float, known: list[Atom] | None = None
    ) -> tuple[SetLine, ...]:
        """Return the lines of a paragraph, none wider than `measure`; its own line ends are kept.

        A word that no line holds is divided where it may be, else between any two letters.
        `known` are the line's atoms in this style, where they were asked for before.
        """
        if known is None and _NARROW * style.size * sum([len(run.text) for run in line]) <= measure:
            whole = self.whole(line, style)
            if whole is not None and whole.natural <= measure:
                return (whole.line,)
        return self._remembered(
            ("lines", self.hyphens.language, measure, line, style),
            lambda: self._set(line, style, measure, known),
            lambda lines: sum(len(each.spans) for each in lines),
        )

    def _set(
        self, line: Line, style: TextStyle, measure: float, known: list[Atom] | None
    ) -> tuple[SetLine, ...]:
        atoms: list[Atom] = []
        ends: list[int] = []
        finals: set[int] = set()
        for stretch in stretches(self.atoms(line, style) if known is None else known):
            found, breaks = self._broken(stretch, style, measure)
            ends += [len(atoms) + end for end in breaks]
            atoms += found
            finals.add(len(atoms))
        return tuple(assembled(atoms, ends, finals))

    def _broken(
        self, atoms: list[Atom], style: TextStyle, measure: float
    ) -> tuple[list[Atom], list[int]]:
        """Return what stands between two line ends, perhaps in smaller parts, and its breaks."""
        if wide(atoms) <= measure:
            return atoms, [len(atoms)]
        shape = Measure(measure, style.align == "justify")
        if style.balanced:
            atoms, ends, looseness = in_balance(atoms, shape)
        else:
            ends, looseness = break_lines(boxes_of(atoms), shape)
        too_wide = any(atom.width > measure for atom in atoms)
        if too_wide or (style.hyphenate and looseness > _LOOSE):
            divided = list(self._divided(atoms, measure if style.balanced else 0.0))
            if len(divided) > len(atoms):
                atoms = divided
                ends, _ = break_lines(boxes_of(atoms), shape)
        if too_wide and any(atom.width > measure for atom in atoms):
            tear = Tearing(measure, self._cut, self._hyphen, self.hyphens)
            atoms = [part for atom in atoms for part in tear.torn(atom)]
            ends, _ = break_lines(boxes_of(atoms), shape)
        return atoms, ends

    def widths(self, line: Line, style: TextStyle) -> tuple[float, float]:
        """Return the width of a line's widest unbreakable part, and of it all up to a line end."""
        whole = self.whole(line, style)
        return whole[:2] if whole is not None else widths_of(self.atoms(line, style))

    def whole(self, line: Line, style: TextStyle) -> Whole | None:
        """Return a text as one line; None where it has line ends, parts of words, or no words.

        Nearly every cell of a long table is one: it is set so without atoms.
        """
        if memory() is None:
            return self._as_whole(line, style)
        return self._remembered(
            ("whole", line, style),
            lambda: self._as_whole(line, style),
            lambda whole: len(whole.line.spans) if whole else 0,
        )

    def _as_whole(self, line: Line, style: TextStyle) -> Whole | None:
        if style.align == "justify" or style.verbatim:
            return None
        return whole_line(line, lambda run: self._look(run, style), self._measure)

    def atoms(self, line: Line, style: TextStyle) -> list[Atom]:
        """Return the unbreakable parts of a line."""
        return self._remembered(("atoms", line, style), lambda: self._atoms(line, style), len)

    def _remembered(
        self, key: tuple[Any, ...], make: Callable[[], T], count: Callable[[T], int]
    ) -> T:
        """Return what was made for an equal key, else make it, and count the spans of it.

        What a font lacks is to be told each time. Runs of a line are told apart by being others,
        so a line is known again only where all of them are.
        """
        held, line, told = memory(), key[-2], len(self.problems.found)
        if held is None or len(set(map(id, line))) < len(line):
            return make()
        known: tuple[T] | None = held.get(key)
        if known is None:
            known = (make(),)  # which may be None, and is to be known then too
            if len(self.problems.found) == told:
                held.put(key, known, _BYTES * (count(known[0]) + 1))
        return known[0]

    def _atoms(self, line: Line, style: TextStyle) -> list[Atom]:
        if style.verbatim:
            return list(self._verbatim(line, style))
        atoms: list[Atom] = []
        spans: list[TypeSpan] = []
        for run in line:
            cuts, left = cuts_of(run), hedge_of(run)
            if run.formula is not None:
                before = spans[-1].run.formula if spans else None
                spans.append(outlined(run, self._look(run, style), before))
                continue
            for text, look in stretches_of(run, style, self._look):
                known, space = self._words_of(look), None
                for piece in SPACES.split(text):
                    left -= len(piece)
                    if piece.isalnum():  # as nearly all are: a word without parts
                        found = known.get(piece)
                        spans.append(
                            made(TypeSpan, (*found, run))
                            if found is not None
                            else self._span(piece, run, look)
                        )
                    elif piece and piece[0] in " \t\n":
                        if spans:
                            space = space or self._span(" ", run, look)
                            held = tuple(spans), "space", space, "\n" in piece, left >= 0
                            atoms.append(made(Atom, held))
                            spans = []
                    elif piece:
                        *opened, closed = parts(piece, cuts)
                        for part, after in opened:
                            spans.append(self._span(part, run, look))
                            gap = self._hyphen(spans[-1]) if after == "hyphen" else None
                            atoms.append(Atom(tuple(spans), after, gap))
                            spans = []
                        if closed[0]:
                            spans.append(self._span(closed[0], run, look))
        if spans:
            atoms.append(Atom(tuple(spans), "join", None))
        return atoms

    def _verbatim(self, line: Line, style: TextStyle) -> Iterator[Atom]:
        """Yield the words of a text with all of its spaces; a line too long may end after any."""
        held: TypeSpan | None = None
        for run in line:
            look = self._look(run, style)
            for number, words in enumerate(run.text.split("\n")):
                if number:
                    space = self._span(" ", run, look)
                    yield Atom((held or space,), "space", space, ends=True)
                    held = None
                for word in re.findall(r" *[^ ]+ *| +", words):
                    if held is not None:
                        yield Atom((held,), "join", None)
                    held = self._span(word, run, look)
        if held is not None:
            yield Atom((held,), "join", None)

    def _divided(self, atoms: Iterable[Atom], most: float) -> Iterator[Atom]:
        """Yield the atoms again with each division of those wider than `most` as a break."""
        for atom in atoms:
            spans: list[TypeSpan] = []
            for span in atom.spans:
                *heads, tail = self._divisions(span) if atom.width > most else (span,)
                for head in heads:
                    hyphen = self._hyphen(span)
                    yield Atom((*spans, head), "hyphen", hyphen)
                    spans = []
                spans.append(tail)
            yield atom._replace(spans=tuple(spans))

    def _divisions(self, span: TypeSpan) -> list[TypeSpan]:
        """Return a span divided where its words may be.

        Owned text and addresses never are, nor are words whose language has other rules.
        """
        run = span.run
        if run.owner or run.link or span.rise or run.code or run.language:
            return [span]
        cuts = self.hyphens.cuts(span.text)
        pairs = pairwise([0, *cuts, len(span.text)])
        return [self._cut(span, start, end) for start, end in pairs] if cuts else [span]
