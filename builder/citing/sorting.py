"""The order of works: takes their keys and an area of a style, returns them as it sorts them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from builder.citing.nodes import Node, Style
from builder.citing.pieces import rich, text_of
from builder.citing.rendering import Rendering, sort_date
from builder.citing.roles import names as names_said
from builder.language.language import known
from builder.model.work import Work

# Where the letters of a language's own alphabet stand for sorting, and those of others behind them:
# signs that no text needs, behind the digits.
_OWN: Final = 0x4E00
_END: Final = 0x4F00
_FOREIGN: Final = 0x10000


def in_order(
    keys: tuple[str, ...], area: Node, style: Style, works: Mapping[str, Work]
) -> tuple[str, ...]:
    """Return works in the order that an area sorts them in, stable where it says nothing."""
    sort = area.first("sort")
    for key in reversed(sort.kids if sort else ()):
        values = {each: _sort_value(works[each], key, area, style) for each in keys}
        filled = [each for each in keys if values[each]]
        empty = tuple(each for each in keys if not values[each])
        filled.sort(key=values.__getitem__, reverse=key.get("sort") == "descending")
        keys = (*filled, *empty)
    return keys


def _sort_value(entry: Work, key: Node, area: Node, style: Style) -> str:
    variable, names = key.get("variable"), {"name-as-sort-order": "all"}
    if variable == "citation-number":
        return ""
    if variable in entry.dates:
        return sort_date(entry.dates[variable])
    names |= {name: value for name, value in key.attributes.items() if name.startswith("names-")}
    rendering = Rendering(style, entry, area, listed=area.tag == "bibliography", sorting=names)
    if key.get("macro"):
        said = text_of(rendering.all(style.macros[key.get("macro")]).pieces)
    elif variable in entry.names:
        said = text_of(names_said(rendering, Node("names", {"variable": variable})).pieces)
    else:
        said = text_of(rich(entry.fields.get(variable, "")))
    return collated(said, style.locale.language)


def collated(text: str, language: str) -> str:
    """Return a text by which it sorts: without marks and accents, letters in their order.

    Where a language has an alphabet of its own, letters of others follow it, as CLDR has it: in
    Ukrainian Шевченко stands before Adams.
    """
    small = text.casefold()
    spoken = known(language)
    alphabet = spoken.alphabet if spoken else ""
    if alphabet:
        places = {letter: chr(_OWN + at) for at, letter in enumerate(alphabet)}
        small = "".join(places.get(letter, letter) for letter in small)
    plain = unicodedata.normalize("NFKD", small.replace("ß", "ss").replace("ø", "o"))
    kept = (
        chr(_FOREIGN + ord(c)) if alphabet and c.isalpha() and not _OWN <= ord(c) < _END else c
        for c in plain
        if c.isalnum() or c.isspace() or c == ","
    )
    return " ".join("".join(kept).replace(",", " \x01").split())
