"""The files of a content folder: takes the folder, returns their text and a fingerprint."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from builder import files as opening
from builder.content.lines import (
    Lines,
    Normal,
    UnevenTextError,
    as_lines,
    name_of_control,
    normal,
    spreadsheet_text,
)
from builder.content.listing import FOLDERS, YAML_FILES, found_in
from builder.problems import HIDDEN, Place, Problems, known_names

_KINDS: Final = {".yaml": opening.YAML, ".csv": opening.TABLE, ".md": opening.SECTION}
_MOST: Final = 64 * 2**20
"""Bytes of text that a content folder may hold in all."""


@dataclass(frozen=True)
class Folder:
    """A content folder as read: text in normal form by relative posix name.

    `names` are all files that were found, also those that could not be read as text, and
    `other_yaml` the YAML files of which none is content; `spreadsheets` are data files that are
    not UTF-8. `closed` are those of `data` and `sections` that are there and cannot be looked
    into; `books` are workbooks, not yet opened. `fingerprint` is the SHA-256 (hex) over the sorted
    names and texts.
    """

    path: Path
    texts: Mapping[str, Normal]
    names: frozenset[str]
    fingerprint: str
    other_yaml: tuple[str, ...] = ()
    spreadsheets: Mapping[str, bytes] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    books: Mapping[str, Path] = field(default_factory=dict)

    @property
    def unread(self) -> frozenset[str]:
        """The files that are there and could not be read, and `data/` and `sections/` likewise."""
        read = {*self.texts, *self.spreadsheets}
        return (self.names - read) | {f"{folder}/" for folder in self.closed}

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
        ending = FOLDERS[folder]
        return tuple(
            sorted(
                name[len(folder) + 1 : -len(ending)]
                for name in self.names
                if name.startswith(f"{folder}/")
            )
        )


def read_folder(path: Path, problems: Problems) -> Folder | None:
    """Read every content file; None when there is no such folder, or it cannot be looked into."""
    if not os.path.isdir(path):
        problems.error(
            Place(path.as_posix()),
            "no content folder here",
            "name a folder that holds a briefing.yaml, or start one: paperdeck new DIR",
        )
        return None
    found = found_in(path, problems)
    if found is None:
        return None
    texts: dict[str, Normal] = {}
    spreadsheets: dict[str, bytes] = {}
    digest = hashlib.sha256()
    left = _MOST
    for name, file in sorted(found.wanted.items()):
        raw = _bytes(file, (path / name).as_posix(), path, problems)
        if raw is None:
            continue
        left -= len(raw)
        if left < 0:
            # Nothing is made of the rest: to take it apart would be to hold it twice.
            texts, spreadsheets = {}, {}
            hint = "divide the briefing into several, or keep in data/ what it shows"
            held = f"more than {_MOST // 2**20} MB of text in all, with this file"
            problems.error(Place((path / name).as_posix()), held, hint)
            break
        try:
            text, said = _decoded(raw), raw.replace(b"\r\n", b"\n")
        except UnevenTextError as error:
            problems.error(Place((path / name).as_posix()), error.found, error.hint)
            continue
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
    return Folder(
        path,
        texts,
        frozenset(found.wanted),
        digest.hexdigest(),
        tuple(found.others),
        spreadsheets,
        frozenset(found.closed),
        found.books,
    )


def refuse_other_yaml(files: Folder, theme: str, problems: Problems) -> None:
    """Report the YAML files beside briefing.yaml that are neither content nor its theme."""
    for name in files.other_yaml:
        if name != theme:
            hint = known_names(name, [f"{stem}.yaml" for stem in YAML_FILES])
            if name.endswith(".yaml") and not hint.startswith("did you mean"):
                hint += f"\na theme of your own is named in briefing.yaml: theme: {name}"
            problems.error(Place(files.shown(name)), f'"{name}" is not read', hint)


def read_text(
    file: Path, shown: str, problems: Problems, within: Path | None = None
) -> Lines | None:
    """Return one file's text with its places, under the name `shown`; None if it has none.

    `within` is the content folder that it must lie in.
    """
    raw = _bytes(file, shown, within, problems)
    if raw is None:
        return None
    try:
        text = _decoded(raw)
    except UnevenTextError as error:
        problems.error(Place(shown), error.found, error.hint)
        return None
    if text is None:
        _refuse_bytes(raw, shown, problems)
        return None
    return Lines(shown, text.text, text.shifts) if _is_plain(text, shown, problems) else None


def _bytes(file: Path, shown: str, within: Path | None, problems: Problems) -> bytes | None:
    try:
        return opening.read(file, _KINDS[file.suffix], within)
    except opening.RefusedFileError as error:
        problems.error(Place(shown), f"cannot be read: {error.found}", error.hint)
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
