"""Rows of tables: cells, which may go over several columns, and what the tree says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.model.arranging import RowKind
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.columns import BEFORE_NUMBER, SHORT, SHORTEST_BAR
from builder.outputs.pdf.write.flowable import Setting


@dataclass(frozen=True)
class Rules:
    """The rules of a table: colours of the outer ones and of those between rows; spacing.

    Columns that ask for no more than `short` are not wrapped where that can be helped. No row is
    lower than `least`.
    """

    outer: str
    inner: str
    gap: float = 11.0
    padding: float = 3.0
    short: float = SHORT
    least: float = 0.0

    def inset(self, tall: float) -> float:
        """Return how far above and below cells so tall their row reaches."""
        return max(self.padding, (self.least - tall) / 2)


class Fill(NamedTuple):
    """A ground below a cell's words, or a bar before them, from one share of the width that it has
    to another.
    """

    colour: str
    start: float = 0.0
    end: float = 1.0
    is_bar: bool = False

    def room(self, width: float, before: float) -> float:
        """Return how long a whole bar is, in points: up to the column's numbers, so far from its
        left edge; the cell's width, below them, where that is hardly anything.
        """
        before -= BEFORE_NUMBER
        return before if before >= SHORTEST_BAR else width


_SMALL_GROUP: Final = 4  # rows below a heading that stay together


@dataclass(frozen=True)
class Row:
    """A row's cells, and the anchor that leads to it (may be empty).

    `spans` are the first column of each cell and how many it goes over, empty where each has one;
    `fills` are the grounds of the cells, empty where none has any. The heading of a group that goes
    on overleaf is `again` there.
    """

    cells: tuple[Setting, ...]
    anchor: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    kind: RowKind = "row"
    fills: tuple[Fill | None, ...] = ()
    again: Row | None = None

    @cached_property
    def note_marks(self) -> tuple[int, ...]:
        """The numbers of the notes that are marked in the row."""
        return tuple(note for cell in self.cells for note in cell.note_marks)

    def placed(
        self, columns: Sequence[float], gutters: Sequence[float]
    ) -> Iterator[tuple[Setting, float, float]]:
        """Yield each cell, how far from the left it stands, and how wide it is."""
        lefts = [0.0]
        for width, gutter in zip(columns, [*gutters, 0.0], strict=True):
            lefts.append(lefts[-1] + width + gutter)
        for cell, (first, count) in zip(self.cells, self.spans, strict=True):
            last = first + count - 1
            yield cell, lefts[first], lefts[last] + columns[last] - lefts[first]


def group_row(head: Setting, again: Setting, columns: int) -> Row:
    """Return the row that heads a group, with its words where they are said `again` overleaf."""
    over = ((0, columns),)
    return Row((head,), spans=over, kind="group", again=Row((again,), spans=over, kind="group"))


def beside_bars(rows: Sequence[Row], cells: Sequence[Sequence[float]]) -> list[float]:
    """Return how wide the words of each column with bars are, of the widths of its cells; 0 for
    other columns.
    """
    fills = ((at, fill) for row in rows for at, fill in enumerate(row.fills))
    barred = {at for at, fill in fills if fill is not None and fill.is_bar}
    widest = map(max, zip(*cells, strict=True)) if cells else ()
    return [wide if at in barred else 0.0 for at, wide in enumerate(widest)]


def with_spans(
    least: list[float], natural: list[float], rows: Sequence[Row], gutters: Sequence[float]
) -> None:
    """Widen columns so that the cells which go over several of them find room."""
    for row in rows:
        for cell, (first, count) in zip(row.cells, row.spans, strict=True):
            between = sum(gutters[first : first + count - 1])
            narrow, wide = cell.widths()
            # A group's heading may be divided: no table is wider for it.
            both = (narrow, narrow if row.kind == "group" else wide)
            for widths, needed in zip((least, natural), both, strict=True):
                lacking = needed + 0.5 - between - sum(widths[first : first + count])
                for at in range(first, first + count) if lacking > 0 else ():
                    widths[at] += lacking / count


def fitting_rows(rows: Sequence[Row], fitting: int) -> int:
    """Return how many of so many rows stay, so that no group's heading and no sum stands alone, nor
    a small group is divided.
    """
    kept = fitting
    head = max((at for at in range(1, fitting) if rows[at].kind == "group"), default=0)
    end = next((at for at in range(fitting, len(rows)) if rows[at].kind == "group"), len(rows))
    if head >= _SMALL_GROUP and fitting < end <= head + 1 + _SMALL_GROUP:
        kept = head
    while 0 < kept < len(rows) and (
        rows[kept - 1].kind == "group" or rows[kept].kind in ("subtotal", "rest", "total")
    ):
        kept -= 1
    return kept or fitting


def group_at(rows: Sequence[Row], number: int, before: Row | None) -> Row | None:
    """Return what heads the group that goes on at a row, None where none does.

    `before` is that of the group which goes on at the first of the rows.
    """
    if rows[min(number, len(rows) - 1)].kind in ("group", "total"):
        return None
    for row in reversed(rows[:number]):
        if row.kind in ("group", "subtotal"):
            return (row.again or row) if row.kind == "group" else None
    return before


def structured(
    table: Element,
    header: Row | None,
    rows: Sequence[Row],
    heads: int = 0,
    above: Row | None = None,
) -> None:
    """Make cells the header and data cells of `table` (ISO 32000-1, 14.8.4.3.4).

    The cells of the columns up to that at `heads` head their rows. Where headers go over several
    columns, or groups have headings, each cell names all that head it.
    """
    columns: list[tuple[str, ...]] = []
    arranged = above is not None or any(row.kind != "row" for row in rows)
    if header:
        columns = _headed(table, header, above, named=arranged)
    body = Element("TBody", table)
    group: tuple[str, ...] = ()
    for number, row in enumerate(rows):
        across = Element("TR", body)
        if row.spans:
            id = f"{table.about}.g{number}"
            count = row.spans[0][1]
            group = (id,)
            row.cells[0].element = Element("TH", across, scope="Row", id=id, columns=count)
            continue
        if row.kind == "total":
            group = ()
        own = f"{table.about}.r{number}" if arranged else ""
        for column, cell in enumerate(row.cells):
            if column <= heads:
                id = "" if column else own
                cell.element = Element("TH", across, scope="Row", id=id, heads=group)
            elif arranged:
                cell.element = Element("TD", across, heads=(*columns[column], *group, own))
            else:
                cell.element = Element("TD", across)


def _headed(
    table: Element, header: Row, above: Row | None, *, named: bool
) -> list[tuple[str, ...]]:
    """Make header cells of rows above the body; return the names of those that head each column."""
    head = Element("THead", table)
    first = Element("TR", head)
    second = Element("TR", head) if above else first
    over: dict[int, str] = {}
    for cell, (start, count) in zip(above.cells, above.spans, strict=True) if above else ():
        id = f"{table.about}.s{start}"
        cell.element = Element("TH", first, scope="Column", id=id, columns=count)
        over |= dict.fromkeys(range(start, start + count), id)
    found: list[tuple[str, ...]] = []
    for column, cell in enumerate(header.cells):
        id = f"{table.about}.c{column}" if named else ""
        spanned = (over[column],) if column in over else ()
        alone = above is not None and not spanned
        cell.element = Element(
            "TH",
            second if spanned else first,
            scope="Column",
            id=id,
            heads=spanned,
            rows=2 if alone else 1,
        )
        found.append((*spanned, id))
    return found


def in_reading_order(above: Row, header: Row) -> Iterator[Element]:
    """Yield the elements of two rows of headers: all of the first row, then those of the second."""
    starts = {start: cell for cell, (start, _) in zip(above.cells, above.spans, strict=True)}
    covered = {start + more for start, count in above.spans for more in range(count)}
    cells = [starts.get(at) if at in covered else cell for at, cell in enumerate(header.cells)]
    cells += [cell for at, cell in enumerate(header.cells) if at in covered]
    yield from (cell.element for cell in cells if cell is not None and cell.element is not None)


def nothing_of(cell: Setting) -> Setting:
    """Return the rest of a cell that is already said in full."""
    empty = cell.__class__.__new__(cell.__class__)
    empty.__dict__.update(cell.__dict__, line=(), lines=(), children=[], anchor="", note_marks=())
    return empty
