"""Broken contents: reads `tests/cases/broken/*.toml`, and breaks the small content as they say.

Each table of a case file is one case: `change` lists edits of the small content (`file`, and
`find` with `put`, or `add` at its end, or `text` instead of all of it, or `remove`), and `says`
is every problem that must be reported, exactly.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Case:
    """One broken content and what must be said of it."""

    name: str
    changes: tuple[dict[str, Any], ...]
    says: str

    def write(self, folder: Path) -> None:
        """Write the small content with this case's changes into a new folder."""
        shutil.copytree(CASES / "small", folder)
        for change in self.changes:
            path = folder / change["file"]
            if "remove" in change:
                path.unlink()
            elif "text" in change:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(change["text"].encode(change.get("encoding", "utf-8")))
            elif "add" in change:
                path.write_text(path.read_text("utf-8") + change["add"], "utf-8")
            else:
                before = path.read_text("utf-8")
                assert before.count(change["find"]) >= 1, f"{self.name}: {change['find']} not found"
                path.write_text(before.replace(change["find"], change["put"], 1), "utf-8")


def cases() -> Iterator[Case]:
    """Yield every broken content."""
    for file in sorted((CASES / "broken").glob("*.toml")):
        for name, case in tomllib.loads(file.read_text("utf-8")).items():
            yield Case(f"{file.stem}: {name}", tuple(case["change"]), case["says"].strip("\n"))
