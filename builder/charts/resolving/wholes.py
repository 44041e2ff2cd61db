"""Shares of a whole: takes a chart's grid, reports what is drawn as a whole and is none.

Shares whose own decimals come to a hundred must be printed so that they do (their figures are
`parts` of one whole). A ring and bars of shares are read as wholes whatever their parts come to, so
that these must come to a hundred, but for what each part lost when it was rounded by itself. Stacks
print what they come to: one is told of where most of the others are wholes.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext, Plotted
from builder.charts.resolving.grid import Grid
from builder.facts.rounding import decimals_as_stated, is_likely_rounding, may_be_rounding
from builder.facts.units import PER_CENT
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.numbers import number
from builder.model.chart import ChartSpec
from builder.model.text import plain

_WHOLE: Final = Decimal(100)
# Quotients are cut at 28 digits; their sum may miss the whole by so much.
_SLACK: Final = Decimal("1e-18")
_FEW: Final = 2


@dataclass(frozen=True)
class _Stack:
    """Shares that are drawn as one, what heads them, and what they come to."""

    name: str
    cells: Sequence[Plotted]

    @property
    def printed(self) -> Decimal:
        return sum((cell.value or Decimal(0) for cell in self.cells), Decimal(0))

    @property
    def exact(self) -> Decimal:
        return sum((cell.exact or Decimal(0) for cell in self.cells), Decimal(0))

    @property
    def off(self) -> Decimal:
        """By how much what is printed misses the whole."""
        return self.printed - _WHOLE

    @property
    def may_be_whole(self) -> bool:
        """Whether rounding can make shares of a whole miss it so."""
        return may_be_rounding(self.off, self._values)

    @property
    def is_likely_whole(self) -> bool:
        """Whether it can be expected to."""
        return is_likely_rounding(self.off, self._values)

    @property
    def _values(self) -> list[Decimal]:
        return [cell.value or Decimal(0) for cell in self.cells]


def check_shares(spec: ChartSpec, grid: Grid, context: ChartContext) -> None:
    """Report wholes whose printed shares do not sum to a hundred."""
    stacks = [each for each in _stacks(spec, grid) if _are_shares(each.cells)]
    held = [each for each in stacks if not _is_rounded_here(spec, each, context)]
    kind = kind_of(spec.kind)
    if not (kind.whole or kind.in_shares):
        _check_stacks(spec, held, context)
    elif len(stacks) < _FEW or not _is_divided_whole(stacks):
        for stack in held:
            _check_whole(spec, stack, context)


def _stacks(spec: ChartSpec, grid: Grid) -> list[_Stack]:
    kind = kind_of(spec.kind)
    if kind.whole:
        wholes = [("", list(grid.cells[0]))] if grid.cells else []
    elif kind.totalled or kind.in_shares:
        wholes = [
            (category.run.text, [row[at] for row in grid.cells])
            for at, category in enumerate(grid.categories)
        ]
    else:
        return []
    return [_Stack(name, [cell for cell in of if cell.value is not None]) for name, of in wholes]


def _are_shares(cells: Sequence[Plotted]) -> bool:
    return bool(cells) and all(cell.unit == PER_CENT for cell in cells)


def _is_divided_whole(stacks: Sequence[_Stack]) -> bool:
    """Return whether the parts of all bars together are the one whole."""
    return _Stack("", [cell for stack in stacks for cell in stack.cells]).is_likely_whole


def _is_rounded_here(spec: ChartSpec, stack: _Stack, context: ChartContext) -> bool:
    """Report shares that make up the whole, and that the chart's own rounding parts from it."""
    if not stack.off or abs(stack.exact - _WHOLE) > _SLACK:
        return False
    figures = ", ".join(cell.figure for cell in stack.cells if cell.figure)
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" prints shares of a whole, {_shown(stack)}, that sum to'
        f" {stack.printed}%",
        f"round them together: name [{figures}] as the `parts` of a figure of 100 %"
        if figures
        else "round them finer: raise `decimals` of the chart",
    )
    return True


def _check_whole(spec: ChartSpec, stack: _Stack, context: ChartContext) -> None:
    """Report shares that are drawn as a whole, and that rounding cannot part from it, or scarcely
    can while no word says that they were rounded.
    """
    if stack.is_likely_whole:
        return
    what = "a ring" if kind_of(spec.kind).whole else "a bar"
    of = f' of "{stack.name}"' if stack.name else ""
    tag = context.tag
    found = (
        f'chart "{spec.id}" shows {what} of shares{of}, {_shown(stack)}, that sum to'
        f" {number(stack.printed, decimals_as_stated(stack.printed), tag)}%"
    )
    if not stack.may_be_whole:
        other = "a bar chart" if kind_of(spec.kind).whole else "stacks, whose length says it"
        context.problems.error(
            spec.place,
            found,
            f"expected 100%, for {what} is read as a whole: add what is left as a part, mend the "
            f"parts, or use {other}",
        )
    elif not module_of(tag, "sums").ROUNDED.search(_said(spec)):
        context.problems.warning(
            spec.place,
            f"{found}, which is more than the rounding of each would explain",
            "expected 100%: mend the parts, or add what is missing; where their source has rounded "
            "them so, the chart's `note:` says that they are rounded",
        )


def _check_stacks(spec: ChartSpec, stacks: Sequence[_Stack], context: ChartContext) -> None:
    """Warn of stacks that are no whole where most are, unless words say why."""
    wholes = [each for each in stacks if each.may_be_whole]
    if len(wholes) < _FEW or len(wholes) * _FEW <= len(stacks):
        return
    words = module_of(context.tag, "sums")
    for stack in stacks:
        if stack.may_be_whole:
            continue
        less = stack.printed < _WHOLE
        if (words.CHOSEN if less else words.OVERLAP).search(_said(spec)):
            continue
        some, overlap, _ = words.SAYING
        said = number(stack.printed, decimals_as_stated(stack.printed), context.tag)
        context.problems.warning(
            spec.place,
            f'chart "{spec.id}" shows shares of "{stack.name}", {_shown(stack)}, that sum to'
            f" {said}%, where those of most others come to 100%",
            "expected 100%: mend the parts, or add what is missing; where that is right, the "
            f'chart\'s `note:` says why: "{some if less else overlap}"',
        )


def _shown(stack: _Stack) -> str:
    return ", ".join(cell.label.text for cell in stack.cells)


def _said(spec: ChartSpec) -> str:
    return "\n".join(plain(text) for text in (spec.title, spec.subtitle, spec.note))
