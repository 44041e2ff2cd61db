"""English times of day, and what makes a duration of what may be one."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, ENDED, SPOKEN
from builder.language.en.designations import SMALL

_HALF: Final = r"(?:a\.?m|p\.?m)(?:\.(?!\w)|(?!\w))"
_HOUR: Final = rf"(?:{SPOKEN} ?{_HALF}|{CLOCK}|(?:1[0-2]|[1-9]) ?{_HALF})"
_TWELVE: Final = "(?:1[0-2]|[1-9])"
_AT: Final = "(?:at|around|about|by|until|till|after|before|since|from|towards?|near)"
_SERVICE: Final = r"(?:train|bus|ferry|flight|coach|service|boat|tram|bulletin|news)"

TIMES: Final = (
    re.compile(rf"(?<=\d, )(?P<named>{CLOCK})(?= ?(?:$|[.:;,)]))"),
    re.compile(rf"(?<!\w)[Tt]he (?P<named>{SPOKEN})(?= {_SERVICE}(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:between|from) (?P<named>{_HOUR} (?:and|to|until) {_HOUR})", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\w)(?:at|until|till|before|after|since|by) (?P<named>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,:])(?P<named>(?:{_TWELVE}(?: ?[–-] ?| (?:to|and|or|until) ))?{_TWELVE})"
        r"(?= o'clock(?!\w))",
        re.IGNORECASE,
    ),
    # "at 3 in the morning", but "at 3 in the morning class"; "at 10 sharp".
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{_TWELVE})(?= (?:sharp|at night|in the (?:morning|afternoon"
        rf"|evening|small hours))(?:{ENDED}| {SMALL}(?!\w)| (?:each|every|most|some)(?!\w)))",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:half past|quarter (?:past|to)) (?P<named>1[0-2]|[1-9])(?![\w.,:]\w|\w)"),
    re.compile(rf"(?<![\w.,:])(?P<named>(?:{SPOKEN}|(?:1[0-2]|[1-9])) ?{_HALF})", re.IGNORECASE),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:rose|rise|rises|risen|fell|fall|falls|fallen|grew|grow\w*|went|cut"
    r"|last\w*|took|take\w*|shorten\w*|lengthen\w*|extend\w*|limit\w*"
    r"|ran|duration|average\w*|ratio\w*|scor\w+|odds"
    r"|differ\w*|stood|stands?|led|won|lost|los\w+|beat\w*|delay\w*|priced?|prices|cost\w*)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

MEASURED_AFTER: Final = re.compile(
    r" (?:of|long|longer|shorter|late|later|ahead|faster|slower|behind)(?!\w)"
)
"""What makes a duration of what may be a time of day, and follows it."""
