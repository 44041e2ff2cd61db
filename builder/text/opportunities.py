"""Where a line may break: takes words, returns the pieces that no line divides.

The rules are those of the Unicode line breaking algorithm (UAX 14), as far as languages that put
spaces between words need them:

- LB4, LB5: a line ends where its author set a line end.
- LB7, LB18: it may end after spaces and tabs, which stand on neither line.
- LB8: it may end after a zero-width space (U+200B), which shows nothing.
- LB11, LB12: nothing breaks at a no-break space (U+00A0, U+202F) or a hyphen that says so
  (U+2011). Nor does it at fixed spaces (U+2009 and its like), other than LB18 and LB21 have it:
  our languages divide numbers with them, and set units off.
- LB13, LB15, LB30 and what else holds signs to words needs no rule: they touch, or
  `builder.language.punctuation` has put a no-break space between them.
- LB21: it may break after a hyphen or dash (HY, BA, B2) and after a slash (SY), but for LB20a,
  LB21a and LB25 only between letters, two of them on either side: "E-Mail", "G-20" and "±1–2" stay
  whole.
- LB21, of a soft hyphen (U+00AD): a word may be divided there, and shows a hyphen where it is.
- Beyond these, a line should not end between a hedge and its number: see `hedge_of`.
- Addresses (UAX 14, section 8, lets them be broken by rules of their own): after each of `/.?&=_-`,
  which would hold by LB13, LB25 and LB29.

What a person or a figure owns is not divided but at its spaces: see `cuts_of`.

The patterns that divide words take some 80 ms to load, more than setting a short paper: what they
say of a word is kept in the cache from build to build, and they are loaded only for a word not
met before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from builder.caches import keep, kept
from builder.model.text import Run
from builder.version import installed

if TYPE_CHECKING:
    from pyphen import Pyphen

After = Literal["space", "hyphen", "join"]
"""What a break swallows or adds: the space, a hyphen, nothing."""

Cuts = Literal["none", "words", "address", "perhaps", "spaces", "dashes"]
"""Where words have parts: at soft hyphens alone, after hyphens too, as an address, or as one if
they look like one. What other programs do lies between two: nowhere, and after every dash."""

SOFT_HYPHEN: Final = "\u00ad"
OPENING: Final = "\u200b"
"""A zero-width space."""
SPACES: Final = re.compile(r"([ \t\n]+)")
"""What stands between words; one with a line end in it ends the line (LB4)."""

AT_SIGNS: Final = re.compile(r"(?<=[^\W\d_]{2}[-\u2010–—/_.@&+:=?#\\])(?=[^\W_]{2})")
"""After a sign within a word, between two letters or more: not in "A/B", "km/h" or "24/7"."""

# An article may be elided between a hyphen and its word: "Pointe-l'Évêque".
_AFTER_HYPHEN: Final = r"(?<=[^\W\d_]{2}[-\u2010–—/])(?=[^\W\d_](?:['’ʼ])?[^\W\d_])"
_IN_ADDRESS: Final = r"(?<=[/.?&=_-])(?=[^/])"
_AFTER_DASHES: Final = r"(?<=[-\u2010–—/])(?![-\u2010–—/])"
_OPENED: Final = f"(?<={OPENING})(?!{OPENING})"
_SOFT: Final = f"{SOFT_HYPHEN}+|{_OPENED}"
_OPENINGS: Final[dict[Cuts, re.Pattern[str]]] = {
    "none": re.compile(_SOFT),
    "words": re.compile(f"{_SOFT}|{_AFTER_HYPHEN}"),
    "address": re.compile(f"{_SOFT}|{_IN_ADDRESS}"),
    "spaces": re.compile(_OPENED),
    "dashes": re.compile(f"{_SOFT}|{_AFTER_DASHES}"),
}
_ADDRESS: Final = re.compile(r"\w+://|www\.")
_MOST: Final = 8192  # words whose parts are remembered

# A hyphen after which no line breaks though programs break there: see LB21.
_HELD: Final = re.compile(r"(?<=[^\W_])-(?=[^\W_])(?!(?<=[^\W\d_]{2}-)[^\W\d_](?:['’ʼ])?[^\W\d_])")
_COPIED: Final = re.compile(r"\S*(?:[/@\\_]|www\.|\.[^\W\d_]{2})\S*")


class UnbrokenPiece(NamedTuple):
    """What stands unbroken, from `start` to `stop` of a text, and how a break after it shows.

    `ends` where the author ended the line.
    """

    start: int
    stop: int
    after: After
    ends: bool = False


def cuts_of(run: Run) -> Cuts:
    """Return where the words of a run have parts after which a line may break."""
    in_cell = run.owner is not None and run.owner.of_cell
    linked = run.link is not None and "://" in run.link
    if run.owner is not None and not in_cell and not linked:
        return "none"
    # A link leads to the address in ASCII, which its words need not be.
    if run.text == run.link:
        return "address"
    return "perhaps" if in_cell or linked else "words"


_LONGEST_HEDGE: Final = 24  # characters


def hedge_of(run: Run) -> int:
    """Return how many characters a figure prints before its number ("at least 400"), within which
    no line should end; 0 for none. Number and unit are joined by a no-break space.
    """
    if run.owner is None or run.owner.kind != "figure":
        return 0
    first = next((at for at, sign in enumerate(run.text) if sign.isdigit()), 0)
    return first if first <= _LONGEST_HEDGE else 0


def parts_of(word: str, run: Run) -> list[tuple[str, After]]:
    """Return a word's parts, after each of which a line may break, and what a break adds.

    A soft hyphen says itself where a word may be divided; it is seen only where one is.
    """
    return list(parts(word, cuts_of(run)))


@lru_cache(maxsize=_MOST)
def parts(word: str, cuts: Cuts) -> tuple[tuple[str, After], ...]:
    """Return a word's parts as `parts_of` does, for a run with such cuts."""
    if word.isalnum():
        return ((word, "join"),)
    return tuple((word[start:stop], after) for start, stop, after, _ in _pieces(word, cuts))


def unbroken(text: str, cuts: Cuts) -> Iterator[UnbrokenPiece]:
    """Yield the pieces of a text in order: its words, or their parts."""
    at = 0
    split = SPACES.split(text)
    for word, space in zip(split[::2], (*split[1::2], ""), strict=True):
        if word:
            *opened, closed = _pieces(word, cuts)
            for start, stop, after, _ in opened:
                yield UnbrokenPiece(at + start, at + stop, after)
            after = "space" if space else "join"
            yield UnbrokenPiece(at + closed.start, at + closed.stop, after, "\n" in space)
        at += len(word) + len(space)


def _pieces(word: str, cuts: Cuts) -> list[UnbrokenPiece]:
    """Return a word's pieces: at least one, if empty where it has soft hyphens alone."""
    if cuts == "perhaps":
        cuts = "address" if _ADDRESS.match(word) else "words"
    found: list[UnbrokenPiece] = []
    start = 0
    for opening in _OPENINGS[cuts].finditer(word):
        stop, resumed = opening.span()
        if stop > start:
            found.append(UnbrokenPiece(start, stop, "hyphen" if resumed > stop else "join"))
        start = resumed
    if start < len(word) or not found:
        found.append(UnbrokenPiece(start, len(word), "join"))
    else:
        found[-1] = found[-1]._replace(after="join")
    return found


_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 6
_BEFORE: Final = 3
_AFTER: Final = 3
_MOST_WORDS: Final = 20_000
"""Words: so many take as long to read as the patterns; the cache then begins anew."""


def held(text: str) -> str:
    """Return a text whose hyphens say so where no line breaks after them (U+2011), since programs
    would: "2026-2028", "7-ї". Addresses and names of files, which are copied, keep theirs.
    """
    if "-" not in text:
        return text
    found, at = [], 0
    for copied in _COPIED.finditer(text):
        found += [_HELD.sub("\u2011", text[at : copied.start()]), copied.group()]
        at = copied.end()
    return "".join((*found, _HELD.sub("\u2011", text[at:])))


class Hyphens:
    """Divides the words of one language; `save` keeps what was learnt."""

    def __init__(self, language: str, cache: Path | None) -> None:
        self.language = language
        self._path = cache / f"hyphens-{language}-{installed('pyphen')}" if cache else None
        self._known: dict[str, list[int]] = self._read()
        self._met = len(self._known)

    def places(self, word: str) -> list[int]:
        """Return after how many letters the word may be divided, in order."""
        if len(word) < _SHORTEST or word.isupper():  # an abbreviation is no word of the language
            return []
        places = self._known.get(word)
        if places is None:
            places = self._known[word] = self._divide(word)
        return places

    def cuts(self, text: str) -> list[int]:
        """Return after how many characters of a text one of its words may be divided."""
        return [
            word.start() + place
            for word in _WORD.finditer(text)
            for place in self.places(word.group())
        ]

    def save(self) -> None:
        """Write what was learnt to the cache, if there is one and there is anything new."""
        if self._path is None or len(self._known) == self._met:
            return
        keep(self._path, json.dumps(self._known if len(self._known) < _MOST_WORDS else {}).encode())

    def _divide(self, word: str) -> list[int]:
        if self._patterns is None:
            return []
        longest = len(word) - _AFTER
        return [int(at) for at in self._patterns.positions(word) if _BEFORE <= at <= longest]

    def _read(self) -> dict[str, list[int]]:
        stored = kept(self._path) if self._path else None
        known: dict[str, list[int]] = json.loads(stored) if stored else {}
        return known

    @cached_property
    def _patterns(self) -> Pyphen | None:
        """The language's patterns, or None where pyphen has none: its words stay whole."""
        import pyphen

        found = pyphen.language_fallback(self.language.replace("-", "_"))
        return pyphen.Pyphen(lang=found) if found else None
