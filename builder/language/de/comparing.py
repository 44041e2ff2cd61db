"""German ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import whole

COMPARING: Final = Comparing(
    laws=whole(
        r"je \w+(?:er|mehr)(?!\w)[^.!?]*? (?:desto|umso) \w+",
    ),
    equalled=whole(r"entspr(?:icht|ach)|beträgt|ist gleich"),
    bounded=whole(
        r"(?:übersteig(?:t|en)|überstieg(?:en)?|überschr(?:eitet|eiten|itt|itten))"
        r"(?=[^.;:!?]* nicht(?!\w))",
    ),
    inexact=whole(
        r"\w*(?:fehler|abweichung|unsicherheit|differenz|ungenauigkeit|streuung)(?:s|en|n)?",
    ),
)
