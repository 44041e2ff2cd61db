"""How texts are altered, in both files: other words, turned words, units, numbers."""

from __future__ import annotations

import re
from random import Random

# Each turns the statement in which it stands.
_TURNS = """
    smaller larger|larger smaller|largest smallest|smallest largest|more less|less more|most least|
    fewer more|higher lower|lower higher|rose fell|fell rose|rises falls|falls rises|above below|
    below above|first last|last first|before after|after before|nearly hardly|all few|
    heavily lightly|lightly heavily|with without|from to|not also|never always|up down|down up|
    increase decrease|
    least most|far barely|and or|is isn’t|are aren’t|was wasn’t|has hasn’t|grew shrank|
    reported denied
"""
TURNS = dict(pair.split() for pair in _TURNS.replace("\n", " ").split("|"))
_UNITS = """
    billion million|million billion|thousand hundred|per permille|cent mille|bn m|percentage per|
    drones aircraft|missiles rockets|containers crates|rounds shells|litres gallons|gallons litres|
    dollars euros|US Canadian|visits hours|books pages|year month|years months|months weeks|
    kilometres miles|tonnes pounds|households persons|homes flats|day week|customers towns|
    acres miles
"""
UNITS = dict(pair.split() for pair in _UNITS.replace("\n", " ").split("|"))
NUMBERS = ("two", "three", "seven", "a dozen", "twelve thousand", "three million", "half", "twice")
_NEGATED = re.compile(r"\b(is|are|was|were|has|have|had|can|will|does|must)\b(?! not)")
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def turned(text: str, table: dict[str, str], rng: Random) -> str | None:
    """Return the text with one word turned as the table says; None without such a word."""
    found = [m for m in re.finditer(r"[^\W\d_]+", text) if m[0].lower() in table]
    if not found:
        return None
    match = rng.choice(found)
    word = table[match[0].lower()]
    word = word.capitalize() if match[0][0].isupper() else word
    return text[: match.start()] + word + text[match.end() :]


def turned_unit(text: str, rng: Random) -> str | None:
    """Return the text with one unit changed: a word of one, a sign of money, a per cent sign."""
    signs = list(re.finditer(r"(?<=\d)(?:bn|m)\b|[$€%]", text))
    if signs and rng.random() < 0.5:
        match = rng.choice(signs)
        sign = {"bn": "m", "m": "bn", "$": "£", "€": "$", "%": "¢"}[match[0]]
        sign = "K" if sign in "£¢" else sign
        return text[: match.start()] + sign + text[match.end() :]
    return turned(text, UNITS, rng)


def negated(text: str, rng: Random) -> str | None:
    found = list(_NEGATED.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.end()] + " not" + text[match.end() :]


def with_number_words(text: str, rng: Random) -> str | None:
    """Return the text with a number in words before one of its words."""
    places = [m.start() for m in re.finditer(r"\b[a-z]{4,}", text)]
    if not places:
        return None
    at = rng.choice(places)
    return f"{text[:at]}{rng.choice(NUMBERS)} {text[at:]}"


def with_a_word(text: str, rng: Random, other: str) -> str | None:
    """Return the text with another word before one of its words."""
    places = [m.start() for m in re.finditer(r"(?<=\s)\b[^\W\d_]{3,}", text)]
    if not places:
        return None
    at = rng.choice(places)
    return f"{text[:at]}{other.lower()} {text[at:]}"


def without_a_word(text: str, rng: Random) -> str | None:
    found = list(re.finditer(r"\b[^\W\d_]{3,}\s", text))
    if not found or len(text.split()) < 2:
        return None
    match = rng.choice(found)
    return text[: match.start()] + text[match.end() :]


def with_other_word(text: str, rng: Random, other: str) -> str | None:
    """Return the text with one of its words replaced."""
    found = [m for m in re.finditer(r"\b[^\W\d_]{4,}\b", text) if m[0].lower() != other.lower()]
    if not found:
        return None
    match = rng.choice(found)
    word = other.capitalize() if match[0][0].isupper() else other.lower()
    return text[: match.start()] + word + text[match.end() :]


def with_other_digit(text: str, rng: Random) -> str | None:
    """Return the text with one digit changed."""
    found = [m.start() for m in re.finditer(r"\d", text)]
    if not found:
        return None
    at = rng.choice(found)
    digit = rng.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def amounts(text: str) -> list[re.Match[str]]:
    """Return the numbers of a text."""
    return list(_DIGITS.finditer(text))


def swapped(one: str, a: re.Match[str], other: str, b: re.Match[str]) -> tuple[str, str]:
    """Return two texts with the one's stretch in the other's place."""
    return (
        one[: a.start()] + b[0] + one[a.end() :],
        other[: b.start()] + a[0] + other[b.end() :],
    )
