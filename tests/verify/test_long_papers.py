"""A long paper is sealed and read back in another process: nothing of it may be lost between."""

from __future__ import annotations

from pathlib import Path

import pytest

import builder.workers
from builder import project
from builder.outputs.pdf.write import finished, writer
from builder.verify import pdf, read_paper

CONTENT = Path(__file__).parents[1] / "cases" / "small"


@pytest.fixture
def as_if_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every paper count as a long one, and the machine have a processor to spare."""
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)
    monkeypatch.setattr(writer, "MANY_PLACES", 0)
    monkeypatch.setattr(finished, "MANY_PLACES", 0)
    monkeypatch.setattr(pdf, "_LONG", 0)


@pytest.mark.longer
def test_it_says_in_two_processes_what_it_says_in_one(
    house: Path, request: pytest.FixtureRequest
) -> None:
    (paper,) = house.glob("*.pdf")
    alone = read_paper(paper)
    request.getfixturevalue("as_if_long")
    assert read_paper(paper) == alone


@pytest.mark.longer
def test_it_is_the_same_file_that_one_process_writes(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    project.build(CONTENT, tmp_path / "alone", ("paper",))
    request.getfixturevalue("as_if_long")
    project.build(CONTENT, tmp_path / "beside", ("paper",))
    (alone,), (beside,) = ((tmp_path / name).glob("*.pdf") for name in ("alone", "beside"))
    assert alone.read_bytes() == beside.read_bytes()
