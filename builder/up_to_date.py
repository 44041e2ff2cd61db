"""Which files of earlier builds are up to date: nothing heavy is imported to tell.

The stamp has the key of everything that the files depend on, the SHA-256 of each file as it was
put in place, and the warnings of that build. It lies in the user's cache under the path of the
output folder, so that no folder from elsewhere can say that its files are up to date.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, field
from functools import cache
from pathlib import Path

from builder import files
from builder.caches import cache_folder, keep, kept
from builder.frozen import dataclass
from builder.outputs import OUTPUTS, Medium
from builder.problems import Place, Problem
from builder.theme import assets
from builder.version import CHARTS, VERSION, installed

_LIBRARIES = (
    "reportlab",
    "python-pptx",
    "matplotlib",
    "pikepdf",
    "babel",
    "pyphen",
    "uharfbuzz",
    "pillow",
    "resvg-py",
    "svgelements",
)
_SECTIONS = b"sections" + os.fsencode(os.sep)
_HALF = 2 * hashlib.sha256().digest_size
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Written:
    """A file in its place; `fresh` is False where it was already up to date."""

    path: Path
    fresh: bool


@dataclass(frozen=True)
class Outcome:
    """What a build did, and the warnings it would like read.

    `printed` is each figure as it is printed in full, by id; empty where nothing was built.
    """

    files: tuple[Written, ...]
    warnings: tuple[Problem, ...]
    printed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stamp:
    """One build: its key, the slug of its files, their digests by name, its warnings.

    `since` names the edition that it was compared with, which may lie outside the content; `slides`
    are the numbers of those that show a figure, by its id.
    """

    key: str
    slug: str
    files: Mapping[str, str]
    warnings: tuple[Problem, ...]
    since: str
    slides: Mapping[str, tuple[int, ...]]

    def holds(self, out: Path, endings: Iterable[str]) -> bool:
        """Say whether the file of each ending is in `out` as this build left it."""
        names = [self.slug + ending for ending in endings]
        found = {name: _digest(out / name) for name in names}
        return all(found[name] and found[name] == self.files.get(name) for name in names)


def standing(folder: Path, out: Path, media: Iterable[Medium]) -> Outcome | None:
    """Return the outcome of the last build into `out` where it is still up to date."""
    return still(read(out), key(folder, out), folder, out, media)


def still(
    known: Stamp | None, key: str, folder: Path, out: Path, media: Iterable[Medium]
) -> Outcome | None:
    """Return a known build's outcome if `key` is still its own, and its files are untouched."""
    endings = [OUTPUTS[medium].ending for medium in media]
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


def key(folder: Path, out: Path) -> str:
    """Return a digest (hex) of all that a build depends on.

    That is every file of the content folder (hidden ones and `out` apart), the assets, this
    program and the versions of the libraries whose output lands in the files. It begins with the
    SHA-256 of all but the sections, and ends with that of the sections.
    """
    parts, sections = hashlib.sha256(VERSION.encode()), hashlib.sha256()
    for library in _LIBRARIES:
        parts.update(f"{library} {installed(library)}\0".encode())
    for told in files.inventory(folder, out):
        (sections if told.startswith(_SECTIONS) else parts).update(told)
    parts.update(_program(os.path.realpath(out)))
    for told in _packages(folder):
        parts.update(told)
    return parts.hexdigest() + sections.hexdigest()


def may_draw(known: Stamp | None, key: str, folder: Path) -> bool:
    """Say whether a build may have to draw a chart that an earlier one did not.

    That takes charts, and a change to something else than the sections.
    """
    if known is not None and known.key[:_HALF] == key[:_HALF]:
        return False
    return (folder / "charts.yaml").is_file()


def read(out: Path) -> Stamp | None:
    """Return the stamp of the last build into `out`; None when there is none that can be read."""
    path = _path(out)
    said = kept(path) if path else None
    if said is None:
        return None
    try:
        stored = json.loads(said)
        warnings = tuple(
            Problem(Place(**w["place"]), w["found"], w["hint"], w["severity"], w["minor"])
            for w in stored["warnings"]
        )
        slides = {figure: tuple(numbers) for figure, numbers in stored["slides"].items()}
        key, slug, made = stored["key"], stored["slug"], stored["files"]
        return Stamp(key, slug, made, warnings, stored["since"], slides)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write(
    out: Path,
    before: Stamp | None,
    key: str,
    slug: str,
    paths: Iterable[Path],
    warnings: tuple[Problem, ...],
    since: str,
    slides: Mapping[str, tuple[int, ...]],
) -> None:
    """Record a build; files of `before` that were made from the same key stay on record."""
    held = dict(before.files) if before is not None and before.key == key else {}
    held |= {path.name: _digest(path) for path in paths}
    stamp = Stamp(key, slug, held, warnings, since, slides)
    path = _path(out)
    if path is not None:
        keep(path, json.dumps(asdict(stamp), sort_keys=True).encode())


def _path(out: Path) -> Path | None:
    """Return where the stamp of an output folder is kept; None where there is no cache."""
    folder = cache_folder()
    where = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()
    return folder / f"stamp-{where}" if folder else None


@cache
def _program(skipped: str) -> bytes:
    """Return a digest of this program and of what is shipped with it, as they are first met.

    A process that goes on builds as the program was when it began.
    """
    whole = hashlib.sha256()
    for shipped in (_HERE, assets.FOLDER):
        for told in _files(shipped, skipped):
            whole.update(told)
    return whole.digest()


def _packages(folder: Path) -> Iterator[bytes]:
    """Yield what is told of packages that draw charts, where a chart may name a function of theirs:
    to ask for them takes as long as all else.
    """
    try:
        if b"function" not in files.read(folder / "charts.yaml", files.YAML):
            return
    except files.RefusedFileError:
        return
    from importlib.machinery import PathFinder
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=CHARTS), key=str):
        yield f"{entry.name} {entry.value}\0".encode()
        spec = PathFinder.find_spec(entry.module.partition(".")[0])
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield from _files(Path(place), "")
        if spec is not None and spec.origin and Path(spec.origin).is_file():
            status = os.stat(spec.origin)
            yield f"{spec.origin} {status.st_size} {status.st_mtime_ns}\0".encode()


def _files(folder: Path, skipped: str) -> Iterator[bytes]:
    """Yield name, size and time of the files below; hidden, compiled and built ones are left out.

    Thousands of glyph tables need not be read to see that a font file is the same.
    """
    start = str(folder)
    for parent, folders, names in os.walk(start):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "__pycache__")) and os.path.join(parent, name) != skipped
        )
        for name in sorted(names):
            if not name.startswith("."):
                path = os.path.join(parent, name)
                status = os.stat(path)
                yield os.fsencode(f"{path[len(start) :]} {status.st_size} {status.st_mtime_ns}\0")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(files.read(path, files.FINISHED)).hexdigest()
    except files.RefusedFileError:
        return ""
