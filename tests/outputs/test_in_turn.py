"""The files of a very long briefing are made one after another: the same files, as well proved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

import builder.workers
from builder import project
from builder.outputs import making, pdf
from builder.outputs.proof import ProofError
from builder.problems import ContentError, Problems
from builder.verify import read
from builder.verify.fresh import compare_files, to_compare
from tests.shares import share

CASES: Final = Path(__file__).parents[1] / "cases"
HERE: Final = os.getpid()


@pytest.fixture
def as_if_very_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every paper count as a very long one, and the machine have a processor to spare."""
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)
    monkeypatch.setattr(making, "_LONGEST", 0)
    monkeypatch.setattr(making, "_BLOCKS", -1)


def copy_of(case: str, to: Path, **changed: Callable[[str], str]) -> Path:
    """Copy a case, some of its files (by stem) changed."""
    shutil.copytree(CASES / case, to)
    for stem, change in changed.items():
        file = to / f"{stem}.yaml"
        said = change(file.read_text("utf-8"))
        assert said != file.read_text("utf-8")
        file.write_text(said, "utf-8")
    return to


def files_in(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("[!.]*.p*")}


def left_in(out: Path) -> list[str]:
    """Return what is unfinished in an output folder."""
    return [path.name for path in out.glob(".paperdeck/*.part")]


def second_standard(said: str) -> str:
    return said + "\nstandard: ua-2\n"


@pytest.mark.parametrize(
    ("standard", "case"), share([("ua-1", "small"), ("ua-1", "letter"), ("ua-2", "letter")], 3)
)
def test_they_are_the_files_that_are_made_beside_one_another(
    standard: str, case: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    changed = {"briefing": second_standard} if standard == "ua-2" else {}
    content = copy_of(case, tmp_path / "content", **changed)
    project.build(content, tmp_path / "beside", ("paper", "deck"))
    request.getfixturevalue("as_if_very_long")
    said: list[str] = []
    project.build(content, tmp_path / "turn", ("paper", "deck"), said.append)
    assert said[-3:] == ["setting the paper", "finishing the paper", "making the deck"]
    made = files_in(tmp_path / "turn")
    assert len(made) == 2
    assert made == files_in(tmp_path / "beside")
    assert left_in(tmp_path / "turn") == []


@pytest.mark.longer
@pytest.mark.usefixtures("as_if_very_long")
@pytest.mark.parametrize("stage", share(["put_aside", "finish_aside"], 2))
def test_what_a_worker_dies_of_halfway_is_done_again(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, done = getattr(pdf, stage), []

    def dying(*given: Any) -> Any:
        if os.getpid() != HERE:
            given[-1].write_bytes(b"half of it")
            os._exit(9)
        done.append(stage)
        return whole(*given)

    monkeypatch.setattr(pdf, stage, dying)
    project.build(CASES / "small", tmp_path, ("paper", "deck"))
    assert done == [stage]
    readings = [read(path) for path in sorted(tmp_path.glob("[!.]*.p*"))]
    assert [reading.medium for reading in readings] == ["paper", "deck"]


@pytest.mark.longer
@pytest.mark.usefixtures("as_if_very_long")
def test_a_paper_that_says_other_than_planned_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pdf.finish_aside

    def other(aside: Path, path: Path) -> Any:
        first, *rest = whole(aside, path)
        return (replace(first, text=f"{first.text} and more"), *rest)

    monkeypatch.setattr(pdf, "finish_aside", other)
    with pytest.raises(ProofError, match="and more"):
        project.build(CASES / "small", tmp_path, ("paper", "deck"))
    assert files_in(tmp_path) == {}
    assert left_in(tmp_path) == []


@pytest.mark.longer
@pytest.mark.usefixtures("as_if_very_long")
def test_what_is_taller_than_a_page_is_told_as_it_always_is(tmp_path: Path) -> None:
    content = copy_of("small", tmp_path / "content")
    section = content / "sections" / "freight.md"
    section.write_text(f"{section.read_text('utf-8')}\n## {'harbour ' * 3000}\n\nQuay.\n", "utf-8")
    project.plan(content, Problems())  # tells nothing: it is found when the paper is set
    with pytest.raises(ContentError, match=r"freight\.md:.*is taller than a page"):
        project.build(content, tmp_path / "out", ("paper", "deck"))
    assert files_in(tmp_path / "out") == {}
    assert left_in(tmp_path / "out") == []


@pytest.mark.longer
def test_what_is_kept_of_a_file_tells_all_that_two_files_differ_in(tmp_path: Path) -> None:
    other = copy_of("small", tmp_path / "content", figures=lambda said: said.replace(*CHANGED))
    project.build(CASES / "small", tmp_path / "one", ("paper",))
    project.build(other, tmp_path / "two", ("deck",))
    (paper,) = map(read, (tmp_path / "one").glob("*.pdf"))
    (deck,) = map(read, (tmp_path / "two").glob("*.pptx"))
    found = compare_files(paper, deck)
    assert {finding.why.partition(" on ")[0] for finding in found} > {"quay_cost"}
    assert compare_files(to_compare(paper), to_compare(deck)) == found


CHANGED: Final = ("value: 48.50", "value: 47.50")
