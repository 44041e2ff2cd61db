"""Where the shipped files are: fonts, themes, templates of new briefings; and a theme's own fonts.

A font goes by a name wherever text is measured or drawn: a shipped one by its file's, without the
ending; one beside a user's theme by its path and a digest of its bytes, so that a changed file is
another font, also for a program that still holds the old one open.
"""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Final

_DIGEST: Final = "#"


def _folder(package: Path) -> Path:
    """Return the folder of the shipped files: in the package, or in a checkout beside it."""
    packed = package / "assets"
    return packed if packed.is_dir() else package.parent / "assets"


FOLDER: Final = _folder(Path(__file__).resolve().parents[1])
"""All that is shipped beside the code."""


def path(*parts: str) -> Path:
    """Return the path of a shipped asset, such as `path("fonts", "SourceSans3-Bold.ttf")`.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    found = FOLDER.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"asset missing from this installation: {'/'.join(parts)}")
    return found


def font(name: str) -> Path:
    """Return the path of a font's file.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    own, mark, _ = name.rpartition(_DIGEST)
    return Path(own) if mark else path("fonts", f"{name}.ttf")


def name_of(file: str | Path) -> str:
    """Return the name of the font in a file, shipped or beside a user's theme.

    Raises:
        OSError: the file cannot be read.
    """
    shipped = _shipped_name(str(file))
    if shipped:
        return shipped
    status = os.stat(file)
    return _own_name(Path(file), status.st_size, status.st_mtime_ns)


@lru_cache(256)
def _shipped_name(file: str) -> str:
    """Return the name of a font that is shipped; nothing of another."""
    path = Path(file)
    return path.stem if path.parent == FOLDER / "fonts" or not path.is_absolute() else ""


@lru_cache(64)
def _own_name(file: Path, _size: int, _changed: int) -> str:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"{file}{_DIGEST}{digest[:16]}"
