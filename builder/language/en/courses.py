"""English words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses, Turn
from builder.language.en.moves import FALLING, RISING
from builder.language.lexicon import FIGURE

_HIGH: Final = rf"peak|maximum|highest value|high(?= (?:(?:of|was) )?{FIGURE})"
_LOW: Final = rf"minimum|lowest value|trough|low(?= (?:(?:of|was) )?{FIGURE})"
_WAS: Final = "(?:it|they|there) (?:was|were)|once|formerly"

COURSES: Final = Courses(
    rises=rf"{RISING}|(?:re)?doubl(?:ed|es)|tripl(?:ed|es)|trebl(?:ed|es)|quadrupl(?:ed|es)"
    r"|extended|improved|hiked|upped|lifted|lengthened|widen(?:s|ed)|recover(?:s|ed)"
    r"|rebound(?:s|ed)",
    falls=rf"{FALLING}|cut|shortened|reduced|trimmed|slashed|halved|halves|worsened|saved|lowered"
    r"|scaled back|pared|narrow(?:s|ed)|melted",
    neither=r"went|goes|gone|go|moved|moves|changed|changes|passed|slow(?:s|ed)|eas(?:es|ed)"
    r"|quicken(?:s|ed)|accelerat(?:es|ed)",
    start="from",
    end="to",
    by="by|of",
    then=r"by|up|down|up by|down by|or|so|(?:so|or|and so|hence|thus|i\.e\.) by|that is"
    r"|that is by|that is,? up|i\.e\.|a full"
    r"|an increase of"
    r"|a rise of|a fall of",
    comes_to="is|was|amounts to|amounted to|equals|comes to|came to",
    nouns=r"rise|increase|growth|gain|fall|decline|decrease|drop|reduction|cut",
    more="(?<!or )more|extra",
    less="(?<!or )(?:fewer|less)",
    than=" than",
    of="of",
    denies=r"not|\w+n’t|never|far from|instead of|rather than|short of"
    r"|to|would|could|should|may|might|will|cannot",
    article="(?:which is |that is )?an? ",
    also=(
        ("instead of|rather than", r"(?:there|it|they) (?:are|were|is|was)|now|today|came"),
        ("", "became|turned into|have become|has become"),
    ),
    back="instead of|rather than|up from|down from",
    turns=(
        Turn("after", "(?:are|were|is|was|remain|remained) (?:now )?(?:only|just)", rises=False),
        Turn(_WAS, "(?:now|today) (?:only|just)|only now|down to", rises=False),
        Turn(_WAS, "now (?:fully|even|up to)", rises=True),
        Turn(_HIGH, _LOW, rises=False),
        Turn(_LOW, _HIGH, rises=True),
    ),
    amounts=r"(?:short|lacking|in need|ahead|up|down) (?:of|by)|short by|lacks?|lacked|lost|lose"
    r"|loses|gained|gains?"
    r"|(?:higher|lower|larger|smaller|more|less) by|dropped|fell|rose|grew|shrank"
    r"|saved?|saves|up|down|(?:ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w(?:s|n|ing)?|climb\w*"
    r"|jump\w*"
    r"|fall(?:s|en|ing)?|fell|drop\w*|declin\w*|decreas\w*|cuts?|reduc\w+|shr\w+|exceed\w*|miss\w*)"
    r" by|(?:a|an|the|its|their) (?:\w+ )?(?:shortfall|shortage|deficit|surplus|gap|loss|gain"
    r"|rise|increase|fall"
    r"|drop|decline|decrease|cut|reduction|excess|saving)s? of",
    besides=r"more|fewer|less|higher|lower|short|ahead|behind|too (?:many|few|much|little|high"
    r"|low)|above|below",
    wants=r"shortfalls?|shortages?|overruns?|overspen(?:d|ds|ding)|excess|savings?|loss(?:es)?"
    r"|rises?|increases?|falls?|declines?|drops?|decreases?|reductions?|cuts?|surcharges?",
    ranges=(
        (
            r"(?:takes?|took|lasts?|lasted|costs?|lies?|lay|pays?|paid|rang\w+|var\w+) between",
            "and",
        ),
        (r"rang(?:e|es|ed|ing) from|var(?:y|ies|ied|ying) from", "to"),
    ),
    span=("from", "to"),
    between=("between", "and"),
    unranged=r"cut|trim|br(?:ing|ings|inging|ought) |lower|down|narrow|short|shr[aiu]"
    r"|mov(?:e|ing)|shift|switch|trans(?!p)|chang|ratio(?!n)|odds|vot|scor|won(?!\w)|wins?(?!\w)"
    r"|beat|los(?:e|t|ing)|majorit|against|compar|prefer|halv|pared|whittl|adjust|revis|limit"
    r"|capped|speed|scal|eas(?:e|ing)|slow|slip|slid|s[aiu]nk|dip|retreat|convert|reset|clos"
    r"|hour|open(?!ing)|clock|gap|differ|swing|turn(?!o)|divid|split|shar|choice|choos|link"
    r"|balanc|averag|median|midway|halfway|border|boundar|contrast|altern|consolidat|merg|improv"
    r"|wors|weaken|soften|outvot|outnumber|proportion"
    r"|(?:takes?|took|taken|taking) (?:[\w’-]+ ){2,4}$|steps? |stages? |numbers? |add|join"
    r"|attach|tied|roads?|ways?(?!\w)|path|journey|route|distance"
    r"|(?:tak\w+|took|g[eo]t\w*) (?:it|them|this|that|us|him|her)(?!\w)",
    counts_down="before|ago|earlier|left|to go|prior|beforehand",
    multiple=r"[^\W\d_]+(?:[ -][^\W\d_]+)? times (?:as|more|less|fewer|the|that|those|its|their"
    r"|[^\W\d_]{2,}er)(?!\w)|(?:twice|thrice) (?:as|the|that|those|its|their|what)(?!\w)"
    r"|\w+fold(?!\w)",
    multiplies={r"doubl": 2, r"tripl|trebl": 3, r"quadrupl": 4, r"quintupl": 5, r"halv": 2},
    exceeds=r"more|fewer|less|higher|lower|larger|greater|smaller|longer|shorter|faster|slower|bigger",
    over="against|compared (?:with|to)|from|up from|down from|instead of|rather than|after",
    was=(
        (
            "(?:it|they|there) (?:was|were)|once|formerly|last year|before",
            "now|today|this year|now (?:it|they|there) (?:is|are)|it is now|then",
        ),
    ),
    factors=(
        ("(?:re)?doubl(?:ed|es|ing)|halv(?:ed|es|ing)|twofold", 2),
        ("tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|threefold", 3),
        ("quadrupl(?:ed|es|ing)|fourfold", 4),
        ("quintupl(?:ed|es|ing)|fivefold", 5),
        ("tenfold", 10),
    ),
    above="more than|over",
    nearly="almost|nearly|all but",
)
