"""An OpenDocument spreadsheet (ISO/IEC 26300-1): its content in, sheets of cells out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.ooxml import BOOK, Archive, PackageError, streamed
from builder.workbooks.areas import EVERYTHING, Area
from builder.workbooks.book import DefinedName, Formula, Sheet
from builder.workbooks.ods_sheet import CONTENT, TABLE, SheetReading
from builder.workbooks.ods_styles import Styles, styles_of
from builder.workbooks.related import local

_KIND: Final = "mimetype"
_MANIFEST: Final = "META-INF/manifest.xml"


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
