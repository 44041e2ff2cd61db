"""A fault and a copy of the project in; whether its tests tell, out.

The fault is only ever put into the copy. Of its tests those that draw pages and slides with other
programs are left out: they take minutes, and browsers want more room than a trial has.
"""

from __future__ import annotations

import compileall
import os
import py_compile
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final, Literal

from tests.mutants.operators import Mutant
from tests.mutants.relevant import RECORDED, others, stages

ROOT: Final = Path(__file__).parents[2]
_PARTS: Final = ("assets", "builder", "content", "docs", "tests")
_ROOM: Final = 6 << 30  # bytes of memory: a fault may make a loop that fills a list
_TOLD: Final = re.compile(r"^(?:FAILED|ERROR) ([^\s\[]+)", re.MULTILINE)
_sound: Final[set[str]] = set()  # tests that passed without a fault
_ALL_WELL: Final = (0, 5)  # as pytest says that all passed, or that none was asked for


@dataclass(frozen=True)
class Trial:
    """What became of a fault; `told` is the test that failed, as pytest names it, or its file."""

    mutant: Mutant
    outcome: Literal["killed", "survived", "timed out"]
    told: str
    seconds: float


def copy(folder: Path) -> Path:
    """Copy what tests need of the project into a new folder, compiled; return the folder."""
    for part in _PARTS:
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", ".*")
        )
    for file in (path for path in ROOT.iterdir() if path.is_file()):
        shutil.copy(file, folder)
    if (ROOT / ".venv").exists():
        (folder / ".venv").symlink_to(ROOT / ".venv")
    # By its digest: a fault of the same length, put in within the same second, is seen.
    by_digest = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(folder / "builder", quiet=1, invalidation_mode=by_digest)
    return folder


def tried(mutant: Mutant, folder: Path, seconds: float) -> Trial:
    """Put a fault into a copy, run what tests its module until one fails, and take it out.

    Then all other tests of `make test` are run: what a folder does shows in files of all.

    A test that fails without the fault, too, tells of nothing: the others are asked without it.
    """
    module = folder / mutant.module
    whole = module.read_bytes()
    begun = time.monotonic()
    useless: list[str] = []
    try:
        # What takes longer tells of few faults that the others do not: it is asked last.
        ours, rest = stages(mutant.module, folder), others(mutant.module, folder)
        once = (*product(("no",), ours), ("too", RECORDED), ("no", rest))
        asked = (*once, *product(("only",), ours))
        for longer, files in asked:
            while True:
                module.write_bytes(mutant.put_into(whole))
                left = seconds - (time.monotonic() - begun)
                told = failing(files, folder, left, useless, longer)
                module.write_bytes(whole)
                if not told:
                    break
                if told in _sound or not failing((told,), folder, seconds):
                    _sound.add(told)
                    return Trial(mutant, "killed", told, time.monotonic() - begun)
                useless.append(told)
    except subprocess.TimeoutExpired:
        return Trial(mutant, "timed out", "", time.monotonic() - begun)
    finally:
        module.write_bytes(whole)
    return Trial(mutant, "survived", "", time.monotonic() - begun)


def failing(
    tests: Sequence[str],
    folder: Path,
    seconds: float,
    without: Sequence[str] = (),
    longer: str = "too",
) -> str:
    """Return the first of a copy's tests that fails, "" where none does; some are left out.

    `longer` says whether those are run that `make test` leaves to `make test-more`, as pytest's
    option does.

    Raises:
        TimeoutExpired: they took longer than so many seconds.
    """
    files = [name for name in tests if name not in without]
    if not files:
        return ""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not rendering and not browser"]
    command += ["-p", "no:cacheprovider", "--hypothesis-seed=0", "--tb=no", f"--longer={longer}"]
    command += [f"--basetemp={folder / 'tmp'}", *files]
    command += [f"--deselect={name}" for name in without if "::" in name]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as running:
        resource.prlimit(running.pid, resource.RLIMIT_AS, (_ROOM, _ROOM))
        try:
            said, _ = running.communicate(timeout=max(seconds, 1))
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    if running.returncode in _ALL_WELL:
        return ""
    told = _TOLD.search(said)
    return told[1] if told else tests[0]
