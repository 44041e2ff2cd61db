"""What the parser takes for words and should not: unfinished syntax, and addresses as links."""

from __future__ import annotations

import re
from typing import Final

from builder.sources.names import has_digit

_ADDRESS: Final = re.compile(r"(https?://|www\.|mailto:)?[\w.@-]+\.[a-z]{2,}(/\S*)?")

SLIPS: Final = {
    "{{": "write a figure as {{ figure }} on one line; write \\{ for a brace that is to be seen",
    "}}": "write a figure as {{ figure }} on one line; write \\} for a brace that is to be seen",
    "]{": "write a span as [words]{claim=id}; write \\] for a bracket that is to be seen",
    "](": "write a link as [words](address), the address without spaces",
}
"""Marks that are left in the words because something around them is missing, and what to do."""


def is_address(words: str, link: str) -> bool:
    """Say whether a link's words are its own address, whose digits are then the address's."""
    return (
        has_digit(words)
        and _ADDRESS.fullmatch(words) is not None
        and link.rstrip("/").endswith(words.rstrip("/"))
    )
