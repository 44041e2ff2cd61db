"""The directives that several folders know: each a function that reads one, and a line at the end.

A block that a file of its own knows all of is written as that file says (`blocks`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.blocks import BLOCKS, block_kind
from builder.content.blocks import BlockReader, DirectiveKind
from builder.content.directive import Allowed, Directive
from builder.content.pictures import PICTURE_OPTIONS, picture
from builder.content.scalars import NAME
from builder.model.arranging import AS_DEFINED, OPTIONS, PLAIN, VIEW_OPTIONS, Arrangement, View
from builder.model.blocks import Callout, ChartUse, Panel, Question, Quote, Slide, TableUse
from builder.model.table import FIGURE_COLUMNS, TableSpec
from builder.model.text import Text
from builder.problems import known_names

_CALLOUTS = ("note", "warning", "definition")


def _callout(directive: Directive, reader: BlockReader) -> Callout:
    """Read `:::{callout} Title`: a passage set apart, `:kind:` note, warning or definition."""
    kind = directive.word("kind") or "note"
    if kind not in _CALLOUTS:
        directive.sheet.error(
            directive.where("kind"), f'"{kind}" is no kind of callout', known_names(kind, _CALLOUTS)
        )
    first = directive.argument.words.split(" ")[0] if directive.argument else ""
    if first in _CALLOUTS and "kind" not in directive.options:
        place = directive.sheet.place(directive.argument.line, directive.argument.column)
        directive.sheet.context.problems.warning(
            place,
            f'the title of the callout begins with its kind, "{first}", and is printed so',
            f"write the kind below it, :kind: {first}, and the title with a capital",
        )
    return Callout(kind, directive.text(), reader.body(directive), directive.place)


def _chart(directive: Directive, _reader: BlockReader) -> ChartUse:
    """Read `:::{chart} NAME`: a chart of charts.yaml."""
    return ChartUse(directive.mention("chart"), directive.place)


def _figures(directive: Directive, _reader: BlockReader) -> Panel:
    """Read `:::{figures} a, b, c`: a panel of key figures."""
    return Panel(directive.mentions("figure"), directive.text("title"), directive.place)


def _notes(directive: Directive, reader: BlockReader) -> None:
    """Read `:::{notes}` in a slide: what the speaker says."""
    directive.sheet.spoken.extend(reader.body(directive))


def _question(directive: Directive, reader: BlockReader) -> Question:
    """Read `:::{question} What is ...?`: a question and its answer."""
    return Question(directive.text(), reader.body(directive), directive.place)


def _quote(directive: Directive, reader: BlockReader) -> Quote:
    """Read `:::{quote} Attribution`: a quotation and who is quoted."""
    return Quote(reader.paragraphs(directive), directive.text(), directive.place)


def _id(directive: Directive) -> str:
    written = directive.word("id")
    if written and not NAME.fits(written):
        directive.sheet.error(
            directive.where("id"), f'"{written}" is no id', f"expected {NAME.expected}"
        )
    return written


_SLIDE_OPTIONS = ("figures", "layout", "claim", "hidden", "reveal", "id", "x", "y")


def _slide(directive: Directive, reader: BlockReader) -> None:
    """Read `::::{slide} Headline`: a slide beside the prose."""
    sheet = directive.sheet
    sheet.spoken.clear()
    blocks = reader.body(directive)
    sheet.slides.append(
        Slide(
            directive.text(),
            blocks,
            directive.mentions("figure", "figures"),
            tuple(sheet.spoken),
            directive.mention("layout", "layout"),
            directive.mention("claim", "claim"),
            directive.place,
            directive.flag("hidden"),
            directive.flag("reveal"),
            _id(directive),
            _axes(directive),
        )
    )


def _axes(directive: Directive) -> tuple[Text, ...]:
    """Return what a matrix goes by, across and upwards; one without the other is reported."""
    named = [name for name in ("x", "y") if name in directive.options]
    if len(named) == 1:
        found = f"the slide names one axis of a matrix, :{named[0]}:, and not the other"
        hint = ":x: says what grows from left to right, :y: what grows upwards; name both or none"
        directive.sheet.error(directive.where(named[0]), found, hint)
    return tuple(directive.text(name) for name in named) if len(named) == 2 else ()


_TABLE_OPTIONS = (
    "caption",
    "claim",
    "columns",
    "figures",
    "source",
    "note",
    "takeaway",
    *OPTIONS,
)


def _table(directive: Directive, reader: BlockReader) -> TableUse:
    """Read `:::{table} NAME`: a table of Markdown, figures or data, or one that is used again.

    Which of its rows are shown may be said again; that alone defines no table.
    """
    if directive.body.words.strip() or directive.options.keys() - set(VIEW_OPTIONS):
        directive.sheet.tables.append(_defined(directive, reader))
        view = AS_DEFINED
    else:
        directive.mention("table")
        _, view = _arranged(directive)
    return TableUse(directive.argument.words, directive.place, view)


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
        *_arranged(directive),
        takeaway=directive.text("takeaway"),
    )


def _arranged(directive: Directive) -> tuple[Arrangement, View]:
    """Return how a table is arranged, and which of its rows are shown."""
    if directive.options.keys().isdisjoint(OPTIONS):
        return PLAIN, AS_DEFINED
    from builder.content.arranging import arrangement_of, view_of

    return arrangement_of(directive), view_of(directive)


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


DIRECTIVES: Final[Mapping[str, DirectiveKind]] = {
    "callout": DirectiveKind(
        Allowed(frozenset({"section", "slide"}), "a title?", ("kind",), "its text"), _callout
    ),
    "chart": DirectiveKind(
        Allowed(
            frozenset({"section", "slide", "callout", "question"}),
            "the name of a chart of charts.yaml",
            elsewhere="what is said of a chart stands in charts.yaml, by its name",
        ),
        _chart,
    ),
    "figures": DirectiveKind(
        Allowed(frozenset({"section", "slide", "callout"}), "figure ids with commas", ("title",)),
        _figures,
    ),
    "notes": DirectiveKind(Allowed(frozenset({"slide"}), body="what the speaker says"), _notes),
    "picture": DirectiveKind(
        Allowed(
            frozenset({"section", "slide", "callout", "question"}),
            "the path of a picture, as pictures/NAME.jpg",
            PICTURE_OPTIONS,
        ),
        picture,
    ),
    "question": DirectiveKind(
        Allowed(frozenset({"section", "slide"}), "the question", (), "the answer"), _question
    ),
    "quote": DirectiveKind(
        Allowed(
            frozenset({"section", "slide", "callout", "question"}),
            "who is quoted?",
            (),
            "its words",
        ),
        _quote,
    ),
    "slide": DirectiveKind(
        Allowed(frozenset({"section"}), "its headline", _SLIDE_OPTIONS, "its points?"),
        _slide,
    ),
    "table": DirectiveKind(
        Allowed(
            frozenset({"section", "slide", "callout", "question"}),
            "the name of a table or data file",
            _TABLE_OPTIONS,
            "a Markdown table?",
            unnamed="a Markdown table inside may have any new name",
        ),
        _table,
    ),
    **{name: block_kind(name).directive for name in BLOCKS},
}
"""Every directive by its name."""
