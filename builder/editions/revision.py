"""A git revision in, the content folder as it was then out: by git itself, nothing checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.editions.errors import EditionError


@dataclass(frozen=True)
class Tree:
    """A folder of a revision: the repository's root, the folder in it, and its git object id."""

    root: Path
    name: str
    id: str


def tree_of(name: str, content: Path, beside: Path) -> Tree:
    """Return the folder that `REV` or `REV:folder` names.

    `REV` alone is the folder `content` as it was then; in `REV:folder` the folder is named from
    the repository's root, as git does. Git is asked in `content`, or where that is no folder
    in `beside`.

    Raises:
        EditionError: git is not there, nothing here is under git, or there is no such revision
            or no such folder in it.
    """
    revision, colon, folder = name.partition(":")
    here = content if content.is_dir() else beside
    root = _git(here, "rev-parse", "--show-toplevel")
    if root is None:
        raise EditionError(
            f'no file or folder "{name}", and no git repository here to look for a revision in',
            "name a finished PDF or PPTX, a content folder, or a git revision of one",
        )
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
        if not content.is_dir():
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
    return Tree(Path(root), f"{revision}:{folder or '.'}", tree)


@contextmanager
def laid_out(tree: Tree) -> Iterator[Path]:
    """Yield a temporary folder that holds the files of a tree."""
    done = subprocess.run(
        ["git", "archive", "--format=tar", tree.id], cwd=tree.root, capture_output=True, check=True
    )
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            # Links are left out: what they lead to need not be of this revision.
            held = archive.extractfile(member) if member.isfile() else None
            if held is not None:
                path = Path(folder, member.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(held.read())
        yield Path(folder)


def _git(folder: Path, *arguments: str) -> str | None:
    """Return what git answers, or None where it declines."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise EditionError(
            "git is not installed, so no revision can be looked up",
            "install git, or name a finished PDF or PPTX or a content folder",
        ) from None
    return done.stdout.strip() if done.returncode == 0 else None
