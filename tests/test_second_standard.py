"""`standard: ua-2` makes a PDF 2.0 that says what its structure means (ISO 14289-2:2024)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pikepdf
import pytest

from builder.cli import run
from builder.verify import read_paper
from tests.outputs.pdf import gate

LETTER: Final = Path(__file__).parent / "cases" / "letter"
PAPER: Final = "cedar-county-water.pdf"
PDF_2: Final = "http://iso.org/pdf2/ssn"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("second") / "content"
    shutil.copytree(LETTER, folder)
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8") + "\nstandard: ua-2\n", "utf-8")
    section = folder / "sections" / "demand.md"
    stressed = "Lawns are **never** watered at *noon*."
    section.write_text(
        section.read_text("utf-8").replace("Homes water", f"{stressed} Homes water"), "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def out(content: Path) -> Path:
    assert run(["build", str(content), "--out", str(content.parent / "out"), "--quiet"]) == 0
    return content.parent / "out"


@pytest.fixture(scope="module")
def pdf(out: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(out / PAPER) as held:
        yield held


def _elements(held: Any) -> Iterator[Any]:
    kids = held.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _all(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [each for each in _elements(pdf.Root.StructTreeRoot) if f"/{role}" == each.S]


def test_it_is_a_pdf_2_without_the_older_properties(out: Path, pdf: pikepdf.Pdf) -> None:
    assert (out / PAPER).read_bytes().startswith(b"%PDF-2.0")
    assert "/Info" not in pdf.trailer
    told = pdf.open_metadata()
    assert (told["pdfuaid:part"], told["pdfuaid:rev"]) == ("2", "2024")
    assert (told["pdfaid:part"], told["pdfaid:rev"], told["pdfaid:conformance"]) == (
        "4",
        "2020",
        "F",
    )


def test_the_document_and_what_pdf_2_knows_stand_in_its_namespace(pdf: pikepdf.Pdf) -> None:
    (namespace,) = pdf.Root.StructTreeRoot.Namespaces
    assert str(namespace.NS) == PDF_2
    (document,) = _all(pdf, "Document")
    assert document.NS.objgen == namespace.objgen
    for role in ("Title", "H1", "P", "Table", "FENote", "Figure", "Aside"):
        assert all(each.NS.objgen == namespace.objgen for each in _all(pdf, role)), role
        assert _all(pdf, role), role
    assert all("/NS" not in each for each in _all(pdf, "Reference"))


def test_notes_and_their_marks_name_each_other(pdf: pikepdf.Pdf) -> None:
    notes = _all(pdf, "FENote")
    marks = [each for each in _all(pdf, "Reference") if "/Ref" in each]
    for note in notes:
        for mark in note.Ref:
            assert mark.S == "/Reference"
            assert note.objgen in [each.objgen for each in mark.Ref]
    named = {each.objgen for mark in marks for each in mark.Ref}
    assert {note.objgen for note in notes} <= named


def test_what_is_stressed_in_bold_or_italics_is_stressed_for_readers_too(out: Path) -> None:
    tagged = gate.read(out / PAPER)
    said = {role: [tagged.says(each) for each in tagged.all(role)] for role in ("Strong", "Em")}
    assert "never" in said["Strong"]
    assert "noon" in said["Em"]
    assert "Lawns are never watered at noon. Homes water their lawns" in tagged.reading()


def test_captions_stand_within_their_figures(pdf: pikepdf.Pdf) -> None:
    captions = [kid for each in _all(pdf, "Figure") for kid in _elements(each)]
    assert any(kid.S == "/Caption" for kid in captions)
    assert all(each.P.S in ("/Figure", "/Table") for each in _all(pdf, "Caption"))


def test_all_that_links_lead_to_is_an_element_too(pdf: pikepdf.Pdf) -> None:
    names = list(pdf.Root.Names.Dests.Names)
    assert len(names) > 20
    for goal in names[1::2]:
        assert goal.SD[0].S  # an element
        assert goal.SD[0].Pg.objgen == goal.D[0].objgen
    first = pdf.Root.Outlines.First
    assert str(first.Dest) in [str(name) for name in names[::2]]


def test_content_and_structure_agree_and_both_files_say_the_same(content: Path, out: Path) -> None:
    told = gate.faults(out / PAPER)  # the content's own names of types are those of PDF 1.7
    assert [each for each in told if ", its element " not in each] == []
    assert run(["compare", str(out / PAPER), str(out / PAPER.replace(".pdf", ".pptx"))]) == 0


def test_a_link_that_leads_elsewhere_in_the_structure_is_told(out: Path, tmp_path: Path) -> None:
    with pikepdf.open(out / PAPER) as changed:
        names = changed.Root.Names.Dests.Names
        homes = [each.SD[0].Pg.objgen for each in names[1::2]]
        other = next(at for at, home in enumerate(homes) if home != homes[0])
        names[1].SD[0] = names[2 * other + 1].SD[0]
        changed.save(tmp_path / PAPER)
    astray = [each for each in read_paper(tmp_path / PAPER).places if "structure" in each.part]
    assert [each.text for each in astray] == [str(names[0])]
