"""Office files from anywhere, opened under guard: archives of a bounded size, XML without a DTD."""

from builder.ooxml.archive import Archive
from builder.ooxml.markup import DECK, TEMPLATE, WORKBOOK, Limits, PackageError, parsed

__all__ = ["DECK", "TEMPLATE", "WORKBOOK", "Archive", "Limits", "PackageError", "parsed"]
