"""Sums of a table's columns: amounts in; their sum, and whether a stated one is theirs, out.

A sum carries unit, decimals and hedge of its parts, as formulas do. What is stated is checked
against the parts as they are written; parts that were rounded before they were written may miss
it by half a unit each, where the author says that they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from builder.facts.intervals import added, hedge_of, interval_of
from builder.facts.printing import printed_quantity
from builder.facts.rounding import decimals_as_stated, rounded
from builder.frozen import dataclass
from builder.model.arranging import NamedLine
from builder.model.figure import Form, Hedge
from builder.model.table import number_of
from builder.problems import Place, Problems
from builder.resolve.tables.grid import Amount, TableGrid
from builder.resolve.tables.summing import is_near

_NONE: Final = frozenset("–—-−")  # a dash says that there is none
_FORMS: Final = frozenset({"full", "short", "number"})


@dataclass(frozen=True)
class Sums:
    """Adds up columns of one table; `rounded` says that its parts were rounded when written."""

    grid: TableGrid
    rounded: bool
    problems: Problems

    def of(self, column: NamedLine, rows: Sequence[int]) -> Amount | None:
        """Return the sum of some rows of a column; None, and a problem, where there is none.

        A dash adds nothing.
        """
        at = self.grid.at(column)
        amounts = []
        rows = [row for row in rows if self.grid.text(row, at).strip() not in _NONE]
        for row in rows:
            amount = self.grid.amount(row, at)
            if amount is None:
                text = self.grid.text(row, at)
                found = f'holds "{text}", which is no number' if text else "is empty"
                hint = "write its number, – where there is none, or take the column out of :sums:"
                if number_of(text) is not None or number_of(text, ",") is not None:
                    found = f'holds "{text}", which no figure prints'
                    hint = (
                        "bind it to a figure, {{ id }}: what a table adds up are figures, or the "
                        "numbers of a data file (data/NAME.csv)"
                    )
                self._error(
                    self.grid.place(row),
                    f'"{self.grid.head(row)}" {found}, in the column "{column.name}" that is'
                    " added up",
                    hint,
                )
                return None
            amounts.append(amount)
        if not amounts or not self._of_one_unit(column, rows, amounts):
            return None
        return self._sum(column, rows, amounts)

    def check(self, column: NamedLine, row: int, stated: Amount, parts: Sequence[int]) -> bool:
        """Report a stated sum that its parts do not come to; say whether print hides that they do.

        It does where the parts as they are printed come to something else.
        """
        found = self.of(column, parts)
        if found is None:
            return False
        if stated.unit and found.unit and stated.unit != found.unit:
            self._wrong(column, row, stated, found, f"they are {found.unit}, not {stated.unit}")
            return False
        if stated.value != found.value:
            amounts = [self.grid.amount(part, self.grid.at(column)) for part in parts]
            near = is_near(amounts, stated, found.value)
            if not (near and self.rounded):
                hint = "correct one of them, or add the row that is missing"
                if near:
                    hint += "; if they were rounded before they were written, say :rounded: true"
                self._wrong(column, row, stated, found, hint)
                return False
        if found.hedge not in (None, stated.hedge):
            hint = f'the hedge of the parts, "{found.hedge}", goes for their sum as well: state it'
            self._wrong(column, row, stated, found, hint)
            return False
        return stated.printed != found.printed or stated.value != found.value

    def text(self, amount: Amount) -> str:
        """Return an amount as the column's cells print theirs."""
        form = Form(amount.form)
        return printed_quantity(amount.printed, amount.unit, amount.hedge, form, self.grid.tag)

    def hides(self, column: NamedLine, total: Amount, rows: Sequence[int]) -> bool:
        """Say whether the printed parts of a sum come to something else than it is printed as."""
        at = self.grid.at(column)
        amounts = (self.grid.amount(row, at) for row in rows)
        return sum((each.printed for each in amounts if each), Decimal(0)) != total.printed

    def _of_one_unit(
        self, column: NamedLine, rows: Sequence[int], amounts: Sequence[Amount]
    ) -> bool:
        units: dict[str, int] = {}
        for row, amount in zip(rows, amounts, strict=True):
            if amount.unit:
                units.setdefault(amount.unit, row)
        if len(units) > 1:
            said = " and ".join(
                f'"{self.grid.head(row)}" in {unit}' for unit, row in list(units.items())[:2]
            )
            self._error(
                column.place,
                f'the column "{column.name}" is added up, but has {said}',
                "state one unit in all of its figures, or take the column out of :sums:",
            )
        return len(units) < 2

    def _sum(
        self, column: NamedLine, rows: Sequence[int], amounts: Sequence[Amount]
    ) -> Amount | None:
        value = sum((each.value for each in amounts), Decimal(0))
        decimals = max(decimals_as_stated(each.printed) for each in amounts)
        unit = next((each.unit for each in amounts if each.unit), "")
        forms = {each.form for each in amounts}
        form = forms.pop() if len(forms) == 1 and forms <= _FORMS else "number"
        try:
            hedge = _hedge(value, amounts)
        except ValueError:
            said = ", ".join(
                f'"{self.grid.head(row)}" is "{each.hedge}"'
                for row, each in zip(rows, amounts, strict=True)
                if each.hedge
            )
            self._error(
                column.place,
                f'no hedge is sound for the sum of the column "{column.name}": {said}',
                "the true sum may lie on either side of the computed one: take the column out of"
                " :sums:, or state the sum as a figure of its own with a hedge",
            )
            return None
        return Amount(value, rounded(value, decimals, hedge), unit, hedge, form)

    def _wrong(self, column: NamedLine, row: int, stated: Amount, found: Amount, hint: str) -> None:
        expected, said = self.text(found), self.text(stated)
        if expected == said and stated.value != found.value:  # behind what is printed
            expected, said = f"{found.value:f}", f"{stated.value:f}"
        self._error(
            self.grid.place(row),
            f'"{self.grid.head(row)}" of the table "{self.grid.name}" is {said} in'
            f' "{column.name}", but its parts come to {expected}',
            f"expected {expected}: {hint}",
        )

    def _error(self, place: Place, found: str, hint: str) -> None:
        self.problems.error(place, found, hint)


def _hedge(value: Decimal, amounts: Sequence[Amount]) -> Hedge | None:
    """Return the hedge of a sum.

    Raises:
        ValueError: the truth may lie on both sides of it.
    """
    hedges = {each.hedge for each in amounts if each.hedge}
    if hedges == {Hedge.ABOUT}:
        return Hedge.ABOUT
    if Hedge.ABOUT in hedges:
        raise ValueError("an approximate value and a bound have no common bound")
    return hedge_of(value, reduce(added, (interval_of(each.value, each.hedge) for each in amounts)))
