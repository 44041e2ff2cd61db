"""German words before an abbreviation that would change the form of what it stands for."""

from __future__ import annotations

import re
from typing import Final

# A noun without an adjective before it: "Deutscher Wetterdienst" bends in every case.
_NOUN: Final = r"(?![A-ZÄÖÜ]\w*(?:er|es|en|e) [A-ZÄÖÜ])[A-ZÄÖÜ]"
# What bends in no case, and whose plural the abbreviation would not be.
_FEMININE: Final = (
    r"(?:[A-ZÄÖÜ][\w-]{0,60}-? (?:und|oder) )?[A-ZÄÖÜ][\w-]{0,60}(?:ung|heit|keit|schaft|ion|tät|ik"
    r"|kammer"
    r"|behörde|agentur|stelle|kasse|anstalt|bank|schule|wehr|liga|zentrale|klinik|union|hilfe"
    r"|partei|polizei)(?= |$)"
)

INFLECTED: Final = re.compile(
    # First in its sentence it is in the case in which it was declared.
    r"^(?!\x00[A-ZÄÖÜ])"
    rf"(?!.*(?<!\w)(?i:das|dem|im|vom|zum|am|beim|ins|ein|kein) \x00{_NOUN})"
    rf"(?!.*(?<!\w)(?i:die|eine|keine) \x00(?:[A-ZÄÖÜ]\w*e )?{_FEMININE})"
    rf"(?!.*(?<!\w)(?i:der|zur|einer|keiner) \x00{_FEMININE})",
    re.DOTALL,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words keep their own form in brackets behind it.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
