"""Warnings let a build pass, and stop a strict one, whether it is new or up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.cli import run

SMALL = Path(__file__).parent / "cases" / "small"
WARNED = 'unbound number in words "nine"'


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content that is sound but for one warning."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, "content")
    section = Path("content/sections/passengers.md")
    section.write_text(section.read_text("utf-8").replace("The *Quay 7*", "Of nine, the *Quay 7*"))
    return Path("content")


def test_a_strict_check_fails_for_a_warning(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(content)]) == 0
    assert f"content/sections/passengers.md:18:37: warning: {WARNED}" in capsys.readouterr().err
    assert run(["check", str(content), "--strict"]) == 1
    said = capsys.readouterr().err
    assert f"content/sections/passengers.md:18:37: error: {WARNED}" in said
    assert "warning" not in said
    assert said.endswith("1 problem to mend; no file was written\n")


@pytest.mark.longer
def test_a_strict_build_writes_nothing_and_finds_the_warnings_of_one_that_is_up_to_date(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", str(content), "--strict"]) == 1
    assert not Path("build").exists()
    assert run(["report", str(content)]) == 0
    written = Path("build/norhaven.pdf").read_bytes()
    assert run(["report", str(content)]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[-1] == "build/norhaven.pdf is up to date"
    assert run(["report", str(content), "--strict"]) == 1
    assert f"error: {WARNED}" in capsys.readouterr().err
    assert Path("build/norhaven.pdf").read_bytes() == written


@pytest.mark.longer
def test_a_strict_build_without_warnings_is_as_any_other(tmp_path: Path) -> None:
    assert run(["report", str(SMALL), "--out", str(tmp_path / "out"), "--strict"]) == 0
