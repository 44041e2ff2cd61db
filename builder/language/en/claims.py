"""English words by which sentences claim something of figures.

What goes from one figure to another (`COURSES`), ways to compare that are told apart (`COMPARING`),
and what sentences reckon with the figures beside them (`RECKONED`).

Words of change, as they stand before amounts and years, are patterns to be put in others.
"""

from __future__ import annotations

from typing import Final

from builder.language.claims import Comparing, Reckoned
from builder.language.courses import Courses, Turn
from builder.language.en.verbs import FALLS, NEITHER, RISES
from builder.language.lexicon import FIGURE, whole
from builder.language.ranks import Ranks

CHANGED: Final = (
    r"(?:ris(?:es?|en|ing)|rose|falls?|fell|fallen|falling|gr[eo]ws?|grown|growing|increas(?:es?|ed"
    r"|ing)|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|en|ing)?"
    r"|cut(?:s|ting)?|reduc(?:es?|ed|ing)|reductions?|rais(?:es?|ed|ing)|swell(?:s|ed|ing)?|swollen"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)"
    r"|plummet(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|expand(?:s|ed|ing)?"
    r"|contract(?:s|ed|ing)|(?:out)?number(?:s|ed|ing)?|exceed(?:s|ed|ing)?|up|down|low(?:er(?:s|ed"
    r"|ing)?)|higher|fewer|larger|smaller|short(?:ened)?|lengthen(?:s|ed)?|slip(?:s|ped|ping)?|sank"
    r"|sunk|sinks?|slid(?:es?|ing)?|dip(?:s|ped|ping)?|tumbl(?:es?|ed|ing)|edg(?:es?|ed|ing)"
    r"|trim(?:s|med|ming)?|boost(?:s|ed|ing)?|improv(?:es?|ed|ing)|chang(?:es?|ed|ing)"
    r"|overr[au]n|ahead|behind|won|lost|beaten|beat|ris|growth|gains?|gained|widen(?:s|ed|ing)?"
    r"|narrow(?:s|ed|ing)?|mov(?:es?|ed|ing)|shift(?:s|ed|ing)?|extend(?:s|ed|ing)?|went|gone|goes)"
)


_HIGH: Final = rf"peak|maximum|highest value|high(?= (?:(?:of|was) )?{FIGURE})"
_LOW: Final = rf"minimum|lowest value|trough|low(?= (?:(?:of|was) )?{FIGURE})"
_WAS: Final = "(?:it|they|there) (?:was|were)|once|formerly"

_OF_IT: Final = "(?= (?:the|that|those|its|their|what)(?!\\w))"

COURSES: Final = Courses(
    rises=RISES,
    falls=FALLS,
    neither=NEITHER,
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
    manner=r"[a-z]+ly|again|back|off|out|away|further|ground|a (?:little|bit)|once more|even more",
    also=(
        ("instead of|rather than", r"(?:there|it|they) (?:are|were|is|was)|now|today|came"),
        ("", "became|turned into|have become|has become"),
    ),
    back="instead of|rather than|up from|down from",
    turns=(
        Turn("after", "(?:are|were|is|was|remain|remained) (?:now )?(?:only|just)", rises=False),
        Turn(
            _WAS,
            "(?:now|today)(?: there (?:are|is)| it is)? (?:only|just)|only now|down to",
            rises=False,
        ),
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
    exceeds=r"more|fewer|less|higher|lower|larger|greater|smaller|longer|shorter|faster|slower"
    r"|bigger",
    over="against|compared (?:with|to)|from|up from|down from|instead of|rather than|after"
    "|(?:it|they|there) had been|(?:it|they) had stood at|before (?:it|they) (?:was|were)|x{4}:|in "
    "x{4}:",
    was=(
        (
            r"(?:having|had|ha[sd]) (?:stood|been|lain)(?: at)?|stood at|last year|the year before"
            r"|a year (?:ago|earlier|before)|x{4}:?(?: it was)?",
            "to",
        ),
        (
            "(?:it|they|there) (?:was|were)|once|formerly|last year|before",
            "now|today|this year|now (?:it|they|there) (?:is|are)|it is now|then",
        ),
    ),
    factors=(
        (rf"(?:re)?doubl(?:ed|es|ing)|double{_OF_IT}|halv(?:ed|es|ing)|twofold", 2),
        (rf"(?:tripl|trebl)(?:ed|es|ing)|(?:triple|treble){_OF_IT}|threefold", 3),
        (rf"quadrupl(?:ed|es|ing)|quadruple{_OF_IT}|fourfold", 4),
        ("quintupl(?:ed|es|ing)|fivefold", 5),
        ("tenfold", 10),
    ),
    idle=r"[\w-]+(?:es|ing)(?!\w)|(?:double|triple|treble|quadruple) "
    r"|[\w-]+ (?:as|up|over|back|down|(?:their|its|his|her|our) (?:efforts?|bets?|energy))(?!\w)",
    above="more than|over",
    nearly="almost|nearly|all but",
    how_much="by how (?:much|many)|how (?:much|many|far)",
    aims=r"(?:to|should|must|would|could|may|might|if|want\w*) (?:be )?[\w’-]+",
)


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
    less=whole("less than", "fewer than", "at most", "up to", "under", "not", "no more than"),
    most=whole("largest", "biggest", "highest", "greatest", "most(?! of)"),
    least=whole("smallest", "lowest", "fewest", "(?<!at )least"),
    negated=whole(
        r"un\w{3,}|non-?\w+|not|no|without", r"missing|lack\w*|(?<!to )empty|loss(?:es)?"
    ),
    major="lion’s share",
    given="for|whether|or|regardless|no matter|if|within|from",
    earlier="after|last year|a year (?:ago|before|earlier)|before",
    beaten="surpassed|beaten|beats?",
    either="to|or",
    lasting=" (?:of )?an? (?:century|decade|year|month|week|day|hour|minute|lifetime|generation)",
)


RECKONED: Final = Reckoned(
    opens="(?!)",
    closed="(?!)",
    and_="and",
    limits=r"plan|forecast|estimate|average|mean|median|norm|projection|expectation|benchmark"
    r"|last year’s (?:figure|level|total)",
    caps=r"budget|ceiling|cap|limit|allocation|appropriation|maximum|threshold|envelope"
    r"|spending limit|upper limit",
    goals="targets?|goals?|objectives?",
    terms="deadline|turnaround target",
    partly="almost|nearly|all but|just short|part|parts|partly|half|until|still|will|can"
    "|could|must|yet|soon|to",
    of="of|at",
    under="below|under|beneath|short of",
    over="above|over",
    within="within|inside",
    passed="exceed(?:s|ed)?|overshot|overran|overspent|surpassed|breached|crossed|busted|topped"
    "|passed",
    missed="undershot|underspent|undercut|missed",
    reached="reached|reaches|hit|met|meets|achieved|attained|fulfilled",
    kept="kept to|kept within|observed|respected|complied with|adhered to|stuck to",
    by="by",
    covers=r"(?:fully|wholly|entirely|completely|easily|amply|comfortably|more than)"
    r" (?:covers?|covered|pays? for|met|meets?)"
    r"|(?:is|are|was|were) (?:more than )?enough (?:for|to (?:cover|pay|meet))|suffices? (?:for|to)"
    r"|covers? (?:all of|the whole of)",
    meets="covers?",
    met="(?:is|are|was|were|been) (?:covered|met)",
    with_="with|at|by",
    turned="(?!)",
    refused=r"not|never|hardly|no|without|nowhere|cannot|\w+n’t|neither",
    maybe="would|should|could|may|might|if|must|unless|whether|were to",
    thus="that is by|so by|or by|i\\.e\\. by|and thus by|and so by|hence by|thus by",
    differ="difference|gap|distance|margin|spread",
    between="between",
    minus="minus|less",
    plus="plus",
    sums="(?:sum|total) of",
    together=r"total(?:led)?|sum to",
    takes=r"gain(?:s|ed)?|adds?|added|los(?:es?|t)|sheds?",
    comes_to=r"is|are|was|were|makes?|equals?|comes? to|came to|amounts? to|amounted to|leaves?",
    parts="of the|of all|out of|out of the|of",
    wholes=r"of which|of whom|of them|including|among them|thereof",
    unparted="to|from|by|at",
    joins=r"instead|ahead|short|place|lieu|because|outside|inside|regardless|rise|fall"
    r"|increase|decrease|cut|gain|loss|total|sum|and|or",
    same=r"unchanged|(?:stay(?:s|ed)?|remain(?:s|ed)?|held|hold(?:s)?|kept)"
    r" (?:almost |\w+ly )?(?:the same"
    r"|flat|stable|constant|steady|level)|stagnat\w*|(?:has|have) not changed",
    ever="than (?:ever|before)",
)


RANKS: Final = Ranks(
    verbs="leads?|led|lies?|lay|ranks?|ranked|is|are|was|were|comes?|came|stands?|stood|finish(?:es"
    "|ed)"
    "|stays?|stayed|fares?|fared|does|did",
    with_="with|at",
    ahead="ahead of|better than",
    behind="behind|worse than",
    leads="lead|edge",
    lags="lag",
    of="of",
    over="over|behind",
    above="above|higher than|greater than",
    below="below|beneath|lower than|less than|short of",
    worth="of",
    # Such verbs say a way by themselves, among `rises` and `falls`.
    better="(?!)",
    worse="(?!)",
    lacks="(?!)",
)
