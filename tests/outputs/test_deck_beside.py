"""A paper that is set while a worker plans the deck is the paper that is set after it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

import builder.workers
from builder import project, up_to_date
from builder.cli import run
from builder.outputs import making
from builder.outputs.pptx import slides_by_figure
from builder.problems import Problems

SMALL: Final = Path(__file__).parents[1] / "cases" / "small"
HERE: Final = os.getpid()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content whose charts are drawn, and a machine with a processor to spare."""
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    project.build(folder, tmp_path / "first", ("paper",))
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)
    return folder


def built(content: Path, out: Path) -> dict[str, bytes]:
    """Build both files, none of it in turn; return them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project, "planned", None)
        assert run(["build", str(content), "--out", str(out), "--quiet"]) == 0
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def built_in_turn(content: Path, out: Path) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder.workers, "has_room", lambda: False)
        assert run(["build", str(content), "--out", str(out), "--quiet"]) == 0
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def slides(content: Path) -> dict[str, tuple[int, ...]]:
    return slides_by_figure(project.plan(content, Problems()).deck)


def add_slide(content: Path) -> None:
    """Put a slide before those that there are, so that figures stand on later ones."""
    first = min((content / "sections").glob("*.md"))
    head, mark, rest = first.read_text("utf-8").partition("\n::::{slide}")
    assert mark
    slide = "\n::::{slide} One more slide\n\n- It says little.\n::::\n"
    first.write_text(head + slide + mark + rest, "utf-8")


def test_the_files_are_those_that_are_made_in_turn_also_when_slides_have_moved(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before, files = slides(content), [built(content, out)]
    stamp = up_to_date.read(out)
    assert stamp is not None
    assert stamp.slides == before
    add_slide(content)
    assert slides(content) != before
    files.append(built(content, out))
    assert files[0] != files[1]
    assert files[1] == built_in_turn(content, tmp_path / "turn")
    assert len(files[1]) == 2


def test_the_paper_is_set_once_where_the_slides_stay(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder.outputs import pdf

    times = []
    setting = pdf.set_paper
    monkeypatch.setattr(pdf, "set_paper", lambda *how: times.append(how) or setting(*how))
    built(content, tmp_path / "out")
    assert len(times) == 2  # nothing was known of the slides
    section = min((content / "sections").glob("*.md"))
    section.write_text(section.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    built(content, tmp_path / "out")
    assert len(times) == 3


@pytest.mark.longer
@pytest.mark.parametrize("dies", ["planned", "made"])
def test_a_worker_that_dies_costs_only_time(
    dies: str, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = getattr(making._Deck, dies)

    def dying(self: object, *told: object) -> object:
        return work(self, *told) if os.getpid() == HERE else os._exit(9)

    monkeypatch.setattr(making._Deck, dies, dying)
    assert built(content, tmp_path / "out") == built_in_turn(content, tmp_path / "turn")


def test_all_that_is_wrong_is_told_as_check_tells_it(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = min((content / "sections").glob("*.md"))
    wide = "\n".join(f"- {'word ' * 600}" for _ in range(3))
    slide = f"\n::::{{slide}} Too much\n:layout: statement\n\n{wide}\n::::\n"
    first.write_text(first.read_text("utf-8") + slide, "utf-8")
    told = []
    for command in ("build", "check"):
        assert run([command, str(content), "--out", str(tmp_path / "out"), "--quiet"]) == 1
        told.append(capsys.readouterr().err.replace("; no file was written", ""))
    assert "error" in told[0]
    assert told[0] == told[1]
