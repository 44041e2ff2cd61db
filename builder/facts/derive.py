"""Formula figures: takes a figure, its formula and its inputs, returns the resolved figure.

Value, unit, hedge, sources, confidence and period follow from the inputs, unless the figure
states its own.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from builder.facts.arithmetic import FormulaError, Quantity, evaluated
from builder.facts.counted import name_hint, one_noun_hint, unit_hint
from builder.facts.expression import Expression
from builder.facts.intervals import common_hedge, interval_of
from builder.facts.nouns import stated_unit, written_unit
from builder.facts.quotients import base_missed, part_missed, times_off
from builder.facts.rounding import (
    decimals_as_stated,
    decimals_that_tell,
    decimals_when_derived,
    printable,
    roughly,
    whole_of,
)
from builder.facts.scales import in_digits, is_warmth, scale_missed
from builder.facts.spans import spans_of_years
from builder.facts.units import PARTS, may_state
from builder.model.figure import Confidence, Figure, Hedge, Moment, Periods, ResolvedFigure
from builder.problems import Problems


def derived(
    figure: Figure,
    expression: Expression,
    inputs: Mapping[str, ResolvedFigure],
    quantities: Mapping[str, Quantity],
    tag: str,
    problems: Problems,
) -> tuple[ResolvedFigure, Quantity] | None:
    """Return a formula figure and its quantity, or None with the reasons reported.

    `inputs` are the resolved figures of the formula in the order of their first use, and
    `quantities` hold at least theirs; `tag` is the briefing's language.
    """
    spans = spans_of_years(expression, inputs, tag)
    if spans is not None:
        quantities = spans.weighed(quantities)
    try:
        found = evaluated(expression, quantities)
    except FormulaError as error:
        hint = one_noun_hint(error, tag, _counted(inputs))
        problems.error(expression.place_of(error.node), error.found, hint)
        return None
    what = f'figure "{figure.id}"'
    if not printable(what, found.value, figure.decimals or 0, figure.place, problems):
        return None
    so_far = len(problems.found)
    _check_parts(figure, expression, found, quantities, tag, problems)
    stated = stated_unit(figure.unit, tag)
    missing = scale_missed(stated, found, expression, quantities, tag)
    missing = missing or part_missed(stated, found, expression, tag)
    missing = missing or base_missed(stated, found, expression, tag)
    _check_scale(figure, expression, found, missing, problems)
    unit = spans.unit_of(figure, inputs, tag) if spans else ""
    if not unit:
        unit = _unit(figure, expression, found, _counted(inputs), missing, tag, problems)
    hedge = _hedge(figure, expression, found, inputs, problems)
    if len(problems.found) > so_far:
        return None
    interval = interval_of(found.value, figure.hedge) if figure.hedge else found.interval
    hedges = frozenset({hedge}) if hedge else frozenset()
    decimals = _decimals(figure, whole_of(unit, tag), expression, found.value, hedge, inputs)
    resolved = replace(
        with_value(figure, found.value, decimals),
        hedge=hedge,
        unit=unit,
        as_of=figure.as_of if figure.as_of is not None else _periods(inputs.values()),
        sources=_sources(figure, inputs.values()),
        confidence=figure.confidence or weakest(f.confidence for f in inputs.values()),
        inputs=tuple(inputs),
    )
    return resolved, Quantity(found.value, stated_unit(unit, tag), interval, hedges)


def with_value(figure: Figure, value: Decimal | Moment, decimals: int | None) -> ResolvedFigure:
    """Return a figure as it is stated, with its value."""
    return ResolvedFigure(
        id=figure.id,
        label=figure.label,
        value=value,
        hedge=figure.hedge,
        unit=figure.unit,
        as_of=figure.as_of,
        sources=(figure.source,) if figure.source else (),
        confidence=figure.confidence,
        decimals=decimals,
        cell=figure.cell,
        formula=figure.formula,
        note=figure.note,
        place=figure.place,
    )


def weakest(confidences: Iterable[Confidence | None]) -> Confidence | None:
    """Return the weakest of the confidences, or None where one is not stated: it may be weaker."""
    ranks = list(Confidence)
    found = [*confidences]
    stated = [each for each in found if each is not None]
    return max(stated, key=ranks.index, default=None) if len(stated) == len(found) else None


def _counted(inputs: Mapping[str, ResolvedFigure]) -> list[tuple[Decimal, str]]:
    """Return the numbers of a formula and what they count."""
    return [
        (figure.value, figure.unit)
        for figure in inputs.values()
        if isinstance(figure.value, Decimal)
    ]


def _unit(
    figure: Figure,
    expression: Expression,
    found: Quantity,
    counted: Sequence[tuple[Decimal, str]],
    missing: Fraction | None,
    tag: str,
    problems: Problems,
) -> str:
    computed = found.unit
    stated = stated_unit(figure.unit, tag)
    if missing or is_warmth(stated, found, expression, tag):
        return figure.unit
    if figure.unit:
        if not may_state(stated, computed):
            comes_to = f'unit "{computed}"' if str(computed) else "no unit (a plain ratio)"
            problems.error(
                expression.place,
                f'formula "{expression.text}" comes to {comes_to}, but figure "{figure.id}" '
                f'states unit "{figure.unit}"',
                unit_hint(stated, computed, figure.unit, counted, tag),
            )
    elif not computed.simple:
        problems.error(
            expression.place,
            f'formula "{expression.text}" comes to "{computed}", which has no name',
            name_hint(figure.id, computed, tag),
        )
    return figure.unit or written_unit(computed, tag)


def _check_parts(
    figure: Figure,
    expression: Expression,
    found: Quantity,
    quantities: Mapping[str, Quantity],
    tag: str,
    problems: Problems,
) -> None:
    """Report a formula that is 100 times less, or more, than the unit of its figure says; of per
    mille, 1000 times or 10.
    """
    stated = stated_unit(figure.unit, tag)
    off = times_off(stated, found, expression, quantities)
    if off == 1:
        return
    small = off < 1
    times = round(1 / off if small else off)
    hint = _multiplied(expression, times, small=small)
    if small and stated.ratio in PARTS:
        hint += ", or leave the unit out"
    elif off == 100 and stated.ratio and stated.ratio not in PARTS:
        hint += ', or state `unit: "%"`'
    problems.error(expression.place, _missed(figure, expression, found, times, small=small), hint)


def _check_scale(
    figure: Figure,
    expression: Expression,
    found: Quantity,
    missing: Fraction | None,
    problems: Problems,
) -> None:
    """Report a formula that comes to money of another scale than its figure states."""
    if missing not in (None, 1):
        small = missing > 1
        times = missing if small else 1 / missing
        what = _missed(figure, expression, found, round(times), small=small)
        hint = _multiplied(expression, round(times), small=small)
        if times % 1:
            hint = f"write {in_digits(missing)} * {_whole(expression)}"
        problems.error(expression.place, what, hint)


def _missed(
    figure: Figure, expression: Expression, found: Quantity, times: int, *, small: bool
) -> str:
    return (
        f'formula "{expression.text}" comes to {roughly(found.value)}, which is {times} times too '
        f'{"small" if small else "large"} for the unit "{figure.unit}" of figure "{figure.id}"'
    )


def _multiplied(expression: Expression, times: int, *, small: bool) -> str:
    """Return what to write where a formula comes to so many times too little, or too much."""
    text = _whole(expression)
    return f"write {times} * {text}" if small else f"write {text} / {times}"


def _whole(expression: Expression) -> str:
    """Return a formula as a factor: a sum in parentheses."""
    sum_of = isinstance(expression.tree, ast.BinOp) and isinstance(
        expression.tree.op, ast.Add | ast.Sub
    )
    return f"({expression.text})" if sum_of else expression.text


def _hedge(
    figure: Figure,
    expression: Expression,
    found: Quantity,
    inputs: Mapping[str, ResolvedFigure],
    problems: Problems,
) -> Hedge | None:
    if figure.hedge is not None:
        return figure.hedge
    try:
        return common_hedge(found.value, found.interval, found.hedges)
    except ValueError:
        hedged = ", ".join(
            f'{name} is "{figure.hedge}"' for name, figure in inputs.items() if figure.hedge
        )
        problems.error(
            expression.place,
            f'no hedge is sound for formula "{expression.text}": {hedged}',
            "the true value may lie on either side of the computed one: use figures that leave "
            f'it on one side, or state the `hedge` of figure "{figure.id}" yourself',
        )
        return None


def _decimals(
    figure: Figure,
    whole: int | None,
    expression: Expression,
    value: Decimal,
    hedge: Hedge | None,
    inputs: Mapping[str, ResolvedFigure],
) -> int:
    """Return how many decimals to print: as stated, for sums as many as their terms, or by size.

    They are never so few that something is printed as nothing, or a share as the whole.
    """
    decimals = figure.decimals
    if decimals is None:
        decimals = _by_formula(expression, value, hedge, inputs)
    return decimals_that_tell(value, decimals, whole, hedge)


def _by_formula(
    expression: Expression,
    value: Decimal,
    hedge: Hedge | None,
    inputs: Mapping[str, ResolvedFigure],
) -> int:
    if any(isinstance(node, ast.Mult | ast.Div | ast.Pow) for node in expression.nodes):
        return decimals_when_derived(value, hedge)
    constants = [
        decimals_as_stated(Decimal(expression.words_of(node)))
        for node in expression.nodes
        if isinstance(node, ast.Constant)
    ]
    return max([*constants, *(figure.decimals or 0 for figure in inputs.values())], default=0)


def _sources(figure: Figure, inputs: Iterable[ResolvedFigure]) -> tuple[str, ...]:
    own = (figure.source,) if figure.source else ()
    return tuple(dict.fromkeys([*own, *(s for resolved in inputs for s in resolved.sources)]))


def _periods(inputs: Iterable[ResolvedFigure]) -> Moment | str | Periods | None:
    """Return the period that all inputs share, else all of theirs: dates in order, words after.

    None where no input states one.
    """
    found: dict[Moment | str | None, str] = {}
    for resolved in inputs:
        theirs = resolved.as_of
        for period, name in theirs if isinstance(theirs, tuple) else [(theirs, resolved.id)]:
            found.setdefault(period, name)
    if len(found) == 1:
        return next(iter(found))
    dates = sorted(period for period in found if isinstance(period, Moment))
    words = [period for period in found if isinstance(period, str)]
    missing = [None] if None in found else []
    return tuple((period, found[period]) for period in (*dates, *words, *missing)) or None
