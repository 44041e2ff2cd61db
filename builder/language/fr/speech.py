"""French speech: hedges, scales, number words, and the phrases of alt texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.fr.numbers import HUNDRED, ONES, SCALES, TENS, THOUSAND
from builder.language.language import NBSP, CannotSayError, Language, groups, word_list
from builder.model.figure import Hedge

_NARROW: Final = "\u202f"
_GUILLEMETS: Final = (f"«{_NARROW}", f"{_NARROW}»")
_VOWELS: Final = frozenset("aàâeéèêëhiîïoôuùûœ")
# Words before which nothing is elided: those with an aspirated h, by how they begin (héros, but
# not héroïque), and the numerals eight and eleven.
_UNELIDED: Final = re.compile(
    r"(?:ha(?!b[ei]|ïti|lein|llucin|lo|lt[eè]r|meç|rmon)|hé(?:ler|risson|ron|ros\b|tai|tra|tre)|hê|"
    r"her(?:s|se)|heur[ts]|hi(?:bou|ér|p-hop|ss|t\b)|"
    r"ho(?:bb|ck|ll|mard|ng|nt|quet|rde|rs\b|rs-|t-|tte|ubl|ue|uil|ul|uss|ux)|hryv|"
    r"hu(?:bl|ch|gu|it(?!r)|ll?ul|n\b|ppe|r[dlo]|ssard|tte)|onz|oui\b|ouistiti|ululement)",
    re.IGNORECASE,
)
_ELIDING: Final = re.compile(r"(?<!\w)((?:jusqu|lorsqu|puisqu|qu|d)e)\s*$", re.IGNORECASE)


def _below_hundred(number: int, plural: bool) -> str:
    if number < 20:
        return ONES[number]
    if number >= 80:
        rest = number - 80
        if not rest:
            return "quatre-vingts" if plural else "quatre-vingt"
        return f"quatre-vingt-{ONES[rest]}"
    tens, ones = divmod(number, 10)
    if tens == 7:
        tens, ones = 6, ones + 10
    if not ones:
        return TENS[tens - 2]
    if ones in (1, 11):
        return f"{TENS[tens - 2]} et {ONES[ones]}"
    return f"{TENS[tens - 2]}-{ONES[ones]}"


def _below_thousand(number: int, plural: bool = True) -> str:
    """Say 0 to 999; `plural` False before "mille", where cent and vingt take no s."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, plural)
    head = HUNDRED if hundreds == 1 else f"{ONES[hundreds]} {HUNDRED}"
    if rest:
        return f"{head} {_below_hundred(rest, plural)}"
    return f"{head}s" if hundreds > 1 and plural else head


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in "un", which takes its noun's
            gender.
    """
    billions, millions, thousands, rest = groups(number)
    is_one = rest % 10 == 1 and rest % 100 not in (11, 71, 91)
    if is_one and not gender:
        raise CannotSayError("a number that ends in « un » takes the gender of its noun")
    words = []
    for count, scale in ((billions, "bn"), (millions, "mn")):
        if count:
            said = SCALES[scale]["other" if count > 1 else "one"]
            words.append(f"{_below_thousand(count)} {said}")
    if thousands:
        head = "" if thousands == 1 else f"{_below_thousand(thousands, False)} "
        words.append(head + THOUSAND)
    if rest or not words:
        words.append(_below_thousand(rest) + ("e" if is_one and gender == "f" else ""))
    return " ".join(words)


def _after_million(noun: str) -> str:
    return elided("de ", noun) + noun


def elided(before: str, phrase: str) -> str:
    """Return the words before a phrase, their last "de" or "que" fitted to it: "d’environ"."""
    if phrase[:1].lower() not in _VOWELS or _UNELIDED.match(phrase):
        return before
    return _ELIDING.sub(lambda match: f"{match[1][:-1]}’", before)


LANGUAGE: Final = Language(
    name="French",
    hedges={
        Hedge.MORE_THAN: "plus de",
        Hedge.AT_LEAST: "au moins",
        Hedge.ABOUT: "environ",
        Hedge.UP_TO: "jusqu’à",
        Hedge.FEWER_THAN: "moins de",
    },
    measured={},
    scales=SCALES,
    spoken_scales=SCALES,
    short_scales={"thousand": "k", "mn": "M", "bn": "Md", "tn": "Bn"},
    short_gap="",
    currency_names={
        "USD": {"one": "dollar", "other": "dollars"},
        "JPY": {"one": "yen", "other": "yens"},
        "CNY": {"one": "yuan", "other": "yuans"},
        "UAH": {"one": "hryvnia", "other": "hryvnias"},
    },
    marked_names={"USD": {"one": "dollar américain", "other": "dollars américains"}},
    marked_signs={
        "USD": "$US",
        "AUD": "$AU",
        "CAD": "$CA",
        "HKD": "$HK",
        "NZD": "$NZ",
        "SGD": "$SG",
        "TWD": "$TW",
    },
    feminine=frozenset(word_list("GBP EGP UAH SEK NOK DKK ISK CZK TRY INR fois")),
    multiple="fois",
    nouns=(
        {"one": "point de pourcentage", "other": "points de pourcentage"},
        {"one": "point", "other": "points"},
    ),
    glued={"×": "×"},
    percent={"other": "pour cent"},
    cardinal=cardinal,
    quotes=(_GUILLEMETS, ("“", "”")),
    # So that no line begins or ends with one of these.
    spaces=dict.fromkeys(";:!?»", _NARROW),
    ratio_units=frozenset({"fois", "×"}),
    flow="{giver} vers {receiver}",
    span="de {first} à {last}",
    series_span=(
        "de {first} ({start}) à {last} ({end}), minimum {low} ({lowest}), "
        "maximum {high} ({highest})"
    ),
    after_million=_after_million,
    elided=elided,
    first_day="1er",
    colon="\u202f: ",
    semicolon="\u202f; ",
)

# In Canada the colon and guillemets keep a full no-break space, and no other mark has one (Office
# québécois de la langue française).
REGIONS: Final[Mapping[str, Language]] = {
    "fr-CA": replace(
        LANGUAGE,
        colon=f"{NBSP}: ",
        semicolon="; ",
        quotes=((f"«{NBSP}", f"{NBSP}»"), ("“", "”")),
        spaces=dict.fromkeys(":»", NBSP),
        letters={_NARROW: NBSP},
    ),
    "fr-CH": replace(LANGUAGE, quotes=(_GUILLEMETS, (f"‹{_NARROW}", f"{_NARROW}›"))),
}
