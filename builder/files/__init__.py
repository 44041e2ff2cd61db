"""The one place where files are opened: ordinary ones, of a stated size, where they may lie.

A pipe would be waited for without end, a device read without end, and a link in a folder from
elsewhere may lead anywhere. So every file that the user or the content names, or that is found in
a content folder, is opened here.
"""

from builder.files.folder import MOST_FILES, exists, inventory, is_special, listed
from builder.files.ordinary import (
    FINISHED,
    FONT,
    LINKED,
    PICTURE,
    SECTION,
    TABLE,
    TEMPLATE,
    YAML,
    Kind,
    RefusedFileError,
    allowed,
    allowing,
    digest,
    is_network,
    is_outside,
    read,
    refuse_outside,
    resolved,
)

__all__ = [
    "FINISHED",
    "FONT",
    "LINKED",
    "MOST_FILES",
    "PICTURE",
    "SECTION",
    "TABLE",
    "TEMPLATE",
    "YAML",
    "Kind",
    "RefusedFileError",
    "allowed",
    "allowing",
    "digest",
    "exists",
    "inventory",
    "is_network",
    "is_outside",
    "is_special",
    "listed",
    "read",
    "refuse_outside",
    "resolved",
]
