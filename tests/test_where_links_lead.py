"""Where links may lead: by one allow-list, whatever file of the content writes them."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from builder import project
from builder.cli import run
from builder.model.links import LONGEST, UnsafeLinkError, emitted, link
from tests.shares import share

CASES = Path(__file__).parent / "cases"
TABLE = tomllib.loads((CASES / "links.toml").read_text(encoding="utf-8"))
ALLOWED = [pytest.param(case["written"], case["leads"]) for case in TABLE["allowed"]]
REFUSED = [pytest.param(case["written"], case["says"]) for case in TABLE["refused"]]
BAD = "JaVaScRiPt:alert(1)"


@pytest.mark.parametrize(("written", "leads"), ALLOWED)
def test_an_allowed_address_is_held_in_ascii_and_stays_as_it_is(written: str, leads: str) -> None:
    assert link(written).target == leads
    assert link(leads).target == leads
    assert emitted(leads) == leads


@pytest.mark.parametrize(("written", "says"), share(REFUSED, 3))
def test_any_other_address_is_refused_with_what_is_allowed(written: str, says: str) -> None:
    found = link(written)
    assert found.target == ""
    assert says in f"{found.fault}\n{found.hint}"
    assert found.hint.endswith("or, as (#anchor), to a place in the document")
    assert found.fault.isprintable(), "nothing hidden is printed"
    with pytest.raises(UnsafeLinkError):
        emitted(written)


def test_an_address_may_be_as_long_as_programs_take_it() -> None:
    longest = "https://example.org/" + "a" * (LONGEST - 20)
    assert link(longest).target == longest
    assert "has 2,001 characters, more than 2,000" in link(longest + "a").fault
    assert "when written in ASCII" in link("https://example.org/" + "ü" * 400).fault


def test_a_place_in_the_document_is_no_address_of_a_source() -> None:
    assert link("#split").target == "#split"
    assert link("#split", inside=False).target == ""


def test_only_a_page_of_the_paper_beside_it_is_also_written_by_the_deck() -> None:
    assert emitted("my-briefing.pdf#page=3", beside=True) == "my-briefing.pdf#page=3"
    for other in ("../my-briefing.pdf#page=3", "my-briefing.exe#page=3", "my-briefing.pdf", ""):
        with pytest.raises(UnsafeLinkError):
            emitted(other, beside=True)


def test_every_way_to_write_a_link_in_markdown_is_judged(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = small / "sections/freight.md"
    kept = section.read_text(encoding="utf-8")
    cases = [case["written"] for case in TABLE["markdown"]]
    first = kept.count("\n") + 2
    added = "".join(f"\nIt is {written} here.\n" for written in cases)
    section.write_text(f"{kept}{added}\n[defined]: vbscript:x\n", encoding="utf-8")
    assert run(["build", str(small), "--out", str(small.parent / "out")]) == 1
    said = capsys.readouterr().err
    for number, case in enumerate(TABLE["markdown"]):
        place = re.escape(f"{section}:{first + 2 * number}:")
        told = re.search(rf"^{place}\d+: error: (.*(?:\n  .*)*)", said, re.MULTILINE)
        assert told, f"nothing is said of {case['written']}"
        assert case["says"] in told[1]
    assert not (small.parent / "out/norhaven.pdf").exists()


PLACES = {
    "briefing.yaml": ("title: The harbour at Norhaven", "title: The [harbour](X) at Norhaven"),
    "figures.yaml": ("label: Freight moved by rail", "label: Freight moved by [rail](X)"),
    "charts.yaml": ("note: The harbour was", "note: The [harbour](X) was"),
    "claims.yaml": ("says: More freight", "says: More [freight](X)"),
    "sources.yaml": ("url: https://example.org/harbour/2024", "url: X"),
}
SPOTS = {
    "prose": ("The *second* quay, beside", "The *second* [quay](X), beside"),
    "a heading": ("## How the freight is split", "## How the [freight](X) is split"),
    "a cell": ("| Manifests |", "| [Manifests](X) |"),
    "a caption": (":caption: Freight by mode", ":caption: [Freight](X) by mode"),
    "a note of a table": (":note: Road is a survey", ":note: [Road](X) is a survey"),
    "a list": ("  - timber", "  - [timber](X)"),
    "a panel": (":title: The second quay", ":title: The [second](X) quay"),
    "a footnote": ("https://example.org/harbour/2024)", "X)"),
    "a headline": (
        "{slide} The sea carries most",
        "{slide} The [sea](X) carries most",
    ),
    "a point": ("capital }} by sea", "capital }} by [sea](X)"),
    "spoken notes": ("Say first that", "Say [first](X) that"),
}


@pytest.mark.parametrize("file", PLACES)
def test_a_link_in_a_yaml_file_is_judged(
    file: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _spoil(small / file, *PLACES[file])
    assert run(["check", str(small), "--out", str(small.parent / "out")]) == 1
    said = capsys.readouterr().err
    assert re.search(rf'{file}:\d+:\d+: error: .*the link "{re.escape(BAD)}" leads to', said)
    assert "https://..., http://... or mailto" in said or "https://..., http://..., mailto" in said


@pytest.mark.parametrize("spot", share(SPOTS, 3))
def test_a_link_in_a_section_is_judged(
    spot: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _spoil(small / "sections/freight.md", *SPOTS[spot])
    assert run(["check", str(small), "--out", str(small.parent / "out")]) == 1
    said = capsys.readouterr().err
    assert re.search(rf'freight\.md:\d+:\d+: error: the link "{re.escape(BAD)}" leads to', said)


@pytest.mark.longer
def test_all_that_the_finished_files_lead_to_is_what_was_allowed(small: Path) -> None:
    text = (small / "sections/freight.md").read_text(encoding="utf-8")
    for number, (found, replaced) in enumerate(SPOTS.values()):
        assert found in text
        text = text.replace(found, replaced.replace("X", f"https://straße.example/place-{number}"))
    text += "\nOr write to <press@example.org>.\n"
    (small / "sections/freight.md").write_text(text, encoding="utf-8")
    sources = small / "sources.yaml"
    said = sources.read_text(encoding="utf-8")
    sources.write_text(said.replace("org/harbour/2024", "org/häfen/2024"), encoding="utf-8")
    out = small.parent / "out"
    paper, deck = (each.path for each in project.build(small, out, ("paper", "deck")).files)
    (handout,) = (each.path for each in project.build(small, out, ("handout",)).files)
    expected = {f"https://xn--strae-oqa.example/place-{number}" for number in range(len(SPOTS))}
    source = "https://example.org/h%C3%A4fen/2024"
    on_paper, on_slides = set(uris(paper)), set(addresses(deck))
    assert source in on_paper & on_slides
    assert {url for url in on_paper if "place-" in url} <= expected
    assert len({url for url in on_paper | on_slides if "place-" in url}) >= 8
    assert on_paper - expected <= {source, "mailto:press@example.org"}
    beside = {url for url in on_slides if re.fullmatch(r"norhaven\.pdf#page=\d+", url)}
    assert beside
    assert on_slides - beside - expected <= {source}
    assert set(uris(handout)) <= on_slides | on_paper


def _spoil(file: Path, found: str, spoilt: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert found in text
    file.write_text(text.replace(found, spoilt.replace("X", BAD)), encoding="utf-8")


def uris(path: Path) -> Iterator[str]:
    """Yield what every action of a PDF leads to; none of them does anything else."""
    with pikepdf.open(path) as document:
        for held in document.objects:
            if not isinstance(held, pikepdf.Dictionary):
                continue
            assert held.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm")
            if held.get("/Subtype") == "/Link" and "/Dest" not in held:
                if held.A.S == "/GoToR":  # the paper that lies beside, at a page
                    yield f"{held.A.F}#page={int(held.A.D[0]) + 1}"
                    continue
                assert held.A.S == "/URI"
                yield str(held.A.URI)


def addresses(path: Path) -> Iterator[str]:
    """Yield every target of a deck that lies outside it."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                for relationship in etree.fromstring(archive.read(name)):
                    if relationship.get("TargetMode") == "External":
                        assert str(relationship.get("Type")).endswith("/hyperlink")
                        yield str(relationship.get("Target"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "small", tmp_path / "content"))
