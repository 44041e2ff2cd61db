"""The generator at length: alter finished files, compare, and say which alterations were missed.

With --saved, pairs are saved again by other programs instead, and what `compare` says is listed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import ceil
from pathlib import Path

from click import echo

from tests.alterations.every import KINDS
from tests.alterations.judge import visible
from tests.alterations.kinds import PIXELS, Kind
from tests.alterations.pairs import CONTENTS, Pair, built, resaved
from tests.alterations.saved import PROGRAMS, MissingProgramError, save_again
from tests.alterations.trial import REPORTED, Trial, compared, trials

# Of each entry of the list.
_LEAST = 10
_COLUMNS = f"{'made':>5}{'met':>5}{'reported':>10}{'missed':>8}"


def main() -> int:
    """Return 0 where no untouched pair is accused, and 99 of 100 alterations that can be seen are
    reported; else 1.
    """
    given = _arguments()
    pairs = built(given.out / "pairs", tuple(given.pairs.split(",")))
    accused = _print_untouched(pairs)
    if given.saved:
        _print_saved(pairs, given.out / "saved")
        return int(accused)
    if given.resaved:
        pairs = resaved(pairs, given.out / "resaved")
        accused |= _print_untouched(pairs)
    kinds = [kind for kind in KINDS.values() if given.kind in kind.name]
    made = _made(pairs, kinds, given)
    statuses = _statuses(made, given.jobs)
    seen: dict[Path, bool] = {}
    if given.judge:
        seen = visible({trial.altered: trial.pair.file(trial.kind.medium) for trial in made})

    def met(trial: Trial) -> bool:
        return trial.kind.met != PIXELS or seen.get(trial.altered, True)

    _print(made, statuses, met)
    missed = sum(statuses[trial.altered] != REPORTED and met(trial) for trial in made)
    return int(accused or missed * 100 > len(made))


def _statuses(made: Sequence[Trial], jobs: int) -> dict[Path, int]:
    """Compare each altered file with the other of its pair, so many at once: exit statuses."""
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        found = pool.map(_status, [trial.files() for trial in made], chunksize=4)
    return {trial.altered: status for trial, status in zip(made, found, strict=True)}


def _status(files: tuple[Path, Path]) -> int:
    return compared(*files)[0]


def _made(pairs: Sequence[Pair], kinds: Sequence[Kind], given: argparse.Namespace) -> list[Trial]:
    """Draw the kinds evenly, those of small groups more often: each group has its ten."""
    groups: dict[str, list[Kind]] = defaultdict(list)
    for kind in kinds:
        groups[kind.group].append(kind)
    each = max(1, round(given.count / len(kinds)))
    least = 0 if given.kind else _LEAST
    out = given.out / "altered"
    return [
        trial
        for held in groups.values()
        for trial in trials(pairs, out, given.seed, max(each, ceil(least / len(held))), held)
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.alterations", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="alterations in all, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="only kinds whose names contain this")
    parser.add_argument("--pairs", default=",".join(CONTENTS), help="of " + ", ".join(CONTENTS))
    parser.add_argument("--jobs", type=int, default=1, help="how many at once (1)")
    parser.add_argument("--judge", action="store_true", help="render, and say what can be seen")
    parser.add_argument("--saved", action="store_true", help="save pairs again; alter nothing")
    parser.add_argument(
        "--resaved", action="store_true", help="alter decks that LibreOffice saved again"
    )
    parser.add_argument("--out", type=Path, default=Path("build/alterations"))
    return parser.parse_args()


def _print_untouched(pairs: Sequence[Pair]) -> bool:
    """Print a line for each untouched pair, and say whether one is accused."""
    accused = False
    for pair in pairs:
        status, said = compared(pair.paper, pair.deck)
        echo(f"untouched {pair.name}: exit {status}" + (f"\n{said}" if status else ""))
        accused |= status != 0
    return accused


def _print_saved(pairs: Sequence[Pair], out: Path) -> None:
    """Print a line for each program and pair: compared with the pair's other, and with itself."""
    echo(f"{'program':36} {'pair':9} {'other':>6} {'itself':>7}  says “saved again”; ends with")
    for program in PROGRAMS:
        for pair in pairs:
            try:
                again = save_again(program, pair.file(program.medium), out / pair.name)
            except MissingProgramError as error:
                echo(f"{program.name:36} not tried: {error} is not installed")
                break
            files = (again, pair.deck) if program.medium == "paper" else (pair.paper, again)
            status, said = compared(*files)
            itself, _ = compared(pair.file(program.medium), again)
            says = "yes" if "saved again" in said else "no"
            end = said.strip().splitlines()[-1]
            echo(f"{program.name:36} {pair.name:9} {status:6} {itself:7}  {says}; {end}")


def _print(made: Sequence[Trial], statuses: dict[Path, int], met: Callable[[Trial], bool]) -> None:
    """Print a line for each kind, then every alteration that a reader meets and nobody reports."""

    def numbers(some: Sequence[Trial]) -> str:
        reported = sum(statuses[trial.altered] == REPORTED for trial in some)
        to_meet = [trial for trial in some if met(trial)]
        missed = sum(statuses[trial.altered] != REPORTED for trial in to_meet)
        return f"{len(some):5}{len(to_meet):5}{reported:10}{missed:8}"

    groups: dict[str, list[Trial]] = defaultdict(list)
    echo(f"\n{'kind':60} {'met':14}{_COLUMNS}")
    for kind in dict.fromkeys(trial.kind for trial in made):
        of_kind = [trial for trial in made if trial.kind is kind]
        groups[kind.group] += of_kind
        echo(f"{kind.name:60} {kind.met:14}{numbers(of_kind)}")
    echo(f"\n{'group':75}{_COLUMNS}")
    for group, of_group in sorted(groups.items()):
        echo(f"{group:75}{numbers(of_group)}")
    echo(f"{'all':75}{numbers(made)}\n")
    for trial in made:
        status = statuses[trial.altered]
        if not met(trial):
            echo(f"not to be seen (exit {status}): {trial.kind.name}")
        elif status != REPORTED:
            echo(f"missed (exit {status}): {trial.kind.name}")
        else:
            continue
        echo(f"  {trial.altered}\n  {trial.place}")


if __name__ == "__main__":
    sys.exit(main())
