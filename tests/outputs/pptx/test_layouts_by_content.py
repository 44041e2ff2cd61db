"""Slides get the layout that what stands on them asks for; finished decks show it."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.slide import Slide

from builder.cli import run
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.lint import lint
from tests.outputs.pptx.opened import A, Opened, P

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parents[2] / "cases" / "layouts"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LAYOUTS = {
    "What the harbour lives on": "Cards",
    "What holds the harbour back": "Cards",
    "Where the money would go": "Cards",
    "Freight will come by sea whatever is built": "Chart and three numbers",
    "Deep water decides what the port can earn": "Chart and takeaway",
    "The sea carries what the port lives on": "Chart and takeaway",
    "What moves freight, in bars and columns": "Two charts",
    "What each way of moving freight has": "Table and takeaway",
    "The port in figures": "Key figures",
    "Dredge the old basin, or build a new one": "Comparison",
    "What to begin with": "Matrix",
    "From plan to quay": "Process",
    "The quay decides": "One sentence",
    "The port has stood still": "Timeline",
    "Who wants what from the port": "Cards",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both files of the case, and its handout."""
    folder = tmp_path_factory.mktemp("layouts")
    for command in ("build", "handout"):
        assert run([command, str(CASE), "--out", str(folder), "--strict"]) == 0
    return folder


@pytest.fixture(scope="module")
def slides(built: Path) -> dict[str, Slide]:
    """The slides of the finished deck by their titles."""
    return {slide.shapes.title.text: slide for slide in Presentation(built / "port.pptx").slides}


def texts(slide: Slide, name: str) -> list[str]:
    """Return the text of the placeholders whose names begin so, in reading order."""
    found = (shape for shape in slide.placeholders if shape.name.startswith(name))
    return [shape.text_frame.text for shape in found]


@pytest.mark.parametrize(("title", "layout"), LAYOUTS.items())
def test_a_slide_has_the_layout_that_its_content_asks_for(
    title: str, layout: str, slides: dict[str, Slide]
) -> None:
    assert slides[title].slide_layout.name == layout


def test_paper_deck_and_handout_agree(built: Path) -> None:
    assert run(["compare", str(built / "port.pdf"), str(built / "port.pptx")]) == 0
    assert run(["compare", str(built / "port.pptx"), str(built / "port-handout.pdf")]) == 0


def test_every_card_is_a_placeholder_in_the_order_of_its_points(slides: dict[str, Slide]) -> None:
    assert texts(slides["What the harbour lives on"], "Card text") == [
        "Freight comes by sea and leaves by rail",
        "Repair of ferries fills the winter",
        "Power from the shore keeps engines silent",
    ]
    assert texts(slides["Where the money would go"], "Card text")[0] == (
        "Quays\nThe basin is dredged, and the old quay is rebuilt on piles."
    )


def test_five_cards_are_as_large_as_one_another(slides: dict[str, Slide]) -> None:
    shapes = slides["Where the money would go"].placeholders
    cards = [shape for shape in shapes if shape.name.startswith("Card text")]
    assert len(cards) == 5
    assert len({(card.left, card.width) for card in cards}) == 1
    steps = {below.top - above.top for above, below in pairwise(cards)}
    assert max(steps) - min(steps) < 127  # a hundredth of a point


def test_icons_are_native_shapes_that_say_nothing(built: Path, slides: dict[str, Slide]) -> None:
    number = list(slides).index("What the harbour lives on")
    slide = Opened.of(built / "port.pptx").slides[number]
    icons = [
        shape
        for shape in slide.iter(f"{P}sp")
        if next(shape.iter(f"{P}cNvPr")).get("name", "").startswith("Icon ")
    ]
    names = [next(shape.iter(f"{P}cNvPr")).get("name") for shape in icons]
    assert names == ["Icon ship", "Icon wrench", "Icon electricity"]
    for shape in icons:
        assert next(shape.iter(f"{A}custGeom"), None) is not None
        assert next(shape.iter(DECORATIVE)).get("val") == "1"
        assert not "".join(shape.itertext()).strip()


def test_a_matrix_is_read_from_its_axis_upwards_by_rows_to_its_axis_across(
    slides: dict[str, Slide],
) -> None:
    words = [s.text_frame.text for s in slides["What to begin with"].shapes if s.has_text_frame]
    cells = ["Fight for it\nThe rail bridge", "Do it now\nPower from the shore\nRemote cranes"]
    at = words.index("Use to the port")
    assert words[at : at + 6] == [
        "Use to the port",
        *cells,
        "Leave it\nA second basin for yachts",
        "Fill in gaps\nSigns and lighting",
        "Ease of building",
    ]


def test_the_steps_of_a_process_bear_their_numbers(slides: dict[str, Slide]) -> None:
    steps = texts(slides["From plan to quay"], "Step text")
    assert steps[0] == "1\nSurvey the mud"
    assert [step[0] for step in steps] == list("12345")


def test_charts_side_by_side_begin_at_one_height(slides: dict[str, Slide]) -> None:
    charts = [s for s in slides["What moves freight, in bars and columns"].shapes if s.has_chart]
    assert len(charts) == 2
    assert len({chart.top for chart in charts}) == 1


def test_a_takeaway_stands_on_a_panel_or_at_the_foot(slides: dict[str, Slide]) -> None:
    means = "Whoever wants more freight has to deepen the basin."
    beside = texts(slides["The sea carries what the port lives on"], "Meaning")
    assert beside == [f"What it means\n{means}"]
    said = "Nothing has been built since the cranes."
    groups = [shape for shape in slides["The port has stood still"].shapes if shape.shape_type == 6]
    words = [s.text_frame.text for group in groups for s in group.shapes if s.has_text_frame]
    assert words.count(said) == 1


def test_no_two_texts_of_a_slide_overlap_and_none_leaves_it(slides: dict[str, Slide]) -> None:
    presentation = next(iter(slides.values())).part.package.presentation_part.presentation
    for title, layout in LAYOUTS.items():
        parts = [
            s for s in slides[title].placeholders if s.name.startswith(("Card", "Cell", "Step"))
        ]
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in parts]
        assert not boxes or layout in ("Cards", "Matrix", "Process")
        for left, top, right, foot in boxes:
            assert left >= 0
            assert top >= 0
            assert right <= presentation.slide_width
            assert foot <= presentation.slide_height
        for one, other in pairwise(boxes):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0 or down <= 0, title


def changed(tmp_path: Path, old: str, new: str, file: str = "sections/plans.md") -> Path:
    """Return a copy of the case in which a passage of a file is another."""
    folder = tmp_path / "content"
    shutil.copytree(CASE, folder)
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return folder


def explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    """Return what `check --explain` says of each slide, by title."""
    capsys.readouterr()
    asked = ["check", str(folder), "--explain", "--format", "json", "--out", str(folder / "none")]
    assert run(asked) == 0
    data = json.loads(capsys.readouterr().out)
    return {slide["title"]: slide for slide in data["slides"]}


LONG = "The bridge opens for trains in the morning and for ships at noon, which nobody likes. " * 4


def test_a_matrix_that_does_not_fit_goes_on_by_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed(tmp_path, "The rail bridge\n\n## Do", f"{LONG}\n\n## Do")
    slide = explained(folder, capsys)["What to begin with"]
    assert (slide["layout"], len(slide["slides"])) == ("matrix", 2)  # type: ignore[arg-type]
    assert slide["divided"] == "divided over 2 slides: it does not fit on one in any size"


def test_points_that_are_not_short_stay_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed(tmp_path, "Permits take years", LONG, "sections/harbour.md")
    assert explained(folder, capsys)["What holds the harbour back"]["layout"] == "points"


def test_headed_parts_that_no_layout_divides_follow_one_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = "## Build a new basin\n"
    folder = changed(tmp_path, old, f"{old}\n{LONG}\n\n## Wait\nAnd see.\n\n## Build")
    found = explained(folder, capsys)["Dredge the old basin, or build a new one"]
    assert found["layout"] == "points"


def test_check_explains_what_was_chosen_and_what_spoke_against_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["check", str(CASE), "--explain", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    start = said.index('slide 9 "')
    assert said[start : said.index('slide 10 "')].replace(f"{CASE}/", "") == (
        'slide 9 "The sea carries what the port lives on": chart-takeaway\n'
        "  the first that holds a chart, and says what it means (sections/harbour.md:54:1)\n"
        "  not chart: would hold it too; stands later in the order\n"
        "  points: 28 headline, 12 tracker, 28/16/14 text, 14 chart, 12 foot\n"
    )
    assert 'paper, chart "freight_modes": ' in said


@pytest.mark.longer
def test_an_edited_card_and_figure_are_found_where_they_are_written(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = Presentation(built / "port.pptx")
    frames = [s.text_frame for slide in deck.slides for s in slide.placeholders if s.has_text_frame]
    for part in (part for frame in frames for p in frame.paragraphs for part in p.runs):
        part.text = part.text.replace("fills the winter", "fills the year").replace("190", "210")
    edited = tmp_path / "edited.pptx"
    deck.save(edited)
    capsys.readouterr()
    assert run(["pull", str(edited), str(CASE)]) == 0
    said = capsys.readouterr().out.replace(f"{CASE}/", "").replace("\xa0", " ")
    assert "cost (Cost of the new basin): about €190 million -> about €210 million" in said
    assert "sections/harbour.md:10:50" in said  # the word that was changed
    assert "“Repair of ferries fills the winter” -> “Repair of ferries fills the year”" in said


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "- The basin is shallow",
            "1. [The basin]{icon=water} is shallow",
            'the icon "water" is not shown: the slide\'s layout is "points"',
        ),
        (
            "::::{slide} What holds the harbour back\n",
            "::::{slide} What holds the harbour back\n:x: Cost\n:y: Use\n",
            ':x: and :y: are not shown: the slide\'s layout is "points"',
        ),
    ],
)
def test_what_a_layout_has_no_place_for_is_told(
    old: str, new: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = changed(tmp_path, old, new, "sections/harbour.md")
    assert run(["check", str(folder), "--out", str(folder / "none")]) == 0
    assert f"warning: {says}" in capsys.readouterr().err


@pytest.mark.longer
def test_the_finished_deck_is_tidy_and_valid(built: Path) -> None:
    assert lint((built / "port.pptx").read_bytes()) == []
    assert OpenXmlValidator().validate(str(built / "port.pptx")).errors == []


def test_cards_that_would_need_a_second_slide_stay_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "the bridge opens for trains in the morning and for ships at noon, which nobody likes"
    folder = changed(tmp_path, "want deep water", f"say that {long}, and {long}")
    settings = folder / "briefing.yaml"
    settings.write_text(settings.read_text("utf-8") + 'theme: large-print\nslide: "4:3"\n', "utf-8")
    slide = explained(folder, capsys)["Who wants what from the port"]
    assert (slide["layout"], len(slide["slides"])) == ("points", 1)  # type: ignore[arg-type]


@pytest.mark.longer
@pytest.mark.parametrize("change", [t.moved, t.title_only, t.dark, t.loud])
def test_every_layout_stands_on_a_template_of_the_users(change: t.Change, tmp_path: Path) -> None:
    folder = changed(tmp_path, "slug: port", "slug: port\ntemplate: own.pptx", "briefing.yaml")
    (folder / "own.pptx").write_bytes(t.template(change))
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    assert lint((tmp_path / "port.pptx").read_bytes()) == []
    assert run(["compare", str(tmp_path / "port.pdf"), str(tmp_path / "port.pptx")]) == 0


@pytest.mark.longer
def test_an_export_whose_source_line_was_moved_holds_every_layout(tmp_path: Path) -> None:
    folder = changed(tmp_path, "slug: port", "slug: port\ntemplate: own.pptx", "briefing.yaml")
    assert run(["template", "--export", str(folder / "own.pptx")]) == 0
    own = Presentation(folder / "own.pptx")
    for layout in own.slide_layouts:
        for place in (each for each in layout.placeholders if each.name == "Source"):
            place.top -= 250_000
    own.save(folder / "own.pptx")
    assert run(["slides", str(folder), "--out", str(tmp_path)]) == 0
    used = [slide.slide_layout.name for slide in Presentation(tmp_path / "port.pptx").slides]
    assert set(LAYOUTS.values()) <= set(used)
