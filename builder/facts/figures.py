"""Figures: takes them as the content states them, returns them with their values, in order.

A figure that cannot be resolved is left out, and so is, without a further complaint, every
figure that rests on it.

A whole number within the briefing's years that has no unit is a year: it is printed without
grouping and stands on timelines, and can be reckoned with all the same. What a chart plots as a
quantity, or what is divided into parts, counts something and is none.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import field, replace
from decimal import Decimal
from typing import Final

from builder.facts.arithmetic import Quantity, date_quantity
from builder.facts.cells import cell_value, shown_decimals
from builder.facts.derive import derived, with_value
from builder.facts.expression import Expression, ordered, parse_formula
from builder.facts.intervals import interval_of
from builder.facts.nouns import stated_unit, unit_key
from builder.facts.rounding import (
    decimals_as_stated,
    decimals_that_tell,
    misleads,
    printable,
    roughly,
    rounded,
    whole_of,
    with_rounded_values,
)
from builder.facts.spans import EVER, may_be_year
from builder.frozen import dataclass
from builder.model.briefing import Known
from builder.model.figure import Figure, Hedge, Moment, ResolvedFigure
from builder.model.table import DataTable
from builder.problems import Problems, known_names

_CIRCLE: Final = 5  # figures of a circle that are named at either end


@dataclass(frozen=True)
class ResolvedFigures:
    """Figures by id in the content's order, their quantities for claims, and every known id."""

    figures: Mapping[str, ResolvedFigure] = field(default_factory=dict)
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    known: Known = field(default_factory=Known)


def resolved_figures(
    stated: Mapping[str, Figure],
    data: Mapping[str, DataTable],
    tag: str,
    problems: Problems,
    known: Known | None = None,
) -> ResolvedFigures:
    """Return every figure that has a value; report why the others have none.

    `tag` is the briefing's language, which knows the forms of its units; `known` are all figures
    by name, where some could not be read.
    """
    known = known or Known(stated.keys())
    stated = {name: _by_key(figure, tag) for name, figure in stated.items()}
    formulas = _formulas(stated, known, problems)
    graph = {
        name: tuple(node.id for node in formulas[name].names()) if name in formulas else ()
        for name in stated
    }
    order, cycles = ordered(graph)
    for cycle in cycles:
        problems.error(
            stated[cycle[0]].formula_place,
            f'figure "{cycle[0]}" depends on itself: {_circle(cycle)}',
            "state one of them as a value, or bind it to a cell",
        )
    figures: dict[str, ResolvedFigure] = {}
    quantities: dict[str, Quantity] = {}
    for name in order:
        found = _resolved(
            stated[name], formulas.get(name), figures, quantities, data, tag, problems
        )
        if found is not None and _printable(found[0], problems):
            figures[name], quantities[name] = found
    complete = {name: figures[name] for name in stated if name in figures}
    printed = with_rounded_values(stated, complete, problems)
    for figure in printed.values():
        _check_telling(figure, stated[figure.id], whole_of(figure.unit, tag), problems)
    return ResolvedFigures(printed, quantities, known)


def _by_key(figure: Figure, tag: str) -> Figure:
    """Return a figure whose unit has the one name by which it is known."""
    key = unit_key(figure.unit, tag)
    return figure if key == figure.unit else replace(figure, unit=key)


def _circle(cycle: tuple[str, ...]) -> str:
    """Return a circle in words: of a long one its beginning, and how it closes."""
    left = len(cycle) - 2 * _CIRCLE
    if left <= 0:
        return " -> ".join(cycle)
    first, last = cycle[:_CIRCLE], cycle[-_CIRCLE:]
    return " -> ".join((*first, f"({left:,} more)", *last))


def _formulas(
    stated: Mapping[str, Figure], known: Known, problems: Problems
) -> dict[str, Expression]:
    """Return the formulas that can be read and name known figures only."""
    formulas = {}
    for name, figure in stated.items():
        if figure.formula is None:
            continue
        expression = parse_formula(figure.formula, figure.formula_place, problems)
        if expression is not None:
            formulas[name] = expression
            for node in expression.names():
                if known.lacks(node.id):
                    problems.error(
                        expression.place_of(node),
                        f'unknown figure "{node.id}" in formula "{expression.text}"',
                        known_names(node.id, known.names),
                    )
    return formulas


def _resolved(
    figure: Figure,
    expression: Expression | None,
    figures: Mapping[str, ResolvedFigure],
    quantities: Mapping[str, Quantity],
    data: Mapping[str, DataTable],
    tag: str,
    problems: Problems,
) -> tuple[ResolvedFigure, Quantity] | None:
    if figure.formula is not None:
        if expression is None:
            return None
        names = dict.fromkeys(node.id for node in expression.names())
        inputs = {name: figures[name] for name in names if name in figures}
        if len(inputs) < len(names):
            return None
        return derived(figure, expression, inputs, quantities, tag, problems)
    value: Decimal | Moment | None = figure.value
    if figure.cell is not None:
        value = cell_value(figure.cell, data, problems)
    if value is None:
        return None
    if figure.cell is not None and figure.decimals is None:
        figure = replace(figure, decimals=shown_decimals(figure.cell, data))
    return _stated(figure, value, tag, problems)


def _stated(
    figure: Figure, value: Decimal | Moment, tag: str, problems: Problems
) -> tuple[ResolvedFigure, Quantity] | None:
    if isinstance(value, Moment):
        if figure.hedge not in (None, Hedge.ABOUT):
            problems.error(
                figure.place,
                f'date "{figure.id}" is hedged "{figure.hedge}"',
                'a date can only be hedged "about"',
            )
            return None
        quantity = date_quantity(value, figure.hedge)
        decimals = None
    else:
        hedges = frozenset({figure.hedge}) if figure.hedge else frozenset()
        interval = interval_of(value, figure.hedge)
        quantity = Quantity(value, stated_unit(figure.unit, tag), interval, hedges)
        decimals = decimals_as_stated(value) if figure.decimals is None else figure.decimals
    return with_value(figure, value, decimals), quantity


def _check_telling(
    figure: ResolvedFigure, stated: Figure, whole: int | None, problems: Problems
) -> None:
    """Report a figure whose stated decimals, or rounding with others, would mislead."""
    value, printed = figure.value, figure.rounded
    if not isinstance(value, Decimal) or printed is None:
        return
    told = decimals_that_tell(value, figure.decimals or 0, whole, figure.hedge)
    # What is all but the whole, 99.997, is not shortened to it in the message either.
    amount = roughly(value) if abs(value) < 1 else f"{rounded(value, told, figure.hedge)}"
    comes_to = f"{'comes to' if figure.formula else 'is'} {amount}"
    if misleads(value, printed, whole):
        found = f'figure "{figure.id}" would be printed as {printed}, and {comes_to}'
        problems.error(figure.place, found, _telling(figure, value, whole))
    elif figure.formula and stated.decimals is not None and stated.decimals != figure.decimals:
        few = rounded(value, stated.decimals, figure.hedge)
        problems.warning(
            figure.place,
            f'figure "{figure.id}" {comes_to}, and is not printed as {few}, as it would be with'
            f" `decimals: {stated.decimals}`",
            f"give it `decimals: {figure.decimals}`, or leave them out",
        )


def _telling(figure: ResolvedFigure, value: Decimal, whole: int | None) -> str:
    """Return how to print a figure that is printed as nothing or as all, and is neither."""
    decimals = figure.decimals or 0
    if not misleads(value, rounded(value, decimals, figure.hedge), whole):
        return "it is rounded with other parts of a whole: give them more `decimals`"
    more = decimals_that_tell(value, decimals, whole, figure.hedge)
    if more == decimals:
        return "state it in a smaller unit"
    return f"give it `decimals: {more}`"


def _printable(figure: ResolvedFigure, problems: Problems) -> bool:
    if isinstance(figure.value, Moment):
        return True
    what = f'figure "{figure.id}"'
    return printable(what, figure.value, figure.decimals or 0, figure.place, problems)


def with_years(
    figures: Mapping[str, ResolvedFigure],
    window: tuple[int, int],
    counted: Container[str],
    told: Container[str] = (),
) -> dict[str, ResolvedFigure]:
    """Return the figures, years marked. `counted` are those whose use says that they count, `told`
    those of whose column all are years, be they in the window or not.

    A computed figure is a year where it rests on one: ten years after another, say.
    """
    order, _ = ordered({name: figure.inputs for name, figure in figures.items()})
    years: dict[str, bool] = {}
    for name in order:
        inputs = figures[name].inputs
        span = EVER if name in told else window
        may_be = may_be_year(figures[name], span) and name not in counted
        years[name] = may_be and (not inputs or any(years[known] for known in inputs))
    return {
        name: replace(figure, year=True) if years[name] else figure
        for name, figure in figures.items()
    }


def year_of(figure: ResolvedFigure) -> Moment | None:
    """Return the date that a figure says, a year alone among them; None for other numbers."""
    if isinstance(figure.value, Moment):
        return figure.value
    return Moment(int(figure.value)) if figure.year else None


def beyond_years(figure: ResolvedFigure) -> bool:
    """Return whether a figure would be a year in a longer span of years than the briefing has."""
    return not figure.year and may_be_year(figure)
