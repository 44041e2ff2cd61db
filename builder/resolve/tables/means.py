"""Columns that are added up though they hold none such: takes a table and its sums, warns of those
whose heads say means or rates, and of shares that come to more than all.

Shares of one whole may be added up, which come to a hundred, or are some of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.facts.named import SHARE, units_named
from builder.facts.rounding import decimals_as_stated, is_likely_rounding
from builder.facts.units import PER_CENT
from builder.language.language import module_of
from builder.language.lexicon import PLAIN
from builder.language.numbers import number
from builder.model.arranging import Arrangement
from builder.problems import Problems
from builder.resolve.tables.grid import TableGrid

_HUNDRED: Final = Decimal(100)


def check_means(
    grid: TableGrid, asked: Arrangement, parts: Sequence[int], problems: Problems
) -> None:
    """Warn of sums of means, rates and shares of several wholes; `parts` are the rows added up."""
    averaged: re.Pattern[str] = module_of(grid.tag, "sums").AVERAGED
    heads = dict(zip(grid.shown, grid.columns, strict=True))
    for column in asked.sums:
        at = grid.at(column)
        shown = "".join(run.text for run in heads[at].header) if at in heads else ""
        head = f"{column.name}, {shown}".replace("_", " ").translate(PLAIN)
        found = averaged.search(head)
        if found:
            said, why = found[0], "no sum of means or rates says anything"
        else:
            amounts = [each for row in parts if (each := grid.amount(row, at))]
            values = [each.value for each in amounts]
            sum_ = sum(values, Decimal(0))
            is_share = any(each.kind == SHARE for each in units_named(head, grid.tag))
            if not (is_share or any(each.unit == PER_CENT for each in amounts)):
                continue
            if sum_ <= _HUNDRED or is_likely_rounding(sum_ - _HUNDRED, values):
                continue
            said = PER_CENT
            why = f"{number(sum_, decimals_as_stated(sum_), grid.tag)} % are no shares of one whole"
        problems.warning(
            column.place,
            f'the column "{column.name}" of the table "{grid.name}" is added up, but holds'
            f' "{said}"',
            f"{why}: take it out of :sums:, or state what they come to in a row of the data",
        )
