"""What a finished file says, as plain data that every reader returns and `compare` takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from builder.model.ledger import Entry
from builder.model.snapshot import Snapshot

Medium = Literal["paper", "deck", "handout"]
UNITS: Mapping[Medium, str] = {"paper": "page", "deck": "slide", "handout": "page"}
"""What the parts of each kind of file are called."""

ReadChannel = Literal[
    "body",
    "notes",
    "alt",
    "chart",
    "workbook",
    "link",
    "tooltip",
    "comment",
    "outline",
    "properties",
    "attachment",
]
WHOLE_FILE = 0

# One visible mark for each of the signs that fonts and locales draw alike, and none for the
# invisible ones: U+00AD soft hyphen, U+200B to U+200D and U+2060 zero width, U+FEFF.
_HYPHENS_AND_MINUS = "\u2010\u2011\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS = {ord(sign): "-" for sign in _HYPHENS_AND_MINUS} | {ord(sign): None for sign in _INVISIBLE}
# What a reader sees as a digit: of any script, raised, lowered, in a fraction or a circle.
DIGITS = r"\d²³¹⁰⁴-⁹₀-₉¼-¾⅐-⅞↉①-⒛⓪-⓿❶-➓"
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\r\n?|[\n\v\f\u2028\u2029])\s*")
_SPACES = re.compile(r"[^\S\n]+")


class UnreadableFileError(Exception):
    """A file is not what its name says, or is damaged; the message names it and says how."""


@dataclass(frozen=True)
class PageText:
    """One page or slide: every piece of text by channel, in reading order.

    `number` counts from 1; `WHOLE_FILE` (0) holds what belongs to no page: the outline, the
    document's properties and what is attached. `link` are the addresses that links lead to,
    `tooltip` what a PDF's links say when they are pointed at.
    """

    number: int
    channels: Mapping[ReadChannel, tuple[str, ...]]

    def pieces(self, *channels: ReadChannel) -> tuple[str, ...]:
        """Return the pieces of the channels named, one channel after the other."""
        return tuple(piece for channel in channels for piece in self.channels.get(channel, ()))


@dataclass(frozen=True)
class Finding:
    """One place where a finished file does not say what it should.

    `found` and `expected` are as a reader sees them; an empty `expected` means that nothing
    should be there, an empty `found` that nothing is. `page` is 0 for the file as a whole;
    `why` says what rule is broken.
    """

    medium: Medium
    page: int
    channel: str
    found: str
    expected: str
    why: str = ""

    def __str__(self) -> str:
        place = f"{self.medium} {UNITS[self.medium]} {self.page}" if self.page else self.medium
        channel = "" if self.channel in ("", "body") else f", {self.channel}"
        if not self.expected:
            said = f'"{self.found}" should not be there'
        elif not self.found:
            said = f'"{self.expected}" is missing'
        else:
            said = f'expected "{self.expected}", found "{self.found}"'
        return f"{place}{channel}: {said}" + (f" ({self.why})" if self.why else "")


@dataclass(frozen=True)
class Reading:
    """Everything that a finished file says.

    `pages` start with the whole file (number 0). `entries` is the ledger that the file
    carries, None when it carries none that can be read; `fingerprint`, `slug` and `edition`
    come with it, and so does `snapshot`, what its edition says (None where it carries none that
    can be trusted). `problems` are contradictions inside the file itself; `marks` are the
    fingerprints, whole or shortened, that its properties state.
    """

    medium: Medium
    pages: tuple[PageText, ...]
    fingerprint: str = ""
    slug: str = ""
    edition: str = ""
    entries: tuple[Entry, ...] | None = None
    problems: tuple[Finding, ...] = ()
    snapshot: Snapshot | None = None
    marks: tuple[str, ...] = ()


def canonical(text: str) -> str:
    """Return text in the form in which both sides are compared.

    Every hyphen and minus sign is `-`, every space (no-break and narrow ones too) one plain
    space, every line end one `\\n` without spaces around it; invisible characters are gone.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as most pieces are
    return _SPACES.sub(" ", _LINE_ENDS.sub("\n", text.translate(_SIGNS))).strip()


def kept(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return the pieces in canonical form, less the empty ones."""
    return tuple(piece for piece in map(canonical, pieces) if piece)
