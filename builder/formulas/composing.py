"""Formulas with their figures printed: takes runs as they are written, returns what is said.

One tree comes of it, which every output takes its own from: the paper its outlines, the deck its
native formula, notes and alternate texts the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.formulas.drawing import missing
from builder.formulas.parsing import tree_of
from builder.formulas.saying import in_a_line, spoken
from builder.formulas.symbols import USE, FormulaError
from builder.model.inline import Formula, FormulaNode
from builder.model.text import Line, Run
from builder.problems import Problems


def composed(runs: Sequence[Run], tag: str, problems: Problems) -> Line:
    """Return a line in which each formula is what is said of it, in a language (a BCP 47 tag).

    The runs of a formula are its source, with figures as they are printed. A character that its
    face does not have is reported.
    """
    found: list[Run] = []
    for formula, group in groupby(runs, key=lambda run: run.formula):
        alike = list(group)
        found += alike if formula is None else _said(formula, alike, tag, problems)
    return tuple(found)


def shown(line: Line) -> Line:
    """Return a line whose formulas are lines of characters, as a slide carries them."""
    if not any(run.formula for run in line):
        return line
    found: list[Run] = []
    for formula, group in groupby(line, key=lambda run: run.formula):
        alike = list(group)
        if formula is None:
            found += alike
        else:
            found += [_like(run, alike[0]) for run in in_a_line(formula)]
    return tuple(found)


def aloud(line: Line, tag: str) -> Line:
    """Return a line whose formulas are words alone, for what is heard and not seen."""
    return tuple(replace(run, formula=None) if run.formula else run for run in told(line, tag))


def told(line: Line, tag: str) -> Line:
    """Return a line whose formulas are what is said of them, and are still drawn."""
    if not any(run.formula for run in line):
        return line
    found: list[Run] = []
    for formula, group in groupby(line, key=lambda run: run.formula):
        alike = list(group)
        if formula is None:
            found += alike
        else:
            found += [_like(run, alike[0]) for run in spoken(formula, tag)]
    return tuple(found)


def _said(formula: Formula, runs: Sequence[Run], tag: str, problems: Problems) -> Iterator[Run]:
    printed = [run for run in runs if run.owner and run.owner.kind != "formula"]
    if len(printed) != len(USE.findall(formula.source)):
        return  # a figure that could not be printed is told where it stands
    try:
        tree = tree_of(formula.source, display=formula.display)
    except FormulaError:
        return  # told when it was read
    owners = [run.owner for run in printed if run.owner]
    whole = replace(
        formula,
        tree=_filled(tree, [run.text for run in printed]),
        owners=tuple((owner.kind, owner.id, owner.form) for owner in owners),
    )
    for character in missing(whole):
        found = f'formulas have no character U+{ord(character):04X} "{character}"'
        problems.error(formula.place, found, "write it in words, or outside the formula")
    yield from (_like(run, runs[0]) for run in spoken(whole, tag))


def _like(run: Run, first: Run) -> Run:
    return replace(run, strong=first.strong, emphasis=first.emphasis, claim=first.claim)


def _filled(node: FormulaNode, texts: Sequence[str]) -> FormulaNode:
    if node.slot >= 0:
        return replace(node, text=texts[node.slot])
    if not node.children:
        return node
    return replace(node, children=tuple(_filled(child, texts) for child in node.children))
