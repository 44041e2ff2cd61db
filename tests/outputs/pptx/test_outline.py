"""What a deck's outline and a screen reader meet: key figures, feet, diagrams in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from builder.outputs.pptx import write_deck
from tests.charts import samples
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.making import briefing, chart_use, listed, planned, slide, theme, written
from tests.outputs.pptx.opened import A, Opened, P
from tests.outputs.pptx.test_templates import on

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
OUTLINED = ("title", "ctrTitle", "subTitle", "body", "")
"""Types of placeholders whose text PowerPoint shows in its outline."""
MADE = briefing(
    slide("Two figures", listed("A point"), figures=("drones", "share")),
    slide("A chart and a figure", chart_use("short_bar"), figures=("drones",)),
    slide("A flow", chart_use("supply")),
    slide("A timeline", chart_use("three_events")),
    charts=tuple(
        replace(samples.ALL[name](), id=name) for name in ("short_bar", "supply", "three_events")
    ),
)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return Opened.of(written(MADE, tmp_path_factory.mktemp("outline")))


def place_of(shape: etree._Element) -> etree._Element | None:
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


def texts(shape: etree._Element) -> list[str]:
    return ["".join(each.itertext()) for each in shape.iter(f"{A}p")]


def outline(root: etree._Element) -> list[str]:
    """What the outline shows of a slide, in order."""
    found = []
    for shape in root.iter(f"{P}sp"):
        place = place_of(shape)
        if place is not None and place.get("type", "") in OUTLINED:
            found += texts(shape)
    return found


def titled(deck: Opened, title: str) -> tuple[int, etree._Element]:
    (found,) = ((at, each) for at, each in enumerate(deck.slides, 1) if outline(each)[0] == title)
    return found


def test_the_outline_has_number_label_and_date_of_every_key_figure(deck: Opened) -> None:
    _, shown = titled(deck, "Two figures")
    assert outline(shown)[:7] == [
        "Two figures",
        ">3,700",
        "Drones delivered",
        "reported, September 2024",
        "90%",
        "Share of imports",
        "A point",
    ]
    assert ">3,700" in outline(titled(deck, "A chart and a figure")[1])


def key_figures(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for shape in root.iter(f"{P}sp"):
        place = place_of(shape)
        if place is not None and int(place.get("idx", "0")) > 40:
            yield int(place.get("idx", "0")), shape


@pytest.mark.parametrize("title", ["Two figures", "A chart and a figure"])
def test_key_figures_stand_in_places_of_their_layout_that_say_what_they_are(
    deck: Opened, title: str
) -> None:
    number, shown = titled(deck, title)
    targets = deck.targets(f"ppt/slides/slide{number}.xml").values()
    layout = deck.xml(next(each for each in targets if "slideLayouts" in each))
    places = dict(key_figures(layout))
    used = dict(key_figures(shown))
    assert used
    assert used.keys() <= places.keys()
    for at, (index, shape) in enumerate(sorted(places.items()), 1):
        assert shape.find(f"{P}nvSpPr/{P}cNvPr").get("name") == f"Key figure {at}"
        assert place_of(shape).get("type") == "body"
        if index in used:
            assert place_of(used[index]).get("type") == "body"


def test_a_key_figure_is_described_in_full_by_its_panel_and_passed_over_itself(
    deck: Opened,
) -> None:
    _, shown = titled(deck, "Two figures")
    panel = next(shown.iter(f"{P}grpSp"))
    described = panel.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr")
    assert described == "Drones delivered: more than 3700 drones; reported, September 2024"
    first = dict(key_figures(shown))[41]
    assert next(first.iter(DECORATIVE)).get("val") == "1"
    assert first.find(f"{P}nvSpPr/{P}cNvPr").get("descr") == ""


def test_on_a_users_template_key_figures_keep_their_words_and_place(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    plan = planned(on(MADE, t.template(t.title_only)))
    write_deck(plan, theme(), path)
    shown = Opened.of(path).slides[1]
    said = [text for shape in shown.iter(f"{P}sp") for text in texts(shape)]
    assert said.index(">3,700") + 1 == said.index("Drones delivered")


def test_feet_and_numbers_are_of_the_types_that_readers_skip(deck: Opened) -> None:
    with_foot, last = 0, len(deck.slides)
    for number, root in enumerate(deck.slides, 1):
        kinds = {}
        for shape in root.iter(f"{P}sp"):
            place = place_of(shape)
            kind = "" if place is None else place.get("type", "")
            kinds.setdefault(kind, []).append(" ".join(texts(shape)))
        if "ftr" in kinds:
            with_foot += 1
            mark = " · 1a2b3c4d" if number == last else ""
            assert kinds["ftr"] == [f"Harbour Office · Edition B{mark}"]
            assert kinds["sldNum"] == [str(number)]
        others = [text for kind in kinds.keys() - {"ftr", "sldNum"} for text in kinds[kind]]
        assert str(number) not in others
        assert not any(text.startswith("Harbour Office · Edition B") for text in others)
    assert with_foot >= 4


def test_diagrams_of_shapes_are_read_as_they_are_seen(deck: Opened) -> None:
    _, flow = titled(deck, "A flow")
    said = [text for group in flow.iter(f"{P}grpSp") for text in texts(group) if text]
    seen = ["Borduria", "Wheels and axles", "at least four hundred", "Grand Fenwick"]
    assert [text for text in said if text in seen] == seen
    assert said[-1] == "Syldavia"
    _, timeline = titled(deck, "A timeline")
    said = [text for group in timeline.iter(f"{P}grpSp") for text in texts(group) if text]
    assert [text for text in said if text[-4:].isdigit()] == ["Sep 2023", "Jun 2024", "Sep 2024"]
