"""What was built from what: lets an unchanged build end before anything heavy is imported.

The stamp lies in `<out>/.paperdeck/stamp.json`: the key of everything that the files depend
on, the SHA-256 of each file as it was put in place, and the warnings of that build.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from builder import __version__
from builder.placing import keep, state
from builder.problems import MachineError, Place, Problem

_LIBRARIES = ("reportlab", "python-pptx", "matplotlib", "pikepdf", "babel", "pyphen", "uharfbuzz")
_NAME: Final = "stamp.json"
_LONGEST: Final = 16 * 2**20  # bytes: most of it is warnings
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Stamp:
    """One build: its key, the slug of its files, their digests by name, its warnings.

    `since` names the edition that it was compared with, which may lie outside the content.
    """

    key: str
    slug: str
    files: Mapping[str, str]
    warnings: tuple[Problem, ...]
    since: str

    def holds(self, out: Path, endings: Iterable[str]) -> bool:
        """Say whether the file of each ending is in `out` as this build left it."""
        names = [self.slug + ending for ending in endings]
        return all(name in self.files and _digest(out / name) == self.files[name] for name in names)


def key(folder: Path, out: Path) -> str:
    """Return the SHA-256 (hex) of all that a build depends on.

    That is every file of the content folder (hidden ones and `out` apart), the assets, this
    program and the versions of the libraries whose output lands in the files.
    """
    parts = hashlib.sha256(__version__.encode())
    for library in _LIBRARIES:
        parts.update(f"{library} {_version(library)}\0".encode())
    for path in _files(folder, out):
        parts.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        parts.update(hashlib.sha256(path.read_bytes()).digest())
    for path in (*_files(_HERE, out), *_files(_HERE.parent / "assets", out)):
        # Thousands of glyph tables need not be read to see that a font file is the same.
        status = path.stat()
        parts.update(
            f"{path.relative_to(_HERE.parent)} {status.st_size} {status.st_mtime_ns}\0".encode()
        )
    return parts.hexdigest()


def read(out: Path) -> Stamp | None:
    """Return the stamp of the last build into `out`; None when there is none that can be read."""
    try:
        stored = json.loads(_text(state(out) / _NAME))
        warnings = tuple(
            Problem(Place(**w["place"]), w["found"], w["hint"], w["severity"])
            for w in stored["warnings"]
        )
        return Stamp(stored["key"], stored["slug"], stored["files"], warnings, stored["since"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write(
    out: Path,
    before: Stamp | None,
    key: str,
    slug: str,
    paths: Iterable[Path],
    warnings: tuple[Problem, ...],
    since: str,
) -> None:
    """Record a build; files of `before` that were made from the same key stay on record."""
    files = dict(before.files) if before is not None and before.key == key else {}
    files |= {path.name: _digest(path) for path in paths}
    stamp = Stamp(key, slug, files, warnings, since)
    with suppress(MachineError):  # the files are in their place; the next build will not know
        keep(state(out) / _NAME, json.dumps(asdict(stamp), indent=1, sort_keys=True).encode())


def _text(path: Path) -> str:
    """Return an ordinary file's text; a stamp may come with a folder from elsewhere.

    Raises:
        OSError: there is none that can be read.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LONGEST:
        raise FileNotFoundError(path)
    return path.read_text("utf-8")


def _files(folder: Path, out: Path) -> list[Path]:
    """Return the plain files below `folder`, sorted; hidden, compiled and built ones left out."""
    skipped = out.resolve()
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "__pycache__")) and Path(parent, name).resolve() != skipped
        )
        found += [Path(parent, name) for name in sorted(names) if not name.startswith(".")]
    return found


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
