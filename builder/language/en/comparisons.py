"""English words that set one thing against another, beside those of rise and fall; and shares.

Comparatives: those that do not stand before "than", rarer, more often. Shares in words:
"a third left", "every fourth"; ordinals and hours are none.
"""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import FIGURE, by_figure, one_of

_BECOME: Final = (
    r"(?:is|are|was|were|be|been|being|becomes?|became|become|g[eo]ts?|grew|grows?|grown"
    r"|stay(?:s|ed)?|remain(?:s|ed)?)"
)
_RARER: Final = (
    r"(?:rarer|scarcer|dearer|denser|sparser|thinner|thicker|wider|narrower|deeper|shallower|safer"
    r"|riskier|healthier|busier|quieter|steeper|harder|easier|warmer|colder|hotter|cooler|wetter"
    r"|drier|cleaner|dirtier|wealthier|commoner|tougher|milder|looser|tighter|farther|nearer"
    r"|closer)"
)
_OFTEN: Final = (
    r"(?:often|frequently|rarely|commonly|seldom|widely|slowly|quickly|expensive|common|widespread"
    r"|frequent|numerous)"
)
_SPAN: Final = (
    r"(?:year|month|week|day|night|hour|season|term|shift|quarter|season|lesson|winter|summer)"
)
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"{_BECOME} (?:(?:far|much|even|slightly|still|\w+ly) )?{_RARER}"
    r"(?<!closer)(?<!nearer)(?! to [a-z]+(?! than))",
    rf"{_RARER}(?=: | \({FIGURE})|(?:farther|further|nearer|closer) (?:from|away)",
    rf"(?:more|less) {_OFTEN}(?! than not)",
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADING: Final = (
    rf"(?<!the )(?<!or )(?<!and )(?<!a )(?<!an )(?<!in ){_RARER}"
    r"(?! (?:to (?:home|hand)|look|ties|links|cooperation|lessons|winters))",
)
"""Alternatives that do so in a title over figures."""

RATED: Final = (
    rf"(?:twice|thrice)(?= (?:an?|per|each|every) {_SPAN}(?!\w)|,? (?:daily|weekly|monthly|yearly)"
    rf"|[:,]? (?:(?:on|in) )?{_DATE},? and (?:(?:on|in) )?{_DATE})|(?:once|twice) a quarter"
    rf"|(?:five|ten|twenty|quarter) (?:to|past) (?={FIGURE}|noon|midnight)"
)
"""How often something is done, or was, where the days follow: "twice a year"."""


_BE: Final = r"(?:is|are|was|were|be|been|being|has been|have been)"
_STAY: Final = r"(?:(?:stay|remain|keep|hold)(?:s|ed|ing)?|kept|held)"
_PLACED: Final = r"(?:c[ao]mes?|rank(?:s|ed)?|finish(?:es|ed)?|place[ds])"
_ADVERB: Final = r"(?:(?:\w+ly|well|far|just|still|now|even|almost|quite|very|much|also) )"
_MARK: Final = (
    r"(?:its|the|their|this|that|any|every|a|an) (?:[\w’-]+ )?(?:average|mean|median|levels?"
    r"|standard"
    r"|target|norm|limit|threshold|minimum|maximum|trend|line|rate|value|forecast|plan)"
)
_ENDS: Final = r"(?=[,.;:!?)]|$)"
_SIZED: Final = (
    r"(?:cheap|dear|expensive|small|large|big|little|low|high|tiny|modest|slow|fast|short|long|few"
    r"|rare|poor|rich)"
)
_EQUAL: Final = (
    r"(?:many|much|few|high|low|large|small|big|often|old|hot|warm|expensive|common|strong)"
)
_TOP: Final = (
    r"(?:of all|years?|months?|weeks?|days?|results?|seasons?|quarters?|performe?r?s?|performing"
    r"|scores?|rates?|figures?|values?|since|in|on|among|was|is|were|are)"
)

COMPARED: Final = (
    rf"(?:beats?|beaten|beating)(?= (?:(?:the|its|all|every|any|their|last|by)(?!\w)|{FIGURE}))",
    rf"{_STAY} {_ADVERB}?(?:above|below|ahead|behind)",
    rf"(?:{_BE}|stands?|stood|lies?|lay|runs?|ran) {_ADVERB}?(?:above|below)"
    rf"(?= (?:(?:[\w’]+ )?{FIGURE}|{_MARK}|last (?:year|month|week)|th(?:at|ose) of))",
    rf"(?:{_BE}|{_PLACED}|r[au]ns?|well|far|{FIGURE}) ahead of",
    r"pull(?:s|ed|ing)? (?:away|ahead)",
    rf"top(?:s|ped)(?= {FIGURE})|{_BE} {_ADVERB}?short of(?= (?:[\w’]+ ){{0,2}}{FIGURE})",
    rf"(?:does|do|did|has|have) not (?:yet )?(?:reach(?:ed)?|meet|met)"
    rf"(?= (?:[\w’]+ ){{0,2}}{FIGURE})",
    rf"(?<={FIGURE}, ){_ADVERB}?(?:above|below)(?= [^.,;:!?]{{0,30}}{FIGURE})",
    r"a new (?:high|low|peak|maximum|minimum)(?=[,.;:!?)]|$| (?:of|for|in)(?!\w))",
    r"(?:nowhere|never|no [\w’-]+)(?=[^.;:!?]{0,40} so (?:many|few|much|high|low|often)(?!\w))",
    r"(?:more and more|fewer and fewer|less and less)",
    rf"(?:go|goes|went|gone|going) {_ADVERB}?(?:up|down)(?! (?:the|an?|to the)(?!\w))",
    rf"(?:go|goes|went|gone|going)(?= from {FIGURE}[^.;:!?]{{0,30}} (?:up|down) to)",
    r"shrink",
    r"most people",
    r"(?<!at )(?<!the )(?<!for the )most(?= (?:in|for|at|on|among|where|when|by) (?!part))",
    r"the (?:most|least)(?=[,.;:!?)]|$| (?:in|by|for|on|among|of all)(?!\w))",
    rf"(?:{_BE}|becomes?|became|become|gr[eo]ws?|grown|gets?|got|turn(?:s|ed)) {_ADVERB}?(?:more"
    r"|less) (?!than)[\w-]+",
    rf"(?:{_BE}|becomes?|became|become|gr[eo]ws?|grown|gets?|got|turn(?:s|ed)) {_ADVERB}?(?:better"
    r"|worse)",
    r"(?:better|worse) than",
    rf"(?:not|just|exactly|{_BE}) as {_EQUAL} (?:[\w’-]+ )?as",
    rf"as {_EQUAL} (?:[\w’-]+ )?as(?! (?:(?:a|an|the) )?(?:[\w’]+ )?{FIGURE}| (?:possible|ever"
    rf"|need|it"
    r" takes|\w+ly)(?!\w))",
    r"the same (?:number|amount|share|level|value|height|rate)(?: of [\w’-]+)? as",
    rf"(?:{_BE}|{_STAY}) (?:the same as(?! (?:in|on|for|with|at|by|when))|equal to"
    rf"|identical (?:to|with))|equals?(?= {FIGURE})"
    r"|on a par with|level with(?! the)",
    r"clos(?:es|ed|ing) the gap",
    rf"{_PLACED} (?:first|second|third|fourth|last|top|bottom)(?=[,.;:!?)]|$"
    r"| (?:with|at|among|of)(?!\w))",
    r"second to none",
    r"(?:reach|hit|set|break|broke|broken)(?:s|es|ed|ing|ting)? (?:an?|the|new|its|all|another)"
    r" (?:new |all-time )?records?",
    r"(?:at|to) (?:an? |the |its |their )?(?:new |all-time )?record(?=[,.;:!?)]|$)",
    rf"records?(?= (?:{FIGURE}|highs?|lows?|levels?|years?|sums?|turnover|profits?|loss(?:es)?"
    r"|harvests?|attendances?|demand|sales|numbers? of))",
    rf"(?:(?:the|its|their) )?(?:best|worst)(?=[,;:!?)]|\.|$| (?:{FIGURE}|{_TOP})(?!\w))",
    rf"back(?: up| down| again)?{by_figure('to|at|above|below|on', 12)}",
    rf"(?:{_STAY}|{_BE}) {_ADVERB}?(?:stable|unchanged|steady|stagnant|static|constant|the same)",
    rf"{_STAY} {_ADVERB}?(?:flat|level)",
    rf"(?:stable|unchanged|steady|flat|constant)(?=,? (?:and (?:steady|stable|unchanged) )?at"
    rf" (?:\w+ ){{0,2}}{FIGURE})",
    r"stagnat(?:es?|ed|ing)|plateau(?:s|ed)?",
    r"(?:level|levell|flatten|bott?om)(?:s|ed|ing)? (?:off|out)",
    rf"(?:trend|curve) (?:{_BE}|goes|points?|runs?|turn(?:s|ed)) {_ADVERB}?(?:up|down)(?:wards?)?",
    r"(?:up|down)ward (?:trend|path|slope|spiral|curve)",
    r"on the (?:rise|decline|increase|wane)",
    rf"{_SIZED} (?:next to|beside|compared (?:with|to)|against|by comparison)",
    # What grows or shrinks where it is told by two figures.
    rf"(?:worsened|improved|(?:was|were|been) (?:extended|enlarged|cut back)|saved)"
    rf"(?=(?: ?[:—–] |[^.;!?{FIGURE}]* from )[^.;!?{FIGURE}]{{0,20}}"
    rf"{FIGURE}[^.;!?{FIGURE}]*{FIGURE})",
    *COMPARATIVES,
)
"""Alternatives that compare wherever a sentence prints figures."""

_TREND: Final = (
    r"(?:rise|fall|grow|drop|climb|shrink|sink|decline|increase|decrease|double|slip"
    r")"
)

HEADED: Final = (
    r"(?<!the )(?<!an )(?<!of )(?<!who )(?<!to )(?:leads?|led)(?! (?:"
    r"(?:(?:most|more|less|least) )?(?:often|rarely|always) )?(?:to|into|by|from|up|us|them|him"
    r"|her|an?|the (?:way|team|project|work)|pipes?|paint|times?|poisoning|partners?|agency|author)"
    r"(?!\w))",
    r"(?<!on )(?<!the )beats?",
    rf"{_TREND}s?(?=[,;:.!?)]|$| (?:and|while|but|as|again|further|faster|slowly|\w+ly)(?!\w))",
    rf"{_PLACED} (?:first|second|third|last|top)",
    r"(?:^|(?<=[,:;] )|(?<=and ))(?:more|less) [\w-]+",
    r"(?<!or )(?<!no )(?<!any )(?<!once )(?<!and )(?<!the )(?:more|less|better|worse)(?=[,.;:!?)]"
    r"|$)",
    rf"(?<!at )(?<!the )most{_ENDS}",
    r"(?:move|pull|drift|come) (?:ahead|away)|ahead of",
    r"(?:up|down)(?= (?:by|from)(?!\w)|[,.;:!?)]|$)",
    *HEADING,
)
"""Alternatives that compare in a title over figures, where in prose they need not."""

UNCOMPARED: Final = (
    r"the (?:smallest|last|least) detail|most of all|the sun (?:rises|rose|sets|sinks|climbs)"
    r"|(?:sun|moon|water|tide|bread|dough)s? (?:rises?|rose) over"
    r"|the (?:greater|larger|better) part of (?:this|the|our) (?:report|briefing|text|book|day)"
    r"|(?:more than|no more than) (?:words|a (?:footnote|word|mention|gesture|symbol|name))",
    # A limit that is set, not one that is kept.
    r"(?:may|must|shall|should|can)(?:not| not| never) (?:\w+ly )?exceed",
    r"(?:not|never) to exceed",
    r"(?:is|are|was|were|be) about (?:much |far |so much )?more than(?! \ufffc)",
    # What is done before other things, and what matters before them.
    r"(?:\w{3,}ing (?:[\w’-]+ ){0,5}|(?:safety|people|patients?|children|quality) )comes? (?:first"
    r"|last)",
    r"beat(?:s|en|ing)? (?:the (?:drum|heat|crowds?|clock|system|bounds|retreat|rush|odds)"
    r"|its (?:wings|path)|the (?:off|un)\w*)|(?:hearts?|drums?|wings?|pulses?) beats?",
    r"(?:above|below) (?:ground|deck|board|water|sea level|the (?:line|surface|bridge|town|city"
    r"|village|shop|hall|door|weir|lock|river|roof))",
    r"ahead of (?:time|schedule|publication|(?:the |an? |its |their |this |next |all )?(?:\w+ )?"
    r"(?:elections?|votes?|meetings?|winter|summer|spring|autumn|season|deadline|launch|move|reform"
    r"|conference|summit|opening|start|introduction|visit|strike|merger|talks|day|event|festival))",
    r"(?:lie|lies|lay|work|look|plan|think|go|goes|went|keep|stay)\w* (?:just )?behind (?:bars"
    r"|closed"
    r"|the (?:wheel|scenes|counter|house|wall|barrier))",
    r"pull(?:s|ed|ing)? away from the (?:kerb|curb|stop|platform|pier|shore|quay)",
    r"(?:go|goes|went|gone|going) (?:up|down) (?:in (?:flames|smoke|history)|with|for sale|well)",
    r"(?:more|less) (?:clear|certain|obvious|or less|to the point|likely than not|of an?"
    r"|than ever)",
    r"(?:read|learn|see|find out|do|say|hear|once|what’s|what is) (?:more|less)|for better or worse"
    r"|no (?:better|worse) than|better (?:late|safe|off (?:asking|staying))|(?:had|’d) better",
    r"(?:dat(?:es?|ed|ing)|go(?:es|ing)?|went|brought|sent|given|gave|g[oe]t|came) back",
    r"at (?:best|worst|(?:the )?(?:most|least))|(?:do|does|did|doing|done|try|tried|as) (?:its"
    r"|their"
    r"|his|her|our|my )?best|best (?:practices?|before|interests?|known|available|of luck)"
    r"|(?:if|until) the worst|worst case",
    r"(?:medical|patient|land|public|criminal|track|parish) records?|set the record straight",
    r"lead (?:pipes?|paint|water|poisoning|times?|partners?|authors?|agency)|look(?:s|ed|ing)? back"
    r"|most (?:was|is|has|will)",
    r"the (?:\w+ )?(?:horse|patient|marriage|government|structure|dam|bridge|roof|hull|soil|ground)"
    r" (?:is|was|remains?|remained|has been) (?:\w+ )?(?:stable|steady)",
    r"(?:last|next|this|in|every|the|of) fall",
    r"the same (?:as (?:in|on|for|with|at|by|when)|is|holds|goes|applies|day|week|month|year"
    r"|time|way|place|kind|sort)",
    r"(?:be|is|are|was|were) (?:most|more|less) (?:welcome|grateful|important)|matter(?:s|ed)? most"
    r"|to \w+ (?:more|less|better)(?=[,.;:!?)]|$)",
    RATED,
)
"""Idioms in which such words compare nothing."""

PLACE: Final = (
    r"(?:Street|Road|Lane|Town|Bridge|Mill|Green|Farm|House|Court|School|Church|Village|Hill|Wood"
    r"|Park|Square|Row|Gate|Market|Heath|Common|End|Moor|Bay|Beach|Harbour|Quay|Ward|Valley)"
)
"""What stands behind "Lower" and its like in the name of a place."""


VALUES: Final = {
    word: n
    for n, word in enumerate(
        word_list("third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth"), 3
    )
} | {"fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100}
PARTS: Final = " ".join(VALUES)

_PREPOSITIONS: Final = one_of(
    "of on in at for from with without by since between among under over across during through"
    " within here there each every and or but nor as than still now then again already only also"
    " too either more less fewer higher lower larger smaller"
)
_VERBS: Final = one_of(
    "is are was were be has have had do does did can could will would may might must should said"
    " left lost won went came got took gave made kept held fell rose grew spent paid met felt knew"
    " thought told chose voted drove ran saw found began became live lives agree agrees disagree"
    " work works say says use uses want wants need needs own owns walk walks drive drives pay pays"
    " get gets go goes come comes take takes think thinks know knows find finds see sees feel feels"
    " hold holds leave leaves fail fails miss misses receive receives earn earns spend spends speak"
    " speaks vote votes travel travels commute cycle cycles smoke smokes rent rents choose prefer"
    " support supports oppose opposes remain remains never always"
)
_PARTICIPLE: Final = (
    r"\w+ed(?=[,.;:!?]|$| (?:to|that|in|on|at|for|by|with|the|an?|it|no|not|their|its|away|home|up"
    r"|down|out|off|back|over|together|again|after|before|from|through|between|within)(?!\w))"
)
_END: Final = r"[ ]?[.,;:!?)”\"]|$"

SHARE: Final = (
    rf"(?! of an hour)(?:(?= (?:{_PREPOSITIONS}|{_VERBS}|{_PARTICIPLE})(?!\w)|{_END})"
    rf"|(?<!quarter)(?= to (?:\w+ )?{FIGURE}))"
)
"""What follows a part of a whole, and no ordinal: "a third party" has none of it."""

_BUT_QUARTER: Final = one_of(" ".join(word for word in VALUES if word != "quarter"))
_PART_SIZED: Final = (
    r"an? (?:good|full|mere|further|solid|bare|whole|clear|scant|big|small)|the (?:remaining|other)"
)
_WHOLE: Final = r"(?= of (?!(?:an hour|the (?:year|century|match|game|season))(?!\w)))"

SAID: Final = (
    rf"(?:{_PART_SIZED}) {_BUT_QUARTER}(?!s){SHARE}",
    rf"(?:{_PART_SIZED}) quarter{_WHOLE}",
    rf"one-{one_of(f'half {PARTS}')}",
    rf"an (?:eighth|eleventh){SHARE}",
    rf"^(?:{one_of('third quarter fifth tenth')})"
    r"(?= of (?:all |the )?[a-z]+s (?:are|have|do|live|work)(?!\w))",
)
"""Shares that are said to be large or small, or to be left, and those at the head of a title."""

ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        word_list("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        2,
    )
} | {"fifteenth": 15, "twentieth": 20, "hundredth": 100}

EVERY: Final = (
    rf"every (?:{one_of(' '.join(ORDINALS))})(?! (?:years?|months?|weeks?|days?|hours?|minutes?"
    rf"|times?"
    r"|of|summer|winter|spring|autumn|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday)(?!\w))"
)
"""One in so many."""
