"""A process that builds for a working day holds no more memory in the evening than at breakfast."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUICK = ROOT / "tests" / "cases" / "quick"
EARLY, LATE = 50, 500  # builds

BUILDS = """
import json, re, sys
from pathlib import Path
from string import ascii_lowercase as letters
from builder import Project

content, last = Path(sys.argv[1]), int(sys.argv[2])
section, figures, briefing = (
    content / name for name in ("sections/freight.md", "figures.yaml", "briefing.yaml")
)
words, numbers, about = (path.read_text("utf-8") for path in (section, figures, briefing))
project, held = Project(content, content.parent / "out"), {}
for turn in range(last):
    if turn % 3 == 0:
        name = "".join(letters[turn // 26**place % 26] for place in range(3))
        section.write_text(words.replace("by sea", f"by sea in {name}ton"), "utf-8")
    elif turn % 3 == 1:
        figures.write_text(numbers.replace("860", str(861 + turn)), "utf-8")
    else:
        theme = ("paperdeck", "ministry")[turn // 3 % 2]
        briefing.write_text(f"{about}theme: {theme}\\n", "utf-8")
    assert all(written.fresh for written in project.build().files)
    said = Path("/proc/self/status").read_text("ascii")
    held[turn + 1] = int(re.search(r"VmRSS:\\s+(\\d+)", said)[1])
print(json.dumps(held))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody says what is held")
def test_memory_after_500_rebuilds_is_within_a_tenth_of_that_after_50(tmp_path: Path) -> None:
    content = Path(shutil.copytree(QUICK, tmp_path / "content"))
    command = [sys.executable, "-c", BUILDS, str(content), str(LATE)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    held = {int(turn): kilobytes for turn, kilobytes in json.loads(said).items()}
    # What lies about until cycles are sought again comes and goes: the most of ten builds is told.
    early, late = (max(held[turn - back] for back in range(10)) for turn in (EARLY, LATE))
    assert late <= 1.1 * early, f"{early} kB after {EARLY} builds, {late} kB after {LATE}"
