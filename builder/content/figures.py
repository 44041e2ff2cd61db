"""figures.yaml, sources.yaml and claims.yaml: takes documents, returns the model's dataclasses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from builder.content.context import Context, check_unit
from builder.content.documents import Document
from builder.content.entries import ContentEntry, entries, period, reserved
from builder.content.references import url_of
from builder.content.scalars import (
    ANY_CELL,
    DATE,
    HEDGE,
    IDENTIFIER,
    LOOSE,
    NAME,
    NUMBER,
    NUMBER_OR_DATE,
    TEXT,
    TRUTH,
    WHOLE,
    WORDS,
)
from builder.content.shape import Entries, Key, Keys, ListOf, OneOf
from builder.model.figure import (
    BookRef,
    CellRef,
    Claim,
    Confidence,
    Figure,
    Hedge,
    Moment,
    Source,
    Unit,
)
from builder.model.text import Text
from builder.problems import NOWHERE

_WAYS = ("value", "cell", "formula")

FIGURE: Final = Keys(
    "Figure",
    "A number or date with everything that must travel with it.",
    needs={
        "label": Key(WORDS, "What it counts, in words; inline Markdown."),
    },
    may={
        "value": Key(NUMBER_OR_DATE, "The number, plain (3700, 48.5), or a date (2024-09)."),
        "cell": Key(ANY_CELL, "The cell of a data table, or of a workbook, that holds it."),
        "formula": Key(WORDS, "How it follows from other figures: a + b."),
        "hedge": Key(HEDGE, "How it is bounded; printed wherever the figure is."),
        "unit": Key(TEXT, "missiles, % or an ISO 4217 currency with its scale: USD bn, EUR mn."),
        "as_of": Key(LOOSE, "The date it stands for, or words."),
        "source": Key(TEXT, "Who says so: an id of sources.yaml."),
        "confidence": Key(
            OneOf(("confirmed", "reported", "believed")), "How firmly the source states it."
        ),
        "decimals": Key(WHOLE, "How many decimals are printed."),
        "parts": Key(ListOf(TEXT), "Figures that sum to this one."),
        "note": Key(TEXT, "Stands in the register; inline Markdown."),
    },
)

NOUN: Final = Keys(
    "Noun",
    "The forms of a unit by CLDR's plural categories: those that the language has.",
    needs={
        "other": Key(WORDS, "After any other number: 2 missiles, in uk 1,5 ракети."),
    },
    may={
        "one": Key(WORDS, "After 1, in uk also 21 and 101: 1 missile."),
        "two": Key(WORDS, "After 2, in languages that have such a form."),
        "few": Key(WORDS, "After 2 to 4, in uk also 22: 2 ракети."),
        "many": Key(WORDS, "After 0 and 5 to 20, in uk: 5 ракет."),
    },
)

SOURCE: Final = Keys(
    "Source",
    "Who says so.",
    needs={
        "title": Key(WORDS, "The work, as it is cited."),
    },
    instead={"title": "cite"},
    may={
        "cite": Key(WORDS, "The key of an entry of the references, which says the rest."),
        "publisher": Key(TEXT, "Who published it."),
        "date": Key(DATE, "When: a day, a month or a year (ISO 8601)."),
        "url": Key(TEXT, "Where it is found."),
        "note": Key(TEXT, "What a reader should know of it."),
        "short": Key(TEXT, "How slides name it."),
        "stated": Key(TRUTH, "false where the content's basis names no source."),
    },
)

CLAIM: Final = Keys(
    "Claim",
    "A statement that holds only while the figures say so.",
    needs={
        "says": Key(WORDS, "The statement in words."),
        "holds": Key(
            WORDS,
            "Comparisons of figures (a > 2 * b and c >= d), or what a column of a table or "
            "several figures do: rises(table.column), falls(a, b), largest(a, b, c), "
            "smallest(a, b), between(a, 1, b); of a column also first, last, highest, lowest, "
            "total.",
        ),
    },
)

FIGURES: Final = Entries(
    FIGURE,
    IDENTIFIER,
    {"units": (NOUN, "The forms of units that figures count in, by the unit's key.")},
)
SOURCES: Final = Entries(SOURCE, NAME)
CLAIMS: Final = Entries(CLAIM, NAME)


def read_figures(document: Document, context: Context) -> dict[str, Figure]:
    """Return the figures by id, in the order of the file."""
    return {entry.id: _figure(entry) for entry in entries(FIGURES, document, context)}


def read_units(document: Document, context: Context) -> dict[str, Unit]:
    """Return the units whose forms the content declares, by their key."""
    found = {}
    for entry in reserved(FIGURES, "units", document, context):
        for form in entry.keys:
            entry.text(form)
            check_unit(entry.word(form), entry.where(form), context.problems)
        found[entry.id] = Unit(entry.id, dict(entry.keys), entry.place)
    return found


def with_common_forms(
    figures: Mapping[str, Figure], units: Mapping[str, Unit]
) -> dict[str, Figure]:
    """Return the figures with the unit's most common form for its key, as hints show it."""
    return {
        id: replace(figure, unit=units[figure.unit].forms["other"])
        if figure.unit in units
        else figure
        for id, figure in figures.items()
    }


def read_sources(document: Document, context: Context) -> dict[str, Source]:
    """Return the sources by id. Their words are citations, which own their digits."""
    found = {}
    for entry in entries(SOURCES, document, context):
        found[entry.id] = Source(
            entry.id,
            entry.word("title"),
            entry.word("publisher"),
            moment(entry, "date"),
            url_of(entry),
            entry.word("note"),
            entry.word("short"),
            entry.word("stated") != "false",
            entry.place,
            _cited(entry),
        )
    return found


def _cited(entry: ContentEntry) -> str:
    """Return the reference that a source is; what that says is not to be said again."""
    key = entry.word("cite")
    if not key:
        return ""
    entry.context.mention("reference", key, entry.where("cite"))
    for twice in ("title", "publisher", "date", "url"):
        if twice in entry.keys:
            found = f'the source "{entry.id}" has {twice}: beside cite:'
            hint = f'remove one of them: the reference "{key}" says it'
            entry.context.problems.error(entry.where(twice), found, hint)
    return key


def read_claims(document: Document, context: Context) -> dict[str, Claim]:
    """Return the claims by id; what `holds` says is read when the figures have values."""
    return {
        entry.id: Claim(
            entry.id,
            entry.word("says"),
            entry.word("holds"),
            entry.place,
            entry.where("holds"),
            entry.text("says"),
        )
        for entry in entries(CLAIMS, document, context)
    }


def moment(entry: ContentEntry, *path: str | int) -> Moment | None:
    """Return the date at a path, or None where there is none, or none such in the calendar."""
    written: Any = entry.keys
    for step in path:
        if isinstance(written, Mapping) and step not in written:
            return None
        written = written[step]
    parts = [int(part) for part in str(written).split("-")]
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        hint = "check year, month and day"
        found = f'{path[-1]}: "{written}" is not in the calendar'
        entry.context.problems.error(entry.where(*path), found, hint)
        return None
    return Moment(*parts)


def _figure(entry: ContentEntry) -> Figure:
    _check_ways(entry)
    entry.mention("source", "source")
    entry.mention("figure", "parts")
    texts: dict[str, Text] = {key: entry.text(key) for key in ("label", "note")}
    if "unit" not in entry.keys or check_unit(
        entry.word("unit"), entry.where("unit"), entry.context.problems
    ):
        texts["unit"] = entry.text("unit")
    as_of: Moment | str | None = None
    if DATE.fits(entry.word("as_of")):
        as_of = moment(entry, "as_of")
    elif "as_of" in entry.keys:
        as_of, texts["as_of"] = period(entry)
    return Figure(
        entry.id,
        entry.word("label"),
        _value(entry),
        _cell(entry),
        entry.keys.get("formula") if "value" not in entry.keys else None,
        Hedge(entry.word("hedge")) if "hedge" in entry.keys else None,
        entry.word("unit"),
        as_of,
        entry.word("source"),
        Confidence(entry.word("confidence")) if "confidence" in entry.keys else None,
        entry.decimals(),
        entry.list("parts"),
        entry.word("note"),
        entry.place,
        entry.where("formula") if "formula" in entry.keys else NOWHERE,
        {key: text for key, text in texts.items() if text},
    )


def _check_ways(entry: ContentEntry) -> None:
    """Report a figure without exactly one of value, cell and formula, or without a source."""
    problems = entry.context.problems
    ways = [way for way in _WAYS if way in entry.keys]
    if not ways and not entry.faulty.intersection(_WAYS):
        hint = "give it exactly one of value, cell and formula"
        problems.error(entry.place, f'the figure "{entry.id}" has no value', hint)
    if len(ways) > 1:
        found = f'the figure "{entry.id}" has {" and ".join(ways)}'
        problems.error(
            entry.document.key_place((entry.id, ways[1])), found, "keep exactly one of them"
        )
    given = "formula" in ways or entry.word("source") or "source" in entry.faulty
    if not given:
        hint = (
            "every figure needs a source; write the id of one of sources.yaml, "
            "with stated: false where none is named"
        )
        problems.error(entry.place, f'the figure "{entry.id}" has no source', hint)


def _value(entry: ContentEntry) -> Decimal | Moment | None:
    written = entry.word("value")
    if NUMBER.fits(written):
        return Decimal(written.strip())
    return moment(entry, "value")


def _cell(entry: ContentEntry) -> CellRef | None:
    cell = entry.keys.get("cell")
    if cell is None:
        return None
    if "workbook" in cell:
        _check_book_cell(entry, cell)
        ref = BookRef(cell["workbook"], cell.get("at", ""), cell.get("name", ""))
        return CellRef("", (), "", ref)
    return CellRef(cell["table"], tuple(cell["row"].items()), cell["column"])


def _check_book_cell(entry: ContentEntry, cell: Mapping[str, str]) -> None:
    """Report a cell of a workbook that is named in two ways, or in none."""
    if ("at" in cell) == ("name" in cell):
        both = "both at and name" if "at" in cell else "neither at nor name"
        hint = "give it one of them: at: Trade!B7, or name: a name that the workbook defines"
        found = f'the cell of the figure "{entry.id}" has {both}'
        entry.context.problems.error(entry.where("cell"), found, hint)
