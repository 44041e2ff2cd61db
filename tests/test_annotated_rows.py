"""Annotations of charts whose values run across: rows of marks, stacks, wings, counts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pptx import Presentation

from builder import project
from builder.outputs import BOTH
from builder.pulling import pull
from builder.verify.trust import examine
from tests.pulling.editing import Deck

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parent / "cases" / "annotations" / "rows"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
POINT = 12_700
PLAN = 30.0
BAND = (20.0, 40.0)
GOAL = 0.75  # in the deck the axis of shares ends at 1


class Built(NamedTuple):
    """The finished files of the case."""

    folder: Path
    paper: Path
    deck: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("rows")
    shutil.copytree(CASE, folder / "content")
    project.build(folder / "content", folder / "build", BOTH)
    return Built(
        folder / "content", folder / "build" / "ports.pdf", folder / "build" / "ports.pptx"
    )


def slide_of(deck: Path, chart: str) -> tuple[Any, Any]:
    """Return the slide of a chart, and the shape that holds it."""
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            if shape.name == f"Chart {chart}":
                return slide, shape
    raise AssertionError(chart)


def place(shape: Any, value: float, limits: tuple[float, float] | None) -> float:
    """Return where a value stands across a native chart, in EMU: on its own axis, or between
    limits that are stated.
    """
    root = shape.chart._chartSpace
    layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    x, w = (float(layout.find(f"{C}{key}").get("val")) for key in "xw")
    if limits is None:
        # Of a scatter chart the axis that measures comes first; of bars there is no other.
        scaling = root.findall(f".//{C}valAx/{C}scaling")[0]
        low, high = (float(scaling.find(f"{C}{key}").get("val")) for key in ("min", "max"))
    else:
        low, high = limits
    return float(shape.left + shape.width * (x + w * (value - low) / (high - low)))


def members(slide: Any, name: str) -> list[Any]:
    return [each for shape in slide.shapes if shape.name.startswith(name) for each in shape.shapes]


@pytest.mark.parametrize(
    ("chart", "line", "value"),
    [
        ("dots", 1, PLAN),
        ("ranges", 1, PLAN),
        ("dumbbells", 1, PLAN),
        ("stacks", 2, PLAN),
        ("butterfly", 2, PLAN),
        ("histogram", 2, PLAN),
        ("shares", 1, GOAL),
    ],
)
def test_a_line_of_the_deck_stands_at_its_value(
    built: Built, chart: str, line: int, value: float
) -> None:
    slide, shape = slide_of(built.deck, chart)
    limits = (6.0, 46.0) if chart == "histogram" else None
    strokes = members(slide, f"Line {line} of {chart}")
    assert strokes
    for stroke in strokes:
        assert stroke.left == pytest.approx(place(shape, value, limits), abs=POINT)
        assert stroke.height > stroke.width


@pytest.mark.parametrize("chart", ["dots", "several", "ranges", "stacks", "histogram"])
def test_a_band_of_the_deck_lies_between_its_values(built: Built, chart: str) -> None:
    slide, shape = slide_of(built.deck, chart)
    limits = (6.0, 46.0) if chart == "histogram" else None
    (ground,) = members(slide, f"Band 1 of {chart}")
    start, end = (place(shape, value, limits) for value in BAND)
    assert ground.left == pytest.approx(start, abs=POINT)
    assert ground.left + ground.width == pytest.approx(end, abs=POINT)


def test_a_band_across_shares_lies_between_them(built: Built) -> None:
    slide, shape = slide_of(built.deck, "shares")
    (ground,) = members(slide, "Band 1 of shares")
    start, end = (place(shape, value, None) for value in (0.8, 0.9))
    assert ground.left == pytest.approx(start, abs=POINT)
    assert ground.left + ground.width == pytest.approx(end, abs=POINT)


def test_a_band_across_both_wings_lies_on_either_side(built: Built) -> None:
    slide, shape = slide_of(built.deck, "butterfly")
    found = sorted(ground.left for ground in members(slide, "Band"))
    assert found == pytest.approx([place(shape, at, None) for at in (-40, 20)], abs=POINT)


def test_a_mean_stands_on_the_wing_of_its_series(built: Built) -> None:
    slide, shape = slide_of(built.deck, "butterfly")
    (mean, *_) = members(slide, "Line 1 of butterfly")
    assert mean.left == pytest.approx(place(shape, -28, None), abs=POINT)


@pytest.mark.parametrize("chart", ["dots", "stacks"])
def test_an_arrow_of_the_deck_leads_from_row_to_row(built: Built, chart: str) -> None:
    slide, shape = slide_of(built.deck, chart)
    strokes = [
        each for each in members(slide, f"Difference 1 of {chart}") if not each.has_text_frame
    ]
    layout = shape.chart._chartSpace.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    y, h = (float(layout.find(f"{C}{key}").get("val")) for key in "yh")
    # Rows of points are counted from 1, with half a row of room at either end.
    first, last = (1 / 6, 5 / 6) if chart == "dots" else (0.1, 0.9)
    rows = [shape.top + shape.height * (y + h * share) for share in (first, last)]
    assert min(each.top for each in strokes) == pytest.approx(rows[0], abs=POINT)
    assert max(each.top + each.height for each in strokes) == pytest.approx(rows[1], abs=POINT)


def test_lines_keep_off_the_sums_of_stacks(built: Built) -> None:
    slide, _ = slide_of(built.deck, "stacks")
    sums = {each.text_frame.text: each for each in members(slide, "Totals of stacks")}
    middle = sums["30"].top + sums["30"].height / 2
    lines = members(slide, "Line 2 of stacks")
    assert len(lines) > 1
    assert not any(line.top < middle < line.top + line.height for line in lines)


def test_compare_names_the_arrow_between_dots_of_which_one_was_changed(
    built: Built, tmp_path: Path
) -> None:
    # The second row has no value: points are counted without it.
    edited = Deck(built.deck).set("dots", {"A5": 44}).save(tmp_path / "edited.pptx")
    said = "\n".join(finding.why for finding in examine(edited).changed)
    assert "Difference 1 of dots" in said
    assert "Gdansk compared with Kiel" in said


def test_an_arrow_between_shares_follows_every_part_of_its_bars(
    built: Built, tmp_path: Path
) -> None:
    # By rail goes as much as before: what goes by sea is other, and so is the share of either.
    edited = Deck(built.deck).set("shares", {"B5": 24}).save(tmp_path / "edited.pptx")
    said = "\n".join(finding.why for finding in examine(edited).changed)
    assert "Difference 1 of shares" in said
    (change,) = pull(edited, built.folder).changes
    follows = {(touched.entry.owner, touched.entry.text) for touched in change.touches}
    assert ("shares!difference/3", "+4") in follows


DASHED = re.compile(rb"\[\s*3 2\s*\][^S]*?(\d+\.?\d*) (\d+\.?\d*) m\s(\d+\.?\d*) ")


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_line_that_is_moved_in_the_paper_is_told(built: Built, tmp_path: Path, page: int) -> None:
    import pikepdf

    forged = tmp_path / "forged.pdf"
    with pikepdf.open(built.paper) as pdf:
        pdf.pages[page].contents_coalesce()
        content = pdf.pages[page].Contents.read_bytes()
        (*found,) = DASHED.finditer(content)
        last = found[-1]  # of the third page the histogram's
        moved = [b"%.2f" % (float(last[at]) + 9) for at in (1, 3)]
        new = last[0].replace(last[1] + b" ", moved[0] + b" ", 1)
        new = new[: last.start(3) - last.start()] + moved[1] + b" "
        pdf.pages[page].Contents.write(content[: last.start()] + new + content[last.end() :])
        pdf.save(forged)
    assert examine(forged).state == "changed"


def test_what_the_lines_are_is_heard(built: Built) -> None:
    alts = {
        shape.name: shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in Presentation(str(built.deck)).slides
        for shape in slide.shapes
        if shape.has_chart
    }
    for chart in ("dots", "ranges", "stacks", "butterfly", "histogram"):
        assert "Plan: 30" in alts[f"Chart {chart}"], alts[f"Chart {chart}"]


def test_lines_and_arrows_between_shares_are_heard(built: Built) -> None:
    _, shape = slide_of(built.deck, "shares")
    alt = shape._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "Goal: 75 per cent" in alt
    assert "rail, Gdansk compared with rail, Kiel: plus 4 percentage points" in alt


def test_a_histogram_of_the_deck_prints_what_it_counts(built: Built) -> None:
    _, shape = slide_of(built.deck, "histogram")
    title = shape.chart._chartSpace.find(f".//{C}catAx/{C}title")
    said = "".join(each.text for each in title.iter() if each.tag.endswith("}t"))
    assert said == "wait (t)"
    assert all(each.get("sz") != "100" for each in title.iter())
