"""English words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses
from builder.language.en.moves import FALLING, RISING

COURSES: Final = Courses(
    rises=RISING,
    falls=rf"{FALLING}|cut|shortened|reduced",
    neither=r"went|goes|gone|go|moved|moves|changed|changes|passed",
    start="from",
    end="to",
    by="by|of",
    then=r"by|up|down|up by|down by|or|so|that is|i\.e\.|a full",
    amounts=r"(?:short|lacking|in need|ahead|up|down) (?:of|by)|short by|lacks?|lacked|lost|lose"
    r"|loses|gained|gains?"
    r"|saved?|saves|up|down|(?:ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w(?:s|n|ing)?|climb\w*"
    r"|jump\w*"
    r"|fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|cuts?|reduc\w+|shr\w+|exceed\w*|miss\w*)"
    r" by|(?:a|an|the|its|their) (?:\w+ )?(?:shortfall|shortage|deficit|surplus|gap|loss|gain"
    r"|rise|increase|fall"
    r"|drop|decline|decrease|cut|reduction|excess|saving)s? of",
    besides=r"more|fewer|less|higher|lower|short|ahead|behind|too (?:many|few|much|little|high"
    r"|low)|above|below",
)
