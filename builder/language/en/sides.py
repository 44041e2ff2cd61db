"""English words of more and less, of goals, and of shares without a number."""

from __future__ import annotations

from typing import Final

from builder.language.en.verbs import FALLS, RISES
from builder.language.leading import Graded, Leading
from builder.language.sides import Sides

_SO: Final = r"often|frequent(?:ly)?|likely|willing(?:ly)?|readily|common(?:ly)?"
_IS: Final = r"(?:is|are|was|were|comes?|came|stands?|stood|lies?|lay|stays?|stayed|remains?)"
_FAR: Final = r"(?: (?:well|far|clearly|still|now|way))?"

SIDES: Final = Sides(
    gives=r"there (?:are|were|is|was)(?: now)?|we (?:have|had)",
    hardly=r"hardly any|barely any|scarcely any|almost no",
    nowise=r"not|by no means|no",
    denied=r"(?:(?:did|do|does|has|have|had) )?(?:not|never)|\w+n’t",
    higher=rf"higher|greater|oftener|more (?:{_SO})|more(?! (?:rarely|seldom|slowly))"
    r"|(?:twice|thrice|[^\W\d_]+ times) as [^\W\d_]+",
    lower=rf"lower|fewer|rarer|more (?:rarely|seldom)|less (?:{_SO})|less"
    r"|(?:half|an? (?:third|quarter|fifth|tenth)) (?:as [^\W\d_]+|(?:of )?the (?:time|number))",
    dearer=r"dearer|pricier|more (?:expensive|costly)|costlier",
    cheaper=r"cheaper|less (?:expensive|costly)",
    longer=r"longer|slower",
    shorter=r"shorter|faster|quicker",
    spans=r"(?:second|minute|hour|day|week|month|year)s?|min|h|s",
    costliest=r"dearest|priciest|costliest|most (?:expensive|costly)",
    cheapest=r"cheapest|least (?:expensive|costly)",
    slowest=r"longest|slowest",
    quickest=r"shortest|fastest|quickest",
    oftener=r"oftener|more (?:often|frequent(?:ly)?)",
    rarer=r"rarer|more (?:rarely|seldom)|less (?:often|frequent(?:ly)?)|scarcer",
    ever=r"ever|increasingly|(?:more|fewer|less) and",
    tops=r"(?:exceed|outnumber|outweigh|outstrip|surpass)(?:s|es)?"
    r"|(?:exceeded|outnumbered|outweighed|outstripped|surpassed)(?! by)",
    covers=r"covers?|covered(?! by)",
    covered=r"(?:is|are|was|were|been|lives?|being) (?:(?:fully|wholly|entirely|amply|now) )?"
    r"(?:covered|met)",
    trails=r"falls? short of|fell short of|undercuts?",
    ahead=rf"leads?|led(?! by)|{_IS}{_FAR} (?:ahead|in front|in the lead|top|first)(?: of)?"
    r"|has the edge(?: over)?|tops|heads the (?:list|table|field)|outperforms?|beats?",
    behind=rf"trails?|trailed|lags?(?: behind)?|lagged(?: behind)?|{_IS}{_FAR} (?:behind|last"
    r"|bottom)|brings? up the rear|brought up the rear",
    used="used to",
    much="more",
    little="less",
    becomes=r"(?:is|are|was|were|gets?|got|becomes?|became|has become|have become|(?:is|are|was"
    r"|were) (?:getting|becoming)|used to be|grows?|grew|growing)",
    become="(?!)",
    times="time",
    money="money",
    than="than|as|that",
    earlier=r"before(?: the (?:war|pandemic|crisis|reform))?$|earlier|previously|last year"
    r"|the previous year",
    so_few=r"never[^,;:.]{0,40} (?:so|as) (?:few|little|low)",
    so_many=r"never[^,;:.]{0,40} (?:so|as) (?:many|much|high)",
    norms="(?!)",
    over="above|over",
    under="below|under|short of|beneath",
    reached=r"reached|met|achieved|hit|exceeded|surpassed|beaten",
    missed=r"missed|misses|miss|not (?:yet )?(?:been )?(?:reached|met|achieved|hit)",
    wanted=r"\w*(?:shares?|rates?|cover(?:age)?|quota|punctuality|percentage)",
    unwanted=r"un\w{3,}|non-?\w+|not|no|without|mortality|death|poverty|error|failure|loss(?:es)?"
    r"|cancel\w*"
    r"|emission\w*|coal|smok\w*|crash\w*|accident\w*|drop-?out\w*|vacan\w*|costs?|debts?|delay\w*"
    r"|waste"
    r"|infection\w*|crime|turnover|missing|lack\w*|empty|closed|late",
    partly=r"until|in part|once|one day|formerly|what|before|unless|to"
    r"|can|be|how|partly|partially|half|hardly|soon|almost|nearly|when|whether|where|who|only|just",
    upward="farther|further|more|higher|longer|dearer|larger|bigger|older|greater|oftener",
    downward="nearer|closer|less|fewer|lower|shorter|cheaper|smaller|younger|rarer",
    at="in|at",
    most_of=r"(?:nearly|almost|virtually|practically) (?:all|every)",
    majority=r"(?:the|a) (?:(?:large|great|vast|clear|small|narrow) )?majority"
    r"|most(?= of (?:the|its|their|all))",
    minority=r"(?:only )?a (?:(?:small|tiny) )?minority",
    at_least="more than|over|at least|no less than|well over",
    at_most="less than|fewer than|under|at most|not even|barely|hardly|not",
    articles="the|a|an",
    generic=r"those|ones|shares?|rates?|number|percentage|proportion",
    links="of|for|in|to|on|per|by|with|at|without",
    since=r"since|after|from|before|until|by|to|against|over",
    rests="other|others|rest|remaining|century|decade|final|semi-?final",
)


LEADING: Final = Leading(
    top=r"(?:the )?(?:most(?! of)|largest|biggest|highest|greatest)",
    bottom=r"(?:the )?(?:fewest|smallest|lowest|(?<!at )least)",
    first=rf"leads?(?! to)|led(?! (?:by|to))|tops(?! up)|dominates?|dominated(?! by)"
    rf"|heads the (?:list|table|field)"
    rf"|(?:{_IS}|comes out){_FAR} (?:ahead(?! of)|in front(?! of)|in the lead|top|first|on top"
    rf"|number one)",
    last=rf"brings? up the rear|brought up the rear|trails|{_IS}{_FAR} (?:last|bottom)",
    chief="main|chief|principal|top|leading|first|foremost|number one|biggest|largest"
    "|most important",
    roles=r"(?:customer|buyer|market|supplier|source|destination|partner|importer|exporter|producer"
    r"|consumer|employer|donor|payer|user|cause)s?",
    main="(?!)",
    overtakes=r"overt(?:akes?|ook)|has overtaken|have overtaken|passes|moves? ahead of"
    r"|pulls? ahead of",
    has=r"have|buys?|sells?|uses|used|produces?|count(?:s|ed)?|gets|takes?|took|receives?|received"
    r"|makes?|made|shows?|sees|draws?"
    r"|drew|with"
    r"|still|clearly|easily|remains?|stays?|offers?|holds?|where|there|that|their|from|comes?"
    r"|goes|came|were|been"
    r"|number|share|region|town|city|country|district|field|again|part|makes?|drives?|reached"
    r"|year|month",
    plenty=r"abounds?|(?:is|are) plentiful",
    scarce=r"(?:is|are|gets?|grows?) scarce",
    steady=r"years?|every|each|steadily|constantly|continues?|continued|keeps?|since|over|time"
    r"|again|month",
    graded=(
        Graded(
            "warm|hott?",
            "cold|cool|chill",
            r"temperature|degrees?|°|warm|(?<!\w)hot",
            "frost|cool|insul|heating|below|under",
        ),
        Graded(
            "wett?|damp|moist|rain",
            "dr(?=y|i)",
            "rain|precipitation|moist|humid|wet",
            "dry|drought|without",
        ),
        Graded(
            "dear|expensive|costl|pric",
            "cheap|afford",
            r"costs?(?!\w)|price|spending|fee|rent|fare|charge|tariff|(?:eur|usd|gbp|pounds?"
            r"|euros?|dollars?|£|€|\$) (?:per|an?) ",
            "revenue|income|earn|sales|grant|saving|cover|subsid",
        ),
        Graded("fast|quick", "slow", "km/h|mph|speed|(?:per|an) (?:hour|minute)"),
        Graded(
            "long|slow",
            "short|fast|quick|brief",
            r"minutes?|hours?|seconds?|duration|waits?|time to|(?<!\w)(?:min|days?|weeks?"
            r"|months?)(?!\w)",
            "open|(?:per|an?) (?:hour|day|minute)|age|saved|gained|without",
        ),
        Graded(
            "far|long|distant|remote",
            "near|clos|short",
            r"kilomet|(?<!\w)(?:km|m|miles?)(?!\w)|distance|length",
            "per ",
        ),
        Graded("old", "young", r"(?<!\w)(?:age|ages|aged|years)(?!\w)", "per year|built"),
        Graded("heav", "light", r"weight|(?<!\w)(?:kg|g|t)(?!\w)|tonne|gram", "per "),
        Graded("loud|nois", "quiet", r"noise|decibel|(?<!\w)db(?!\w)|sound"),
        Graded("dens", "sparse", "density|per (?:km|square|hectare)"),
        Graded("common|frequent|widespread", "rar", ""),
    ),
    most=r"(?:the )?(?:(?:{})(?:i?e)?st|most (?:{})(?:y|ly|ive|able)?)",
    least=r"(?:the )?least (?:{})(?:y|ly|ive|able)?",
    more=r"(?:{})(?:i?e)?r|(?:farther|further)|more (?:{})(?:y|ly|ive|able)?",
    less=r"less (?:{})(?:y|ly|ive|able)?",
    other=r"(?:the )?(?!(?:\w*forest|\w*harvest|interest|request|guest|protest|contest|conquest"
    r"|\w*invest|suggest|digest|honest|modest|manifest|arrest|crest|chest|quest|priest|tempest"
    r"|(?:north|south|mid)?west|rest|test|nest|pest|vest|zest|latest|earliest|best|finest|loveliest"
    r"|nicest|easiest|largest|biggest|highest|greatest|smallest|lowest)(?!\w))[a-z]{3,}est"
    r"|(?:the )?most (?:[a-z]+(?:able|ible)|popular)",
    adverbs="(?!)",
    peaks=r"(?:the |its |their )?(?:peak(?:s|ed)?|high point|maximum)",
    troughs=r"(?:the |its |their )?(?:trough(?:s|ed)?|low point|minimum|bottomed out)",
    earliest="first$|earliest",
    latest="last$|latest",
    begins=r"beg(?:in|ins|an)|starts?|started",
    ends=r"ends?|ended|finish(?:es)?|finished|closes?|closed",
    lasts=r"duration|lasts?|takes?|took",
    amid=r"one of|among|amongst|second|third|fourth|next|almost|nearly|after|behind|except|but|only"
    r"|even|also|joint|new",
    moved=rf"{RISES}|{FALLS}|gain(?:s|ed)?|los(?:es?|t)|var(?:y|ies|ied)|suffer\w*"
    r"|benefit\w*|lacks?|miss\w*|improv\w*|worsen\w*|differ\w*|sav(?:es?|ed)|disappear\w*"
    r"|surpris\w*"
    r"|need\w*|want\w*",
    within=r"in|on|at|by|with|without|under|of|for|to|from|between|since|until|per|each|against"
    r"|despite|during|before|after|through|over",
    laws=(("the", "the"), ("where|when", "(?:it |there )?(?:is|are|gets?|grows?|becomes?|stays?)")),
    under="in",
    heaps=r"pile up|mount(?: up)?|rise|multiply|are more (?:frequent|common)|there are more",
    journey=("from(?: the)?", "(?:on )?to(?: the)?"),
    since="since|from",
    past=r"has|have|had|were|was|did|been|in all|together",
)
