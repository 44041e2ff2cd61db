"""What number formats of a workbook say beside numbers stands in the charts of both files."""

from __future__ import annotations

import re

import pytest
import xlsxwriter

from builder import project
from builder.verify import read
from tests.content.reading import write

pytestmark = pytest.mark.usefixtures("remembered")

DRAWS = "table: w, x: Region, source: [s]"
FILES = {
    "briefing.yaml": "title: A title\nslug: a\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n",
    "sources.yaml": "s: {title: A survey}\n",
    "workbooks.yaml": "w: {workbook: data/w.xlsx}\n",
    "charts.yaml": f"""
shares: {{kind: bar, title: Shares, {DRAWS}, y: [Share]}}
costs: {{kind: column, title: Costs, {DRAWS}, y: [Cost]}}
thousands: {{kind: bar, title: Grants, {DRAWS}, y: [Grant (k)]}}
mixed: {{kind: grouped, title: Both, {DRAWS}, y: [Share, Homes]}}
stated: {{kind: bar, title: Stated, {DRAWS}, y: [Rent], unit: EUR}}
""",
}
NAMES = ("shares", "costs", "thousands", "mixed", "stated")
FORMATS = ("0.0%", '"£"#,##0.00', '"£"#,##0', "0", '"£"#,##0')
ROWS = (("North", 0.345, 1234.5, 51, 41, 71), ("South", 0.05, 99.25, 52, 42, 72))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what the paper and the deck say, with their alternative texts."""
    folder = tmp_path_factory.mktemp("signs")
    shown = "\n\n".join(f":::{{chart}} {name}\n:::" for name in NAMES)
    slides = "\n".join(f"::::{{slide}} On {n}\n:::{{chart}} {n}\n:::\n::::\n" for n in NAMES)
    write(folder / "content", {**FILES, "sections/one.md": f"# One\n\n{shown}\n\n{slides}"})
    (folder / "content" / "data").mkdir(exist_ok=True)
    with xlsxwriter.Workbook(str(folder / "content" / "data" / "w.xlsx")) as book:
        sheet = book.add_worksheet("Sheet")
        sheet.write_row("A1", ["Region", "Share", "Cost", "Grant (k)", "Homes", "Rent"])
        for at, (name, *numbers) in enumerate(ROWS):
            sheet.write(1 + at, 0, name)
            for place, (number, code) in enumerate(zip(numbers, FORMATS, strict=True)):
                sheet.write(1 + at, 1 + place, number, book.add_format({"num_format": code}))
    project.build(folder / "content", folder, ("paper", "deck"))
    return {
        kind: re.sub(r"[ \u00a0\u202f]+", " ", "\n".join(place.text for place in read(file).places))
        for kind, file in (("paper", folder / "a.pdf"), ("deck", folder / "a.pptx"))
    }


@pytest.mark.parametrize("kind", ["paper", "deck"])
def test_a_chart_prints_the_sign_that_the_workbook_shows(said: dict[str, str], kind: str) -> None:
    for text in ("34.5%", "5.0%", "£1,234.50", "£99.25"):
        assert text in said[kind], text


@pytest.mark.parametrize("kind", ["paper", "deck"])
def test_what_the_author_states_and_what_heads_say_is_not_overruled(
    said: dict[str, str], kind: str
) -> None:
    assert "€71" in said[kind]
    assert "£71" not in said[kind]
    assert "£51" not in said[kind]  # of thousands
    assert "41%" not in said[kind]  # one axis has not two units
