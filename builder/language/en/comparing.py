"""English ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import whole

COMPARING: Final = Comparing(
    laws=whole(
        r"the (?:more|less|fewer|\w+er)(?!\w)[^.!?,]*, the (?:more|less|fewer|\w+er)(?: [\w’]+)?",
    ),
    equalled=whole(r"equals?|equal(?:l)?ed|(?:is|are|was|were) equal to"),
    bounded=whole(
        r"(?:(?:does|do|did|will|should) not|never) exceed(?:s|ed)?",
    ),
    inexact=whole(
        r"(?:errors?|uncertaint(?:y|ies)|deviations?|differences?|discrepanc(?:y|ies)|tolerances?)",
        r"margins? of error",
    ),
)
