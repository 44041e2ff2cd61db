"""Sources in words: takes their ids, returns how slides and notes name them, short or in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.facts.printing import capitalised
from builder.facts.sources import named_first
from builder.language.dates import printed_date
from builder.model.figure import Source
from builder.model.text import Line, Owner, Run, join, plain
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.plan.lines import line


def spoken_sources(ids: Iterable[str], context: LayoutContext) -> Line:
    """Return "Sources: ..." for the notes, each in full; nothing where there is none."""
    named: dict[str, Line] = {}
    for key in named_first(ids, context.briefing.sources):
        found = context.briefing.sources[key]
        line = in_full(found, context) if found.stated else (name_run(found, context),)
        if found.cite:
            line = _within_a_line(line)
        named.setdefault(plain(line), line)
    if not named:
        return ()
    before, _, after = context.word("spoken_sources", sources="\0").partition("\0")
    runs = [Run(before), *join(named.values(), context.language.semicolon)]
    end = after if runs[-1].text.endswith(".") else f"{after}."
    return (*runs, Run(end)) if end else tuple(runs)


def _within_a_line(entry: Line) -> Line:
    """Return an entry of the references as it stands among others, without its full stop."""
    *before, last = (
        replace(run, owner=replace(run.owner, form="spoken")) if run.owner else run for run in entry
    )
    return (*before, replace(last, text=last.text.removesuffix(".")))


def in_full(source: Source, context: LayoutContext) -> Line:
    """Return who says it, in what, and when; of a work that is cited, its entry."""
    if source.cite:
        return line(source.full)
    parts: list[Line] = [(owned(source.publisher, source),)] if source.publisher else []
    parts.append((owned(source.title, source),))
    if source.date is not None:
        said = printed_date(source.date, "full", context.briefing.meta.language)
        owner = Owner("date", source.date.iso())
        parts.append((Run(said, owner=owner, place=source.place),))
    return join(parts, ", ")


def listed(source: Source, context: LayoutContext) -> Line:
    """Return a source as the list gives it: in full, where to find it, what must be said of it."""
    first, *rest = in_full(source, context)
    if source.cite:
        return (first, *rest)
    runs = [replace(first, text=capitalised(first.text), strong=True), *rest]
    if source.url:
        shown = owned(source.url.removeprefix("https://").removeprefix("http://"), source)
        runs += [Run(", "), replace(shown, link=source.address)]
    if source.note:
        stop = " " if plain(tuple(runs)).endswith((".", "!", "?")) else ". "
        runs += [Run(stop), owned(capitalised(source.note), source)]
    return tuple(runs)


def source_line(ids: Iterable[str], context: LayoutContext) -> Line:
    """Return "Source: ..." with the sources' short names, what is not stated last."""
    named: dict[str, Run] = {}
    for key in named_first(ids, context.briefing.sources):
        run = name_run(context.briefing.sources[key], context)
        named.setdefault(run.text, run)
    before, _, after = context.word("sources_line", sources="\0").partition("\0")
    runs = [Run(before), *join(((run,) for run in named.values()), context.language.semicolon)]
    return (*runs, *((Run(after),) if after else ()))


def name_run(source: Source, context: LayoutContext) -> Run:
    """Return how slides name a source; after "Source:", one that is not stated is just that."""
    if not source.stated:
        return Run(context.word("not_stated"))
    return owned(source.short or source.title, source)


def owned(text: str, source: Source) -> Run:
    """Return a run of a source's own words, owned where they hold digits."""
    if not any(character.isnumeric() for character in text):
        return Run(text, place=source.place)
    named = Owner("reference", source.cite, "short") if source.cite else Owner("name", source.id)
    return Run(text, owner=named, place=source.place)
