"""Sections: takes the files of `sections/`, returns `Section`s and the tables that they define."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from builder.content.blocks import BlockReader
from builder.content.context import Context, Names
from builder.content.directives import DIRECTIVES
from builder.content.formulas import without_formulas
from builder.content.lines import Lines
from builder.content.markdown import shielded
from builder.content.references import inlines, refuse_icons
from builder.content.sheet import SectionSheet
from builder.frozen import dataclass
from builder.language.language import language_of
from builder.memory import as_any_before, as_before, memory, remembered
from builder.model.blocks import Section
from builder.model.table import TableSpec
from builder.model.text import NoteMark
from builder.problems import Place, Problems, known_names

_BYTES: Final = 80  # of a section read, for each character of it


def read_sections(
    files: Iterable[tuple[str, Lines]],
    anchors: dict[str, Place],
    context: Context,
    appendices: Sequence[str] = (),
) -> tuple[tuple[Section, ...], tuple[TableSpec, ...]]:
    """Return the sections of files (stem, text) in order, and every table defined in them.

    Headings' anchors are added to `anchors`. Those that are `appendices` have letters of
    the language.
    """
    sections, tables = [], []
    spoken = language_of(context.years.grammar)
    for stem, lines in files:
        section, defined = _remembered(stem, lines, anchors, context)
        letter = _letter(appendices.index(stem), spoken.lettered) if stem in appendices else ""
        sections.append(replace(section, letter=letter) if letter else section)
        tables.extend(defined)
    return tuple(sections), tuple(tables)


def _letter(number: int, letters: str) -> str:
    """Return the letter of an appendix, from 0: A to Z, then AA and so on."""
    before, last = divmod(number, len(letters))
    return (_letter(before - 1, letters) if before else "") + letters[last]


@dataclass(frozen=True)
class _Read:
    """What reading a section has given, and what it has left with those who read on."""

    section: Section
    tables: list[TableSpec]
    anchors: Mapping[str, Place]
    context: Context


def _remembered(
    stem: str, lines: Lines, anchors: dict[str, Place], context: Context
) -> tuple[Section, list[TableSpec]]:
    """Read a section, unless one of the same words was read where the same was known."""
    if memory() is None:
        return _read_section(stem, lines, anchors, context)

    def read() -> _Read:
        known = dict(anchors)
        own = Context(Problems(), Names(context.names.words), context.years, context.locators)
        section, tables = _as_before(*_read_section(stem, lines, known, own))
        added = {name: place for name, place in known.items() if name not in anchors}
        return _Read(section, tables, added, own)

    cites = context.locators is not None
    before = context.names.words, context.years, cites, tuple(anchors.items())
    key = "section", stem, lines.file, lines.text, lines.shifts, before
    found = remembered(key, read, lambda _: _BYTES * len(lines.text))
    anchors.update(found.anchors)
    context.add(found.context)
    return found.section, found.tables


def _as_before(section: Section, tables: list[TableSpec]) -> tuple[Section, list[TableSpec]]:
    """Return what was read of a section, all that says the same at the same place as when it was
    read last being what it was then.
    """
    stem = section.id
    section = replace(
        section,
        title=as_before((stem, "title"), section.title),
        blocks=as_any_before((stem, "blocks"), section.blocks),
        slides=as_any_before((stem, "slides"), section.slides),
        notes=as_any_before((stem, "notes"), section.notes),
    )
    return section, list(as_any_before((stem, "tables"), tuple(tables)))


def _read_section(
    stem: str, lines: Lines, anchors: dict[str, Place], context: Context
) -> tuple[Section, list[TableSpec]]:
    source = shielded(lines.text)
    place = Place(lines.file, 1, 1)
    sheet = SectionSheet(stem, lines, source.split("\n"), context, anchors)
    reader = BlockReader(sheet, DIRECTIVES)
    blocks = reader.read(source, 0, "section")
    if sheet.title is None and not reader.cut:
        sheet.error(place, "the section has no title", "begin the file with a line: # Title")
    elif not reader.titled:
        hint = "move the line # Title to the top of the file"
        sheet.error(place, "the section does not begin with its title", hint)
    without_formulas(sheet.title or (), context.problems)
    notes = tuple((key, text) for key, (text, _) in sheet.notes.items())
    section = Section(stem, sheet.title or (), blocks, tuple(sheet.slides), notes, place)
    _check_notes(section, sheet)
    if "icon=" in source:
        paper = (section.title, section.blocks, section.notes)
        refuse_icons(paper, "the text of the paper", context.problems)
    return section, sheet.tables


def _check_notes(section: Section, sheet: SectionSheet) -> None:
    """Report marks of notes that are not defined in the section, and notes without a mark."""
    marked = set()
    for item in inlines((section, tuple(sheet.tables))):
        if isinstance(item, NoteMark):
            marked.add(item.key)
            if item.key not in sheet.notes:
                hint = f"define it in the same file: [^{item.key}]: its text"
                if sheet.notes:
                    hint = f"{hint}\n{known_names(item.key, sheet.notes)}"
                sheet.error(item.place, f"no note [^{item.key}]", hint)
    unused: Mapping[str, Place] = {
        key: place for key, (_, place) in sheet.notes.items() if key not in marked
    }
    for key, place in unused.items():
        sheet.context.problems.warning(
            place, f"nothing refers to the note [^{key}]", f"write [^{key}] where it belongs"
        )
