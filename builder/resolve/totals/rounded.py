"""Shares of a whole, and numbers that were rounded before they were written: takes lines with their
totals and the words about them, returns the places where that may be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.facts.rounding import is_likely_rounding
from builder.facts.sizes import scale_words
from builder.facts.units import PER_CENT
from builder.language.language import language_of, module_of
from builder.resolve.tables.summing import Amounts, sum_of

_HUNDRED: Final = Decimal(100)


def rounded_places(
    lines: Sequence[Amounts], stated: Amounts, heads: Sequence[str], said: Sequence[str], tag: str
) -> frozenset[int]:
    """Return the places whose numbers may have been rounded: broken ones, shares of a hundred, and
    those whose heads name a scale or shares. `said` is what is told of each.

    Shares that miss a hundred by more than rounding is likely to are none, but where a word says
    that they were rounded.
    """
    scales, shares = _scales(tag), _shares(tag)
    told: re.Pattern[str] = module_of(tag, "sums").ROUNDED
    found = set[int]()
    for at, words in enumerate(each.casefold().split() for each in heads):
        head, total = " ".join(words), stated[at]
        parts = [each.value for line in lines if (each := line[at])]
        if total and total.value == _HUNDRED:
            off = sum(parts, Decimal(0)) - total.value
            if is_likely_rounding(off, parts) or told.search(f"{head} {said[at]}"):
                found.add(at)
            continue
        every = [*parts, *([total.value] if total else [])]
        broken = any(each != each.to_integral_value() for each in every)
        scaled = not scales.isdisjoint(word.strip("().,:") for word in words)
        if broken or scaled or any(share in head for share in shares):
            found.add(at)
    return frozenset(found)


def denied_wholes(
    lines: Sequence[Amounts], stated: Amounts, heads: Sequence[str], said: Sequence[str], tag: str
) -> Iterator[tuple[int, Decimal]]:
    """Yield the places where shares come to a hundred, and what is called their total is neither
    that nor a mean of them; with what they come to. Where answers overlap, as is `said` of the
    place, it is another share.
    """
    signs, overlap = _shares(tag), module_of(tag, "sums").OVERLAP
    for at, total in enumerate(stated):
        parts = [line[at] for line in lines]
        sum_, values = sum_of(parts, total), [each.value for each in parts if each]
        if total is None or sum_ is None or min(values) <= total.value <= max(values):
            continue
        units = {each.unit for each in (*parts, total) if each and each.unit}
        about = f"{heads[at]} {said[at]}".casefold()
        if PER_CENT not in units and not any(sign in about for sign in signs):
            continue
        whole = total.value == _HUNDRED or not is_likely_rounding(sum_ - _HUNDRED, values)
        if not whole and not overlap.search(about):
            yield at, sum_


@lru_cache(maxsize=16)
def _scales(tag: str) -> frozenset[str]:
    """Return the words of a language for thousands and millions, long and short, down to "m"."""
    short = (word.strip(".").casefold() for word in language_of(tag).short_scales.values())
    return frozenset((*scale_words(tag), *short))


def _shares(tag: str) -> tuple[str, ...]:
    """Return the sign and the words of a language for per cent, in small letters."""
    return ("%", *(said.casefold() for said in language_of(tag).percent.values()))
