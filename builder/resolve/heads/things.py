"""What words name of what is drawn: takes words and what is shown, returns its categories and its
series with their places in the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.leading import leading_of
from builder.language.sides import sides_of
from builder.resolve.heads.drawn import Drawn
from builder.resolve.ways import is_named, is_plain, short_for, words_of

MASK: Final = "\ue000"
_FEW: Final = 2
_KIN: Final = 3  # consonants that words of one root share
_VOWELS: Final = re.compile(r"(?<!^)[aeiouyäöüàâéèêëîïôûùœæаеиіїоуюяєьй’]")
_PREFIX: Final = re.compile(r"^(?:ge|be)(?=\w{4})")
_ENDING: Final = re.compile(
    r"(?:ung(?:en)?|e[nt]|t|ings?|e?d|e?s|ées?|és?|er|ements?|ення|ень|али|ано|ють|ено|или)$"
)
_SOFT: Final = frozenset("ьніюя")  # «липень», «липні»
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")


class Thing(NamedTuple):
    """What words name: where, which, and whether it is a series or a category; whether what they
    say holds `since` then.
    """

    start: int
    stop: int
    at: int
    series: bool
    since: bool = False


@dataclass(frozen=True)
class Clause:
    """A clause in small letters, what it names of what is drawn masked."""

    masked: str
    things: tuple[Thing, ...]
    drawn: Drawn
    tag: str

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The words by which what is drawn tells of itself."""
        return words_of(self.drawn.words)

    def is_known(self, word: str) -> bool:
        """Return whether a word is one by which what is drawn tells of itself, or says nothing."""
        leading, ends = leading_of(self.tag), sides_of(self.tag).endings
        times = f"{leading.begins}|{leading.ends}|{leading.lasts}" if self.drawn.times else "(?!)"
        return bool(
            leading.idle.fullmatch(word)
            or re.fullmatch(times, word)
            or is_named(word, self.known, ends)
            or is_kin(word, self.known, self.tag)
            or any(
                re.match(each.of, word) and any(map(each.measured, self.drawn.measures))
                for each in leading.graded
                if each.of
            )
        )

    def leads_on(self, word: str) -> bool:
        """Return whether a word is no noun, but leads to one, or is what it is said with."""
        words = f"{leading_of(self.tag).within}|{sides_of(self.tag).becomes}"
        return bool(re.fullmatch(words, word))

    def is_strange(self, parts: Iterable[str], free: int = 0, *, alone: bool = False) -> bool:
        """Return whether words have any that may narrow what is said: "per head", "in winter"; or
        more others than are `free`. Where it stands `alone` what is drawn is one of them.
        """
        within, idle = leading_of(self.tag).within, leading_of(self.tag).idle
        narrows = re.compile(rf"(?<!\w)(?:{within})(?: |(?<=’))(?:[^\W\d_]+ )?$")
        unknown = 0
        for part in parts:
            for each in re.finditer(r"[^\W\d_]{4,}", part):
                if idle.fullmatch(each.group()) if alone else self.is_known(each.group()):
                    continue
                unknown += 1
                if unknown > free or narrows.search(part[: each.start()]):
                    return True
        return False

    @property
    def is_timed(self) -> bool:
        """Return whether it names a time."""
        month: str = module_of(self.tag, "beside").MONTH
        names = (self.drawn.categories[each.at] for each in self.things if not each.series)
        return any(re.search(rf"{_YEAR.pattern}|{month}", name) for name in names)


def clause_of(words: str, drawn: Drawn, tag: str) -> Clause | None:
    """Return words as a clause; None where they are several, deny, or name nothing shown."""
    things = _dated(named(words, drawn, tag), words, drawn, tag)
    than = sides_of(tag).than
    masked = re.sub(rf",(?= (?:{than})(?:(?<=’)|(?!\w)))", " ", words.lower())
    if things and things[0].since:
        masked = re.sub(rf"^(.{{{things[0].stop}}}),", r"\1 ", masked)  # "since 2021, more"
    for each in things or ():
        mask = MASK * (each.stop - each.start)
        masked = f"{masked[: each.start]}{mask}{masked[each.stop :]}"
    idle = leading_of(tag).idle
    bare = re.sub(r"[^\W\d_]+", lambda w: MASK if idle.fullmatch(w[0]) else w[0], masked)
    if not things or not is_plain(bare.replace(" — ", " ").rstrip(".!? "), tag):
        return None
    return Clause(masked.rstrip(".!? "), tuple(things), drawn, tag)


def named(words: str, drawn: Drawn, tag: str) -> tuple[Thing, ...]:
    """Return the categories and the series that words name, in their order."""
    ends, found = sides_of(tag).endings, list[Thing]()
    for series, names in ((True, drawn.series), (False, drawn.categories)):
        if len(names) < _FEW:
            continue
        split = [words_of(name) for name in names]
        for at, name in enumerate(names):
            others = tuple(word for place, each in enumerate(split) if place != at for word in each)
            own = [word for word in split[at] if not is_named(word, others, ends)]
            span = _whole(words, name) or (_own(words.lower(), own, ends) if own else None)
            span = span or (_kin(words.lower(), own, others, tag) if series and own else None)
            if span is not None:
                found.append(Thing(*span, at, series))
    found.sort(key=lambda each: (each.start, each.start - each.stop))
    stop, kept = 0, []
    for thing in found:
        if thing.start >= stop:
            stop = thing.stop
            kept.append(thing)
    return tuple(kept)


def _whole(words: str, name: str) -> tuple[int, int] | None:
    if not name.strip() or (name.isdigit() and not _YEAR.fullmatch(name)):
        return None
    said = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    return said.span() if said else None


def _dated(things: Sequence[Thing], words: str, drawn: Drawn, tag: str) -> Sequence[Thing] | None:
    """Return things, a year with what says that it is since then; None where it is until then."""
    found, lower = [], words.lower()
    for thing in things:
        year = not thing.series and drawn.categories[thing.at].isdigit()
        before = lower[: thing.start] if year else ""
        since = re.search(rf"(?<!\w)(?:{leading_of(tag).since})(?: [^\W\d_]+)? $", before)
        if since is not None:
            thing = thing._replace(start=since.start(), since=True)
        elif re.search(rf"(?<!\w)(?:{sides_of(tag).since})(?: [^\W\d_]+)? $", before):
            return None
        found.append(thing)
    return found


def _own(lower: str, own: Sequence[str], ends: int) -> tuple[int, int] | None:
    """Return where words have all the own words of a name."""
    words = list(re.finditer(r"[^\W\d_]{4,}", lower))
    found = [[each for each in words if _is(each.group(), word, ends)] for word in own]
    if not all(found):
        return None
    return min(each[0].start() for each in found), max(each[0].end() for each in found)


def _is(word: str, other: str, ends: int) -> bool:
    """Return whether a word is another in whatever case: an ending may take a vowel with it."""
    fleeting = ends and {word[-1:], other[-1:]} <= _SOFT and word[:_KIN] == other[:_KIN]
    return is_named(word, (other,), ends) or bool(fleeting and abs(len(word) - len(other)) < _FEW)


def _kin(lower: str, own: Sequence[str], others: Sequence[str], tag: str) -> tuple[int, int] | None:
    """Return where words name a series by a word of its root, or by the last part of a compound."""
    for each in re.finditer(r"[^\W\d_]{4,}", lower):
        if is_kin(each.group(), own, tag) and not is_kin(each.group(), others, tag):
            return each.span()
    return None


def is_kin(word: str, others: Sequence[str], tag: str) -> bool:
    """Return whether a word has the root of another, or is the last part of it: "gegossen" of
    "Gießwasser", "planted" of "plantings", "Bäume" of "Straßenbäume".
    """
    joined = sides_of(tag).joined
    return any(
        _alike(*sorted((_root(word), _root(other)), key=len)) or (joined and short_for(word, other))
        for other in others
    )


def _alike(short: str, long: str) -> bool:
    """Return whether two roots are one, or the one begins a compound with the other."""
    whole = len(short) == len(long) or len(long) >= len(short) + _KIN
    return len(short) >= _KIN and whole and long.startswith(short)


def _root(word: str) -> str:
    """Return the consonants of a word, which its forms have in common."""
    bare = _ENDING.sub("", _PREFIX.sub("", word.replace("ß", "ss")))
    return _VOWELS.sub("", bare)
