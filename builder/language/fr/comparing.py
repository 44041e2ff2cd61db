"""French ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import whole

COMPARING: Final = Comparing(
    laws=whole(
        r"(?:plus|moins) (?!d[e’])[^.!?,]*, (?:plus|moins)(?: [\w’-]+)?",
        r"d’autant (?:plus|moins) (?!que)[\w’]+ (?:que|qu’\w+)",
    ),
    equalled=whole(r"égale(?:nt)?|égalait|(?:est|sont) éga(?:l|le|ux|les) à|vaut|valent"),
    bounded=whole(
        r"n’excèd\w+ (?:pas|jamais)|ne dépass\w+ (?:pas|jamais)|dépass\w+ (?:pas|jamais)",
    ),
    inexact=whole(
        r"(?:erreurs?|incertitudes?|écarts?|différences?|tolérances?|imprécisions?)",
        r"marges? d’erreur",
    ),
)
