"""An OpenDocument spreadsheet (ISO/IEC 26300-1): its content in, sheets of cells out; and cells
changed in the bytes of its content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.ooxml import BOOK, Archive, PackageError, streamed
from builder.ooxml.escaping import escape
from builder.workbooks.book import EVERYTHING, Area, BookCell, DefinedName, Formula, Sheet, whole
from builder.workbooks.ods_sheet import CELLS, CONTENT, TABLE, SheetReading, Styles, styles_of
from builder.workbooks.splicing import ElementSpan, Splice, local, opening, spans, spliced

if TYPE_CHECKING:
    from builder.workbooks.writing import BookEdit

_KIND: Final = "mimetype"
_MANIFEST: Final = "META-INF/manifest.xml"
_VALUES = (
    "office__value-type",
    "calcext__value-type",
    "office__value",
    "office__date-value",
    "office__boolean-value",
    "office__string-value",
    "office__time-value",
    "office__currency",
)


@dataclass(frozen=True)
class OdsBook:
    """A workbook of LibreOffice's, or of a program that writes such."""

    archive: Archive

    @classmethod
    def of(cls, archive: Archive) -> OdsBook:
        """Return the workbook of an archive.

        Raises:
            PackageError: it holds none, or one that is encrypted.
        """
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise PackageError("it is protected with a password, and so encrypted")
        said = archive.read(_KIND) if _KIND in archive else b""
        if said and b"spreadsheet" not in said:
            raise PackageError("it is an OpenDocument file, but no workbook")
        return cls(archive)

    @property
    def signed(self) -> bool:
        """Whether it bears a signature, which no change leaves valid."""
        return "META-INF/documentsignatures.xml" in self.archive

    @cached_property
    def styles(self) -> Styles:
        """What styles show, and which sheets they hide."""
        parts = [name for name in ("styles.xml", CONTENT) if name in self.archive]
        return styles_of((name, self.archive.read(name)) for name in parts)

    @cached_property
    def _outline(self) -> tuple[tuple[str, ...], Mapping[str, DefinedName]]:
        sheets: list[str] = []
        names: dict[str, DefinedName] = {}
        wanted = ("table", "named-range", "named-expression", "database-range", "table-row")
        for element in streamed(self.archive.read(CONTENT), CONTENT, BOOK, *wanted):
            kind, name = local(element), element.get(f"{TABLE}name") or ""
            if kind == "table":
                sheets.append(name)
            elif kind == "named-expression":
                text = element.get(f"{TABLE}expression") or ""
                names[name] = DefinedName(
                    "", None, f"stands for {text}, which is no range of cells"
                )
            elif kind != "table-row":
                address = element.get(f"{TABLE}cell-range-address") or element.get(
                    f"{TABLE}target-range-address"
                )
                names[name] = _named(address or "")
        return tuple(sheets), names

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets."""
        return self._outline[0]

    @property
    def names(self) -> Mapping[str, DefinedName]:
        """Its named ranges and database ranges."""
        return {
            name: named for name, named in self._outline[1].items() if "__Anonymous" not in name
        }

    def sheet(self, name: str, area: Area) -> Sheet:
        """Return what an area of a sheet holds."""
        return SheetReading(self.archive, self.styles, name, area).sheet()

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula."""
        for name in self.sheets:
            found = SheetReading(
                self.archive, self.styles, name, EVERYTHING, only_formulas=True
            ).sheet()
            for (row, column), cell in found.cells.items():
                yield Formula(name, row, column, cell.formula)

    def sources(self) -> Iterator[tuple[str, DefinedName]]:
        """Yield the areas that pivot tables were made from."""
        for element in streamed(
            self.archive.read(CONTENT), CONTENT, BOOK, "source-cell-range", "table-row"
        ):
            address = element.get(f"{TABLE}cell-range-address")
            if address:
                yield "pivot table", _named(address)


def _named(address: str) -> DefinedName:
    """Return what an address stands for: `$Trade.$A$3:.$D$20`."""
    first, _, last = address.partition(":")
    sheet, _, one = first.rpartition(".")
    _, _, other = last.rpartition(".")
    area = Area.of(f"{one}:{other}" if other else one)
    if area is None:
        return DefinedName("", None, f"stands for {address}, which is no range of cells")
    bare = sheet.lstrip("$")
    bare = bare[1:-1].replace("''", "'") if bare.startswith("'") else bare
    return DefinedName(bare, area)


def changed_parts(
    book: OdsBook, edits: Sequence[BookEdit], stale: Sequence[Formula]
) -> dict[str, bytes]:
    """Return the parts that change, by name: that which holds all sheets."""
    data = book.archive.read(CONTENT)
    wanted = {(edit.sheet, edit.row, edit.column) for edit in edits}
    wanted |= {(one.sheet, one.row, one.column) for one in stale}
    cells = _Cells(wanted)
    spans(data, CONTENT, cells.begins, cells.ends)
    splices = []
    for edit in edits:
        found = cells.found.get((edit.sheet, edit.row, edit.column))
        if found is None:
            raise PackageError(f"its cell {edit.place} is empty")
        held = book.sheet(edit.sheet, edit.area).cells[edit.row, edit.column]
        splices.append(_splice(data, found, edit, held))
    for one in stale:
        found = cells.found.get((one.sheet, one.row, one.column))
        if found is not None:
            splices.append(Splice(found.span.start, found.span.end, _emptied(data, found.span)))
    return {CONTENT: spliced(data, splices)}


@dataclass(frozen=True)
class _Found:
    """A cell, the place among its repetitions, how many there are, and those of its row."""

    span: ElementSpan
    at: int
    times: int
    rows: int


@dataclass
class _Cells:
    """Finds cells by sheet, row and column while a part is walked through."""

    wanted: set[tuple[str, int, int]]
    found: dict[tuple[str, int, int], _Found] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    rows: int = 1
    column: int = 0

    def begins(self, span: ElementSpan) -> bool:
        if span.name == "table":
            self.sheet, self.row, self.rows = span.attributes.get("table:name", ""), 0, 1
        elif span.name == "table-row":
            self.row += self.rows if self.row else 1
            self.rows = _times(span, "rows")
            self.column = 0
        return span.name in CELLS

    def ends(self, span: ElementSpan) -> None:
        first, times = self.column + 1, _times(span, "columns")
        self.column += times
        if times > 1 and not span.children and "office:value-type" not in span.attributes:
            return
        for at in range(times):
            for line in range(self.row, self.row + min(self.rows, 1000)):
                key = (self.sheet, line, first + at)
                if key in self.wanted:
                    self.found[key] = _Found(span, at, times, self.rows)


def _times(span: ElementSpan, what: str) -> int:
    return whole(span.attributes.get(f"table:number-{what}-repeated"), 1)


def _splice(data: bytes, found: _Found, edit: BookEdit, held: BookCell) -> Splice:
    """Return a cell with a new value, told apart from those that it stood for too."""
    if found.rows > 1:
        raise PackageError(f"its cell {edit.place} stands for several rows that are alike")
    if held.formula:
        raise PackageError(f"its cell {edit.place} holds a formula")
    span = found.span
    whole = data[span.start : span.end].decode()
    new = _changed(data, span, edit, held)
    before, after = found.at, found.times - found.at - 1
    parts = [_repeated(data, span, whole, count) for count in (before, after)]
    return Splice(span.start, span.end, parts[0] + new + parts[1])


def _repeated(data: bytes, span: ElementSpan, whole: str, count: int) -> str:
    if not count:
        return ""
    said = str(count) if count > 1 else None
    inner = data[span.inner : span.end].decode()
    return opening(data, span, **{"table__number-columns-repeated": said}) + (
        inner or f"</{span.prefix}:{span.name}>"
    )


def _changed(data: bytes, span: ElementSpan, edit: BookEdit, held: BookCell) -> str:
    value, kind = edit.over(held), span.attributes.get("office:value-type", "")
    new: dict[str, str | None] = {"table__number-columns-repeated": None}
    if isinstance(value, Decimal) and isinstance(held.value, Decimal):
        stored = value / 100 if held.percent else value
        new["office__value"] = f"{stored.normalize():f}"
        text = f"{value:f}%" if held.percent else f"{value:f}"
    elif isinstance(value, Moment) and isinstance(held.value, Moment):
        day = Moment(value.year, value.month or 1, value.day or 1).iso()
        new["office__date-value"], text = day, value.iso()
    elif kind == "boolean" and value in ("TRUE", "FALSE"):
        new["office__boolean-value"], text = str(value).lower(), str(value)
    elif kind == "string" and isinstance(value, str):
        new["office__string-value"], text = None, value
    else:
        raise PackageError(f"its cell {edit.place} holds another kind of value")
    return opening(data, span, **new) + _inside(data, span, text) + f"</{span.prefix}:{span.name}>"


def _inside(data: bytes, span: ElementSpan, text: str) -> str:
    """Return what stands in a cell, its paragraphs replaced by the lines of a text."""
    first = span.first("p")
    prefix = first.prefix if first is not None else "text"
    kept = (data[child.start : child.end].decode() for child in span.children if child.name != "p")
    lines = (f"<{prefix}:p>{escape(line)}</{prefix}:p>" for line in text.split("\n"))
    return "".join([*kept, *(lines if text else ())])


def _emptied(data: bytes, span: ElementSpan) -> str:
    """Return a formula's cell without its result."""
    kept = (data[child.start : child.end].decode() for child in span.children if child.name != "p")
    inner = "".join(kept)
    tag = opening(data, span, **dict.fromkeys(_VALUES))
    return f"{tag}{inner}</{span.prefix}:{span.name}>"
