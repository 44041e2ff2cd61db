"""Which of two things words say is more, where they name them: "nights take longer" under
`night < day`. Takes words and the figures that a claim compares; returns what is contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from builder.facts.sizes import is_money, kinds_of
from builder.facts.units import PER_CENT
from builder.language.claims import comparing_of, reckoned_of
from builder.language.language import language_of
from builder.language.leading import leading_of
from builder.language.lexicon import lexicon_of, places_of, whole
from builder.language.relations import relations_of
from builder.language.sides import Sides, sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ways import become, is_bad, is_named, is_plain, more_leads, short_for

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_LONG: Final = 8  # letters of a word that may name another thing
_KINDS: Final = {
    "compared": ("more", "less"),
    "ranked": ("ahead", "behind", "chief"),
    "put": ("over", "under"),
    "covered": ("covered",),
}


class _Compared(NamedTuple):
    """A word that puts one thing above or below another: where, how, and whether it says `more`.

    `measured` ones are said of what the unit measures; of a `share`, what is more is no amount.
    """

    span: slice
    kind: str
    more: bool
    measured: bool
    share: bool


def way_by_measure(words: str, unit: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words say that a thing went by what its unit measures: "gets cheaper"."""
    sides, small = sides_of(tag), words.lower()
    if len(small) != len(words) or not is_plain(small, tag):
        return None
    pair = _by_unit(sides, unit, tag)
    return None if pair is None else become(small, *pair, tag)


def named_side(
    words: str, lead: str, big: ResolvedFigure, small: ResolvedFigure, tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the word by which words call the smaller of two things more, or the bigger less.

    `lead` stands before the words in their clause: there is of what they are where they begin with
    the comparison itself.
    """
    sides = sides_of(tag)
    lower = re.sub(rf",(?= (?:{sides.than})(?:(?<=’)|(?!\w)))", " ", words.lower())
    lower = re.sub(rf"^((?:{sides.at}) [\w’-]+),(?= )", r"\1 ", lower)
    names = _names_of(big.label, small.label, sides)
    if len(lower) != len(words) or not (names.big and names.small) or not is_plain(lower, tag):
        return
    said = _compared(lower, big, small, tag)
    if said is None or names.has_others(words[: said.span.start], tag):
        return
    before, after = lower[: said.span.start], lower[said.span.stop :]
    if all(_counts(word, tag) for word in before.split()) and is_plain(lead.lower(), tag):
        before = lead.lower()  # "[four times cheaper]" is said of what stands before it
        if relations_of(tag).contrasted.search(before) or names.has_others(lead, tag):
            return
    after = re.sub(rf" (?:{sides.apart})[.!]?$", "", after)
    first = _verb_of(said, before, after, names, sides)
    if said.kind == "covered":
        first = _covered_of(before, after, names, tag)
    if said.kind == "compared":
        than = re.search(rf"(?<!\w)(?:{sides.than})(?:(?<=’)|(?!\w))", after)
        start = than.span() if than else None
        first = _comparative_of(said, lower, (before, after), start, names)
    if first == ("small" if said.more else "big"):
        side = "less" if first == "small" else "more"
        thing = small if first == "small" else big
        yield said.span, f'"{thing.label}" is the {side}'


def _counts(word: str, tag: str) -> bool:
    """Return whether a word is a number, or says how many times: "fourfold", "times"."""
    known = comparing_of(tag)
    folded = any(each.group() == word for each in places_of(known.folded, word))
    return folded or lexicon_of(tag).counts(word) or bool(re.fullmatch(known.times, word))


def _comparative_of(
    said: _Compared,
    lower: str,
    beside: tuple[str, str],
    than: tuple[int, int] | None,
    names: _Names,
) -> str:
    """Return of which of two things a comparative is said, with what stands beside it: "big"."""
    before, after = beside
    if than is None:
        unnamed = not said.measured and not any(map(names.is_shared, _WORD.findall(lower)))
        own = names.which(lower) or names.which(before)
        return "" if unnamed or names.strange(after) else own
    between = after[: than[0]]
    first, last = names.which(before + between), names.which(after[than[1] :])
    # "More separated waste than" is of what is separated; "more residents than" of what is not.
    strange = names.strange(between) and (
        said.share or not any(map(names.is_shared, _WORD.findall(between)[:1]))
    )
    return first if {first, last} == {"big", "small"} and not strange else ""


def _verb_of(said: _Compared, before: str, after: str, names: _Names, sides: Sides) -> str:
    """Return which of two things is the subject of a verb that puts one above the other."""
    first, last = names.which(before), names.which(after)
    if names.strange(after) or re.search(rf"(?<!\w)(?:{sides.partly})(?!\w)", before + after):
        return ""
    alone = said.kind == "ranked" and not last
    return first if alone or {first, last} == {"big", "small"} else ""


def _covered_of(before: str, after: str, names: _Names, tag: str) -> str:
    """Return of which of two things words say that something is enough for it: "is covered"."""
    partly, counts = sides_of(tag).partly, lexicon_of(tag).counts
    if re.search(rf"(?<!\w)(?:{partly})(?!\w)", before + after):
        return ""
    if any(map(counts, re.findall(r"[^\W\d_]+", before + after))):
        return ""  # "is covered by a third"
    enough = re.compile(rf"(?<!\w)(?:{reckoned_of(tag).with_})(?!\w)")
    named = [names.which(enough.split(each)[0]) for each in (before, after)]
    return named[0] or named[1]


def other_named(
    words: str, superlative: re.Pattern[str], things: Sequence[ResolvedFigure], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the superlative that words give to another thing than the one that a claim names."""
    said = list(places_of(superlative, words))
    lower = words.lower()
    if len(said) != 1 or not is_plain(lower, tag):
        return
    labels = [set(_WORD.findall(each.label.lower())) for each in things]
    before, behind = lower[: said[0].start()], lower[said[0].end() :]
    first = (_WORD.findall(before) or _WORD.findall(behind))[:1]  # what the words are of
    named = []
    for at, label in enumerate(labels):
        rest = set().union(*labels[:at], *labels[at + 1 :])
        own = [word for word in label if not is_named(word, tuple(rest))]
        if any(is_named(word, tuple(own)) for word in (first if at else _WORD.findall(lower))):
            named.append(at)
    if named and 0 not in named:
        yield slice(*said[0].span()), f'it is so of "{things[0].label}"'


def _compared(lower: str, big: ResolvedFigure, small: ResolvedFigure, tag: str) -> _Compared | None:
    """Return the only word that says which of two things is more; none where there are several."""
    sides = sides_of(tag)
    more, less = _by_unit(sides, big.unit, tag) or ("(?!)", "(?!)")
    ahead, behind = (sides.ahead, sides.behind) if _more_leads(big, small, tag) else ("(?!)",) * 2
    pattern = (
        rf"(?<![\w-])(?:(?P<over>{sides.tops}|{sides.covers})|(?P<under>{sides.trails})"
        rf"|(?P<covered>{sides.covered})|(?P<chief>{leading_of(tag).chiefs})|(?P<ahead>{ahead})|(?P<behind>{behind})"
        rf"|(?P<more>{more}|{sides.higher})|(?P<less>{less}|{sides.lower}))(?![\w-])"
    )
    found = list(re.finditer(pattern, lower))
    if len(found) != 1:
        return None
    (only,) = found
    group = only.lastgroup or ""
    kind = next((kind for kind, groups in _KINDS.items() if group in groups), "")
    measured = re.fullmatch(f"{more}|{less}", only.group()) is not None
    return _Compared(
        slice(*only.span()),
        kind,
        more=group in ("over", "ahead", "more", "chief"),
        measured=measured,
        share=big.unit == PER_CENT,
    )


def _more_leads(big: ResolvedFigure, small: ResolvedFigure, tag: str) -> bool:
    """Return whether of two things the one with more is ahead."""
    sides, labels = sides_of(tag), f"{big.label} {small.label}".lower()
    if re.search(rf"(?<!\w)(?:{sides.unwanted})(?!\w)", labels) or is_bad(labels, tag):
        return False
    wanted = re.search(rf"(?<!\w)(?:{sides.wanted})(?!\w)", labels) and big.unit == PER_CENT
    return bool(wanted) or more_leads(big, small, tag)


def extremes_of(unit: str, tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the superlatives of more and of less that are said of what a unit measures."""
    sides, kind = sides_of(tag), _measured(unit, tag)
    pairs = {"money": (sides.costliest, sides.cheapest), "time": (sides.slowest, sides.quickest)}
    most, least = pairs.get(kind, ("(?!)", "(?!)"))
    return whole(most), whole(least)


def _by_unit(sides: Sides, unit: str, tag: str) -> tuple[str, str] | None:
    """Return the words of more and of less that are said of what a unit measures."""
    kind = _measured(unit, tag)
    if kind == "money":
        more, less, noun = sides.dearer, sides.cheaper, sides.money
    elif kind == "time":
        more, less, noun = sides.longer, sides.shorter, sides.times
    else:
        return None
    return f"{more}|(?:{sides.much}) (?:{noun})", f"{less}|(?:{sides.little}) (?:{noun})"


def _measured(unit: str, tag: str) -> str:
    """Return whether a unit measures "money" or "time"; nothing where it does neither."""
    if any(is_money(each.of) for each in kinds_of(unit, tag)):
        return "money"
    times = (sides_of(tag), sides_of("en"))
    return "time" if any(each.durations.fullmatch(unit.lower()) for each in times) else ""


class _Names(NamedTuple):
    """The words of two labels that only one of them has, and those of both; what only `measures`;
    of a short word the last few letters, `ends`, change with its case; `joined` nouns are named
    for short by their last part.
    """

    big: tuple[str, ...]
    small: tuple[str, ...]
    shared: tuple[str, ...]
    measures: re.Pattern[str]
    ends: int
    joined: bool

    def _has(self, word: str, own: Sequence[str]) -> bool:
        short = self.joined and any(short_for(word, each) for each in own)
        return short or is_named(word, own, self.ends)

    def which(self, text: str) -> str:
        """Return the one thing that a text names: "big" or "small"."""
        words = _WORD.findall(text)
        big, small = (any(self._has(word, own) for word in words) for own in (self.big, self.small))
        return "" if big == small else "big" if big else "small"

    def is_shared(self, word: str) -> bool:
        """Return whether a word is of both labels."""
        return self._has(word, self.shared)

    def strange(self, text: str) -> bool:
        """Return whether a text has any word that no label does."""
        return not all(map(self._knows, _WORD.findall(text)))

    def has_others(self, before: str, tag: str) -> bool:
        """Return whether words before a comparison may name a thing that no label does."""
        capitals = language_of(tag).capital_nouns
        return any(
            (each.start() > 0 and each.group()[0].isupper())
            if capitals
            else len(each.group()) >= _LONG
            for each in _WORD.finditer(before)
            if not self._knows(each.group().lower()) and not _counts(each.group().lower(), tag)
        )

    def _knows(self, word: str) -> bool:
        known = (*self.big, *self.small, *self.shared)
        return bool(self.measures.fullmatch(word)) or self._has(word, known)


def _names_of(one: str, other: str, sides: Sides) -> _Names:
    first, last = (_WORD.findall(each.lower()) for each in (one, other))
    shared = tuple(word for word in first if is_named(word, tuple(last), sides.endings))
    own, others = (
        tuple(
            word
            for word in words
            if not is_named(word, shared, sides.endings) and not sides.measuring.fullmatch(word)
        )
        for words in (first, last)
    )
    return _Names(own, others, shared, sides.measuring, sides.endings, sides.joined)
