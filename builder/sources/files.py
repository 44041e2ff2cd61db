"""The files of a content folder: takes the folder, returns their text and a fingerprint."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from builder.problems import HIDDEN, Place, Problems, known_names
from builder.sources.decoding import (
    Normal,
    as_lines,
    name_of_control,
    normal,
    spreadsheet_text,
)
from builder.sources.lines import Lines

YAML_FILES: Final = ("briefing", "figures", "sources", "claims", "charts")
_FOLDERS: Final = {"data": ".csv", "sections": ".md"}


@dataclass(frozen=True)
class Folder:
    """A content folder as read: text in normal form by relative posix name.

    `names` are all files that were found, also those that could not be read as text, and
    `other_yaml` the YAML files of which none is content; `spreadsheets` are data files that are
    not UTF-8. `fingerprint` is the SHA-256 (hex) over the sorted names and texts.
    """

    path: Path
    texts: Mapping[str, Normal]
    names: frozenset[str]
    fingerprint: str
    other_yaml: tuple[str, ...] = ()
    spreadsheets: Mapping[str, bytes] = field(default_factory=dict)

    def with_files(self, files: Iterable[tuple[str, bytes]]) -> str:
        """Return the fingerprint with files that are not content, such as a template's."""
        found = self.fingerprint
        for name, data in files:
            digest = hashlib.sha256(found.encode())
            digest.update(b"%d %s %d\n" % (len(name.encode()), name.encode(), len(data)))
            digest.update(data)
            found = digest.hexdigest()
        return found

    def shown(self, name: str) -> str:
        """Return a file's path as the user knows it."""
        return (self.path / name).as_posix()

    def lines(self, name: str) -> Lines:
        """Return a file's text with its places."""
        text = self.texts[name]
        return Lines(self.shown(name), text.text, text.shifts)

    def data(self, name: str, language: str, problems: Problems) -> tuple[Lines, str] | None:
        """Return a data file's text and encoding; None, and perhaps a problem, where it has none.

        One that is not UTF-8 is read as spreadsheets of the briefing's language save it.
        """
        if name in self.texts:
            return self.lines(name), "utf-8"
        if name not in self.spreadsheets:
            return None
        found = spreadsheet_text(self.spreadsheets[name], language)
        if found is None:
            _refuse_bytes(self.spreadsheets[name], self.shown(name), problems)
            return None
        return as_lines(found[0], self.shown(name)), found[1]

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
    texts: dict[str, Normal] = {}
    spreadsheets: dict[str, bytes] = {}
    digest = hashlib.sha256()
    wanted, others = _wanted(path, problems)
    for name, file in wanted.items():
        raw = _bytes(file, (path / name).as_posix(), problems)
        if raw is None:
            continue
        text, said = _decoded(raw), raw.replace(b"\r\n", b"\n")
        if text is not None:
            said = text.text.encode()
            if _is_plain(text, (path / name).as_posix(), problems):
                texts[name] = text
        elif name.startswith("data/"):
            spreadsheets[name] = raw
        else:
            _refuse_bytes(raw, (path / name).as_posix(), problems)
        digest.update(b"%d %s %d\n" % (len(name.encode()), name.encode(), len(said)))
        digest.update(said)
    return Folder(path, texts, frozenset(wanted), digest.hexdigest(), others, spreadsheets)


def _wanted(path: Path, problems: Problems) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the files to read by their relative names, sorted, and other YAML files beside them.

    Those of `data` and `sections` that will not be read are named.
    """
    wanted: dict[str, Path] = {}
    others = []
    for file in sorted(path.iterdir()):
        if file.suffix in (".yaml", ".yml") and not file.name.startswith("."):
            if file.suffix == ".yaml" and file.stem in YAML_FILES:
                wanted[file.name] = file
            else:
                others.append(unicodedata.normalize("NFC", file.name))
    for folder, ending in _FOLDERS.items():
        inside = path / folder
        for file in sorted(inside.iterdir()) if inside.is_dir() else ():
            if file.name.startswith((".", "~")):
                continue
            if file.suffix == ending and file.is_file():
                wanted[f"{folder}/{unicodedata.normalize('NFC', file.name)}"] = file
            else:
                problems.warning(
                    Place(file.as_posix()),
                    f'"{file.name}" is not read',
                    f"{folder}/ holds {ending} files only; save it as one or move it away",
                )
    return dict(sorted(wanted.items())), tuple(others)


def refuse_other_yaml(files: Folder, theme: str, problems: Problems) -> None:
    """Report the YAML files beside briefing.yaml that are neither content nor its theme."""
    for name in files.other_yaml:
        if name != theme:
            hint = known_names(name, [f"{stem}.yaml" for stem in YAML_FILES])
            if name.endswith(".yaml") and not hint.startswith("did you mean"):
                hint += f"\na theme of your own is named in briefing.yaml: theme: {name}"
            problems.error(Place(files.shown(name)), f'"{name}" is not read', hint)


def read_text(file: Path, shown: str, problems: Problems) -> Lines | None:
    """Return one file's text with its places, under the name `shown`; None if it has none."""
    raw = _bytes(file, shown, problems)
    if raw is None:
        return None
    text = _decoded(raw)
    if text is None:
        _refuse_bytes(raw, shown, problems)
        return None
    return Lines(shown, text.text, text.shifts) if _is_plain(text, shown, problems) else None


def _bytes(file: Path, shown: str, problems: Problems) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError as error:
        problems.error(
            Place(shown), f"cannot be read: {error.strerror}", "see that it is a file you may read"
        )
        return None


def _decoded(raw: bytes) -> Normal | None:
    """Return a file's text, None where it is not UTF-8."""
    try:
        return normal(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _refuse_bytes(raw: bytes, file: str, problems: Problems) -> None:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problems.error(
            Place(file, before.count(b"\n") + 1, column),
            f"byte 0x{raw[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
        )


def _is_plain(text: Normal, file: str, problems: Problems) -> bool:
    """Say whether a text holds no control characters; report the first that it does."""
    found = HIDDEN.search(text.text)
    if found:
        problems.error(
            Lines(file, text.text, text.shifts).place(found.start()),
            name_of_control(found.group()),
            "remove it; it has no meaning in a text",
        )
    return found is None
