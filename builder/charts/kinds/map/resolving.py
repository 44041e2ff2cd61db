"""What a map shows: a chart of places and values in; its land, classes and names out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Final

from builder.charts.resolving.category import category_chart, tick_run
from builder.charts.resolving.context import ChartContext
from builder.language.dates import word
from builder.maps import laying, places
from builder.maps.atlas import NAMES, Borders
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.land import Land, Tick
from builder.model.text import Line, Run
from builder.problems import likely_meant
from builder.theme.ramp import MOST

CLASSES: Final = "classes"
REGION: Final = "region"
SYMBOLS: Final = "symbols"
BORDERS: Final = "borders"
"""The keys that a map alone takes."""

_CONTINENTS: Final = ("002", "009", "019", "142", "150")
_QUANTILES: Final = "quantiles"
_ON: Final = ("true", "yes", "on")


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart on its land; None, with problems, where places or classes are unknown."""
    chart = category_chart(spec, bare, context)
    if chart is None:
        return None
    so_far = len(context.problems.errors)
    rows = _rows(spec, chart, context)
    region = _region(spec, rows, context)
    borders = _borders(spec, context)
    bounds = _bounds(spec, chart, context)
    if len(context.problems.errors) > so_far:
        return None
    land = laying.of_world(region, rows, borders)
    asked = places.within(region) if region else frozenset(rows)
    shapes = tuple(replace(each, asked=each.code in asked) for each in land.shapes)
    categories = tuple(
        _called(code, run, context.tag)
        for code, run in zip(_by_row(rows, chart), chart.categories, strict=True)
    )
    chart = replace(chart, categories=categories, value_axis=None)
    sizes = _sizes(spec, chart, context) if _is_on(spec, SYMBOLS) else ()
    land = replace(
        land,
        shapes=shapes,
        bounds=() if sizes else bounds,
        sizes=sizes,
        unknown=Run(word(context.tag, "no_data")),
        beside=_beside(chart, land, context.tag),
        region=(Run(places.named(region, context.tag)),) if region else (),
    )
    note = word(context.tag, "borders_un" if borders == "un" else "borders_data")
    return replace(chart, land=land, note=_noted(chart.note, note))


def _rows(spec: ChartSpec, chart: ResolvedChart, context: ChartContext) -> dict[str, int]:
    """Return the row of each place by its code; report what is no place, and what stands twice."""
    rows: dict[str, int] = {}
    table = context.data.get(spec.table)
    at = table.columns.index(spec.x) if table else 0
    for row, run in enumerate(chart.categories):
        stated = table.rows[row][at] if table else run.text
        code = places.code_of(stated, context.tag) or places.code_of(run.text, context.tag)
        place = table.place_of(row) if table else spec.place
        if code not in places.territories():
            context.problems.error(
                place,
                f'chart "{spec.id}" is a map, and "{stated}" is no country or territory of it',
                f"{_meant(stated, places.territories(), context)}name it as the language does, "
                "or by its code of ISO 3166",
            )
        elif code in rows:
            context.problems.error(
                place,
                f'chart "{spec.id}": "{stated}" stands in its table twice',
                "a map has one value for each place: remove one of them",
            )
        else:
            rows[code] = row
    return rows


def _meant(stated: str, codes: Iterable[str], context: ChartContext) -> str:
    meant = likely_meant(stated, sorted(places.named(code, context.tag) for code in codes))
    return f"did you mean {meant}? " if meant else ""


def _by_row(rows: Mapping[str, int], chart: ResolvedChart) -> Sequence[str]:
    codes = {row: code for code, row in rows.items()}
    return [codes.get(row, "") for row in range(len(chart.categories))]


def _called(code: str, run: Run, tag: str) -> Run:
    """Return a place's name: where its code stands in the table, what it is called instead."""
    is_code = run.text.strip().upper() == run.text.strip() and len(run.text.strip()) <= 3
    return Run(places.named(code, tag)) if code and is_code else run


def _region(spec: ChartSpec, rows: Mapping[str, int], context: ChartContext) -> str:
    """Return the code of the region shown; none for the places of the table alone."""
    stated = spec.own(REGION)
    codes = [places.code_of(each, context.tag) for each in stated]
    for each, code in zip(stated, codes, strict=True):
        if not code:
            context.problems.error(
                spec.place,
                f'chart "{spec.id}": there is no region called "{each}"',
                f"{_meant(each, places.regions(), context)}name a continent or part of one, "
                "a union or countries",
            )
    if len(codes) == 1 and codes[0] in places.regions():
        return codes[0]
    if codes:
        return ""
    holding = [each for each in _CONTINENTS if rows.keys() <= places.within(each)]
    return holding[0] if holding else ""


def _borders(spec: ChartSpec, context: ChartContext) -> Borders:
    stated = spec.own(BORDERS) or ("un",)
    if stated[0] not in NAMES or len(stated) > 1:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": there are no borders called "{", ".join(stated)}"',
            "write `borders: un` (the default) or `borders: natural-earth`",
        )
    return "natural-earth" if stated[0] == "natural-earth" else "un"


def _bounds(spec: ChartSpec, chart: ResolvedChart, context: ChartContext) -> tuple[Tick, ...]:
    """Return what parts the classes: as stated, by quantiles, or at even steps."""
    stated = spec.own(CLASSES)
    values = sorted({d.value for d in chart.series[0].data if d.value is not None})
    if stated == (_QUANTILES,):
        count = min(5, len(values))
        found = [values[len(values) * part // count] for part in range(1, count)]
    elif stated:
        found = _stated(spec, stated, context)
    else:
        ticks = chart.value_axis.ticks if chart.value_axis else ()
        found = [tick.value for tick in ticks if values and values[0] < tick.value <= values[-1]]
        found = found[:: max(1, -(-len(found) // (MOST - 1)))]
    if len(found) > MOST - 1:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has {len(found) + 1} classes, but only {MOST} can be told apart',
            "state fewer bounds",
        )
    unit = spec.unit or next((datum.unit for datum in chart.series[0].data if datum.unit), "")
    printed = partial(tick_run, spec, unit, context.tag)
    return tuple(Tick(value, printed(value)) for value in dict.fromkeys(found))


def _stated(spec: ChartSpec, stated: Sequence[str], context: ChartContext) -> list[Decimal]:
    try:
        found = [Decimal(each) for each in stated]
    except InvalidOperation:
        found = []
    if not found or found != sorted(set(found)) or not all(each.is_finite() for each in found):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": its classes cannot be parted at "{", ".join(stated)}"',
            "state the bounds between classes, each above the one before it, such as [10, 20, 40]; "
            "or write `classes: quantiles`, or leave them to the map",
        )
    return found


def _is_on(spec: ChartSpec, key: str) -> bool:
    return any(each.lower() in _ON for each in spec.own(key))


def _sizes(spec: ChartSpec, chart: ResolvedChart, context: ChartContext) -> tuple[Tick, ...]:
    """Return two values whose discs the key shows: the largest round one, and a quarter of it."""
    values = [d.value for d in chart.series[0].data if d.value is not None]
    if any(value < 0 for value in values):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has a value below 0, which no disc has as its area',
            "show it by colour: remove `symbols`",
        )
    most = max(values, default=Decimal(1)) or Decimal(1)
    power = Decimal(1).scaleb(most.adjusted())
    largest = max(
        step * power for step in (Decimal(1), Decimal(2), Decimal(4)) if step * power <= most
    )
    unit = spec.unit or next((datum.unit for datum in chart.series[0].data if datum.unit), "")
    printed = partial(tick_run, spec, unit, context.tag)
    return tuple(Tick(value, printed(value)) for value in (largest, largest / 4))


def _beside(chart: ResolvedChart, land: Land, tag: str) -> Line:
    """Return the places that the map cannot show, each with its value; nothing for none."""
    data = chart.series[0].data
    rows = [row for row in land.unseen if data[row].value is not None]
    if not rows:
        return ()
    before, after = word(tag, "off_the_map", places="\0").split("\0")
    line = [Run(before)]
    for number, row in enumerate(rows):
        line += [Run("; " if number else ""), chart.categories[row], Run(" "), data[row].label]
    return tuple(run for run in (*line, Run(after)) if run.text)


def _noted(note: Line, words: str) -> Line:
    return (*note, Run(" " + words)) if note else (Run(words),)
