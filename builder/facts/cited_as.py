"""How to cite a briefing: takes it, returns the words that imprint and closing slide print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.language.dates import word
from builder.language.language import language_of
from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, Run, join, plain
from builder.problems import NOWHERE, Place

_ENDS: Final = (".", "?", "!", "…")


def cited_as(briefing: Briefing) -> Line:
    """Return authors (year): title. Subtitle. Publisher, edition."""
    meta = briefing.meta
    language = language_of(meta.language)
    said, at = str(meta.date.year), meta.places.get
    year = Run(said, owner=Owner("date", said), place=at("date", NOWHERE))
    who = join(
        (_named(name, at(f"authors.{n}", NOWHERE)) for n, name in enumerate(meta.authors)),
        language.semicolon,
    ) or _named(meta.publisher, at("publisher", NOWHERE))
    by = (*who, Run(" ("), year, Run(")")) if who else (year,)
    titles = [briefing.title] + ([briefing.subtitle] if briefing.subtitle else [])
    publisher = _named(meta.publisher, at("publisher", NOWHERE))
    made = [publisher] if meta.publisher and meta.authors else []
    made += [_named(edition_of(briefing), at("edition", NOWHERE))] if meta.edition else []
    parts = [join((by, titles[0]), language.colon), *titles[1:]]
    return _sentences([*parts, join(made, ", ")] if made else parts)


def edition_of(briefing: Briefing) -> str:
    """Return the edition as the author words it; a bare number reads "Edition 2"."""
    stated = briefing.meta.edition
    bare = stated.replace(".", "").isdigit()
    return f"{word(briefing.meta.language, 'edition')} {stated}" if bare else stated


def _named(text: str, place: Place) -> Line:
    owner = Owner("name", text) if any(map(str.isdigit, text)) else None
    return (Run(text, owner=owner, place=place),) if text else ()


def _sentences(parts: Iterable[Line]) -> Line:
    """Return each part with a full stop, but where it ends with a sign that ends a sentence."""
    ended = (
        part if plain(part).rstrip("»”“’ \u202f\u00a0").endswith(_ENDS) else (*part, Run("."))
        for part in parts
    )
    return join(ended, " ")
