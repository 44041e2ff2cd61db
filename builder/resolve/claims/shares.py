"""Shares in words against what a claim proves of one: "more than half" of what it holds between a
third and 45 %. Takes words and the tree of their claim, yields what is contrary.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from builder.facts.units import PER_CENT
from builder.frozen import dataclass, replace
from builder.language.claims import comparing_of, reckoned_of
from builder.language.lexicon import places_of
from builder.language.sides import Sides, sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.claims.bounds import bounds, parts
from builder.resolve.claims.places import other_place
from builder.resolve.portions import Portion, portions
from builder.resolve.ways import is_named, names_change, short_for, way_said

_WHOLE: Final = Decimal(100)
_TINY: Final = 1  # per cent, below which no one holds a share of tens
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NUMBER: Final = re.compile(r"\d+")
_STEM: Final = 5


@dataclass(frozen=True)
class Proven:
    """A share, in per cent, that a claim proves to lie between two, the label of its figure, all
    figures that it is of, and what it comes to now, where that is exact.
    """

    label: str
    names: tuple[str, ...]
    low: Decimal = Decimal(0)
    high: Decimal = _WHOLE
    now: Decimal | None = None


def _is_of(share: Portion, each: Proven) -> bool:
    """Return whether a share that a claim proves may be one in words."""
    now = each.now
    near = now is None or share.low - share.off <= now <= share.high + share.off
    return near and share.meets(each.low, each.high)


def _is_of_rest(share: Portion, each: Proven) -> bool:
    """Return whether it may be what is left of the whole."""
    low, high = _WHOLE - each.high, _WHOLE - each.low
    now = None if each.now is None else _WHOLE - each.now
    return _is_of(share, replace(each, low=low, high=high, now=now))


def contrary_shares(
    words: str,
    sentence: str,
    tree: ast.expr,
    figures: Mapping[str, ResolvedFigure],
    columns: Iterable[Iterable[str]],
    tag: str,
) -> Iterator[tuple[slice, str]]:
    """Yield the only share in words where it cannot be any that the claim proves, or another place
    than the one of which it does; the `columns` of tables name places.
    """
    proven = tuple(_proven(tree, figures))
    said = list(portions(words, tag)) if proven else []
    if len(said) != 1:
        return
    share, sides = said[0], sides_of(tag)
    if any(_is_of(share, each) for each in proven):
        labels = [figures[name].label for name in proven[0].names]
        place = other_place(words, sentence, labels, columns, tag)
        if place is None and not reckoned_of(tag).denied.search(words.lower()):
            place = _other_thing(words, proven[0], figures, sides)
        if place is not None and len(proven) == 1:
            yield place, f'it is so of "{labels[0]}"'
        return
    whole = sentence or words
    small = whole.lower()
    if sides.left.search(small) or reckoned_of(tag).denied.search(small):
        return
    if any(places_of(comparing_of(tag).negated, words)):
        return
    before = sides.article.sub("", words[: share.span.start].lower()).rstrip()
    rest = sides.before_share.sub("", before) + " " + words[share.span.stop :].lower()
    changed = way_said(rest, tag) is not None or names_change(rest, tag)
    if changed and not all(names_change(each.label, tag) for each in proven):
        return  # "rose by a third" is no share of a third
    first = proven[0]
    if not all(
        _speaks_of(each, share, rest, whole, sides)
        # "All firms" is of no households, of which the same claim speaks.
        or (each is not first and each.label != first.label and not _is_about(each, whole, sides))
        for each in proven
    ):
        return
    yield share.span, f"it is {_in_words(first, share)}"


def _other_thing(
    words: str, proven: Proven, figures: Mapping[str, ResolvedFigure], sides: Sides
) -> slice | None:
    """Return where words name what another figure is of, whose label is the same but for a word:
    "insurers" of what the state paid.
    """
    small, label = words.lower(), _own(proven.label, sides)
    said = [each.group() for each in _WORD.finditer(small)]
    for each in figures.values():
        other = _own(each.label, sides)
        own = [word for word in label if not is_named(word, other, sides.endings)]
        strange = [word for word in other if not is_named(word, label, sides.endings)]
        alike = each.unit == figures[proven.names[0]].unit and each.id not in proven.names
        if not alike or len(own) != 1 or len(strange) != 1 or own == label:
            continue
        if is_named(own[0], [*said, *strange], sides.endings):
            continue
        for word in _WORD.finditer(small):
            if is_named(strange[0], [word.group()], sides.endings) and not is_named(
                word.group(), label, sides.endings
            ):
                return slice(*word.span())
    return None


def _in_words(each: Proven, share: Portion) -> str:
    if each.now is not None and share.meets(each.low, each.high):
        return f"{each.now:.3g} %"
    if each.high >= _WHOLE:
        return f"{each.low:.3g} % or more"
    return f"{each.low:.3g} % to {each.high:.3g} %" if each.low else f"{each.high:.3g} % or less"


def _is_about(each: Proven, sentence: str, sides: Sides) -> bool:
    said = _WORD.findall(sentence.lower())
    return any(is_named(word, said, sides.endings) for word in _own(each.label, sides))


def _own(label: str, sides: Sides) -> list[str]:
    """Return the words of a label that say of what it is."""
    words = _WORD.findall(label.lower())
    return [word for word in words if not sides.measuring.fullmatch(word)]


def _speaks_of(each: Proven, share: Portion, rest: str, sentence: str, sides: Sides) -> bool:
    """Return whether a share in words is that of a claim's figure, and not of what is left."""
    own = _own(each.label, sides)
    about = _WORD.findall(rest)
    if _is_of_rest(share, each):
        if sides.lacking.search(sentence.lower()) and not sides.lacking.search(each.label.lower()):
            return False  # "two thirds miss it" of a third that does not
        said = _WORD.findall(sentence.lower())
        all_named = all(is_named(word, said, sides.endings) for word in own)
        return all_named or all(
            is_named(word, own, sides.endings) for word in about if len(word) >= _STEM
        )
    return not about or any(
        is_named(word, about, sides.endings)
        or (sides.joined and any(short_for(each, word) for each in about))
        for word in own
    )


def _proven(tree: ast.expr, figures: Mapping[str, ResolvedFigure]) -> Iterator[Proven]:
    """Yield what a claim proves of each share, a figure in per cent or one thing by another."""
    known: dict[str, Proven] = {}
    for name, above, number in bounds(tree):
        figure = figures.get(name)
        if figure is None or figure.unit != PER_CENT or 0 < number < _TINY:
            continue
        first = Proven(figure.label, (name,), now=_exact(figure))
        known[name] = _narrowed(known.get(name, first), above, number)
    for part, whole, above, number in parts(tree):
        one, other = figures.get(part), figures.get(whole)
        if one is None or other is None or one.unit != other.unit:
            continue
        if _NUMBER.sub("", one.label) == _NUMBER.sub("", other.label):
            continue  # one thing at two dates, of which a share is what it changed by
        key = f"{part} {whole}"
        now, all_ = _exact(one), _exact(other)
        # Of "cost > 1.5 * cost_before" it may be said that it is half as much again.
        share = now * _WHOLE / all_ if above and now is not None and all_ else None
        first = Proven(one.label, (part, whole), now=share)
        known[key] = _narrowed(known.get(key, first), above, number * _WHOLE)
    yield from (each for each in known.values() if each.low < each.high <= _WHOLE)


def _narrowed(known: Proven, above: bool, number: Decimal) -> Proven:
    if above:
        return replace(known, low=max(known.low, number))
    return replace(known, high=min(known.high, number))


def _exact(figure: ResolvedFigure) -> Decimal | None:
    """Return what a figure comes to, if no hedge leaves that open."""
    value = figure.value
    return value if figure.hedge is None and isinstance(value, Decimal) else None
