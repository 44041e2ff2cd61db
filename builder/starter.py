"""A new briefing: the shipped starter, copied and wired for editors that know JSON Schema."""

from __future__ import annotations

import shutil
from pathlib import Path

from builder.theme import assets

_SCHEMAS = ".schemas"


def start(folder: Path) -> None:
    """Copy the starter briefing into `folder`, with the schemas that its files point to.

    Raises:
        FileExistsError: `folder` exists and is not an empty folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is there already and is not empty; name a new folder")
    shutil.copytree(assets.path("starter"), folder, dirs_exist_ok=True)
    schemas = Path(__file__).with_name("sources") / "schemas"
    shutil.copytree(
        schemas, folder / _SCHEMAS, ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    for file in folder.glob("*.yaml"):
        wired = f"# yaml-language-server: $schema={_SCHEMAS}/{file.stem}.schema.json\n"
        file.write_text(wired + file.read_text("utf-8"), "utf-8")
