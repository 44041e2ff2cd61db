"""What charts.yaml leaves unsaid or says in vain: takes it and tables, reports charts whose words
must be called something, and warns of keys that a chart's kind ignores.

What an author writes is shown, or told to be of no use; nothing is taken in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from builder.charts.registry import KINDS, kind_of
from builder.charts.rows import drawn_rows, names_of
from builder.content.context import Context, has_digit
from builder.content.designated import is_bounded
from builder.content.documents import Document
from builder.model.chart import ChartSpec
from builder.model.table import DataTable
from builder.model.text import plain
from builder.problems import Problems, known_names, with_article

if TYPE_CHECKING:
    from builder.content.files import Folder


_NAME: Final = re.compile(r"[^\W\d_]|\d ?[-–] ?\d|\d\+")
# "10 km", "100 people", "5 million", "10 Mio.": what is counted, however many words say it.
_AMOUNT: Final = re.compile(
    r"[^\w]*\d(?:[\d.,'’\s]*\d)?(?:[^\W\d_]{1,3}|(?P<more>\s*[%‰°€$£₴][^\d]*|\s+[^\W\d_][^\d]*))?"
)
_HYPHEN: Final = re.compile(r"(?<=\d) ?- ?(?=\d)")
_DASH: Final = re.compile(r"(?<=\d)–(?=\d)")
_FEW: Final = 6
_OF_TABLE: Final = ("x", "y", "series", "label", "without")
_Path: TypeAlias = tuple[str, ...]


def charts_of(
    document: Document, context: Context, data: Mapping[str, DataTable], held: Folder
) -> tuple[dict[str, ChartSpec], list[tuple[str, bytes]]]:
    """Return the charts with their shapes, their words checked, and the files of those shapes."""
    from builder.content.charts import read_charts
    from builder.content.entries import read_again
    from builder.content.geography import with_geography

    charts = read_again(
        read_charts, document, context, tuple(_called(document.plain, data, context.years.grammar))
    )
    check_words(charts.values(), data, document, context.problems)
    warn_of_ignored(document, context.problems)
    return with_geography(charts, held, context.problems)


def _called(
    charts: Mapping[str, object], data: Mapping[str, DataTable], language: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield of each chart the words with digits that something in it is called: 35–44, over 65.

    Numbers are none: what stands beside a point in a title may be a value of it.
    """
    for id, chart in charts.items():
        if not isinstance(chart, dict):
            continue
        words = [*_strings(chart.get("categories")), *_strings(chart.get("y"))]
        table = data.get(str(chart.get("table", "")))
        if table is not None:
            named = {str(chart.get(key, "")) for key in ("x", "series", "label")}
            shown = [at for at, column in enumerate(table.columns) if column in named]
            words += [row[at] for row in table.rows for at in shown]
        found = dict.fromkeys(
            form for word in words if _names(word, language) for form in _forms(word)
        )
        if found:
            yield id, tuple(found)


def _strings(written: Any) -> list[str]:
    many = isinstance(written, list | tuple | dict)
    return [each for each in written if isinstance(each, str)] if many else []


def _names(word: str, language: str) -> bool:
    """Return whether a word with digits is a name: with letters, or a span; 12 months is none."""
    if not has_digit(word) or not _NAME.search(word):
        return False
    amount = _AMOUNT.fullmatch(word.strip())
    return amount is None or is_bounded(amount["more"] or "", language)


def _forms(word: str) -> tuple[str, ...]:
    """Return a name as it is written, and with a dash for the hyphen between numbers."""
    return (word.strip(), _HYPHEN.sub("–", word.strip()), _DASH.sub("-", word.strip()))


def check_words(
    charts: Iterable[ChartSpec],
    data: Mapping[str, DataTable],
    document: Document,
    problems: Problems,
) -> None:
    """Report keys of `labels`, and words of `highlight` and its kind, that nothing is called."""
    for chart in charts:
        _check(chart, data, document, problems)


def _check(
    chart: ChartSpec, data: Mapping[str, DataTable], document: Document, problems: Problems
) -> None:
    names = {*chart.figures, *(plain(category) for category in chart.categories)}
    for name, figures in chart.groups:
        names |= {name, *figures}
    for flow in chart.flows:
        names |= {plain(flow.giver), plain(flow.receiver)}
    table = data.get(chart.table)
    if table is not None:
        _check_rows(chart, table, document, problems)
        drawn = drawn_rows(chart, table)
        shown = [
            table.columns.index(c)
            for c in table.columns
            if c in (chart.x, chart.series, chart.label)
        ]
        names |= {*table.columns, *(table.rows[row][i] for row in drawn for i in shown)}
    elif chart.table:
        return
    for key, _ in chart.labels:
        if key not in names:
            place = document.key_place((chart.id, "labels", key))
            problems.error(
                place, f'nothing in the chart is called "{key}"', known_names(key, names)
            )
    names |= {plain(words) for _, words in chart.labels}
    kind = kind_of(chart.kind)
    named = {key.name for key in kind.keys if key.form == "names"}
    own = (key for key in chart.keys if key[0] in named)
    # What raw values are counted into is named when they are.
    highlit = () if kind.raw else chart.highlight
    for list_, words in (("highlight", highlit), *own):
        for word in words:
            if word not in names:
                place = document.place((chart.id, list_))
                problems.error(
                    place, f'nothing in the chart is called "{word}"', known_names(word, names)
                )


def _check_rows(chart: ChartSpec, table: DataTable, document: Document, problems: Problems) -> None:
    """Report rows left out that the table has not, and a chart that is left with none."""
    names = {name for row in range(len(table.rows)) for name in names_of(chart, table, row)}
    wrong = [name for name in chart.without if name not in names]
    for name in wrong:
        found = (
            f'the chart "{chart.id}" leaves out "{name}", and no row of "{table.name}" is called '
            "that"
        )
        problems.error(document.place((chart.id, "without")), found, known_names(name, names))
    if chart.without and not wrong and not drawn_rows(chart, table):
        found = f'the chart "{chart.id}" leaves out every row of "{table.name}"'
        problems.error(document.place((chart.id, "without")), found, "keep those that it shows")


def warn_of_ignored(document: Document, problems: Problems) -> None:
    """Warn of every key of a chart that its kind, or what it is drawn from, does nothing with."""
    for id, chart in document.plain.items():
        if not isinstance(chart, dict) or chart.get("kind") not in KINDS:
            continue
        for path, why, hint in (*_of_kind(chart), *_of_way(chart)):
            found = f'the chart "{id}" {why}, in which `{".".join(path)}` does nothing'
            problems.warning(document.key_place((id, *path)), found, hint)


def _of_kind(chart: dict[str, Any]) -> Iterator[tuple[_Path, str, str]]:
    name = chart["kind"]
    for key in kind_of(name).ignores:
        for path in filter(lambda path: _has(chart, path), _paths(key, chart)):
            others = [other for other in KINDS if not {key, path[0]} & {*kind_of(other).ignores}]
            few = f"; it is for {', '.join(others)}" if len(others) <= _FEW else ""
            yield path, f"is {with_article(name)}", f"remove it{few}"


def _paths(key: str, chart: dict[str, Any]) -> list[_Path]:
    """Return where a key stands that may be within another; `labels.y` are those of its columns."""
    if key != "labels.y":
        return [tuple(key.split("."))]
    stated = chart.get("y", ())
    columns: list[Any] = stated if isinstance(stated, list) else [stated]
    return [("labels", column) for column in columns]


def _of_way(chart: dict[str, Any]) -> Iterator[tuple[_Path, str, str]]:
    way = next((way for way in ("table", "figures", "groups") if way in chart), "")
    for key in _OF_TABLE if way in ("figures", "groups") else ():
        if key in chart:
            yield (
                (key,),
                f"is drawn from `{way}`",
                "remove it: rows and columns are those of a `table`",
            )
    if "categories" in chart and way and "groups" not in chart:
        hint = "remove it: they are the categories of `groups`"
        yield ("categories",), f"is drawn from `{way}`", hint


def _has(chart: Any, path: _Path) -> bool:
    for step in path:
        if not isinstance(chart, dict) or step not in chart:
            return False
        chart = chart[step]
    return True
