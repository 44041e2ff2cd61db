"""English ordinals in digits, which name one of a row: "the 100th visitor", "3rd-party software".

Left to be told are those that rank what is measured ("the 3rd largest", "3rd of 12"), parts ("a
3rd of it"), rates ("every 4th") and what comes of counting: a house, a farm, a million.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.en.numbered import ORDINAL
from builder.language.lexicon import ENDED

_COUNTED: Final = (
    r"(?:house|home|farm|household|dwelling|apartment|building|million|billion|trillion|thousand"
    r"|hundred|dozen|per|percentage|share|GDP|GNP|GNI|economy|turnover|revenue|income|budget|output"
    r"|population|exporter|importer|producer|emitter)"
)
# Words behind an ordinal that compare nothing.
_PLAIN: Final = (
    r"(?!(?:most|least|more|less|best|worst|top|highest)(?!\w))(?:[a-z-]+(?<!est)"
    r"|(?:con|pro|t|gu|requ|qu|for|harv|arr|inter|w|inv)est)"
)
_PLURAL: Final = r"[A-Za-z-]{2,}(?<![suiSUI])s"
_MORE: Final = r"(?:new|old|other|more|further|extra|large|small|big|empty)"
_RANKED: Final = (
    r"(?:of|in(?! (?:line|turn)(?!\w))|on|among|amongst|by|for|behind|ahead|out|from|to"
    r"|after|with|worldwide|globally|nationally|overall|place (?:of|in|among|by|out|worldwide))"
)
_WIDE: Final = (
    r"(?:(?:in|of) (?:the (?:world|country|nation|county|region|EU|UK|US|globe|continent)"
    r"|Europe|Britain|England|Scotland|Wales|Ireland|America|Germany|France|Ukraine)"
    r"|worldwide|nationally|nationwide)"
)
_NOUN: Final = rf"(?!(?:{_COUNTED}|{_RANKED}|{_PLURAL})(?!\w)){_PLAIN}"
_NTH: Final = rf"(?P<named>(?:\d{{1,3}},)*{ORDINAL}|\d{{1,2}},?\d?00th)"
_BEFORE: Final = (
    r"(?<![\w.,/$€£–-])(?<![Ee]very )(?<![Ee]ach )(?<!rank )(?<!ranks )(?<!ranked )(?<!ranking )"
    r"(?<!rated )(?<!rate )"
)

NTH: Final = (
    # "the 100th visitor", "1st prize": one of a row, whatever it did.
    re.compile(
        rf"{_BEFORE}{_NTH}(?! (?:{_RANKED}|{_COUNTED}|(?:{_MORE} )?{_PLURAL})(?!\w))"
        rf"(?= (?:{_PLAIN} )?{_NOUN}(?![\w-])(?! {_WIDE}(?!\w)))"
    ),
    re.compile(
        rf"{_BEFORE}{_NTH}(?= [A-Z][A-Za-z'-]+(?![\w-]))(?! {_COUNTED}(?!\w))(?! {_PLURAL}(?!\w))"
    ),
    # "3rd-party software", but "the 3rd-largest".
    re.compile(
        rf"{_BEFORE}{_NTH}"
        rf"(?=-(?!{_COUNTED}(?!\w))(?!(?:most|least|best|worst)(?!\w))[a-z]+(?<!est)(?!\w))"
    ),
    # "He came 2nd, and she 1st", but "it came 2nd of 12".
    re.compile(rf"{_BEFORE}{_NTH}(?={ENDED}| (?:and|or|but|again|while|when)(?!\w))"),
)
"""Patterns whose group `named` is an ordinal that counts nothing."""
