"""German words that set one thing against another, beside those of rise and fall; and shares.

Comparatives: told by their form, verbreiteter, zahlreicher, erreichbarer. Shares in words:
"ein gutes Drittel", "das Drittel der Fläche"; districts are none.
Rates: what so many of something are told for, "je 1.000 Einwohner".
"""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import BASE, FIGURE, ROUND, Rate, by_figure, one_of, rate

_BECOME: Final = (
    r"(?:ist|sind|war|waren|wird|werden|wurden?|bleib(?:t|en)|blieb(?:en)?|leb(?:t|en))"
)
# "Vertreter als", where such a noun begins the sentence.
_NONE: Final = (
    r"\w*(?:treter|mieter|bieter|beiter|leiter|reiter|walter|halter|nutzer|käufer|wähler|sicherer)"
)
_FORM: Final = (
    rf"(?!{_NONE}(?!\w))\w{{2,}}(?:ig|lich|isch|sam|bar|haft|los|reich|arm|iv|ell|ant|ent|et|fern|rnt"
    r"|annt|agt|bt|cht|kt|hrt|ft)er"
)
_SPAN: Final = r"(?:Jahr|Monat|Woche|Tag|Quartal|Halbjahr|Saison|Schicht|Winter|Sommer|Semester)"
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"{_FORM} als",
    rf"{_BECOME} (?:(?:hier|dort|noch|auch|deutlich|viel|weit|nun|heute|[\w-]+) )?{_FORM}"
    rf"(?= ?[:,.;!?)–—]| \(?{FIGURE}|$)",
)
"""Alternatives that compare wherever a sentence prints figures."""

RATED: Final = (
    rf"(?:zwei|drei|vier)mal(?= (?:im|pro|je|am|in der|in jedem|jede[nrms]?) {_SPAN}(?!\w)"
    r"|,? (?:jährlich|monatlich|wöchentlich|täglich)"
    rf"|[:,]? (?:(?:am|im) )?{_DATE}(?:,| und) (?:(?:am|im) )?{_DATE})"
    rf"|(?:fünf|zehn|zwanzig) (?:vor|nach) (?={FIGURE})"
)
"""How often something is done, or was, where the days follow: „zweimal im Jahr“."""


_BE: Final = r"(?:ist|sind|war|waren|sei|seien|wäre|wären)"
_STAY: Final = r"(?:bleib(?:t|en)|blieb(?:en)?|geblieben|h(?:ä|a)lt|halten|hielt(?:en)?)"
_LIE: Final = (
    rf"(?:{_STAY}|lieg(?:t|en)|lag(?:en)?|steh(?:t|en)|(?<!der )(?<!den )(?<!dem )stand(?:en)?"
    rf"|beweg(?:t|en) sich|{_BE})"
)
_FEW: Final = rf"(?:(?:[\w-]+|{FIGURE}) ){{0,4}}"
_STILL: Final = (
    r"(?:(?:weit|weiter|weiterhin|immer|noch|deutlich|knapp|klar|damit|aber|leicht|stets) )"
)
_ENDING: Final = r"(?:e[mnrs]?)?"
_MARK: Final = (
    r"\w*(?:durchschnitt|mittel|schnitt|median|grenzwert|richtwert|sollwert|wert|ziel|norm|schwelle"
    r"|niveau|vorjahr|stand|vorgabe|marke|grenze|quote)\w*"
)
_ENDS: Final = r"(?=[,.;:!?)]|$)"
_SIZED: Final = (
    r"(?:billig|teuer|klein|groß|wenig|viel|gering|niedrig|hoch|günstig|bescheiden|langsam|schnell"
    r"|kurz|lang|selten|arm|reich)"
)
_ORDINAL: Final = r"(?:erste|zweite|dritte|vierte|letzte|vorletzte)[nr]"

# These compare only from one figure to another: a law lengthens a term, a road shortens a way.
_LED: Final = (
    r"(?:verkürz(?:t|te|ten)|verlänger(?:t|te|ten)|mehrten?|vermehr(?:t|te|ten)|bröckel(?:t|te|ten)"
    rf"|\w*schwund)(?=[^.,;:!?]{{0,30}}(?<!\w)von (?:\w+ ){{0,2}}{FIGURE}"
    rf"[^.,;:!?{FIGURE}]{{0,40}} auf (?:\w+ ){{0,2}}{FIGURE})"
)

COMPARED: Final = (
    _LED,
    rf"(?:schl(?:agen|ägt|ug|ugen)|geschlagen)(?= (?:(?:de[nr]|die|das|alle|jede\w*|ihre\w*)(?!\w)"
    rf"|{FIGURE}))",
    rf"(?:{_STAY}|{_BE}|lieg(?:t|en)|lag(?:en)?) {_STILL}{{0,2}}(?:über|unter)(?= (?:(?:de[mnr]"
    rf"|ihre[mr]"
    rf"|seine[mr]) )?(?:[\w-]+ )?"
    rf"(?:{FIGURE}|{_MARK}))",
    rf"{_STAY} {_FEW}(?:vor|hinter)(?= (?:de[mnr]|ihre[mr]|seine[mr])(?!\w))",
    rf"(?:lieg(?:t|en)|lag(?:en)?|steh(?:t|en)|stand(?:en)?|{_STAY}) {_FEW}(?:vorn|vorne|hinten)",
    r"(?:geh(?:t|en)|ging(?:en)?) (?:es )?(?:[\w-]+ ){0,3}(?:aufwärts|abwärts|bergauf|bergab)",
    r"(?:hol(?:t|te|en|ten))(?=[^.!?]* auf(?: ?[.,;:!?]|$| und(?!\w)))|aufgeholt|aufholen",
    r"(?:zieh(?:t|en)|zog(?:en)?)(?=[^.!?]* (?:davon|vorbei|gleich)(?: ?[.,;:!?]|$| und(?!\w)))"
    r"|davongezogen",
    r"(?:wärm|kühl|kält|heiß|früh|spät|tief|breit|näh|voll|leer|knapp|wichtig|dicht|laut|leis|ält|jüng"
    r"|schwer|leicht|stärk|schwäch|schnell|langsam|trocken|nass|sauber|weit|eng|kürz|läng)er als",
    rf"(?:über|unter)schr(?:eit(?:et|en)|itt(?:en)?)(?=[^.;:!?]{{0,40}}{FIGURE})"
    rf"|erreich(?:t|te|ten|en)(?= (?:[\w-]+ ){{0,2}}{FIGURE} (?:[\w-]+ )?nicht(?!\w))",
    rf"(?<={FIGURE}, )(?:(?:weit|deutlich|klar|knapp) )?(?!unter (?:ihnen|denen|diesen|anderem) "
    rf"|über die )(?:über"
    rf"|unter)(?= [^.,;:!?]{{0,30}}{FIGURE})",
    r"neue[nrs]? (?:höchst|tiefst)(?:stand|wert)\w*",
    r"(?:nirgend\w+|keine?[mnrs]?|nie|niemand)(?=[^.;:!?]{0,40} so (?:viele?|wenige?|hoch"
    r"|oft)(?!\w))",
    r"die (?:meisten|wenigsten)",
    r"am (?:meisten|wenigsten|häufigsten|seltensten|besten|schlechtesten|schlimmsten|beliebtesten"
    r"|ehesten|weitesten|öftesten|dichtesten)",
    r"(?<!oder )(?<!nicht )(?<!nichts )(?<!nicht viel )weniger",
    r"immer (?:mehr|(?!wieder|aber|hier|über|unter|hinter|oder|der|dieser|einer|jeder|vor|nur)"
    r"\w{2,}er)(?! (?:noch|als))",
    rf"(?:(?:genau|eben)?so|gleich) (?:viele?|wenige?|{_SIZED}|oft|häufig|warm|heiß|alt|stark)"
    rf"(?= (?:[\w-]+ ){{0,3}}wie (?!möglich|nie|nötig))",
    r"(?:ebenso|genauso|gleich) (?:viele?|wenige?|hoch)(?! hoch)",
    rf"identisch mit|gleichauf|deckungsgleich|(?:{_BE}|{_STAY}) gleich(?= {FIGURE})",
    r"(?:am )?(?:wärmst|kältest|kühlst|heißest|trockenst|nassest|beliebtest|häufigst"
    r"|seltenst)e[nrms]?",
    rf"{_BE} (?:\w+ )?(?:beliebt|häufig|selten|dicht|weit|eng|gut|schlecht|schlimm|oft)er{_ENDING}",
    rf"(?:besser|schlechter|schlimmer|seltener|häufiger|beliebter){_ENDING}(?= als|[,.;:!?)]|$)",
    r"rekord(?!e?(?:buch|bücher|halter))\w*",
    rf"(?:schlechteste|schlimmste|beste)[mnrs]?(?=[,;:!?)]|\.|$| (?:{FIGURE}|\w*(?:jahr|monat|woche"
    r"|tag|wert|ergebnis|quartal|quote|rate|saison|zahl|stand)\w*|von|seit|war|ist|waren"
    r"|sind)(?!\w))",
    rf"(?:wieder|zurück){by_figure('bei|auf|über|unter', 12)}",
    r"(?:stabil|unverändert|konstant|gleichbleibend)(?= (?:bei|auf|hoch|niedrig)(?!\w))",
    rf"{_LIE} {_FEW}(?:stabil|unverändert|konstant|gleich)(?=[,.;:!?)]|$| (?:bei|auf|mit"
    rf"|und)(?!\w))",
    r"(?<!\w)(?:stagnier(?:t|te|ten|en)|verharr(?:t|te|ten|en)|gleich ?geblieben)",
    r"(?:trend|tendenz|kurve)(?=[^.;:!?]{0,30} (?:nach (?:oben|unten)|aufwärts|abwärts|fallend"
    r"|steigend)(?!\w))",
    r"(?:auf|ab)wärtstrends?|rückläufig\w*|(?:auf|im) (?:de[mn] )?(?:vormarsch|rückzug|sinkflug)",
    rf"{_SIZED} (?:neben|gegen|gegenüber|verglichen mit|im vergleich (?:zu[mr]?|mit))",
    rf"(?:auf|an|beleg\w+|erreich\w+) (?:de[nmr] )?{_ORDINAL} (?:platz|rang|stelle)",
    r"(?:platz|rang) (?:eins|zwei|drei|\ufffc)",
    r"schlusslichte?r?|spitzenreiter\w*|ihresgleichen",
    rf"(?<=auf {FIGURE} )(?:(?:zusammen)?ge(?:kürzt|strichen|stutzt)|(?:ab|aus)gebaut|aufgestockt)",
    rf"(?<=auf {FIGURE} )(?:verbessert|verschlechtert)",
    r"(?:besser|schlechter) (?:ab|aus|da|weg) als|gleich (?:stark|gut) vertreten",
    rf"(?:lieg(?:t|en)|lag(?:en)?|führ(?:t|en|te|ten)|rangier(?:t|en|te|ten))(?= (?:[\w-]+ ){{0,3}}"
    rf"mit {FIGURE} (?:[\w-]+ )?(?:vor|hinter) [^.,;:!?]{{0,40}}{FIGURE})",
    *COMPARATIVES,
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADED: Final = (
    r"(?:führ(?:t|en|te|ten))(?! (?:(?:am \w+sten|oft|selten|meist|häufig|immer) )?"
    r"(?:zu[mr]?|in (?:die|den|das|eine?n?)|an|de[nr]|die|das|einen?|durch|nach|über)(?!\w))",
    r"schl(?:agen|ägt|ug|ugen)(?! (?:vor|zu|ein|auf|um)(?!\w))",
    rf"(?:lieg(?:t|en)|lag(?:en)?) {_FEW}(?:vor|hinter)",
    r"vorn|vorne|hinten|voraus",
    r"(?:^|(?<=[,:;] )|(?<=und ))mehr (?!als|infos?|informationen|dazu)[\w-]+",
    rf"(?<!nicht )(?<!keine )(?<!kein )(?<!nie )(?<!und )(?<!oder )mehr{_ENDS}",
    rf"(?:besser|schlechter|schlimmer){_ENDING}",
    r"(?:f(?:äll|all|iel)|klettern?|sack|stürz|spring|sprang)(?:t|en)?"
    r"(?=[,;:.!?)]|$| (?:und|während|aber|weiter|wieder|zurück)(?!\w))",
)
"""Alternatives that compare in a title over figures, where in prose they need not."""

UNCOMPARED: Final = (
    r"zum (?:größeren|kleineren|größten|besseren) Teil|Sonne (?:steigt|stieg|sinkt|sank)"
    r"|(?:Auf|An)stieg (?:zu[mr]|auf (?:den|die)) (?:Gipfel|Hütte|Pass|Turm|Berg|Alm|Burg)"
    r"|mehr als (?:Worte|eine? (?:Fußnote|Wort|Geste|Symbol|Name|Randnotiz))",
    r"herz(?:en)? schl\w+|schl(?:agen|ägt|ug|ugen) (?:das herz|die (?:stunde|uhr|trommel|brücke"
    r"|tür)|de[nr] (?:takt|weg"
    r"|alarm|bogen)|alarm|wellen|wurzeln)",
    r"(?:(?:lieg|lag|steh|stand|blieb|bleib|h[aä]lt)\w* (?:[\w-]+ ){0,3})?(?:hinter|vor)"
    r" (?:de[mnr] )?(?:haus|schule|tor|tür|gericht|rathaus|halle|mauer|ort|kirche"
    r"|kulissen|gitter|bahnhof|wahl|winter|sommer|ferien|termin|beginn)\w*",
    r"(?:wer|was|wohin|wo|wie|warum)(?!\w)[^.;:!?]{0,40} führ(?:t|en)",
    rf"(?<!mit ){FIGURE} (?:[\w-]+ )?weniger(?! als (?:\w+ )?{FIGURE})",
    r"nicht (?:mehr|weniger) (?:[\w-]+ )?als|(?:mehr oder|nicht|nichts|nicht viel) weniger"
    r"|weniger (?:als je|wichtig|bekannt)",
    r"am besten (?:[\w-]+ )?(?:man|sie|wir|gleich|vorher)",
    r"(?:besser gesagt|oder besser|umso besser|besser so|bessere hälfte)",
    # "geht auf den Unterricht zurück", not "auf den Stand von 2010 zurück"; "um mehr geht als um".
    r"(?:geh(?:t|en)|ging(?:en)?|zurückgeh\w+) (?:[\w-]+ ){0,3}?auf (?:(?:de[nrm]|das|die"
    r"|eine?[nmr]?|unsere?[nms]?|ihre?[nms]?|seine?[nms]?) )?"
    r"(?!stand|niveau|wert|hälfte|drittel|viertel)"
    r"[^.,;:!?\d\ufffc]{2,60} zurück",
    r"um mehr (?:geht|ging|gehen|gehe) als|geh(?:t|en) (?:es )?(?:[\w-]+ )?um"
    r" (?:viel |weit )?mehr als(?= (?:um|nur|bloß|eine?n?|die|den|das)(?!\w))",
    r"im (?:aller)?(?:besten|schlechtesten|schlimmsten) (?:fall\w*|sinne)|bestenfalls",
    r"(?:auf|an) (?:de[nmr] )?(?:erste|zweite)[nr] (?:blick|linie)|an (?:erster"
    r"|letzter) stelle steh\w+ (?:die frage|der mensch)",
    r"(?:trotz|vor|in)? ?bester? (?:lage|absicht|freund|qualität|laune)\w*",
    r"(?:zum|im) gleichen|zugleich",
    RATED,
)
"""Idioms in which such words compare nothing."""

NOUNS: Final = (
    r"rekord\w*|höchst(?:wert|stand)|tiefst(?:wert|stand)|spitzenwert|maximum|minimum|trend|tendenz|kurve|schlusslichte?r?|spitzenreiter\w*|(?:auf|ab)wärtstrends?|platz"
    r"|rang|(?:ziel|vorgabe|zielwert|abstand|unterschied|differenz|lücke|löwenanteil)(?!\w)"
    r"|haupt(?:quelle|zahler|abnehmer|lieferant|ursache|kunde|käufer|verbraucher|geldgeber|anteil)"
)
"""Those of them that are nouns, and capitalised as such."""


PARTS: Final = {
    word: n
    for n, word in enumerate(
        word_list("Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel"), 3
    )
} | {
    "Zwölftel": 12,
    "Fünfzehntel": 15,
    "Zwanzigstel": 20,
    "Dreißigstel": 30,
    "Fünfzigstel": 50,
    "Hundertstel": 100,
    "Tausendstel": 1000,
}

JOINED: Final = {"zweidrittel": (2, 3), "dreiviertel": (3, 4), "vierfünftel": (4, 5)}
"""Shares that are written as one word, by what they come to."""

_ALL: Final = one_of(" ".join(PARTS))
_BUT_VIERTEL: Final = one_of(" ".join(word for word in PARTS if word != "Viertel"))
_DECLINED: Final = r"e[mnrs]?"
_AN: Final = rf"ein(?:{_DECLINED})?"
_PART_SIZED: Final = (
    rf"(?:gut|knapp|weiter|voll|schwach|stark|klein|groß|ganz|schlapp|ander)(?:{_DECLINED})"
)
_LEFT: Final = r"(?:restliche|übrige|verbleibende|verbliebene|fehlende|andere)[mnrs]?"
_ARTICLE: Final = r"(?:das|dem|des|im|vom|zum|beim|am|ans|ins)"
# The whole: a district has no quantity behind it, nor before it.
_PLACE: Final = (
    r"(?:(?:\w+ )?(?:(?:alt|neu|innen|haupt|groß|klein|vor)?stadt|gemeinde|metropole|kommune"
    r"|siedlung|insel)|(?:reichen|armen|künstler|handwerker|studenten|händler|bahn\w*)(?!\w))"
)
_OF: Final = (
    r"(?: (?:der|des|aller|all|davon|von|vom|seiner|ihrer|unserer|dieser|jener|dessen|deren)"
    r"(?!\w))"
)
_WHOLE: Final = rf"(?={_OF}(?! {_PLACE}))"
_MEASURES: Final = "entspricht|entsprechen|entsprach|rund|etwa|knapp|fast"
_MEASURED: Final = "|".join(
    f"(?<={each} {article} )" for each in _MEASURES.split("|") for article in ("das", "dem")
)
_AMOUNT: Final = one_of(
    "Menge Zahl Anzahl Fläche Summe Höhe Länge Größe Zeit Dauer Wert Betrag Last Leistung Strecke"
    " Breite Kosten Preise Dosis"
)

SAID: Final = (
    rf"{_AN} {_PART_SIZED} {_BUT_VIERTEL}[ns]?",
    rf"{_AN} knappe[mns]? Viertels?|{_AN} {_PART_SIZED} Viertels?{_WHOLE}",
    rf"{_ARTICLE} {_LEFT} (?:{_BUT_VIERTEL}[ns]?|Viertels?{_WHOLE})",
    rf"{_ARTICLE} {_BUT_VIERTEL}s?{_WHOLE}",
    rf"(?:{_MEASURED})Viertels?{_WHOLE}",
    rf"{one_of(' '.join(JOINED))}(?! (?:vor|nach|acht|voll|leer)(?!\w))",
    rf"(?:doppelt|(?:drei|vier|fünf|zehn)fach){_DECLINED} {_AMOUNT}(?!\w)",
)
"""Shares of a whole with the definite article, such as are said to be small or large, and what is
written as one word.
"""


_BASE: Final = (
    rf"(?P<base>{ROUND}(?: (?:Tausend|Tsd\.|Millionen|Mio\.))?"
    r"|(?:zehn|hundert|ein)?(?:hundert|tausend)|(?:einer |eine )?Million)"
)
# What rates are told for: "je 1.000 Einwohner"; "je 1.000 Euro" is for each.
_TOLD_OF: Final = (
    r"(?= (?:[a-zäöüß]+[en] )?\w*(?:einwohner|kopf|köpfe|person|mensch|haushalt|beschäftigte"
    r"|erwerbs|kind|geburt|geborene|fahrzeug|fahrten|kilometer|km|hektar|ha(?!\w)|liter|gramm|frau"
    r"|männer|schüler|jugendliche|stelle|bewerb|bett|plätze|fäll|wohnung|betrieb|patient|versicherte"
    r"|mitglied|studierende|azubi|auszubildende|lebend|todes|pkw|auto|bewohner|bürger))"
)
_MONEY: Final = r"(?! (?:Euro|Dollar|Franken|€))"
# "mit je 100 Betten", "haben je 100 Betten": each has so many.
_EACH: Final = (
    r"(?<!\w)(?:mit|von|zu|in|aus|für|um|auf|und|mindestens|haben|hatten|hat"
    r"|hatte|sind|waren|gibt|gab|zähl\w+|fass\w+|biet\w+|bot(?:en)?|umfass\w+|erhiel\w+"
    r"|erhalt\w+|bekam\w*|bekomm\w+|nahm\w*|nehm\w+|bau\w+|kauf\w+|kam\w*|komm\w+)"
)
# "pflanzten 12 Höfe je 1.000 Bäume": what is done to so many, by each.
_DONE: Final = (
    r"(?<!\w)(?:haben|hatten|hat|hatte|besitz\w+|besaß\w*|umfass\w+|erhiel\w+|erhalt\w+|bekam\w*"
    r"|bekomm\w+|(?:ge)?(?:pflanz|setz|kauf|verkauf|liefer|ernte|erzeug|pfleg|bewirtschaft|halt"
    r"|bau|zahl|spende|schnitt|schneid|rode|fäll|stell|biet|verlor|verlier|züchte|führ|hielt|nutz"
    r"|lager|fass)\w*)(?!\w)"
)
_NAME: Final = (
    r"(?!(?:mit|von|zu|in|aus|für|um|auf|und|bei|nach|über|unter|durch|gegen|an|vor|mindestens"
    r"|etwa|rund) )(?-i:[A-ZÄÖÜ])[\w-]+"
)
_ON_AVERAGE: Final = rf"(?<!\w)(?:im (?:schnitt|mittel)|durchschnittlich)(?!\w)[^.;:!?]*{FIGURE}"
_JOINED: Final = rf"je(?:weils)? {ROUND} [\w²-]+(?:,| und| oder| sowie) je(?:weils)?"

RATES: Final[tuple[Rate, ...]] = (
    rate(rf"(?<!\w)pro {_BASE}(?!\w){_MONEY}"),
    rate(rf"(?<!\w)je(?:weils)? {_BASE}{_TOLD_OF}", unless=rf"{_EACH} je(?:weils)? {BASE}"),
    rate(rf"(?<!\w){_JOINED} {_BASE}{_TOLD_OF}", unless=rf"{_EACH} {_JOINED} {BASE}"),
    # Of anything, behind a figure or in a label: "# je 1.000 Bäume", "Käuze je 1.000 Bäume".
    rate(
        rf"(?<!\w)je {_BASE}(?!\w){_MONEY}(?= (?:[a-zäöüß]+[en] )?{_NAME})",
        needs=rf"{FIGURE}(?: {_NAME})? (?:{_JOINED}|je) {BASE}"
        rf"|^\W*(?:[a-zäöüß]+[en] )?{_NAME} (?:{_JOINED}|je) {BASE}|^\W*je {BASE}",
        unless=rf"{_DONE}[^;:!?]* je {BASE}|{BASE}[^;:!?]*{_DONE}",
    ),
    rate(rf"(?<!\w)auf(?: je)? {_BASE}(?: {_NAME})?(?: und {_NAME})? (?=ge|um)(?:um)?gerechnet"),
    rate(rf"(?:^|(?<=[.!?;:] ))von {_BASE} (?:[a-zäöüß]+en )?{_NAME}", needs=_ON_AVERAGE),
    rate(
        rf"(?<!\w)auf(?: je)? {_BASE}{_TOLD_OF}",
        needs=r"(?<!\w)(?:komm(?:en|t)|kam(?:en)?|entf(?:allen|ällt|iel(?:en)?))(?!\w)",
    ),
)
