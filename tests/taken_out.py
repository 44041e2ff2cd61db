"""Copies of the program without one of its parts: a file or folder and a registry's line less."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORT_ALL = """
import builder, importlib, pkgutil
for module in pkgutil.walk_packages(builder.__path__, "builder."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(builder.__path__[0])
"""


@cache
def sources() -> Mapping[Path, str]:
    """Return the text of every module of the program, by its path."""
    return {path: path.read_text("utf-8") for path in sorted((ROOT / "builder").rglob("*.py"))}


def program_without(root: Path, part: str, registry: str, name: str) -> Path:
    """Copy the program into `root` without a part and without its name's line in a registry.

    The part and the registry are paths within `builder`; the editors' schemas are written anew.
    """
    package = root / "builder"
    shutil.copytree(ROOT / "builder", package, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "assets").symlink_to(ROOT / "assets")
    if (package / part).is_dir():
        shutil.rmtree(package / part)
    else:
        (package / part).unlink()
    lines = (package / registry).read_text("utf-8").splitlines(keepends=True)
    left = [line for line in lines if line != f'    "{name}",\n']
    assert len(left) == len(lines) - 1
    (package / registry).write_text("".join(left), "utf-8")
    done = run(root, "-m", "builder.content.schemas")
    assert done.returncode == 0, done.stderr
    return root


def run(program: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python on the program that lies in a folder, in that folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program), "XDG_CACHE_HOME": str(program / "cache")},
        capture_output=True,
        text=True,
    )


def check_imports(program: Path) -> None:
    """Import every module of the program that lies in a folder."""
    done = run(program, "-c", IMPORT_ALL)
    # matplotlib says so where building its font cache takes it more than five seconds.
    said = [line for line in done.stderr.splitlines() if line and "font cache" not in line]
    assert (done.returncode, done.stdout.strip(), said) == (0, str(program / "builder"), [])


def made(folder: Path) -> dict[str, bytes]:
    """Return what was made in a folder, file by file."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
