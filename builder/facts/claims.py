"""Claims: takes their inequalities and what they guard, and reports those that do not hold; takes
the tree of one, returns the bounds that it sets to how many times one thing is another.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import Final

from builder.facts.arithmetic import FormulaError, Quantity, date_quantity
from builder.facts.columns import Columns, aggregates, described
from builder.facts.counted import one_noun_hint
from builder.facts.expression import Expression, called, parse_claim
from builder.facts.figures import ResolvedFigures, year_of
from builder.facts.inequality import Verdict, at_fault, verdict
from builder.facts.printing import printed_figure
from builder.frozen import dataclass
from builder.model.figure import Claim, Form, ResolvedFigure
from builder.problems import Place, Problems, known_names

_SHORT: Final = Context(prec=3)  # digits of what a hedged value may be
_WAYS: Final = {Verdict.FAILS: "fails", Verdict.UNKNOWN: "cannot be known"}


@dataclass(frozen=True)
class Guarded:
    """Words that a claim guards, the sentence that they stand in, and their place."""

    claim: str
    words: str
    sentence: str
    place: Place


@dataclass(frozen=True)
class Times:
    """How many times the greater of two things is the less, as far as a claim says."""

    low: Decimal | None = None
    high: Decimal | None = None


def check_claims(
    claims: Mapping[str, Claim],
    guarded: Sequence[Guarded],
    columns: Columns,
    tag: str,
    problems: Problems,
) -> dict[str, Verdict]:
    """Report every guarded text whose claim fails or cannot be known, and claims without any.

    A claim that guards nothing is an error: it looks like a safeguard and is none.

    Returns:
        The verdict on each claim that has one: an inequality that cannot be read has none.
    """
    verdicts: dict[str, Verdict] = {}
    by_claim: dict[str, list[Guarded]] = {}
    for use in guarded:
        by_claim.setdefault(use.claim, []).append(use)
    for claim in claims.values():
        uses = by_claim.get(claim.id, [])
        if not uses and columns.whole:
            problems.error(
                claim.place,
                f'claim "{claim.id}" guards nothing',
                f"tie the words to it, [like these]{{claim={claim.id}}}, or remove it",
            )
        expression = parse_claim(claim.holds, claim.holds_place, problems)
        if expression is not None and _names_known(expression, columns.figures, problems):
            found = _check(claim, expression, uses, columns, tag, problems)
            verdicts |= {claim.id: found} if found is not None else {}
    return verdicts


def times_of(tree: ast.expr, ratios: Collection[str]) -> tuple[Times, ...]:
    """Return the factors that a claim bounds, one for each pair that it compares.

    `ratios` are the figures that are factors themselves.
    """
    found: dict[str, Times] = {}
    for key, factor, above in _bounds(tree, ratios):
        known = found.get(key, Times())
        low, high = known.low, known.high
        if factor < 1:  # "less than a half of it" is more than twice
            factor, above = 1 / factor, not above
        if above:
            low = factor if low is None else max(low, factor)
        else:
            high = factor if high is None else min(high, factor)
        found[key] = Times(low, high)
    return tuple(found.values())


def parted(node: ast.expr) -> tuple[Decimal, ast.expr | None]:
    """Return the number that multiplies the rest of a side, and the rest: of "2 * b" 2 and b."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Decimal(str(node.value)) or Decimal(1), None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        (first, one), (second, other) = parted(node.left), parted(node.right)
        if isinstance(node.op, ast.Mult):
            if one is None or other is None:
                return first * second, one if other is None else other
        elif other is None:
            return first / second, one
    return Decimal(1), node


def _check(
    claim: Claim,
    expression: Expression,
    uses: Sequence[Guarded],
    columns: Columns,
    tag: str,
    problems: Problems,
) -> Verdict | None:
    figures = columns.figures
    names = dict.fromkeys(node.id for node in expression.names())
    if any(name not in figures.figures for name in names):
        return None
    cells = columns.named_in(expression, problems)
    taken = None if cells is None else aggregates(expression, cells, problems)
    if cells is None or taken is None:
        return None
    years = {name: dated for name in names if (dated := _as_date(figures.figures[name]))}
    try:
        found = verdict(expression, {**figures.quantities, **taken}, cells, years, tag=tag)
    except FormulaError as error:
        problems.error(expression.place_of(error.node), error.found, one_noun_hint(error, tag))
        return None
    if found is Verdict.HOLDS:
        return found
    values = "; ".join(
        [
            *(
                f"{name}: {printed_figure(figures.figures[name], Form(), tag)}"
                + (_may_be(figures.quantities[name]) if found is Verdict.UNKNOWN else "")
                for name in names
            ),
            *(described(name, series) for name, series in cells.items()),
        ]
    )
    part = at_fault(expression, {**figures.quantities, **taken}, cells, years, tag=tag)
    says = [
        f'claim "{claim.id}" says: {claim.says}',
        f"it needs: {expression.text}",
        *([f"which {_WAYS[found]} for {part}"] if part else []),
        f"now {values}",
    ]
    for use in uses or [Guarded(claim.id, claim.says, "", claim.place)]:
        if found is Verdict.FAILS:
            message = f'"{use.words}" no longer holds'
            step = "rewrite what it guards, or mend the figures or the claim"
        else:
            message = f'"{use.words}" cannot be known from the figures'
            step = (
                "a hedged figure proves only what all values it allows agree on: weaken what is "
                "said, or the inequality"
            )
        sentence = [f"in: {use.sentence}"] if use.sentence not in ("", use.words) else []
        problems.error(use.place, message, "\n".join([*sentence, *says, step]))
    return found


def _as_date(figure: ResolvedFigure) -> Quantity | None:
    """Return the year that the number of a figure is, as a date; None of one that is no year."""
    moment = year_of(figure) if figure.year else None
    return date_quantity(moment, figure.hedge) if moment is not None else None


def _may_be(quantity: Quantity) -> str:
    """Return between what a hedged value lies, where no bound says it: " (13 to 15)"."""
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.is_date or low == high or not (low.is_finite() and high.is_finite()):
        return ""
    return f" ({_SHORT.plus(low):f} to {_SHORT.plus(high):f})"


def _names_known(expression: Expression, figures: ResolvedFigures, problems: Problems) -> bool:
    unknown = [node for node in expression.names() if figures.known.lacks(node.id)]
    for node in unknown:
        problems.error(
            expression.place_of(node),
            f'unknown figure "{node.id}" in claim "{expression.text}"',
            known_names(node.id, figures.known.names),
        )
    return not unknown


def _bounds(tree: ast.expr, ratios: Collection[str]) -> Iterator[tuple[str, Decimal, bool]]:
    """Yield which pair is bounded, by which factor but one, and whether it is above that."""
    if isinstance(tree, ast.BoolOp):
        for part in tree.values:
            yield from _bounds(part, ratios)
    elif isinstance(tree, ast.Call) and called(tree) == "between" and len(tree.args) == 3:
        value, low, high = tree.args
        yield from _bound(value, low, True, ratios)
        yield from _bound(value, high, False, ratios)
    elif isinstance(tree, ast.Compare):
        sides = (tree.left, *tree.comparators)
        for sign, left, right in zip(tree.ops, sides, sides[1:], strict=False):
            if isinstance(sign, ast.Gt | ast.GtE):
                yield from _bound(left, right, True, ratios)
            elif isinstance(sign, ast.Lt | ast.LtE):
                yield from _bound(left, right, False, ratios)


def _bound(
    left: ast.expr, right: ast.expr, above: bool, ratios: Collection[str]
) -> Iterator[tuple[str, Decimal, bool]]:
    (few, one), (many, other) = parted(left), parted(right)
    if one is None and other is None:
        return
    if one is not None and other is not None:
        factor, key = many / few, f"{ast.unparse(one)} {ast.unparse(other)}"
    else:
        thing = one if one is not None else other
        assert thing is not None
        if not _is_ratio(thing, ratios):
            return
        factor, key = many / few, ast.unparse(thing)
        if one is None:
            factor, above = few / many, not above
    if factor > 0 and factor != 1:
        yield key, factor, above


def _is_ratio(node: ast.expr, ratios: Collection[str]) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return parted(node.left)[1] is not None and parted(node.right)[1] is not None
    return isinstance(node, ast.Name) and node.id in ratios
