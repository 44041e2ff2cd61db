"""Names of sources as they are printed: ids in, in the order of print; lines out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.language.dates import word
from builder.language.language import language_of
from builder.model.figure import Source
from builder.model.text import Line, Owner, Run, join, named


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
