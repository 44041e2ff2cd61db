"""Office files from anywhere, opened under guard: archives of a bounded size, XML without a DTD."""

from builder.packages.archive import Archive
from builder.packages.errors import PackageError
from builder.packages.limits import DECK, TEMPLATE, WORKBOOK, Limits
from builder.packages.markup import parsed

__all__ = ["DECK", "TEMPLATE", "WORKBOOK", "Archive", "Limits", "PackageError", "parsed"]
