"""Where editions come from: the name of a folder, a revision or a finished file in, a snapshot out.

What is there as a file or folder is taken as such; any other name is a git revision.
"""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from pathlib import Path

from builder import files
from builder.editions.revision import EditionError, laid_out, tree_of
from builder.frozen import dataclass
from builder.model.snapshot import Snapshot
from builder.problems import ContentError, Place, Problem, Problems

_FINISHED = (".pdf", ".pptx")


@dataclass(frozen=True)
class Naming:
    """How names are understood: paths are relative to `beside`, and a revision alone is that of
    the folder `content`.

    What content names (`bound`) lies within that folder, a finished file apart: that is nobody's
    content any more. The command line may name what it likes.
    """

    beside: Path
    content: Path
    bound: bool = False

    @classmethod
    def within(cls, folder: Path) -> Naming:
        """Return how the briefing.yaml of a content folder names editions."""
        return cls(folder, folder, bound=True)


def load(name: str, naming: Naming) -> Snapshot:
    """Return the snapshot of a content folder, a git revision of one, or a finished file.

    Raises:
        EditionError: there is no such thing, or it tells nothing of its edition.
        ContentError: the content, of a folder or a revision, has mistakes other than claims
            that do not hold; all of them are named.
    """
    path = naming.beside / name
    _refuse_network(name, naming)
    if os.path.isdir(path):
        _refuse_outside(path, name, naming)
        return _of_folder(path)
    if files.exists(path):
        return _of_file(path)
    _refuse_missing(name)
    tree = tree_of(name, naming.content, naming.beside, bound=naming.bound)
    with laid_out(tree) as folder:
        try:
            return _of_folder(folder)
        except ContentError as error:
            raise ContentError(
                _shown(problem, folder, tree.name) for problem in error.problems
            ) from None


def identity(name: str, naming: Naming) -> str:
    """Return a text that is another one when what a name leads to is; empty if to nothing."""
    path = naming.beside / name
    try:
        _refuse_network(name, naming)
        if os.path.isdir(path):
            from builder.content.files import read_folder

            _refuse_outside(path, name, naming)
            folder = read_folder(path, Problems())
            return folder.fingerprint if folder is not None else ""
        if files.exists(path):
            return files.digest(path, files.FINISHED)
        _refuse_missing(name)
        return tree_of(name, naming.content, naming.beside, bound=naming.bound).id
    except EditionError:
        return ""


def _refuse_missing(name: str) -> None:
    """Refuse what can be no revision: git allows none that begins with a dot or a slash."""
    if name.endswith(_FINISHED) or name.startswith((".", "/")):
        raise EditionError(
            f'no file or folder "{name}"',
            "name a finished PDF or PPTX, a content folder, or a git revision of one",
        )


def _refuse_network(name: str, naming: Naming) -> None:
    """Refuse what content names on a network: to ask whether it is there would be to go there."""
    if naming.bound and files.is_network(name):
        raise EditionError(
            f'the edition "{name}" lies on a network',
            "Paperdeck fetches nothing: save the published file beside the content, and name that",
        )


def _refuse_outside(path: Path, name: str, naming: Naming) -> None:
    """Refuse a folder that content names elsewhere: only finished files may lie anywhere."""
    if not naming.bound:
        return
    try:
        files.resolved(path, naming.content)
    except files.RefusedFileError as error:
        raise EditionError(
            f'the edition "{name}" cannot be read: {error.found}',
            "name the finished PDF or PPTX of that edition, which may lie anywhere; or, where you "
            "trust who wrote the content, allow the folder on the command line: "
            f"--allow {shlex.quote(os.path.realpath(path))}",
        ) from error


def _of_folder(folder: Path) -> Snapshot:
    from builder.content import read_content
    from builder.resolve import resolve

    problems = Problems()
    content = read_content(folder, problems)
    problems.stop_on_errors()
    assert content is not None, "the reader gave nothing and named no problem"
    briefing = resolve(content, problems)
    if briefing is None:
        problems.stop_on_errors()
        raise AssertionError("resolve gave nothing and named no problem")
    return briefing.snapshot


def _of_file(path: Path) -> Snapshot:
    from builder.verify import UnreadableFileError
    from builder.verify.apart import apart

    try:
        snapshot, why = apart(lambda at: _carried(at(path)), path)
    except UnreadableFileError as error:
        found, _, hint = str(error).partition("\n  ")
        raise EditionError(found, hint or "name a PDF or PPTX that Paperdeck made") from error
    if snapshot is None:
        raise EditionError(
            f'"{path}" cannot tell what its edition says: {why}',
            "name a file as Paperdeck left it (other programs may drop or change what it carries), "
            "or the content that it was built from",
        )
    return snapshot


def _carried(path: Path) -> tuple[Snapshot | None, str]:
    """Return the snapshot that a finished file carries, or why there is none."""
    from builder.verify import read

    reading = read(path)
    changed = [finding.why for finding in reading.problems if finding.channel == "ledger"]
    return reading.snapshot, changed[0] if changed else "it carries no snapshot"


def _shown(problem: Problem, folder: Path, name: str) -> Problem:
    """Return a problem whose places are named by revision, not by where its files lay."""
    prefix = f"{folder.as_posix()}/"
    file = problem.place.file.replace(prefix, f"{name}/")
    return replace(
        problem,
        place=Place(file, problem.place.line, problem.place.column),
        found=problem.found.replace(prefix, f"{name}/"),
        hint=problem.hint.replace(prefix, f"{name}/"),
    )
