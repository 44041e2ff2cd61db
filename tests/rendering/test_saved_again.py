"""A deck that LibreOffice has saved again is still compared, and what was dropped is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import run
from tests.altering import packed, unpacked
from tests.rendering.render import converted

pytestmark = pytest.mark.rendering


@pytest.fixture(scope="module")
def files(house: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The paper, the deck, and the deck saved again."""
    folder = tmp_path_factory.mktemp("saved")
    (paper,), (deck,) = house.glob("*.pdf"), house.glob("*.pptx")
    (again,) = converted([deck], folder, "pptx")
    return paper, deck, again


@pytest.mark.parametrize("other", [0, 1], ids=["paper", "deck"])
def test_what_is_left_agrees_and_what_was_dropped_is_named(
    files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str], other: int
) -> None:
    assert run(["compare", str(files[other]), str(files[2])]) == 0
    said = capsys.readouterr().out
    assert "has lost what some programs drop when they save a file again:" in said
    assert "workbooks of charts on slides" in said
    assert said.endswith("\nthe same figures, as far as they can be read\n")


def test_a_number_changed_before_it_was_saved_is_told(
    files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    members = unpacked(files[2].read_bytes())
    part = next(p for p, d in sorted(members.items()) if "slides/s" in p and b"&gt;3,700" in d)
    members[part] = members[part].replace(b"&gt;3,700", b"&gt;4,700")
    (tmp_path / "edited.pptx").write_bytes(packed(members))
    assert run(["compare", str(files[0]), str(tmp_path / "edited.pptx")]) == 3
    assert "4,700: no figure, date or name owns it" in capsys.readouterr().out
