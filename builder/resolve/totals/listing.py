"""What is said about tables, and their totals with their parts as lists.

`told_of` takes tables, charts and sections, returns the words by data file or table, and whether
readers see it as it stands. `of_rows` and `of_columns` take a grid, where its total stands and what
is said about it, and return the list with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from builder.facts.named import is_total, may_be_total
from builder.frozen import dataclass, replace
from builder.language.language import module_of
from builder.model.blocks import Paragraph, Section, TableUse
from builder.model.chart import ChartSpec
from builder.model.table import FIGURE_COLUMNS, TableSpec
from builder.model.text import Text, all_of, plain
from builder.resolve.tables.grid import TableGrid
from builder.resolve.tables.summing import Amounts, sum_of
from builder.resolve.totals.far import Listed

_UNIT: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_SIGN: Final = re.compile(r"[σ∑]|insg\.?", re.IGNORECASE)
_STEM: Final = 4  # letters that a noun keeps in its plural


@dataclass(frozen=True)
class Told:
    """Words about a table, by the column that they are about, "" for all; `units` of columns.

    `words` are those of tables, `drawn` those of charts; `beside` are the heading and the
    paragraphs around a table that has no caption of its own. `shown` says that readers see its
    rows beside their total, `tabled` that they see them in a table.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    drawn: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    beside: str = ""
    shown: bool = False
    tabled: bool = False

    def about(self, column: str) -> str:
        """Return all that is said about a column, in captions, titles and notes."""
        return "\n".join(filter(None, (self._tabled(column), self.drawn.get(column))))

    def excusing(self, column: str) -> str:
        """Return what may say why a total is right: of a table not what stands at a chart, which
        its readers need not have seen.
        """
        return self._tabled(column) if self.tabled else self.about(column)

    def _tabled(self, column: str) -> str:
        return "\n".join(filter(None, (self.words.get(""), self.words.get(column))))


def told_of(
    tables: Iterable[TableSpec], charts: Iterable[ChartSpec], sections: Iterable[Section]
) -> Mapping[str, Told]:
    """Return what is told of each data file, and of each table of cells or figures."""
    found = {name: Told(beside=said, shown=True) for name, said in _beside(sections).items()}
    for table in tables:
        name, about = table.data or table.name, found.get(table.name, Told())
        if name != table.name:
            about = _with(found.get(name), about)
        heads = {column: plain(head) for column, head in table.columns}
        said = _added({"": _joined((table.caption, table.note, table.takeaway))}, heads)
        for note in table.arrangement.notes:
            said = _added(said, {note.column.name: plain(note.text)})
        beside = "" if table.caption else about.beside
        found[name] = replace(
            about, words=_added(about.words, said), beside=beside, shown=True, tabled=True
        )
    for chart in charts:
        if chart.table:
            told = found.get(chart.table, Told())
            words = dict.fromkeys(chart.y, _joined(_texts(chart)))
            units = dict(told.units) | (dict.fromkeys(chart.y, chart.unit) if chart.unit else {})
            found[chart.table] = replace(
                told,
                drawn=_added(told.drawn, words),
                units=units,
                shown=told.shown or not chart.without,
            )
    return found


def _with(told: Told | None, about: Told) -> Told:
    """Return what is told of a data file, with what stands around a table of it."""
    if told is None:
        return about
    return replace(told, beside="\n".join(filter(None, (told.beside, about.beside))))


def _added(words: Mapping[str, str], said: Mapping[str, str]) -> Mapping[str, str]:
    both = {*words, *said}
    return {at: "\n".join(filter(None, (words.get(at), said.get(at)))) for at in sorted(both)}


def _joined(texts: Iterable[Text]) -> str:
    return "\n".join(filter(None, map(plain, texts)))


def _texts(chart: ChartSpec) -> Iterator[Text]:
    yield from (chart.title, chart.subtitle, chart.note, chart.takeaway.says, chart.alt)
    yield from (chart.axis.title, chart.second_axis.title)
    yield from (words for _, words in chart.labels)


def _beside(sections: Iterable[Section]) -> Mapping[str, str]:
    """Return the heading above each table that is shown, and the paragraphs around it."""
    found: dict[str, str] = {}
    for section in sections:
        last, names = plain(section.title), list[str]()
        for block in all_of(section):
            if isinstance(block, TableUse):
                names.append(block.name)
                said = (found.get(block.name), plain(section.title), last)
                found[block.name] = "\n".join(filter(None, said))
            elif isinstance(block, Paragraph):
                last = plain(block.text)
                for name in names:
                    found[name] += f"\n{last}"
                names = []
    return found


def of_rows(
    grid: TableGrid,
    told: Told,
    heads: tuple[Sequence[str], str],
    columns: Sequence[int],
    amounts: tuple[Sequence[Amounts], Amounts],
    *,
    first: bool,
) -> Listed | None:
    """Return the rows below one another with their total; None of what may be no total of them."""
    parts, head = heads
    lines, stated = amounts
    exact = any(
        total is not None and total.value == sum_of([line[at] for line in lines], total)
        for at, total in enumerate(stated)
    )
    if _UNIT.search(head) or not (exact or _is_of_all(head, grid.names[0], grid.tag)):
        return None
    words = module_of(grid.tag, "totals")
    if any(words.WITHIN.search(part) or words.SUBTOTALS.search(part) for part in parts):
        return None
    names = [grid.names[at] for at in columns]
    corner = f"{grid.names[0]}\n{told.words.get(grid.names[0], '')}"
    return Listed(
        heads=tuple(map(_plainly, parts)),
        head=_plainly(head),
        lines=tuple(lines),
        stated=stated,
        places=tuple(_plainly(f"{_named(name)} {told.units.get(name, '')}") for name in names),
        said=tuple(_plainly(f"{grid.names[0]}\n{told.about(name)}") for name in names),
        excusing=tuple(_plainly(f"{corner}\n{told.excusing(name)}") for name in names),
        tag=grid.tag,
        shown=told.shown,
        beside=told.beside,
        first=first,
    )


def of_columns(
    grid: TableGrid,
    told: Told,
    columns: tuple[Sequence[int], int],
    places: Sequence[str],
    amounts: tuple[Sequence[Amounts], Amounts],
) -> Listed | None:
    """Return the columns beside one another with their total; None of what may be none of them."""
    parts, total = columns
    names, head = [grid.names[at] for at in parts], grid.names[total]
    units = [{*_UNIT.findall(name)} for name in (*names, head)]
    if any(each != units[0] for each in units) or not is_total(head, grid.tag):
        return None
    rates: re.Pattern[str] = module_of(grid.tag, "sums").RATES
    if any(rates.search(_plainly(f"{name} {told.units.get(name, '')}")) for name in names):
        return None
    lines, stated = amounts
    return Listed(
        heads=tuple(map(_plainly, names)),
        head=_plainly(head),
        lines=tuple(lines),
        stated=stated,
        places=tuple(map(_plainly, places)),
        said=(_plainly(told.about(head)),) * len(places),
        excusing=(_plainly(told.excusing(head)),) * len(places),
        tag=grid.tag,
        shown=told.shown,
        beside=told.beside,
        first=min(parts, default=0) > total,
        of_one_kind=False,
    )


def _is_of_all(head: str, corner: str, tag: str) -> bool:
    """Return whether a head says the total of what the first column lists: by the word alone, or by
    what they are: "All districts" below "District". "Total costs" may be another fact.
    """
    if is_total(head, tag) or _SIGN.fullmatch(head.strip()):
        return True
    if not may_be_total(head, tag):
        return False
    stems = {word[:_STEM].casefold() for word in re.findall(r"\w{3,}", _plainly(corner))}
    words = re.findall(r"\w{3,}", head)
    return bool(words) and words[-1][:_STEM].casefold() in stems


def _named(name: str) -> str:
    """Return what heads a column; nothing for that of a table of figures, which any unit may be."""
    return "" if name in FIGURE_COLUMNS else name


def _plainly(words: str) -> str:
    """Return words apart, which names of columns join: "jobless_rate"."""
    return words.replace("_", " ")
