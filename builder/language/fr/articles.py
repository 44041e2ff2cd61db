"""French words before an abbreviation that do not agree with what it stands for: "l'ETP"."""

from __future__ import annotations

import re
from typing import Final

_ONE: Final = (
    r"(?:le|la|une?|du|au|cet?|cette|[msn]on|[ms]a|notre|votre|leur|chaque|aucune?|tout|toute)"
)
_MANY: Final = (
    r"(?:les|des|aux|ces|[ms]es|nos|vos|leurs|plusieurs|quelques|deux|trois|quatre|cinq|six|sept"
    r"|huit|neuf|dix|\S*\d)"
)
_VOWEL: Final = r"(?:[aeiouyâàéèêëîïôûœæ]|h(?!aut|ors|uit|éros|iérarch|andicap))"

INFLECTED: Final = re.compile(
    rf"(?<!\w){_ONE} \x00\S+[sx](?= |$)|(?<!\w){_MANY} \x00\S+(?<![sx])(?= |$)"
    rf"|(?<!\w)(?:[ldn]|qu)[’']\x00(?!{_VOWEL})"
    rf"|(?<!\w)(?:le|la|de|du|au|ce|cette|que|ma|sa) \x00{_VOWEL}",
    re.DOTALL | re.IGNORECASE,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words in brackets behind it.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
