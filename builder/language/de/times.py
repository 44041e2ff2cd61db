"""German times of day and ages, and what makes a duration or an amount of what may be one.

Ages tell how old people are, in sentences that name them or tell of one: nothing is counted.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.plural import PLURAL
from builder.language.designations import CLOCK, HOUR, OLD, SPOKEN
from builder.language.given import NAMED
from builder.language.lexicon import ENDED

# "die 80-jährige Hinrike Tietjen": two nouns stand side by side in names alone.
_SURNAMED: Final = (
    r"(?!\w*(?:zeit|ung|frist|dauer|plan|recht|schaft|[hk]eit|phase|pause)(?!\w))"
    r"[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+(?!\w)"
)

_HOUR: Final = rf"(?:{SPOKEN}|{HOUR})"
TWELVE: Final = "(?:1[0-2]|[1-9])"
_AT: Final = "(?:um|gegen|ab|bis|vor|nach|seit|kurz_vor|kurz_nach|erst|schon|ist)".replace("_", " ")

TIMES: Final = (
    re.compile(
        rf"(?<![\w.,:])(?P<named>{_HOUR}(?:(?: ?[–-] ?| (?:und|bis|oder) ){_HOUR})?)(?= Uhr(?!\w)"
        r"(?! [A-ZÄÖÜ]\w+[ners](?!\w)))"
    ),
    # "um 10 Uhr 30".
    re.compile(rf"(?<![\w.,:])(?P<named>{_HOUR} Uhr [0-5]\d)(?!\d| {PLURAL})"),
    re.compile(
        rf"(?<!\w)(?:um|ab|bis|vor|nach|seit|gegen|von) (?P<named>{_HOUR})(?= Uhr(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:um|ab|bis|vor|nach) (?P<named>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:zwischen|von) (?P<named>{CLOCK} (?:und|bis) {CLOCK})",
        re.IGNORECASE,
    ),
    # "gegen halb 8", "um 3 in der Früh", but "um 3 in der Woche".
    re.compile(
        rf"(?<!\w){_AT} halb (?P<named>{TWELVE})(?![\w%‰]|[.,]\d| ?[%‰°€]| {PLURAL})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.!?:] )(?:Gegen|Kurz vor|Kurz nach) (?P<named>{TWELVE})(?= (?:kommt|kam|kamen"
        r"|kommen|beginnt|begann|öffnet|schließt|fährt|fuhr|ist|war) (?:d|ein|sie|er|alle|wir"
        r"|Schluss))"
    ),
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{TWELVE})(?= (?:in der (?:Früh|Nacht)|am (?:Morgen|Abend"
        r"|Vormittag|Nachmittag|Mittag)|morgens|nachts|abends|mittags|früh)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:stieg|steig|sank|sink|dauer|verkürz|verlänger|wuchs|fiel|begrenz"
    r"|verhält|siegt|gewann|gewinn|verlor|kost)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

LASTING: Final = re.compile(
    rf"(?<!\w)(?:(?:an)?dauer(?:t|te|n|ten)(?: \w+)? (?:von|zwischen) "
    rf"(?={_HOUR} (?:und|bis) {_HOUR} U)"
    rf"|von (?={_HOUR} Uhr(?: [a-zäöü]+)? bis {_HOUR} U)|(?:Uhr|früh|morgens) bis (?={_HOUR} U))"
    rf"(?P<named>{_HOUR}(?: (?:und|bis) {_HOUR})?)(?= Uhr(?!\w))",
    re.IGNORECASE,
)
"""What lasts from one time of day, `named`, to another: when it is, not how long."""

MEASURED_AFTER: Final = re.compile(
    r"[^.;:!?]*(?<!\w)(?:gestiegen|gesunken|gefallen|gewachsen|verkürzt|verlängert|verspätet|kürzer"
    r"|länger|später|früher|schneller|langsamer|voraus|zurück)(?!\w)"
)
"""What makes a duration of what may be a time of day, anywhere in the clause behind."""


PERSON: Final = (
    r"(?:(?i:[a-zäöüß-]*(?:mann|frau|junge|mädchen|kind|vater|mutter|sohn|tochter|bruder|schwester"
    r"|oma|opa|händler|lehrer|pfleger|fahrer|rentner|bewohner|mieter|student|schüler|bürger"
    r"|arbeiter|patient|arzt|leiter|meister|bauer|landwirt|wirt|besitzer|verkäufer|bäcker|künstler"
    r"|sprecher|richter|anwalt|unternehmer|ingenieur|techniker|zeuge|witwer|witwe|flüchtling"
    r"|helfer|kollege|nachbar|opfer|chef|koch|winzer|fischer|azubi|auszubildende|angestellte"
    r"|beamte|pendler|radfahrer|soldat|pfarrer|musiker|autor|gärtner|tischler|schreiner|maurer"
    r"|häftling|gefangene|wanderer|bergsteiger|kletterer|skifahrer|läufer|schwimmer|ruderer|reiter"
    r"|kapitän|steuermann|wärter|aufseher|wachtmeister|kommissar|angeklagte|beschuldigte"
    r"|verdächtige"
    r"|schaffner|lotse|kurator|archivar|wähler|kandidat|sänger|enkel|neffe|schwager|gatte|hüter"
    r"|senner"
    r"|trainer|sportler|ehrenamtler|betreuer|erzieher|handwerker))(?:s|es|n|en|r|ern?|in)?"
    r"|[A-ZÄÖÜ][a-zäöüß]+(?:er|or|ist|ent|ant|log|wirt|ärzt)in)"
)
_TITLE: Final = (
    r"(?:Herrn?|Frau|Dr\.|Prof\.|Bürgermeister(?:in)?|Schwester|Pfarrer(?:in)?|Landrat|Landrätin) "
)
_SOMEONE: Final = (
    rf"(?:{NAMED}|(?<!\w){_TITLE}[A-ZÄÖÜ][\w'-]+(?: [A-ZÄÖÜ][\w'-]+){{0,2}}"
    rf"|(?:^|[.!?:;] )(?:Der|Das|Ein|Sein|Ihr) {PERSON}"
    rf"|(?:^|[.!?:;] )(?:Die|Eine) {PERSON}(?<=in))"
)
NO_MORE: Final = r"(?![\w%‰]|[.,]\d|[-–/:]\d| ?[%‰°€$£])"

AGES: Final = (
    # "Anna Berg (43)", "Anna, 43, führt", "Anna ist 43 Jahre alt".
    re.compile(
        rf"{_SOMEONE}(?:, | \()(?P<named>{OLD}){NO_MORE}"
        rf"(?=(?: Jahre(?: alt)?)?(?:\)|{ENDED}| und ))"
    ),
    # "Gerd Ohlsen, Schwimmmeister, 61, widerspricht", "Gerd Ohlsen, 61 Jahre alt".
    re.compile(
        rf"(?:{NAMED}, [^.,;:!?()\d]{{3,40}}|(?<!\w)[A-ZÄÖÜ][\w'-]+ [A-ZÄÖÜ][\w'-]+, {PERSON}), "
        rf"(?P<named>{OLD}){NO_MORE}(?=(?: Jahre(?: alt)?)?{ENDED})"
    ),
    re.compile(
        rf"{NAMED}, (?:der|die)(?: heute| erst| gerade| schon)? (?P<named>{OLD})"
        r"(?= Jahre alt(?!\w))"
    ),
    re.compile(
        rf"(?:{NAMED}) (?:ist|war|wird|wurde)(?: heute| erst| gerade)? (?P<named>{OLD}){NO_MORE}"
        rf"(?= Jahre alt(?!\w)|{ENDED}| und )"
    ),
    # "die 43-jährige Händlerin", where a contract is of so many years.
    re.compile(
        rf"(?<![\w.,])(?P<named>(?:{OLD}- (?:bis|und|oder) )?{OLD})(?=-jährige[rnms]?"
        rf" (?:[a-zäöüß-]+ ){{0,2}}"
        rf"(?:{PERSON}(?!\w)|{NAMED}|{_SURNAMED}))"
    ),
    # "Ein 10-Jähriger ertrank".
    re.compile(
        rf"(?<!\w)(?:[Ee]ine?[mnrs]?|[Dd](?:er|em|en|es)) (?:[a-zäöüß]+ )?(?P<named>{OLD})"
        r"(?=-Jährige[rnms]?(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Ee]ine?|[Dd]er|[Dd]ie|[Dd]as|[Ee]ine[mrn]|[Dd]em|[Dd]en)"
        rf" (?:[a-zäöüß]+ )?{PERSON} von (?P<named>{OLD})(?= Jahren(?!\w))"
    ),
    # "Im Alter von 43 Jahren zog sie weg", where "gehen sie" tells of many.
    re.compile(
        rf"(?<!\w)(?:[Mm]it|[Ii]m Alter von) (?P<named>{OLD})"
        rf"(?= Jahren (?!gehen|sind|haben|[a-zäöüß]+en )[a-zäöüß]+ (?:er|sie|man|{NAMED})(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)[Mm]it (?P<named>{OLD})(?= (?:darf|kann|muss) (?:man|jeder|jede|niemand)(?!\w))"
    ),
    re.compile(rf"(?<!\w)Ab (?P<named>{OLD})(?= Jahren (?![A-ZÄÖÜ]))"),
)
"""Patterns whose group `named` is somebody's age, or one that a rule names."""

AGED: Final = ()
"""The same, of what things may be called as well."""

THINGS: Final = re.compile(r"(?!)")
"""What makes an amount of an age where it stands beside it, or in the clause before."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:\w*durchschnitt\w*|mittlere[nrsm]?|(?:im|das) Schnitt|im Mittel|\w*[Mm]edian\w*"
    r"|Lebenserwartung|typisch\w*|üblich\w*)(?!\w)",
    re.IGNORECASE,
)
"""What makes a statistic of an age, anywhere in its clause."""
