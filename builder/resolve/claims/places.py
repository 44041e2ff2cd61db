"""Another place than the one that a claim is of: "most bins stand in Hay" under a claim of those in
Wye. Takes words and labels, returns where it is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from builder.language.sides import sides_of

_STEM: Final = 5
_LEAST: Final = 3


def other_place(
    words: str, sentence: str, labels: Iterable[str], columns: Iterable[Iterable[str]], tag: str
) -> slice | None:
    """Return where words name a place that stands beside that of the first label in a column.

    The other labels may be of wholes, whose places are no others.
    """
    first, *wholes = labels
    own, said = list(_places(first, tag)), list(_places(words, tag))
    if len(own) != 1 or len(said) != 1:
        return None
    (place,), (other,) = own, said
    known = (
        place.group("name"),
        *(each["name"] for label in wholes for each in _places(label, tag)),
    )
    name = other.group("name")
    if any(_alike(name, each) for each in known):
        return None
    if any(_alike(place["name"], word) for word in re.findall(r"[^\W\d_]+", sentence or words)):
        return None
    for column in columns:
        cells = [word for cell in column for word in re.findall(r"[^\W\d_]+", cell)]
        if all(any(_alike(each, cell) for cell in cells) for each in (name, place["name"])):
            return slice(*other.span("name"))
    return None


def _places(text: str, tag: str) -> Iterator[re.Match[str]]:
    """Yield what a text says of where something is: "in Wye"."""
    for each in sides_of(tag).placed.finditer(text):
        if each["name"][0].isupper():
            yield each


def _alike(one: str, other: str) -> bool:
    """Return whether two words are forms of one name."""
    length = max(_LEAST, min(len(one), len(other), _STEM + 1) - 1)
    return one[:length].lower() == other[:length].lower()
