"""English words by which an amount is a year's: "the cost of 2024"."""

from __future__ import annotations

import re
from typing import Final

from builder.language.years.rule import one_of
from builder.language.years.turns import FIGURE, Turns

# Not "a fall of 2020", nor "the price of 2023", which may be so high.
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:the|its|their|our|this|that) (?:[\w-]+ )?(?:costs?|amounts?|figures?|fees?|tariffs?"
    r"|prices|rates|falls?|rises?|drop|increase|decrease|growth|decline|spending|expenditure"
    r"|revenues?|deficit|surplus|numbers|intake|value) (?:of|for) $",
    re.IGNORECASE,
)
_PRICES_OF: Final = re.compile(r"(?<!\w)(?:at|in) (?:[\w-]+ )?prices of $", re.IGNORECASE)
_LAW_OF: Final = re.compile(
    r"(?<!\w)(?:Law|Act|Decree|Order|Bill|Regulation|Ordinance|Decision|Directive)"
    rf" (?:No\.? ?)?(?:\d{{1,5}}|{FIGURE}+) of $"
)
_OVER: Final = re.compile(r"(?<!\w)(?:over|across) (?:the period )?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" ?(?:$|[.,;:!?)](?! ?\d))| (?:is|was|are|were|has|had|have|will|would|can|could|may"
    r"|remains?|exceeds?|equals?|matche[sd]|exceeded|matched|and|but|which|that|because)(?!\w)"
)
_BETWEEN: Final = re.compile(r"(?<!\w)between $", re.IGNORECASE)
_FROM: Final = re.compile(r"(?<!\w)(?:between|from) $", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r",? (?!homes|years)(?:[\w'-]+ ){1,3}(?:rose|fell|grew|doubled|trebled|tripled|halved|shrank"
    r"|increased|decreased|declined|dropped|climbed|soared|surged|plunged|plummeted|slumped)(?!\w)"
)
# "In 2025 more people came by bus": who came are the subject.
_OPENS_IN: Final = re.compile(r"(?:^|[.!?:;] )(?:In|By|During|Since) $")
_MORE_DID: Final = re.compile(
    r" (?:more|fewer|less|many|most|few) (?:[\w-]+ ){1,3}(?:came|were|was|went|died|left|used|took"
    r"|had"
    r"|have|has|are|is|will|chose|voted|moved|worked|applied|arrived|travelled|called|asked|paid"
    r"|closed|opened|fell|rose|stayed|landed|failed|passed|got|made|saw|wanted|needed)(?!\w)"
)


def is_dated(left: str, right: str, rises: bool) -> bool:
    """Return whether it is dated, and counts nothing.

    "The cost of 2024 is", "over 2016–2024,", "between 2019 and 2025 fares fell", "In
    2025 more people came".
    """
    if (_BETWEEN if not rises else _FROM).search(left) and _CHANGED.match(right):
        return True
    if _PRICES_OF.search(left) and _GOES_ON.match(right):
        return True
    if _LAW_OF.search(left):
        return True
    if _OPENS_IN.search(left) and _MORE_DID.match(right):
        return True
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    return bool(dated) and bool(_GOES_ON.match(right))


TURNS: Final = Turns(
    seasons=r"summers?|winters?|springs?|autumns?|years?|seasons?|decades?|heatwaves?|lastly"
    r"|finally",
    made=r"(?:first |last |re)?(?:opened|built|founded|launched|furbished|closed|completed"
    r"|enacted|passed)"
    r"|renovated|modernised|modernized|inaugurated|introduced|revised|amended|extended|published"
    r"|born|died",
    one="was|is|has|saw|brought|brings|sees",
    only="only|just|even|already|what|whether",
    aside="an?|the|its?|in",
    hotter="(?:hotter|warmer|cooler|colder|drier|wetter|milder|sunnier|worse) than",
    more="(?:more|fewer|less|higher|lower|greater|smaller) than",
    mean=r"(?:the|that|this|its) (?:\w+ )?(?:mean|average|median)(?: of| for| over)?",
    like="as in|in|like|as",
    given="for",
    then="there|no|we|data",
    compares=r"compar(?:e|es|ed|ing)|sets?",
    beside="with|to|and|against",
    than="than|above|below|like|unlike|behind",
    within="in",
    looks=r"(?:look\w*|glanc\w*|back|ahead|forward|review\w*|lessons?|compar\w+|contrast\w*"
    r"|return\w*"
    r"|outlook|views?|road|path|way|countdown|journey|head\w*|prepar\w+|plans?|vision|farewell"
    r"|goodbye"
    r"|preview|summary|reflections?|memories|perspectives?|prospects?|focus|spotlight|changes?"
    r"|different"
    r"|differences?|ready|hopes|fears|story|welcome)"
    r" (?:at|on|to|of|from|with|for|since|towards?)|beyond|towards?|welcome|goodbye|remembering"
    r"|inside",
    asks="why|how|what|when|where",
    matters=r"matter(?:s|ed)|counts?|counted|changed|changes|differs?|differed|went|did|does"
    r"|will|stands"
    r"|stood|failed|worked|felt|looks|looked|remains|taught|meant|means",
    against=r"against|versus|vs\.?|compared (?:with|to)|or|not|and",
    bare=r"(?:\w+(?:ed|ing|ly)|from|with|about|over|under|than|only|just|sold|lost|cut|added"
    r"|built|had|have|has|saw"
    r"|got|were|are|was|hit|another|some|all|these|those|almost|around|below|above|least|most|fewer"
    r"|more|less|down|per|plus|minus|times|and|nor|but|for|into|against|total|made|took|left|won"
    r"|fell|rose|grew|paid|gave|came|went|one|its|the|his|her|their|our|some|any|every|each|not) ",
    founded=r"founded|established|opened|built|burnt down|burned down|set up|erected|died|born"
    r"|(?:re)?laid(?: down| out| up)?|launched|rebuilt|relined|commissioned|chartered|signed|sunk"
    r"|planted|demolished|abolished|dissolved|invented|discovered|drowned|burnt|burned|restored"
    r"|painted|written|printed|drawn|drained|dug|bored|cast|coined|crowned|opened (?:its|their) "
    r"doors"
    r"|taken over|handed over|set sail|first recorded|first mentioned|electrified|nationalised"
    r"|nationalized|converted|widened|enlarged|dedicated|consecrated",
    since=r"(?:was|were|is|been) (?:[a-z]+ ){0,2}[a-z]+(?:ed|en|wn|lt|nt|ght|und|ut|id|ft) in"
    r"|(?:has|have|had) (?:\w+ )?(?:lived|stood|been|run|worked|kept|belonged|hung|lain|served|met"
    r"|played|grown|sung|farmed|fished|owned|taught|made|brewed|printed)[^.;:!?\d]{0,40} since"
    r"|(?:members?|served?|serving|in service|in use) since"
    r"|dat(?:es?|ed|ing)(?: back)? (?:from|to)|(?<!last )(?<!per )(?<!each )the year|from before"
    r"|born (?:before|after|since|between(?: \d{4} and)?)"
    r"|(?:built|rebuilt|laid|restored|drained) (?:between|from)(?: \d{4} (?:and|to))?"
    r"|the (?:great |big |long |last )?(?:charter|flood|storm|gale|strike|war|fire|famine|epidemic"
    r"|rising|rebellion|revolution|treaty|convention|constitution|earthquake|siege|battle|census"
    r"|winter|summer|disaster|collision|wreck|score|map|photograph|painting|diary|letter|will"
    r"|bridge|church|mill"
    r"|hall|chapel|pier|canal|railway|tower|castle|barn|organ|bell|clock|lighthouse|harbour|dam"
    r"|factory) of"
    r"|(?:was|were) (?:[a-z]+ ){0,4}until",
    arrives=r"(?:rose|fell|grew|climbed|increased|decreased|declined|dropped|shrank|sank|jumped"
    r"|soared|went (?:up|down)|rises|falls|grows|slumped|plunged)[^.;:!?]* in \d{4} to",
)
"""Words of the turns that all languages have."""


# "the total of 2019" counts; "the drought of 2010" is dated.
AMOUNT: Final = one_of(
    "total sum number loss maximum minimum average mean median height length width depth weight"
    " capacity output population audience crowd fleet stock staff workforce membership fall rise"
    " increase decrease drop gain cut reduction growth decline surplus deficit list group batch set"
    " majority minority rate speed price cost fee value amount limit ceiling threshold quota target"
    " level figure share portion record peak readership readers turnover circulation attendance"
    " dose size volume range distance radius power score tally count backlog quantity supply"
)
_ENDS: Final = re.compile(r" ?$|[,.;:!?)\"”’](?!\d)| (?:and|but|or)(?!\w)| \(")
# What is had, lost, paid or reached by so many: "sold 2024.", "the count stands at 2023".
_AMOUNTS: Final = re.compile(
    r"(?<!\w)(?:there (?:are|were)|reach(?:es|ed)?|costs?|totals?|totalled|numbers?|numbered|has"
    r"|have|had|sold|sells?|bought|los[te]|loses|laid|opened|built|took|won|paid|employs?|are"
    r"|were|it is|st(?:ands?|ood) at|(?:amounts?|amounted|adds? up|added up) to|only|with) $"
    rf"|(?<!\w){AMOUNT} (?:is|was|of) $|(?<!\w)numbers? of [^.,;:!?]+: $",
    re.IGNORECASE,
)
_MOST_OF_THEM: Final = re.compile(r", (?:(?:most|many|some|half) )?of (?:them|whom|these)(?!\w)")
_OTHER: Final = re.compile(
    r", (?:and )?the (?:\w+est|other|second|third|last|next) $"
    r"|(?<!\w)(?:came|comes?|rose|rises?|fell|grew|went|climbed|dropped) to $"
    r"|(?<!\w)(?:sold|bought|let|rented) (?:it|them|this) for $",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    r"(?:^|[.!?:;] )(?:Of [^.,;:!?\d]+|In all|In total|All told|Altogether|Among [^.,;:!?\d]+), $"
)


def takes_amount(left: str, right: str) -> bool:
    """Return whether what stands before takes digits for how many."""
    if _OTHER.search(left) or _MOST_OF_THEM.match(right):
        return True
    return bool(_IN_ALL.search(left) or (_AMOUNTS.search(left) and _ENDS.match(right)))
