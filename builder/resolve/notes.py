"""Notes: takes the sections, returns the numbers of their footnotes and the notes in order.

A note is numbered where it is first marked in the paper, tables included. Slides carry none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.language.registry import language_of
from builder.language.words import word
from builder.model.blocks import Section, TableUse
from builder.model.briefing import Note
from builder.model.figure import Source
from builder.model.table import TableSpec
from builder.model.text import Line, NoteMark, Owner, Run, Text
from builder.problems import Problems
from builder.resolve.text import NoteNumbers, Printer
from builder.resolve.walk import is_text, texts_of, walked


def note_numbers(
    sections: tuple[Section, ...], tables: Mapping[str, TableSpec], problems: Problems
) -> NoteNumbers:
    """Return the number of each note by its file and key.

    Reports marks on slides.
    """
    defined = {
        (section.place.file, key): text for section in sections for key, text in section.notes
    }
    numbers: dict[tuple[str, str], int] = {}
    waiting = list(_marks(sections, tables))
    while waiting:
        mark = waiting.pop(0)
        key = (mark.place.file, mark.key)
        if key in defined and key not in numbers:
            numbers[key] = len(numbers) + 1
            # A note may itself mark a further note, which then follows the paper's own.
            waiting += _marks_in(defined[key])
    for section in sections:
        _refuse_on_slides(section, problems)
    return numbers


def numbered_notes(
    sections: tuple[Section, ...], numbers: NoteNumbers, printer: Printer
) -> tuple[Note, ...]:
    """Return the notes in the order of their numbers."""
    notes = [
        Note(
            numbers[section.place.file, key],
            printer.line(text),
            text[0].place if text else section.place,
        )
        for section in sections
        for key, text in section.notes
        if (section.place.file, key) in numbers
    ]
    return tuple(sorted(notes, key=lambda note: note.number))


def _marks(sections: tuple[Section, ...], tables: Mapping[str, TableSpec]) -> Iterator[NoteMark]:
    for section in sections:
        for found in walked((section.title, section.blocks)):
            if is_text(found):
                yield from _marks_in(found)
            elif isinstance(found, TableUse) and found.name in tables:
                for text in texts_of(tables[found.name]):
                    yield from _marks_in(text)


def _marks_in(text: Text) -> Iterator[NoteMark]:
    return (item for item in text if isinstance(item, NoteMark))


def _refuse_on_slides(section: Section, problems: Problems) -> None:
    for text in texts_of(section.slides):
        for mark in _marks_in(text):
            problems.error(
                mark.place,
                f'note mark "[^{mark.key}]" on a slide',
                "slides carry no notes: say it in the slide's own words, or in :::{notes}",
            )


def named_first(ids: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    """Return the ids of known sources in the order of print: what is not stated comes last."""
    return sorted((id for id in ids if id in sources), key=lambda id: not sources[id].stated)


def source_name(source: Source, tag: str) -> Run:
    """Return a source's short name, or "not stated"; a name with digits owns them."""
    if not source.stated:
        return Run(word(tag, "not_stated"))
    name = source.short or source.title
    has_digits = any(character.isdigit() for character in name)
    return Run(name, owner=Owner("name", name) if has_digits else None)


def source_names(ids: Iterable[str], sources: Mapping[str, Source], tag: str) -> Line:
    """Return the names of sources once each, parted by semicolons; unknown ids are left out."""
    printed = (source_name(sources[name], tag) for name in named_first(ids, sources))
    names = dict.fromkeys(printed)
    runs: list[Run] = []
    for name in names:
        runs += [Run(language_of(tag).semicolon), name] if runs else [name]
    return tuple(runs)


def source_line(ids: Iterable[str], sources: Mapping[str, Source], tag: str) -> Line:
    """Return "Source: A; B." in the language, or an empty line where there is no source."""
    names = source_names(ids, sources, tag)
    if not names:
        return ()
    before, after = word(tag, "sources_line", sources="\0").split("\0")
    end = "" if names[-1].text.endswith(".") else "."
    return (Run(before), *names, *([Run(after + end)] if after + end else []))
