"""How the latest build of a preview stands: plain data, as the page is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any


@dataclass
class Stand:
    """How the latest build went: its number, what changed, when that was saved, and its parts.

    `status` is building, shown, proved or broken; `seen` says that all that is in view is told,
    `old` that what is shown is of an earlier build. `key` is of the content as it was read. Seconds
    are counted from when it began.
    """

    number: int = 0
    names: tuple[str, ...] = ()
    saved: float = 0.0
    shown: float = 0.0
    key: str = ""
    status: str = "building"
    message: str = ""
    seen: bool = False
    old: bool = False
    proved: float = 0.0

    def in_view(self) -> dict[str, Any]:
        """Take that all that is in view is told; return it as the page is told."""
        self.seen = True
        return self.data()

    def data(self) -> dict[str, Any]:
        """Return it as the page is told."""
        return {
            "number": self.number,
            "status": self.status,
            "save": self.saved,
            "seconds": {"shown": round(self.shown, 3), "proved": round(self.proved, 3)},
            "changed": list(self.names),
            "message": self.message,
            "seen": self.seen,
            "old": self.old,
        }


def changed_at(folder: Path, names: tuple[str, ...]) -> float:
    """Return when the latest of some files was changed, in milliseconds since 1970."""
    times = []
    for name in names:
        try:
            times.append((folder / name).stat().st_mtime)
        except OSError:
            times.append(time())
    return round(max(times, default=0.0) * 1000, 1)
