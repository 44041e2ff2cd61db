"""`paperdeck trace` tells where a figure is printed, with the words around it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from builder.cli import run
from builder.verify import read
from tests.content.reading import write

ROOT = Path(__file__).resolve().parents[1]
CONTENT = str(ROOT / "content")
SLUG = "russias-suppliers"


@pytest.fixture(scope="module")
def built(house: Path) -> Path:
    return house


def trace(built: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run(["trace", *words, "--out", str(built)]) == 0
    return capsys.readouterr().out


def test_every_place_of_a_figure_is_listed_with_the_words_around_it(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = trace(built, capsys, "trade_russia", CONTENT)
    assert said.startswith("trade_russia: China’s trade with Russia\n  $240 billion; as of 2023;")
    assert re.search(r"page \d+ +…?.*Its trade with Russia, .* stood at \[\$240 billion\]", said)
    assert re.search(r"slide \d+, workbook +\[240\]\n", said)
    assert re.search(r"slide \d+, notes +.*\[\$240 billion\] in \[2023\]", said)


@pytest.mark.longer
def test_no_printed_text_of_a_figure_is_left_out(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrapped and divided words included: each entry of both ledgers is in brackets once."""
    for figure in ("drones_delivered", "eu_disclosure", "west_multiple"):
        said = json.loads(trace(built, capsys, figure, CONTENT, "--format", "json"))
        for medium, ending in (("paper", "pdf"), ("deck", "pptx")):
            entries = read(built / f"{SLUG}.{ending}").entries or ()
            wanted = [e for e in entries if e.kind == "figure" and e.owner == figure]
            shown = sum(place["words"].count("[") for place in said["places"][medium])
            assert shown == len(wanted)


@pytest.mark.longer
def test_all_figures_are_listed_as_the_register_lists_them(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = trace(built, capsys, "--all", CONTENT).splitlines()
    assert re.split(r"  +", lines[0]) == ["Figure", "Printed", "Pages", "Slides"]
    row = next(line for line in lines if line.startswith("drones_delivered "))
    _, text, pages, slides = re.split(r"  +", row)
    assert text == "more than 3,700 drones"
    register = next(
        page
        for page in read(built / f"{SLUG}.pdf").pages[::-1]
        if "more than 3,700 drones" in " ".join(page.pieces("body")).replace("\n", " ")
    )
    words = " ".join(register.pieces("body")).replace("\n", " ")
    *body, last = pages.split(", ")
    assert int(last) == register.number, "the register does not count itself; trace does"
    assert f"{', '.join(body)} {slides}" in words


@pytest.mark.longer
def test_an_unknown_figure_is_refused_with_the_known_ones(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["trace", "drones_deliverd", CONTENT, "--out", str(built)]) == 1
    said = capsys.readouterr().err
    assert 'no figure is called "drones_deliverd"' in said
    assert "no file was written" not in said
    assert "did you mean drones_delivered?" in said


@pytest.mark.longer
def test_a_figure_is_traced_without_files_built_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "page 2 " in trace(tmp_path / "none", capsys, "drones_delivered", CONTENT)
    assert not (tmp_path / "none").exists()


def test_trace_asks_for_a_figure(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", "--out", str(built)]) == 2
    assert "name a figure, or say --all or --unused" in capsys.readouterr().err


def test_nothing_of_the_briefing_is_unused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["trace", "--unused", CONTENT]) == 0
    assert capsys.readouterr().out == "everything that the content defines is used\n"


def test_what_nothing_uses_is_listed_by_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    additions = {
        "figures.yaml": "spare:\n  label: Spare\n  value: 12\n  source: spare_source\n",
        "sources.yaml": "spare_source:\n  title: Spare\n",
        "charts.yaml": "spare_chart: {kind: bar, title: Spare, figures: [trade_us, trade_eu]}\n",
        "claims.yaml": "spare_claim:\n  says: Spare\n  holds: spare > trade_us\n",
        "data/spare_table.csv": "a,b\nx,y\n",
    }
    for name, text in additions.items():
        with (content / name).open("a", encoding="utf-8") as file:
            file.write(text)
    assert run(["trace", "--unused", str(content)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "figures: spare",
        "sources: spare_source",
        "charts: spare_chart",
        "tables: spare_table",
        "claims: spare_claim",
    ]


def test_a_figure_that_only_a_table_or_a_chart_prints_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "briefing.yaml": "title: T\nslug: a\nlanguage: en-GB\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "".join(
            f"{name}: {{label: L, unit: t, source: s, cell: {{table: {table}, row: {{k: x}}, "
            f"column: {column}}}}}\n"
            for name, table, column in (("a", "one", "m"), ("b", "two", "m"), ("c", "two", "n"))
        ),
        "sources.yaml": "s: {title: S}\n",
        "charts.yaml": "c: {kind: bar, title: C, table: two, x: k, y: [m], source: [s]}\n",
        "data/one.csv": "k,m\nx,1\ny,2\n",
        "data/two.csv": "k,m,n\nx,1,5\ny,2,6\n",
        "sections/one.md": "# One\n\n:::{table} one\n:::\n\n:::{chart} c\n:::\n",
    }
    assert run(["trace", "--unused", str(write(tmp_path, files))]) == 0
    assert capsys.readouterr().out == "figures: c\n"


def test_page_numbers_of_the_register_lead_to_the_figure_on_their_page(built: Path) -> None:
    """Each is a link that says the number of the page that it leads to."""
    with pikepdf.open(built / f"{SLUG}.pdf") as document:
        held = document.Root.Names.Dests.Names
        goals = {str(held[at]): held[at + 1][0].objgen for at in range(0, len(held), 2)}
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
        links = [
            (int(said[1]), pages[goals[str(link.Dest)]])
            for page in document.pages
            for link in page.get("/Annots", [])
            if re.match(r"use:\w+:\d+$", str(link.get("/Dest", "")))
            and (said := re.match(r"Page (\d+), figure: \S", str(link.get("/Contents", ""))))
        ]
    assert len(links) > 40
    assert all(said == page for said, page in links)
