"""English words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from builder.language.en import HUNDRED, ONES, SCALES, TENS
from builder.language.en import comparisons as said
from builder.language.en.ages import ages
from builder.language.lexicon import (
    FIGURE,
    ROUND,
    Lexicon,
    by_figure,
    one_of,
    rate,
    values_of,
    whole,
)

_ONES: Final = " ".join(ONES[2:10])
_TEENS: Final = " ".join(ONES[10:])
_TENS: Final = " ".join(TENS)
_SCALES: Final = " ".join([HUNDRED, *(scale["other"] for scale in SCALES.values())])

_BELOW: Final = (
    rf"(?:{one_of(_TENS)}-(?:one|{one_of(_ONES)})|{one_of(f'{_ONES} {_TEENS} {_TENS}')})(?!\w)"
)
_SCALE: Final = rf"{one_of(_SCALES)}(?!\w)"
_MORE: Final = rf"(?:one(?!\w)|{_BELOW})"
_NUMBER: Final = (
    rf"(?:(?:(?:a|one)(?=[ -]{_SCALE})|{_BELOW})"
    rf"(?:[ -]{_SCALE}(?:(?: and| ) ?{_MORE})?)*|(?<={FIGURE} ){_SCALE})"
)
# A compound counts where it measures ("five-mile pipe"), not where it describes ("two-way") or
# says how long something is meant to last ("five-year plan").
_MEASURES: Final = one_of("mile metre meter kilometre kilometer tonne ton point percent")
_UNDESCRIBED: Final = rf"(?!-(?!{_MEASURES}(?:s|-old)?(?!\w))\w)"

_LARGE: Final = one_of(
    "larger smaller bigger higher lower greater fewer longer shorter faster slower stronger weaker"
    " cheaper costlier heavier lighter richer poorer older younger"
)
_LARGEST: Final = one_of(
    "largest smallest biggest highest lowest greatest fewest longest shortest fastest slowest"
    " strongest weakest cheapest costliest heaviest lightest richest poorest oldest youngest"
    " warmest coldest hottest coolest driest wettest"
)
# What a text itself announces: two reasons, three steps, the four options.
_ANNOUNCED: Final = (
    r"(?:reason|step|question|conclusion|point|thing|lesson|way|option|phase|part|kind|side|camp"
    r"|pillar|factor|scenario|chapter|finding|goal|aim|round|stage|type|sort|form|topic|issue"
    r"|problem|challenge|argument|claim|principle|condition|exception|objective|priority|task"
    r"|strand|element|component|aspect|dimension|layer|level|tier|track|approach|method|model"
    r"|variant|version|example|caveat|message|recommendation|proposal|heading|section|paragraph"
    r"|column|direction|extreme|purpose|respect|occasion|alternative|answer|remark|observation"
    r"|consequence|implication|difference|similarity|theory|sentence|view|word|letter|fold|idea"
    r"|demand|criterion|test|rule|fact|figure|story|front|world|route|path|source|strategy)(?:s"
    r"|es)?|schools? of thought|criteria|theories|similarities|priorities|stories|strategies"
    r"|hypothes[ie]s"
)
_NUMBERED: Final = (
    r"(?:sections?|chapters?|parts?|tables?|figures?|steps?|phases?|volumes?|appendix|annex"
    r"|articles?|lines?|pages?|slides?|questions?|points?|options?|scenarios?|stages?|type|track"
    r"|category|tier|level|number|no|day|week|year|article|clause|schedule|rule|book|act|terminal"
    r"|platform|gate)"
)
_PART: Final = r"(?:half|quarter|(?:five|ten|twenty)(?:-five)?(?: minutes)?)"
_FEW: Final = rf"(?:one|{one_of(_ONES)}|ten|twelve)"
_SPAN: Final = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"
_ROSE: Final = (
    "rose risen rises rising fell fallen falls falling grew grown grows growing increased"
    " increasing decreased decreasing declined declines declining doubled doubles doubling tripled"
    " triples trebled trebles quadrupled quadruples halved halves halving shrank shrunk shrinks"
    " shrinking surged surges surging soared soars soaring plunged plunges plunging plummeted"
    " plummets plummeting slumped slumps slumping swelled swells swelling swollen widened widens"
    " widening narrowed narrows narrowing ballooned mushroomed rocketed skyrocketed dwindled"
    " dwindles dwindling outweighed outweighs outweigh exceeded exceeds exceed surpassed surpasses"
    " surpass overtook overtaken overtakes outnumbered outnumbers outnumber dwarfed dwarfs dwarf"
    " outpaced outpaces outpace outstripped outstrips outstrip outperformed outperforms rebounded"
)
_RISE: Final = (
    "rise fall grow increase decrease decline double triple treble quadruple halve shrink drop"
    " climb"
    " jump soar surge plunge plummet slump swell widen narrow dip exceed surpass overtake outnumber"
)
# These compare only where they lead to a figure: prices drop to one, planes drop leaflets.
_MOVED: Final = (
    r"(?:drop(?:s|ped|ping)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|leap(?:s|t|ed|ing)?|slip(?:s|ped"
    r"|ping)?|slid(?:es?|ing)?|dip(?:s|ped|ping)?|tumbl(?:es?|ed|ing)|s[aiu]nk(?:s|ing)?|shot"
    r"|shoots?|sprang|crept|creeps?|inched|ticked|eased|edged|expand(?:s|ed|ing)?|contract(?:s|ed)"
    r"|cut(?:s|ting)?|lower(?:s|ed|ing)?|rais(?:es?|ed|ing)|reduc(?:es?|ed|ing)|lift(?:s|ed|ing)?"
    r"|boost(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|push(?:es|ed|ing)?|recover(?:s|ed"
    r"|ing)?|spik(?:es?|ed)|rise|fall|grow|increase|decrease|decline|double|shrink|increases"
    r"|decreases|hits?|slow(?:s|ed))"
)
_MOVES: Final = (
    r"(?:rises?|falls?|growth|increases?|decreases?|declines?|drops?|jumps?|surges?|slumps?"
    r"|plunges?|gains?|reductions?|cuts?|dips?|leaps?|shortfall|lead|rebound|upturn|downturn"
    r"|contraction|expansion|shrinkage|slide|spike|climb|hike|setback)"
)

_BASE: Final = (
    rf"(?P<base>{ROUND}(?: (?:thousand|million))?"
    r"|(?:(?:an?|one|ten|hundred) ){0,3}(?:hundred|thousand|million))"
)

LEXICON: Final = Lexicon(
    rates=(
        rate(rf"(?<!\w)(?:per|(?:in|of|for|out of) every) {_BASE}(?!\w)"),
        rate(rf"(?:(?<=^)|(?<=[.!?;:] ))of {_BASE}(?= [a-z])", needs=FIGURE),
    ),
    counted=whole(
        rf"{_FEW} (?:in|out of) (?:every )?(?:{one_of(_ONES)}|ten|twelve|twenty|a hundred)"
        rf"(?! {_SPAN}(?!\w))",
        rf"(?:{_NUMBER}|one|a)[ -](?:{one_of(said.PARTS)})s?(?!\w)(?:(?<=s)|{said.SHARE})",
        *said.SAID,
        rf"{_NUMBER} and a half",
        rf"{_NUMBER}{_UNDESCRIBED}",
        rf"(?:(?:{_BELOW}|half a|one|a) )?dozen",
        said.EVERY,
        "half",
        "twice",
        "thrice",
        rf"{one_of(f'{_ONES} ten hundred')}fold",
    ),
    uncounted=whole(
        *ages(_NUMBER),
        said.RATED,
        r"every (?:two|three|four|five|six|ten) (?:years|months|weeks|days|hours|minutes)",
        r"(?:first|second|other|latter|former|better|upper|lower|northern|southern|eastern"
        rf"|western|front|back|top|bottom|left|right|the {FIGURE}+) half",
        rf"half(?:-\w+| way| past(?: {_FEW})?| hearted(?:ly)?| time)",
        r"half (?:measures?|truths?|brothers?|sisters?|marathons?)",
        rf"(?:first|second|third|fourth|last|this|next|final) {one_of('third quarter fifth')}",
        rf"(?:one|two|three|four|five|six|seven|eight|nine) or {one_of(_ONES + ' ten')}",
        rf"(?!(?:a|one)[ -])\w+[ -](?:{one_of(_SCALES)})th",
        rf"{_FEW} (?:(?!{_SCALE})\w+ )?(?:{_ANNOUNCED})",
        rf"(?:these|those|the (?:other|latter|former|first|last|past|coming|following|remaining"
        rf"|next)|all|both|other)"
        rf" {_FEW}",
        r"the two(?= ?[.,;:!?)]|$| (?:are|were|is|have|had|do|did|will|would|can|could|may|agree"
        r"|sides|differ|meet|met|go|went|cannot|should|must|share|together|apart|halves|sets))",
        rf"between the two|of the two|{_NUMBERED} {_FEW}",
        rf"{_FEW}-{_SPAN}\w*|{_FEW}-year-olds?",
        rf"\w+ {_SPAN} (?:a|per|of the|out of) \w+",
        rf"(?:{_FEW} times out of|{_FEW} in|out of) {_FEW}(?= [a-z]+ (?:such|cases)|,)",
        r"(?:nine|ninety-nine) times out of (?:ten|a hundred)",
        rf"(?:aged?|age of|under|over|from the age of|turned|turns|until|from|at|by|before|after)"
        rf" {_FEW}"
        r"(?: and \w+)?(?= ?[.,;:!?)]|$| (?:o’clock|years of age|years old|in the (?:morning"
        r"|evening)))",
        rf"\w+[ -](?:{one_of(said.PARTS)})s? (?:majority|majorities|vote|quorum|rule)",
        "twofold|of two evils|two sides of the|two wrongs|six feet under",
        r"a thousand and one|on cloud nine|at sixes and sevens|two cents|second to none|two peas",
        r"nine lives|ten a penny|two by two|two heads are|two’s company|four winds|saves? nine"
        r"|three strikes|ten to one|a hundred per ?cent (?:sure|certain|behind)|half the time"
        r"|a thousand times|a thousand cuts|million-dollar question|seven (?:wonders|deadly)"
        r"|ten commandments|two-horse race|two halves|fifty-fifty|six of one"
        r"|half a dozen of the other|two thumbs|to the nines|to the dozen|a dime a dozen"
        r"|baker’s dozen|by the dozen|a dozen or so|four by four|of two minds|two pins"
        r"|\w+ and a half men|all fours"
        rf"|at {_FEW} (?:sharp|in the \w+)|{_FEW} o’clock|{_PART} past {_FEW}|quarter to"
        rf" {_FEW}",
        r"four walls|seven seas|four corners|three cheers|forty winks|one or two|two left feet"
        r"|two-way",
        r"kill(?:s|ed|ing)? two birds|two birds with|put two and two|two can play|four-letter word",
        r"half (?:full|empty|asleep|baked|an eye|the battle|the story|a mind|a chance)|not half",
        r"(?:better|other|my|your) half|half the (?:battle|trouble|fun)|by half measures",
        "in two minds",
        "two and two together",
        "nine to five",
        "on all fours",
        "a (?:hundred|thousand|million) (?:or so|words|miles away|thanks)",
        "one in a million",
        "think twice",
        "(?:once or|once,) twice",
        "cut in two",
        "dozens",
    ),
    compared=whole(
        rf"(?:more|less|fewer) (?:(?:[\w’-]+|\(?{FIGURE}\)?) ){{0,6}}than",
        r"(?!(?:oth|rath|lat|earli|soon|wheth|nev|ev|ov|und|aft)er )\w{2,}er than",
        rf"(?:(?:far|much|slightly|somewhat|significantly|considerably|even) )?{_LARGE}(?: than)?",
        rf"(?:the )?{_LARGEST}",
        r"(?:far|much|considerably|significantly) (?:more|less)",
        r"(?:nearly|almost|virtually|practically) (?:all|every|none|no|half|everything)",
        r"most of",
        r"most (?!of)(?:\w+ ){0,1}\w+s(?<!ous)(?<!ss)(?<!ways)",
        r"(?:the|a|vast|great|large|clear|small) (?:majority|minority)",
        r"the (?:bulk|lion’s share) of",
        r"(?:the )?(?:most|least) (?:numerous|populous|expensive)",
        r"twice|thrice",
        r"(?:double|triple|treble|half) (?:the|that|its|their|as|those|what)",
        rf"{one_of(_ROSE)}",
        rf"(?:to|will|would|could|should|may|might|did|not) {one_of(_RISE)}",
        rf"{_MOVED}{by_figure('to|by|from|above|below|up|down|at|between')}",
        rf"{_MOVED}(?= by (?:half|an? {one_of(said.PARTS)}|two|three))",
        r"(?:edg|creep|inch|tick|drift|mov)(?:e[ds]?|ing|s)? (?:up|down)",
        rf"(?:an? |the |its |their )?{_MOVES}{by_figure('of|by|to|from', 12)}",
        r"(?:lag|trail)(?:s|ged|ging|ed|ing)? (?:behind|the|by)",
        r"pales? beside",
        r"outweigh(?:s|ed)?",
        r"(?:holds?|held|sets?) (?:the|a) record|(?:ranks?|ranked) (?:first|top)",
        r"top(?:s|ped)? the (?:list|table|ranking)",
        rf"(?:approach(?:e[ds])?|near(?:s|ed))(?= {FIGURE})",
        rf"(?<=[:,] )(?:so |thus )?an? (?:\w+ )?{_MOVES}(?= ?[.!?;]|$)",
        *said.COMPARED,
    ),
    headed=whole(*said.HEADED),
    uncompared=whole(
        *said.UNCOMPARED,
        # What is only supposed.
        r"(?<!even )(?<!as )(?:if|unless|only (?:where|when)|provided(?: that)?) [^.,;!?]*",
        rf"(?:more|less) than (?:once|ever|anything|an? {_SPAN})",
        r"no longer",
        "more often than not",
        r"sooner or later",
        r"(?:no|any) (?:more|less|fewer) than",
        r"higher(?: education|-rate)|(?:long|short|near|medium)er[ -]term",
        r"(?-i:Lower (?:Saxony|Austria|Silesia|Chamber)|Greater (?:Manchester|London|Sydney"
        r"|Poland))",
        r"lower (?:house|bound|bounds|limit|limits|court|courts|case)",
        r"upper and lower|(?:the )?(?:lower|higher) (?:end|parts?|reaches|floors?|storeys?|decks?"
        r"|slopes?|half|lip)(?= of|[,.;:!?)]|$)"
        rf"|(?-i:(?:Higher|Lower|Greater|Older) {said.PLACE})",
        r"greater good",
        r"(?:older|younger) (?:people|generations?|brother|sister|siblings?)",
        r"at most",
        r"(?:grown|higher)-ups?",
        r"r(?:ises?|ose|isen|ising) (?:and|or) f(?:alls?|ell|allen|alling)",
        r"the majority (?:party|group|leader|owner|shareholder)s?",
        r"the fall of (?:leaves|rocks|trees)",
        r"(?:rose|rises?|risen|rising) (?:to (?:speak|power|fame|prominence|office|become|lead"
        r"|\w+ feet|the (?:occasion|challenge|bait|rank|top|surface))|early|from the dead"
        r"|up against|against)",
        r"(?:overt(?:ook|ak(?:es?|en|ing))|pass(?:es|ed)) (?:an?|the|two) (?:lorry|lorries|car|cars"
        r"|bus|van|truck|cyclist|tractor|vehicle|coach|train|boat|rider|runner)",
        r"f(?:e|a)ll(?:s|en|ing)? (?:on (?:an? |the )?\w+day|from (?:the|an?|his|her)|off|over"
        r"|overboard|asleep|to (?:the ground|\w+ (?:death|knees))|down|out|for|due|victim|foul"
        r"|silent|ill|in battle|through|upon|flat|prey|in love|apart|into|under|within|empty"
        r"|vacant|idle|to (?:[\w’-]+ ){1,4}to \w+)",
        r"(?:rain|snow|night|tree|trees|rocks?|bombs?|shells?|wall|walls|regime|government|city"
        r"|silence|darkness|leaves|curtain|soldiers) (?:\w+ )?(?:fell|falls?|fallen|falling)",
        r"gr(?:ew|ows?|own|owing) (?:up|wheat|maize|barley|rice|potatoes|tomatoes|vegetables|crops"
        r"|food|grapes|apples|olives|flowers|tired|old|weary|impatient|closer|apart|accustomed"
        r"|out of|season|pains?)",
        r"g[ai]v(?:e|es|en|ing) rise to|(?:the|an armed|a popular) rising(?= (?:of|in|was|failed))",
        r"(?:to )?fell (?:trees|running|runners?|races?|walk\w*)|doubles (?:match|court|tennis"
        r"|partner)|doubl(?:e|es|ed|ing) (?:as|up)",
        r"declin(?:e|es|ed|ing) (?:to (?:comment|say|answer|sign|take|give|attend|appear|discuss|be"
        r"|join|renew|speak|name|publish|testify|reveal|meet|vote|act|grant|prosecute|review|hear"
        r"|pay)|the|an?|any)",
        r"(?:soar|plung|slump|surg|shrink|shr[au]nk|climb|jump|drop|slip|slid|leap|sank|sink|cut"
        r"|tumbl)\w* (?:into|in(?:to)? the (?:sea|river|lake|water|harbour|bay)|off|over|against"
        r"|back|out of|from the|through)",
        r"soaring (?:spires?|arch\w*|ceilings?)|plunge pools?|dwarf (?:planets?|birch\w*|trees?"
        r"|wheat|apple)",
        r"exceed(?:s|ed|ing)? (?:expectations|(?:its|his|her|their) (?:powers?|authority|brief))",
        r"(?:widen|narrow)(?:s|ed|ing)? (?:the|its|a|their|his|her) (?:road|motorway|street|door"
        r"|bridge|canal|path|eyes|channel|\w+ road)|grown (?:man|men|woman|women|children|sons?"
        r"|daughters?)|overtaken by events",
        r"(?:wild|climbing|compass|red|white|yellow|a|rambling|the) rose",
        r"rose (?:bush\w*|garden\w*|petal\w*|beds?|hips?|windows?|water|wood|grower\w*)",
        r"falling (?:trees?|rocks?|stars?|masonry|debris|in love|asleep)|rising (?:star|stars|sun"
        r"|damp)",
        r"falls? (?:into|in with|under|within|apart)|fell (?:into|silent|ill|apart|in love)",
        r"fallen (?:soldiers?|heroes|angels?)",
        r"rose (?:garden|gardens|petals?)",
    ),
    values={
        **values_of(ONES, TENS, SCALES),
        **{f"{word}fold": n for n, word in enumerate(_ONES.split(), 2)},
        "tenfold": 10,
        "hundredfold": 100,
        "dozen": 12,
        HUNDRED: 100,
        "twice": 2,
        "thrice": 3,
    },
    shares={
        **{word: Fraction(1, n) for word, n in said.ORDINALS.items()},
        "half": Fraction(1, 2),
        **{word: Fraction(1, n) for word, n in said.VALUES.items()},
        **{f"{word}s": Fraction(1, n) for word, n in said.VALUES.items()},
    },
    factors=frozenset({"hundred", "dozen"}),
    joints=frozenset({"and"}),
    dividers=frozenset({"in", "of"}),
    abbreviations=re.compile(
        r"\b(?:e\.g|i\.e|approx|ca|c|vs|cf|No|Nos|Mr|Mrs|Ms|Dr|St|Prof|Gen|pp?|vol|ch|figs?|paras?"
        r"|eds?|et al)\.$"
    ),
)
