"""A process that builds one content again and again: a line in, its measures as JSON out.

Usage: warm.py CONTENT OUT; each line of standard input asks for a build.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from builder import Project  # noqa: E402


def _resident() -> float:
    """Return what this process holds in memory at most up to now, in MB; 0 where nobody says."""
    try:
        said = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", said)
    return int(found[1]) / 1024 if found else 0


def main() -> None:
    project = Project(Path(sys.argv[1]), Path(sys.argv[2]))
    for _ in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        outcome = project.build()
        measures = (time.perf_counter() - wall, time.process_time() - processor, _resident())
        assert all(written.fresh for written in outcome.files), "nothing had changed"
        print(json.dumps(measures), flush=True)


if __name__ == "__main__":
    main()
