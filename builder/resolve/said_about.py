"""What is said about tables: takes tables, charts and sections, returns the words by data file or
table, and whether readers see it as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from builder.frozen import dataclass, replace
from builder.model.blocks import Paragraph, Section, TableUse
from builder.model.chart import ChartSpec
from builder.model.table import TableSpec
from builder.model.text import Text, all_of, plain


@dataclass(frozen=True)
class Told:
    """Words about a table, by the column that they are about, "" for all; `units` of columns.

    `beside` are the heading and the paragraphs around one that has no caption of its own. `shown`
    says that readers see its rows beside their total.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    beside: str = ""
    shown: bool = False

    def about(self, column: str) -> str:
        """Return all that is said about a column, in captions, titles and notes."""
        return "\n".join(filter(None, (self.words.get(""), self.words.get(column))))


def told_of(
    tables: Iterable[TableSpec], charts: Iterable[ChartSpec], sections: Iterable[Section]
) -> Mapping[str, Told]:
    """Return what is told of each data file, and of each table of cells or figures."""
    found = {name: Told(beside=said, shown=True) for name, said in _beside(sections).items()}
    for table in tables:
        notes = (note.text for note in table.arrangement.notes)
        name, about = table.data or table.name, found.get(table.name, Told())
        if name != table.name:
            about = _with(found.get(name), about)
        said = {"": _joined((table.caption, table.note, table.takeaway, *notes))}
        said |= {column: plain(head) for column, head in table.columns}
        beside = "" if table.caption else about.beside
        found[name] = replace(about, words=_added(about.words, said), beside=beside, shown=True)
    for chart in charts:
        if chart.table:
            told = found.get(chart.table, Told())
            words = dict.fromkeys(chart.y, _joined(_texts(chart)))
            units = dict(told.units) | (dict.fromkeys(chart.y, chart.unit) if chart.unit else {})
            found[chart.table] = replace(
                told,
                words=_added(told.words, words),
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
