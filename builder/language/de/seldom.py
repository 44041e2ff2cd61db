"""German numbers that count nothing and seldom stand in a briefing.

What finds them is loaded where digits are left that nothing else owns: places and codes, hours of
what happens at a time, and ages of one who is told of without a name.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.ages import END, RUNS, SERVICE, WOMAN, YEARS
from builder.language.de.coded import CODED
from builder.language.de.designations import GOES_ON
from builder.language.de.nth import NTH
from builder.language.de.places import places
from builder.language.de.times import NO_MORE, PERSON, TWELVE
from builder.language.designations import OLD
from builder.language.lexicon import ENDED

NUMBERED: Final = (*CODED, *NTH)
"""Patterns whose group `named` is a designation, whatever follows."""

DESIGNATED: Final = tuple(
    places(
        "und|oder|bis",
        GOES_ON,
        "sind|waren|wurden|werden|haben|hatten|bleiben|blieben|gelten|galten|teilen|teilten|liegen"
        "|lagen|stehen|standen",
    )
)
"""The same, but before what makes an amount."""

_HOUR: Final = r"(?:1?\d|2[0-3])(?:\.[0-5]\d)?"
# What happens at a time.
_EVENTS: Final = (
    r"(?:landete|startete|begann|beginnt|öffne(?:t|te)|schließt|schloss|kam(?:en)?|komm(?:t|en)"
    r"|brach(?:en)?"
    r"|ging(?:en)?|fuhr(?:en)?|fährt|traf(?:en)?|trifft|trainier(?:t|en|te|ten)|ertönt|läutet"
    r"|klingelte"
    r"|rückte[n]? aus|starb|erwachte|stand auf|legt[e]? an|lief|läuft|hört|sieht|sendet|spielt"
    r"|bringt|zeigt)"
)

TIMES: Final = (
    re.compile(
        rf"(?<!\w)(?:Anreise|Abreise|Einlass|Beginn|Ende|Ausgabe|Annahme|Besuchszeit|Öffnung"
        rf"|Schluss)"
        rf" (?:ist |nur |täglich )?(?:ab|bis|um|gegen) (?P<named>{_HOUR})(?={ENDED})"
    ),
    # „Der Hubschrauber landete um 5.“, „die Nachrichten um 6 hört man“, „zehn vor 8“.
    re.compile(
        rf"(?<!\w){_EVENTS}(?!\w)[^.;:!?\d]{{0,50}} (?:um|gegen|kurz vor|kurz nach|bis) "
        rf"(?P<named>{TWELVE})(?={ENDED}"
        r"| (?:auf|los|weg|an|ab|aus|ein)(?=[.;:!?,]))"
    ),
    re.compile(
        rf"(?<!\w)(?:\w*[Nn]achrichten|Sendung|Zug|Bus|Fähre|Messe|Andacht|Vorstellung|Schicht) um "
        rf"(?P<named>{TWELVE})"
        r"(?= [a-zäöüß]+(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:fünf|zehn|zwanzig|viertel|Viertel|dreiviertel) (?:vor |nach )?(?P<named>"
        rf"{TWELVE})(?={ENDED}| (?:fährt|kommt|beginnt|ist|war|kam)(?!\w))"
    ),
    # „Ab 20.15 läuft der Film“.
    re.compile(
        r"(?<!\w)(?:[Aa]b|[Uu]m|[Gg]egen|[Nn]ach|[Vv]or|[Bb]is|[Ss]eit) (?P<named>(?:0\d|1[3-9]"
        r"|2[0-3])\.[0-5]\d)"
        rf"(?= {_EVENTS}(?!\w)| (?:ist|war|wurde|wird|fällt|herrscht)(?!\w))"
    ),
    # „bis 14h“, „zwischen 9 und 12 sowie 14 und 17 Uhr“.
    re.compile(
        r"(?<!\w)(?:[Bb]is|[Aa]b|[Uu]m|[Vv]on|[Vv]or|[Nn]ach|[Gg]egen) "
        r"(?P<named>(?:1?\d|2[0-4])h(?:[0-5]\d)?)(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)(?:[Zz]wischen|[Vv]on) (?P<named>{_HOUR} (?:und|bis) {_HOUR})"
        rf"(?= (?:sowie|und)(?: zwischen| von)? {_HOUR} (?:und|bis) {_HOUR} Uhr(?!\w))"
    ),
    re.compile(r"(?<!\w)[Dd](?:er|en|em) (?P<named>0\d:[0-5]\d)(?= (?:nach|von|aus|ab)(?!\w))"),
)
"""Patterns whose group `named` is a time of day."""

_DOER: Final = (
    r"(?:[A-ZÄÖÜ]?[a-zäöüß]+(?:in|ist|istin|mann|frau|ling|ent|ant|ier)|Zwillinge|Drillinge"
    r"|Botschafter|Konsul"
    r"|Arzt|Koch|Wirt|Bote|Witwe|Erbe|Sopran|Tenor|Bass|Bariton|Pate|Tante|Onkel)"
)
_AGE: Final = rf"(?P<named>{OLD})(?!\d|[.,]\d)"
_YOUTH: Final = (
    r"(?:kindern?|jugendliche[nr]?|heranwachsende[nr]?|schüler\w*|mädchen|jungen|azubis"
    r"|auszubildende[nr]?"
    r"|studierende[nr]?|menschen|personen|\w*(?:be|ein)wohner(?:innen|n)?|befragte[nr]?)"
)
_DO: Final = (
    r" (?:sind|waren|werden|wurden|dürfen|durften|können|müssen|gehen|haben|spielen|lernen)(?!\w)"
)
_LIVES: Final = (
    r"(?:leitet|leitete|ging|geht|kam|kommt|begann|beginnt|trat|tritt|wurde|wird|heiratete|zog"
    r"|zieht"
    r"|verließ|verlässt|übernahm|übernimmt|lernte|lernt|starb|stirbt|arbeitet|arbeitete|lebt|lebte"
    r"|fährt|fuhr|singt|sang|spielt|spielte|lehrt|lehrte|unterrichtet|unterrichtete|wechselt"
    r"|wechselte"
    r"|darf|durfte|schwimmt|schwamm|reitet|steht|stand|macht|machte)"
)

AGES: Final = (
    # „Verdi war 73, als er schrieb“, „Die Tierärztin, 38, führt“, „Ihr Sohn, heute 27, führt“.
    re.compile(
        rf"(?<!\w)(?!Es|Das|Dies)[A-ZÄÖÜ][\w'-]+ war (?:erst |schon )?(?P<named>{OLD})(?=, als "
        rf"(?:er|sie)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:[Dd](?:er|ie|as|em|en)|[Ee]ine?|[Ii]hr|[Ss]ein|[Mm]ein|[Uu]nser)e?[nmrs]? "
        rf"(?:[a-zäöüß]+ )?"
        rf"(?:{PERSON}|{_DOER}), (?:heute |erst |schon |damals |jetzt )?(?P<named>{OLD}){NO_MORE}"
        r"(?=(?: Jahre(?: alt)?)?,(?! (?:von denen|deren|darunter|davon)(?!\w)))"
    ),
    re.compile(
        rf"(?<!\w)(?!Meter|Liter|Wasser|Winter|Sommer|Wetter)(?:[A-ZÄÖÜ][a-zäöüß]+(?:er|in|ant|ist"
        rf"|ent|or|mann|frau|rat)|Frau"
        rf"|Herr) [A-ZÄÖÜ][\w-]+, (?P<named>{OLD}){NO_MORE}(?=,)"
    ),
    re.compile(rf"(?<!\w)[Dd](?:er|ie) {PERSON}, (?P<named>{OLD}){NO_MORE}(?=\.$|\. )"),
    re.compile(
        rf"(?<!\w)mit (?P<named>{OLD})(?= (?:wieder )?(?:frei|aus der Haft|in Rente|in "
        rf"Pension){ENDED})"
    ),
    re.compile(
        rf"(?<!\w)(?:[Dd](?:er|em|en)|[Ee]in) {PERSON} Nr\. \d+, (?P<named>{OLD}){NO_MORE}(?=,)"
    ),
    *(
        re.compile(each, re.IGNORECASE)
        for each in (
            rf"(?<!\w){_YOUTH} (?:[\wäöüß]+ ){{0,3}}(?:sind|waren|ist|war) (?:älter|jünger) als "
            rf"{_AGE}(?={ENDED})",
            rf"(?<!\w){_AGE}(?= oder (?:älter|jünger)(?!\w))",
            rf"(?<!\w)(?:der|die|das|den|dem) {_AGE}(?= Jahre alte[nr]? {WOMAN})",
            rf"(?<!\w)wer (?:(?!es )[^.;:!?,\d]{{1,30}} )?{_AGE}(?= (?:ist|wird|war|wurde"
            rf"|geworden)(?!\w))",
            rf"(?<!\w)(?:freigegeben|fsk|zugelassen|erlaubt|geeignet|empfohlen)(?: ist| erst)? ab "
            rf"{_AGE}{END}",
            rf"(?<!\w){_YOUTH} (?:von|zwischen) {_AGE} (?:bis|und) \d+(?={YEARS}(?:{ENDED}|{_DO}))",
            rf"(?<!\w){_YOUTH} (?:von|zwischen) \d+ (?:bis|und) {_AGE}(?={YEARS}(?:{ENDED}|{_DO}))",
            rf"(?<!\w)alter(?:sgruppe|sklasse)? (?:von )?{_AGE} (?:bis|und) \d+(?={ENDED})",
            rf"(?<!\w)alter(?:sgruppe|sklasse)? (?:von )?\d+ (?:bis|und) {_AGE}(?={ENDED})",
            rf"(?:^|(?<=[:;,|] )){_AGE}(?= Jahre und (?:älter|jünger|mehr|darüber)(?!\w))",
            rf"(?<!\w)(?:ich|er|sie) (?:bin|war|ist|wurde) {_AGE}"
            rf"(?=,? (?:als|und (?:er|sie|ich|habe|noch|heute))(?!\w))",
            rf"(?<!\w)(?:ich|er|sie) war \d\d und (?:er|sie|ich|ihr mann|seine frau) {_AGE}"
            rf"(?=,? als |{ENDED})",
            rf"(?<!\w)ich war {_AGE}(?=, (?:und|da|als) )",
            rf"(?<!\w)(?:hunde|katzen|pferde|kühe|tiere|kinder|jugendliche|erwachsene|gäste) ab "
            rf"{_AGE}"
            rf"(?={END[3:-1]}| (?:sind|werden|dürfen|zahlen|brauchen|müssen|können|bekommen"
            rf"|haben)(?!\w))",
            rf"(?<!\w)mit \d\d darf man [^.;:!?\d]{{1,30}}, mit {_AGE}(?= (?:ein|auch|sogar))",
            rf"(?<!\w)(?:alle|jene|die), die {_AGE}(?= (?:geworden|sind|werden|wurden)(?!\w))",
            rf"(?:^|(?<=[.!?] ))ab {_AGE}(?= (?:ist|sind) (?:ein|der|die|das|man)(?!\w))",
            rf"(?<!\w)frei ab {_AGE}(?=[,.;])",
            rf"(?:^|(?<=[.!?] ))(?:unter|ab|über) {_AGE}(?= Jahren (?:(?:ist|sind) (?:[a-zäöüß]+ )?"
            r"(?:verboten|erlaubt|untersagt|gratis|frei|kostenlos)|darf|dürfen|gilt|gelten)(?!\w))",
            rf"(?:^|(?<=[.!?:;] ))mit {_AGE}(?={YEARS} {RUNS} (?:der|die|das) (?:[a-zäöüß]+ "
            rf")?{SERVICE}(?!\w))",
            rf"(?<!\w)ich bin (?:heute |jetzt |erst |schon )?{_AGE}{END}",
            rf"(?:^|(?<=[.!?:;,] ))(?:schon |erst |noch )?mit {_AGE}(?={YEARS} {_LIVES} (?:er|sie"
            rf"|ich|man|wir|(?-i:[A-ZÄÖÜ])|die"
            rf" (?:kinder|jungen|mädchen))| werden (?:sie|kinder|die kinder)"
            r" (?:eingeschult|getauft|konfirmiert|volljährig|strafmündig|entlassen)"
            r"| wechseln (?:sie|die kinder))",
        )
    ),
)
"""Patterns whose group `named` is somebody's age."""
