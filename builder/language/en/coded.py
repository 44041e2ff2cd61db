"""English words beside codes, official numbers, dates of a month and results of matches.

What is called by letters and digits, or bears a number in a register, counts nothing: "licence PD
118", "the IMO number is 9321483", "No. 617 Squadron". A result needs its match: "the match ended
3–1", while "it won 3–1" may be of votes.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.en.beside import MONTH
from builder.language.lexicon import ENDED

_NO_SUM: Final = r"(?!EUR|USD|GBP|CHF|UAH|CO\d|CO |NO |PM )"
_NO_MORE: Final = r"(?![\w%‰]|[.,:/]\d| ?[%‰°€$£]| \d)"
_CODE: Final = r"(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]*(?:[ ./-][\dA-Z]*\d[\dA-Z]*){0,5}"
_REGISTER: Final = (
    r"(?:IMO|MMSI|serial|phone|telephone|mobile|fax|account|registration|reference|case|file|ticket"
    r"|passport|customer|charity|company|licen[cs]e|policy|order|booking|invoice|call|hull|pennant"
    r"|inventory|accession|holding|herd|flock|patent|contract|project|grant|tender|lot|catalogue"
    r"|shelf"
    r"|warrant|collar|badge|payroll|membership|prison(?:er)?|log|incident|crime"
    r"|petition|docket|complaint|application|planning|permit|extension)"
)
_KIND: Final = (
    r"(?:[Ll]icen[cs]es?|[Rr]egistration|[Pp]lates?|[Vv]ariety|[Vv]arieties|[Bb]reed|[Ss]train"
    r"|[Mm]odels?"
    r"|[Tt]ypes?|[Cc]lass(?:es)?|[Vv]essel|[Tt]rawler|[Tt]ug|[Ll]ocomotive|[Ff]erry|[Cc]utter"
    r"|[Bb]oat|[Rr]adar|[Tt]ank|[Aa]ircraft|[Hh]elicopter|[Rr]ifle|[Gg]rade|[Ff]orms?|[Rr]oute"
    r"|[Ll]ine"
    r"|[Rr]oad|[Dd]iesel|[Pp]esticide|[Vv]accine|[Cc]ode)"
)
_SPORT: Final = (
    r"(?:match(?:es)?|game|tie|final|semi-final|replay|derby|cup|leg|league|title|sets?|fixture"
    r"|return|friendly|play-off|shoot-out|penalties|home side|visitors|hosts)"
)
_RESULT: Final = (
    r"(?:end(?:s|ed)|finish(?:es|ed)|won|lost|dr[ae]w|drawn|beat|beaten|led|score[ds]?|stood|took"
    r"|result(?:ed)?|settled|levelled)"
)
_GOALS: Final = r"\d{1,2}[–:-]\d{1,2}"
_NTH: Final = r"(?:[12]?\dth|[23]?1st|2?2nd|2?3rd|30th)"
_UNIT: Final = (
    r"(?:Squadron|Commando|Battalion|Regiment|Brigade|Division|Wing|Para|Infantry|Field Ambulance)"
)

_LAW: Final = (
    r"(?:Law|Act|Decree|Decree-Law|Directive|Regulation|Decision|Resolution|Ordinance|Order|Statute"
    r"|Bill)"
)
_STREET: Final = (
    r"(?:Via|Viale|Corso|Piazza|Piazzale|Piazzetta|Largo|Vicolo|Strada|Lungomare|Calle|Avenida"
    r"|Plaza|Paseo|Rua|Praça|Rue|Avenue|Boulevard|Ulica|Aleja)"
)

CODED: Final = (
    # "Law 213/2023", "Article 1(101) to (111)", "s 9(2)", "Eurocode 7".
    re.compile(
        rf"(?<!\w){_LAW}(?: [Nn](?:o|r|°|º)\.?)? (?P<named>\d{{1,4}}/(?:(?:1[89]|20)\d\d|\d\d))"
        rf"{_NO_MORE}"
    ),
    # "the Q200", a flood by how seldom it comes; quarters have one digit.
    re.compile(rf"(?<![\w-])(?P<named>H?Q\d{{2,4}}){_NO_MORE}"),
    re.compile(r"(?<=\d\)) (?:to|and|or|–) \((?P<named>\d{1,3})\)"),
    re.compile(r"(?<!\w)ss? (?P<named>\d{1,4}[A-Z]?(?:\(\w{1,4}\))+)(?!\w)"),
    re.compile(rf"(?<!\w)Eurocodes? (?P<named>\d(?: and \d)?){_NO_MORE}"),
    # "Figure 3 warns of it": nothing is counted behind a figure's number.
    re.compile(
        r"(?<![\w-])(?:Figure|Table|Box|Chart|Map|Appendix|Annex|Chapter|Section|Page|Part)"
        r" (?P<named>\d{1,3})(?= [a-z]+s (?:of|that|the|how|it|its|what|why|where|an?|to)(?!\w))"
    ),
    # "Via Emilia 14", "Corso Garibaldi 7, 26100 Cremona", "Piazza 4 Novembre".
    re.compile(
        rf"(?<!\w){_STREET}(?: (?:[A-ZÀ-Ý][\w'’]+|d(?:e|el|ella|elle|i|ei|a|o|os)|la|las|los|XX)"
        rf"){{1,4}},? (?P<named>\d{{1,4}}[a-z]?){_NO_MORE}"
    ),
    re.compile(rf"(?<!\w){_STREET} (?P<named>\d{{1,2}}) (?=[A-Z][a-z]+)"),
    re.compile(
        rf"(?<!\w){_STREET}[^.;:!?\d]{{2,40}} \d{{1,4}}[a-z]?, (?P<named>\d{{4,5}})(?= [A-ZÀ-Ý])"
    ),
    # "the emergency numbers 140, 144 and 112".
    re.compile(
        r"(?<!\w)(?:[Ee]mergency|[Hh]elp|[Pp]hone|[Tt]elephone) numbers "
        rf"(?P<named>\d{{2,4}}(?:(?:, | and |, and | or )\d{{2,4}})*){_NO_MORE}"
    ),
    # "the emergency number 112", "call 800 123 456", "at km 232".
    re.compile(
        r"(?<!\w)(?:emergency (?:number|line|call)|numbers?|[Cc]alls? to|[Dd]ial(?:led|ling|s)?"
        r"|[Rr]ang|[Rr]ing(?:ing)?|[Pp]honed?) (?P<named>112|999|911|101|111|11[0-8]|116 ?\d{3})"
        rf"(?={ENDED}| (?:is|was|are|were|at|by|in|on|for|or|and|comes?|came|from)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Cc]all|[Rr]ing|[Pp]hone|[Tt]el\.?|[Dd]ial|[Ff]reephone|[Hh]otline|[Hh]elpline)"
        r" (?P<named>\+?\d{2,4}(?: \d{2,4}){2,4})(?!\w|[.,]\d| \d)"
    ),
    re.compile(
        r"(?<!\w)(?:at|to|from|near|between|and|until|by) km "
        rf"(?P<named>\d{{1,4}}(?:[.+]\d{{1,3}})?){_NO_MORE}"
    ),
    # "the 100-year flood", "the 1-in-200-year storm", "Q200": how seldom it comes names it.
    re.compile(
        r"(?<![\w.,-])(?P<named>\d{2,3}(?:,?\d{3})?-year)(?= (?:floods?|storms?|droughts?|events?"
        r"|return|rain\w*|earthquakes?|waves?|winds?|heat\w*|snow\w*|tides?|surges?)(?!\w))"
    ),
    re.compile(r"(?<![\w.,-])(?P<named>(?:1|one)[ -]in[ -](?:a[ -])?\d{1,3}(?:,?\d{3})?-years?)"),
    re.compile(r"(?<![\w-])(?P<named>H?Q\d{2,4})(?![\w%]|[.,]\d)"),
    re.compile(
        r"(?<![\w.,-])(?P<named>24-hour)(?= (?:help\w*|lines?|service|care|supply|clock|emergency"
        r"|shifts?|hotline|watch|rota|cover|access|news|number|duty|patrols?|shop|pharmacy)(?!\w))"
    ),
    # "Group 3 went first".
    re.compile(
        r"(?<![\w-])(?:Group|Pump|Storm|Storey)"
        r" (?P<named>[1-9]\d?)(?= (?:went|goes|came|comes|is|was|has|had|will|ran|runs|left|led|won"
        r"|lost|took|takes|began|begins|failed|stood|stands)(?!\w))"
    ),
    # "licence PD 118", "wheat variety KWS 212", "Turbine T17", "the T1 document".
    re.compile(rf"(?<!\w){_KIND} {_NO_SUM}(?P<named>[A-Z]{{1,4}}[ -]?\d{{1,5}}[A-Z]?){_NO_MORE}"),
    re.compile(rf"(?<!\w)[A-Z][a-z]{{3,}} (?P<named>[KMBT]\d{{1,2}}){_NO_MORE}"),
    re.compile(
        r"(?<!\w)[Tt]he (?P<named>[KMBT]\d{1,2})(?= (?:document|form|certificate|permit|visa"
        r"|licen[cs]e"
        r"|road|motorway|junction|bridge|line|bus|service|route|barrier|corridor|site"
        r"|machine)(?!\w))"
    ),
    # "Class 158 units", "No. 617 Squadron", "PC 4417", "her number 10 shirt", "Munro no. 134".
    re.compile(
        r"(?<!\w)[Cc]lass (?P<named>\d{2,3})(?= (?:[A-Z][a-z]+|units?|trains?|sets|locomotives?"
        r"|railcars?|diesels?|engines?|electrics?|multiple)(?!\w))"
    ),
    re.compile(rf"(?<![\w.,])(?P<named>\d{{1,3}})(?= {_UNIT}(?!\w))"),
    re.compile(rf"(?<!\w)(?:PC|WPC|DC|PS|DS|DI|Constable) (?P<named>\d{{2,5}}){_NO_MORE}"),
    re.compile(
        r"(?<!\w)(?:[Tt]he|[Hh]er|[Hh]is|[Ii]ts|[Aa]) (?:[Nn]umber|[Nn]o\.?) "
        r"(?P<named>\d{1,3}[A-Z]?)"
        r"(?= (?:shirt|jersey|bus|tram|seed|boat|car|bib|iron|wood|line|route|service|lane"
        r"|shaft)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?!There|These|Those)[A-Z][a-z]{{3,}} no\. (?P<named>\d{{1,5}}[a-z]?){_NO_MORE}"
    ),
    re.compile(
        r"(?<!\w)(?:[Cc]lass|[Ww]ard|[Cc]ell|[Ff]lat|[Pp]lot|[Bb]erth|[Bb]ay|[Rr]oom|[Hh]ouse"
        r"|[Uu]nit"
        r"|[Ll]ine|[Ss]tage|[Pp]hase|[Pp]art|[Ss]tand|[Pp]ier|[Bb]lock|[Zz]one|[Rr]oute"
        r"|[Dd]ivisions?|[Aa]nnex) "
        r"(?P<named>\d{1,3}[a-z](?: ?[–-] ?\d{1,3}[a-z])?)(?![\w%]|[.,]\d)(?<!\dm)(?<!\dt)(?<!\dg)"
    ),
    # "Nurses on band 5 were moved", "Pupils in Years 7 to 9 eat first".
    re.compile(
        r"(?<!\w)(?:on|to|from|at) (?:pay )?(?:band|grade|scale|spine point) "
        r"(?P<named>\d{1,2}[a-d]?)"
        rf"(?={ENDED}| (?:were|are|was|is|have|had|get|got|earn|earned|in|at|on|and|when|who"
        rf"|will)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Ii]n|[Oo]f|[Ff]rom|[Ff]or) (?:[Yy]ears|[Gg]rades|[Cc]lasses) "
        r"(?P<named>1?\d (?:to|and|or) 1?\d)(?![\w%]|[.,]\d| [a-z-]+(?<![sui])s(?!\w))(?! of )"
    ),
    # "Annex 3, table 2", "see table 4 of the annual report".
    re.compile(
        r"(?<!\w)(?:[Aa]nnex|[Aa]ppendix|[Ss]chedule|[Pp]art|[Cc]hapter) \w{1,4}, (?:table|figure"
        r"|box|map"
        rf"|chart|form) (?P<named>\d{{1,3}}[a-z]?)(?={ENDED})"
    ),
    # "The ship's IMO number is 9321483", "the holding number, 12/345/6789", "quote log 388".
    *(
        re.compile(
            rf"(?<!\w)(?i:{_REGISTER}) (?:[Nn]umbers?|[Nn]os?\.|ID|code|ref(?:erence)?\.?)"
            rf"{joined}(?P<named>{_CODE}){_NO_MORE}"
        )
        for joined in (
            r"(?: is|,? was|:|,| reads) ",
            r" (?=[A-Z\d ./-]*(?:[A-Z]|\d{5}|\d[./-]\d))",
        )
    ),
    re.compile(
        rf"(?<!\w)(?:[Rr]efs?\.?|[Rr]eference|[Qq]uote|[Qq]uoting|[Tt]el\.?|[Ee]xt\.?|[Ee]xtension"
        rf"|[Ff]ax):? "
        rf"(?:(?:log|ref\.?|incident|reference|case|crime) )?(?P<named>{_CODE})(?={ENDED}| of \d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Cc]ommodity|[Tt]ariff|[Cc]ustoms|HS|CN|[Dd]ewey|[Ss]helf|[Cc]lass) ?(?:codes?"
        r"|heading"
        r"|number|mark|class)? (?P<named>\d{4}(?:[ .]\d\d){1,4}|\d{3}(?:\.\d{1,6})?)"
        r"(?= (?:is|was|are|covers|holds|of|on|for|and)(?!\w)|[.,;:)]|$)"
    ),
    re.compile(
        r"(?<!\w)(?:[Aa]t|[Nn]ear|[Rr]ef(?:erence|\.)?|[Gg]rid) (?!EU|UK|US)(?P<named>[A-Z]{2} "
        r"\d{3} \d{3}"
        r"|[A-Z]{2} \d{4} \d{4})(?![\w.,:/%]\d|\w| [a-z]+s(?!\w))"
    ),
    # "on 93.5 FM".
    re.compile(r"(?<![\w.,])(?P<named>(?:8[7-9]|9\d|10[0-8])(?:\.\d{1,2})?)(?= ?FM(?!\w))"),
    # "on 24, 25 and 26 December", "on the 1st of every month", "on the 12th and again on the 19th".
    re.compile(
        rf"(?<![\w.,])(?P<named>[0-3]?\d(?:, [0-3]?\d)*)(?=,? (?:and|or) [0-3]?\d {MONTH}(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:on|by|from|until|till|before|after) the (?P<named>{_NTH})(?= of (?:every|each"
        rf"|the|this|that) month(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:on|until|till|by|from) the (?P<named>{_NTH})(?={ENDED}| (?:and|or|but|at|in"
        rf"|when|while|after"
        r"|before|with|they|we|he|she|it|for|to)(?!\w))"
    ),
    re.compile(rf"(?<!\w)[A-Z]\w+ No\. (?P<named>\d{{1,4}}){_NO_MORE}"),
    re.compile(
        r"(?<!\w)(?:cab|taxi|bus|tram|engine|lot|flat|house|boat|find|grave|plot|box|case|file|item"
        r"|well|car"
        r"|ticket|order|hymn|aria|song|symphony|sonata|concerto|patent|berth|cell|room|hut|mine|pit"
        r"|kiln)"
        rf" no\. (?P<named>\d{{1,5}}[a-z]?){_NO_MORE}"
    ),
    re.compile(
        r"(?<=[a-z], )(?:sheet|row|seat|volume|folio|page|plate|room|plot|lot|grave|section|panel"
        r"|track)"
        r" (?P<named>\d{1,4}[a-z]?)(?=, )"
    ),
    # "8th Avenue", "at number 12", "Luke 2:1".
    re.compile(r"(?<![\w.,])(?P<named>\d{0,2}(?:1st|2nd|3rd|\dth))(?= [A-Z][a-z]+)"),
    re.compile(
        r"(?<!\w)(?:at|in|from|to|outside|opposite) (?:number|no\.?) (?P<named>\d{1,4}[a-z]?)"
        rf"(?={ENDED}| (?:since|in|for|and|on|with|until|was|is|has)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:under|as|with|of|see|also) [Nn]o\. (?P<named>\d{1,5}[a-z]?)"
        rf"(?={ENDED}| (?:in|of the|on|and|since)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Genesis|Exodus|Leviticus|Deuteronomy|Psalms?|Proverbs|Isaiah|Jeremiah|Matthew"
        r"|Mark|Luke"
        r"|John|Acts|Romans|Corinthians|Galatians|Ephesians|Hebrews|James|Revelation|Sura|Surah) "
        r"(?P<named>\d{1,3}[:.]\d{1,3}(?:[–-]\d{1,3})?)(?![\w%])"
    ),
    re.compile(
        r"(?<!\w)(?:[Oo]pinion|[Aa]dvice|[Ee]ntry|[Mm]inute|[Cc]ase|[Ff]older) "
        r"(?P<named>\d{1,4}/\d{2,4})(?![\d/])"
    ),
    re.compile(r"(?<!\w)(?:Form|form|Schedule|Type|type) (?P<named>\d{1,4}-[A-Z]{1,3})(?![\w-])"),
    re.compile(
        rf"(?<!\w)(?:stand|seat|stall|gate|bay|booth|desk|locker|grave|cell|table) "
        rf"(?P<named>[A-Z]\d{{1,3}}){_NO_MORE}"
    ),
    re.compile(
        r"(?<!\w)[Ff]orce (?P<named>1[0-2]|[1-9])(?= (?:off|in|at|near|from|to|by|on|over|and"
        r"|when)(?!\w))"
    ),
    # "The match ended 3–1", "took the title 6–4, 3–6, 7–5".
    re.compile(
        rf"(?<!\w)(?:{_SPORT}(?!\w)[^.;:!?]{{0,40}} {_RESULT}|{_RESULT} "
        rf"[^.;:!?\d]{{0,40}}{_SPORT})(?: [a-z]+){{0,3}} "
        rf"(?P<named>{_GOALS}(?:, {_GOALS}){{0,4}})(?={ENDED}| (?:on aggregate|after|in|at|to|and"
        rf"|with|against)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w){_RESULT} [^.;:!?\d]{{1,40}}(?P<named>{_GOALS})(?= (?:in|after) (?:the |a |extra "
        rf")?(?:[a-z-]+ )?(?:{_SPORT}"
        r"|time|season|round|quarter-final|group)(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""
