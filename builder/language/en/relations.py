"""English words that say of three figures how the third follows from the others."""

from __future__ import annotations

from typing import Final

from builder.language.relations import Relations

_CHANGE: Final = "rise|increase|growth|gain|fall|decline|decrease|drop|reduction|cut|jump|change"

RELATIONS: Final = Relations(
    restates=r"or|that is(?: to say)?|this is|which is|that was|which was|i\.e\.|so|thus|hence"
    r"|namely|in other words|equal to|equivalent to|(?:that |which )?(?:makes?|means?|meaning)"
    r"|and so|and thus",
    by=rf"by|up by|down by|up|down|plus|minus|[+]|(?:an?|the|its) (?:\w+ )?(?:{_CHANGE}) (?:of|by)",
    fold="by|to",
    more="more|less|fewer|higher|lower|larger|smaller|longer|shorter|above|below|ahead|behind|up"
    "|down|greater|better|worse|cheaper|dearer|faster|slower",
    gap="difference|gap|margin|spread|lead|distance",
    against="against|versus|vs|compared with|compared to|as against|as opposed to",
    of="of|out of",
    opens="of|out of|among",
    wholes="of which|of whom|of them|of these|among them|including|thereof",
    rates="per|annual(?:ly)?|yearly|monthly|weekly|daily|each|every|average|mean|a (?:year|month"
    "|week|day|quarter)|real|adjusted",
    hedges="about|around|roughly|some|approximately|almost|nearly|all but|just|just over|just under"
    "|more than|less than|over|under|well over|well under|at least|at most|only|exactly|a full|the"
    "|a mere|fully|up to|as much as|as many as|no less than|no more than|fewer than|not quite",
    points=r"(?:percentage )?points?|pp",
    each=r"both|each|respectively|either|ranges?|rank(?:s|ed)?",
    unlike="unlike|than|contrary|instead of|rather than|(?:compared|beside|next) to|who",
    misses="miss(?:es|ed)|f[ae]lls? short of|fell short of"
    "|(?:did|has|have) not (?:reach|meet|reached|met)",
    reaches=r"reach(?:es|ed)|meets|met|hits|achieve[sd]|fulfil\w*",
)
