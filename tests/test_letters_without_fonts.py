"""Letters that no font of the theme has are told by the words that they stand in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.cli import run

SMALL = Path(__file__).parent / "cases" / "noted"

pytestmark = pytest.mark.usefixtures("remembered")


def test_each_word_is_told_once_with_all_its_letters(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    data = tmp_path / "content/data/leistung.csv"
    data.write_text(
        data.read_text("utf-8") + "北京,1\nשלום,2\n京北京,3\n".replace(",", ";"), "utf-8"
    )
    assert run(["check", str(tmp_path / "content"), "--quiet"]) == 1
    told = [line for line in capfd.readouterr().err.splitlines() if "no font" in line]
    said = [line.partition("characters ")[2] for line in told]
    assert '"京" (U+4EAC), "北" (U+5317), in "北京"' in said
    assert {line.rpartition(", in ")[2] for line in said} == {'"北京"', '"שלום"', '"京北京"'}
    assert len(said) == 3
