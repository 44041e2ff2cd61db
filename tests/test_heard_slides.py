"""Decks and handouts as they are heard: key figures once and in words, no hedge lost in a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import project
from builder.charts.telling import Teller
from builder.model.text import Run, plain
from builder.outputs.pptx.plan.model import ChartItem, GroupItem, PlannedSlide
from builder.problems import Problems
from builder.verify.heard import listen, told
from tests.shares import share

pytestmark = pytest.mark.longer

CASES = Path(__file__).parent / "cases"
CONTENT = CASES / "heard-slides"
HEDGED = (
    CASES.parent.parent / "content",
    CONTENT,
    CASES / "letter",
    CASES / "bound-cells",
    CASES / "strangers" / "cycling-in-a-ukrainian-city",
    CASES / "strangers" / "arvene",
)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What deck and handout say, by the ends of their files' names."""
    folder = tmp_path_factory.mktemp("heard-slides")
    project.build(CONTENT, folder, ("paper", "deck", "handout"))
    names = {"deck": "faehren.pptx", "handout": "faehren-handout.pdf"}
    return {
        file: [line.strip() for line in told(listen(folder / name))] for file, name in names.items()
    }


def after(said: list[str], line: str) -> list[str]:
    """Return what is said after a line."""
    return said[said.index(line) + 1 :]


def test_a_deck_says_its_key_figures_once_with_their_hedges_in_words(
    heard: dict[str, list[str]],
) -> None:
    assert after(heard["deck"], "title: Viele Gäste")[:3] == [
        "group: Beförderte Gäste: mehr als 11000 Gäste; 2025",
        "group: Auslastung der Boote: etwa 63 Prozent; 2025",
        "Quelle: Hafenamt · [link to faehren.pdf#page=1: Papier, Seite 1]",
    ]


def test_a_handout_says_its_key_figures_as_text_with_their_hedges_in_words(
    heard: dict[str, list[str]],
) -> None:
    assert after(heard["handout"], "heading 2: Folie 3: Viele Gäste")[:7] == [
        "mehr als 11000",
        "Gäste",
        "Beförderte Gäste",
        "2025",
        "etwa 63 Prozent",
        "Auslastung der Boote",
        "2025",
    ]
    assert "item: Auslastung: etwa 63 Prozent" in heard["handout"]


def test_a_handout_says_numbers_of_slides_as_such(heard: dict[str, list[str]]) -> None:
    assert "item 1.: [link to page 2: Fahrten] Folie 3" in heard["handout"]
    headings = [line for line in heard["handout"] if line.startswith("heading 2: ")]
    assert headings[:2] == ["heading 2: Folie 1: Fähren am Fluss", "heading 2: Folie 2: Agenda"]


@pytest.mark.parametrize("file", ["deck", "handout"])
def test_a_hedge_that_an_alternate_text_leaves_out_is_in_the_notes(
    heard: dict[str, list[str]], file: str
) -> None:
    (chart,) = (line for line in heard[file] if "Balkendiagramm" in line)
    assert "Dorn" not in chart
    assert "Fahrten der Anleger: Dorn, mindestens 260 Fahrten." in heard[file]


def test_a_charts_axis_of_names_is_called_something(heard: dict[str, list[str]]) -> None:
    assert "category axis: Kategorie" in heard["deck"]


@pytest.mark.longer
def test_numbers_of_sections_and_totals_of_stacks_are_not_said_twice(
    tmp_path: Path,
) -> None:
    name = "school-meals-in-a-ukrainian-oblast"
    project.build(CASES / "strangers" / name, tmp_path, ("deck", "paper", "handout"))
    (deck,) = tmp_path.glob("*.pptx")
    said = [line.strip() for line in told(listen(deck))]
    assert after(said, "title: Скільки це коштує")[0].startswith("footer: ")
    assert after(said, "group: Школи області 412")[0].startswith("Джерело: ")
    (handout,) = tmp_path.glob("*-handout.pdf")
    printed = [line.strip() for line in told(listen(handout))]
    assert after(printed, "heading 2: Слайд 10: Скільки це коштує")[0].startswith("У документі")


@pytest.mark.parametrize("content", share(HEDGED, 3), ids=lambda path: path.name)
def test_every_hedge_of_a_native_chart_is_said_beside_it(content: Path) -> None:
    plans = project.plan(content, Problems())
    printed = plans.briefing.printed

    def figure(id: str) -> Run:
        return Run(plain(printed[id]["full"]))

    found = 0
    for slide in plans.deck.slides:
        beside = "\n".join((*alts(slide), *map(plain, slide.notes)))
        for item in slide.items:
            if not isinstance(item, ChartItem):
                continue
            chart = plans.briefing.charts[item.chart]
            data = [datum for series in chart.series for datum in series.data]
            data += [each for point in chart.points for each in (point.x, point.y)]
            for datum in data:
                if datum.hedge is not None:
                    said = Teller(chart, figure).value(datum).text
                    assert digits(said) in digits(beside), (chart.id, said)
                    found += 1
    assert found


def alts(slide: PlannedSlide) -> Iterator[str]:
    """Yield the alternate texts of a slide's charts and groups."""
    for item in slide.items:
        if isinstance(item, ChartItem | GroupItem):
            yield plain(item.alt)


def digits(text: str) -> str:
    """Return a text in lower case, with plain spaces, without what groups its digits."""
    grouped = " ".join(text.lower().split())
    return re.sub(r"(?<=\d)[ .,](?=\d{3})", "", grouped)
