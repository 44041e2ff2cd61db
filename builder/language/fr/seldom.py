"""French numbers that count nothing and seldom stand in a briefing.

What finds them is loaded where digits are left that nothing else owns: places and codes, hours of
what happens at a time, and ages of one who is told of without a name.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import OLD
from builder.language.fr.called import CALLED, SINGULAR
from builder.language.fr.nth import NTH
from builder.language.fr.swiss import NUMBERED as SWISS
from builder.language.fr.times import SOMEONE, YEARS
from builder.language.lexicon import ENDED

NUMBERED: Final = (*CALLED, *SINGULAR, *SWISS, *NTH)
"""Patterns whose group `named` is a designation, whatever follows."""

DESIGNATED: Final[tuple[re.Pattern[str], ...]] = ()
"""The same, but before what makes an amount."""

TIMES: Final[tuple[re.Pattern[str], ...]] = ()
"""Patterns whose group `named` is a time of day."""

AGES: Final = (
    re.compile(rf"(?<!\w)avai(?:s|t) alors (?P<named>{OLD})(?={YEARS})"),
    re.compile(
        rf"(?<!\w)(?:[Ii]l|[Ee]lle) a quitté (?:[\w'-]+ ){{1,4}}?à (?P<named>{OLD})(?= ans{ENDED})"
    ),
    # "La gardienne, qui a 47 ans, habite", "J'avais 20 ans quand l'usine a fermé".
    re.compile(
        rf"{SOMEONE}, qui (?:a|avait|aura) (?:aujourd'hui |déjà |alors )?(?P<named>{OLD})"
        rf"(?={YEARS})"
    ),
    re.compile(
        r"(?<!\w)(?:[Jj]'(?:ai|avais|aurai)|[Tt]u (?:as|avais)|[Nn]ous avions|[Oo]n avait)"
        rf" (?P<named>{OLD})(?={YEARS}(?:{ENDED}| (?:quand|lorsque?|et|à|en|au|cette)(?!\w)))"
    ),
)
"""Patterns whose group `named` is somebody's age."""
