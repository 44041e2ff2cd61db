"""A package whose functions draw charts, as an installer leaves it in a folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from builder.version import CHARTS as GROUP

CASES: Final = Path(__file__).parent / "cases" / "packages"
PACKAGE: Final = (CASES / "acme_charts.py").read_text("utf-8")
NAMES: Final = re.findall(r"^def ([a-z]\w+)|^([a-z]\w+) = _changed", PACKAGE, re.MULTILINE)


def installed(folder: Path) -> Path:
    """Put the package into a folder; return that, to be put on the path."""
    (folder / "acme_charts.py").write_text(PACKAGE, "utf-8")
    meta = folder / "acme_charts-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: acme-charts\nVersion: 1.0\n", "utf-8"
    )
    points = "".join(f"{a or b} = acme_charts:{a or b}\n" for a, b in NAMES)
    (meta / "entry_points.txt").write_text(f"[{GROUP}]\n{points}gone = acme_charts:gone\n", "utf-8")
    return folder
