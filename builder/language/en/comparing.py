"""English ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import FIGURE, whole

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
    alike=whole(
        r"(?:is|are|was|were|stays?|stayed|remains?) (?:the same|equal|identical|alike)"
        rf"(?=[,.;:!?)]|$| (?:in|at|for|among|everywhere|here|and)(?!\w)| \(?{FIGURE})",
    ),
    main=whole(
        r"the lion’s share",
        r"(?:the |its |their )?(?:main|principal|chief|primary) (?:payer|source|buyer|supplier"
        r"|cause"
        r"|consumer|investor|donor|owner|producer|exporter|importer|customer|driver|funder"
        r"|contributor"
        r")s?",
    ),
    small=whole(
        r"(?:gap|difference)s?(?: between (?:[\w’]+ ){1,5}?)?(?: |(?<= ))(?:is|are|was"
        r"|were) (?:\w+ly )?"
        r"(?:small|negligible|tiny|slight|minor)",
    ),
    passed=whole(
        rf"(?:goal|target|objective)s?(?: of {FIGURE})? (?:(?:has|have|had) been|was|were|is|are)"
        r"(?: (?!(?:not|never|partly|hardly|only|half)(?!\w))\w+)?"
        r" (?:passed|exceeded|surpassed|overshot|beaten)",
        r"(?:passed|exceeded|surpassed|beat|beats|exceeds) (?:its|the|their) (?:goal|target)s?",
    ),
    reached=whole(
        rf"(?:goal|target|objective)s?(?: of {FIGURE})?(?: (?:(?:has|have|had) been|was|were|is"
        rf"|are)"
        r"(?: (?!(?:not|never|partly|hardly|only|half)(?!\w))\w+)?)? (?:reached|met|achieved|hit)",
        r"(?:(?:almost|nearly|all but) )?(?:reached|met|achieved|hit|hits|meets|reaches)"
        r" (?:its|the|their) (?:goal|target)s?",
    ),
    nearly=whole("almost", "nearly", "all but", "just short"),
    of="of|out of",
    folded=whole("twice", "thrice", r"\w+fold"),
    times="times",
    more=whole("more than", "over", "at least", "well over", "no less than"),
    about=whole("about", "around", "roughly", "some", "approximately"),
    less=whole("less than", "at most", "up to", "under", "not", "no more than"),
    most=whole("largest", "biggest", "highest", "greatest", "most(?! of)"),
    least=whole("smallest", "lowest", "fewest", "(?<!at )least"),
    negated=whole(r"un\w{3,}|non-?\w+|not|no|without", r"missing|lack\w*|empty|loss(?:es)?"),
    major="lion’s share",
    given="for|whether|or|regardless|no matter|if|within|from",
    earlier="after|last year|a year (?:ago|before|earlier)|before",
    beaten="surpassed|beaten|beats?",
    either="to|or",
    lasting=" (?:of )?an? (?:century|decade|year|month|week|day|hour|minute|lifetime|generation)",
)
