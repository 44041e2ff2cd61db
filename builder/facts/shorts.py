"""What a language prints in short: takes a BCP 47 tag, returns its signs of moneys, its scales of
numbers, what finds the short names of its months.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from builder.facts.signs import SPACE
from builder.language.language import language_of
from builder.language.numbers import CURRENCY_SIGNS, locale_of


def short_months(tag: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Return the short names of months, those after a day and those before a year, in full."""
    names = locale_of(tag).months
    found = []
    for kind, shape in (
        ("format", rf"(?<=\d{SPACE})(?:{{}})(?!\w)|(?<=\d\.{SPACE})(?:{{}})(?!\w)"),
        ("stand-alone", rf"(?<!\w)(?:{{}})(?={SPACE}\d\d\d\d)"),
    ):
        short, full = names[kind]["abbreviated"], names[kind]["wide"]
        words = {short[at]: full[at] for at in short if short[at] != full[at]}
        either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        if either:
            found.append((re.compile(shape.replace("{}", either)), words))
    return found


def with_full_months(
    text: str,
    months: Sequence[tuple[re.Pattern[str], Mapping[str, str]]],
    in_case: Callable[[str, str], str],
) -> str:
    """Return a text with months in full, each as it stands after what is before it.

    `months` are those of `short_months`; `in_case` fits a month to the words before: «від
    листопада».
    """
    for pattern, words in months:
        parts, at = [], 0
        for found in pattern.finditer(text):
            parts += [text[at : found.start()], in_case(text[: found.start()], words[found[0]])]
            at = found.end()
        text = "".join((*parts, text[at:]))
    return text


def replaced(text: str, pattern: re.Pattern[str], words: Mapping[str, str]) -> str:
    """Return a text with what a pattern finds in other words."""
    return pattern.sub(lambda found: words[found[0]], text)


def moneys_of(tag: str) -> dict[str, str]:
    """Return the codes of moneys by their signs: CLDR's, and those that the language prints."""
    cldr = locale_of(tag).currency_symbols.items()
    found = {sign: code for code, sign in cldr if not sign.isalpha()}
    signs = (*language_of(tag).signs.items(), *language_of(tag).marked_signs.items())
    own = {sign: code for code, sign in signs}
    return {**found, **CURRENCY_SIGNS, **own}


def scales_of(tag: str) -> dict[str, str]:
    """Return the scales of numbers by all that is printed of them."""
    language = language_of(tag)
    found = {short: scale for scale, short in language.short_scales.items()}
    for words in (language.scales, language.spoken_scales):
        for scale, forms in words.items():
            found |= dict.fromkeys(forms.values(), scale)
    return found
