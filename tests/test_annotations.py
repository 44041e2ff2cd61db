"""Annotations of charts in finished files: where they stand, and what becomes of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from pptx import Presentation
from pypdfium2 import raw

from builder import project
from builder.content import read_content
from builder.outputs import BOTH
from builder.problems import Problems
from builder.pulling import pull
from builder.verify.trust import Examined, examine
from tests.pulling.editing import Deck

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases" / "annotations"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NEAR = 0.1  # points that a drawing may be off: its numbers have two decimals


class Built(NamedTuple):
    """The finished files of one content."""

    folder: Path
    paper: Path
    deck: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("annotations")
    shutil.copytree(CASES / "en", folder / "content")
    project.build(folder / "content", folder / "build", BOTH)
    return Built(
        folder / "content", folder / "build" / "storks.pdf", folder / "build" / "storks.pptx"
    )


class Drawn(NamedTuple):
    """A path of a page: its box, y upwards, and whether it is filled."""

    left: float
    low: float
    right: float
    high: float
    filled: bool

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return self.high - self.low


def corners(path: pypdfium2.PdfObject) -> list[tuple[float, float]]:
    """Return the places through which a path leads, on its page."""
    matrix, x, y = path.get_matrix(), raw.c_float(), raw.c_float()
    found = []
    for at in range(raw.FPDFPath_CountSegments(path.raw)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path.raw, at), x, y)
        found.append(matrix.on_point(x.value, y.value))
    return found


def drawn(paper: Path, words: str) -> list[Drawn]:
    """Return the paths between the number of a figure and that of the next one."""
    document = pypdfium2.PdfDocument(paper)
    for page in document:
        text = page.get_textpage()
        found = text.search(words).get_next()
        if found is None:
            continue
        top = text.get_charbox(found[0])[3] + 40
        number = re.search(r"\d+", words)
        assert number is not None
        after = text.search(f"Figure {int(number[0]) + 1}").get_next()
        foot = text.get_charbox(after[0])[3] if after else 0.0
        paths = []
        for held in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)):
            across, up = zip(*corners(held), strict=True)
            mode, stroked = raw.c_int(), raw.FPDF_BOOL()
            raw.FPDFPath_GetDrawMode(held.raw, mode, stroked)
            if foot < min(up) and max(up) < top:
                box = min(across), min(up), max(across), max(up)
                paths.append(Drawn(*box, bool(mode.value)))
        return paths
    raise AssertionError(words)


def columns(paths: list[Drawn], values: list[Decimal]) -> list[Drawn]:
    """Return as many filled rectangles of one width as there are values, from left to right."""
    wide = [each for each in paths if each.filled and each.height > 8]
    for width in {round(each.right - each.left, 1) for each in wide}:
        alike = [each for each in wide if round(each.right - each.left, 1) == width]
        if len(alike) == len(values):
            return sorted(alike)
    raise AssertionError(wide)


PAIRS = [Decimal(n) for n in (62, 71, 80, 78, 55, 91, 108, 126)]
BOUNDS = [
    tuple(map(Decimal, pair))
    for pair in ((55, 70), (66, 80), (71, 88), (70, 85), (49, 60), (85, 99), (101, 117), (119, 134))
]


def test_error_bars_of_the_paper_reach_from_bound_to_bound(built: Built) -> None:
    paths = drawn(built.paper, "Figure 7")
    bars = columns(paths, PAIRS)
    scale = bars[-1].height / float(PAIRS[-1])
    heights = [float(value) * scale for value in PAIRS]
    assert [bar.height for bar in bars] == pytest.approx(heights, abs=NEAR)
    for bar, (low, high) in zip(bars, BOUNDS, strict=True):
        whiskers = [
            each
            for each in paths
            if not each.filled and abs(each.middle - bar.middle) < 1 and each.height > 5
        ]
        assert whiskers
        for whisker in whiskers:
            assert whisker.low - bar.low == pytest.approx(float(low) * scale, abs=NEAR)
            assert whisker.high - bar.low == pytest.approx(float(high) * scale, abs=NEAR)


def test_a_line_of_the_paper_stands_at_its_value(built: Built) -> None:
    paths = drawn(built.paper, "Figure 1")
    bars = columns(paths, PAIRS)
    scale = bars[-1].height / float(PAIRS[-1])
    level = bars[0].low + 140 * scale
    across = [each for each in paths if not each.filled and each.height < 2]
    assert any(abs((each.low + each.high) / 2 - level) < NEAR for each in across)


def test_an_arrow_of_the_paper_leads_from_mark_to_mark(built: Built) -> None:
    paths = drawn(built.paper, "Figure 1")
    bars = columns(paths, PAIRS)
    arrows = [each for each in paths if not each.filled and each.height > 10 and each.left > 150]
    spans = {(round(each.left), round(each.right)) for each in arrows}
    for start, end in ((0, 3), (4, 7)):
        assert any(
            abs(left - bars[start].middle) < 2 and abs(right - bars[end].middle) < 2
            for left, right in spans
        )


class Plot(NamedTuple):
    """Where a native chart has its plot, in EMU, and the limits of its value axis."""

    left: float
    top: float
    width: float
    height: float
    least: float
    most: float

    def level(self, value: float) -> float:
        return self.top + self.height * (1 - (value - self.least) / (self.most - self.least))


def plot_of(deck: Path, chart: str) -> tuple[Any, Plot, Any]:
    """Return the slide of a chart, its plot, and its XML."""
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            if shape.name != f"Chart {chart}":
                continue
            root = shape.chart._chartSpace
            layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
            x, y, w, h = (float(layout.find(f"{C}{key}").get("val")) for key in "xywh")
            axis = root.find(f".//{C}valAx/{C}scaling")
            limits = (float(axis.find(f"{C}{key}").get("val")) for key in ("min", "max"))
            plot = Plot(
                shape.left + x * shape.width,
                shape.top + y * shape.height,
                w * shape.width,
                h * shape.height,
                *limits,
            )
            return slide, plot, root
    raise AssertionError(chart)


def members(slide: Any, name: str) -> Iterator[Any]:
    for shape in slide.shapes:
        if shape.name.startswith(name):
            yield from shape.shapes


def test_shapes_of_the_deck_stand_where_axis_and_geometry_put_them(built: Built) -> None:
    slide, plot, _ = plot_of(built.deck, "pairs")
    point = 12_700
    (*lines,) = members(slide, "Line 1 of pairs")
    assert lines
    for line in lines:
        assert line.top == pytest.approx(plot.level(140), abs=point)
    slot = plot.width / len(PAIRS)
    strokes = [each for each in members(slide, "Difference 1 of pairs") if not each.has_text_frame]
    ends = sorted({round(end) for each in strokes for end in (each.left, each.left + each.width)})
    assert ends[0] == pytest.approx(plot.left + 4.5 * slot, abs=point)
    assert ends[-1] == pytest.approx(plot.left + 7.5 * slot, abs=point)
    (ground,) = members(slide, "Period 1 of pairs")
    assert ground.left == pytest.approx(plot.left + 3 * slot, abs=point)
    assert ground.width == pytest.approx(2 * slot, abs=point)


def test_what_powerpoint_has_is_its_own(built: Built) -> None:
    _, _, counted = plot_of(built.deck, "counted")
    bars = counted.find(f".//{C}errBars")
    plus = [float(each.text) for each in bars.find(f"{C}plus").iter(f"{C}v")]
    assert plus == [float(high - value) for value, (_, high) in zip(PAIRS, BOUNDS, strict=True)]
    _, _, young = plot_of(built.deck, "young")
    names = [each.findtext(f"{C}tx//{C}v") for each in young.iter(f"{C}ser")]
    assert names == ["North", "South", "Mean of the south"]


def test_an_alt_text_says_what_the_chart_argues(built: Built) -> None:
    alts = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in Presentation(str(built.deck)).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert "2024 compared with 2021: plus 129 per cent" in alts[0]
    assert "Plan: 140\N{NO-BREAK SPACE}pairs" in alts[0]


def whys(found: Examined) -> str:
    return "\n".join(finding.why for finding in found.changed)


def test_compare_names_every_annotation_whose_data_changed(built: Built, tmp_path: Path) -> None:
    edited = Deck(built.deck).set("pairs", {"B9": 133}).set("young", {"C3": 2.6})
    said = whys(examine(edited.save(tmp_path / "edited.pptx")))
    assert "Difference 1 of pairs" in said
    assert "2024 compared with 2021: plus 129 per cent" in said
    assert "Difference 2 of pairs" not in said
    assert "the line at the mean" in said
    assert "Difference 1 of young" not in said


@pytest.mark.longer
def test_pull_names_every_annotation_that_follows(built: Built, tmp_path: Path) -> None:
    edited = Deck(built.deck).set("pairs", {"B9": 133}).save(tmp_path / "edited.pptx")
    (change,) = pull(edited, built.folder).changes
    follows = {(touched.entry.owner, touched.entry.text) for touched in change.touches}
    assert ("pairs!difference/2", "+129%") in follows
    assert not {owner for owner, _ in follows} & {"pairs!difference/3"}


def _moved(slide: Any) -> None:
    next(members(slide, "Difference 1 of pairs")).top += 400_000


def _lowered(slide: Any) -> None:
    next(members(slide, "Line 1 of pairs")).top += 200_000


def _widened(slide: Any) -> None:
    next(members(slide, "Period 1 of pairs")).width += 200_000


@pytest.mark.parametrize("forge", [_moved, _lowered, _widened])
def test_a_forged_annotation_of_a_deck_is_told(built: Built, tmp_path: Path, forge: Any) -> None:
    deck = Presentation(str(built.deck))
    forge(deck.slides[1])
    deck.save(str(tmp_path / "forged.pptx"))
    assert examine(tmp_path / "forged.pptx").state == "changed"


def test_forged_error_bars_of_a_deck_are_told(built: Built, tmp_path: Path) -> None:
    deck = Presentation(str(built.deck))
    (chart,) = (
        shape.chart
        for slide in deck.slides
        for shape in slide.shapes
        if shape.name == "Chart counted"
    )
    chart._chartSpace.find(f".//{C}errBars/{C}plus//{C}v").text = "40"
    deck.save(str(tmp_path / "forged.pptx"))
    found = examine(tmp_path / "forged.pptx")
    assert any("55; 102" in finding.found for finding in found.changed)


def test_a_forged_annotation_of_a_paper_is_told(built: Built, tmp_path: Path) -> None:
    import pikepdf

    forged = tmp_path / "forged.pdf"
    with pikepdf.open(built.paper) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        dashed = re.search(rb"\[\s*3 2\s*\][^S]*?(\d+\.?\d*) l\s+S", content)
        assert dashed is not None
        start, end = dashed.span(1)
        page.Contents.write(content[:start] + b"500" + content[end:])
        pdf.save(forged)
    assert examine(forged).state == "changed"


@pytest.mark.parametrize("language", ["de"])
def test_other_languages_say_them_too(language: str) -> None:
    problems = Problems()
    plans = project.lay_out(project.plan(CASES / language, problems))
    assert not problems.found
    charts = plans.briefing.charts
    (arrow,) = charts["paare"].annotations.differences
    assert "".join(run.text for run in arrow.told) == "2024 gegenüber 2021: +129\N{NO-BREAK SPACE}%"


def test_the_briefings_trade_carries_its_multiples() -> None:
    problems = Problems()
    content = read_content(Path(__file__).parents[1] / "content", problems)
    assert content is not None
    figures = [each.figure for each in content.charts["china_partners"].annotations]
    assert figures == ["us_multiple", "eu_multiple"]
