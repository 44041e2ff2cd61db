"""Every kind of chart with data of all sorts, in sheets: `python -m tests.gallery_of_kinds`.

Kinds come from the registry and their data from the tests' samples: few and very many of them,
below zero, missing, with long names and with names in other scripts; as the paper has them and, by
LibreOffice, as the deck has them; in every theme, in grey, and as those see them who do not see all
colours. The sheets are in `docs/gallery`.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from builder.charts import display_list
from builder.charts.registry import KINDS, CrowdedError, kind_of
from builder.content import read_theme
from builder.maps import atlas
from builder.model.annotation import (
    NONE,
    WHOLE,
    Annotations,
    Band,
    Difference,
    Level,
    Spot,
)
from builder.model.chart import Datum, ResolvedChart
from builder.model.text import Run, plain
from builder.outputs.pdf.write.fonts import prepare
from builder.outputs.pdf.write.player import play
from builder.outputs.pptx import plan_deck, with_pages, write_deck
from builder.problems import NOWHERE, Problems
from builder.theme import assets, ramp
from builder.theme.theme import Theme
from tests.charts import samples
from tests.outputs.pptx.making import PAPER, briefing, chart_use, slide
from tests.rendering.render import pdf_of_deck

OUT = Path(__file__).resolve().parents[1] / "docs" / "gallery"
_SHIPPED = {path.stem for path in assets.path("themes").glob("*.yaml")}
THEMES = ("paperdeck", *sorted(_SHIPPED - {"paperdeck"}))
WIDTH = 300.0
CELL = (210, 150)
ROWS = 9
COLOURS = 96
LONG = "The northern administrative region of the inner and outer islands"
OTHERS = ("Запоріжжя", "Θεσσαλονίκη", "Łódź", "Дніпро", "Ηράκλειο", "Çanakkale")
MANY = 3
COUNTS = ("butterfly", "histogram")
"""Kinds that show how many there are, which is never below zero."""

Change = Callable[[ResolvedChart], ResolvedChart | None]


def _named(chart: ResolvedChart, name: Callable[[int, str], str]) -> ResolvedChart:
    """Return a chart whose categories and points are called otherwise."""
    categories = tuple(
        replace(run, text=name(at, run.text)) for at, run in enumerate(chart.categories)
    )
    points = tuple(
        replace(point, label=replace(point.label, text=name(at, point.label.text)))
        for at, point in enumerate(chart.points)
    )
    stops = tuple(
        replace(stop, name=replace(stop.name, text=name(at, stop.name.text)))
        for at, stop in enumerate(chart.stops)
    )
    tasks = tuple(
        replace(task, name=replace(task.name, text=name(at, task.name.text)))
        for at, task in enumerate(chart.tasks)
    )
    events = tuple(
        replace(event, label=samples.words(name(at, plain(event.label))))
        for at, event in enumerate(chart.events)
    )
    ends = dict.fromkeys(plain(end) for each in chart.flows for end in (each.giver, each.receiver))
    called = {end: samples.words(name(at, end)) for at, end in enumerate(ends)}
    flows = tuple(
        replace(each, giver=called[plain(each.giver)], receiver=called[plain(each.receiver)])
        for each in chart.flows
    )
    return replace(
        chart,
        categories=categories,
        points=points,
        stops=stops,
        tasks=tasks,
        events=events,
        flows=flows,
    )


def _valued(chart: ResolvedChart, value: Callable[[int, Datum], Datum]) -> ResolvedChart | None:
    """Return a chart with other values; None where others follow from them, or none are free."""
    if chart.spans or chart.land or not chart.series:
        return None
    series = tuple(
        replace(each, data=tuple(value(at, datum) for at, datum in enumerate(each.data)))
        for each in chart.series
    )
    rows = [[each.data[at].value for each in series] for at in range(len(chart.totals))]
    sums = [sum(each or 0 for each in row) if any(row) else None for row in rows]
    totals = tuple(samples.datum(None if each is None else str(each)) for each in sums)
    return replace(chart, series=series, totals=totals)


def few(chart: ResolvedChart) -> ResolvedChart | None:
    """Return a chart of its first two categories or points."""
    if chart.spans or chart.land or chart.moments or chart.panel_axes:
        return None
    series = tuple(replace(each, data=each.data[:2]) for each in chart.series)
    return replace(
        chart,
        categories=chart.categories[:2],
        series=series,
        totals=chart.totals[:2],
        points=chart.points[:2],
        events=chart.events[:2],
    )


def many(chart: ResolvedChart) -> ResolvedChart | None:
    """Return a chart of three times as many categories."""
    if chart.spans or chart.land or chart.moments or not chart.categories or chart.points:
        return None
    if kind_of(chart.kind).whole or kind_of(chart.kind).name == "slope":
        return None
    names = [Run(f"{run.text} {turn + 1}") for turn in range(MANY) for run in chart.categories]
    series = tuple(replace(each, data=each.data * MANY) for each in chart.series)
    return replace(chart, categories=tuple(names), series=series, totals=chart.totals * MANY)


def below(chart: ResolvedChart) -> ResolvedChart | None:
    """Return a chart of whose values every second is below zero."""
    kind = kind_of(chart.kind)
    if kind.name in COUNTS or kind.whole or kind.in_shares or kind.gapless:
        return None
    if chart.value_axis is None or chart.lines:
        return None

    def turned(at: int, datum: Datum) -> Datum:
        if at % 2 == 0 or datum.value is None:
            return datum
        label = replace(datum.label, text="\u2212" + datum.label.text)
        return replace(datum, value=-datum.value, label=label)

    made, high = _valued(chart, turned), int(chart.value_axis.max)
    axis = samples.axis(-high, high, max(1, high // 4), shown=chart.value_axis.shown)
    return made and replace(made, value_axis=axis)


def missing(chart: ResolvedChart) -> ResolvedChart | None:
    """Return a chart one of whose values in each series is not known."""
    if kind_of(chart.kind).whole or kind_of(chart.kind).gapless:
        return None
    return _valued(
        chart, lambda at, datum: replace(datum, value=None, label=Run("")) if at == 1 else datum
    )


def argued(chart: ResolvedChart) -> ResolvedChart | None:
    """Return a chart with a line, a band and, where it takes one, an arrow, as far as it does."""
    kind = kind_of(chart.kind)
    axis = (chart.x_axis or chart.value_axis) if kind.raw else chart.value_axis
    if "reference" not in kind.annotates or axis is None or chart.annotations != NONE:
        return None
    from_, at, to = (axis.min + (axis.max - axis.min) * share / 20 for share in (5, 9, 7))
    line = Level(at, samples.runs(["Plan"]), Run(f"{at:f}"))
    band = Band(from_, to, samples.runs([f"Usual {from_:f} to {to:f}"]))
    held = [at for series in chart.series[:1] for at, d in enumerate(series.data) if d.value]
    ends = [Spot(WHOLE if kind.adds_up else 0, held[place]) for place in (0, -1) if held]
    alone = len(held) > 1 and (kind.adds_up or len(chart.series) == 1)
    says = samples.runs(["+12%"])
    arrows = (Difference(*ends, says, says),) if alone and "difference" in kind.annotates else ()
    return replace(chart, annotations=Annotations((line,), (band,), differences=arrows))


VARIANTS: dict[str, Change] = {
    "as it is": lambda chart: chart,
    "few": few,
    "many": many,
    "below zero": below,
    "missing": missing,
    "annotated": argued,
    "long names": lambda chart: _named(chart, lambda at, text: text and f"{LONG} {at + 1}"),
    "other scripts": lambda chart: _named(
        chart, lambda at, text: text and f"{OTHERS[at % len(OTHERS)]} {at // len(OTHERS) + 1}"
    ),
}


EUROPE = sorted(atlas.within("150"))
OWN: dict[tuple[str, str], Callable[[], ResolvedChart]] = {
    ("map", "few"): lambda: samples.on_a_map({"UA": "56", "PL": "24"}),
    ("map", "many"): lambda: samples.on_a_map(
        {code: str(at * 37 % 61) for at, code in enumerate(EUROPE)}, ("UA", "PT")
    ),
    ("map", "below zero"): lambda: samples.on_a_map(
        {code: str(at * 7 % 23 - 11) for at, code in enumerate(EUROPE[::2])}
    ),
    ("map", "missing"): lambda: samples.on_a_map(
        {code: str(at) if at % 3 else None for at, code in enumerate(EUROPE)}, ("FR",)
    ),
    ("waterfall", "below zero"): samples.crossing,
    ("gantt", "few"): samples.programmes,
    ("flow", "few"): samples.exchange,
}
"""What follows from a sample by no rule."""


def of_kinds() -> Iterator[tuple[str, dict[str, ResolvedChart]]]:
    """Yield each kind with its charts by variant: what a sample has nothing of is left out."""
    for kind in KINDS:
        sample = next((made() for made in samples.ALL.values() if made().kind == kind), None)
        if sample is not None:
            made = {
                name: OWN[kind, name]() if (kind, name) in OWN else change(sample)
                for name, change in VARIANTS.items()
            }
            yield (
                kind,
                {
                    name: replace(chart, id=f"{kind}-{name}".replace(" ", "-"))
                    for name, chart in made.items()
                    if chart is not None and (chart is sample or chart != sample)
                },
            )


def themed(name: str) -> Theme:
    """Return a shipped theme."""
    theme = read_theme(name, Path(), Problems(), NOWHERE)
    assert theme is not None
    prepare(theme)
    return theme


def drawn(chart: ResolvedChart, theme: Theme) -> Image.Image | None:
    """Return a chart as the paper has it; None where it is refused."""
    try:
        picture = display_list(chart, theme, WIDTH, None)
    except CrowdedError:
        return None
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(picture.width, picture.height))
    play(canvas, picture)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(held.getvalue()) as document:
        return document[0].render(scale=1.4).to_pil().convert("RGB")


def seen(picture: Image.Image, way: str) -> Image.Image:
    """Return a picture as it is seen in a way."""
    matrix = ramp.matrix_of(way)
    if matrix is None:
        return picture
    shares = np.asarray(picture, dtype=float) / 255
    light = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    light = np.clip(light @ np.array(matrix).T, 0, 1)
    shares = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return Image.fromarray((shares * 255).round().astype("uint8"))


def sheets(
    rows: Sequence[tuple[str, dict[str, Image.Image | None]]], folder: Path, name: str
) -> None:
    """Write numbered sheets of so many rows that a browser shows them whole."""
    for number, first in enumerate(range(0, len(rows), ROWS), 1):
        sheet(rows[first : first + ROWS], folder / f"{name}-{number}.png")


def sheet(rows: Sequence[tuple[str, dict[str, Image.Image | None]]], path: Path) -> None:
    """Write pictures in a row each, under their names; a refused one is said to be."""
    names = list(dict.fromkeys(name for _, row in rows for name in row))
    names.sort(key=lambda name: [*VARIANTS, *ramp.WAYS].index(name))
    wide, high = CELL[0] + 6, CELL[1] + 18
    whole = Image.new("RGB", (wide * len(names), high * len(rows)), "white")
    pen = ImageDraw.Draw(whole)
    for down, (kind, row) in enumerate(rows):
        for name, picture in row.items():
            left, top = names.index(name) * wide, down * high
            pen.text((left + 2, top + 2), f"{kind}: {name}", fill="black")
            if picture is None:
                pen.text((left + 2, top + 40), "refused, with advice", fill="black")
                continue
            small = picture.copy()
            small.thumbnail(CELL)
            whole.paste(small, (left + 2, top + 16))
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.quantize(COLOURS).save(path, "PNG", optimize=True)


def on_slides(theme: Theme) -> list[tuple[str, dict[str, Image.Image | None]]]:
    """Return every chart as LibreOffice draws the deck; None where a slide has no room."""
    rows: list[tuple[str, dict[str, Image.Image | None]]] = []
    fit: list[tuple[int, str, ResolvedChart]] = []
    for kind, made in of_kinds():
        rows.append((kind, dict.fromkeys(made)))
        for name, chart in made.items():
            problems = Problems()
            one = briefing(slide("One", chart_use(chart.id)), charts=(chart,))
            plan_deck(one, theme, problems)
            if not problems.errors:
                fit.append((len(rows) - 1, name, chart))
    slides = (slide(f"Slide {at}", chart_use(chart.id)) for at, (_, _, chart) in enumerate(fit))
    whole = briefing(*slides, charts=tuple(chart for _, _, chart in fit))
    plan = with_pages(plan_deck(whole, theme, Problems()), PAPER)
    wanted = {f"Slide {at}": place[:2] for at, place in enumerate(fit)}
    with tempfile.TemporaryDirectory() as kept:
        deck = Path(kept, "deck.pptx")
        write_deck(plan, theme, deck)
        with pypdfium2.PdfDocument(pdf_of_deck(deck, Path(kept))) as document:
            for page, planned in zip(document, plan.slides, strict=True):
                title = "".join(run.text for run in planned.title.runs)
                begins = re.match(r"Slide \d+", title)
                if begins is None or begins[0] not in wanted:
                    continue
                row, name = wanted.pop(begins[0])  # the first of several
                rows[row][1][name] = page.render(scale=0.5).to_pil().convert("RGB")
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw all and write the sheets."""
    parser = argparse.ArgumentParser(prog="tests.gallery_of_kinds", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--paper", action="store_true", help="without the deck")
    parser.add_argument("--theme", action="append", choices=THEMES, help="not all of them")
    asked = parser.parse_args(arguments)
    for name in asked.theme or THEMES:
        theme = themed(name)
        paper = [
            (kind, {each: drawn(chart, theme) for each, chart in made.items()})
            for kind, made in of_kinds()
        ]
        sheets(paper, asked.out, f"paper-{name}")
        first = [(kind, row["as it is"]) for kind, row in paper]
        ways = [(kind, {way: seen(one, way) for way in ramp.WAYS}) for kind, one in first if one]
        sheets(ways, asked.out, f"seen-{name}")
        if not asked.paper:
            sheets(on_slides(theme), asked.out, f"deck-{name}")
        print(f"{name}: drawn", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
