"""German words that set one thing against another, beside those of rise and fall."""

from __future__ import annotations

from typing import Final

from builder.language.de.comparatives import COMPARATIVES, RATED
from builder.language.lexicon import FIGURE, by_figure

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

COMPARED: Final = (
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
    *COMPARATIVES,
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADED: Final = (
    r"(?:führ(?:t|en|te|ten))(?! (?:zu[mr]?|in (?:die|den|das|eine?n?)|an|de[nr]|die|das|einen?"
    r"|durch|nach|über)(?!\w))",
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
    r"herz(?:en)? schl\w+|schl(?:agen|ägt|ug|ugen) (?:das herz|die (?:stunde|uhr|trommel|brücke"
    r"|tür)|de[nr] (?:takt|weg"
    r"|alarm|bogen)|alarm|wellen|wurzeln)",
    r"(?:(?:lieg|lag|steh|stand|blieb|bleib|h[aä]lt)\w* (?:[\w-]+ ){0,3})?(?:hinter|vor)"
    r" (?:de[mnr] )?(?:haus|schule|tor|tür|gericht|rathaus|halle|mauer|ort|kirche"
    r"|kulissen|gitter|bahnhof|wahl|winter|sommer|ferien|termin|beginn)\w*",
    r"(?:wer|was|wohin|wo|wie|warum)(?!\w)[^.;:!?]{0,40} führ(?:t|en)",
    rf"{FIGURE} (?:[\w-]+ )?weniger(?! als (?:\w+ )?{FIGURE})",
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
