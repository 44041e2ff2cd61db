"""Commands where people are: the content that is here is found, and nothing hidden is printed."""

from __future__ import annotations

import json
import shutil
import sys
from io import StringIO
from pathlib import Path

import pytest

from builder.cli import run
from builder.cli.options import progressing
from tests.shares import share

SMALL = Path(__file__).parent / "cases" / "small"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder that holds one content folder, under a name of its own."""
    shutil.copytree(SMALL, tmp_path / "harbour")
    return tmp_path


@pytest.mark.parametrize("here", share(["harbour", "harbour/sections", "harbour/data", "."], 4, 1))
def test_the_content_is_found_from_where_one_stands(
    here: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home / here)
    assert run(["trace", "freight_sea"]) == 0, capsys.readouterr().err
    assert capsys.readouterr().out.startswith("freight_sea: ")
    assert run(["check"]) == 0, capsys.readouterr().err
    assert not list((home / here).glob("build"))


def test_of_several_contents_one_must_be_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, home / "quay")
    monkeypatch.chdir(home)
    assert run(["trace", "freight_sea"]) == 2
    assert "no content folder is named: name one of harbour, quay" in capsys.readouterr().err


def test_where_there_is_no_content_the_next_step_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 2
    said = capsys.readouterr().err
    assert "name a folder that holds a briefing.yaml, or start one: paperdeck new DIR" in said


@pytest.mark.parametrize(
    "hidden", share(["\u202e", "\u2066", "\u200f", "\x1b[31m", "\x9b", "\ufeff"], 3)
)
def test_no_message_prints_a_hidden_character(
    hidden: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    folder = home / f"ha{hidden}rbour"
    (home / "harbour").rename(folder)
    (folder / "data" / f"x{hidden}y.txt").write_text("x")
    figures = folder / "figures.yaml"
    figures.write_text(figures.read_text("utf-8") + f"wro{hidden[:1]}ng:\n  label: {hidden}\n")
    shown = f"<U+{ord(hidden[0]):04X}>"
    for words in (["check", folder.name], ["trace", f"a{hidden}", folder.name], [f"a{hidden}"]):
        assert run(words) in (1, 2)
        said = capsys.readouterr()
        assert hidden[0] not in said.out + said.err
        # click quotes a word that is no command as Python would
        assert shown in said.err or repr(f"a{hidden}") in said.err
    assert run(["check", folder.name, "--format", "json"]) == 1
    said = capsys.readouterr()
    assert hidden[0] not in said.err
    assert hidden in json.loads(said.err)[0]["place"]["file"]


class _Terminal(StringIO):
    """Takes what is printed as a terminal would."""

    def isatty(self) -> bool:
        return True

    @property
    def line(self) -> str:
        """What stands in the last line: a carriage return begins it anew."""
        line = ""
        for written in self.getvalue().rpartition("\n")[2].split("\r"):
            line = written + line[len(written) :]
        return line.rstrip()


def test_a_terminal_shows_the_stage_at_work_alone_and_is_left_clean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progressing(quiet=False) as progress:
        assert terminal.line == "starting"
        for stage in ("planning the pages and slides", "setting the paper"):
            progress(stage)
            assert terminal.line == stage
    assert terminal.line == ""
    assert terminal.getvalue().endswith("\r")


@pytest.mark.parametrize(("stream", "quiet"), [(StringIO, False), (_Terminal, True)])
def test_a_pipe_or_one_who_wants_quiet_sees_no_stages(
    stream: type[StringIO], quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    with progressing(quiet) as progress:
        progress("setting the paper")
    assert sys.stderr.getvalue() == ""
