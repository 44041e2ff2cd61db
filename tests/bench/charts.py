"""How long one chart of each kind takes to draw for the paper and to make for the deck.

Cold is the first drawing of a new process, matplotlib's import included; warm is the median of
further ones. Run with the name of a sample, it is that new process, and says seconds as JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

TIMES = 5
WIDTH = 453.5


def samples_of_kinds() -> dict[str, str]:
    """Return the name of the first sample of each kind, by kind."""
    from builder.charts.registry import KINDS
    from tests.charts import samples

    found: dict[str, str] = {}
    for name, made in samples.ALL.items():
        found.setdefault(made().kind, name)
    return {kind: found[kind] for kind in KINDS if kind in found}


def timed(act: Callable[[], object]) -> float:
    """Return the processor seconds that something takes."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def measured(name: str) -> tuple[float, float, float]:
    """Return processor seconds of a first drawing, of later ones, and of the native chart."""
    from builder.charts import display_list, native_chart
    from builder.content import read_theme
    from builder.problems import NOWHERE, Problems
    from tests.charts import samples

    theme = read_theme("paperdeck", Path(), Problems(), NOWHERE)
    assert theme is not None
    chart = samples.ALL[name]()

    def draw() -> object:
        return display_list(chart, theme, WIDTH, None)

    cold = timed(draw)
    warm = statistics.median(timed(draw) for _ in range(TIMES))
    native_chart(chart, theme)
    made = statistics.median(timed(lambda: native_chart(chart, theme)) for _ in range(TIMES))
    return cold, warm, made


def table() -> Iterator[str]:
    """Yield the lines of the table, one a kind."""
    yield f"{'processor, ms':20}{'cold':>8}{'warm':>8}{'native':>8}"
    for kind, name in samples_of_kinds().items():
        command = [sys.executable, __file__, name]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        said = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        yield f"{kind:20}" + "".join(f"{1000 * each:8.1f}" for each in json.loads(said.stdout))


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
