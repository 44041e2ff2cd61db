"""`:::{table} NAME`: a table, defined here from Markdown, figures or data, or used again."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import TableUse
from builder.model.table import FIGURE_COLUMNS, TableSpec
from builder.model.text import Text
from builder.problems import known_names

_OPTIONS = ("caption", "claim", "columns", "figures", "source", "note")


def _build(directive: Directive, reader: BlockReader) -> TableUse:
    if directive.options or directive.body.words.strip():
        directive.sheet.tables.append(_defined(directive, reader))
    else:
        directive.mention("table")
    return TableUse(directive.argument.words, directive.place)


def _defined(directive: Directive, reader: BlockReader) -> TableSpec:
    header, cells = _cells(directive, reader)
    figures = directive.mentions("figure", "figures")
    if header and (figures or "columns" in directive.options):
        found = "a table has both a body and options that make one"
        directive.sheet.error(directive.place, found, "remove the body, or :figures: and :columns:")
    return TableSpec(
        directive.argument.words,
        directive.text("caption"),
        header,
        cells,
        "" if figures or directive.body.words.strip() else directive.mention("data"),
        figures,
        _columns(directive, of_figures=bool(figures)),
        directive.text("note"),
        directive.mentions("source", "source"),
        directive.mention("claim", "claim"),
        directive.place,
    )


def _cells(
    directive: Directive, reader: BlockReader
) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
    """Return header and cells of the Markdown table in the body; empty where there is no body."""
    body = directive.body
    nodes = reader.nodes(body.words, body.line)
    tables = [node for node in nodes if node.type == "table"]
    if len(tables) == 1 == len(nodes):
        return reader.cells(tables[0], body.line)
    if nodes:
        hint = "write | Header | Header |, then |---|---|, then a line to each row"
        directive.sheet.error(directive.place, "the body of a table is not one table", hint)
    return (), ()


def _columns(directive: Directive, of_figures: bool) -> tuple[tuple[str, Text], ...]:
    """Return the columns to show: `name = Header; name` or `name, name`."""
    written = directive.word("columns")
    comma = ";" if ";" in written or "=" in written else ","
    columns = []
    sheet = directive.sheet
    for part in directive.parts("columns", comma):
        name, equals, header = part.words.partition("=")
        name = name.strip()
        at = part.column + len(part.words) - len(header.lstrip())
        text = sheet.text(header.strip(), part.line, at) if equals else ()
        place = sheet.place(part.line, part.column)
        if not of_figures:
            sheet.context.mention("column", name, place, directive.argument.words)
        elif name not in FIGURE_COLUMNS:
            hint = known_names(name, FIGURE_COLUMNS)
            sheet.error(place, f'"{name}" is no column of a table of figures', hint)
        columns.append((name, text))
    return tuple(columns)


KIND = Kind(
    Allowed(
        frozenset({"section", "slide", "callout", "question"}),
        "the name of a table or data file",
        _OPTIONS,
        "a Markdown table?",
    ),
    _build,
)
