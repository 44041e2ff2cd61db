"""A file that is cut off, or a pair with nothing to compare, is exit 2: never 0."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation

from builder.cli import run
from tests.shares import share
from tests.verify.making import deck, paper


@pytest.mark.parametrize("kept", share([0.05, 0.3, 0.5, 0.9, 0.99], 5, 1))
@pytest.mark.parametrize("kind", ["paper", "deck"])
def test_a_file_that_is_cut_off_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, kept: float
) -> None:
    made = {"paper": paper(tmp_path / "made.pdf"), "deck": deck(tmp_path / "made.pptx")}
    data = made[kind].read_bytes()
    made[kind].write_bytes(data[: int(len(data) * kept)])
    assert run(["compare", str(made["paper"]), str(made["deck"])]) == 2
    said = capsys.readouterr().err
    assert f"Error: {made[kind]}" in said
    assert len(said.splitlines()) == 1


@pytest.mark.longer
def test_two_files_of_other_origin_have_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf")
    Presentation().save(str(tmp_path / "empty.pptx"))
    slides = Presentation()
    slides.slides.add_slide(slides.slide_layouts[5])
    slides.save(str(tmp_path / "a.pptx"))
    assert run(["compare", str(tmp_path / "a.pdf"), str(tmp_path / "a.pptx")]) == 2
    assert "carries a ledger of figures" in capsys.readouterr().err
    assert run(["compare", str(tmp_path / "a.pdf"), str(tmp_path / "empty.pptx")]) == 2
