"""What titles say of how two things that are drawn go together, "the denser the trees, the hotter",
and of what came of what, "from the storm to the plan". Takes words and what is shown, returns what
they say and whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from builder.frozen import dataclass
from builder.language.claims import comparing_of
from builder.language.leading import Graded, Leading, leading_of
from builder.language.lexicon import FIGURE
from builder.language.sides import sides_of
from builder.resolve.heads.drawn import Drawn, Verdict, printed
from builder.resolve.heads.things import is_kin
from builder.resolve.ways import is_named, words_of

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NUMBER: Final = re.compile(r"\d+")
_FEW: Final = 3  # of which all must go together
_MOSTLY: Final = Decimal("0.6")  # of pairs, of more than these, that go one way and not the other
_STRANGE: Final = 1  # words of a half that may be of anything

_Values: TypeAlias = "tuple[Decimal | None, ...]"


class _Thing(NamedTuple):
    """What a half of a law is said of: its name, its values, and how it is called otherwise."""

    name: str
    values: _Values
    named: tuple[str, ...]
    measure: str


class _Half(NamedTuple):
    """Which way a half goes, of which of the things; none where it does not say, and where it names
    no other either.
    """

    rises: bool
    of: tuple[_Thing, ...]


def lawful(words: str, drawn: Drawn, tag: str) -> Verdict | None:
    """Return what words say of how two things go together, or follow one another."""
    small = words.lower().rstrip(".!? ")
    if len(words.lower()) != len(words) or FIGURE in words:
        return None
    return _travelled(small, drawn, tag) if drawn.times else _Law(small, drawn, tag).said()


def _travelled(small: str, drawn: Drawn, tag: str) -> Verdict | None:
    """Return what leads from one event to another, where that one was before."""
    start, end = leading_of(tag).journey
    said = re.match(rf"(?:{start})(?: |(?<=’))(?P<a>[^,;:]+?) (?P<to>{end})(?: |(?<=’))", small)
    if said is None or len(drawn.series) > 1 or re.search(r"[,;:]", small):
        return None
    places = []
    for part in (said["a"], small[said.end() :]):
        found = {
            at
            for at, name in enumerate(drawn.categories)
            for word in _WORD.findall(part)
            if is_named(word, words_of(name), sides_of(tag).endings)
        }
        if len(found) != 1:
            return None
        places.append(found.pop())
    first, last = (drawn.values[0][at] for at in places)
    if first is None or last is None or first <= last:
        return None
    shown = dict(zip(places, (first, last), strict=True))
    return Verdict(slice(0, len(small)), False, drawn.shown(shown, 0, tag))


@dataclass(frozen=True)
class _Law:
    """Words in small letters over what is drawn."""

    small: str
    drawn: Drawn
    tag: str

    @property
    def known(self) -> Leading:
        return leading_of(self.tag)

    def said(self) -> Verdict | None:
        """Return what a law says, and whether it is so of most that is drawn."""
        halves = self._halves()
        if halves is None or len(halves) != 2:
            return None
        one, other = halves
        things = self._things()
        left = [each for each in things if each not in (*one.of, *other.of)]
        if not one.of and not other.of:
            return None
        if not one.of or not other.of:
            # Of two things the half that does not say so is said of the other one.
            if len(things) != 2 or len(left) != 1:
                return None
            one, other = (each if each.of else each._replace(of=(left[0],)) for each in halves)
        if {*one.of} & {*other.of}:
            return None
        alike = one.rises is other.rises
        ways = {
            _together(first.values, last)
            for first in one.of[:1]
            for last in (other.of[0].values, _summed(other.of))
        }
        if len(ways) != 1 or None in ways:
            return None
        return Verdict(
            slice(0, len(self.small)), alike in ways, self._shown(one.of[0], other.of[0])
        )

    def _halves(self) -> tuple[_Half, ...] | None:
        """Return the two halves; None where words say no law, or what is not known."""
        for start, then in self.known.laws:
            law = re.match(
                rf"(?P<a>(?:{start})(?!\w)[^,;:.!?]*?),? (?P<b>(?:{then})(?!\w)[^,;:.!?]*)$",
                self.small,
            )
            halves = [self._half(law[name]) for name in ("a", "b")] if law else []
            if halves and None not in halves:
                return tuple(each for each in halves if each is not None)
        under = re.match(
            rf"(?:{self.known.under}) (?P<a>(?:[^\W\d_]+ ){{2,3}}?)(?P<b>.+)$", self.small
        )
        heaps = under and re.search(rf"(?<!\w)(?:{self.known.heaps})(?!\w)", under["b"])
        if not under or not heaps or re.search(r"[,;:]", self.small):
            return None
        found = [*self._adjectives(under["a"])]
        rest = under["b"][: heaps.start()] + under["b"][heaps.end() :]
        if len(found) != 1 or not found[0].of:
            return None
        other = self._named(rest)
        return (found[0], _Half(True, other)) if other else None

    def _adjectives(self, words: str) -> Iterator[_Half]:
        """Yield adjectives of measures, in whatever degree they stand."""
        for word in re.finditer(r"[^\W\d_]{3,}", words):
            for each in self.known.graded:
                way = each.way.match(words, word.start(), word.end())
                if way is not None and each.of:
                    yield _Half(way.lastgroup == "up", self._measured(each))
                    break

    def _half(self, words: str) -> _Half | None:
        """Return what one half says; None where it does not grade one thing."""
        said = [*self.known.compared.finditer(words)]
        general = [*sides_of(self.tag).graded.finditer(words)]
        if self.known.follow and len(general) == 1:
            return self._following(words, general[0])
        if len(said) == 1 and len(general) <= 1:
            return self._graded(words, said[0])
        if said or len(general) > 1:
            return None
        if general:
            rises = general[0].lastgroup == "up"
            return self._of(words, general[0].span(), rises=rises)
        # "Desto wichtiger" grades the answer that is called so.
        words = words.partition(" ")[2]
        named = self._named(words)
        return _Half(True, named) if named and self._strange(words, named) <= _STRANGE else None

    def _graded(self, words: str, said: re.Match[str]) -> _Half | None:
        """Return a half whose comparative is of a measure."""
        rest = words[: said.start()] + words[said.end() :]
        ways = [(each, each.way.search(said.group())) for each in self.known.graded]
        for each, way in ways:
            of = self._measured(each) if way is not None and each.of else ()
            if way is not None and of:
                return _Half((way.lastgroup == "up") is (said.lastgroup == "more"), of)
        way = next((way for _, way in ways if way is not None), None)
        named = self._named(rest)
        rises = way is not None and (way.lastgroup == "up") is (said.lastgroup == "more")
        return _Half(rises, named) if way is not None and named else None

    def _following(self, words: str, general: re.Match[str]) -> _Half | None:
        """Return a half of « plus la cantine est petite », whose adjective stands behind."""
        rises, rest = general.lastgroup == "up", words[general.end() :]
        found = [*self._adjectives(rest)]
        lesser = re.search(rf"(?<!\w)(?:{self.known.lesser})", rest)
        greater = re.search(rf"(?<!\w)(?:{self.known.greater})", rest)
        if len(found) == 1 and not lesser and not greater:
            of = found[0].of or self._named(rest)
            return _Half(found[0].rises is rises, of) if of else None
        if found or (lesser and greater):
            return None
        one = lesser or greater
        if one is not None:
            return self._of(rest, one.span(), rises=rises is not bool(lesser))
        of = self._named(rest)
        return _Half(rises, of) if of and self._strange(rest, of) <= _STRANGE else None

    def _of(self, words: str, span: tuple[int, int], *, rises: bool) -> _Half | None:
        rest = words[: span[0]] + words[span[1] :]
        of = self._named(rest)
        return _Half(rises, of) if of or not self._strange(rest, ()) else None

    def _things(self) -> tuple[_Thing, ...]:
        """Return what may go together: the series, and the order of the categories."""
        drawn, values = self.drawn, self.drawn.values
        if drawn.apart:
            wholes = [_total(each) for each in zip(*values, strict=True)]
            values = tuple(
                tuple(v and w and v / w for v, w in zip(row, wholes, strict=True)) for row in values
            )
        found = [
            _Thing(name, row, words_of(name) if name else words_of(measure), measure)
            for name, row, measure in zip(drawn.series, values, drawn.measures, strict=True)
        ]
        order = self._order()
        return (*found, order) if order is not None else tuple(found)

    def _order(self) -> _Thing | None:
        """Return the categories by their numbers, where these lead one way: "30 to 59"."""
        numbers = [_NUMBER.search(each) for each in self.drawn.categories]
        known = [int(each.group()) for each in numbers if each is not None]
        if len(known) < len(numbers) or len({*known}) < 2 or self.drawn.over == "":
            return None
        if known not in (sorted(known), sorted(known, reverse=True)):
            return None
        step = 1 if known[0] < known[-1] else -1
        values = tuple(Decimal(step * at) for at in range(len(known)))
        return _Thing("", values, words_of(self.drawn.over), self.drawn.over)

    def _measured(self, graded: Graded) -> tuple[_Thing, ...]:
        found = [each for each in self._things() if graded.measured(each.measure)]
        return tuple(found) if len(found) == 1 else ()

    def _named(self, words: str) -> tuple[_Thing, ...]:
        """Return the things that words name, of one word only."""
        for word in _WORD.findall(words):
            found = tuple(each for each in self._things() if self._is(word, each))
            if found:
                return found
        return ()

    def _is(self, word: str, thing: _Thing) -> bool:
        ends = sides_of(self.tag).endings
        if comparing_of(self.tag).negated.search(thing.name):
            return False
        return is_named(word, thing.named, ends) or is_kin(word, thing.named, self.tag)

    def _strange(self, words: str, things: Sequence[_Thing]) -> int:
        known, own = self.known, words_of(self.drawn.words)
        ends = sides_of(self.tag).endings
        return sum(
            not (
                known.idle.fullmatch(word)
                or is_named(word, own, ends)
                or any(self._is(word, each) for each in things)
            )
            for word in _WORD.findall(words)
        )

    def _shown(self, one: _Thing, other: _Thing) -> str:
        """Return what the second does from the least of the first to the most of it."""
        held = [at for at, value in enumerate(one.values) if value is not None]
        held = [at for at in held if other.values[at] is not None]
        ends = [end(held, key=lambda at: one.values[at] or Decimal(0)) for end in (min, max)]
        row = self.drawn.values[self.drawn.series.index(other.name)] if other.name else other.values
        said = " to ".join(printed(row[at] or Decimal(0), self.tag) for at in ends)
        if not one.name:
            names = " to ".join(f'"{self.drawn.categories[at]}"' for at in ends)
            return f'from {names}, "{other.name}" goes from {said}'
        first = " to ".join(printed(one.values[at] or Decimal(0), self.tag) for at in ends)
        return f'as "{one.name}" goes from {first}, "{other.name}" goes from {said}'


def _together(ones: _Values, others: _Values) -> bool | None:
    """Return whether two go the same way, or the other; None where they do neither."""
    pairs = [(a, b) for a, b in zip(ones, others, strict=True) if a is not None and b is not None]
    ways = [(a < c) is (b < d) for (a, b), (c, d) in combinations(pairs, 2) if a != c and b != d]
    if len(pairs) < _FEW or not ways:
        return None
    share = Decimal(sum(ways) - (len(ways) - sum(ways))) / len(ways)
    least = _MOSTLY if len(pairs) > _FEW else Decimal(1)
    return share > 0 if abs(share) >= least else None


def _summed(things: Sequence[_Thing]) -> _Values:
    return tuple(_total(each) for each in zip(*(thing.values for thing in things), strict=True))


def _total(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None
