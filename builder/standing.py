"""The files of earlier builds: which of them stand in their folder, still up to date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder import stamp
from builder.media import MEDIA, Medium
from builder.problems import Problem


@dataclass(frozen=True)
class Written:
    """A file in its place; `fresh` is False where it was already up to date."""

    path: Path
    fresh: bool


@dataclass(frozen=True)
class Outcome:
    """What a build did, and the warnings it would like read."""

    files: tuple[Written, ...]
    warnings: tuple[Problem, ...]


def standing(folder: Path, out: Path, media: Iterable[Medium]) -> Outcome | None:
    """Return the outcome of the last build into `out` where it is still up to date."""
    return still(stamp.read(out), stamp.key(folder, out), folder, out, media)


def still(
    known: stamp.Stamp | None, key: str, folder: Path, out: Path, media: Iterable[Medium]
) -> Outcome | None:
    """Return a known build's outcome if `key` is still its own, and its files are untouched."""
    endings = [MEDIA[medium].ending for medium in media]
    if not known or known.key != whole_key(key, known.since, folder):
        return None
    if not known.holds(out, endings):
        return None
    paths = (out / (known.slug + ending) for ending in endings)
    return Outcome(tuple(Written(path, False) for path in paths), known.warnings)


def whole_key(key: str, since: str, folder: Path) -> str:
    """Return a build's key together with what the edition that it is compared with is now."""
    if not since:
        return key
    from builder.editions import Naming, identity

    return f"{key} {identity(since, Naming.within(folder))}"
