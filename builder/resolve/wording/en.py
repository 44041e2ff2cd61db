"""English words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from builder.resolve.wording.lexicon import FIGURE, Lexicon, one_of, whole

_ONES: Final = "two three four five six seven eight nine"
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES: Final = "hundred thousand million billion trillion"
_PARTS: Final = "third quarter fifth sixth seventh eighth ninth tenth"

_BELOW: Final = (
    rf"(?:{one_of(_TENS)}-(?:one|{one_of(_ONES)})|{one_of(f'{_ONES} {_TEENS} {_TENS}')})(?!\w)"
)
_SCALE: Final = rf"{one_of(_SCALES)}(?!\w)"
_MORE: Final = rf"(?:one(?!\w)|{_BELOW})"
_NUMBER: Final = (
    rf"(?:(?:(?:a|one)(?=[ -]{_SCALE})|{_BELOW})"
    rf"(?:[ -]{_SCALE}(?:(?: and| ) ?{_MORE})?)*|(?<={FIGURE} ){_SCALE})"
)
# A compound counts where it measures ("five-year plan"), not where it describes ("two-way").
_MEASURES: Final = one_of(
    "year month week day hour minute mile metre meter kilometre kilometer tonne ton point percent"
)
_UNDESCRIBED: Final = rf"(?!-(?!{_MEASURES}(?:s|-old)?(?!\w))\w)"
_OF_WHAT: Final = r"(?= (?:of|more|less|fewer|higher|lower|larger|smaller|as)\b|[ ]?[.,;:!?)”\"]|$)"

_LARGE: Final = one_of(
    "larger smaller bigger higher lower greater fewer longer shorter faster slower stronger weaker"
    " cheaper costlier heavier lighter richer poorer older younger"
)
_LARGEST: Final = one_of(
    "largest smallest biggest highest lowest greatest fewest longest shortest fastest slowest"
    " strongest weakest cheapest costliest heaviest lightest richest poorest oldest youngest"
)
_ROSE: Final = (
    "rose risen rises fell fallen falls grew grown grows increased decreased declined declines"
    " doubled doubles tripled trebled quadrupled halved shrank shrunk shrinks surged soared plunged"
    " plummeted slumped outweighed outweighs outweigh exceeded exceeds exceed surpassed surpasses"
    " overtook overtaken outnumbered outnumbers outnumber dwarfed dwarfs dwarf outpaced outpaces"
    " outstripped outstrips"
)
_RISE: Final = "rise fall grow increase decrease decline double triple treble halve shrink"

LEXICON: Final = Lexicon(
    counted=whole(
        rf"(?:{_NUMBER}|one|a)[ -](?:{one_of(_PARTS)})s?(?!\w)(?:(?<=s)|{_OF_WHAT})",
        r"one-(?:half|third|quarter|fifth|sixth|eighth|tenth)",
        rf"{_NUMBER} and a half",
        rf"{_NUMBER}{_UNDESCRIBED}",
        rf"(?:(?:{_BELOW}|half a|one|a) )?dozen",
        "half",
        "twice",
        "thrice",
        rf"{one_of(f'{_ONES} ten hundred')}fold",
    ),
    uncounted=whole(
        r"(?:first|second|other|latter|former|better|upper|lower|northern|southern|eastern"
        r"|western|front|back|top|bottom|left|right) half",
        r"half(?:-\w+| way| past| hearted(?:ly)?| time)",
        r"half (?:measures?|truths?|brothers?|sisters?|marathons?)",
        rf"(?:first|second|third|fourth|last|this|next|final) {one_of('third quarter fifth')}",
        rf"(?:one|two|three|four|five|six|seven|eight|nine) or {one_of(_ONES + ' ten')}",
        rf"\w+[ -](?:{one_of(_SCALES)})th",
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
        r"(?:more|less|fewer) than",
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
        r"(?:double|triple|treble|half) (?:the|that|its|their|as)",
        rf"{one_of(_ROSE)}",
        rf"(?:to|will|would|could|should|may|might|did|not) {one_of(_RISE)}",
        r"(?:dropped|drops|climbed|climbs|jumped|dipped|decreases|increases) (?:to|by|from|above"
        r"|below)",
        r"pales? beside",
        r"outweigh(?:s|ed)?",
    ),
    uncompared=whole(
        r"(?:more|less) than (?:once|ever|anything)",
        r"no longer",
        r"sooner or later",
        r"(?:no|any) (?:more|less|fewer) than",
        r"higher education",
        r"lower (?:house|bound|bounds|limit|limits|court|courts|case)",
        r"upper and lower",
        r"greater good",
        r"(?:older|younger) (?:people|generations?|brother|sister|siblings?)",
        r"at most",
        r"grown-up",
        r"falls? (?:into|in with|under|within|apart)|fell (?:into|silent|ill|apart|in love)",
        r"fallen (?:soldiers?|heroes|angels?)",
        r"rose (?:garden|gardens|petals?)",
    ),
    values={
        "one": 1,
        **{word: n for n, word in enumerate(_ONES.split(), 2)},
        **{word: n for n, word in enumerate(_TEENS.split(), 10)},
        **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
        **{f"{word}fold": n for n, word in enumerate(_ONES.split(), 2)},
        "tenfold": 10,
        "hundredfold": 100,
        "dozen": 12,
        "hundred": 100,
        "thousand": 10**3,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "twice": 2,
        "thrice": 3,
    },
    shares={
        "half": Fraction(1, 2),
        **{word: Fraction(1, n) for n, word in enumerate(_PARTS.split(), 3)},
        **{f"{word}s": Fraction(1, n) for n, word in enumerate(_PARTS.split(), 3)},
    },
    factors=frozenset({"hundred", "dozen"}),
    joints=frozenset({"and"}),
    abbreviations=re.compile(r"\b(?:e\.g|i\.e|approx|ca|c|vs|cf|No|Mr|Mrs|Ms|Dr|St|Prof|Gen)\.$"),
)
