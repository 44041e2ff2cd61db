"""Citations and references in finished files, and what is told of broken ones."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from builder import build, check, compare
from builder.cli import run
from builder.problems import ContentError
from tests.look.marks import Mark, pages
from tests.outputs.pdf import gate
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parent / "cases" / "cited"
Change = Callable[[str], str]


def changed(tmp_path: Path, **files: Change) -> Path:
    """Return a copy of the case, each file changed (`.` written `__`, `/` written `___`)."""
    folder = tmp_path / "content"
    shutil.copytree(CASE, folder)
    for name, change in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.write_text(change(path.read_text("utf-8")), "utf-8")
    return folder


def styled(style: str) -> Change:
    return lambda text: text.replace("csl: apa", f"csl: {style}")


def told(folder: Path) -> list[str]:
    """Return what a check tells of a content, without the folder that it lies in."""
    with pytest.raises(ContentError) as caught:
        check(folder)
    return [str(each).replace(f"{folder.as_posix()}/", "") for each in caught.value.problems]


def words(paper: Path) -> str:
    """Return what the pages say, white space made plain."""
    with pypdfium2.PdfDocument(paper) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).replace("\x02", "").replace("\xad", "").split())


def slide_words(deck: Path, number: int) -> list[str]:
    slide = Presentation(str(deck)).slides[number - 1]
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def notes_of(deck: Path, number: int) -> str:
    said = str(Presentation(str(deck)).slides[number - 1].notes_slide.notes_text_frame.text)
    return said.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cited")
    assert run(["build", str(CASE), "--out", str(folder), "--quiet", "--strict"]) == 0
    return folder


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("noted")
    content = changed(folder, briefing__yaml=styled("chicago-notes-bibliography"))
    assert run(["build", str(content), "--out", str(folder), "--quiet"]) == 0
    return folder


@pytest.mark.parametrize("cited", share(["out", "noted"], 2))
def test_the_paper_passes_both_standards_and_the_deck_its_audit(
    cited: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(cited)
    assert gate.failures(folder / "cited.pdf") == []
    assert gate.faults(folder / "cited.pdf") == []
    assert OpenXmlValidator().validate(str(folder / "cited.pptx")).errors == []


def test_citations_stand_in_the_text_as_the_style_has_them(out: Path) -> None:
    said = words(out / "cited.pdf")
    for citation in (
        "(Watson & Crick, 1953, p. 737; see also Intergovernmental Panel on Climate Change, 2014)",
        "Knuth (1997, Chapter 2) tells how lists are kept",
        "Gödel what cannot be told (1931)",
        "(Turing, 1937, 1948)",
        "(see Turing, 1937, Section 3, and elsewhere)",
    ):
        assert citation in said


def test_addresses_and_cross_references_are_no_citations(out: Path) -> None:
    assert "Write to desk@example.org, or see section 2." in words(out / "cited.pdf")


def test_the_list_of_references_stands_under_its_heading_and_in_the_bookmarks(out: Path) -> None:
    tagged = gate.read(out / "cited.pdf")
    entries = [tagged.says(entry) for entry in tagged.all("BibEntry")]
    assert len(entries) == 6
    assert entries[0].startswith("Gödel, K. (1931). Über formal unentscheidbare Sätze")
    assert entries[-1] == (
        "Watson, J. D., & Crick, F. H. C. (1953). Molecular structure of nucleic acids: A "
        "structure for deoxyribose nucleic acid. Nature, 171(4356), 737–738. "
        "https://doi.org/10.1038/171737a0"
    )
    with pypdfium2.PdfDocument(out / "cited.pdf") as document:
        assert "References" in [mark.get_title() for mark in document.get_toc()]


def references(paper: Path) -> Iterator[list[Mark]]:
    """Yield the lines below the heading of the references, small ones too, down to the next one."""
    heading = ""
    for page in pages(paper):
        lines: dict[int, list[Mark]] = {}
        for mark in page.marks:
            heading = mark.words.strip() if mark.tag == "H2" and mark.words.strip() else heading
            if (
                heading == "References"
                and mark.words.strip()
                and not mark.aside
                and mark.tag != "H2"
            ):
                lines.setdefault(round(mark.baseline), []).append(mark)
        yield from lines.values()


ALIKE = 1.2
"""Points by which the ink of lines that begin together is apart: letters keep more or less room."""


@pytest.mark.parametrize("cited", share(["out", "noted"], 2))
def test_all_of_a_reference_but_its_first_line_hangs_below_it(
    cited: str, request: pytest.FixtureRequest
) -> None:
    lines = list(references(request.getfixturevalue(cited) / "cited.pdf"))
    left = min(line[0].box[0] for line in lines)
    first = [line for line in lines if line[0].box[0] < left + ALIKE]
    hung = [line for line in lines if line not in first]
    assert [line[0].tag for line in first] == ["BibEntry"] * 6
    assert {round(line[0].box[0] - left - 14) for line in hung} <= {-1, 0, 1}
    assert sum(line[0].words.startswith("Cited on p") for line in hung) >= 5
    assert any(line[0].words.startswith("Figures: ") for line in hung)


def test_all_of_a_numbered_reference_stands_beside_its_number(tmp_path: Path) -> None:
    content = changed(tmp_path, briefing__yaml=styled("ieee"))
    assert run(["report", str(content), "--out", str(tmp_path), "--quiet"]) == 0
    lines = list(references(tmp_path / "cited.pdf"))
    labels = [mark for line in lines for mark in line if mark.tag == "Lbl"]
    assert [mark.words.strip() for mark in labels] == [f"[{number}]" for number in range(1, 7)]
    beside = [min(mark.box[0] for mark in line if mark.tag != "Lbl") for line in lines]
    assert max(beside) - min(beside) < ALIKE
    assert min(beside) > max(mark.box[2] for mark in labels) + 3
    assert sum(line[0].words.startswith("Cited on p") for line in lines) == 6


def test_citation_and_entry_lead_to_each_other(out: Path) -> None:
    with pikepdf.open(out / "cited.pdf") as pdf:
        goals = {
            str(name) for name in pdf.Root.Names.Dests.Names if isinstance(name, pikepdf.String)
        }
        links = [note for page in pdf.pages for note in page.get("/Annots", [])]
        leads = [str(note.Dest) for note in links if "/Dest" in note]
    assert leads.count("reference:watson1953") >= 3
    assert {"cited:watson1953:1", "reference:knuth1997", "cited:knuth1997:1"} <= goals
    assert set(leads) <= goals
    tagged = gate.read(out / "cited.pdf")
    cited = [tagged.says(each) for each in tagged.all("Reference")]
    assert any("Watson & Crick, 1953, p. 737" in said for said in cited)


def test_a_source_that_is_a_reference_stands_in_the_one_list(out: Path) -> None:
    said = words(out / "cited.pdf")
    listed = said[said.index("Sources Counts at the desk") :]
    assert "Molecular structure" not in listed
    assert "Figures: Pairs of bases to a turn of the helix" in said
    assert "Watson and Crick 1953" in listed  # the register, which leads to the entry


def test_a_slide_names_the_works_that_it_cites_and_its_notes_give_them_in_full(out: Path) -> None:
    deck = out / "cited.pptx"
    shown = "\n".join(slide_words(deck, 3))
    assert "Read off photographs (Watson & Crick, 1953)" in shown
    assert "Source: Watson and Crick 1953; Knuth 1997" in shown
    assert "Knuth, D. E. (1997). The art of computer programming" in notes_of(deck, 3)
    assert "Climate change 2014: Synthesis report. IPCC." in notes_of(deck, 3)
    assert any("Nature, 171(4356), 737–738" in said for said in slide_words(deck, 6))


def test_tables_cite_in_both_files(out: Path, noted: Path) -> None:
    for folder, cited in (
        (out, "(Gödel, 1931, p. 3; Intergovernmental Panel on Climate Change, 2014)"),
        (noted, "(Intergovernmental Panel on Climate Change 2014; Gödel 1931)"),
    ):
        assert cited in words(folder / "cited.pdf")
        shapes = Presentation(str(folder / "cited.pptx")).slides[4].shapes
        table = next(shape.table for shape in shapes if shape.has_table)
        assert table.cell(1, 1).text == cited


def test_a_style_of_notes_makes_notes_of_citations(noted: Path) -> None:
    said = words(noted / "cited.pdf")
    assert "737, https://doi.org/10.1038/171737a0; see also Intergovernmental Panel" in said
    assert "6. Watson and Crick, ‘Molecular Structure of Nucleic Acids’." in said
    assert "Turing said so again (see Turing, ‘On Computable Numbers" in said
    assert "Read off photographs (Watson and Crick 1953)" in "\n".join(
        slide_words(noted / "cited.pptx", 3)
    )


@pytest.mark.parametrize(
    ("style", "wanted"),
    share(
        [
            ("ieee", "photographs [1, p. 737], see also [2]."),
            ("vancouver", "Machines may decide (5,6)."),
            ("harvard-cite-them-right", "(Turing, 1937, 1948)"),
            ("chicago-author-date", "(Watson and Crick 1953, 737; see also"),
        ],
        6,
    ),
)
def test_every_style_goes_through_to_both_files(tmp_path: Path, style: str, wanted: str) -> None:
    content = changed(tmp_path, briefing__yaml=styled(style))
    build(content, tmp_path / "out")
    assert wanted in words(tmp_path / "out" / "cited.pdf")


@pytest.mark.longer
def test_terms_follow_the_language_of_the_briefing(tmp_path: Path) -> None:
    content = changed(
        tmp_path, briefing__yaml=lambda text: text.replace("language: en-GB", "language: de")
    )
    build(content, tmp_path / "out")
    said = words(tmp_path / "out" / "cited.pdf")
    assert "Literaturverzeichnis" in said
    assert "(Watson & Crick, 1953, S. 737; see also" in said
    assert "Zitiert auf S." in said


@pytest.mark.longer
def test_a_style_of_ones_own_lies_beside_the_briefing(tmp_path: Path) -> None:
    content = changed(tmp_path, briefing__yaml=styled("own.csl"))
    assert 'briefing.yaml:8:6: error: no style "own.csl"' in told(content)[0]
    (content / "own.csl").write_text("<!DOCTYPE a><a/>", "utf-8")
    assert 'the style "own.csl" holds a DTD' in told(content)[0]
    shipped = Path(__file__).parents[1] / "assets" / "csl" / "styles" / "ieee.csl"
    shutil.copy(shipped, content / "own.csl")
    build(content, tmp_path / "out")
    assert "see also [2]" in words(tmp_path / "out" / "cited.pdf")


@pytest.mark.longer
def test_a_style_that_never_ends_is_refused(tmp_path: Path) -> None:
    content = changed(tmp_path, briefing__yaml=styled("own.csl"))
    macros = "".join(
        f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * 10 + "</macro>" for n in range(12)
    )
    (content / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f'{macros}<macro name="m12"><text variable="title"/></macro>'
        '<citation><layout><text macro="m0"/></layout></citation></style>',
        "utf-8",
    )
    assert 'the style "own.csl" never comes to an end with a work' in told(content)[0]


@pytest.mark.longer
def test_references_may_be_csl_json(tmp_path: Path, out: Path) -> None:
    content = changed(tmp_path)
    (content / "references.bib").unlink()
    works = [
        {"id": key, "type": "book", "title": f"A book called {key}", "author": [{"family": "Lee"}]}
        for key in ("watson1953", "knuth1997", "goedel1931", "turing1948", "turing1936", "ipcc2014")
    ]
    (content / "references.json").write_text(json.dumps(works, indent=1), "utf-8")
    build(content, tmp_path / "out")
    assert "A book called goedel1931" in words(tmp_path / "out" / "cited.pdf")
    (content / "references.json").write_text('[\n {"id": "a",\n  "type": }\n]', "utf-8")
    assert told(content)[0].startswith("references.json:3:11: error: not JSON: Expecting value")


@pytest.mark.longer
def test_a_changed_reference_is_seen_between_two_files_and_between_editions(
    tmp_path: Path, out: Path
) -> None:
    content = changed(tmp_path, references__bib=lambda text: text.replace("737--738", "739--740"))
    build(content, tmp_path / "out")
    found = compare(out / "cited.pdf", tmp_path / "out" / "cited.pptx")
    assert [(each.kind, each.owner) for each in found.differences] == [("reference", "watson1953")]
    assert compare(out / "cited.pdf", out / "cited.pptx").same


def test_a_reference_that_was_changed_in_a_file_is_found(tmp_path: Path, out: Path) -> None:
    deck = Presentation(str(out / "cited.pptx"))
    for shape in deck.slides[5].shapes:
        for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
            for part in paragraph.runs:
                part.text = part.text.replace("737–738", "737–739")
    deck.save(str(tmp_path / "edited.pptx"))
    assert run(["compare", str(out / "cited.pdf"), str(tmp_path / "edited.pptx")]) == 3


def test_unknown_keys_are_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    content = changed(
        tmp_path,
        sections___counting__md=lambda text: text.replace("@watson1953", "@watsno1953"),
    )
    assert told(content) == [
        'sections/counting.md:3:61: error: unknown reference "watsno1953"\n'
        "  did you mean watson1953? known: goedel1931, ipcc2014, knuth1997, turing1936, turing1948,"
        " watson1953\n"
        "  a sign that is to be seen is written \\@"
    ]


def test_every_fault_of_the_references_is_told_at_its_place(tmp_path: Path) -> None:
    broken = (
        "@book{knuth1997,\n  title = {The Art},\n  year = 1997\n  publisher = {A}\n}\n"
        '@book{watson1953, title = "Never closed}\n'
        "@book{turing1936, title = {Open}, journal = foo}\n"
        "@book{turing1948, title = {One}}\n"
        "@book{turing1948, title = {Two}, title = {Three}}\n"
        "@misc{, title = {x}}\n"
        "@book{goedel1931, title = {Never closed},\n"
    )
    content = changed(tmp_path, references__bib=lambda _: broken)
    heads = [each.split("\n")[0] for each in told(content)]
    assert heads == [
        'references.bib:4:3: error: a comma or } is missing in "knuth1997"',
        'references.bib:6:27: error: this quotation mark in "watson1953" is never closed',
        'references.bib:7:45: error: unknown abbreviation "foo"',
        'references.bib:9:7: error: the reference "turing1948" stands twice',
        'references.bib:9:34: error: "title" stands twice in "turing1948"',
        'references.bib:10:7: error: found "," where the key of "@misc" belongs',
        'references.bib:11:1: error: the entry "goedel1931" is never closed',
    ]


@pytest.mark.longer
def test_a_reference_that_nothing_cites_draws_a_warning(tmp_path: Path) -> None:
    content = changed(
        tmp_path, references__bib=lambda text: text + "@book{spare, title = {Spare}}\n"
    )
    assert [str(each.found) for each in check(content)] == ['nothing cites the reference "spare"']


def test_without_references_a_citation_is_told_and_a_name_after_an_at_is_text(
    tmp_path: Path,
) -> None:
    content = changed(
        tmp_path,
        sources__yaml=lambda text: text.replace("cite: watson1953", "title: A"),
        sections___reading__md=lambda _: "# Reading\n\nAs {{ pairs }} of @lee say [@lee; @roe].\n",
        sections___counting__md=lambda _: "# Counting\n\nOf {{ visits }} visits says @lee.\n",
    )
    (content / "references.bib").unlink()
    assert [each.split("\n")[0] for each in told(content)] == [
        'sections/reading.md:3:29: error: unknown reference "lee", the first of 2 citations:'
        " there is no references.bib"
    ]


@pytest.mark.longer
def test_a_citation_in_a_title_is_refused_with_what_to_write(tmp_path: Path) -> None:
    content = changed(
        tmp_path, figures__yaml=lambda text: text.replace("Visits to", "Visits [@knuth1997] to")
    )
    assert told(content)[0].split("\n")[0] == (
        "figures.yaml:9:17: error: the citation [@knuth1997] stands in a title, a label or a"
        " caption"
    )


def test_a_source_that_cites_says_nothing_twice(tmp_path: Path) -> None:
    content = changed(
        tmp_path,
        sources__yaml=lambda text: text.replace("cite: watson1953", "cite: watson1953\n  title: A"),
    )
    assert told(content)[0].split("\n")[0] == (
        'sources.yaml:3:10: error: the source "helix" has title: beside cite:'
    )
