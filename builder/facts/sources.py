"""Names of sources as they are printed, and how to cite the briefing itself.

Of sources, ids in, in the order of print; lines out. Of a briefing, the words that imprint and
closing slide print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from builder.language.dates import word
from builder.language.language import language_of
from builder.model.briefing import Briefing
from builder.model.figure import Source
from builder.model.text import Line, Owner, Run, join, named, plain
from builder.problems import NOWHERE, Place

_ENDS: Final = (".", "?", "!", "…")


def named_first(ids: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    """Return the ids of known sources in the order of print: what is not stated comes last."""
    return sorted((id for id in ids if id in sources), key=lambda id: not sources[id].stated)


def source_name(source: Source, tag: str) -> Run:
    """Return a source's short name, or "not stated"; a name with digits owns them."""
    if not source.stated:
        return Run(word(tag, "not_stated"))
    name = source.short or source.title
    if source.cite and any(character.isdigit() for character in name):
        return Run(name, owner=Owner("reference", source.cite, "short"))
    return named(name)


def source_names(ids: Iterable[str], sources: Mapping[str, Source], tag: str) -> Line:
    """Return the names of sources once each, parted by semicolons; unknown ids are left out."""
    printed = (source_name(sources[name], tag) for name in named_first(ids, sources))
    return join(((name,) for name in dict.fromkeys(printed)), language_of(tag).semicolon)


def source_line(ids: Iterable[str], sources: Mapping[str, Source], tag: str) -> Line:
    """Return "Source: A; B." in the language, or an empty line where there is no source."""
    names = source_names(ids, sources, tag)
    if not names:
        return ()
    before, after = word(tag, "sources_line", sources="\0").split("\0")
    end = "" if names[-1].text.endswith(".") else "."
    return (Run(before), *names, *([Run(after + end)] if after + end else []))


def cited_as(briefing: Briefing) -> Line:
    """Return authors (year): title. Subtitle. Publisher, edition."""
    meta = briefing.meta
    language = language_of(meta.language)
    said, at = str(meta.date.year), meta.places.get
    year = Run(said, owner=Owner("date", said), place=at("date", NOWHERE))
    who = join(
        (_owned(name, at(f"authors.{n}", NOWHERE)) for n, name in enumerate(meta.authors)),
        language.semicolon,
    ) or _owned(meta.publisher, at("publisher", NOWHERE))
    by = (*who, Run(" ("), year, Run(")")) if who else (year,)
    titles = [briefing.title] + ([briefing.subtitle] if briefing.subtitle else [])
    publisher = _owned(meta.publisher, at("publisher", NOWHERE))
    made = [publisher] if meta.publisher and meta.authors else []
    made += [_owned(edition_of(briefing), at("edition", NOWHERE))] if meta.edition else []
    parts = [join((by, titles[0]), language.colon), *titles[1:]]
    return _sentences([*parts, join(made, ", ")] if made else parts)


def edition_of(briefing: Briefing) -> str:
    """Return the edition as the author words it; a bare number reads "Edition 2"."""
    stated = briefing.meta.edition
    bare = stated.replace(".", "").isdigit()
    return f"{word(briefing.meta.language, 'edition')} {stated}" if bare else stated


def _owned(text: str, place: Place) -> Line:
    owner = Owner("name", text) if any(map(str.isdigit, text)) else None
    return (Run(text, owner=owner, place=place),) if text else ()


def _sentences(parts: Iterable[Line]) -> Line:
    """Return each part with a full stop, but where it ends with a sign that ends a sentence."""
    ended = (
        part if plain(part).rstrip("»”“’ \u202f\u00a0").endswith(_ENDS) else (*part, Run("."))
        for part in parts
    )
    return join(ended, " ")
