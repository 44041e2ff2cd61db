"""`paperdeck watch`: whatever is saved is built at once, and the last good files stay."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import Project
from builder.watching import changes

SMALL = Path(__file__).parent / "cases" / "small"
PATIENCE = 120.0  # seconds after which a line is taken never to come, however busy the machine is


class Watching:
    """A running `paperdeck watch`, and the lines that it says on either stream."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "builder", "watch", "content"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self, *words: str) -> str:
        """Return the next line that has all of some words."""
        while True:
            said = self.lines.get(timeout=PATIENCE)
            if all(word in said for word in words):
                return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it so
    running = Watching(folder)
    signal.signal(signal.SIGINT, ignored)
    yield running
    running.process.kill()
    running.process.wait()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_saved_is_built_and_what_changed_is_told_in_a_line(
    folder: Path, watching: Watching
) -> None:
    files = [folder / "build" / f"norhaven.{ending}" for ending in ("pdf", "pptx")]
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ", " s")
    first = [file.read_bytes() for file in files]
    figures = folder / "content" / "figures.yaml"

    change(figures, "value: 1200", "value: 1250")
    said = watching.line("figures.yaml changed: build/norhaven.pdf and build/norhaven.pptx in ")
    assert "1,200" in said
    assert "-> " in said
    assert "1,250" in said
    second = [file.read_bytes() for file in files]
    assert all(new != old for new, old in zip(second, first, strict=True))

    change(figures, "value: 1250", "value: 12,50")
    watching.line("content/figures.yaml:", "is not a number or a date")
    assert [file.read_bytes() for file in files] == second

    change(figures, "value: 12,50", "value: 1200")
    watching.line("figures.yaml changed: ", "1,250", "-> ", "1,200")
    assert [file.read_bytes() for file in files] == first


@pytest.mark.longer
def test_figures_that_change_are_told_where_the_first_look_finds_all_up_to_date(
    folder: Path,
) -> None:
    Project(folder / "content", folder / "build").build()
    watching = Watching(folder)
    try:
        watching.line("build/norhaven.pdf and build/norhaven.pptx are up to date")
        change(folder / "content" / "figures.yaml", "value: 1200", "value: 1250")
        watching.line("figures.yaml changed: ", "1,200", "-> ", "1,250")
    finally:
        watching.process.kill()
        watching.process.wait()


@pytest.mark.longer
def test_a_content_folder_may_go_and_come_back(folder: Path, watching: Watching) -> None:
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ")
    content = folder / "content"
    content.rename(folder / "elsewhere")
    change(folder / "elsewhere" / "figures.yaml", "value: 1200", "value: 1250")
    (folder / "elsewhere").rename(content)
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ", "1,200", "-> ", "1,250")
    (content / "figures.yaml").rename(folder / "kept.yaml")
    watching.line("unknown figure", "freight_sea")
    (folder / "kept.yaml").rename(content / "figures.yaml")
    watching.line("are up to date")


@pytest.mark.longer
def test_a_file_whose_name_is_no_text_ends_nothing(folder: Path, watching: Watching) -> None:
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ")
    path = os.fsencode(folder / "content" / "sections") + b"/\xff.md"
    with open(path, "wb") as file:
        file.write(b"# Named\n")
    watching.line("that is not UTF-8 in the file's name")
    os.unlink(path)
    change(folder / "content" / "figures.yaml", "value: 1200", "value: 1250")
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ", "1,200", "-> ", "1,250")


@pytest.mark.longer
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(
    folder: Path, watching: Watching, number: signal.Signals
) -> None:
    watching.line("build/norhaven.pdf and build/norhaven.pptx in ")
    watching.process.send_signal(number)
    assert watching.process.wait(PATIENCE) == 128 + number
    watching.line("stopped")
    left = {path.name for path in (folder / "build").rglob("*")}
    assert left == {".paperdeck", "lock", "norhaven.pdf", "norhaven.pptx"}


def test_files_that_are_saved_or_deleted_are_named(folder: Path) -> None:
    content = folder / "content"
    told = changes(content, folder / "build")
    assert next(told) == ()
    change(content / "figures.yaml", "value: 1200", "value: 1250")
    assert next(told) == ("figures.yaml",)
    (content / "figures.yaml").unlink()
    assert next(told) == ("figures.yaml",)
