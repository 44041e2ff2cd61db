"""German words of more and less, of goals, and of shares without a number."""

from __future__ import annotations

from typing import Final

from builder.language.de.verbs import FALLS, RISES
from builder.language.leading import Graded, Leading
from builder.language.sides import Sides

_LIES: Final = (
    r"(?:lieg(?:t|en)|lag(?:en)?|bleib(?:t|en)|blieb(?:en)?|rangier(?:t|en)|steh(?:t|en))"
)
_FAR: Final = r"(?: (?:klar|deutlich|weit|noch|knapp))?"

SIDES: Final = Sides(
    gives=r"es (?:gibt|gab|sind|waren|kommen|kamen)|wir (?:haben|hatten)",
    hardly=r"kaum noch|fast keine|nur noch wenige|nur wenige",
    nowise=r"keineswegs|keinesfalls|mitnichten|nicht",
    denied=r"nicht|keineswegs|keinesfalls|mitnichten|nie",
    higher=r"höher|mehr|öfter|häufiger|(?:doppelt|[^\W\d_]+mal) so [^\W\d_]+",
    lower=r"niedriger|geringer|tiefer|weniger|seltener|halb so [^\W\d_]+",
    dearer=r"teurer|kostspieliger",
    cheaper=r"billiger|günstiger|preiswerter|preisgünstiger",
    longer=r"länger|langsamer",
    shorter=r"kürzer|schneller",
    spans=r"(?:sekunde|minute|stunde|tag|woche|monat|jahr)e?n?|min\.?|std\.?|sek\.?|s|h",
    costliest=r"(?:teuer|kostspielig)ste[nmrs]?",
    cheapest=r"(?:billig|(?:preis)?günstig|preiswerte)ste[nmrs]?",
    slowest=r"(?:läng|langsam)ste[nmrs]?",
    quickest=r"(?:kürze|schnell)ste[nmrs]?",
    oftener="öfter|häufiger",
    rarer="seltener|weniger oft|weniger zu tun",
    ever="immer|zusehends|stetig|von jahr zu jahr",
    # „Übersteigt der Ertrag“ has its subject behind it.
    tops=r"(?:übersteig(?:t|en)|überstieg(?:en)?|überwieg(?:t|en)|überwog(?:en)?|übertrifft"
    r"|übertreffen"
    r"|übertraf(?:en)?)(?! der(?!\w))",
    covers=r"deck(?:t|en|te|ten)(?! der(?!\w))",
    covered=r"(?:ab)?gedeckt",
    trails=r"(?:unterschreite(?:t|n)|unterschritt(?:en)?)(?! der(?!\w))"
    r"|(?:bleib(?:t|en)|blieb(?:en)?)(?: weit| deutlich| klar)? hinter(?=[^.;:!?]* zurück(?!\w))",
    ahead=rf"führ(?:t|en|te|ten)(?! zu)|(?:hat|haben|hatten?) die nase vorn|{_LIES}{_FAR} (?:vorne?"
    r"|vor|an der spitze)|spitzenreiter(?:in)?|schlägt"
    rf"|{_LIES} bei(?: de[nmr])? [\w-]+{_FAR} vor",
    behind=rf"schlusslicht|rote laterne|das nachsehen|{_LIES}{_FAR} (?:hinten|zurück|hinter"
    r"|am ende)|hink(?:t|en|te|ten)",
    much="mehr",
    little="weniger",
    becomes=r"ist|sind|wird|werden|wurden?|war|waren",
    become=r"geworden",
    times="zeit",
    money="geld",
    than="als|wie",
    earlier=r"im vorjahr|zuvor|früher|bisher|damals|vor (?:der|dem|einem)",
    so_few=r"nie[^,;:.]{0,40} so (?:wenige?|niedrig|gering)",
    so_many=r"nie[^,;:.]{0,40} so (?:viele?|hoch)",
    norms=r"\w*vorgaben?|sollwert(?:e?s)?",
    over="über|oberhalb",
    under="unter|unterhalb",
    reached=r"erreicht|erfüllt|übererfüllt|übertroffen|geschafft|eingehalten",
    missed=r"verfehlt|gerissen|unerreicht|nicht (?:ganz )?erreicht|noch nicht erreicht",
    wanted=r"\w*(?:quote|anteil|grad|abdeckung|deckung|versorgung|pünktlichkeit)\w*",
    unwanted=r"\w*(?:fehl|ausfall|ausgefall|verlust|arbeitslos|armut|emission|kohle|fossil|rauch"
    r"|unfall"
    r"|abbruch|abbrech|leerstand|sterb|krank|kosten|schulden|verspät|schwund|müll|abfall|lösung"
    r"|los)\w*"
    r"|ohne|un\w{4,}|nicht",
    partly=r"bis|einst|einmal|früher|was|bevor|ehe|damit|um"
    r"|werden|kann|wie|teilweise|teils|halb|hälfte|kaum|bald|fast|beinahe|nahezu|knapp|wann|ob|wo"
    r"|wer|nur|erst",
    upward="weiter|mehr|höher|länger|teurer|größer|älter|öfter|häufiger",
    downward="näher|weniger|niedriger|geringer|kürzer|billiger|günstiger|kleiner|jünger|seltener",
    at="in|im|bei",
    most_of=r"(?:fast|nahezu|beinahe|annähernd) (?:alle[nrsm]?|jede[nrsm]?|sämtliche[nr]?)",
    majority=r"(?:die|der|eine) (?:(?:große|überwiegende|überwältigende|klare|knappe)[nr]? )?"
    r"(?:mehrheit|mehrzahl)",
    minority=r"(?:nur )?(?:die|der|eine) (?:(?:kleine|deutliche)[nr]? )?(?:minderheit|minderzahl)",
    at_least="mehr als|über|mindestens|gut",
    at_most="weniger als|unter|höchstens|kaum|nicht einmal|nicht|noch nicht einmal",
    articles="die|der|den|das|dem|des|eine|einen|einem|eines|ein",
    generic=r"diejenigen|derjenigen|denjenigen|anteil|quote|anzahl|zahl|prozent|grad",
    links="der|des|von|vom|für|in|im|an|am|je|auf|zu|zur|mit|bei|ohne",
    apart="zurück|hinterher",
    since="seit|nach|ab|vor|bis|gegenüber|von|zwischen|für|statt|gegen",
    joined=True,
    rests=r"übrige\w*|restliche\w*|rest|andere\w*|verbleibende\w*|jahrhunderts?|jahrzehnts?",
)


LEADING: Final = Leading(
    top=r"(?:die |der |das |den |dem )?(?:am )?(?:meisten?|(?:größt|höchst|stärkst)e[nrsm]?)",
    bottom=r"(?:die |der |das |den |dem )?(?:am )?(?:wenigsten?|(?:kleinst|niedrigst"
    r"|geringst)e[nrsm]?)",
    first=rf"führ(?:t|en|te|ten)(?! zu| zum| zur)|dominier(?:t|en|te|ten)|spitzenreiter(?:in)?"
    rf"|{_LIES}{_FAR} (?:vorne?|voran|an (?:der spitze|erster stelle)|auf (?:platz|rang) eins"
    rf"|nummer eins)",
    last=rf"(?:ist )?schlusslicht|(?:hat )?(?:die )?rote laterne|{_LIES}{_FAR} (?:hinten|am ende"
    rf"|an letzter stelle)",
    chief="wichtigste[rsn]?|erste[rsn]?|bedeutendste[rsn]?|größte[rsn]?|stärkste[rsn]?",
    roles=r"(?:kund(?:e|in|en)|abnehmer(?:in)?|käufer(?:in)?|markt|lieferant(?:in)?|quelle|ziel"
    r"|partner"
    r"|erzeuger|verbraucher|arbeitgeber|geldgeber|zahler|ursache)",
    main=r"haupt(?:kunde|kundin|abnehmer|käufer|markt|lieferant|quelle|zahler|ursache"
    r"|geldgeber)(?:in)?",
    overtakes=r"überholt(?:e|en)?|hat überholt|schiebt sich vor|zieht vorbei an|zieht an",
    has=r"haben|hatten?|zähl(?:t|en)|gibt|komm(?:t|en)|geht|gehen|fahren|liegt|liegen|steht"
    r"|stehen|sind|bleibt"
    r"|bleiben|weist|verzeichne(?:t|n)|noch|klar|weit|immer|dort|deutlich|weiterhin|hier|anzahl"
    r"|zahl|anteil"
    r"|kreis|stadt|gemeinde|land|region|unser|unsere|entfallen|entfällt|stell(?:t|en)|teil"
    r"|bild(?:et|en)|jahr"
    r"|treib(?:t|en)|stadtteil|viertel|monat|erreicht|leb(?:t|en)|wohn(?:t|en)|wird|werden"
    r"|wurden?|worden",
    plenty=r"reichlich|im überfluss",
    scarce=r"rar",
    steady=r"jahr(?:e|es|en)?|jede[srnm]?|stetig|ständig|weiter|immer|seit|wieder|monat",
    graded=(
        Graded(
            r"wärm|heiß",
            r"kält|kühl|frisch",
            r"(?<!\w)grad(?!\w)|°|temperatur|wärm|hitz|kelvin",
            "frost|kält|eistag|kühl|dämm|pumpe|heiz|unter ",
        ),
        Graded(
            r"nass|näss|feucht|regenreich",
            r"trocken|dürr",
            r"niederschl|regen|feucht|nässe|feldkapazität|bodenwasser|wassergehalt",
            "trock|dürr|ohne",
        ),
        Graded(
            r"teue?r|kostspielig",
            r"billig|günstig|preiswert|preisgünstig",
            r"kosten|preis|ausgaben|gebühr|miete|entgelt|tarif|(?:euro|franken|cent|eur"
            r"|chf) (?:je|pro)(?!\w)",
            r"erlös|einnahm|umsatz|ertrag|gewinn|zuschuss|förder|spar|deck",
        ),
        Graded(
            r"schnell|zügig|rasch",
            r"langsam",
            r"km/h|geschwindig|tempo|(?:je|pro) (?:stunde|minute)",
        ),
        Graded(
            r"läng|lang",
            r"kürz|kurz|schnell|zügig|rasch",
            r"minute|stunde|sekunde|dauer|(?:warte|fahr|lauf|reise)zeit|(?<!\w)(?:min|std|tage?"
            r"|wochen?|monate?)(?!\w)",
            r"öffn|(?:je|pro) (?:stunde|tag|minute)|alter|spar|gewinn|ohne",
        ),
        Graded(
            r"weit|entfern|läng|lang",
            r"näch|nah|näh|kürz|kurz",
            r"kilometer|(?<!\w)(?:km|m)(?!\w)|entfernung|länge|strecke|weg(?!ge)",
            "je |pro ",
        ),
        Graded(r"ält|alt", r"jüng|jung", r"(?<!\w)(?:\w*alter|\w*alters|jahre)(?!\w)", "baujahr"),
        Graded(r"schwer", r"leicht", r"gewicht|(?<!\w)(?:kg|g|t)(?!\w)|tonne|gramm", "je |pro "),
        Graded(r"laut", r"leis|ruhig", r"lärm|dezibel|(?<!\w)db(?!\w)|schall"),
        Graded(r"dicht", r"dünn|locker", r"dichte|(?:je|pro) (?:km|quadratkilometer|hektar|ha)"),
        Graded(r"häufig|öft|oft|zahlreich", r"selten", ""),
    ),
    most=r"(?:am |die |der |das |den |dem )?(?:{})e?st(?:e[nrsm]?)",
    least=r"am wenigsten (?:{})(?![\w-])",
    more=r"(?:{})e?r(?:e[nrsm]?)?",
    less=r"weniger (?:{})(?:e[nrsm]?)?",
    other=r"am (?!erst|letzt|best|liebst|ehest|nächst|schönst|wichtigst|interessantest|bekanntest"
    r"|deutlichst|klarst|einfachst|leichtest|meist|wenigst|spannendst|auffälligst|berühmtest"
    r"|\w*(?:zweit|dritt|viert)[^\W\d_]*st|pfost|post|kast|fast|ost|west|größt|höchst|stärkst)"
    r"[^\W\d_]{3,}sten",
    adverbs="am .*",
    peaks=r"(?:der |den |ihre[nm]? |seine[nm]? )?(?:höhepunkt|höchststand|höchstwert|spitzenwert"
    r"|maximum)",
    troughs=r"(?:der |den |ihre[nm]? |seine[nm]? )?(?:tiefpunkt|tiefststand|tiefstwert|minimum"
    r"|talsohle)",
    earliest=r"als erste[sr]?|zuerst|am frühesten",
    latest=r"als letzte[sr]?|zuletzt|am spätesten",
    begins=r"beginn(?:t|en)|begann(?:en)?|start(?:et|en|ete|eten)|fäng(?:t|en)|an(?:laufen|läuft)",
    ends=r"ende(?:t|n|te|ten)|schließ(?:t|en)|(?:ist|sind|wird|werden)(?= fertig)|fertig",
    lasts=r"dauer|dauert|dauern|dauerten?",
    amid=r"zu den|unter den|eine[rsm]? der|eines der|mit am|zweit\w*|dritt\w*|nächst\w*|nach|vor"
    r"|nachts|tagsüber|morgens|mittags"
    r"|außer|neuer?|fast|beinahe|nahezu|nur|auch|selbst|sogar|bis auf",
    moved=rf"{RISES}|{FALLS}|gewinn\w*|verlier\w*|verlor\w*|schwank\w*|streu\w*"
    r"|profitier\w*|leide\w*|fehl\w*|verbesser\w*|verschlechter\w*|unterscheid\w*|abweich\w*"
    r"|weich\w*|spar\w*|gespart|verbleib\w*|verschwind\w*|hink\w*|überrasch\w*|zweifel\w*",
    within=r"in|im|an|bei|beim|mit|ohne|unter|vor|von|vom|für|über|zwischen|seit|bis|ab|um|zu|zum"
    r"|zur|gegen|trotz|wegen|während|statt|durch|nach|je|pro|auf",
    laws=(
        ("je", "desto|umso"),
        ("wo|wenn|je mehr", "(?:da |dort )?(?:wird|ist|bleibt|sind|werden|bleiben|gibt|hat|haben)"),
    ),
    under="in|bei|an",
    heaps=r"häuf(?:en|t) sich|steig(?:t|en)|gibt es (?:mehr|viele?)"
    r"|sind (?:die )?[^\W\d_]+ häufiger",
    journey=("vo[mn](?: de[mnr])?", r"(?:bis )?(?:zu[mr]?|hin zu[mr]?)(?: de[mnr])?"),
    since=r"seit|ab",
    past=r"wurden?|worden|waren?|gab|kamen?|haben|hat|hatten?|insgesamt|zusammen",
)
