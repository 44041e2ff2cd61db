"""German words by which an amount is a year's, and years that stand bare in a clause.

"Der Betrag von 2016"; "kosteten 2024 viel Geld": in the middle of a clause a number counts where
what it counts follows ("verlor 2023 Bäder"). Before a quantifier, "an" of "von 2027 an", a
participle or an adverb it does not, unless the verb takes an amount ("zählte 2023") or nobody else
is named who does it ("Davon haben 2023 bestanden").
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.beside import NOUN
from builder.language.de.turns import TURNS
from builder.language.years.rule import one_of
from builder.language.years.turns import FIGURE

# Not "ein Betrag von 2016", nor "der Preis von 2023", der so hoch sein kann.
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:der|die|das|dem|den|des) (?:\w*(?:beträge|betrag|wert|anstieg|rückgang|zuwachs"
    r"|defizit|überschuss|tarif|aufwand|umsatz)(?:e?s|e|en)?) von $"
    r"|(?<!\w)(?:denen|derer|dem|der|jene[mnrs]?) von $",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"(?<!\w)über $", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" ?(?:$|[.,;:!?…)](?! ?\d))| (?:ist|war|sind|waren|hat|hatte|haben|wird|wurde|werden|wurden"
    r"|fehlt|fehlte|fehlen|stammt|stimmt|dient|zeigt"
    r"|bleibt|blieb|bleiben|blieben|liegt|lag|gilt|galt|beruht|soll|kann|muss|und|oder|aber)(?!\w)"
)
_SINCE: Final = re.compile(r"(?<!\w)(?:seit|ab) $", re.IGNORECASE)
_MORE: Final = re.compile(r" (?:mehr|weniger)(?= ?[.,;:!?]|$)")
_IN_FORCE: Final = re.compile(r" in Kraft(?!\w)")
# "vor der Verordnung von 1977 gebaute Häuser", but "das Gesetz von 1977 Seiten".
_ENACTED: Final = re.compile(
    r"(?<!\w)(?:der|des|dem|das|die) (?:[\w-]+ )?\w*(?:gesetz(?:es)?|ordnung|novelle|reform"
    r"|richtlinie"
    r"|norm|abkommens?|beschluss(?:es)?|vertrag(?:s|es)?) von $",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r" [A-ZÄÖÜ]")
_FOR: Final = re.compile(r"(?<!\w)für $", re.IGNORECASE)
_FORESEEN: Final = re.compile(
    r" (?:prognostiziert|geplant|erwartet|vorgesehen|veranschlagt|geschätzt|angekündigt)\w*(?!\w)"
)


# "Allein 2025 kamen # hinzu"; "bis 2030 mehr Geld nötig".
_ALONE: Final = re.compile(r"(?:^|[.!?:;] )Allein $")
_DID: Final = re.compile(rf" [a-zäöüß]+(?:en|t|te) (?:[a-zäöüß]+ ){{0,2}}{FIGURE}")


# "Die erste wurde 1858 eröffnet, die jüngste 2023"; "stammt von 1911, die neueste von 2019".
_LATEST: Final = re.compile(
    rf"(?:(?<!\d)(?:1[5-9]|20)\d\d (?:{TURNS.made}|{TURNS.founded})"
    r"|(?<!\w)(?:von|aus|seit) (?:1[5-9]|20)\d\d),(?: und| aber)? (?:der|die|das)"
    r" (?:[a-zäöüß]+ste|letzte|zweite|dritte|andere)[nrs]?(?: von| aus)? $",
    re.IGNORECASE,
)


def is_dated(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "der Betrag von 2016 war", "über 2016–2024," or "für 2030 erwartet".

    "Seit 2025 mehr" is a year's as well, and "2024 in Kraft".
    """
    if _SINCE.search(left) and _MORE.match(right):
        return True
    if _LATEST.search(left) and _GOES_ON.match(right):
        return True
    if _ALONE.search(left) and _DID.match(right):
        return True
    if _IN_FORCE.match(right) or (_ENACTED.search(left) and not _COUNTED.match(right)):
        return True
    if _FOR.search(left) and _FORESEEN.match(right):
        return True
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    return bool(dated) and bool(_GOES_ON.match(right))


_PREPOSITIONS: Final = (
    r"(?:um|auf|an|mit|aus|bei|unter|über|für|je|pro|gegen|etwa|rund|ca\.|circa|fast|knapp|gut|nur"
    r"|bis zu|mindestens|höchstens|wenigstens|genau|als|von|die|der|das|den|dem|diese[nr]?|allein"
    r"|insgesamt|weitere[n]?|davon|darunter|lediglich|ganze|andere[n]?)"
)
_AFTER_VERB: Final = re.compile(
    rf"(?<!\w)(?!{_PREPOSITIONS} $)[a-zäöüß]+ $|{NOUN} $|[)\ufffb\ufffc] $"
)
# Behind digits a number or a quantifier counts what follows, so that these count nothing.
_QUANTIFIED: Final = re.compile(
    r" (?:(?:besonders|sehr|ungewöhnlich|zu|so|nur|noch|nicht|auch|wieder|recht|ziemlich) )?"
    r"(?:viel(?:e[nmrs]?)?|wenige?[nmrs]?|einige[nrms]?|mehrere[nr]?|zahlreiche[nr]?|manche[nrms]?"
    r"|etliche[nr]?|sämtliche[nr]?|alle[nrms]?|kein(?:e[nmrs]?)?|etwas|nichts|niemand(?:en)?"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|eine[nmrs]?|ein)(?!\w)"
    r"(?! (?:mehr|weniger|davon|von ihnen)(?!\w))"
)
# "von 2027 an gesperrt", but "von 2027 an Schulen" and "von 2027 an der Küste".
_FROM: Final = re.compile(r"(?<!\w)von $", re.IGNORECASE)
_ON: Final = re.compile(
    r" an(?=$| ?[.,;:!?)]| (?!d(?:er|en|em|as|ie)(?!\w)|eine?[mnr]?(?!\w)"
    r"|[a-zäöüß]+e[nrm] [A-ZÄÖÜ])[a-zäöüß])"
)
# "Vom Bedarf 2019 zu dem von 2024", "der Zuschussbedarf 2024 lag".
_THAT_OF: Final = re.compile(
    r" (?:zu|gegen|gegenüber|und|statt) (?:de[mnr]|denen|jene[mnr]?) von \d"
)
_AMOUNTING: Final = (
    r"(?:\w*(?:zähl|kost|fass|wieg|wog|mess|maß|miss|umfass|betrug|beträg|betrag|erreich)\w*"
    r"|verlor(?:en)?|verlier\w*|gewann(?:en)?|gab|gibt|hat|hatten?|haben|waren|sind"
    r"|bekam(?:en)?|erhielt(?:en)?|braucht\w*|brauchen|verlangt\w*|bezahlte?n?|zahl(?:t|te|en|ten)"
    r"|biete[tn]|bot(?:en)?|benötig\w*|nennt|nannte|ist|es|macht\w*|machen)"
)
_AMOUNT_BEFORE: Final = re.compile(rf"(?<!\w){_AMOUNTING} $", re.IGNORECASE)
_NO_VERB: Final = (
    r"(?!(?:von|in|an|den|denn|dann|wenn|wann|schon|nun|zwischen|neben|gegen|wegen|ohnehin"
    r"|(?:ein|kein|mein|sein|unser|ihr|dies|all|viel|ander|jed|weiter)(?:en)?) $)"
)
# Somebody is named who does it: by an article or a pronoun, or as a noun, before a verb.
_CLAUSE: Final = r"(?:^|[.!?:;,–—] (?:und |aber |denn |doch )?|(?<!\w)und )[\"“„«(]*"
_THEY_DO: Final = re.compile(
    rf"{_CLAUSE}(?:die|diese|beide|alle|unsere|ihre|seine|viele|mehrere|einige|manche|zahlreiche"
    rf"|wir"
    rf"|sie)(?!\w)(?:[^.,;:!?\d]*)? {_NO_VERB}[a-zäöüß]+n $",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r" ?(?:$|[.,;:!?…)](?! ?\d))| (?:in|im|an|am|auf|aus|bei|beim|mit|nach|von|vom|vor|zu|zum|zur"
    r"|für|über|unter|um|durch|gegen|ohne|wegen|trotz|während|und|aber|oder|sich|erneut|kaum"
    r"|nicht|nie|erst|noch|schon|wieder|erstmals|früher|später|weiter|weiterhin|stark|deutlich"
    r"|leicht|kräftig|spürbar|erheblich|häufig|oft|selten|länger|schneller|langsamer|besser"
    r"|schlechter|höher|niedriger|zunächst|dann|auch|nur|so|wie|als|vollständig|ganz|teilweise"
    r"|endgültig|dauerhaft|vorübergehend|immer|dort|hier|ab|ein|zurück|aus|auf)(?!\w)"
    r"|(?: [a-zäöüß]+){1,4}(?=$| ?[.,;:!?)])"
)
# "Wir haben 2014 darauf hingewiesen", "Die Bäder haben 2024 wieder geöffnet".
_PERFECT: Final = re.compile(r"(?<!\w)(?:haben|hatten|sind|waren|wurden|hat|hatte) $")
_DONE: Final = re.compile(
    r"(?! (?:ge|er)(?:zählt|fasst|reicht|messen))(?: [a-zäöüß]+){0,3} (?!gezählt|erfasst|erreicht"
    r"|registriert|verkauft|gekauft|verloren|gewonnen|gemessen|gekostet|anwesend)"
    r"(?:ge|be|ver|er|ent|zer|\w+ge)?[a-zäöüß]{2,}(?:t|en)(?: worden)?(?= ?[.,;:!?)]|$)"
)

# What runs from one amount to another, anywhere in the clause before "von 2011 bis 2020"; what
# changes does so "von 2000 auf 2050".
_CHANGES: Final = re.compile(
    r"(?<!\w)(?:(?:ge|an|ab|zu)?(?:stieg|steig|sank|sink|sunk|wuchs|wachs|wächs|fiel|fällt|fallen"
    r"|kletter|schrumpf|senk|nahm|nimm|nehm|nommen)\w*|(?:erhöh|verringer|reduzier|verlänger"
    r"|verkürz)\w*)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(
    r"(?<!\w)(?:(?:reich|schwank|variier|beträg|betrag|betrug|kostet|(?-i:kosten)|wieg|wog|miss|maß"
    r"|mess|umfass|zähl)\w*|beweg(?:en?|t|ten?) sich|liegt|liegen|lag|lagen)(?!\w)[^.;:!?]*$"
    r"|(?<!\w)(?:Bereich\w*|Spanne|Preise[ns]?|Werten?|Mengen|Längen|Höhen"
    r"|Gewichte[ns]?)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)


def spanned(left: str, between: str) -> bool:
    """Return whether it is "von 2011 bis 2020", with no word before that runs between amounts."""
    if not _FROM.search(left):
        return False
    if _CHANGES.search(left):
        return between == " bis "
    return not _AMOUNTS.search(left)


def is_plain(left: str, right: str) -> bool:
    """Return whether a quantifier follows, or "an", or it is the need of a year."""
    if _FROM.search(left) and _ON.match(right):
        return True
    if _QUANTIFIED.match(right) and _AFTER_VERB.search(left):
        return True
    return bool(_THAT_OF.match(right) and _AFTER_VERB.search(left))


def is_bare(left: str, right: str) -> bool:
    """Return whether it stands between a verb and what is no noun, as somebody does something."""
    if _PERFECT.search(left) and _THEY_DO.search(left) and _DONE.match(right):
        return True
    if _AMOUNT_BEFORE.search(left) or (_TAKING.search(left) and _ENDS.match(right)):
        return False
    return bool(_THEY_DO.search(left)) and bool(_LOOSE.match(right))


VERBS_OF_MANY: Final = one_of(
    "wurden waren kamen gingen haben hatten sind werden starben blieben fielen lagen standen fehlen"
    " fehlten leben lebten arbeiten arbeiteten konnten können sollen wollen müssen durften"
)
_ENDS: Final = re.compile(r" ?$|[,.;:!?…)](?!\d)| (?:und|oder|aber|doch|sowie)(?!\w)")
# What is had, lost, paid or reached by so many: "verkauften 2024.", "das 2024 kostete".
_TAKERS: Final = (
    r"(?:zähl|kost|fass|umfass|beträg|betrag|erreich|verkauf|kauf|bezahl|verlang|benötig|brauch"
    r"|gewann|gewinn|verlor|verlier|bekam|erhielt|erhalt|leg)(?:e?t|e?n|e?ten?|s)?"
    r"|wiegt|wog(?:en)?|misst|maß(?:en)?|betrug(?:en)?|haben|hatten?|hat|sind|waren|waren es|gab"
)
_TAKING: Final = re.compile(rf"(?<!\w)(?:{_TAKERS}) $|(?:zahl|summe) der [^.,;:!?]+: $", re.I)
_COST: Final = re.compile(
    rf" (?:{_TAKERS}|anwesend|angemeldet|gezählt|belegt)(?=[.,;:!?)]|$)|, (?:davon|darunter) "
)
_AND_MANY: Final = re.compile(r"(?<!\w)(?:und|oder) $")
_OTHER: Final = re.compile(
    r"(?<!\w)(?<![\ufffb\ufffc] )(?:von|bis auf) $|, (?:und |aber )?(?:der|die|das) \w+ $",
    re.IGNORECASE,
)
# "Es gingen 2023 verloren", "Davon haben sich 2023 angemeldet": who did it is nowhere else.
_SO_MANY: Final = re.compile(
    r"(?:^|[.!?:;,–—„»(] ?|(?<!\w)und )(?:Es|Davon|Darunter|Von (?:ihnen|denen|den \w+)|Sie|Wir)"
    r" (?:[a-zäöüß]+n|sind)(?: sich)? $"
)


def takes_amount(left: str, right: str) -> bool:
    """Return whether a verb before or behind takes digits for how many, or nobody else does it."""
    if _SO_MANY.search(left) or _COST.match(right) or _OTHER.search(left):
        return True
    if _AND_MANY.search(left) and re.match(rf" {VERBS_OF_MANY}(?!\w)", right):
        return True
    return bool(_TAKING.search(left) and _ENDS.match(right))
