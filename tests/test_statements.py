"""A message, findings and takeaways in finished files: where they stand, what guards them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from builder import check, compare, project, pull
from builder.caches import cache_folder
from builder.cli import run
from builder.memory import Memory, remembering
from builder.problems import ContentError
from builder.verify.heard import listen, told
from tests.outputs.pdf import gate
from tests.outputs.pptx import templates
from tests.outputs.pptx.lint import lint
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases" / "statements"
MESSAGE = (
    "Das Auental fördert genug Wasser und verliert zu viel davon, nämlich 21\u00a0% auf dem Weg zu"
    " den Häusern."
)
FINDINGS = [
    ("8,4", "Die Förderung reicht, denn sie übersteigt den Verbrauch."),
    ("1,8", "Auf dem Weg zu den Häusern gehen 1,8 Mio. m³ verloren, mehr als im Jahr 2015."),
    ("4,2", "Die Haushalte sparen bereits; was fehlt, sind dichte Rohre."),
]
IDS = ("pumped_2024", "losses_2024", "homes_2024")
TAKEAWAYS = [
    "Wer im Auental Wasser sparen will, beginnt bei den Rohren. Dort gingen im Jahr 2024 1,8 Mio."
    " m³ verloren.",
    "Der ZVA hat genug Wasser, um die Verluste bis 2030 zu tragen. Bezahlen müssen sie die"
    " Haushalte.",
    "Ein einziges Leck an einem Abzweig genügt, um eine ganze Straße zu kosten.",
]


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german")
    project.build(CASES / "de", folder, ("paper", "deck", "handout"), strict=True)
    return folder


@pytest.fixture(scope="module")
def ukrainian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ukrainian")
    project.build(CASES / "uk", folder, ("paper", "deck"), strict=True)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "de", tmp_path / "content"))


def edited(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def even(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def page(path: Path, number: int) -> str:
    with pypdfium2.PdfDocument(path) as paper:
        return even(paper[number].get_textpage().get_text_bounded())


def heard(path: Path) -> list[str]:
    return [even(line) for line in told(listen(path))]


def in_order(words: str, *parts: str) -> bool:
    places = [words.find(even(part)) for part in parts]
    return -1 not in places and places == sorted(places)


def placeholders(deck: Deck, number: int) -> list[tuple[str, str]]:
    """Return name and text of all that says anything on a slide; all of it is in placeholders."""
    shapes = [shape for shape in deck.slides[number].shapes if shape.has_text_frame]
    assert all(shape.is_placeholder for shape in shapes if shape.text_frame.text)
    return [(shape.name, even(shape.text_frame.text)) for shape in shapes]


def test_the_message_stands_on_the_cover_below_the_subtitle(german: Path) -> None:
    cover = page(german / "auental.pdf", 0)
    assert in_order(cover, "Förderung, Verbrauch und Verluste", MESSAGE)


def test_both_files_describe_themselves_by_the_message(german: Path) -> None:
    with pikepdf.open(german / "auental.pdf") as paper:
        assert str(paper.docinfo["/Subject"]) == MESSAGE
        with paper.open_metadata() as metadata:
            assert metadata["dc:description"] == MESSAGE
    assert Presentation(str(german / "auental.pptx")).core_properties.comments == MESSAGE


def test_a_description_that_was_changed_is_found(german: Path, tmp_path: Path) -> None:
    deck = Presentation(str(german / "auental.pptx"))
    deck.core_properties.comments = MESSAGE.replace("21", "12")
    deck.save(str(tmp_path / "changed.pptx"))
    assert not compare(german / "auental.pptx", tmp_path / "changed.pptx").same


def test_the_message_is_the_title_of_the_first_slide_after_the_title(german: Path) -> None:
    deck = Presentation(str(german / "auental.pptx"))
    slide = deck.slides[1]
    assert slide.slide_layout.name == "Statement"
    assert even(slide.shapes.title.text_frame.text) == even(MESSAGE)
    assert "Source" in dict(placeholders(deck, 1))


def test_the_slide_of_findings_has_each_figure_and_its_sentence_in_placeholders(
    german: Path,
) -> None:
    deck = Presentation(str(german / "auental.pptx"))
    assert deck.slides[2].slide_layout.name == "Findings"
    said = dict(placeholders(deck, 2))
    assert said["Title"] == "Zentrale Ergebnisse"
    for at, (figure, sentence) in enumerate(FINDINGS, 1):
        assert said[f"Figure {IDS[at - 1]}"].startswith(figure)
        assert said[f"Finding {at}"] == sentence


def test_a_finding_is_heard_with_its_figure_in_words_first(german: Path) -> None:
    said = heard(german / "auental.pptx")
    at = said.index("title: Zentrale Ergebnisse")
    assert said[at + 1] == "group: Gefördertes Wasser 2024: 8,4 Millionen Kubikmeter"
    assert said[at + 2] == FINDINGS[0][1]


def test_the_findings_stand_in_the_paper_before_the_first_section(german: Path) -> None:
    first = page(german / "auental.pdf", 0)
    said = [part for pair in FINDINGS for part in pair]
    assert in_order(first[first.rindex("Zentrale Ergebnisse") :], *said)
    headings = [line for line in heard(german / "auental.pdf") if line.startswith("heading 2")]
    assert headings[1:3] == ["heading 2: Zentrale Ergebnisse", "heading 2: 1 Die Lage"]


@pytest.mark.longer
def test_findings_take_the_place_of_figures_at_a_glance(content: Path, tmp_path: Path) -> None:
    edited(content / "briefing.yaml", "sections:", "at_a_glance: [pipes]\nsections:")
    project.build(content, tmp_path / "both", ("paper",))
    assert "Auf einen Blick" not in page(tmp_path / "both" / "auental.pdf", 0)
    text = (content / "briefing.yaml").read_text("utf-8")
    bare = re.sub(r"(?ms)^findings:\n.*?(?=^sections|^at_a_glance)", "", text)
    (content / "briefing.yaml").write_text(bare.replace("  findings: Mit", "  agenda: Mit"))
    edited(content / "claims.yaml", "enough:", "unused:")
    (content / "claims.yaml").write_text(
        "losses_grew: {says: Verluste wachsen, holds: losses_2024 > losses_2015}\n"
    )
    project.build(content, tmp_path / "one", ("paper",))
    assert "Auf einen Blick" in page(tmp_path / "one" / "auental.pdf", 0)


def test_a_takeaway_stands_below_its_chart_table_or_picture(german: Path) -> None:
    second = page(german / "auental.pdf", 1)
    label = "Was das heißt"
    assert in_order(second, "Abbildung 1", "Quelle: ZVA", label, TAKEAWAYS[0])
    table = second[second.index("Tabelle 1") :]
    assert in_order(table, "Tabelle 1", "8,4", label, TAKEAWAYS[1])
    after = second + page(german / "auental.pdf", 2)
    picture = after[after.index("Wo Wasser austritt") :]
    assert in_order(picture, "Wo Wasser austritt", label, TAKEAWAYS[2])


def test_a_takeaway_is_heard_after_what_it_is_about(german: Path) -> None:
    said = heard(german / "auental.pdf")
    labels = [at for at, line in enumerate(said) if line == "Was das heißt"]
    assert [said[at + 1].split(" ")[0] for at in labels] == ["Wer", "Der", "Ein"]
    assert "chart-wasser_jahre.csv" in said[labels[0] - 1]
    assert "Quelle" in said[labels[1] - 1]
    assert said[labels[2] - 1].startswith("figure: Ein Netz")


def test_no_takeaway_is_lost_on_slides(german: Path) -> None:
    deck = Presentation(str(german / "auental.pptx"))
    notes = even(
        "\n".join(
            slide.notes_slide.notes_text_frame.text
            for slide in deck.slides
            if slide.has_notes_slide
        )
    )
    for takeaway in (TAKEAWAYS[0], TAKEAWAYS[2]):
        shown = even(
            "\n".join(
                shape.text_frame.text
                for slide in deck.slides
                for shape in slide.shapes
                if shape.has_text_frame
            )
        )
        assert even(takeaway) in shown + notes


def test_the_handout_shows_message_and_findings(german: Path) -> None:
    pages = "\n".join(page(german / "auental-handout.pdf", number) for number in range(2))
    for part in (MESSAGE, *(sentence for _, sentence in FINDINGS)):
        assert even(part) in pages


@pytest.mark.parametrize("name", ["auental.pdf", "auental-handout.pdf"])
def test_the_papers_pass_the_standards_and_read_as_they_look(german: Path, name: str) -> None:
    assert gate.failures(german / name) == []
    assert gate.faults(german / name) == []


@pytest.mark.longer
def test_a_ukrainian_paper_passes_them_too(ukrainian: Path) -> None:
    assert gate.failures(ukrainian / "shkoly.pdf") == []
    assert gate.faults(ukrainian / "shkoly.pdf") == []
    assert "Що це означає" in page(ukrainian / "shkoly.pdf", 2)


@pytest.mark.longer
@pytest.mark.parametrize(
    ("built", "slug"), share([("german", "auental"), ("ukrainian", "shkoly")], 2)
)
def test_the_deck_is_tidy_and_agrees_with_its_paper(
    built: str, slug: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(built)
    assert lint((folder / f"{slug}.pptx").read_bytes()) == []
    audit = OpenXmlValidator().validate(str(folder / f"{slug}.pptx"))
    assert [str(error) for error in audit.errors] == []
    assert compare(folder / f"{slug}.pdf", folder / f"{slug}.pptx").same


def test_a_broken_claim_names_message_finding_and_takeaway(content: Path) -> None:
    edited(content / "data" / "wasser.csv", '"0,9"', '"1,9"')
    with pytest.raises(ContentError) as raised:
        check(content)
    said = str(raised.value)
    for file, words in (
        ("briefing.yaml:11:9", f'"{MESSAGE}" no longer holds'),
        ("briefing.yaml:16:", '"mehr als im Jahr 2015" no longer holds'),
        ("charts.yaml:13:11", '"Wer im Auental Wasser sparen will, beginnt bei den Rohren.'),
    ):
        assert any(file in line and even(words) in even(line) for line in said.splitlines()), said


def test_comparisons_that_no_claim_proves_are_told(content: Path) -> None:
    edited(content / "briefing.yaml", "  claim: losses_grew\n", "")
    edited(content / "charts.yaml", "    claim: losses_grew\n", "")
    edited(content / "charts.yaml", "Wer im Auental", "Die Verluste wachsen, und wer im Auental")
    edited(content / "sections" / "lage.md", "Bezahlen müssen", "Sie wachsen, und zahlen müssen")
    edited(content / "briefing.yaml", "verliert zu viel", "verliert mehr als früher")
    warned = [str(problem) for problem in check(content)]
    for file in ("briefing.yaml:11", "charts.yaml:13", "sections/lage.md:12"):
        assert any(file in each and "comparison without a claim" in each for each in warned), warned


def test_more_sentences_than_are_kept_are_told(content: Path) -> None:
    edited(content / "briefing.yaml", "verliert zu viel davon", "verliert viel. Es ist zu viel")
    edited(content / "charts.yaml", "Dort gingen", "Sie sind alt. Dort gingen")
    assert [
        line
        for problem in check(content)
        for line in str(problem).replace(f"{content}/", "").splitlines()
    ] == [
        "briefing.yaml:11:9: warning: the message has 2 sentences",
        "  say it in one: what follows from it belongs in the text",
        "charts.yaml:13:11: warning: the takeaway has 3 sentences",
        "  say it in one or two: the rest belongs in the text",
    ]


@pytest.mark.longer
def test_edited_sentences_are_traced_to_their_place_in_the_content(
    german: Path, content: Path, tmp_path: Path
) -> None:
    deck = Presentation(str(german / "auental.pptx"))
    for shape in (*deck.slides[1].shapes, *deck.slides[2].shapes):
        for run_ in (
            run_
            for paragraph in (shape.text_frame.paragraphs if shape.has_text_frame else ())
            for run_ in paragraph.runs
        ):
            run_.text = run_.text.replace("genug Wasser", "Wasser genug")
            run_.text = run_.text.replace("sparen bereits", "sparen schon")
            run_.text = run_.text.replace("4,2", "4,3")
    deck.save(str(tmp_path / "edited.pptx"))
    pulled = pull(tmp_path / "edited.pptx", content)
    assert [str(change.target) for change in pulled.changes] == ["wasser!4/haushalte"]
    places = [(each.place.file.rpartition("/")[2], each.place.line) for each in pulled.wordings]
    assert places == [("briefing.yaml", 11), ("briefing.yaml", 18)]


@pytest.mark.longer
def test_another_edition_says_which_message_changed(
    german: Path, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(content / "briefing.yaml", "verliert zu viel davon", "verliert viel davon")
    project.build(content, tmp_path / "second", ("paper",))
    run(["diff", str(german / "auental.pdf"), str(tmp_path / "second" / "auental.pdf")])
    assert "verliert viel davon" in even(capsys.readouterr().out)


@pytest.mark.longer
@pytest.mark.parametrize("titles", [templates.narrow_titles, templates.titles_at_the_head])
def test_a_message_for_which_a_templates_titles_are_no_place_stands_as_text(
    content: Path, tmp_path: Path, titles: templates.Change
) -> None:
    """Too narrow, or at the head of a slide that is empty below them."""
    (content / "own.pptx").write_bytes(templates.template(titles, wide=False))
    edited(content / "briefing.yaml", "slug: auental", "slug: auental\ntemplate: own.pptx")
    project.build(content, tmp_path / "out", ("deck",))
    slide = Presentation(str(tmp_path / "out" / "auental.pptx")).slides[1]
    texts = [even(shape.text_frame.text) for shape in slide.placeholders]
    assert texts[:2] == ["In einem Satz", even(MESSAGE)]


@pytest.mark.longer
def test_a_changed_takeaway_draws_no_chart_anew(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    cache_folder.cache_clear()

    def drawn() -> list[str]:
        return sorted(
            each.name for each in cache.rglob("*") if re.fullmatch("[0-9a-f]{64}", each.name)
        )

    with remembering(Memory()):  # of what other tests drew of it nothing is known
        project.build(content, tmp_path / "out", ("paper",))
    before = drawn()
    edited(content / "charts.yaml", "beginnt bei den Rohren", "fängt bei den Rohren an")
    with remembering(Memory()):
        project.build(content, tmp_path / "out", ("paper",))
    cache_folder.cache_clear()
    assert before
    assert drawn() == before
