"""Faults injected on purpose into real builds: `make faults` tries all, a few are part of this."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import layer
from tests.faults.every import SAMPLE

ROOT = Path(__file__).resolve().parents[1]
NEED_THE_LAYER = ("signal", "crash", "power", "fail")


@pytest.fixture(scope="module")
def said() -> str:
    """What the harness says of the sample: a line for each trial, faults set in below it."""
    command = [sys.executable, "-m", "tests.faults", "--sample", "--all"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in SAMPLE}))
def test_a_build_is_hurt_by_no_fault_of_a_kind(said: str, kind: str) -> None:
    if kind in NEED_THE_LAYER and layer.MISSING:
        if os.environ.get("PAPERDECK_REQUIRE_RENDERING") == "1":
            pytest.fail(layer.MISSING)
        pytest.skip(layer.MISSING)
    trials = [line for line in said.splitlines() if f" {kind}: " in line]
    assert len(trials) == sum(each == kind for each, _ in SAMPLE), said
    assert not [line for line in trials if line.startswith("FAULT")], said
