"""What a finished file says, as plain data that every reader returns and `compare` takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, Final, Literal

from builder.frozen import dataclass
from builder.model.gauge import Gauged
from builder.model.ledger import WHOLE_FILE, Entry, LedgerPlace, entries_of
from builder.model.saying import ALIKE, SIGNS
from builder.model.snapshot import Snapshot

Medium = Literal["paper", "deck", "handout"]
UNITS: Final[Mapping[Medium, str]] = {"paper": "page", "deck": "slide", "handout": "page"}
"""What the parts of each kind of file are called."""

# What a reader sees as a digit: of any script, raised, lowered, in a fraction or a circle.
DIGITS = r"\d²³¹⁰⁴-⁹₀-₉¼-¾⅐-⅞↉①-⒛⓪-⓿❶-➓"
_LINE_ENDS = re.compile(r"[^\S\n]*(?:\r\n?|[\n\v\f\u2028\u2029])\s*")
_SPACES = re.compile(r"[^\S\n]+")


class UnreadableFileError(Exception):
    """A file is not what its name says, or is damaged; the message names it and says how."""


@dataclass(frozen=True)
class PageText:
    """One page or slide: every text by channel, in reading order.

    `number` counts from 1; `WHOLE_FILE` (0) holds what belongs to no page.
    """

    number: int
    channels: Mapping[str, tuple[str, ...]]

    def pieces(self, *channels: str) -> tuple[str, ...]:
        """Return the pieces of the channels named, one channel after the other."""
        return tuple(piece for channel in channels for piece in self.channels.get(channel, ()))


@dataclass(frozen=True)
class Finding:
    """One place where a finished file does not say what it should.

    `found` and `expected` are as a reader sees them; an empty `expected` means that nothing
    should be there, an empty `found` that nothing is. `page` is 0 for the file as a whole;
    `within` names the place, `why` says what rule is broken.
    """

    medium: Medium
    page: int
    channel: str
    found: str
    expected: str
    why: str = ""
    within: str = ""

    def __str__(self) -> str:
        place = f"{self.medium} {UNITS[self.medium]} {self.page}" if self.page else self.medium
        channel = "" if self.channel in ("", "body", "look") else f", {self.channel}"
        channel += f", {self.within}" if self.within else ""
        if not self.expected and not self.found:
            return f"{place}{channel}: {self.why}"
        if not self.expected:
            said = f'"{self.found}" should not be there'
        elif not self.found:
            said = f'"{self.expected}" is missing'
        else:
            said = f'expected "{self.expected}", found "{self.found}"'
        return f"{place}{channel}: {said}" + (f" ({self.why})" if self.why else "")


@dataclass(frozen=True)
class Carried:
    """What a file carries of its making; `medium` is the kind of file that carries it.

    `places` are what it was made to say, `words` what each page was made to say in the order of
    drawing (papers). `snapshot` is what its edition says, None where it is missing or was changed;
    `files` are by name the digests of what else is attached, `seal` those of what is drawn;
    `problems` are what is wrong with the ledger itself; `gauged` are charts of a paper with what
    their marks measure.
    """

    medium: Medium
    fingerprint: str
    slug: str
    edition: str
    places: tuple[LedgerPlace, ...]
    words: Mapping[int, str] = field(default_factory=dict)
    snapshot: Snapshot | None = None
    files: Mapping[str, Any] = field(default_factory=dict)
    seal: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    gauged: tuple[Gauged, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The owned texts, in order."""
        return entries_of(self.places)


@dataclass(frozen=True)
class Reading:
    """Everything that a finished file says.

    `places` are sorted by page. `carried` is the ledger, None where it carries none that can be
    read. `seal` holds the digests of what is drawn, as they are now. `problems` are
    contradictions inside the file itself; `marks` are the fingerprints, whole or shortened, that
    its properties state. `words` are the texts of the pages of a paper that has lost the tags by
    which places are told, None while it has them. `homes` are the slides of a deck that lead to its
    charts, their workbooks and pages of notes, by the part's name.
    """

    medium: Medium
    places: tuple[LedgerPlace, ...]
    carried: Carried | None = None
    seal: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()
    marks: tuple[str, ...] = ()
    words: Mapping[int, str] | None = None
    attached: Mapping[str, bytes] = field(default_factory=dict)
    untouched: bool = False
    homes: Mapping[str, int] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[Entry, ...] | None:
        """The owned texts of the ledger that the file carries, None where it carries none."""
        return None if self.carried is None else self.carried.entries

    @property
    def snapshot(self) -> Snapshot | None:
        """What the edition says, where the file carries it."""
        return None if self.carried is None else self.carried.snapshot

    @property
    def fingerprint(self) -> str:
        """The content's fingerprint, as the ledger has it."""
        return "" if self.carried is None else self.carried.fingerprint

    @property
    def slug(self) -> str:
        """The name of the files, as the ledger has it."""
        return "" if self.carried is None else self.carried.slug

    @property
    def edition(self) -> str:
        """The edition, as the ledger has it."""
        return "" if self.carried is None else self.carried.edition

    @cached_property
    def pages(self) -> tuple[PageText, ...]:
        """All texts by page and channel; the first is the whole file's."""
        held: dict[int, dict[str, list[str]]] = {WHOLE_FILE: {}}
        for place in self.places:
            channels = held.setdefault(place.page, {})
            if text := legible(place.text):
                channels.setdefault(place.channel, []).append(text)
        return tuple(
            PageText(page, {name: tuple(texts) for name, texts in held[page].items()})
            for page in sorted(held)
        )


def canonical(text: str) -> str:
    """Return text in the form in which both sides are compared: `legible`, and every apostrophe and
    quotation mark straight.
    """
    return legible(text).translate(SIGNS)


def legible(text: str) -> str:
    """Return text as it is told of.

    Every hyphen and minus sign is `-`, every space (no-break and narrow ones too) one plain
    space, every line end one `\\n` without spaces around it; invisible characters are gone.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as most pieces are
    return _SPACES.sub(" ", _LINE_ENDS.sub("\n", text.translate(ALIKE))).strip()


def shortened(text: str, most: int) -> str:
    """Return a text on one line, cut between words where it has more characters than `most`."""
    said = " ".join(legible(text).split())
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0]}…"


def squeezed(text: str) -> str:
    """Return the letters, digits and signs of a text: what no line's end can add or take."""
    if not text.isascii():
        text = text.translate(SIGNS)
    return "".join(text.split())


def kept(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return the pieces as they are told of, less the empty ones."""
    return tuple(piece for piece in map(legible, pieces) if piece)
