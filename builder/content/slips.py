"""What authors slip in: unfinished syntax, addresses as links, forms that no figure has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from builder.content.names import has_digit
from builder.content.vocabulary import FORMS, MAIN_FORMS
from builder.problems import Place, Problems, known_names

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


def check_use(
    content: str, name: str, forms: Sequence[str], place: Place, problems: Problems
) -> None:
    """Report a use of a figure, `content` between its braces, that names none or asks too much."""
    written = " ".join(["{{", *content.split(), "}}"])
    if not name:
        problems.error(place, f'"{written}" names no figure', "write {{ figure | form }}")
    for form in forms:
        if form not in FORMS:
            problems.error(place, f'unknown form "{form}" in {written}', known_names(form, FORMS))
    main = [form for form in forms if form in MAIN_FORMS]
    if len(main) > 1:
        problems.error(
            place,
            f'"{main[0]}" and "{main[1]}" exclude each other in {written}',
            f"choose one of {', '.join(MAIN_FORMS)}",
        )
