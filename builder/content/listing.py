"""Which files of a content folder are content: names looked at, nothing opened."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from builder import files
from builder.content.lines import name_of_control
from builder.problems import HIDDEN, Place, Problems

YAML_FILES: Final = ("briefing", "figures", "sources", "claims", "charts", "workbooks")
REFERENCES: Final = ("references.bib", "references.json")
FOLDERS: Final = {"data": ".csv", "sections": ".md"}
"""The folders of content, and the ending of the files in each."""
BOOKS: Final = (".xlsx", ".xlsm", ".ods")
MAP: Final = ".geojson"
"""Endings of workbooks, which lie in `data`."""
_HIDDEN: Final = (".", "~", "#")
"""How names of hidden files and of what editors leave begin."""
_BY_NAME: Final = (".pptx", ".potx", ".ttf", ".png", ".csl")
"""Endings of what is read where briefing.yaml or a theme names it, and not before."""
_UNSAYABLE: Final = re.compile(f"[\\x00-\\x1f]|{HIDDEN.pattern}")


@dataclass
class Found:
    """What lies in a content folder: files to read by relative name, other YAML files, and which
    of `data` and `sections` cannot be looked into. `books` are workbooks, read where one is named.
    """

    wanted: dict[str, Path] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)
    books: dict[str, Path] = field(default_factory=dict)


def found_in(path: Path, problems: Problems) -> Found | None:
    """Return the files to read, None where the folder cannot be looked into.

    Those of `data` and `sections` that will not be read are named.
    """
    found = Found()
    beside = _listed(path, path, problems)
    if beside is None:
        return None
    for file in beside:
        if file.name.startswith("."):
            continue
        if (file.suffix == ".yaml" and file.stem in YAML_FILES) or file.name in REFERENCES:
            found.wanted[file.name] = file
        elif file.suffix in (".yaml", ".yml"):
            found.others.append(unicodedata.normalize("NFC", file.name))
        elif file.suffix.lower() not in _BY_NAME:
            _refuse_special(file, problems)
    for folder, ending in FOLDERS.items():
        inside = path / folder
        if not files.exists(inside):
            continue
        held = _listed(inside, path, problems)
        if held is None:
            found.closed.add(folder)
        for file in held or ():
            if file.name.startswith(_HIDDEN) or file.name.endswith("~"):
                continue
            name = f"{folder}/{unicodedata.normalize('NFC', file.name)}"
            if folder == "data" and file.suffix.lower() in BOOKS and _is_ordinary(file, problems):
                found.books[name] = file
            elif folder == "data" and file.suffix == MAP:
                _refuse_special(file, problems)  # read where a map names it
            elif file.suffix == ending:
                if name in found.wanted:
                    hint = "its accents are in one piece there and in two here; rename one"
                    problems.error(Place((path / name).as_posix()), "two files of one name", hint)
                elif _is_sayable(file, problems):
                    found.wanted[name] = file
            elif not _refuse_special(file, problems):
                problems.warning(
                    Place(_spelt(file.as_posix())),
                    f'"{_spelt(file.name)}" is not read',
                    f"{folder}/ holds {ending} files only; save it as one or move it away",
                )
    return found


def _listed(folder: Path, within: Path, problems: Problems) -> list[Path] | None:
    """Return what a folder holds, None where that cannot be had."""
    try:
        return files.listed(folder, within)
    except files.RefusedFileError as error:
        found = f"cannot be read: {error.found}"
        problems.error(Place(folder.as_posix()), found, error.hint)
        return None


def _refuse_special(file: Path, problems: Problems) -> bool:
    """Report a pipe, socket or device; say whether it is one."""
    kind = files.is_special(file)
    if kind:
        hint = "content is ordinary files; remove it or move it away"
        place = Place(_spelt(file.as_posix()))
        problems.error(place, f"it is {kind}, which is not read", hint)
    return bool(kind)


def _is_ordinary(file: Path, problems: Problems) -> bool:
    """Say whether a workbook is a file with a name that can be written; report one that is not."""
    return not _refuse_special(file, problems) and _is_sayable(file, problems)


def _is_sayable(file: Path, problems: Problems) -> bool:
    """Say whether a file's name can be written in a text; report one that cannot."""
    hidden = _UNSAYABLE.search(file.name)
    if hidden is None:
        return True
    found = name_of_control(hidden.group())
    if "\udc80" <= hidden.group() <= "\udcff":
        found = f"byte 0x{ord(hidden.group()) - 0xDC00:02X} that is not UTF-8"
    problems.error(
        Place(_spelt(file.as_posix())), f"{found} in the file's name", "give it a plain name"
    )
    return False


def _spelt(name: str) -> str:
    """Return a name for a message, which a line end in it would break in two."""
    return name.replace("\n", "<U+000A>").replace("\t", "<U+0009>")
