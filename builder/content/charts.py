"""charts.yaml: takes the document, returns `ChartSpec`s. What they name is checked later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final, get_args

from builder.charts.registry import ALSO_CALLED, KINDS, ChartType, kind_of, own_keys
from builder.content.annotations import ANNOTATIONS, TAKEAWAY, read_annotations, read_statement
from builder.content.context import Context, check_unit
from builder.content.documents import Document, Plain
from builder.content.entries import ContentEntry, entries
from builder.content.scalars import LOOSE, NAME, NAMES, NUMBER, TEXT, TRUTH, WHOLE, WORDS
from builder.content.shape import Entries, Key, Keys, ListOf, MapOf, OneOf
from builder.content.texts import inline_text
from builder.model.chart import AxisSpec, ChartSpec, Extent, FlowSpec
from builder.problems import Place, with_article

_SIZE: Final = "size"  # a column where the kind needs one, else how large the chart is
_EXTENTS: Final = get_args(Extent)
_WAYS = ("figures", "groups", "table", "flows")
_COMMON: Final = frozenset(field.name for field in fields(ChartSpec)) - {"flows", "second_axis"}

AXIS: Final = Keys(
    "Axis",
    "Limits that the chart would otherwise choose.",
    may={
        "min": Key(NUMBER, "Where the axis begins."),
        "max": Key(NUMBER, "Where the axis ends."),
        "step": Key(NUMBER, "From one tick to the next."),
        "title": Key(TEXT, "What the axis measures; inline Markdown."),
        "scale": Key(OneOf(("linear", "log")), "How values stand along it.", default="linear"),
    },
)

FLOW: Final = Keys(
    "Flow",
    "What one gives to another: an arrow of a flow diagram.",
    needs={
        "from": Key(WORDS, "Who gives; inline Markdown."),
        "to": Key(WORDS, "Who receives; inline Markdown."),
        "says": Key(WORDS, "What is given, above the arrow; inline Markdown."),
    },
    may={
        "amount": Key(TEXT, "How much of it, below the arrow; inline Markdown."),
    },
)

_SECOND: Final = Keys(
    "Second axis",
    "Limits and unit of the axis on the right.",
    may={**AXIS.keys, "unit": Key(TEXT, "Unit of its values, where figures do not say.")},
)
_FORMS: Final[Mapping[str, ListOf | Keys]] = {
    "names": NAMES,
    "words": ListOf(LOOSE, alone=True),
    "flows": ListOf(FLOW, least=1),
    "axis": _SECOND,
}


def _own_keys(chart: Mapping[str, Plain] | None) -> Mapping[str, Key]:
    """Return the keys that kinds of chart take for themselves: of all, or as far as one has them.

    Other kinds than its own are loaded only where a chart has a key that its kind does not take.
    """
    kind = chart.get("kind") if chart else None
    own = kind_of(kind).keys if isinstance(kind, str) and kind in KINDS else ()
    found = {key.name: Key(_FORMS[key.form], key.description) for key in own}
    if chart is None or chart.keys() - CHART.keys.keys() - found.keys():
        found = {key.name: Key(_FORMS[key.form], key.description) for key in own_keys()}
    return found


CHART: Final = Keys(
    "Chart",
    "A chart, drawn from figures or from a data table.",
    needs={
        "kind": Key(OneOf(KINDS, ALSO_CALLED), "How it is drawn."),
        "title": Key(WORDS, "The finding; inline Markdown."),
    },
    may={
        "subtitle": Key(TEXT, "Measure and unit; inline Markdown."),
        "claim": Key(TEXT, "The claim that the title rests on."),
        "figures": Key(ListOf(TEXT), "Figures drawn, by id."),
        "categories": Key(ListOf(LOOSE), "Names of the categories of `groups`."),
        "groups": Key(MapOf(ListOf(TEXT)), "Series and their figures, one to each category."),
        "table": Key(TEXT, "A file of data/, without .csv, or a table of workbooks.yaml."),
        "x": Key(LOOSE, "Column along the x axis, or of the categories."),
        "y": Key(NAMES, "Column, or columns, of values."),
        "series": Key(LOOSE, "Column whose cells name the series."),
        "size": Key(
            LOOSE,
            "Hero (across the page), normal, or small (in the margin, if it can be read there). "
            "Where bubbles are drawn: the column of their sizes.",
        ),
        "label": Key(LOOSE, "Column that names the points."),
        "without": Key(NAMES, "Rows of the table left out, as its total, by what names them."),
        "labels": Key(MapOf(LOOSE), "Words shown for a figure, a column or a category."),
        "order": Key(
            OneOf(("given", "ascending", "descending")), "Of categories by value.", default="given"
        ),
        "highlight": Key(NAMES, "Figures, categories, series or names that stand out."),
        "ordered": Key(
            TRUTH,
            "Whether series follow one another, as years and ages do, and take steps of one hue; "
            "told by their names unless said.",
        ),
        "axis": Key(AXIS, "The axis of the values."),
        "x_axis": Key(AXIS, "The x axis of scatter and bubble."),
        "number_format": Key(
            OneOf(("short", "number", "words")),
            "The form in which values are printed.",
            default="short",
        ),
        "decimals": Key(WHOLE, "How many decimals are printed."),
        "unit": Key(TEXT, "Unit of the axis, where figures do not say."),
        "source": Key(NAMES, "Sources that the figures do not bring along."),
        "note": Key(TEXT, "Stands below; inline Markdown."),
        "alt": Key(TEXT, "Alt text; made from the data where there is none."),
        "takeaway": Key(TAKEAWAY, "What it means; stands below it, and beside it on slides."),
        "annotations": Key(ANNOTATIONS, "Arrows, lines, bands and words that argue with it."),
    },
    own=_own_keys,
)
CHARTS: Final = Entries(CHART, NAME)


def read_charts(
    document: Document, context: Context, called: Iterable[tuple[str, tuple[str, ...]]] = ()
) -> dict[str, ChartSpec]:
    """Return the charts by id; `called` are words with digits that the texts of one may say."""
    own, found = dict(called), {}
    for each in entries(CHARTS, document, context):
        entry = each.knowing(own[each.id]) if each.id in own else each
        found[entry.id] = _chart(entry)
        context.dropped = context.dropped or entry.context.dropped
    return found


def _chart(entry: ContentEntry) -> ChartSpec:
    kind = kind_of(entry.keys["kind"])
    order: Any = entry.word("order")  # one of those that its shape lists
    _check_ways(entry, kind)
    _check_own_keys(entry, kind)
    if "unit" in entry.keys:
        _check_digits(entry.word("unit"), entry.where("unit"), entry.context)
        check_unit(entry.word("unit"), entry.where("unit"), entry.context.problems)
    entry.mention("claim", "claim")
    entry.mention("figure", "figures")
    entry.mention("source", "source")
    entry.mention("data", "table")
    for key in ("x", "y", "series", "label", *kind.needs) if "table" in entry.keys else ():
        entry.mention("column", key, entry.word("table"))
    return ChartSpec(
        id=entry.id,
        kind=kind.name,
        title=entry.text("title"),
        subtitle=entry.text("subtitle"),
        claim=entry.word("claim"),
        figures=entry.list("figures"),
        categories=tuple(
            entry.text("categories", number) for number in range(len(entry.list("categories")))
        ),
        groups=_groups(entry),
        table=entry.word("table"),
        x=entry.word("x"),
        y=entry.list("y"),
        series=entry.word("series"),
        size=entry.word("size") if _SIZE in kind.needs else "",
        extent=_extent(entry, kind),
        label=entry.word("label"),
        without=entry.list("without"),
        flows=_flows(entry),
        labels=tuple((key, entry.text("labels", key)) for key in entry.keys.get("labels", {})),
        order=order,
        highlight=entry.list("highlight"),
        keys=tuple(
            (key.name, entry.list(key.name))
            for key in kind.keys
            if key.form in ("names", "words") and key.name in entry.keys
        ),
        axis=_axis(entry, "axis"),
        x_axis=_axis(entry, "x_axis"),
        second_axis=_axis(entry, "second_axis"),
        number_format=entry.word("number_format"),
        decimals=entry.decimals(),
        unit=entry.word("unit"),
        source=entry.list("source"),
        note=entry.text("note"),
        alt=entry.text("alt"),
        takeaway=read_statement(entry, "takeaway"),
        ordered=entry.word("ordered"),
        annotations=read_annotations(entry, kind),
        place=entry.place,
    )


def _check_ways(entry: ContentEntry, kind: ChartType) -> None:
    """Report a chart that is not drawn from exactly one thing, or lacks columns to draw."""
    problems = entry.context.problems
    ways = [way for way in _WAYS if way in entry.keys]
    required = any(key.missing for key in kind.keys)
    if not ways and not required and not entry.faulty.intersection(_WAYS):
        hint = "give it exactly one of figures, groups, table and flows"
        problems.error(entry.place, f'the chart "{entry.id}" draws nothing', hint)
    if len(ways) > 1:
        found = f'the chart "{entry.id}" has {" and ".join(ways)}'
        place = entry.document.key_place((entry.id, ways[1]))
        problems.error(place, found, "keep exactly one of them")
    plotted = ("y",) if kind.raw else ("x", "y")
    wanted = [*(plotted if "table" in ways else ()), *kind.needs]
    missing = [key for key in wanted if key not in entry.keys and key not in entry.faulty]
    if missing:
        found = f'the chart "{entry.id}" lacks {" and ".join(missing)}'
        problems.error(entry.place, found, "name columns of its table")


def _extent(entry: ContentEntry, kind: ChartType) -> Extent:
    """Return how large the author wants the chart in the paper."""
    found: Any = "" if _SIZE in kind.needs else entry.word(_SIZE)
    if found in ("", *_EXTENTS):
        return found or "normal"
    entry.context.problems.error(
        entry.where(_SIZE),
        f'the chart "{entry.id}" has the size "{found}"',
        f"it is {', '.join(_EXTENTS)}; only bubbles have a column of sizes",
    )
    return "normal"


def _check_own_keys(entry: ContentEntry, kind: ChartType) -> None:
    """Report keys that another kind takes, and a chart without the one that its kind draws."""
    taken, its_kind = {key.name for key in kind.keys}, with_article(kind.name)
    foreign = entry.keys.keys() - _COMMON - taken
    # Other kinds are loaded only to say what their key is for.
    for key in own_keys() if foreign else ():
        if key.name in foreign:
            entry.context.problems.error(
                entry.document.key_place((entry.id, key.name)),
                f'the chart "{entry.id}" is {its_kind}, which has no `{key.name}`',
                key.elsewhere,
            )
    for key in kind.keys:
        if key.missing and key.name not in entry.keys and key.name not in entry.faulty:
            found = f'the chart "{entry.id}" is {its_kind}, which is drawn from `{key.name}`'
            entry.context.problems.error(entry.place, found, key.missing)


def _groups(entry: ContentEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups: dict[str, list[str]] = entry.keys.get("groups", {})
    expected = len(entry.list("categories"))
    for name, figures in groups.items():
        place = entry.document.key_place((entry.id, "groups", name))
        _check_digits(name, place, entry.context)
        for number, figure in enumerate(figures):
            entry.context.mention("figure", figure, entry.where("groups", name, number))
        if len(figures) != expected:
            entry.context.problems.error(
                entry.where("groups", name),
                f'"{name}" has {len(figures)} figures for {expected} categories',
                "give each group one figure to each of the categories",
            )
    return tuple((name, tuple(figures)) for name, figures in groups.items())


def _flows(entry: ContentEntry) -> tuple[FlowSpec, ...]:
    return tuple(
        FlowSpec(
            giver=entry.text("flows", number, "from"),
            receiver=entry.text("flows", number, "to"),
            says=entry.text("flows", number, "says"),
            amount=entry.text("flows", number, "amount"),
            place=entry.where("flows", number),
        )
        for number in range(len(entry.keys.get("flows", ())))
    )


def _check_digits(words: str, place: Place, context: Context) -> None:
    """Have the digits of words that are printed as they are written find their owner."""
    inline_text(words, lambda _: place, context)


def _axis(entry: ContentEntry, key: str) -> AxisSpec:
    written: dict[str, str] = entry.keys.get(key, {})
    limits = {
        name: Decimal(written[name]) if name in written else None for name in ("min", "max", "step")
    }
    title = entry.text(key, "title") if "title" in written else ()
    if "unit" in written:
        _check_digits(written["unit"], entry.where(key, "unit"), entry.context)
        check_unit(written["unit"], entry.where(key, "unit"), entry.context.problems)
    return AxisSpec(
        **limits, title=title, unit=written.get("unit", ""), log=written.get("scale") == "log"
    )
