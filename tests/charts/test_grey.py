"""Charts printed in grey: pictures of finished pages, turned to grey, keep every series apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, groupby, pairwise
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from builder.charts import display_list
from builder.content import read_theme
from builder.outputs.pdf.write.fonts import prepare
from builder.outputs.pdf.write.player import play
from builder.problems import NOWHERE, Problems
from tests.charts import samples

PAPER = 255
APART = 14  # of 255 levels, any two series
BESIDE = 30  # and two that touch


def six() -> samples.ResolvedChart:
    """Six parts of one column, each a sixth of it: as many colours as a theme has."""
    names = ("Rail", "Road", "Sea", "Air", "Pipe", "Post")
    parts = tuple(samples.series(name, ("10",), place) for place, name in enumerate(names))
    return replace(
        samples.stacked(),
        categories=samples.runs(["2024"]),
        series=parts,
        totals=(samples.datum("60"),),
        value_axis=samples.axis(0, 60, 10, shown=False),
    )


def greys(theme: str, path: Path) -> list[int]:
    """The levels of grey of the column's parts, from its top down."""
    read = read_theme(theme, Path(), Problems(), NOWHERE)
    assert read is not None
    prepare(read)
    drawn = display_list(six(), read, 260.0, None)
    canvas = Canvas(str(path), pagesize=(drawn.width, drawn.height))
    play(canvas, drawn)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=3, grayscale=True).to_pil()
    wide, tall = picture.size
    dark = [sum(picture.getpixel((x, y)) < PAPER for y in range(tall)) for x in range(wide)]
    left = next(x for x in range(wide) if dark[x] > 0.9 * max(dark))
    inside = [picture.getpixel((left + 6, y)) for y in range(tall)]
    bands = [level for level, run in groupby(inside) if len(list(run)) > 12]
    return [level for level in bands if level < PAPER]


@pytest.mark.longer
@pytest.mark.parametrize("theme", ["paperdeck", "ministry"])
def test_six_series_stay_apart_in_grey(theme: str, tmp_path: Path) -> None:
    levels = greys(theme, tmp_path / "grey.pdf")
    assert len(levels) == 6, levels
    assert min(abs(one - other) for one, other in combinations(levels, 2)) >= APART, levels
    assert min(abs(one - other) for one, other in pairwise(levels)) >= BESIDE, levels
