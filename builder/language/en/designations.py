"""English words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import AGE, OLD, designated, placed
from builder.language.en.ages import ages
from builder.language.en.beside import MONTH
from builder.language.en.numbered import ORDINAL
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "page p\\. chapter ch\\. article art\\. annex appendix section § paragraph clause vol\\. №"
    " COP resolution directive regulation decree SDG SDGs version"
    " subsection agenda agenda_item protocol fn\\. n\\."
    " (?:alert|warning|care|risk|threat|hazard|vigilance)_level cost_group (?:RIBA|work|life)_stage"
)
# "Act No. 12", "at no. 7": no. 12 alone may be the answer to how many are left.
_NO: Final = (
    r"(?:(?:act|law|bill|order|decree|decision|resolution|regulation|ruling|case|file|form|permit"
    r"|protocol|directive|contract|house|flat|bus|tram|line|judgment|notice|at) no\."
    r"|(?-i:[A-Z]\w{3,} No\.))"
)
# Words that stand before counts as well.
_PLACE: Final = one_of(
    "part title level stage phase slide route junction platform room scenario schedule item week"
    " bus tram highway interstate motorway module zone gate terminal tier step goal option line"
    " objective band grade category unit reactor runway policy class sector day exit pier flight"
    " priority measure recommendation question ward district"
    " form lot case flat floor building house volume issue motion rule"
)
_PLACES: Final = one_of(
    "buildings floors houses flats parts titles levels stages phases slides routes platforms"
    " rooms scenarios items weeks modules"
    " junctions exits gates wards districts lines gates cases zones tiers steps goals options"
    " objectives priorities"
    " measures recommendations years grades"
)
_MANY: Final = one_of(
    "pages pp\\. chapters articles sections §§ clauses paragraphs nos\\."
    " (?:RIBA|work|life)_stages (?:alert|warning|care)_levels cost_groups"
)
EACH: Final = "this that each every a per one same which any"
SMALL: Final = one_of(
    "a an the this that these those it he she they we you his its her their our in on at by to for"
    " from with within under over into of as than but and or nor so yet if when where while until"
    " since because is was has had does did will would shall should can could may must might not no"
    " also only still always never again already now then thus perhaps alone which who whose here"
    " there both what how whether after before between during through without against unless"
)
_VERB: Final = one_of(
    "says states reads sets gives names lists deals covers applies requires provides shows"
    " describes explains defines allows permits bans forbids obliges holds ends begins starts"
    " opens closes follows lays concerns contains makes means notes prescribes prohibits"
    " protects puts regulates repeals rules sums takes tells treats asks binds calls cites"
    " compares includes introduces leaves limits lets offers outlines presents proposes"
    " recalls refers remains replaces returns reviews sees seems speaks specifies stands stays"
    " stipulates summarises summarizes supports turns warns works exempts expires governs"
    " reopens departs serves links crosses hosts sits carries sells belongs becomes goes gets "
    "teaches"
    " grants guarantees obligates demands determines discusses details enters comes goes runs"
    " falls needs brings keeps lies argues looks sketches ended expired lapsed applied appears"
)
_MANY_ARE: Final = r"(?: (?:are|were|have|left|died|fell|rose|came|closed|lack|need)(?!\w))"
# "page 12 farms", "page 12 old farms", but "Article 5 leaves open".
_STOP: Final = rf"(?:{SMALL}|{_VERB}(?!{_MANY_ARE}))(?!\w)"
_NOUN: Final = (
    rf"(?-i:(?!{_STOP}|[a-z]+(?:ed|ly)(?!\w))(?:[a-z-]+ (?!{_STOP}))?[a-z-]{{2,}}(?<![sui])s)"
)
_MANY_OF: Final = r" [a-z-]{3,}(?<![sui])s(?!\w)"  # a plural, roughly
# "Phase 2 of the plan", not "of them".
GOES_ON: Final = (
    r"(?!of (?:them|these|those|us|which|whom|all)(?!\w)|(?:or|and) (?:more|so|fewer|less)(?!\w))"
    rf"(?:{SMALL}|{_VERB}(?!{_MANY_ARE}))"
)

ARE: Final = "run|ran|are|were|will|have|had|remain|remained"

DESIGNATED: Final = (
    *designated(rf"{_ONE}|{_NO}", _MANY, "and|or|to", EACH, _NOUN),
    *placed(_PLACE, _PLACES, "and|or|to", EACH, GOES_ON, ARE),
    re.compile(
        r"(?<!\w)(?i:in|into|of) (?:Year|Grade) (?P<named>\d{1,2})"
        r"(?! [a-z-]{2,}(?<![sui])s(?!\w))(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)(?P<named>{ORDINAL})(?= (?:[A-Z][a-z]+ )?(?:district"
        r"|arrondissement|floor|edition"
        r"|congress|grade|legislature|parliament|century|session|anniversary|birthday|amendment"
        r"|meeting|assembly|conference|summit|percentile|centile|round|term|season|brigade"
        r"|division|regiment|battalion|infantry)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:H\.R\.|Public Law|P\.L\.|Cm|Cmnd|CP|HC|HL|Proposition|Prop|House Bill|Senate"
        r" Bill|HB|SB"
        r"|Executive Order|Band) (?P<named>\d{1,5}(?:-\d+)?)(?!\w|[.,]\d|"
        r" (?:million|per))"
    ),
    # "(s 9)", "s. 117 of the Act", "[2023] UKSC 15", "a 501(c)(3)".
    re.compile(r"(?<![\w'])ss?\.? (?P<named>\d{1,3}[A-Z]{0,2}(?:\(\w+\))*)(?=\)| of the |,)"),
    re.compile(r"(?<=\d, )(?:no\.|issue) (?P<named>\d{1,3})(?!\d)"),
    re.compile(r"(?<!\w)Group of (?P<named>7|8|20|77)(?!\d)"),
    re.compile(r"(?<=\] )[A-Z]{2,5}(?: (?:Civ|Crim|Admin|Ch))? (?P<named>\d{1,5})(?!\d)"),
    re.compile(r"(?<![\w.,])(?P<named>(?:501|401|403|529)\([a-z]\)(?:\(\d\))?)"),
    re.compile(r"(?<!\w)(?:S\.I\.|SI|SSI|WSI) (?P<named>\d{4}/\d{1,4})(?!\d)"),
    re.compile(r"(?<!\w)(?:Channel|Radio) (?P<named>\d{1,4})(?!\w)"),
    re.compile(r"(?<![\w.,/])(?P<named>9/11|80/20)(?![\w/])"),
    re.compile(
        r"(?<!\w)(?:[Dd]ial(?:led|ling)?|[Cc]all(?:ed|ing)?|[Rr]ing(?:ing)?|rang|[Pp]hon(?:e|ed"
        r"|ing)"
        r"|[Tt]ext) (?P<named>999|911|112|111|101|105|119|211|988)(?!\w|[.,]\d| [a-z]+s)"
    ),
    re.compile(
        r"(?<!\w)(?:[Dd]ial(?:ling)?|[Cc]all(?:ing)?) (?:999|911|112|111|101)"
        r"(?: [a-z ]{0,40})?,? (?:or|and|but) (?P<named>999|911|112|111|101)(?!\w|[.,]\d| [a-z]+s)"
    ),
    re.compile(
        rf"(?<!\w)(?:our|its|the|priority|a) no\. (?P<named>1)(?!\d|{_MANY_OF})", re.IGNORECASE
    ),
    # "12 Downing Street".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,4}[A-Za-z]?(?:[–-]\d{1,4}[A-Za-z]?)?)"
        r"(?= (?:[A-Z][\w’'-]+ ){1,2}(?:Street|Road|Avenue|Lane|Square|Place|Close|Court"
        r"|Drive|Way|Gardens|Terrace|Row|Hill|Crescent|Grove|Mews|Parade|Quay|Walk)(?!\w))"
    ),
    # "the M 25", "the number 73 bus", "Key Stage 2 results", "Section 106 agreements".
    re.compile(rf"(?<!\w)[Tt]he (?P<named>[AMB] ?\d{{1,4}})(?!\w|{_MANY_OF})"),
    re.compile(r"(?<!\w)[Tt]he (?:number |no\. )?(?P<named>\d{1,3}[A-Z]?)(?= (?:bus|tram)(?!\w))"),
    re.compile(
        r"(?<!\w)(?:[Ss]ection|Article|Schedule|Class|[Tt]ier|Level|Category|Grade|Rule|Part"
        r"|Regulation"
        r"|Band) (?P<named>\d{1,3}[A-Z]?)"
        r"(?= (?:direction|qualification|course|apprenticeship|diploma|contribution|visa|supplier"
        r"|call"
        r"|hurricane|storm|prison|drug|agreement|voucher|eviction|notice"
        r"|payment|order|nurse|post|role|teacher|building|member"
        r"|grant|fund|contribution|obligation|power|dut(?=y|ies)|letter|authorit(?=y|ies)|offence"
        r"|licen[cs]e|visit|inspection|railcar|locomotive|waste)\w{0,3}(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation."""

_LIVING: Final = (
    r"(?:children|people|persons|adults|pupils|students|women|men|girls|boys|residents|citizens"
    r"|workers|employees|patients|voters|drivers|passengers|those|anyone|everyone|teenagers|infants"
    r"|adolescents|migrants|visitors|customers|shoppers|guests|users|members|clients|tenants"
    r"|pensioners|teachers|nurses|doctors|farmers|owners|volunteers|applicants|growers|players"
    r"|\w+(?:keepers|fighters|holders))"
)
_AMOUNTS: Final = one_of(
    "times hours? minutes? days? weeks? months? years? thousand million billion dollars? pounds?"
    " euros? people children schools homes households villages towns women men pupils kilometres?"
    " metres? miles? tonnes? hectares? acres? per_cent percent points?"
)
_AGES: Final = rf"{AGE}(?:(?: ?[–-] ?| to | and | or ){AGE})?"

CALLED: Final = (
    *(re.compile(each, re.IGNORECASE) for each in ages(rf"(?P<named>{OLD})(?!\d|[.,]\d)")),
    re.compile(r"(?<!\w)(?:[Tt]ype (?P<named>[12])(?= diabetes))"),
    re.compile(r"(?<!\w)(?:diabetes type|Type) (?P<named>\d{1,2})(?!\w|[.,]\d)"),
    re.compile(r"(?<![\w.,])(?P<named>\d{2,3})(?= ?kV (?:line|cable|link|substation|grid))"),
    re.compile(
        r"(?<!\w)Euro (?P<named>[1-7])(?= (?:cars?|diesels?|vehicles?|standards?|norms?|engines?))"
    ),
    re.compile(r"(?<!\w)(?:[Uu]nder|[Oo]ver)-(?P<named>\d\d)(?= )"),
    re.compile(
        r"(?<!\w)(?:past|last|next|previous|coming|following|first) (?P<named>\d{1,3})"
        r"(?= (?:years|months|weeks|days|hours)(?!\w))"
    ),
    re.compile(rf"(?<!\w)the (?P<named>3|6|9|12)(?= months to (?:{MONTH}|the) )"),
    re.compile(r"(?<!\w)[Kk]ey [Ss]tages? (?P<named>[1-5](?: and [1-5])?)(?!\w)"),
    re.compile(r"(?<![\w.,])(?P<named>[1-9]0)(?=-plus(?!\w))"),
    re.compile(r"(?<!\w)(?P<named>[1-5]?(?:1st|2nd|3rd|\dth))(?= week(?!\w))"),
    re.compile(r"(?<![\w.,])(?P<named>[1-9]\d\+)(?= (?:age )?(?:group|population|cohort|bracket))"),
    # "a 3-bedroom flat": a kind of them; "the winter of 24/25".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,2})(?=-(?:bed(?:room)?|room|person)"
        r" (?:flat|house|home|apartment|bungalow|household)s?(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Ww]inter|[Ss]eason|(?:[Ss]chool |[Ff]inancial |[Aa]cademic )year) (?:of )?"
        r"(?P<named>\d\d/\d\d)(?!\w|[./]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:top|richest|poorest|bottom) (?P<named>1|5|10|20)(?= ?(?:per cent|percent|%))"
    ),
    re.compile(r"(?<![\w.,])(?P<named>24)(?= hours a day(?!\w))"),
    re.compile(
        r"(?<![\w.,])(?P<named>\d(?:\.\d)?)(?=(?: ?°C|-degree|°)(?: Celsius)? (?:target|goal|limit"
        r"|threshold|guardrail|pathway)(?!s\w))"
    ),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,4})(?=-(?:hour|day|minute|week|month|year|point|mile|metre)"
        r" (?:week"
        r"|working week|rule|plan|target|goal|strategy|programme|program|city|neighbourhood"
        r"|neighborhood|notice|clinic|service|care|framework|vision|review|limit)(?!\w))"
    ),
    # "under-20s", "the over 65s", "16-year-olds", "18- to 24-year-olds".
    re.compile(rf"(?<!\w)(?:under|over)[- ](?P<named>{AGE}s)(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,])(?P<named>{AGE}(?:(?:-? (?:to|and|or) |-?[–-]){AGE})?)"
        r"(?=[- ]year[- ]olds(?!\w))"
    ),
    # "people over 65", but "people over 65 days" and "over 65 people".
    re.compile(
        rf"(?<!\w){_LIVING} (?:aged )?(?:under|over|above|below|between) (?P<named>{_AGES})(?!\d)"
        rf"(?= years (?:old|of age)|(?! ?%|[\w.,:/-]\d|[-–]| {_AMOUNTS}(?!\w)|{_MANY_OF}))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_LIVING} (?:aged )?(?P<named>[1-9]\d\+)(?![\w%])", re.IGNORECASE),
    # "Two in five are older than 60.", "those 65 or older".
    re.compile(rf"(?<=older than )(?P<named>{AGE})(?=[.;:!?]?$|[.;:!?] )"),
    re.compile(rf"(?<![\w.,-])(?P<named>{AGE})(?= (?:or|and) (?:older|younger)(?!\w))"),
    # "aged 18 to 24", "aged 65 and over", "ages 18–24".
    re.compile(
        rf"(?<!\w)age[ds] (?:between |from |under |over |up to )?(?P<named>{AGE}(?: ?[–-] ?| to "
        rf"| and ){AGE}|(?<=under ){AGE}|(?<=over ){AGE}|(?<=up to ){AGE}"
        rf"|{AGE}(?=\+|,? (?:and|or) (?:over|under|above|below|older|younger|more)(?!\w)))(?!\d)"
        r"(?! (?:days|weeks|months|hours|minutes|years(?! (?:old|of age)))(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns of ages that people are grouped by, and of measures by which rules are called."""

COUNTED: Final = after(_AMOUNTS)
"""What makes an amount of digits that it follows."""

NOUNS: Final = re.compile(rf" {_NOUN}(?!\w)")
"""What may be counted by digits that it follows."""

AGED: Final = after(
    "years? old", "-?year-olds?", "years?", "(?:age )?(?:groups?|cohorts?|brackets?)"
)
"""What follows ages."""

BOUNDS: Final = re.compile(r"(?<!\w)(?:and|or|to)(?!\w)", re.IGNORECASE)
"""What makes a span of a number before it: 65 and over."""
