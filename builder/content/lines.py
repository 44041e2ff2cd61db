"""A file's bytes in, its text in one normal form out, and the place of every character of it.

Programs end lines, mark byte orders and write accents in several ways that say the same. Content
is read with plain line feeds, without a byte order mark and with composed accents (Unicode NFC),
so that no way of saving a file changes what it says, or its fingerprint.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeAlias

from builder import files
from builder.frozen import dataclass
from builder.language.language import known
from builder.problems import HIDDEN, Place

Locator: TypeAlias = Callable[[int], Place]
"""Says where the character at an index of some text stands in its file."""

Shifts: TypeAlias = tuple[tuple[int, int], ...]
"""From which index of a text on its characters stand so many further on in the file, in order."""


class Lines:
    """A file's text, and where its lines begin. Lines end in a line feed only.

    `shifts` tell where characters stand in a file that was not read as it is: the columns of
    places are those of the file, which editors count.
    """

    def __init__(self, file: str, text: str, shifts: Shifts = ()) -> None:
        self.file = file
        self.text = text
        self.shifts = shifts

    @cached_property
    def starts(self) -> list[int]:
        """The index at which each line begins."""
        lines = self.text.split("\n")[:-1]
        return list(accumulate((len(line) + 1 for line in lines), initial=0))

    def place(self, index: int) -> Place:
        """Return the place of the character at `index`."""
        line = bisect_right(self.starts, index)
        column = self.column_on_disk(line - 1, index - self.starts[line - 1])
        return Place(self.file, line, column + 1)

    def index_on_disk(self, index: int) -> int:
        """Return the index in the file, as it was decoded, of the character at `index`."""
        known = bisect_right(self.shifts, index, key=itemgetter(0))
        return index + self.shifts[known - 1][1] if known else index

    def column_on_disk(self, line: int, column: int) -> int:
        """Return the column (from 0) in the file of a line and column (from 0) of the text."""
        if not self.shifts or line >= len(self.starts):
            return column
        start = self.starts[line]
        return self.index_on_disk(start + column) - self.index_on_disk(start)


def offsets(words: Sequence[tuple[str, int, bool]]) -> Callable[[int], int]:
    """Return where in the source the character at an index of the joined words begins.

    Of each word is given where it begins, and whether it stands in the source as it is.
    """

    ends = list(accumulate(len(word) for word, _, _ in words))

    def offset(index: int) -> int:
        number = bisect_right(ends, index)
        if number == len(words):
            return words[-1][1]
        word, at, verbatim = words[number]
        return at + index - (ends[number] - len(word)) if verbatim else at

    return offset


_MARK: Final = "\ufeff"
_BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
MOST_SHIFTS: Final = 1_000_000
"""Places in a text that stand otherwise in its file; each takes a hundred bytes."""
_TURNING: Final = re.compile(f"[{_BIDI}]")
_LINE_END: Final = re.compile(r"\r\n?|[^\r]+")


@dataclass(frozen=True)
class Normal:
    """A text in normal form; `shifts` tell where its characters stand in the file (`Lines`)."""

    text: str
    shifts: Shifts = ()


class UnevenTextError(Exception):
    """A text whose line ends and accents stand otherwise than they are read in too many places."""

    found = f"more than {MOST_SHIFTS:,} line ends or accents to be put in one form"
    hint = "save it with plain line feeds and composed accents (Unicode NFC), or divide it"


def normal(raw: str) -> Normal:
    """Return a file's text with plain line feeds, composed accents and no byte order mark.

    Raises:
        UnevenTextError: it would take more notes of places than are kept.
    """
    mark = int(raw.startswith(_MARK))
    is_composed = unicodedata.is_normalized("NFC", raw)
    if is_composed and not mark and "\r" not in raw:
        return Normal(raw)
    composed = len(raw) if is_composed else len(unicodedata.normalize("NFC", raw))
    if len(raw) - composed + raw.count("\r\n") > MOST_SHIFTS:
        raise UnevenTextError
    if is_composed:
        text = raw[mark:]
        ends = enumerate(re.finditer("\r\n", text), start=1)
        shifts = (*((0, mark),) * mark, *((each.end() - n, n + mark) for n, each in ends))
        return Normal(text.replace("\r\n", "\n").replace("\r", "\n"), shifts)
    return _composed(raw)


def _composed(raw: str) -> Normal:
    """Return a text that has accents apart, piece by piece, since they shift what follows."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    here = there = 0
    for segment in _segments(raw):
        part = "\n" if segment[0] == "\r" else unicodedata.normalize("NFC", segment)
        if segment == _MARK and not there:
            part = ""
        parts.append(part)
        here, there = here + len(part), there + len(segment)
        if len(part) != len(segment):
            shifts.append((here, there - here))
    return Normal("".join(parts), tuple(shifts))


def _segments(raw: str) -> Iterator[str]:
    """Yield stretches that can be normalised one by one: line ends, and letters with accents."""
    if raw.startswith(_MARK):
        yield _MARK
        raw = raw[1:]
    for match in _LINE_END.finditer(raw):
        piece = match.group()
        if piece[0] == "\r" or unicodedata.is_normalized("NFC", piece):
            yield piece
            continue
        begin = 0
        for at in range(1, len(piece)):
            if not _joins(piece[at]):
                yield piece[begin:at]
                begin = at
        yield piece[begin:]


def _joins(character: str) -> bool:
    """Say whether a character may be composed with the one before it: an accent, or a jamo."""
    return "\u1160" <= character <= "\u11ff" or unicodedata.category(character).startswith("M")


def name_of_control(character: str) -> str:
    """Return what a control character is called in a message, which never prints it."""
    kind = "a control of text direction" if _TURNING.match(character) else "control character"
    return f"{kind} U+{ord(character):04X}"


def as_lines(raw: str, file: str) -> Lines:
    """Return a file's text in normal form with its places."""
    found = normal(raw)
    return Lines(file, found.text, found.shifts)


def actual_path(folder: Path, name: str) -> Path:
    """Return a content file's path; on some systems accents in its name are decomposed."""
    path = folder / name
    if name.isascii() or files.exists(path) or files.is_outside(name):
        return path
    with suppress(files.RefusedFileError):
        for other in files.listed(path.parent, folder):
            if unicodedata.normalize("NFC", other.name) == path.name:
                return other
    return path


def legacy_encoding(language: str) -> str:
    """Return the encoding in which spreadsheets of a language's system save plain CSV files."""
    spoken = known(language)
    return spoken.encoding if spoken else "cp1252"


def spreadsheet_text(raw: bytes, language: str) -> tuple[str, str] | None:
    """Return a data file's text and encoding, from bytes that are not UTF-8; None for neither.

    Such a file is taken for what a spreadsheet of the briefing's language saves. One of another
    language would come out as rows of accented letters, or in two scripts within a word: that
    is no text of any.
    """
    encoding = legacy_encoding(language)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = _MIXED if encoding == "cp1251" else _MISREAD
    try:
        hidden = HIDDEN.search(normal(text).text)
    except UnevenTextError:
        return None
    return None if hidden or strange.search(text) else (text, encoding)


# Cyrillic, or the accents of an older system, read as Western European text.
_MISREAD: Final = re.compile(
    "[\u00c0-\u00ff]{3}|[\u00c0-\u00ff][\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf][\u00c0-\u00ff]"
    "|[A-Za-z]\u0178|[a-z][\u0160\u017d]"
)
_MIXED: Final = re.compile("[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]", re.IGNORECASE)


def aligned(source: str, value: str) -> list[int]:
    """Return the index into `source` (quoted, folded or escaped) of each character of `value`."""
    offsets = []
    at = 0
    for char in value:
        if char.isspace():
            offsets.append(at)
            while at < len(source) and source[at].isspace():
                at += 1
            continue
        # Quotes, escapes and indents are skipped; a far match would be another character.
        found = source.find(char, at, at + 80)
        at = found if found >= 0 else at
        offsets.append(min(at, len(source) - 1))
        at += 1
    return offsets or [0]
