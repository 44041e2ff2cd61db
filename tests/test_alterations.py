"""Finished files altered as a person or a program could: each alteration is reported.

A share of the kinds, of a fixed seed; `python -m tests.alterations` runs them all.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from tests.alterations.every import KINDS
from tests.alterations.pairs import Pair, built
from tests.alterations.saved import PROGRAMS, Program, save_again
from tests.alterations.trial import REPORTED, compared, trials
from tests.shares import share

pytestmark = pytest.mark.longer

SEED = 9
_NAMES: dict[str, list[str]] = defaultdict(list)
for kind in KINDS.values():
    _NAMES[kind.group].append(kind.name)
# Every third kind of each group: the suite has no time for all of them.
SHARE = [name for names in _NAMES.values() for name in names[::3]]
# Written by programs that a test may call without waiting for them.
QUICK = [program for program in PROGRAMS if program.name.startswith(("pikepdf", "pdfium", "zip"))]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    return built(tmp_path_factory.mktemp("pairs"), ("letter", "years"))


def test_untouched_pairs_agree(pairs: list[Pair]) -> None:
    for pair in pairs:
        status, said = compared(pair.paper, pair.deck)
        assert status == 0, said


@pytest.mark.parametrize("name", share(SHARE, 32))
def test_an_alteration_is_reported(name: str, pairs: list[Pair], tmp_path: Path) -> None:
    turn = Random(f"{SEED}/{name}").randrange(len(pairs))
    turned = pairs[turn:] + pairs[:turn]
    (trial,) = trials(turned, tmp_path, SEED, 1, [KINDS[name]])
    status, said = compared(*trial.files())
    assert status == REPORTED, f"{trial.place} in {trial.pair.name}: exit {status}\n{said}"


@pytest.mark.parametrize("program", share(QUICK, 12), ids=lambda program: program.name)
def test_a_file_saved_again_says_the_same(
    program: Program, pairs: list[Pair], tmp_path: Path
) -> None:
    pair = pairs[0]
    again = save_again(program, pair.file(program.medium), tmp_path)
    files = (again, pair.deck) if program.medium == "paper" else (pair.paper, again)
    status, said = compared(*files)
    assert status == 0, said
    assert "saved again" in said or "cannot be proved" in said, said
