"""A git revision in, the content folder as it was then out: by git itself.

Nothing is checked out, run or fetched: a repository may have come with the content.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Final

from builder.files import MOST_FILES, RefusedFileError, is_outside, refuse_outside
from builder.frozen import dataclass


class EditionError(Exception):
    """No snapshot can be had of what was named; `found` says why and `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"{found}\n  {hint}")


_MOST: Final = 256 * 2**20
"""Bytes that the files of a revision may hold together."""
_MOST_LISTED: Final = 16 * 2**20
"""Bytes of git's answer that are read."""
_LONGEST: Final = 4096
"""Bytes of a path, of which a system can make a file."""
# A folder from elsewhere may bring a repository along, whose settings name programs.
_NOTHING_RUNS: Final = (
    "--no-pager",
    "--no-replace-objects",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "protocol.allow=never",
)
_NOTHING_FETCHED: Final = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}


_OFFERED: Final = 20


@dataclass(frozen=True)
class Tree:
    """A folder of a revision: where git is asked, the folder's name, and its git object id."""

    here: Path
    name: str
    id: str


def tree_of(name: str, content: Path, beside: Path, *, bound: bool = False) -> Tree:
    """Return the folder that `REV` or `REV:folder` names.

    `REV` alone is the folder `content` as it was then; in `REV:folder` the folder is named from
    the repository's root, as git does. Git is asked in `content`, or where that is no folder
    in `beside`. What content names is `bound` to the repository that it lies in.

    Raises:
        EditionError: git is not there, nothing here is under git, or there is no such revision
            or no such folder in it; or content leads to another repository.
    """
    revision, colon, folder = name.partition(":")
    here = content if os.path.isdir(content) else beside
    if _git(here, "rev-parse", "--show-toplevel") is None:
        raise EditionError(
            f'no file or folder "{name}", and no git repository here to look for a revision in',
            "name a finished PDF or PPTX, a content folder, or a git revision of one",
        )
    if bound:
        _refuse_elsewhere(name, here)
    asked = f"{revision}^{{commit}}"
    # A name that git would take for an option is no revision.
    dashed = revision.startswith("-")
    commit = None if dashed else _git(here, "rev-parse", "--verify", "--quiet", asked)
    if commit is None:
        raise EditionError(
            f'no file or folder "{name}", and no git revision "{revision}"',
            "name a finished PDF or PPTX, a content folder, or a revision that git log or "
            "git tag shows",
        )
    if not colon:
        if not os.path.isdir(content):
            raise EditionError(
                f'"{name}" names a revision, but there is no content folder "{content}" here',
                f"name the folder too, from the repository's root: {name}:folder",
            )
        folder = _git(content, "rev-parse", "--show-prefix") or ""
    folder = folder.strip("/")
    tree = _git(here, "rev-parse", "--verify", "--quiet", f"{commit}:{folder}")
    if tree is None or _git(here, "cat-file", "-t", tree) != "tree":
        raise EditionError(
            f'revision "{revision}" has no folder "{folder}"',
            f"name the folder as it was called then, from the repository's root: {revision}:folder",
        )
    return Tree(here, f"{revision}:{folder or '.'}", tree)


def offered(folder: Path) -> tuple[str, ...]:
    """Return revisions that a content folder may be compared with: the latest, and tags, of which
    the newest comes first; none where nothing is under git.
    """
    try:
        if _git(folder, "rev-parse", "--verify", "--quiet", "HEAD:./") is None:
            return ()
        tags = _git(folder, "tag", "--sort=-creatordate") or ""
    except EditionError:
        return ()
    return ("HEAD", *tags.split()[:_OFFERED])


def _refuse_elsewhere(name: str, here: Path) -> None:
    """Refuse a repository whose objects lie elsewhere: a folder may bring a file that says so."""
    common = _git(here, "rev-parse", "--path-format=absolute", "--git-common-dir") or ""
    try:
        refuse_outside(
            os.path.realpath(common), Path(_git(here, "rev-parse", "--show-toplevel") or "")
        )
    except RefusedFileError as error:
        raise EditionError(
            f'the repository of the revision "{name}" cannot be read: {error.found}',
            "name the finished PDF or PPTX of that edition, or allow the repository on the command "
            f"line: --allow {shlex.quote(os.path.realpath(common))}",
        ) from error
    if os.path.lexists(Path(common, "objects", "info", "alternates")):
        raise EditionError(
            f'the repository of the revision "{name}" borrows what it holds from another one',
            "name the finished PDF or PPTX of that edition",
        )


@contextmanager
def laid_out(tree: Tree) -> Iterator[Path]:
    """Yield a temporary folder that holds the files of a tree, as git keeps them.

    Nothing of the repository runs: no filter, no hook, no fetching of what is not there. Links and
    other repositories within are left out: what they lead to need not be of this revision.

    Raises:
        EditionError: the tree holds too much, or the repository lacks some of it.
    """
    with TemporaryDirectory() as folder:
        names = _sized(tree)
        blobs = "".join(f"{blob}\n" for _, blob in names)
        asked = ("cat-file", "--batch")
        # Into a file, since git would wait for one pipe to be emptied before it reads the other.
        with TemporaryFile() as answers:
            done = _run(tree.here, asked, blobs.encode(), answers)
            answers.seek(0)
            for name, blob in names:
                head = answers.readline().split()
                if done != 0 or len(head) != 3 or head[0].decode() != blob:
                    raise _lacking(f'"{os.fsdecode(name)}" of the revision "{tree.name}"')
                path = Path(folder, os.fsdecode(name))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(answers.read(int(head[2])))
                answers.read(1)
        yield Path(folder)


def _sized(tree: Tree) -> list[tuple[bytes, str]]:
    """Return the ordinary files of a tree with their git object ids, unless they are too many."""
    with TemporaryFile() as listing:
        asked = ("ls-tree", "-r", "-l", "-z", "--full-tree", tree.id)
        if _run(tree.here, asked, b"", listing) != 0:
            raise _lacking(f'some of the revision "{tree.name}"')
        if listing.tell() > _MOST_LISTED:
            raise _too_much(tree, "too many files")
        listing.seek(0)
        rows = [row.partition(b"\t") for row in listing.read().split(b"\0") if row]
    found, whole = [], 0
    for about, _, name in rows:
        mode, _, blob, size = about.split()
        # A tree made by hand may hold names that lead out of the folder.
        if not mode.startswith(b"100") or is_outside(os.fsdecode(name)):
            continue
        if len(name) > _LONGEST:
            continue
        if not size.isdigit():
            raise _lacking(f'"{os.fsdecode(name)}" of the revision "{tree.name}"')
        whole += int(size)
        found.append((name, blob.decode()))
    if len(found) > MOST_FILES:
        raise _too_much(tree, f"more than {MOST_FILES:,} files")
    if whole > _MOST:
        raise _too_much(tree, f"{whole / 2**20:,.0f} MB of files, more than {_MOST // 2**20}")
    return found


def _lacking(what: str) -> EditionError:
    return EditionError(
        f"{what} is not in this repository",
        "fetch the whole repository with git; Paperdeck fetches nothing",
    )


def _too_much(tree: Tree, held: str) -> EditionError:
    return EditionError(
        f'the revision "{tree.name}" holds {held}',
        "name the folder of the briefing alone, REV:FOLDER, or a finished PDF or PPTX",
    )


def _git(folder: Path, *arguments: str) -> str | None:
    """Return what git answers, or None where it declines."""
    with TemporaryFile() as answer:
        if _run(folder, arguments, b"", answer) != 0:
            return None
        answer.seek(0)
        return os.fsdecode(answer.read(_MOST_LISTED)).strip()


def _run(folder: Path, arguments: Iterable[str], said: bytes, answer: IO[bytes]) -> int:
    """Run git, its answer into a file, and return its exit status."""
    try:
        return subprocess.run(
            ["git", *_NOTHING_RUNS, *arguments],
            cwd=folder,
            env=os.environ | _NOTHING_FETCHED,
            input=said,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
    except FileNotFoundError:
        raise EditionError(
            "git is not installed, so no revision can be looked up",
            "install git, or name a finished PDF or PPTX or a content folder",
        ) from None
    except OSError as error:
        raise EditionError(
            f"git cannot be run in {folder}: {error.strerror}",
            "name a finished PDF or PPTX or a content folder",
        ) from error
