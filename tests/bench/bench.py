"""Times builds of both files beside the plain script, in pairs, and prints a table.

Every build is paired with a run of the plain script right before it, so that a machine that
slows down slows both; the table gives medians of wall time, of the ratio within the pairs, and
of peak memory. Nothing is asserted. Usage: bench.py [--rounds N] [--content FOLDER]
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass(frozen=True)
class Run:
    """One process: wall time in seconds, peak resident memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Pair:
    """A build, and the run of the plain script right before it."""

    plain: Run
    build: Run


def measured(arguments: list[str]) -> Run:
    """Run a command to its end.

    Raises:
        SystemExit: it failed; what it printed is shown.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(arguments, cwd=ROOT, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(arguments)} failed:\n{said.read().decode(errors='replace')}")
    # Linux counts kilobytes, macOS bytes.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Run(seconds, usage.ru_maxrss / unit)


def plain(out: Path) -> Run:
    """Run the plain script."""
    return measured([sys.executable, str(HERE / "plain_script.py"), "--out", str(out)])


def build(content: Path, out: Path) -> Run:
    """Build both files."""
    command = [sys.executable, "-m", "builder", "build", str(content), "--out", str(out)]
    return measured([*command, "--quiet"])


def leave(_content: Path) -> None:
    """Change nothing."""


def change_figure(content: Path) -> None:
    """Raise the first plain number among the figures by one."""
    path = content / "figures.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(?m)^  value: (\d+)$", lambda m: f"  value: {int(m[1]) + 1}", text, count=1),
        "utf-8",
    )


def change_word(content: Path) -> None:
    """Change one word of the last section's first paragraph."""
    path = max((content / "sections").glob("*.md"))
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^([A-Z]\w+) ", r"\1 indeed ", text, count=1), "utf-8")


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "cold": (leave, "1.0"),
    "unchanged": (leave, "0.15"),
    "one figure changed": (change_figure, "0.6"),
    "one word changed": (change_word, "0.3"),
}


def one_round(content: Path) -> dict[str, Pair]:
    """Return a pair for each case, from an empty output folder on."""
    pairs = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "content")
        shutil.copytree(content, copy)
        for name, (change, _) in CASES.items():
            before = _texts(copy)
            change(copy)
            if change is not leave and _texts(copy) == before:
                sys.exit(f"{name}: found nothing to change in {content}")
            beside = plain(Path(folder, "plain"))
            pairs[name] = Pair(beside, build(copy, Path(folder, "out")))
    return pairs


def _texts(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def table(rounds: list[dict[str, Pair]]) -> Iterable[str]:
    """Yield the lines of the table."""
    plains = [pair.plain for pairs in rounds for pair in pairs.values()]
    yield f"{'':20}{'wall, s':>9}{'ratio':>8}{'range':>14}{'budget':>8}{'peak, MB':>10}"
    yield f"{'plain script':20}{_wall(plains):9.2f}{'':30}{_peak(plains):10.0f}"
    for name, (_, budget) in CASES.items():
        pairs = [pairs[name] for pairs in rounds]
        ratios = sorted(pair.build.seconds / pair.plain.seconds for pair in pairs)
        builds = [pair.build for pair in pairs]
        spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
        yield (
            f"{name:20}{_wall(builds):9.2f}{statistics.median(ratios):8.2f}{spread:>14}"
            f"{budget:>8}{_peak(builds):10.0f}"
        )


def _wall(runs: Iterable[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _peak(runs: Iterable[Run]) -> float:
    return statistics.median(run.megabytes for run in runs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    arguments = parser.parse_args()
    compileall.compile_dir(ROOT / "builder", quiet=1)  # as an installation would
    with tempfile.TemporaryDirectory() as folder:
        # Uncounted: fills the caches of the disk, of compiled modules and of matplotlib's fonts.
        plain(Path(folder, "plain"))
        build(arguments.content, Path(folder, "out"))
    rounds = []
    for number in range(arguments.rounds):
        print(f"round {number + 1} of {arguments.rounds}", file=sys.stderr)
        rounds.append(one_round(arguments.content))
    print("\n".join(table(rounds)))


if __name__ == "__main__":
    main()
