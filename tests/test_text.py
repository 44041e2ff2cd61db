"""What words look like: lowered, raised, struck, small capitals, code, terms and nested blocks.

The content `cases/text` is built once; its files are opened again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from builder import project
from builder.cli import run
from builder.problems import ContentError, Problems
from builder.verify import read
from builder.verify.fresh import compare_files
from builder.verify.trust import examined
from tests.outputs.pdf import gate
from tests.outputs.pptx.lint import lint

pytestmark = pytest.mark.usefixtures("remembered")


CONTENT = Path(__file__).parent / "cases" / "text"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Files:
    """The finished files of one build."""

    paper: Path
    deck: Path
    handout: Path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    out = tmp_path_factory.mktemp("text")
    project.build(CONTENT, out, ("paper", "deck", "handout"))
    return Files(out / "text.pdf", out / "text.pptx", out / "text-handout.pdf")


@pytest.fixture(scope="module")
def tagged(files: Files) -> gate.Tagged:
    return gate.read(files.paper)


def test_both_files_say_the_same_and_the_deck_is_tidy(files: Files) -> None:
    assert lint(files.deck.read_bytes()) == []
    assert compare_files(read(files.paper), read(files.deck)) == ()


@pytest.mark.parametrize("name", ["paper", "handout"])
def test_it_passes_every_rule_of_pdf_ua_and_of_the_archival_standard(
    files: Files, name: str
) -> None:
    path = getattr(files, name)
    assert gate.failures(path) == []
    assert gate.faults(path) == []


def test_lowered_and_raised_words_are_read_within_theirs(tagged: gate.Tagged) -> None:
    said = tagged.reading()
    assert "Water is H2O, sulphuric acid H2SO4, lime Ca(OH)2;" in said
    assert "carbon of one kind 14C. Emissions are in CO2e, sulphate is SO42−, the field x4," in said
    words = {role: {tagged.says(each) for each in tagged.all(role)} for role in ("Sub", "Sup")}
    assert words == {"Sub": {"2", "4"}, "Sup": {"2", "4", "14", "2−", "th"}}


def test_a_raised_figure_is_owned_by_the_figure_in_both_files(files: Files) -> None:
    for path in (files.paper, files.deck):
        carried = read(path).carried
        assert carried is not None
        owned = {(entry.owner, entry.text) for place in carried.places for entry in place.entries}
        assert ("power", "4") in owned


def test_struck_words_are_tagged_as_struck_and_a_line_runs_through_them(
    tagged: gate.Tagged,
) -> None:
    (struck,) = tagged.all("Struck")
    assert tagged.says(struck) == "struck out boldly"
    assert str(struck.held.A.TextDecorationType) == "/LineThrough"


def test_small_capitals_are_printed_as_capitals(tagged: gate.Tagged) -> None:
    assert "NORHAVEN’S NATO TREATY is set in small capitals" in tagged.reading()


def test_code_is_set_in_a_monospaced_face_that_the_paper_carries(
    files: Files, tagged: gate.Tagged
) -> None:
    said = [tagged.says(each) for each in tagged.all("Code")]
    assert "x = 42" in said
    assert "def area(r): return 3.14 * r ** 2 print(area(2)) # a comment" in " ".join(said)
    assert "and it goes on └── a sign that the faces of text lack" in " ".join(said)
    with pikepdf.open(files.paper) as pdf:
        fonts = [
            font.FontDescriptor
            for page in pdf.pages
            for name, font in page.resources.Font.items()
            if "SourceCodePro" in str(font.BaseFont)
        ]
        assert fonts
        assert all("/FontFile2" in font for font in fonts)


def test_digits_in_code_are_listed_in_the_register(tagged: gate.Tagged) -> None:
    said = tagged.reading()
    assert re.search(r"42, C3H8, 7, 3\.14, 2, 1, 10: in code\.", said)


def test_a_list_begins_where_its_author_says(tagged: gate.Tagged) -> None:
    points = [each for each in tagged.all("Lbl") if each.parent and each.parent.role == "LI"]
    labels = [tagged.says(each) for each in points]
    assert [label for label in labels if label[:1].isdigit()] == ["7.", "8.", "9."]


def test_what_a_point_holds_stands_in_its_body(tagged: gate.Tagged) -> None:
    bodies = [[kid.role for kid in each.walk()] for each in tagged.all("LBody")]
    assert ["LBody", "P", "P", "P", "Code", "BlockQuote", "P"] in bodies
    assert ["LBody", "BlockQuote", "P"] in bodies


def test_terms_are_the_labels_of_their_definitions(tagged: gate.Tagged) -> None:
    entries = [each for each in tagged.all("LI") if "Second term" in tagged.says(each)]
    (entry,) = entries
    label, body = entry.kids
    assert isinstance(label, gate.Element)
    assert isinstance(body, gate.Element)
    assert (label.role, tagged.says(label)) == ("Lbl", "Second term")
    assert tagged.says(body).startswith("One meaning. Another meaning. code of the meaning = 7")


def test_a_heading_in_a_quotation_is_one_and_no_level_is_skipped(tagged: gate.Tagged) -> None:
    (quote,) = [each for each in tagged.all("BlockQuote") if "heading" in tagged.says(each)]
    assert [kid.role for kid in quote.kids if isinstance(kid, gate.Element)] == [
        "H3",
        "P",
        "L",
        "P",
    ]


@pytest.mark.parametrize("name", ["paper", "deck", "handout"])
def test_a_chart_prints_lowered_digits_as_characters(files: Files, name: str) -> None:
    said = [place.text for place in read(getattr(files, name)).places]
    assert any("Industries and their CO₂" in text for text in said)
    assert any("CO₂ of lime, to m²" in text for text in said)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Struck ~~words~~", 'struck text in a chart: "words"'),
        ("The [Nato]{.smallcaps} bars", 'small capitals in a chart: "Nato"'),
        ("The n^th^ bar", '"th" cannot be raised in a chart'),
        ("The x^{{ power }}^ bar", '"4" cannot be raised in a chart'),
    ],
)
def test_what_a_chart_cannot_print_is_refused_by_name(
    title: str, found: str, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    charts = content / "charts.yaml"
    charts.write_text(charts.read_text("utf-8").replace("Industries and their CO~2~", title))
    with pytest.raises(ContentError) as error:
        project.plan(content, Problems())
    assert found in [problem.found for problem in error.value.problems]


def test_no_mark_is_printed(files: Files) -> None:
    for path in (files.paper, files.deck, files.handout):
        carried = read(path).carried
        assert carried is not None
        said = " ".join(place.text for place in carried.places if place.channel != "link")
        assert not re.search(r"[~^`]|\{\.|\*\*\*|^>", said)


def runs(deck: Path, words: str) -> Iterator[dict[str, str]]:
    """Yield the properties of each run of a deck that says these words, its face among them."""
    for slide in Presentation(str(deck)).slides:
        for run_ in slide._element.iter(f"{A}r"):
            if run_.findtext(f"{A}t") == words:
                properties = run_.find(f"{A}rPr")
                face = properties.find(f"{A}latin")
                yield dict(properties.attrib) | (
                    {} if face is None else {"face": face.get("typeface", "")}
                )


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("2", "baseline", "-25000"),
        ("4", "baseline", "30000"),
        ("struck", "strike", "sngStrike"),
        ("Nato", "cap", "small"),
        ("x = 42", "face", "Courier New"),
        ("    print(i)", "face", "Courier New"),
    ],
)
def test_slides_have_them_as_powerpoint_does(
    files: Files, words: str, key: str, value: str
) -> None:
    assert value in [found.get(key) for found in runs(files.deck, words)]


def test_a_slide_numbers_from_where_its_list_begins(files: Files) -> None:
    slide = Presentation(str(files.deck)).slides[2]
    starts = [found.get("startAt") for found in slide._element.iter(f"{A}buAutoNum")]
    assert starts == ["3", "4"]


def test_struck_words_that_no_plan_strikes_are_seen(files: Files, tmp_path: Path) -> None:
    deck = tmp_path / "struck.pptx"
    opened = Presentation(str(files.deck))
    (properties,) = [
        run_.find(f"{A}rPr")
        for slide in opened.slides
        for run_ in slide._element.iter(f"{A}r")
        if run_.findtext(f"{A}t") == "begin there"
    ]
    properties.set("strike", "sngStrike")
    opened.save(str(deck))
    told = [str(found) for found in examined("deck", read(deck)).changed]
    assert any("struck through" in found and "begin there" in found for found in told)


@pytest.mark.longer
def test_pull_finds_nothing_to_take_back(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    assert run(["pull", str(files.deck), str(content)]) == 0
    assert "no figure was changed" in capsys.readouterr().out


@pytest.mark.longer
def test_slanted_code_is_upright_where_slanted_letters_are_missing(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    with (content / "sections" / "marks.md").open("a", encoding="utf-8") as more:
        more.write("\nThe names *`\u0456\u043c\u0435\u043d\u0430`* and *`names`* are code.\n")
    project.build(content, tmp_path, ("paper",))
    with pikepdf.open(tmp_path / "text.pdf") as pdf:
        faces = {str(f.BaseFont)[8:] for page in pdf.pages for f in page.resources.Font.values()}
    assert "SourceCodePro-It" in faces
    said = gate.read(tmp_path / "text.pdf").reading()
    assert "The names \u0456\u043c\u0435\u043d\u0430 and names are code." in said
