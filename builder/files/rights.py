"""Where files may lie: in the content folder, and where the command line allows it beside."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from builder.files.refusal import RefusedFileError

# Rights are the command line's, not the content's: they are kept beside all that content passes
# through, so that nothing read from it can come near them.
_ALLOWED: Final[ContextVar[tuple[str, ...]]] = ContextVar("allowed", default=())
LINKED: Final = (
    "a link there to a file or folder elsewhere is followed where the command line allows it: "
    "--allow DIR"
)
"""What to do about a name that leads out of the content folder."""
_NETWORK: Final = re.compile(r"[\\/]{2}|[A-Za-z][A-Za-z0-9+.-]+:[\\/]{2}")


@contextmanager
def allowing(folders: Iterable[Path]) -> Iterator[None]:
    """Let links in content folders lead into these folders too, as `--allow` says."""
    before = _ALLOWED.set(tuple(os.path.realpath(folder) for folder in folders))
    try:
        yield
    finally:
        _ALLOWED.reset(before)


def allowed() -> tuple[Path, ...]:
    """Return the folders that links may lead into now, resolved."""
    return tuple(map(Path, _ALLOWED.get()))


def is_outside(name: str) -> bool:
    """Say whether a name that content gives leads out of the folder by its words alone.

    Names are understood as both families of systems do, so that content is refused on one where
    it would be on the other.
    """
    return (
        bool(_NETWORK.match(name))
        or name.startswith("~")
        or any(
            kind(name).anchor or ".." in kind(name).parts
            for kind in (PurePosixPath, PureWindowsPath)
        )
        or "\0" in name
    )


def is_network(name: str) -> bool:
    """Say whether a name is that of something on a network: a URL, or a share."""
    return bool(_NETWORK.match(name))


def refuse_outside(real: str, within: Path) -> None:
    """Refuse a resolved path that content leads to, unless it may.

    Raises:
        RefusedFileError: it lies outside of the content folder, and of what is allowed.
    """
    if any(_lies_in(real, root) for root in (os.path.realpath(within), *_ALLOWED.get())):
        return
    folder = real if os.path.isdir(real) else os.path.dirname(real)
    raise RefusedFileError(
        f"it leads out of the content folder, to {real}",
        "put a copy in its place; or, where you trust who wrote the content, allow it on the "
        f"command line: --allow {shlex.quote(folder)}",
    )


def _lies_in(real: str, root: str) -> bool:
    return real == root or real.startswith(os.path.join(root, ""))
