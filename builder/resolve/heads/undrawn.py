"""What a title says of a column that its chart does not draw, where that says otherwise: "Hay has
most residents" over its trees. Takes words, a chart's entry and its data, returns what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.charts.rows import drawn_rows
from builder.frozen import dataclass
from builder.language.leading import leading_of
from builder.language.sides import sides_of
from builder.model.chart import ChartSpec
from builder.model.table import DataTable
from builder.resolve.heads.drawn import Drawn, Verdict, drawn_of
from builder.resolve.heads.leaders import ranked
from builder.resolve.heads.readings import Column
from builder.resolve.heads.things import is_kin
from builder.resolve.ways import is_named, words_of


@dataclass(frozen=True)
class Undrawn:
    """The columns of a chart's table that it does not draw, each by itself."""

    columns: tuple[tuple[str, Drawn], ...]
    drawn: Drawn
    tag: str

    def denied(self, words: str) -> Verdict | None:
        """Return what all columns deny that words may be said of; None where one does not."""
        found = [
            (name, verdict)
            for name, column in self.columns
            if self._is_of(words, name, column)
            for verdict in ranked(words, column, self.tag)
        ]
        if not found or any(verdict.holds for _, verdict in found):
            return None
        name, verdict = found[0]
        return verdict._replace(really=f'{verdict.really} in "{name}", which it does not draw')

    def _is_of(self, words: str, name: str, column: Drawn) -> bool:
        """Return whether words name a column and none that is drawn, or measure what it does."""
        known, ends = words_of(self.drawn.words), sides_of(self.tag).endings
        for word in words_of(words):
            own = words_of(name)
            if is_named(word, own, ends) or is_kin(word, own, self.tag):
                return not (is_named(word, known, ends) or is_kin(word, known, self.tag))
        leading, small = leading_of(self.tag), words.lower()
        said = leading.ranks.search(small)
        if said is None or said.lastgroup not in ("most", "least"):
            return False
        graded = [each for each in leading.graded if each.of and each.way.search(said.group())]
        here, there = (
            any(each.measured(measure) for each in graded for measure in held.measures)
            for held in (column, self.drawn)
        )
        return here and not there


def undrawn_by(
    spec: ChartSpec, table: DataTable | None, drawn: Drawn | None, tag: str
) -> Undrawn | None:
    """Return the columns that a chart over categories does not draw; None of any other."""
    if table is None or drawn is None or drawn.times:
        return None
    return Undrawn(tuple(_columns(spec, table, tag)), drawn, tag)


def _columns(spec: ChartSpec, table: DataTable, tag: str) -> Iterator[tuple[str, Drawn]]:
    if spec.series or spec.flows or spec.x not in table.columns or not spec.y:
        return
    rows, at = drawn_rows(spec, table), table.columns.index(spec.x)
    heads = [table.rows[row][at].strip() for row in rows]
    drawn = {spec.x, spec.size, spec.label, *spec.y}
    for name in table.columns if len({*heads}) == len(heads) else ():
        values = tuple(table.number(row, name) for row in rows)
        if name not in drawn and None not in values:
            column = drawn_of(name, heads, [Column("", values, name)], ("", ""), tag)
            if column is not None and not re.fullmatch(r"[\W\d]*", name):
                yield name, column
