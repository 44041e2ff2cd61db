"""Data that is out of the ordinary is set or refused by its name, and is never a bug of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import run
from tests.finished import strings
from tests.test_long_words import content, text

pytestmark = pytest.mark.usefixtures("remembered")

LONG = "Ein sehr langer Name ohne Ende. " * 400
PARTED = "Nord\N{SOFT HYPHEN}west und Süd\N{SOFT HYPHEN}ost"
CHART = "a: {kind: bar, title: Orte, subtitle: Besuche, table: t, x: name, y: [n], source: [s]}\n"


def folder_of(folder: Path, section: str, data: str, charts: str = "") -> Path:
    """Write a folder with one data file, and what is made of it."""
    made = content(folder, briefing="", figures="{}\n", section=f"# Eins\n\n{section}")
    (made / "data").mkdir()
    (made / "data" / "t.csv").write_text(data, encoding="utf-8")
    (made / "charts.yaml").write_text(charts, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("data", "options", "place", "says"),
    [
        (f'g,a,b\n"{LONG}",x,ja\n', ":groups: g\n", "data/t.csv:2", "row 1 of table"),
        (f'a,"{LONG}"\nx,ja\n', "", "sections/eins.md:3", "the head of table"),
    ],
)
def test_what_no_page_holds_of_a_table_is_named_once(
    data: str,
    options: str,
    place: str,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    section = f":::{{table}} t\n:caption: Werte\n{options}:::\n"
    folder = folder_of(tmp_path / "c", section, data)
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert place in said
    assert says in said
    assert "1 problem to mend" in said


def test_names_with_hyphens_that_show_only_at_a_lines_end_are_drawn(tmp_path: Path) -> None:
    """Words from a web page bring them along."""
    folder = folder_of(tmp_path / "c", ":::{chart} a\n:::\n", f"name,n\n{PARTED},8\nOrt,5\n", CHART)
    assert run(["build", str(folder), "--out", str(tmp_path)]) == 0
    assert "Nordwest und Südost" in " ".join(text(tmp_path / "w.pdf").split())
    shown = [said.replace("\N{SOFT HYPHEN}", "") for said in strings(tmp_path / "w.pptx")]
    assert any("Nordwest und Südost" in said for said in shown)
