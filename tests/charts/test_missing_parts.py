"""What is counted together of which a part is unknown: `cases/missing-parts.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation

from builder import compare, project
from builder.model.annotation import AnnotationSpec
from builder.model.text import plain
from tests.finished import strings
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

FOLDER = Path(__file__).parents[1] / "cases" / "strangers" / "parts-of-which-some-are-unknown"
CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "missing-parts.toml").read_text("utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_a_whole_of_which_a_part_is_unknown_has_no_total_and_says_so(name: str) -> None:
    case = CASES[name]
    keys = {key: tuple(v) if isinstance(v, list) else v for key, v in case["chart"].items()}
    found = chart(
        keys.pop("kind"),
        table="held",
        data=(table("held", case["data"]),),
        language=case.get("language", "en-GB"),
        **({"note": words(case["stated"])} if "stated" in case else {}),
        **keys,
    )
    assert [total.label.text for total in found.totals] == case["totals"]
    assert plain(found.note).replace("\u00a0", " ").replace("\u202f", " ") == case["note"]
    alt = plain(found.alt)
    assert all(said in alt for said in case.get("alt", ())), alt
    assert not re.search(case.get("never", "(?!)"), alt), alt


def test_an_arrow_leads_to_no_whole_of_which_a_part_is_unknown() -> None:
    arrow = AnnotationSpec("difference", names=("absolute",), start="Kiel", end="Riga")
    spec = chart_spec(
        "stacked", table="held", x="port", y=("sea", "rail"), annotations=(arrow,),
        title=words("The finding"), source=("survey",),
    )  # fmt: skip
    data = table("held", "port,sea,rail\nKiel,5,7\nRiga,,6\nOslo,4,1\n")
    found = complaints(content(charts=(spec,), data=(data,)))
    assert any('"Riga" has no value' in each for each in found)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build charts of which parts are unknown."""
    found = tmp_path_factory.mktemp("unknown")
    project.build(FOLDER, found, ("paper", "deck"))
    return found


def test_paper_and_deck_say_alike_which_parts_are_unknown(built: Path) -> None:
    paper, deck = built / "t.pdf", built / "t.pptx"
    assert compare(paper, deck).same
    for said in ("No data: Bonn (sea), Kiel (rail)", "No data: Bonn"):
        assert any(said in text for text in strings(paper))
        assert any(said in text for text in strings(deck))


def test_a_slope_that_has_no_end_is_named_where_it_begins_in_both_files(built: Path) -> None:
    with pypdfium2.PdfDocument(built / "t.pdf") as paper:
        pages = "\n".join(page.get_textpage().get_text_bounded() for page in paper)
    assert "Kiel 4" in pages
    assert "6 Bonn" in pages
    shown = next(
        chart for chart in charts(built / "t.pptx") if chart.chart_type.name.startswith("LINE")
    )
    labels = {
        series.name: [series.points[at].data_label.text_frame.text for at in (0, 1)]
        for series in shown.plots[0].series
    }
    assert labels["Kiel"][0] == "Kiel 4"
    assert labels["Bonn"][1] == "6 Bonn"


def test_few_bins_touch_on_a_slide_as_they_do_on_paper(built: Path) -> None:
    *_, times = charts(built / "t.pptx")
    assert times.plots[0].gap_width < 5


def charts(deck: Path) -> list[Any]:
    shapes = [shape for slide in Presentation(str(deck)).slides for shape in slide.shapes]
    return [shape.chart for shape in shapes if shape.has_chart]
