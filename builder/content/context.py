"""What the readers of one content folder share: its problems, and what is to be checked later.

A use of a figure, claim, chart and so on is noted as a `Mention` where it stands; whether there
is such a thing is checked once everything has been read (`references`). Numbers without an
owner are noted as `LooseNumber` and reported then too, when the figures they may be are known.
`Names` says which digits in a text a declared name owns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Final, Literal, TypeAlias

from builder.content.citing import Locators
from builder.frozen import dataclass
from builder.language.years import Years
from builder.problems import Place, Problems

_ASCII_DIGIT = re.compile("[0-9]")
_OTHER = re.compile("[^\x00-\x7f]")


def has_digit(text: str) -> bool:
    """Say whether a text holds a digit or another number character (Unicode Nd, Nl, No)."""
    if _ASCII_DIGIT.search(text):
        return True
    return not text.isascii() and any(is_digit(char) for char in _OTHER.findall(text))


def is_digit(char: str) -> bool:
    """Say whether a character counts as a digit: 7, ٧, ½, ² or Ⅶ."""
    return unicodedata.category(char) in ("Nd", "Nl", "No")


def unit_words(entries: Mapping[str, object]) -> Iterator[str]:
    """Yield the words of stated units that hold raised or lowered digits: kWh/m², CO₂.

    `entries` are those of figures.yaml or charts.yaml, whatever their shape. Plain digits in a
    unit may be a number of their own (100 km), which its author declares.
    """
    units = entries.get("units")
    for id, entry in entries.items():
        if id == "units" or not isinstance(entry, dict):
            continue
        yield from _raised(entry.get("unit"))
    for forms in units.values() if isinstance(units, dict) else ():
        for form in forms.values() if isinstance(forms, dict) else ():
            yield from _raised(form)


_MARKED: Final = re.compile(r"(~)([^\s~^]+)~|(\^)([^\s~^]+)\^|(\^)([+-]?\d+)|\*(?=\S)[^*]+\*")
_PLAIN_POWER: Final = re.compile(r"(?<![^\W\d])([cdkm]?m|[сдкм]?м)([23])(?!\w)")
_SIGNS: Final = "0123456789+-"
_SHIFTED: Final = {
    "~": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋"),
    "^": str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
}


def check_unit(unit: str, place: Place, problems: Problems) -> bool:
    """Report a unit that holds marks of Markdown or a power in plain digits, and return whether it
    holds none: units are words that are also heard.
    """
    plain = _PLAIN_POWER.sub(_raised_power, _MARKED.sub(_as_signs, unit))
    if plain == unit:
        return True
    marked = "holds marks of Markdown, which no unit is set by"
    held = marked if _MARKED.search(unit) else "has a power in plain digits"
    problems.error(place, f'the unit "{unit}" {held}', f"write {plain}")
    return False


def _as_signs(found: re.Match[str]) -> str:
    mark, words = ([*filter(None, found.groups())] or ["", ""])[:2]
    return words.translate(_SHIFTED[mark]) if mark else found[0].strip("*")


def _raised_power(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(_SHIFTED["^"])


def _raised(unit: object) -> Iterator[str]:
    for word in unit.split() if isinstance(unit, str) else ():
        if has_digit(word) and not re.search(r"\d", word):
            yield word


# Raised and lowered digits that belong to the letters before them: km², m³, CO₂, kg·m⁻².
_LETTER: Final = r"[^\W\d_⁰¹²³⁴-⁹₀-₉½¼¾]"
_SYMBOL: Final = (
    rf"(?<!\w)(?:{_LETTER}{{1,4}}(?:[²³]|⁻[¹²³⁴-⁹])|(?:{_LETTER}+[₀-₉]+)+{_LETTER}*)(?!\w)"
)


class Names:
    """Words that own their digits, found in text as whole words.

    These are those under `names:` of briefing.yaml, longest first, and symbols of units and
    formulas, whose raised and lowered digits count nothing.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self.used: set[str] = set()
        self._own: frozenset[str] = frozenset()
        self._counts: Callable[[str], bool] = bool

    def also(self, words: Iterable[str], counts: Callable[[str], bool]) -> Names:
        """Return these words and others, which need no declaration where they are known.

        Unless what follows `counts`: 5–7 may be a category, "5–7 per cent" is an amount.
        """
        more = Names((*self.words, *words))
        more.used = self.used
        more._own = frozenset(more.words) - frozenset(self.words)
        more._counts = counts
        return more

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.words, key=lambda word: (-len(word), word))
        alternatives = "|".join(f"({_flexible(word)})" for word in longest)
        self._longest = longest
        # Not the beginning or end of a longer word or number: "Quay 7" is not in "Quay 7.5".
        named = rf"(?<!\w)(?<!\d[.,:/-])(?:{alternatives})(?!\w)(?![.,:/-]\d)"
        return re.compile(f"{named}|{_SYMBOL}" if longest else _SYMBOL)

    def parts(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield the parts of a text in order: index, words, and the name that they are or ""."""
        at = 0
        found = self._pattern.finditer(text) if has_digit(text) else ()
        for match in found:
            if match.start() > at:
                yield at, text[at : match.start()], ""
            name = self._longest[match.lastindex - 1] if match.lastindex else match.group()
            amount = name in self._own and self._counts(text[match.end() :])
            if has_digit(name) and not amount:
                self.used.add(name)
                yield match.start(), match.group(), name
            else:
                yield match.start(), match.group(), ""
            at = match.end()
        if at < len(text):
            yield at, text[at:], ""


def _flexible(word: str) -> str:
    """Return a pattern for a name with any space for a space, any hyphen for a hyphen."""
    parts = [re.escape(part).replace(r"\-", "[-\u2010\u2011]") for part in word.split()]
    return r"\s+".join(parts)


_WORD: Final = re.compile(r"(?<!\S)[(\[«\"“]*\d{1,3}(?:\s\d{3})+(?!\d)[^\s\u2014]*|[^\s\u2014]+")


def number_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word with a digit: its index, the word without brackets and stops, the next word.

    A word is taken whole (`3,700`, `2024-09`, `$240bn`, `142 000`), up to a space that parts no
    thousands, or a long dash.
    """
    if not has_digit(text):
        return
    words = list(_WORD.finditer(text))
    following = [*(word.group() for word in words[1:]), ""]
    for word, after in zip(words, following, strict=True):
        if has_digit(word.group()):
            bare = word.group().rstrip(".,;:!?)]}\"'”’»*_").lstrip("([{\"'“‘«*_")
            start = word.start() + word.group().index(bare)
            yield start, bare, after.strip(".,;:!?)]}\"'”’»")


MentionKind: TypeAlias = Literal[
    "figure",
    "claim",
    "chart",
    "table",
    "data",
    "column",
    "source",
    "anchor",
    "layout",
    "reference",
    "braced",
]


@dataclass(frozen=True)
class Mention:
    """The name of something that must exist, and where it is used; `of` a column's data file.

    What is `braced` must not be a figure's: `of` is how it is written.
    """

    kind: MentionKind
    name: str
    place: Place
    of: str = ""


@dataclass(frozen=True)
class LooseNumber:
    """A word with digits that nothing owns, and the word after it.

    `outside` says that it stands where a year does, but lies outside the briefing's years;
    `dated` that it is a whole date, which is loose only where it is a figure's.
    """

    word: str
    following: str
    place: Place
    outside: bool = False
    dated: bool = False


@dataclass
class Context:
    """The gathering lists of one reading.

    `dropped` says that a part of a section could not be read: what it uses is not known.
    `locators` are the words for pages and the like, None where the content has no references.
    """

    problems: Problems
    names: Names
    years: Years = field(default_factory=Years)
    locators: Locators | None = None
    mentions: list[Mention] = field(default_factory=list)
    loose: list[LooseNumber] = field(default_factory=list)
    dropped: bool = False

    def mention(self, kind: MentionKind, name: str, place: Place, of: str = "") -> None:
        """Note a use, unless the name is empty."""
        if name:
            self.mentions.append(Mention(kind, name, place, of))

    def add(self, other: Context) -> None:
        """Add what another reading gathered."""
        self.problems.found += other.problems.found
        self.names.used |= other.names.used
        self.mentions += other.mentions
        self.loose += other.loose
        self.dropped = self.dropped or other.dropped
