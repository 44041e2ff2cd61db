"""English words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, designated
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "page p\\. chapter ch\\. article art\\. annex appendix section § paragraph clause part title"
    " volume vol\\. no\\. № level stage phase slide route junction platform room scenario"
    " schedule COP"
)
_MANY: Final = one_of("pages pp\\. chapters articles sections §§ clauses paragraphs nos\\. slides")
_HALF: Final = r"(?:a\.?m|p\.?m)(?:\.(?!\w)|(?!\w))"
_HOUR: Final = rf"(?:{CLOCK}(?: ?{_HALF})?|(?:1[0-2]|[1-9]) ?{_HALF})"

DESIGNATED: Final = (
    *designated(_ONE, _MANY, "and|or|to", "this that each every a per one same"),
    re.compile(r"(?<!\w)(?i:in|into|of) (?:Year|Grade) (?P<named>\d{1,2})(?!\w)"),
    re.compile(
        r"(?<!\w)(?P<named>\d{0,2}(?:1st|2nd|3rd|\dth))(?= (?:district|arrondissement|floor|edition"
        r"|congress|grade|legislature|parliament)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a designation."""

TIMES: Final = (
    re.compile(
        rf"(?<!\w)(?:between|from) (?P<named>{_HOUR} (?:and|to|until) {_HOUR})", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\w)(?:at|by|until|till|before|after|since|around|from) (?P<named>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,:])(?P<named>(?:1[0-2]|[1-9]))(?= o'clock(?!\w))", re.IGNORECASE),
    re.compile(rf"(?<![\w.,:])(?P<named>(?:{CLOCK}|(?:1[0-2]|[1-9])) ?{_HALF})", re.IGNORECASE),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:rose|rise|rises|risen|fell|fall|falls|fallen|grew|grow\w*|went|cut|last\w*|took|take\w*|shorten\w*|lengthen\w*|extend\w*|limit\w*|ran|duration|average\w*)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

COUNTED: Final = after(
    "times hours? minutes? days? weeks? months? years? thousand million billion dollars? pounds?"
    " euros? people children schools homes households villages towns women men pupils kilometres?"
    " metres? miles? tonnes? hectares? acres? per_cent percent points?".replace(" ", "|").replace(
        "_", " "
    )
)
"""What makes an amount of digits that it follows."""
