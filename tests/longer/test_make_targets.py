"""Every target that the Makefile has is made in a copy of the project, as the README says it.

The copy's environment is one of names only: its programs are those that run these tests, told to
take the copy's code, so that nothing is fetched and no other environment is touched. `make lock`
asks the registry, and is left out.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CASES = json.loads((ROOT / "tests" / "cases" / "make_targets.json").read_text("utf-8"))
NOT_MADE = {"lock"}
BY_HAND = {"watch", "preview", "test-more", "clean"}
PARTS = {"alterations", "fuzz", "hostile", "mutations"}  # of test-more, which runs them
NOTHING_ASKED = 5  # as pytest says that no test was asked for


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What `make` and what it starts are told, with a cache of their own."""
    home = tmp_path_factory.mktemp("home")
    ours = ("PYTHONPATH", "PYTEST_", "MAKE", "PAPERDECK")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"XDG_CACHE_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project whose .venv is ready, and leads to what runs these tests."""
    folder = tmp_path_factory.mktemp("made").resolve() / "paperdeck"
    left = {".git", ".venv", "build", *(ROOT / ".gitignore").read_text("utf-8").split("\n")}
    copytree(
        ROOT,
        folder,
        ignore=lambda at, names: {
            name
            for name in names
            if name == "__pycache__" or (Path(at) == ROOT and (name in left or name[0] == "."))
        },
    )
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, words in {"python": "", "paperdeck": "-m builder"}.items():
        started = f"PYTHONPATH={shlex.quote(str(folder))} exec {shlex.quote(sys.executable)}"
        (programs / name).write_text(f'#!/bin/sh\n{started} {words} "$@"\n')
        (programs / name).chmod(0o755)
    (folder / ".venv" / ".home").write_text(str(folder))
    for stamp in (".stamp-runtime", ".stamp-dev"):
        (folder / ".venv" / stamp).touch()
    return folder


def make(clone: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run `make` in the copy; refuse to have it install anything."""
    return subprocess.run(
        ["make", f"PYTHON={clone / 'no-such-python'}", *words],
        cwd=clone,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
    )


def test_every_target_is_made_here_but_the_one_that_asks_a_registry() -> None:
    targets = set(re.findall(r"(?m)^([a-z][a-z-]*):[^=]", MAKEFILE))
    called = {word for case in CASES for word in case["make"] if "=" not in word}
    assert called | BY_HAND | PARTS | NOT_MADE == targets


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(["make", *case["make"]]))
def test_a_target_does_what_is_said_of_it(
    case: dict[str, Any], clone: Path, environment: dict[str, str]
) -> None:
    for words in case.get("before", []):
        subprocess.run(
            [clone / ".venv" / "bin" / "paperdeck", *shlex.split(words)],
            cwd=clone,
            env=environment,
            check=True,
            capture_output=True,
        )
    done = make(clone, environment, *case["make"])
    assert done.returncode in case.get("ends", [0]), done.stdout + done.stderr
    assert "Installing" not in done.stdout
    for pattern in case["says"]:
        assert re.search(pattern, done.stdout + done.stderr), done.stdout + done.stderr
    for name in case.get("writes", []):
        file = clone / name
        assert file.stat().st_size > 1000
        file.unlink()


def test_an_environment_that_a_link_leads_to_is_not_emptied(
    environment: dict[str, str], tmp_path: Path
) -> None:
    others = tmp_path / "others"
    (others / "bin").mkdir(parents=True)
    (others / "bin" / "python").write_text("#!/bin/sh\n")
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "Makefile").write_text(MAKEFILE, "utf-8")
    (folder / ".venv").symlink_to(others)
    done = subprocess.run(
        ["make", f"PYTHON={sys.executable}", "report"],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode != 0
    assert ".venv is a link" in done.stderr
    assert (others / "bin" / "python").exists()


def test_help_tells_of_every_target_that_the_readme_names(
    clone: Path, environment: dict[str, str]
) -> None:
    said = make(clone, environment, "help").stdout
    told = set(re.findall(r"(?m)^  ?([a-z-]+) ", said))
    assert set(re.findall(r"`make ([a-z][a-z-]*)", README)) <= told


@pytest.mark.parametrize(("target", "more"), [("watch", ()), ("preview", ("ARGS=--no-open",))])
def test_what_follows_saves_builds_until_it_is_interrupted(
    target: str, more: tuple[str, ...], clone: Path, environment: dict[str, str]
) -> None:
    watching = subprocess.Popen(
        ["make", target, "CONTENT=tests/cases/small", f"OUT=followed-by-{target}", *more],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        waiting = time.monotonic() + 120
        out = clone / f"followed-by-{target}"
        while len(made := list(out.glob("[!.]*.p*"))) < 2:
            assert time.monotonic() < waiting
            assert watching.poll() is None
            time.sleep(0.05)
    finally:
        os.killpg(watching.pid, signal.SIGINT)
        watching.wait(60)
    assert {file.suffix for file in made} == {".pdf", ".pptx"}


def commands(clone: Path, environment: dict[str, str], *words: str) -> list[str]:
    """Return the commands of a target, which are not run."""
    said = make(clone, environment, "--dry-run", *words).stdout.replace("\\\n", " ")
    return [line for line in said.splitlines() if " -m " in line]


def test_what_takes_longer_is_run_in_parts_each_of_which_is_a_target_too(
    clone: Path, environment: dict[str, str]
) -> None:
    tests, *parts = commands(clone, environment, "test-more", "ARGS=-k nothing_is_called_so")
    assert "--longer only" in tests
    done = subprocess.run(["sh", "-c", tests], cwd=clone, env=environment, capture_output=True)
    assert done.returncode == NOTHING_ASKED, done.stdout.decode()
    for target, part in zip(sorted(PARTS), sorted(parts), strict=True):
        (alone,) = commands(clone, environment, target)
        assert part.startswith(alone.strip())


def test_clean_leaves_the_environment_alone(clone: Path, environment: dict[str, str]) -> None:
    for name in ("build", ".pytest_cache", "builder/__pycache__", ".venv/__pycache__"):
        (clone / name).mkdir(exist_ok=True)
    assert make(clone, environment, "clean").returncode == 0
    assert not (clone / "build").exists()
    assert not (clone / ".pytest_cache").exists()
    assert not (clone / "builder" / "__pycache__").exists()
    assert (clone / ".venv" / "__pycache__").exists()
