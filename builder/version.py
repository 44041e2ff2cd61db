"""The version of this program, which packages, files and `paperdeck --version` name, and those of
the libraries that it stands on; and what tells one state of its code from others.
"""

import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

VERSION: Final = "0.1.0"

CHARTS: Final = "paperdeck.charts"
"""The group of entry points by which packages register functions that draw charts."""

_METADATA: Final = ".dist-info"


def installed(library: str) -> str:
    """Return the version of a library by its distribution's name; empty where there is none.

    The folder of an installed distribution's metadata is called by its name and version (PyPA:
    recording installed projects). To ask `importlib.metadata` takes as long as all else that an
    unchanged build does, so it is asked only about what is installed in another way.
    """
    found = _folders().get(library.lower().replace("-", "_"))
    return found if found is not None else _recorded(library)


def code_of(*modules: ModuleType) -> str:
    """Return a digest of modules, and of all modules in packages, as 64 hexadecimal digits."""
    files = []
    for module in modules:
        file = Path(module.__file__ or "")
        files += sorted(file.parent.rglob("*.py")) if file.stem == "__init__" else [file]
    return digest_of(files)


def digest_of(files: Iterable[Path]) -> str:
    """Return a digest of files' bytes, as 64 hexadecimal digits."""
    from hashlib import sha256

    whole = sha256()
    for file in files:
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


@cache
def _folders() -> dict[str, str]:
    """Return the versions of what has a folder of metadata on the path of modules, by name."""
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith(_METADATA):
                library, _, version = name.removesuffix(_METADATA).partition("-")
                found.setdefault(library.lower().replace(".", "_"), version)
    return found


@cache
def _recorded(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return ""
