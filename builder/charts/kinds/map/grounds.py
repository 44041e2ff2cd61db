"""What a map lies on: the rows of its table in, the land with each in its place out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts.resolving.context import ChartContext, NamedRun
from builder.language.dates import word
from builder.maps import atlas, laying
from builder.maps.atlas import NAMES, Borders
from builder.memory import remembered
from builder.model.chart import ChartSpec
from builder.model.land import Geography, Land
from builder.model.text import Line, Run
from builder.problems import Place, known_names, likely_meant

REGION: Final = "region"
BORDERS: Final = "borders"
SHAPES: Final = "shapes"
"""Keys that a map alone takes."""

_CONTINENTS: Final = ("002", "009", "019", "142", "150")
_UNKNOWN: Final = "-"


class Ground(NamedTuple):
    """The land, each row's name as it is printed, and whose borders these are."""

    land: Land
    names: tuple[Run, ...]
    note: Line = ()


class _Row(NamedTuple):
    """A row: the place as it is stated, what is printed of it, and where it stands."""

    stated: str
    shown: Run
    place: Place


def ground_of(
    spec: ChartSpec, categories: Sequence[NamedRun], context: ChartContext
) -> Ground | None:
    """Return what a map lies on; None, with problems, where a place or region is unknown."""
    rows = _rows(spec, categories, context)
    if spec.own(SHAPES) and spec.shapes is None:
        return None  # what is wrong with its file has been said
    if spec.shapes is not None:
        return _own(spec, spec.shapes, rows, context)
    codes = _codes(spec, rows, context)
    region, listed = _region(spec, codes, context)
    borders = _borders(spec, context)
    if codes is None or listed is None or borders is None:
        return None
    land = _laid(region, codes, borders, listed)
    asked = atlas.within(region) if region else listed or frozenset(codes)
    land = _asked(land, asked)
    by_row = {row: code for code, row in codes.items()}
    names = tuple(_called(by_row[at], row.shown, context.tag) for at, row in enumerate(rows))
    if region:
        land = replace(land, region=(Run(atlas.named(region, context.tag)),))
    note = word(context.tag, "borders_un" if borders == "un" else "borders_data")
    return Ground(land, names, (Run(note),))


def _laid(region: str, codes: Mapping[str, int], borders: Borders, listed: frozenset[str]) -> Land:
    """Return the map that shows these places, which is the same whatever their values are."""
    return remembered(
        ("land", region, tuple(codes.items()), borders, listed),
        lambda: laying.of_world(region, codes, borders, listed),
        lambda land: sum(len(shape.outline) for shape in land.shapes),
    )


def _rows(
    spec: ChartSpec, categories: Sequence[NamedRun], context: ChartContext
) -> tuple[_Row, ...]:
    """Return a row for each category, in their order, which need not be that of the table."""
    table = context.data.get(spec.table)
    if table is None:
        return tuple(_Row(each.run.text, each.run, spec.place) for each in categories)
    at = table.columns.index(spec.x)
    stands = {row[at]: table.place_of(number) for number, row in enumerate(table.rows)}
    return tuple(_Row(each.key, each.run, stands.get(each.key, spec.place)) for each in categories)


def _asked(land: Land, codes: Collection[str]) -> Land:
    shapes = tuple(replace(each, asked=each.code in codes) for each in land.shapes)
    return replace(land, shapes=shapes)


def _codes(spec: ChartSpec, rows: Iterable[_Row], context: ChartContext) -> dict[str, int] | None:
    """Return the row of each place by its code; None, with problems, for what is no place."""
    found: dict[str, int] = {}
    so_far = len(context.problems.errors)
    for number, row in enumerate(rows):
        code = atlas.code_of(row.stated, context.tag) or atlas.code_of(row.shown.text, context.tag)
        if code not in atlas.territories():
            context.problems.error(
                row.place,
                f'chart "{spec.id}" is a map, and "{row.stated}" is no country or territory of it',
                f"{_meant(row.stated, atlas.territories(), context)}name it as the language does, "
                "or by its code of ISO 3166; of other places give the map its own `shapes`",
            )
        elif found.setdefault(code, number) != number:
            _report_twice(spec, row, context)
    return found if len(context.problems.errors) == so_far else None


def _report_twice(spec: ChartSpec, row: _Row, context: ChartContext) -> None:
    context.problems.error(
        row.place,
        f'chart "{spec.id}": "{row.stated}" stands in its table twice',
        "a map has one value for each place: remove one of them",
    )


def _meant(stated: str, codes: Iterable[str], context: ChartContext) -> str:
    meant = likely_meant(stated, sorted(atlas.named(code, context.tag) for code in codes))
    return f"did you mean {meant}? " if meant else ""


def _called(code: str, run: Run, tag: str) -> Run:
    """Return a place's name: where its code stands in the table, what it is called instead."""
    written = run.text.strip()
    is_code = len(written) <= 3 and written.upper() == written
    return Run(atlas.named(code, tag)) if is_code else run


def _region(
    spec: ChartSpec, codes: Mapping[str, int] | None, context: ChartContext
) -> tuple[str, frozenset[str] | None]:
    """Return the code of the region shown, or the places listed; None, with a problem."""
    stated = spec.own(REGION)
    found = [atlas.code_of(each, context.tag) for each in stated]
    for each, code in zip(stated, found, strict=True):
        if not code:
            context.problems.error(
                spec.place,
                f'chart "{spec.id}": there is no region called "{each}"',
                f"{_meant(each, atlas.regions(), context)}name a continent or part of one, "
                "a union or countries",
            )
    if not all(found):
        return "", None
    if len(found) == 1 and found[0] in atlas.regions():
        return found[0], frozenset()
    if found:
        return "", frozenset(each for code in found for each in atlas.within(code))
    holding = [each for each in _CONTINENTS if (codes or {}).keys() <= atlas.within(each)]
    return (holding[0] if holding else ""), frozenset()


def _borders(spec: ChartSpec, context: ChartContext) -> Borders | None:
    stated = spec.own(BORDERS) or ("un",)
    if stated[0] not in NAMES or len(stated) > 1:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": there are no borders called "{", ".join(stated)}"',
            "write `borders: un` (the default) or `borders: natural-earth`",
        )
        return None
    return "natural-earth" if stated[0] == "natural-earth" else "un"


def _own(
    spec: ChartSpec, shapes: Geography, rows: tuple[_Row, ...], context: ChartContext
) -> Ground | None:
    """Return a map of the author's own shapes, each known by the property that names the rows."""
    for key in (REGION, BORDERS):
        if spec.own(key):
            context.problems.error(
                spec.place,
                f'chart "{spec.id}" has `{SHAPES}` of its own and a `{key}`',
                f"its file says what is shown: remove `{key}`",
            )
            return None
    wanted = {atlas.plain(row.stated) for row in rows}
    fitting = Counter(
        key
        for place in shapes.places
        for key, value in place.properties
        if atlas.plain(value) in wanted
    )
    best = fitting.most_common(1)[0][0] if fitting else _UNKNOWN
    called = [dict(each.properties).get(best, "") for each in shapes.places]
    known = _told_apart(called)
    named: dict[str, list[int]] = {}
    for at, name in enumerate(called):
        named.setdefault(atlas.plain(name), []).append(at)
    codes: dict[str, int] = {}
    so_far = len(context.problems.errors)
    for number, row in enumerate(rows):
        meant = named.get(atlas.plain(row.stated), ())
        if not meant:
            hint = known_names(row.stated, filter(None, called)) if fitting else _keys(shapes)
            found = f'chart "{spec.id}": "{row.stated}" is no place of {shapes.file}'
            context.problems.error(row.place, found, hint)
        elif len(meant) > 1:
            found = f'chart "{spec.id}": {shapes.file} has {len(meant)} places "{row.stated}"'
            hint = "name places by a property that tells them apart, or join them in the file"
            context.problems.error(row.place, found, hint)
        elif codes.setdefault(known[meant[0]], number) != number:
            _report_twice(spec, row, context)
    if len(context.problems.errors) > so_far:
        return None
    own = {code: each.polygons for code, each in zip(known, shapes.places, strict=True)}
    land = laying.of_own(own, codes)
    return Ground(_asked(land, own), tuple(row.shown for row in rows))


def _told_apart(called: Sequence[str]) -> list[str]:
    """Return what places go by: their names, and their numbers where others have those too."""
    count = Counter(called)
    return [
        name if count[name] == 1 else f"{name} {at}".strip() for at, name in enumerate(called, 1)
    ]


def _keys(shapes: Geography) -> str:
    """Return the hint of a table that names no place of the file."""
    keys = dict.fromkeys(key for each in shapes.places for key, _ in each.properties)
    return f"name places as one of its properties does: {', '.join(keys)}"
