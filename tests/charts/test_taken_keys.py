"""Every key that a chart may have changes it, is refused, or is told to do nothing in its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import builder.resolve.briefing
from builder.charts.registry import KINDS, kind_of
from builder.charts.resolving import ChartContext, resolved_chart
from builder.content import read_content
from builder.model.chart import ChartSpec
from builder.model.table import DataTable
from builder.model.text import Run
from builder.problems import Problems

CASES = Path(__file__).parents[1] / "cases"
CONTENTS = (
    "cells",
    *(
        "kinds",
        "layouts",
        "letter",
        "told-apart",
        "strangers/druzhyny",
        "strangers/passages-a-niveau",
    ),
    *("strangers/ausbildung-in-hohenfelde", "strangers/talsperren"),
)
DRAWN = [kind for kind in KINDS if kind != "figure"]  # whatever a package's function makes of it
KEYS = (
    *("order", "ordered", "highlight", "number_format", "decimals", "unit", "label", "series"),
    *(f"{axis}.{key}" for axis in ("axis", "x_axis") for key in ("min", "max", "step", "title")),
    "labels.y",
)
"""What any chart may have; words around it and what it is drawn from aside."""

WORDS = (Run("Quite other words"),)
Tried = tuple[ChartSpec, DataTable | None, ChartContext]


@cache
def charts() -> tuple[Tried, ...]:
    """Return the charts of several contents."""
    found: list[Tried] = []

    def held(spec: ChartSpec, context: ChartContext) -> None:
        # A title that is stated for an axis goes before what its column is called.
        untitled = {key: replace(getattr(spec, key), title=()) for key in ("axis", "x_axis")}
        found.append((replace(spec, **untitled), context.data.get(spec.table), context))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder.resolve.briefing, "_drawn", held)
        for name in CONTENTS:
            content = read_content(CASES / name, Problems())
            assert content is not None, name
            builder.resolve.briefing.resolve(replace(content, sections=()), Problems())
    return tuple(found)


def made(spec: ChartSpec, context: ChartContext) -> object:
    """Return all that becomes of a chart: what it shows and what is told of it."""
    problems = Problems()
    printer = replace(context.printer, problems=problems)
    return resolved_chart(spec, replace(context, printer=printer)), [
        problem.found for problem in problems.found
    ]


def others(spec: ChartSpec, key: str, table: DataTable | None) -> Iterator[ChartSpec]:
    """Yield a chart with values of a key that would show."""
    columns = table.columns if table else ()
    name, _, limit = key.partition(".")
    if name in ("axis", "x_axis"):
        value = WORDS if limit == "title" else Decimal({"min": -5, "max": 10**8, "step": 3}[limit])
        yield replace(spec, **{name: replace(getattr(spec, name), **{limit: value})})
    elif key in ("label", "series"):
        yield from (replace(spec, **{key: each}) for each in columns)
    elif key == "labels.y":
        yield from (
            replace(spec, labels=(*(own for own in spec.labels if own[0] != each), (each, WORDS)))
            for each in spec.y
        )
    elif key == "highlight":
        by = [columns.index(each) for each in (spec.x, spec.series, spec.label) if each]
        cells = [row[at] for at in by for row in (table.rows if table else ())]
        names = (
            *cells[:2],
            *cells[-2:],
            *spec.y,
            *spec.figures,
            *(name for name, _ in spec.groups),
        )
        yield from (replace(spec, highlight=(each,)) for each in names)
    else:
        values = VALUES[key]
        yield from (replace(spec, **{key: each}) for each in values)


VALUES: dict[str, tuple[object, ...]] = {
    "order": ("ascending", "descending"),
    "ordered": ("true", "false"),
    "number_format": ("number", "words"),
    "decimals": (0, 3),
    "unit": ("parrots", "EUR mn", "%"),
}


@pytest.mark.longer
@pytest.mark.parametrize("kind", DRAWN)
def test_a_key_does_something_or_is_told_to_do_nothing(kind: str) -> None:
    of_kind = [each for each in charts() if each[0].kind == kind]
    assert of_kind, f"no content has a {kind}"
    bases = [made(spec, context) for spec, _, context in of_kind]
    ignored = {*kind_of(kind).ignores}
    wrong = []
    for key in KEYS:
        tried = [
            (each, base, context)
            for (spec, table, context), base in zip(of_kind, bases, strict=True)
            for each in others(spec, key, table)
            if each != spec
        ]
        does = any(made(each, context) != base for each, base, context in tried)
        told = key in ignored or key.partition(".")[0] in ignored
        if tried and does == told:
            wrong.append(f"{key} {'does something' if does else 'does nothing'}")
    assert wrong == []
