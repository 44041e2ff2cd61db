"""Numbers of data files that are no figure's: who owns them in, what the page tells of them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from builder.model.briefing import Briefing, Content
from builder.model.table import DataTable
from builder.preview.told import Data, place_data, source_data


def tables_data(content: Content, briefing: Briefing) -> dict[str, list[Data]]:
    """Return by data files, and charts, the sources that charts and tables of them name."""
    return {
        name: [source_data(briefing.sources[each]) for each in held if each in briefing.sources]
        for name, held in _sources(content).items()
    }


def cells_data(
    places: Mapping[str, Sequence[Data]], content: Content, folder: str
) -> dict[str, Data]:
    """Return what is known of cells by what owns them, `table!row/column`, and where they stand.

    Of what is counted or added up of a table the table alone is known.
    """
    made = {}
    for name, where in places.items():
        table_name, _, rest = name.partition("!")
        row, _, column = rest.partition("/")
        table = content.data.get(table_name)
        made[name] = {
            "id": name,
            "label": f"{row or rest}, {table_name}",
            "printed": next((at["text"] for at in where if at["text"]), ""),
            "value": "",
            "kind": "cell",
            "cell": "",
            "place": None,
            "places": list(where),
            **(_of_table(table, row, column, folder) if table is not None else {}),
        }
    return made


def _of_table(table: DataTable, row: str, column: str, folder: str) -> Data:
    at = int(row) - 1 if row.isdecimal() else -1
    if not (0 <= at < len(table.rows) and column in table.columns):
        return {"place": place_data(table.place, folder)}
    text = table.rows[at][table.columns.index(column)]
    head = table.rows[at][0]
    place = replace(table.place, line=table.lines[at]) if table.area is None else table.place
    return {
        "label": f"{column}, {head}" if column != table.columns[0] else column,
        "value": text,
        "cell": f"{table.name}: {head}, {column}",
        "place": place_data(place, folder),
        "printed": text,
    }


def _sources(content: Content) -> Mapping[str, Sequence[str]]:
    """Return the sources that charts and tables of each data file name."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for table, named in _shown(content):
        found[table].update(dict.fromkeys(named))
    return {name: tuple(held) for name, held in found.items() if name and held}


def _shown(content: Content) -> Iterator[tuple[str, Sequence[str]]]:
    yield from ((chart.table, chart.source) for chart in content.charts.values())
    yield from ((table.data, table.source) for table in content.tables.values())
    yield from ((chart.id, chart.source) for chart in content.charts.values())
