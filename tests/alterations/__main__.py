"""The generator at length: alter finished files, compare, and say which alterations were missed."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from tests.alterations.every import KINDS
from tests.alterations.judge import visible
from tests.alterations.kinds import PIXELS
from tests.alterations.pairs import CONTENTS, built
from tests.alterations.trial import REPORTED, Trial, compared, trials


def main() -> None:
    given = _arguments()
    pairs = built(given.out / "pairs", tuple(given.pairs.split(",")))
    for pair in pairs:
        status, said = compared(pair.paper, pair.deck)
        if status:
            print(f"untouched pair {pair.name}: exit {status}\n{said}")
    kinds = [kind for kind in KINDS.values() if given.kind in kind.name]
    each = max(1, round(given.count / len(kinds)))
    made = list(trials(pairs, given.out / "altered", given.seed, each, kinds))
    statuses = {trial.altered: compared(*trial.files())[0] for trial in made}
    seen: dict[Path, bool] = {}
    if given.judge:
        seen = visible({trial.altered: trial.pair.file(trial.kind.medium) for trial in made})
    _print(made, statuses, seen, given.judge)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.alterations", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="alterations in all, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="only kinds whose names contain this")
    parser.add_argument("--pairs", default=",".join(CONTENTS), help="of " + ", ".join(CONTENTS))
    parser.add_argument("--judge", action="store_true", help="render, and say what can be seen")
    parser.add_argument("--out", type=Path, default=Path("build/alterations"))
    return parser.parse_args()


def _print(
    made: list[Trial], statuses: dict[Path, int], seen: dict[Path, bool], judged: bool
) -> None:
    """Print a line for each kind, then every alteration that a reader meets and nobody reports."""

    def met(trial: Trial) -> bool:
        return trial.kind.met != PIXELS or not judged or seen[trial.altered]

    groups: dict[str, list[Trial]] = defaultdict(list)
    print(f"{'kind':62} {'met':14} made  met  reported  missed")
    for kind in KINDS.values():
        of_kind = [trial for trial in made if trial.kind is kind]
        if of_kind:
            groups[kind.group] += of_kind
            print(f"{kind.name:62} {kind.met:14} {_numbers(of_kind, statuses, met)}")
    print()
    for group, of_group in sorted(groups.items()):
        print(f"{group:62} {'':14} {_numbers(of_group, statuses, met)}")
    print(f"{'all':62} {'':14} {_numbers(made, statuses, met)}\n")
    for trial in made:
        status = statuses[trial.altered]
        if status != REPORTED and met(trial):
            print(f"missed (exit {status}): {trial.kind.name}\n  {trial.altered}\n  {trial.place}")
    for trial in made:
        if not met(trial):
            print(f"not to be seen: {trial.kind.name}\n  {trial.altered}\n  {trial.place}")


def _numbers(made: list[Trial], statuses: dict[Path, int], met: object) -> str:
    assert callable(met)
    reported = [trial for trial in made if statuses[trial.altered] == REPORTED]
    to_see = [trial for trial in made if met(trial)]
    missed = [trial for trial in to_see if statuses[trial.altered] != REPORTED]
    return f"{len(made):4} {len(to_see):4} {len(reported):9} {len(missed):7}"


if __name__ == "__main__":
    main()
