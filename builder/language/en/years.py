"""English words around years."""

from __future__ import annotations

import re
from typing import Final

from builder.language.en.beside import MONTH, PART
from builder.language.en.claims import CHANGED
from builder.language.en.dated import AMOUNT, TURNS, is_dated, takes_amount
from builder.language.en.nouns import PLURALS, SINGULARS
from builder.language.en.verbs import FALLING, RISING
from builder.language.years.rule import TENS, Grammar, after, before, one_of, words_of
from builder.language.years.turns import FIGURE

_SEASON: Final = one_of("spring summer autumn fall winter Easter Christmas")
_PART: Final = one_of(
    "end start beginning middle close half quarter quarters rest course turn eve remainder months"
    " weeks days most much all part years year decade edition vintage class generation"
)
# What years are named with: the 2030 target, the election of 2024.
_NAMED: Final = one_of(
    "term semester target goal deadline budget election referendum census survey report value"
    " estimate projection reading review"
    " estimate forecast"
    " season harvest festival conference summit agreement treaty act law reform plan strategy"
    " programme program agenda edition baseline benchmark level figure result total average rate"
    " price accounts data flood drought fire war crisis recession pandemic coup invasion uprising"
    " revolution earthquake storm hurricane strike riot protest game tournament cup championship"
    " championships olympics intake cohort directive regulation ruling judgment verdict amendment"
    " settlement merger record peak low high study poll ballot vote campaign manifesto paper guide"
    " guidelines audit inventory sanctions statistics findings revision update version model"
    " financial fiscal academic school presidential general local parliamentary federal"
)
_NOUNS: Final = rf"{_NAMED}(?:e?s)?"
_EVENT: Final = rf"(?:{_SEASON}|{_PART}|{_NOUNS}|{MONTH})"
_HEDGE: Final = one_of(
    "about around some roughly nearly almost over above below under exactly only just up_to"
    " at_least at_most more_than less_than fewer_than greater_than approximately an_estimated"
    " as_many_as as_few_as no_more_than no_fewer_than another these those all well_over well_under"
    " barely close_to precisely altogether totalling totaling totalled totaled numbered numbering"
    " out_of each every additional further extra nearer upwards_of merely counted counting one_in"
    " per times plus minus number_of a_record other a_further a_mere it_was_only"
)
_TIME: Final = one_of(
    "in in_both in_either against since by from until till before after during through throughout"
    " between as_of as_at circa late early mid pre post back_in as_early_as as_late_as"
    " as_recently_as standardised_to"
    " only_in even_in not_until compared_with compared_to relative_to versus than_in into of_fiscal"
    " fiscal FY year years decade season class_of vintage expected_in dating_from starting"
    " year-end effective ending ended beginning calendar_year particularly especially"
)
# "runs to 2033": a time that lasts; not "rose to 2033".
_LASTING: Final = (
    r"(?:runs?|ran|running|lasts?|lasted|dat(?:es|ed|ing)|valid|back|forward|out|on|leading|leads?"
    r"|run-up|rolled|extends?|extended|postponed|delayed|deferred|brought forward|years?|months?"
    r"|outlook|forecasts?|plans?|strategy|period|quarter|path|roadmap|road) (?:back |out )?to"
)
_FOR: Final = (
    r"(?:are|is|values?|shares?|costs?|budgets?|forecasts?|plans?|targets?|goals?|figures?|data"
    r"|results?|estimates?|outlook|planned|scheduled|set|due|expected|accounts|report|projections?"
    r"|total|agenda|priorit(?:y|ies)|deadline|statistics|numbers|rates?|prices?|levels?|pledges?"
    r"|projected|estimated|budgeted|announced|forecast|promised?|foreseen|ready|harvest|survey"
    r"|season) for"
)
_FREE: Final = one_of(
    "a an the this that these those it its he she his her they their we our you your there here one"
    " and or but nor so yet for to in on at by with from of_course as than when while where which"
    " who whose whom what how why because since although though if unless until till before after"
    " during over under through into onto upon about against between among without within despite"
    " is was has had did does will would can could may might must should shall not no never only"
    " also even still already again alone onwards onward forward just too both either neither all"
    " every each any some most almost nearly few many much several another more_than less_than"
    " up_to at then thus hence however therefore instead rather up down out off away back together"
    " later earlier today respectively alike inclusive ago via versus per_cent amid onwards, came"
    " saw brought marked began ended fell rose were are have do"
)
_COUNT: Final = one_of(
    "of others (?:more|fewer|less)(?!_than) additional extra a_month a_year a_week a_day odd"
    " or_so or_more or_fewer"
    " plus_or_minus strong head"
    " percent per million thousand billion hundred dozen times degrees (?:mile|metre|meter"
    "|kilometre|kilometer|tonne|ton|litre|liter|watt|kilowatt|megawatt|gigawatt|acre|hectare|euro"
    "|dollar|pound|rouble|ruble|page|seat|bed|word|person|year|month|week|day|hour|minute)s?"
    " foot feet inch inches yuan yen man units apiece each_way pm calories square cubic km euros"
    " dollars pounds members votes"
)
_VERBS: Final = one_of(
    "rose fell grew doubled trebled tripled halved shrank increased decreased declined dropped"
    " climbed soared surged plunged plummeted slumped remained reached totalled totaled accounted"
    " stood came will would can could may must should were are have had"
)
_STOPS: Final = re.compile(
    r"(?:a|an|the|this|that|these|those|it|its|he|she|his|her|they|their|we|our|you|and|or|but|for"
    r"|to|in|on|at|by|with|from|as|than|when|while|where|which|who|because|although|if|before|after"
    r"|during|over|through|into|is|was|were|are|has|had|have|will|would|can|could|may|might|must"
    r"|should|not|up|down|of|many|much|several|more|some|any|all|each|every|no|both|few|most)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:^|[.!?…:;]\s+|, )[\"“(]*(?:and |but |so )?(?:in|by|from|during) $", re.I
)
_THE: Final = re.compile(
    r"(?<!\w)(?:the|its|his|her|their|our|my|your|this|that|a|an|every|each|any|no|'s|s')"
    r"(?: (?:ambitious|official|original|new|old|latest|first|second|last|final|national|federal"
    r"|ill-fated|landmark|early|late|mid))? $|\w's $",
    re.I,
)
_NAMED_AFTER: Final = after(rf"(?:[\w'-]+ ){{0,2}}?{_NOUNS}")
_PLURAL_NAMED: Final = re.compile(_NOUNS, re.IGNORECASE)


def _phrase(text: str) -> list[str]:
    """Return the words that may make one noun with its attributes, up to the next small word."""
    found = []
    for word in words_of(text):
        if _STOPS.fullmatch(word):
            break
        found.append(word)
    return found


def _is_plural(word: str) -> bool:
    small = word.lower().removesuffix("'")
    if small in PLURALS or small.endswith(("people", "men", "women", "children", "folk")):
        return True
    plural = small.endswith("s") and not small.endswith(("'s", "ss", "ics"))
    return plural and small not in SINGULARS


# What stands for people or things that are counted: 2023 dead.
_STATES: Final = re.compile(
    "dead|injured|missing|wounded|killed|homeless|unemployed|affected|hurt|ill|lost|left|sold"
)


def _dates(phrase: list[str]) -> bool:
    """Return whether a noun with its attributes is one that a year may stand before."""
    plurals = [at for at, word in enumerate(phrase) if _is_plural(word)]
    if not plurals or any(_PLURAL_NAMED.fullmatch(word) for word in phrase):
        return bool(phrase)
    # "the 2021 Texas freeze"
    return plurals[-1] < len(phrase) - 1 and all(phrase[at][:1].isupper() for at in plurals)


# "Between 2018 and 2024 three mayors": what is counted has its number beside it.
_OTHER_COUNT: Final = re.compile(
    r" (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|few|both)(?!\w)"
)


def _counted(left: str, right: str) -> bool:
    """Return whether a plural follows, unless it is the subject of a sentence that a year opens."""
    if _OTHER_COUNT.match(right):
        return False
    phrase = _phrase(right)
    plural = next((at for at, word in enumerate(phrase) if _is_plural(word)), None)
    if plural is None:
        return False
    subject = re.escape(" ".join(phrase[: plural + 1]))
    if _OPENING.search(left) and re.match(rf" {subject} {_VERBS}(?!\w)", right):
        return False
    return not (_THE.search(left) and _dates(phrase))


def _told(left: str, right: str) -> bool:
    """Return whether it is "the 2030 target", "the drought of 2010" or "2024 forecast"."""
    phrase = _phrase(right)
    if not left.strip() and phrase and not re.search(r"[.!?…]\W*$", right):
        return not any(_is_plural(word) or _STATES.fullmatch(word) for word in phrase)
    return bool(_THE.search(left)) and (bool(_NAMED_AFTER.match(right)) or _dates(phrase))


_FELL: Final = before(rf"{FALLING}(?: [\w-]+ly)? from")
_ROSE: Final = before(rf"{RISING}(?: [\w-]+ly)? from")
_LEVELS: Final = after("levels?", "prices", "standards?")
_AGAINST: Final = before(
    "(?:to|below|above|from|at|than|over|under|on|against|its|their|with|of|in|pre)"
)
# "Around 2015 the trend turned": no count has an article behind it.
_AROUND: Final = re.compile(r"(?:^|[.!?:;] )(?:Around|About) $")
_THE_TREND: Final = re.compile(r",? (?:the|an?|this|these|it|they|we|he|she|its|our|their)(?!\w)")
_PART_OF: Final = before("(?:first|second|third|fourth|last) (?:half|quarter) of")
_BY_HOW_MUCH: Final = re.compile(rf",? by (?:{FIGURE}|half|a |more|less|almost|nearly|about|over)")


def _settled(left: str, right: str, rises: bool) -> bool:
    """Return whether something is a year's, fell over rising years or rose by so much."""
    if (_LEVELS.match(right) and _AGAINST.search(left)) or _PART_OF.search(left):
        return True
    if _AROUND.search(left) and _THE_TREND.match(right):
        return True
    if is_dated(left, right, rises):
        return True
    if not rises or _counted(left, right):
        return False
    return bool(_FELL.search(left) or (_ROSE.search(left) and _BY_HOW_MUCH.match(right)))


GRAMMAR: Final = Grammar(
    count_before=before(
        rf"(?<!since )(?<!in )(?<!by )(?<!from )(?<!until )(?<!before )(?<!after )(?<!than"
        rf" ){_HEDGE}",
        rf"(?:{RISING}|{FALLING}|went|moved|passed|changed|shifted)(?: [\w-]+ly)? from",
        rf"{CHANGED}(?: (?!by\b)[\w'-]+){{0,4}} by(?: (?:about|around|some|nearly|almost))?",
        rf"(?<!the ){AMOUNT}s? of",
        rf"the {AMOUNT}s? of",
        r"(?:of|from) (?:these|those|them|whom|which),?",
        r"(?:sold|bought|paid|went|exchanged|asked|priced|available|offered|fetch(?:ed|es)?|lets?"
        r"|rents?|rented|retails?|cost|costs|worth) (?:for|at|from)",
    ),
    year_before=before(
        rf"{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?: of)?,?",
        rf"{_EVENT} (?:of|in|for|from|to)",
        rf"{_TIME}(?: (?:about|around|roughly|late|early|mid|spring|summer|autumn|winter|fiscal"
        r"|end|the year|the end of|at least))?",
        _LASTING,
        _FOR,
        rf"(?:{_NAMED}"
        rf"|{_SEASON})(?<!total)(?<!figure)(?<!record)(?<!level)(?<!average)(?<!rate)(?<!price)(?<!high)"
        r"(?<!low)(?<!peak)(?<!result)(?<!vote)(?<!poll)",
        r"(?:on|against|over) the (?:level|figure)s? of",
        r"(?:that|those) (?:of|in|from)",
        rf"(?:un)?like|{FIGURE} for",
        r"(?:the same|just|much|exactly) as",
        r"(?:no |not )?(?:later|earlier|sooner) than",
        r"(?:founded|established|est\.?|born|launched|dated|adopted|enacted|first published)",
    ),
    quarter=PART,
    count_after=after(_COUNT),
    year_after=after("AD", "CE", "onwards?", "season", "vintage"),
    years_after=after("AD", "CE", "onwards?", "seasons?"),
    free_after=after(_FREE),
    begins=after(
        r"(?:(?:look|sound|feel|differ|resemble|exceed|match|repeat)s(?! \w+s )|was|is|has"
        r" been|had been|will(?: also)?(?: be)?|would be|saw|brought|marked|became"
        r"|began|ended|started|turned out|proved|remains|looks set|brings|also|may be|may well"
        r"|could be|should be|promises|has|had|did|itself|alone|were (?:the|[\w-]+ years))"
    ),
    joint=re.compile(
        r",? (?:and|or|to|through|until|till|and then|rather than|but not|and not|versus|vs\.?"
        r"|and again in|and in|or in|to about) |, | [–-] |[–/]| ?& ?"
    ),
    leads=re.compile(r" (?:to|through|until|till) |[–/]| [–-] "),
    counted=_counted,
    decade=re.compile(
        rf"(?:(?<=(?<!\w)the )|(?<=(?<!\w)the early )|(?<=(?<!\w)the late )|(?<=(?<!\w)mid-)"
        rf"|(?<!\w)(?='))'?{TENS}s(?!\w)",
        re.IGNORECASE,
    ),
    compared=before(
        rf"(?:{FIGURE}(?: [\w-]+){{0,2}}|(?:that|this|these|those) (?:is|are|was|were))"
        r" (?:more|less|fewer) than"
    ),
    today=before(
        r"(?:today|now|currently|these days|still) (?:[\w-]+ ){0,3}(?:more|less|fewer) than"
    ),
    told=_told,
    amounts=takes_amount,
    settled=_settled,
    turns=TURNS,
    likened=before(r"than|as|like|against"),
)
