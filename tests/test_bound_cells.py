"""A cell that a figure is bound to is that figure's, wherever a table or chart prints it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from builder import project
from builder.cli import run
from builder.model.ledger import Entry
from builder.pulling import change_lines, pull, refusal_lines
from builder.verify import read
from tests.pulling.editing import Deck
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parent / "cases" / "bound-cells"
SLUG = "bound-cells"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bound")
    project.build(CONTENT, folder, ("paper", "deck"))
    return folder


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files of an edition in which the lower well yields 191 litres, not 186."""
    folder = tmp_path_factory.mktemp("newer")
    shutil.copytree(CONTENT, folder / "content")
    data = folder / "content" / "data" / "yields.csv"
    data.write_text(data.read_text("utf-8").replace("186", "191"), "utf-8")
    project.build(folder / "content", folder, ("paper", "deck"))
    return folder


def printed(file: Path, figure: str) -> set[tuple[str, int, str]]:
    """Return channel, page or slide, and words of each place that prints a figure's value."""
    return {
        (entry.channel, entry.page, entry.text.replace("\u00a0", " "))
        for entry in read(file).entries or ()
        if (entry.kind, entry.owner) == ("figure", figure) and entry.form not in ("label", "as_of")
    }


def test_charts_and_tables_print_the_figures_of_their_cells(built: Path) -> None:
    assert printed(built / f"{SLUG}.pptx", "lower") == {
        ("chart", 2, "186"),
        ("workbook", 2, "186"),
        ("alt", 2, "186"),
        ("body", 3, "186"),
    }
    assert printed(built / f"{SLUG}.pdf", "lower") >= {
        ("chart", 1, "186"),
        ("alt", 1, "186"),
        ("body", 1, "186"),
    }


def test_a_hedge_stays_with_the_cell(built: Path) -> None:
    found = printed(built / f"{SLUG}.pptx", "upper")
    assert found >= {("chart", 2, "≥437"), ("body", 3, "at least 437")}
    assert not printed(built / f"{SLUG}.pptx", "upper_again"), "the first figure of a cell has it"


def test_a_bar_is_named_by_the_figure_of_its_name(built: Path) -> None:
    assert ("chart", 4, "2021") in printed(built / f"{SLUG}.pptx", "begun")


def test_cells_without_a_figure_are_their_own(built: Path) -> None:
    def owners(entries: tuple[Entry, ...]) -> set[str]:
        return {entry.owner for entry in entries if entry.kind == "cell"}

    for file in (f"{SLUG}.pdf", f"{SLUG}.pptx"):
        found = owners(read(built / file).entries or ())
        assert "yields!2/litres" in found
        assert not found & {"yields!1/litres", "yields!3/litres", "digging!1/year"}


def test_trace_lists_what_charts_and_tables_print(built: Path, capsys: Capture) -> None:
    assert run(["trace", "lower", str(CONTENT), "--out", str(built)]) == 0
    said = capsys.readouterr().out
    paper, deck = said.split("\ndeck\n")
    assert re.search(r"page 1, chart +.*Lower \[186\]", paper)
    assert re.search(r"page 1 +\[186\]\n", paper)
    assert re.search(r"slide 2, chart +\[186\]\n", deck)
    assert re.search(r"slide 2, workbook +\[186\]\n", deck)
    assert re.search(r"slide 3 +\[186\]\n", deck)


def test_the_register_names_their_pages_and_slides(built: Path, capsys: Capture) -> None:
    assert run(["trace", "--all", str(CONTENT), "--out", str(built), "--format", "json"]) == 0
    rows = {row["figure"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["lower"]["slides"] == [2, 3]
    assert 1 in rows["lower"]["pages"]
    words = " ".join(
        piece for page in read(built / f"{SLUG}.pdf").pages for piece in page.pieces("body")
    )
    row = re.search(
        r"Source: Survey\s+186.litres.a.minute\s+(Yield of the lower well.*?)Source:", words
    )
    assert row is not None
    assert " ".join(row[1].split()).endswith("2024 confirmed 1 2, 3")


@pytest.mark.longer
def test_two_editions_name_the_figure_once(built: Path, newer: Path, capsys: Capture) -> None:
    for kind in ("pdf", "pptx"):
        assert run(["compare", *(str(out / f"{SLUG}.{kind}") for out in (built, newer))]) == 3
        said = capsys.readouterr().out
        assert len(re.findall(r"^lower: Yield of the lower well$", said, re.M)) == 1
        assert "yields!" not in said
        assert said.endswith("1 figure differs\n")


@pytest.mark.parametrize(
    "edit",
    share(
        [
            lambda deck: deck.say("186", "191", slide=3),
            lambda deck: deck.set("yields", {"B4": 191}),
            lambda deck: deck.relabel("yields", "186", "191"),
        ],
        3,
        ids=["table", "workbook", "label"],
    ),
)
def test_a_number_typed_over_a_cell_is_the_figures(
    built: Path, tmp_path: Path, edit: Callable[[Deck], Deck]
) -> None:
    deck = edit(Deck(built / f"{SLUG}.pptx"))
    pulled = pull(deck.save(tmp_path / "edited.pptx"), CONTENT)
    assert not pulled.refusals
    (change,) = pulled.changes
    assert (change.figure, change.value) == ("lower", Decimal(191))
    said = "\n".join(change_lines(pulled))
    assert "lower (Yield of the lower well): 186" in said
    assert "becomes 191 (cell yields!3/litres)" in said


@pytest.mark.longer
def test_what_cannot_be_read_in_a_cell_names_the_figure(built: Path, tmp_path: Path) -> None:
    deck = Deck(built / f"{SLUG}.pptx").say("186", "many", slide=3)
    pulled = pull(deck.save(tmp_path / "edited.pptx"), CONTENT)
    said = "\n".join(refusal_lines(pulled))
    assert "lower" in said
    assert "yields!" not in said


@pytest.mark.longer
def test_two_values_for_one_cell_are_refused_by_the_figures_name(
    built: Path, tmp_path: Path
) -> None:
    deck = Deck(built / f"{SLUG}.pptx").say("186", "191", slide=3).relabel("yields", "186", "192")
    pulled = pull(deck.save(tmp_path / "edited.pptx"), CONTENT)
    (refusal,) = pulled.refusals
    assert refusal.found == "“lower” was changed to different values: “192” and “191”"


@pytest.mark.longer
def test_a_hedged_cell_keeps_its_hedge_and_takes_a_new_one(built: Path, tmp_path: Path) -> None:
    def pulled(new: str) -> tuple[list[tuple[str, object, list[str]]], list[str]]:
        deck = Deck(built / f"{SLUG}.pptx").say("at least 437", new, slide=3)
        found = pull(deck.save(tmp_path / "edited.pptx"), CONTENT)
        changes: list[tuple[str, object, list[str]]] = [
            (change.figure, change.value, [str(hedge.new) for hedge in change.hedges])
            for change in found.changes
        ]
        return changes, [refusal.found for refusal in found.refusals]

    assert pulled("at least 441") == ([("upper", Decimal(441), [])], [])
    assert pulled("about 441") == ([("upper", Decimal(441), ["about"])], [])
    assert pulled("441") == ([], ["“441” drops the hedge “at least” of “upper”"])
