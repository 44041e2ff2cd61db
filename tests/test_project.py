"""The library: one process builds any contents, in any order, as often as one likes."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

import builder
from builder import Project
from builder.problems import ContentError, MachineError
from tests.shares import share

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parents[1]
OUTPUTS = ("pdf", "pptx")


def copied(name: str, to: Path) -> Path:
    return Path(shutil.copytree(CASES / name, to / name))


def said(out: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(out.iterdir()) if path.suffix[1:] in OUTPUTS]


def afresh(content: Path, out: Path) -> list[bytes]:
    """Return the bytes that a process of its own makes of a content folder."""
    command = [sys.executable, "-m", "builder", "build", str(content), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return said(out)


def with_figure(content: Path, old: str, new: str) -> None:
    figures = content / "figures.yaml"
    text = figures.read_text("utf-8")
    assert old in text
    figures.write_text(text.replace(old, new), "utf-8")


@pytest.mark.longer
def test_one_process_makes_the_same_bytes_as_fresh_ones_whatever_it_built_before(
    tmp_path: Path,
) -> None:
    small, letter = copied("small", tmp_path), copied("letter", tmp_path)
    first, second = Project(small, tmp_path / "a"), Project(letter, tmp_path / "b")
    first.build()
    second.build()
    assert said(second.out) == afresh(letter, tmp_path / "fresh-b")
    with_figure(small, "value: 1200", "value: 1250")
    outcome = first.build()
    assert all(written.fresh for written in outcome.files)
    changed = said(first.out)
    assert changed == afresh(small, tmp_path / "fresh-a")
    with_figure(small, "value: 1250", "value: 1200")
    first.build()
    assert said(first.out) != changed
    assert said(first.out) == afresh(small, tmp_path / "fresh-again")


class Failing:
    """A call of the system that finds the disk full once, after so many that are let pass."""

    def __init__(self, name: str, let_pass: int) -> None:
        self.real, self.left = getattr(os, name), let_pass

    def __call__(self, *arguments: object, **more: object) -> object:
        self.left -= 1
        if self.left == -1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.real(*arguments, **more)


@pytest.mark.longer
@pytest.mark.parametrize("name", share(["fsync", "replace"], 2, 1))
def test_a_call_that_fails_in_a_rebuild_leaves_a_whole_pair_and_the_process_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content = copied("quick", tmp_path)
    project = Project(content, tmp_path / "out")
    project.build()
    old, refused = said(project.out), 0
    with_figure(content, "value: 860", "value: 910")
    new = afresh(content, tmp_path / "fresh")
    for let_pass in range(50):
        failing = Failing(name, let_pass)
        with monkeypatch.context() as broken, suppress(MachineError):
            broken.setattr(os, name, failing)
            project.build()
        assert said(project.out) in (old, new)
        if failing.left >= 0:  # there are no more such calls
            break
        refused += said(project.out) == old
        with_figure(content, "value: 910", "value: 860")
        project.build()
        with_figure(content, "value: 860", "value: 910")
    assert refused
    assert said(project.out) == new


@pytest.mark.longer
def test_projects_may_be_built_in_threads(tmp_path: Path) -> None:
    small, letter = copied("small", tmp_path), copied("letter", tmp_path)
    projects = [
        Project(content, tmp_path / f"{number}")
        for number, content in enumerate((small, letter, small, letter))
    ]
    with ThreadPoolExecutor(len(projects)) as threads:
        list(threads.map(Project.build, projects))
    made = [said(project.out) for project in projects]
    assert made[0] == made[2] == afresh(small, tmp_path / "fresh-a")
    assert made[1] == made[3] == afresh(letter, tmp_path / "fresh-b")


def test_the_library_does_what_the_commands_do(tmp_path: Path) -> None:
    content, out = copied("small", tmp_path), tmp_path / "build"
    assert builder.load(content).figures["quay_cost"].label
    assert [written.fresh for written in builder.build(content, out).files] == [True, True]
    assert builder.check(content, out) == ()
    assert builder.compare(out / "norhaven.pdf", out / "norhaven.pptx").same
    assert not builder.pull(out / "norhaven.pptx", content).changes
    with_figure(content, "value: 1200", "value: 12,50")
    with pytest.raises(ContentError, match="12,50"):
        builder.load(content)
