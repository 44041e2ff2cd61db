"""What is drawn can be seen and told apart: finished pictures and decks, in every shipped theme."""

from __future__ import annotations

import colorsys
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from lxml import etree

from builder.charts import display_list, native_chart
from builder.charts.native import parts_of, rgb
from builder.charts.resolving.context import check_plotted
from builder.content import read_theme
from builder.model.chart import ChartSpec, ResolvedChart
from builder.outputs.handout import handout
from builder.outputs.pptx import plan_deck, with_pages, write_deck
from builder.problems import NOWHERE, Place, Problems
from builder.theme import assets
from builder.theme.theme import Theme, contrast
from tests.charts import apart, samples
from tests.outputs.pptx.making import PAPER, briefing, chart_use, slide
from tests.outputs.pptx.opened import A, C, Opened
from tests.shares import share

THEMES = share(sorted(path.stem for path in assets.path("themes").glob("*.yaml")), 3)
MARKS = {"high-contrast": 4.5}
"""The least contrast of marks to the paper, where it is more than 3."""
SHADES = 1.17
"""The least ratio of two marks of one key: what remains of 1.2 when colours are rounded."""
APART = ("bar", "grouped", "doughnut", "bubble")
"""Kinds whose key stands apart from their marks, which differ in no shape."""
GAP = 1.0
"""Points of paper between neighbours."""
CHARTS = [
    (kind, count, highlit)
    for kind in apart.KINDS
    for count in range(2, 7)
    for highlit in apart.HIGHLIGHTS
    if highlit < count
]


@cache
def themed(name: str) -> Theme:
    found = read_theme(name, Path(), Problems(), NOWHERE)
    assert found is not None
    return found


def drawn(chart: ResolvedChart, name: str) -> apart.DisplayList:
    return display_list(chart, themed(name), 440.0, None)


def key_of(chart: ResolvedChart, marks: list[apart.Mark], theme: Theme) -> list[str]:
    """The colours of a picture's marks, each once, in drawing order; its rule and grids not."""
    ground = {theme.colours.paper, theme.colours.grid, theme.colours.tint}
    plain = [mark.fill for mark in marks[1:] if mark.fill not in ground]
    return list(dict.fromkeys(plain))


def unseen(colours: list[str], name: str, *, on_screen: bool = False) -> list[str]:
    theme = themed(name).on_screen if on_screen else themed(name)
    paper = theme.colours.paper
    return [each for each in colours if contrast(each, paper) < MARKS.get(name, 3.0)]


def alike(colours: list[str]) -> list[tuple[str, str]]:
    return [pair for pair in combinations(colours, 2) if contrast(*pair) < SHADES]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("kind", "count", "highlit"), share(CHARTS, 14, 4))
def test_marks_are_seen_on_the_paper_and_told_apart_in_grey(
    kind: str, count: int, highlit: int, name: str
) -> None:
    chart = apart.chart(kind, count, highlit)
    picture = drawn(chart, name)
    if kind == "line":
        strokes = [
            item.stroke.colour
            for item in picture.operations
            if isinstance(item, apart.Path) and item.stroke and not item.fill
        ]
        ground = {themed(name).colours.grid, themed(name).colours.ink}
        colours = [each for each in dict.fromkeys(strokes) if each not in ground]
    else:
        colours = key_of(chart, apart.marks(picture), themed(name))
    # A highlighted chart of points has marks in grey whose groups have a colour elsewhere.
    assert len(colours) == count
    assert not unseen(colours, name)
    assert not alike(colours)


def by_colour_alone(marks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of a key that neither lightness (3:1) nor pattern tells from another."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(marks, 2)
        if first == second and contrast(one, other) < 3
    ]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("count", share([6, 2, 3, 4, 5], 3))
@pytest.mark.parametrize("highlit", [0, 1])
@pytest.mark.parametrize("kind", APART)
def test_nothing_is_told_by_colour_alone_where_only_a_key_names_it(
    kind: str, highlit: int, count: int, name: str
) -> None:
    made = native_chart(apart.chart(kind, count, highlit), themed(name))
    assert made is not None
    keys = [(rgb(key.colour, themed(name)), parts_of(key.colour)[1]) for key in made.keys]
    assert len(keys) == count
    assert not by_colour_alone(keys)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", APART)
def test_the_paper_draws_patterns_within_their_marks(kind: str, name: str) -> None:
    chart = apart.chart(kind, 6, 1)
    picture, paper = drawn(chart, name), themed(name).colours.paper
    stripes = [
        item
        for item in picture.operations
        if isinstance(item, apart.Path) and item.clip and item.stroke and not item.fill
    ]
    made = native_chart(chart, themed(name))
    assert made is not None
    patterned = [key for key in made.keys if parts_of(key.colour)[1]]
    assert len(stripes) >= 2 * len(patterned) > 0  # a swatch, and a mark or more
    assert {item.stroke.colour for item in stripes if item.stroke} == {paper}


def test_the_handout_draws_the_patterns_that_the_deck_has() -> None:
    chart = apart.chart("doughnut", 6, 1)
    made = briefing(slide("One", chart_use(chart.id)), charts=(chart,))
    plan = with_pages(plan_deck(made, themed("paperdeck"), Problems()), PAPER)
    shown = handout(plan, themed("paperdeck"), Problems()).slides[1].picture
    drawn = [item for each in shown.stretches for part in each.parts for item in part.operations]
    paths = [item for item in drawn if isinstance(item, apart.Path)]
    assert not [item for item in paths if "~" in (item.fill or "")]
    assert len([item for item in paths if item.clip]) == 2 * 4  # parts, and their swatches


def test_points_of_six_groups_have_six_shapes() -> None:
    made = native_chart(apart.chart("scatter", 6, 0), themed("paperdeck"))
    assert made is not None
    assert len({series.marker for series in made.series}) == 6


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [*apart.STACKS, "area", "doughnut", "bubble", "scatter"])
def test_marks_that_touch_have_a_rule_of_paper_between(kind: str, name: str) -> None:
    paper = themed(name).colours.paper
    found = [
        mark.edge
        for mark in apart.marks(drawn(apart.chart(kind, 6, 1), name))
        if mark.edge is not None
    ]
    assert found
    assert all(colour == paper and width >= GAP for colour, width in found)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", ["bar", "grouped"])
def test_bars_of_a_cluster_stand_a_point_apart(kind: str, name: str) -> None:
    marks = apart.marks(drawn(apart.chart(kind, 6, 1), name))
    axis = 1 if kind == "bar" else 0
    bars = sorted((mark.box for mark in marks[7:]), key=lambda box: box[axis])
    assert len(bars) == 18
    assert all(after[axis] - before[axis + 2] >= GAP - 0.02 for before, after in pairwise(bars))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", share([*samples.ALL, "stacked/6/0", "stacked_bar/6/1"], 6))
def test_words_on_marks_can_be_read(kind: str, name: str) -> None:
    made, _, how = kind.partition("/")
    count, _, highlit = how.partition("/")
    chart = apart.chart(made, int(count), int(highlit)) if how else samples.ALL[kind]()
    faint = [
        (text.text, text.colour, fill, contrast(text.colour, fill))
        for text, fill in apart.on_marks(drawn(chart, name))
        if contrast(text.colour, fill) < 4.5
    ]
    assert not faint


@pytest.mark.parametrize("count", [7, 8])
@pytest.mark.parametrize("kind", apart.KINDS)
def test_more_than_six_are_refused_with_advice(kind: str, count: int) -> None:
    problems = Problems()
    place = Place("charts.yaml", 3, 1)
    spec = ChartSpec("modes", kind, (), place=place)  # type: ignore[arg-type]
    assert not check_plotted(spec, 24, count, problems)
    (problem,) = problems
    found, advice = str(problem).split("\n  ")
    assert found == (
        f'charts.yaml:3:1: error: chart "modes" needs {count} colours, but only 6 can be told apart'
    )
    assert "show fewer series" in advice or "join" in advice


def scheme(deck: Opened) -> dict[str, str]:
    """The colours of the deck's theme by the names that slides use."""
    root = deck.xml(next(each for each in deck.names if each.startswith("ppt/theme/theme1")))
    slots = root.find(f"{A}themeElements/{A}clrScheme")
    found = {etree.QName(slot).localname: slot[0].get("val", "") for slot in slots}
    named = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    return found | {name: found[slot] for name, slot in named.items()}


def colour(fill: etree._Element, slots: dict[str, str]) -> str:
    """The colour that a fill comes out as (ECMA-376-1, 20.1.2.3)."""
    named = fill.find(f"{A}schemeClr")
    base = slots[named.get("val", "")]
    hue, light, saturation = colorsys.rgb_to_hls(
        *(int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    )
    for change in named:
        size = int(change.get("val", "0")) / 100_000
        what = etree.QName(change).localname
        saturation *= size if what == "satMod" else 1
        light = light * size if what == "lumMod" else light + size if what == "lumOff" else light
    mixed = colorsys.hls_to_rgb(hue, min(light, 1), min(saturation, 1))
    return "#" + "".join(f"{round(255 * each):02X}" for each in mixed)


def fills(chart: etree._Element, kind: str, slots: dict[str, str]) -> list[tuple[str, str]]:
    """The colours of the series or parts of a chart's XML, each with the pattern on it."""
    if kind == "doughnut":
        shapes = chart.findall(f".//{C}dPt/{C}spPr")
    elif kind == "line":
        shapes = chart.findall(f".//{C}ser/{C}spPr/{A}ln")
    elif kind == "scatter":
        shapes = chart.findall(f".//{C}ser/{C}marker/{C}spPr")
    else:
        shapes = chart.findall(f".//{C}ser/{C}spPr")
    found = []
    for shape in shapes:
        plain, pattern = shape.find(f"{A}solidFill"), shape.find(f"{A}pattFill")
        if pattern is not None:
            assert colour(pattern.find(f"{A}fgClr"), slots) == f"#{slots['bg1']}"
            found.append((colour(pattern.find(f"{A}bgClr"), slots), pattern.get("prst", "")))
        elif plain is not None:
            found.append((colour(plain, slots), ""))
    return found


@pytest.mark.longer
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("highlit", share([0, 1, 2], 3, 1))
def test_the_deck_tells_series_apart_as_the_paper_does(
    name: str, highlit: int, tmp_path: Path
) -> None:
    charts = [apart.chart(kind, 6, highlit) for kind in apart.KINDS]
    made = briefing(*(slide("One", chart_use(each.id)) for each in charts), charts=tuple(charts))
    problems = Problems()
    plan = plan_deck(made, themed(name), problems)
    assert not problems.errors
    path = tmp_path / "deck.pptx"
    write_deck(with_pages(plan, PAPER), themed(name), path)
    deck = Opened.of(path)
    slots = scheme(deck)
    assert len(deck.charts) == len(charts)
    for chart, kind in zip(deck.charts, apart.KINDS, strict=True):
        patterned = fills(chart, kind, slots)
        found = [each for each, _ in patterned]
        assert len(found) == 6, kind
        if kind in APART:
            assert not by_colour_alone(patterned), kind
        assert not unseen(found, name, on_screen=True), kind
        assert not alike(found), (kind, found)
        edges = chart.findall(f".//{C}ser/{C}spPr/{A}ln")
        if kind in ("stacked", "stacked_bar", "area", "doughnut", "bubble"):
            assert all(int(edge.get("w", "0")) >= 12700 for edge in edges), kind
        for series in chart.iter(f"{C}ser"):
            on = series.find(f"{C}spPr/{A}solidFill")
            words = series.findall(f".//{C}dLbl//{C}rich//{A}solidFill")
            for each in words if "stacked" in kind and on is not None else ():
                assert contrast(colour(each, slots), colour(on, slots)) >= 4.5
