"""Notes: takes the sections, returns the numbers of their footnotes and the notes in order.

A note is numbered where it is first marked in the paper, tables included. Slides carry none: what
they show of the paper, a table or a picture's caption, stands there without its marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.facts.text import NoteNumbers, Printer
from builder.model.blocks import Section, TableUse
from builder.model.briefing import Note
from builder.model.picture import PictureUse
from builder.model.table import TableSpec
from builder.model.text import NoteMark, Text, is_text, texts_of, walked
from builder.problems import Problems


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
    printed = {mark.place for mark in waiting}
    while waiting:
        mark = waiting.pop(0)
        key = (mark.place.file, mark.key)
        if key in defined and key not in numbers:
            numbers[key] = len(numbers) + 1
            # A note may itself mark a further note, which then follows the paper's own.
            waiting += _marks_in(defined[key])
    for section in sections:
        for mark in _marks_of(section.slides, tables):
            if mark.place not in printed:
                problems.error(
                    mark.place,
                    f'note mark "[^{mark.key}]" on a slide',
                    "slides carry no notes: say it in the slide's own words, or in :::{notes}",
                )
        _refuse_unseen(section, problems)
    return numbers


def _refuse_unseen(section: Section, problems: Problems) -> None:
    """Report marks in what pictures show, which is heard, and leads nowhere."""
    for use in walked((section.blocks, section.slides)):
        for mark in _marks_in(use.alt) if isinstance(use, PictureUse) else ():
            problems.error(
                mark.place,
                f'note mark "[^{mark.key}]" in the words for those who do not see a picture',
                "mark its caption, or say it in the text",
            )


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
        yield from _marks_of((section.title, section.blocks), tables)


def _marks_of(value: object, tables: Mapping[str, TableSpec]) -> Iterator[NoteMark]:
    """Yield the marks in some of a section, those of the tables that it shows among them."""
    for found in walked(value):
        if is_text(found):
            yield from _marks_in(found)
        elif isinstance(found, TableUse) and found.name in tables:
            for text in texts_of(tables[found.name]):
                yield from _marks_in(text)


def _marks_in(text: Text) -> Iterator[NoteMark]:
    return (item for item in text if isinstance(item, NoteMark))
