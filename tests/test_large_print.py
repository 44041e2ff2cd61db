"""The large-print theme sets whole briefings in 18 points: nothing is refused, cut or overlaid."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from builder.cli import run
from builder.content import read_theme
from builder.model.briefing import PageLayout
from builder.outputs.pdf import check_columns
from builder.outputs.pdf.write.context import geometry
from builder.problems import NOWHERE, Problems
from builder.units import PAGE_SIZES
from tests.outputs.pdf import gate, making, sheets

ROOT = Path(__file__).resolve().parents[1]
STRANGERS = ROOT / "tests" / "cases" / "strangers"
CONTENTS = {
    "the real briefing": ROOT / "content",
    "German": STRANGERS / "district-heating-in-a-german-city",
    "French": STRANGERS / "campsites-on-a-french-shore",
    "French with a long publisher": STRANGERS / "passages-a-niveau",
    "Ukrainian": STRANGERS / "cycling-in-a-ukrainian-city",
}
CASES = [(name, size) for name in CONTENTS for size in ("A4", "Letter")]
KEYS = re.compile(r"^(?:theme|page|template):.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "columns", "told"),
    [
        ("large-print", 2, ["a line of two columns holds about 31 characters"]),
        ("large-print", 1, []),
        ("ministry", 2, []),
        ("paperdeck", 2, []),
    ],
)
def test_columns_too_narrow_to_be_read_are_told_of(
    name: str, columns: int, told: list[str]
) -> None:
    theme, problems = read_theme(name, Path(), Problems(), NOWHERE), Problems()
    assert theme is not None
    briefing = making.briefing(layout=PageLayout(columns=columns))
    check_columns(briefing, theme, problems)
    assert [problem.found.partition(" in the theme")[0] for problem in problems.warnings] == told


@pytest.mark.longer
@pytest.mark.parametrize(("name", "size"), CASES)
def test_a_briefing_in_large_print_is_whole(
    name: str, size: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, out = shutil.copytree(CONTENTS[name], tmp_path / "content"), tmp_path / "out"
    about = content / "briefing.yaml"
    said = KEYS.sub("", about.read_text("utf-8"))
    about.write_text(f"{said}\ntheme: large-print\npage: {size}\n", "utf-8")
    assert run(["build", str(content), "--out", str(out)]) == 0, capsys.readouterr().err
    paper, deck = next(out.glob("*.pdf")), next(out.glob("*.pptx"))
    assert run(["compare", str(paper), str(deck)]) == 0, capsys.readouterr()
    theme = read_theme("large-print", Path(), Problems(), NOWHERE)
    assert theme is not None
    page = geometry(size, theme)
    found = sheets.sheets(paper, page.bottom, page.height)
    assert [pair for each in found for pair in sheets.overlapping(each)] == []
    lines = [line for each in found for line in each.lines]
    assert min(line.left for line in lines) >= page.left - 1
    # The box of a line is a little wider than what it prints.
    assert max(line.right - line.size / 4 for line in lines) <= page.left + page.width
    set_in = [line.size for line in lines for _ in line.text]
    assert sum(1 for each in set_in if each >= 13.9) / len(set_in) > 0.95
    assert min(set_in) >= 11.5  # charts shrink some values that stand on marks
    assert gate.failures(paper) == []
    assert gate.faults(paper) == []
    with pypdfium2.PdfDocument(paper) as document:
        assert document[0].get_size() == pytest.approx(PAGE_SIZES[size], abs=1)
