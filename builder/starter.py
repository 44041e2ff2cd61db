"""A new briefing: the shipped starter, copied and wired for editors that know JSON Schema."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from builder.machine import trying
from builder.theme import assets

_SCHEMAS: Final = ".schemas"
_SHORT: Final = 100


def start(folder: Path) -> None:
    """Copy the starter briefing into `folder`, with the schemas that its files point to.

    A new folder appears as a whole, or not at all.

    Raises:
        MachineError: it cannot be written.
        FileExistsError: `folder` exists and is not an empty folder.
    """
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there already and is not empty; name a new folder")
    part = folder.absolute().with_name(f".{folder.absolute().name[:_SHORT]}.{os.getpid()}.part")
    try:
        with trying("written", folder):
            part.parent.mkdir(parents=True, exist_ok=True)
            _write(part)
            if folder.exists():  # it may be the one that a shell stands in
                for each in part.iterdir():
                    each.replace(folder / each.name)
            else:
                part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write(folder: Path) -> None:
    # The rights and times of the installation's own files are not the user's: it may be read-only.
    shutil.copytree(assets.path("starter"), folder, copy_function=shutil.copyfile)
    schemas = Path(__file__).with_name("content") / "schemas"
    shutil.copytree(
        schemas, folder / _SCHEMAS, ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    for file in folder.glob("*.yaml"):
        wired = f"# yaml-language-server: $schema={_SCHEMAS}/{file.stem}.schema.json\n"
        file.write_text(wired + file.read_text("utf-8"), "utf-8")
