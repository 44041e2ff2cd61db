"""The files of a content folder: takes the folder, returns their text and a fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from builder.problems import Place, Problems, known_names
from builder.sources.lines import Lines

YAML_FILES: Final = ("briefing", "figures", "sources", "claims", "charts")
_FOLDERS: Final = {"data": ".csv", "sections": ".md"}
# Characters that neither XML 1.0 (2.2 Char) nor a reader knows what to do with.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Folder:
    """A content folder as read: text by relative posix name, line ends and BOM taken away.

    `names` are all files that were found, also those that could not be read as text;
    `fingerprint` is the SHA-256 (hex) over the sorted names and bytes.
    """

    path: Path
    texts: Mapping[str, str]
    names: frozenset[str]
    fingerprint: str

    def with_file(self, name: str, data: bytes) -> str:
        """Return the fingerprint with a file that is no text; as it is for no name."""
        if not name:
            return self.fingerprint
        digest = hashlib.sha256(self.fingerprint.encode())
        digest.update(b"%d %s %d\n" % (len(name.encode()), name.encode(), len(data)))
        digest.update(data)
        return digest.hexdigest()

    def shown(self, name: str) -> str:
        """Return a file's path as the user knows it."""
        return (self.path / name).as_posix()

    def lines(self, name: str) -> Lines:
        """Return a file's text with its places."""
        return Lines(self.shown(name), self.texts[name])

    def below(self, folder: str) -> tuple[str, ...]:
        """Return the stems of the files found in `data` or `sections`, sorted."""
        ending = _FOLDERS[folder]
        return tuple(
            sorted(
                name[len(folder) + 1 : -len(ending)]
                for name in self.names
                if name.startswith(f"{folder}/")
            )
        )


def read_folder(path: Path, problems: Problems) -> Folder | None:
    """Read every content file; None when there is no such folder."""
    if not path.is_dir():
        problems.error(
            Place(path.as_posix()),
            "no content folder here",
            "name a folder that holds a briefing.yaml, or start one: paperdeck new DIR",
        )
        return None
    texts: dict[str, str] = {}
    names: set[str] = set()
    digest = hashlib.sha256()
    for name in _wanted(path, problems):
        names.add(name)
        shown = (path / name).as_posix()
        raw = _bytes(path / name, shown, problems)
        if raw is None:
            continue
        digest.update(b"%d %s %d\n" % (len(name.encode()), name.encode(), len(raw)))
        digest.update(raw)
        text = _decoded(raw, shown, problems)
        if text is not None:
            texts[name] = text
    return Folder(path, texts, frozenset(names), digest.hexdigest())


def _wanted(path: Path, problems: Problems) -> list[str]:
    """Return the relative names of the files to read; name those that will not be read."""
    wanted = []
    for file in sorted(path.iterdir()):
        if file.suffix in (".yaml", ".yml") and not file.name.startswith("."):
            if file.suffix == ".yaml" and file.stem in YAML_FILES:
                wanted.append(file.name)
            else:
                known = known_names(file.name, [f"{stem}.yaml" for stem in YAML_FILES])
                problems.error(Place(file.as_posix()), f'"{file.name}" is not read', known)
    for folder, ending in _FOLDERS.items():
        inside = path / folder
        for file in sorted(inside.iterdir()) if inside.is_dir() else ():
            if file.name.startswith((".", "~")):
                continue
            if file.suffix == ending and file.is_file():
                wanted.append(f"{folder}/{file.name}")
            else:
                problems.warning(
                    Place(file.as_posix()),
                    f'"{file.name}" is not read',
                    f"{folder}/ holds {ending} files only; save it as one or move it away",
                )
    return sorted(wanted)


def read_text(file: Path, shown: str, problems: Problems) -> Lines | None:
    """Return one file's text with its places, under the name `shown`; None if it has none."""
    raw = _bytes(file, shown, problems)
    text = _decoded(raw, shown, problems) if raw is not None else None
    return Lines(shown, text) if text is not None else None


def _bytes(file: Path, shown: str, problems: Problems) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError as error:
        problems.error(
            Place(shown), f"cannot be read: {error.strerror}", "see that it is a file you may read"
        )
        return None


def _decoded(raw: bytes, file: str, problems: Problems) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problems.error(
            Place(file, before.count(b"\n") + 1, column),
            f"byte 0x{raw[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(text)
    if found:
        problems.error(
            Lines(file, text).place(found.start()),
            f"control character U+{ord(found.group()):04X}",
            "remove it; it has no meaning in a text",
        )
        return None
    return text
