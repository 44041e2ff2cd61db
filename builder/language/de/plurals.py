"""German clauses of many after a year: "2019 blühten die Bäume", where nothing counts them.

"2016 wählten die Linke" has the same shape and counts: what a verb is done to may be one thing. A
noun is taken for who does it where its form, or a word before it, says that there are many; any
noun where the verb takes no object.
"""

from __future__ import annotations

from typing import Final

from builder.language.years.rule import one_of
from builder.language.years.turns import FIGURE

NOUN: Final = r"[A-ZÄÖÜ][\w'-]*[a-zäöüß]"
STILL: Final = one_of(
    "hier dort noch nur schon erst rund etwa mehr_als weniger_als knapp fast gut bereits immerhin"
    " insgesamt zusammen allein wieder erneut erstmals bis_zu über mindestens höchstens sich auch"
    " lediglich zuletzt wohl genau kaum"
)
AUXILIARY: Final = one_of(
    "wurde wird war ist hat hatte soll sollte will wollte kann konnte muss musste darf durfte"
    " begann endete trat ging gab gilt galt lag stand blieb fand stieg sank fiel wuchs kam nahm"
    " fuhr starb entstand erschien schloss öffnete eröffnete startete folgte lief zog entschied"
    " beschloss lagen stiegen sanken fielen wuchsen liegt steht steigt sinkt fällt wächst bleibt"
    " kommt geht endet läuft beginnt startet folgt"
)
ONE_DOES: Final = rf"{AUXILIARY}(?<!n)"
# What is done to something, so that who does it may be left out: "2016 nutzten die Kurse".
_DONE_TO: Final = (
    r"(?:besuch|nutz|wähl|brauch|beantrag|forder|unterstütz|lern|kauf|hatt|mach|erreich|erleb|hol"
    r"|lehn|befürwort|bezahl|füll|pfleg|kenn|les|seh|find|nehm|erhalt|bekomm|verlier|versteh|besitz"
    r"|beherrsch|vermiss|kritisier|begrüß|genieß)t?en|erhielten|bekamen|verloren|nahmen|fanden|sahen"
    r"|unterschrieben|lasen|kannten|verließen|schlossen|gewannen|haben|waren|wurden|schafften"
    r"|zogen|verstanden|verpassten|bestanden|trugen"
)
_OF_ITSELF: Final = (
    r"(?:blüh|erblüh|verblüh|reif|fehl|ruh|brüt|nist|welk|streik|pausier|klag|rast|end|tag|start"
    r"|protestier|demonstrier|funktionier|schrumpf|explodier|kollabier|verdorr|vertrockn|öffn)e?ten"
    r"|erfroren|froren|wuchsen|starben|brannten|verschwanden|sanken|stiegen|fielen|begannen|litten"
    r"|schwiegen|entstanden|erschienen|folgten|blieben|lagen|zerfielen|verfielen|schmolzen"
    r"|gediehen|verdarben|ertranken|verendeten|liefen|ruhten"
)
_WOMEN: Final = (
    r"(?i:\w*(?:hälfte|nähe|größe|länge|höhe|stärke|schwäche|wärme|kälte|nässe|dürre|fläche|brücke"
    r"|lücke|mühle|bühne|küche|hürde|börse|behörde|säule|küste|hütte|würde|güte|röhre|mühe|blüte"
    r"|düne|tüte|stätte|kür[zs]e|süße|röte|schürfe|prämie|fülle|hülle|hölle|stelle|tür))"
)
_MANY: Final = (
    rf"(?-i:(?!{_WOMEN}(?!\w))[A-ZÄÖÜ][\w-]*?(?:(?<=[äöüÄÖÜ])u?[a-zß]{{1,4}}e[lrn]?|e[nlr]n|en|nen"
    r"|(?<![ium])(?<!ch)er|(?<=[bdfghklmnoprty])s)(?!\w))"
)
# What ends as a plural does and is one thing.
_SINGLE: Final = (
    r"(?-i:\w*(?:[Ll]eiter|[Ff]eder|[Oo]per|[Ff]aser|[Ll]eber|[Tt]ochter|[Ss]chwester))"
)
_ALL: Final = r"(?:alle|viele|einige|mehrere|sämtliche|unsere|beide)"

_NOUNS: Final = r"(?-i:[A-ZÄÖÜ][\w-]*[enrsl](?!\w))"

MANY_DO: Final = (
    rf"[a-zäöüß]+n (?:{STILL} ){{0,3}}(?:(?:{STILL} |die |alle |viele |einige |mehrere )"
    rf"(?:[a-zäöüß]+en )?{NOUN} )?(?:{STILL} ){{0,3}}{FIGURE}"
    rf"|[a-zäöüß]+n (?:{STILL} ){{0,2}}(?:die|alle|viele|einige|mehrere) (?:[a-zäöüß]+en )?"
    rf"(?-i:{NOUN}) (?:{STILL} ){{0,3}}"
    rf"(?:keine?n?|eine?n?|ihre?n?|das|die|den|mehr|weniger|(?-i:{NOUN}))"
    rf"|(?!(?:{_DONE_TO}) )[a-zäöüß]+en (?:{STILL} ){{0,2}}(?:{_ALL} (?:[a-zäöüß]+en )?{_NOUNS}"
    rf"|die (?:[a-zäöüß]+en {_NOUNS}|(?!{_SINGLE}(?!\w)){_MANY}))"
    rf"|(?:{_OF_ITSELF}) (?:{STILL} ){{0,2}}die (?:[a-zäöüß]+en? )?{_NOUNS}"
    rf"|(?:{_OF_ITSELF}) (?:{STILL} ){{1,2}}{_NOUNS}"
)
"""What follows a year: a verb of many, and who they are."""
