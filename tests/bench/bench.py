"""Times builds of both files beside the plain script, in pairs, and prints tables with budgets.

Every build is paired with a run of the plain script right before it, so that a machine that
slows down slows both; the tables give medians of wall time, of the ratio within the pairs (of
wall time, which the budget is for, and of processor time, which other work beside it disturbs
less), and of peak memory. Then a chart of each kind, and the content many times over. Nothing is
asserted.

Usage: bench.py [--rounds N] [--content FOLDER] [--quick]: fewer rounds, at most 50 copies
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import charts, scale  # noqa: E402
from tests.bench.measuring import HERE, Run, build, plain  # noqa: E402

WORDS = ("indeed", "again", "still", "often", "rather", "surely", "perhaps", "plainly", "mostly")
"""Words that a text takes in turn, so that none is one that it had a build before."""


@dataclass(frozen=True)
class Pair:
    """A build, and the run of the plain script right before it."""

    plain: Run
    build: Run


@dataclass(frozen=True)
class Case:
    """What is done to the content before a build, and its budget in times of the script."""

    change: Callable[[Path, int], None]
    budget: float


def leave(_content: Path, _turn: int) -> None:
    """Change nothing."""


def change_figure(content: Path, _turn: int) -> None:
    """Raise the first plain number among the figures, which is in a chart, by one."""
    path = content / "figures.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(?m)^  value: (\d+)$", lambda m: f"  value: {int(m[1]) + 1}", text, count=1),
        "utf-8",
    )


def change_word(content: Path, turn: int) -> None:
    """Change one word of the last section's first paragraph."""
    path = max((content / "sections").glob("*.md"))
    text, word = path.read_text("utf-8"), WORDS[turn % len(WORDS)]
    known = "|".join(WORDS)
    path.write_text(
        re.sub(rf"(?m)^([A-Z]\w+) (?:(?:{known}) )?", rf"\1 {word} ", text, count=1), "utf-8"
    )


COLD = {
    "cold": Case(leave, 1.0),
    "one figure changed": Case(change_figure, 0.75),
    "one word changed": Case(change_word, 0.6),
    "unchanged": Case(leave, 0.08),
}
WARM = {
    "warm, one word": Case(change_word, 0.12),
    "warm, one figure": Case(change_figure, 0.25),
}


def changed(content: Path, name: str, case: Case, turn: int) -> None:
    """Change the content for a case.

    Raises:
        SystemExit: there was nothing to change.
    """
    before = _texts(content)
    case.change(content, turn)
    if case.change is not leave and _texts(content) == before:
        sys.exit(f"{name}: found nothing to change in {content}")


def cold_round(content: Path) -> dict[str, Pair]:
    """Return a pair for each case, each in a new process, with nothing drawn or built before."""
    pairs = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "content")
        shutil.copytree(content, copy)
        for name, case in COLD.items():
            changed(copy, name, case, 0)
            beside = plain(Path(folder, "plain"))
            pairs[name] = Pair(beside, build(copy, Path(folder, "out"), Path(folder, "cache")))
    return pairs


def warm_rounds(content: Path, rounds: int) -> list[dict[str, Pair]]:
    """Return pairs for each case, all built by one process."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "content")
        shutil.copytree(content, copy)
        command = [sys.executable, str(HERE / "warm.py"), str(copy), f"{folder}/out"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) as process:
            assert process.stdin
            assert process.stdout

            def built() -> Run:
                print(file=process.stdin, flush=True)
                said = process.stdout.readline()  # type: ignore[union-attr]
                if not said:
                    sys.exit("the process that builds again and again has ended")
                return Run(*json.loads(said))

            built()
            for turn in range(rounds + 1):
                pairs = {}
                for name, case in WARM.items():
                    changed(copy, name, case, turn)
                    pairs[name] = Pair(plain(Path(folder, "plain")), built())
                if turn:  # the first of each kind learns what later ones need not
                    found.append(pairs)
            process.stdin.close()
    return found


def _texts(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def table(cases: dict[str, Case], rounds: list[dict[str, Pair]]) -> Iterable[str]:
    """Yield the lines of the table."""
    plains = [pair.plain for pairs in rounds for pair in pairs.values()]
    yield (
        f"{'':20}{'wall, s':>9}{'ratio':>8}{'range':>14}{'budget':>8}{'':>8}"
        f"{'processor, s':>14}{'ratio':>8}{'MB':>6}"
    )
    seconds, processor, held = _medians(plains)
    yield f"{'plain script':20}{seconds:9.2f}{'':38}{processor:14.2f}{'':8}{held:6.0f}"
    for name, case in cases.items():
        pairs = [pairs[name] for pairs in rounds]
        ratios = sorted(pair.build.seconds / pair.plain.seconds for pair in pairs)
        of_processor = statistics.median(p.build.processor / p.plain.processor for p in pairs)
        seconds, processor, held = _medians(pair.build for pair in pairs)
        ratio, spread = statistics.median(ratios), f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
        yield (
            f"{name:20}{seconds:9.2f}{ratio:8.2f}{spread:>14}{case.budget:8.2f}"
            f"{scale.verdict(ratio, case.budget):>8}{processor:14.2f}{of_processor:8.2f}{held:6.0f}"
        )


def _medians(runs: Iterable[Run]) -> tuple[float, float, float]:
    """Return medians of seconds, processor seconds and megabytes."""
    rows = [(run.seconds, run.processor, run.megabytes) for run in runs]
    seconds, processor, megabytes = map(statistics.median, zip(*rows, strict=True))
    return seconds, processor, megabytes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, at most 50 copies")
    parser.add_argument("--only", choices=("cold", "warm", "charts", "scale"), help="one table")
    options = parser.parse_args()
    rounds = options.rounds or (2 if options.quick else 5)
    compileall.compile_dir(ROOT / "builder", quiet=1)  # as an installation would
    with tempfile.TemporaryDirectory() as folder:
        # matplotlib's list of the machine's fonts is made once a machine, whoever asks for it.
        os.environ["MPLCONFIGDIR"] = folder
        # Uncounted: fills the caches of the disk, of compiled modules and of matplotlib's fonts.
        plain(Path(folder, "plain"))
        build(options.content, Path(folder, "out"), Path(folder, "cache"))
        _tables(options, rounds)


def _tables(options: argparse.Namespace, rounds: int) -> None:
    """Measure and print what is asked for."""
    if options.only in (None, "cold"):
        found = []
        for number in range(rounds):
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
            found.append(cold_round(options.content))
        print("\n".join(table(COLD, found)), end="\n\n", flush=True)
    if options.only in (None, "warm"):
        print("\n".join(table(WARM, warm_rounds(options.content, rounds))), end="\n\n", flush=True)
    if options.only in (None, "charts"):
        print("\n".join(charts.table()), end="\n\n", flush=True)
    if options.only in (None, "scale"):
        copies = [each for each in scale.COPIES if each <= 50 or not options.quick]
        times = 1 if options.quick else 3
        print("\n".join(scale.table([scale.scaled(options.content, copies) for _ in range(times)])))


if __name__ == "__main__":
    main()
