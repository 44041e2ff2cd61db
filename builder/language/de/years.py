"""German words around years, which stand bare among other words: "stieg 2023 auf"."""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.beside import AUXILIARY, MANY_DO, MONTH, NOUN, SEASON
from builder.language.de.dated import (
    VERBS_OF_MANY,
    is_bare,
    is_dated,
    is_plain,
    spanned,
    takes_amount,
)
from builder.language.de.given import is_certain, is_given
from builder.language.de.turns import TURNS
from builder.language.years.rule import TENS, Grammar, after, before, one_of, words_of
from builder.language.years.turns import FIGURE

_HEDGE: Final = one_of(
    "etwa rund circa ca\\. knapp fast beinahe nahezu über mehr_als weniger_als mindestens höchstens"
    " wenigstens maximal minimal genau nur lediglich gerade_einmal bis_zu insgesamt zusammen um auf"
    " an mit aus bei unter allein je pro jeweils davon darunter weitere weiteren andere anderen gut"
    " ungefähr annähernd zirka schätzungsweise exakt ganze stolze jede von_ihnen von_denen derer"
    " deren sowie_weitere samt gegen mal plus minus wiegt wog misst umfasst zählt zählte umfasste"
    " beträgt betrug kostet kostete fasst fasste erreicht erreichte um_etwa um_rund auf_rund"
    " auf_etwa (?-i:kosten) betragen zählen umfassen wiegen messen"
)
_TIME: Final = one_of(
    "zuerst erstmals in_den im_Jahr im_Jahre Jahr Jahre Jahres Jahren seit bis ab nach vor"
    " zwischen Ende Anfang Mitte gegenüber_dem_Jahr gegenüber Haushaltsjahr Geschäftsjahr"
    " Schuljahr Wintersemester Sommersemester Saison Jahrgang Spielzeit spätestens erst bereits"
    " schon noch Quartal Halbjahr Baujahr anno wie_zuletzt zuletzt letztmals anders_als"
    " im_Vergleich_zu verglichen_mit frühestens genauer genauer_gesagt im_Verhältnis_zu"
    " im_Vergleich_mit insbesondere besonders voraussichtlich Stand:? vor_allem für_das_Jahr"
    " Kalenderjahr Berichtsjahr der_Jahre mitten Jahren_wie Jahr_wie Sommern?_wie Wintern?_wie"
)
_FREE: Final = one_of(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen sein seine ihr ihre"
    " er sie es wir ich man sich dieser diese dieses diesen diesem jeder jede jedes jeden alle"
    " allen und oder aber sondern doch denn auch nur noch schon bereits erst nicht nie wieder etwa"
    " rund mehr_als weniger_als mindestens höchstens fast knapp in im an am auf aus bei beim mit"
    " nach von vom vor zu zum zur für über unter um durch gegen ohne seit bis ab wegen trotz"
    " während zwischen gegenüber dass weil wenn als wie wo ob damit obwohl bevor nachdem wurde wird"
    " war ist hat hatte soll sollte will kann konnte muss stieg sank fiel lag stand ging gab begann"
    " trat blieb sein werden worden allein zum_ersten erstmals zunächst dann dort hier so sogar"
    " immer weiter weiterhin vorgestellt fertig kaum keinen deutlich stark leicht wo nochmals"
    " jedoch zudem damals weniger_als ebenfalls insgesamt viel vier fünf zwei drei sechs sieben"
    " acht neun zehn beschlossen gebaut gegründet eröffnet verabschiedet eingeführt verboten"
    " saniert geschlossen abgeschafft erneuert unterzeichnet gestiegen gesunken gefallen gewachsen"
    " zurück ab auf aus ein öffneten öffnete"
)
_COUNT: Final = one_of(
    "pro_Monat pro_Jahr pro_Tag im_Monat Prozent Millionen Milliarden Tausend Euro Dollar"
    " Franken Mark Pfund Rubel Meter Metern"
    " Kilometer Kilometern Hektar Liter Gramm Kilogramm Kilo Tonnen Watt Kilowatt Megawatt Stück"
    " Mann Grad Mal mal Seiten Personen der_Befragten von_ihnen davon weitere weiteren (?:mehr"
    "|weniger)(?-i:(?!_(?:[a-zäöüß]+e[nrs]?_)?[A-ZÄÖÜ]))"
    " Cent Quadratmeter Kubikmeter Stunden Tage Tagen Wochen Monate Jahre Jahren Menschen"
    " zusätzliche zusätzlichen andere Fuß Blatt Yard Volt"
)
# Endings that a German plural may have; a noun without one of them is not counted.
_PLURAL: Final = re.compile(r".*(?:e|(?<!i)n|r|s|l|a|o|i)$")
_AMOUNT: Final = (
    r"(?:\w*(?:verlust|summe|zahl|leistung|länge|höhe|breite|tiefe|gewicht|kapazität|fläche|anstieg"
    r"|rückgang|zuwachs|schnitt|wert|preis|betrag|menge|umfang|bestand|auflage|rekord|maximum"
    r"|minimum"
    r"|mittel|grenze|publikum|bevölkerung|belegschaft|flotte|produktion|entfernung"
    r"|größe"
    r"|schwelle|quote|gesamtzahl|bedarf|mehrheit|minderheit|gruppe|defizit|überschuss"
    r"|dosis)(?:e?s)?)"
)
_DATED: Final = re.compile(
    rf"(?<!\w)(?i:der|die|das|dem|den|des|beim|zum|zur|im|vom|am"
    rf"|(?:unser|ihr|sein|dies|jen|all)e[nrms]?) (?:[\w-]+ )?(?P<noun>{NOUN})"
    rf" von $"
)
_QUANTITY: Final = re.compile(rf"(?!(?:\w*zahlen)$){_AMOUNT}(?:e|en|er)?", re.IGNORECASE)
_BARE: Final = re.compile(rf"{NOUN} $|\w-[A-ZÄÖÜ]{{2,}} $|(?<!\w){AUXILIARY} $")
_TIMELY: Final = re.compile(
    r"(?<!\w)(?:seit|ab|nach|vor|im Jahre?|Ende|Anfang|Mitte|bis) $", re.IGNORECASE
)
# A verb in the singular, and what begins its subject or object: nothing there is counted.
_VERB_BEFORE: Final = re.compile(r"(?<!\w)[a-zäöüß]+(?<![nrsm]) $")
_DETERMINED: Final = re.compile(
    r" (?:die|das|den|dem|ein(?:e[mnr]?)?|kein(?:e[mnr]?)?|(?:sein|ihr|unser)(?:e[mnrs]?)?|beide"
    r"|es|er|sie|man|ich|wir)(?!\w)"
)
_PARTITIVE: Final = re.compile(
    r"(?<!\w)(?:davon|darunter|von (?:ihnen|denen|diesen|den)|unter (?:ihnen"
    r"|denen))(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
# What no adjective before a counted noun is.
_NO_ADJECTIVE: Final = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|(?:k?ein|sein|ihr|unser|dies|jed|jen|all|manch|viel"
    r"|wenig)(?:e[mnrs]?)?|je|hier|beiden?|weniger|mehr|nur|kaum|noch|schon|wieder|keine[nr]?|sich"
    r"|er|sie"
    r"|es|wir|(?:dürf|müss|soll|könn|woll|werd|hab|durft|musst|sollt|konnt|wollt|wurd|hatt|war|gelt"
    r"|fehl|leb|arbeit|zahl|steig|sink|stieg|sank|fiel|wuchs|kam|ging|gab|lag|stand|mach|bring"
    r"|brach|zieh|zog|bau|setz|find|fand|bleib|blieb|nehm|nahm|seh|sah|lern|geh|steh|trag|trug|halt"
    r"|hielt|nutz|kauf|bekomm|bekam|erreich|erreicht|verdien|gewinn|gewann|zeig|fahr|fuhr|forder"
    r"|plan|beginn|begann|erhalt|erhielt|braucht|brauch|verlier|verlor|veröffentlicht)(?:e|en|te"
    r"|ten|eten)|sind|ist|war|hat|wird|soll|darf|muss|kann|will)"
)

# "das 2018 verabschiedete Gesetz": one thing, so that the digits do not count it.
_ONE: Final = re.compile(
    r"(?<!\w)(?:das|dem|des|die|im|vom|zum|beim|am|ein|eine|einen|einem|einer|eines) $",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(rf" [a-zäöüß]+(?:te|ene|ende) (?:{NOUN}|[A-ZÄÖÜ]{{2,}})(?!\w)")

# "Alltag" after "ist": a verb in the singular has no plural beside it.
_IS: Final = re.compile(r"(?<!\w)(?:ist|war|wird|wurde|bleibt|blieb) $")
# "Die Stadtwerke haben 2023 die Leitung": who does it is named, and so is what.
_THEY: Final = re.compile(
    r"(?:^|[.!?:;,–—] )(?:die|wir|sie|diese|beide|alle|unsere|ihre|seine|viele|mehrere)(?!\w)"
    r"[^.,;:!?]* [a-zäöüß]+n $|(?:^|[.!?:;,–—] )(?:wir|sie) [a-zäöüß]+n $",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"(?:^|[.!?:;,–—] )$")
_SAID: Final = re.compile(r" (?:(?:waren|sind|werden|wären) es(?!\w)|also[,.])")
_RECORDED: Final = re.compile(
    r"(?<!\w)(?:\w*(?:zahl(?:en)?|daten|wert(?:en?)?|angaben?|budgets?|mitteln?|bericht(?:en?)?"
    r"|erhebung(?:en)?|umfragen?|studien?|statistik(?:en)?|ergebnis(?:se)?|messung(?:en)?"
    r"|schätzung(?:en)?|prognosen?|bilanz(?:en)?|modell(?:en?)?|plan|pläne)) aus $",
    re.IGNORECASE,
)


def _counted(left: str, right: str) -> bool:
    """Return whether a noun follows that may be a plural, with or without an adjective."""
    words = words_of(right)
    if _ONE.search(left) and _ATTRIBUTE.match(right):
        return False
    for word in words[:3]:
        if word[:1].isupper():
            return bool(_PLURAL.match(word)) or not (_TIMELY.search(left) or _IS.search(left))
        if _NO_ADJECTIVE.fullmatch(word) or not word.endswith(("e", "en", "er")):
            return False
    return False


_OUT_OF: Final = re.compile(r"(?<!\w)aus $")
# "bis zum Jahr 2035 Investitionen": who counts says "im Jahr".
_LAW_OF: Final = re.compile(
    r"(?<!\w)(?:\w*gesetz|\w*verordnung|\w*erlass|\w*dekret|\w*richtlinie|\w*beschluss)(?:e?s)?"
    rf" (?:Nr\.? ?)?(?:\d{{1,5}}|{FIGURE}+) (?:von|aus) $",
    re.IGNORECASE,
)
# "Um 1900 lebten hier Fischer", but "um 1900 gestiegen".
_ABOUT: Final = re.compile(r"(?:^|[.!?:;] )Um $|(?<!\w)(?:von|seit|bis|noch|schon|erst) um $")
_THEN: Final = re.compile(
    r" (?!(?:stieg|steig|sank|sink|fiel|fall|wuchs|nahm|nehm|erhöh|verringer|senk|kürz"
    r"|ge)[a-zäöüß]*)"
    r"(?:war|[a-zäöüß]+)(?!\w)| ?[.,]"
)
_THE_YEAR: Final = re.compile(r"(?<!\w)(?:zum|vom|beim|das|dem) Jahre? $", re.IGNORECASE)


def _settled(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "das Jahr 2035", or dates what was recorded: "die Zahlen aus 2024".

    Not "aus 2024 Orten".
    """
    if (
        (_ABOUT.search(left) and _THEN.match(right))
        or is_dated(left, right, rises)
        or is_plain(left, right)
        or is_certain(left, right)
        or (rises and _OUT_OF.search(left) and not _counted(left, right))
    ):
        return True
    return bool(_THE_YEAR.search(left) or _LAW_OF.search(left)) or (
        bool(_RECORDED.search(left)) and not _counted(left, right)
    )


# "mehr Verträge geschlossen als 2019": what is compared is named before, and nothing follows to be
# counted. Not "mehr als 2019", nor "größer als 2000".
_THAN: Final = re.compile(
    rf"(?<!\w)(?<!nicht )(?<!kaum )(?:mehr|weniger|(?:so|ebenso|genauso|gleich) viele?"
    rf"|[a-zäöüß]{{3,}}ere[nrs]?) (?:[\w-]+ ){{0,4}}?(?-i:{NOUN})"
    r" (?:[a-zäöüß]+ ){0,2}(?:als|wie) $"
    r"|(?<!\w)(?:besser|schlechter|schneller|langsamer|häufiger|seltener|öfter|früher|später"
    r"|stärker|schwächer) als $|(?<!\w)so (?:viele?|gut|schlecht|oft|häufig|selten|früh|spät)"
    r" wie $",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(r" ?$|[,.;:!?…)](?!\d)| (?:und|oder|aber|doch|sowie)(?!\w)")


def _told(left: str, right: str) -> bool:
    """Return whether the year stands bare after a noun or a verb, or dates the noun before it."""
    if _PARTITIVE.search(left):
        return False
    if is_bare(left, right) or is_given(left, right):
        return True
    if _THAN.search(left) and _CLOSES.match(right):
        return True
    if _CLAUSE.search(left) and _SAID.match(right):
        return True
    if (_VERB_BEFORE.search(left) or _THEY.search(left)) and _DETERMINED.match(right):
        return True
    dated = _DATED.search(left)
    if dated:
        return not _QUANTITY.fullmatch(dated["noun"])
    bare = _BARE.search(left)
    return bare is not None and not _QUANTITY.fullmatch(bare.group().strip())


GRAMMAR: Final = Grammar(
    count_before=before(
        rf"(?<!seit )(?<!bis )(?<!nach )(?<!vor )(?<!verglichen )(?<!Vergleich )"
        rf"(?<!noch )(?<!erst )(?<!schon ){_HEDGE}",
        rf"{_AMOUNT} von",
        r"(?:Verlust|Zahl|Höhe|Leistung|Summe|Gesamtzahl) (?:von|auf)",
    ),
    year_before=before(
        MONTH,
        SEASON,
        _TIME,
        rf"{_TIME} (?:etwa|rund|circa|Ende|Anfang|Mitte|Frühjahr|Sommer|Herbst|Winter|{MONTH})",
        r"(?:Ziel|Ziele|Haushalt|Plan|Budget|Prognose|Ausblick|Zielmarke|geplant|Vorgabe|Entwurf"
        r"|Etat|Wirtschaftsplan|Haushaltsplan|vorgesehen|Erwartung|Erwartungen|Daten|Zahlen) für",
        r"(?:von|vom) (?:Ende|Anfang|Mitte)|(?:standardisiert|indexiert|umbasiert) auf|(?:in|zu) "
        r"Preisen (?:von|des Jahres)",
        r"\w*(?:jahr(?:e[sn]?|s)?|semesters?|saison|quartals?|winters?|sommers?|frühjahrs?"
        r"|herbst(?:es)?)",
        r"(?:gegründet|erbaut|eröffnet|geboren|erschienen|verabschiedet|unterzeichnet|beschlossen"
        r"|eingeführt|errichtet|geschlossen|fertiggestellt|entstanden|gestorben)",
        r"(?-i:[A-ZÄÖÜ])\w+ für|(?-i:[A-ZÄÖÜ][\w-]*(?:V-?G|StG|[a-z]G|[a-z]O|GB|BO|SVG|G-Novelle))",
        r"(?:der|die|das|dem|den|jene[nr]?|diejenigen?) von",
        r"(?:\w*ziele?|\w*prognosen?|\w*schätzung(?:en)?|\w*pläne?|\w*bericht) für",
    ),
    quarter=re.compile(
        r"(?<![\w.,])(?:[QH][1-4],?|[1-4]\. (?:Quartals?|Halbjahre?s?)(?: des Jahres)?) $"
    ),
    count_after=after(_COUNT),
    year_after=after("n\\. ?Chr"),
    years_after=after("Jahren?"),
    free_after=re.compile(rf" ?(?:{_FREE})(?!\w)"),
    begins=after(
        MANY_DO,
        r"(?:wurde|war|wird|ist|hat|hatte|stieg|sank|fiel|lag|begann|endete|trat|soll|kam|gab"
        r"|brachte|ging|wuchs|blieb|könnte|dürfte|sollte|will|kann|muss|erreichte|betrug|kostete"
        r"|verlor|brannte|fehlte|fuhr|lebte|öffnete|schloss|nahm|markierte|galt|fand|stand"
        r"|beschloss|entschied|verabschiedete"
        r"|gewann|(?![a-zäöüß]*n )[a-zäöüß]+ (?:die|der|das|den|dem|ein(?:e[mnr]?)?"
        r"|kein(?:e[mnr]?)?|beide|es|er|sie|man|sein(?:e[mnr]?)?|ihr(?:e[mnr]?)?)|[a-zäöüß]+ beide"
        rf"|(?:stehen|standen) [^.,;:!?]{{1,60}}{FIGURE}(?: [\w-]+){{0,3}}?"
        r" (?:bereit|zur Verfügung|an)"
        rf"|(?:fließen|flossen) [^.,;:!?]{{0,40}}{FIGURE}"
        rf"|{VERBS_OF_MANY} (?:die|der|das|den|dem|rund|etwa|(?:weit |deutlich |viel "
        rf"|erheblich |noch )?"
        rf"(?:mehr|weniger)|fast|knapp|{FIGURE}))",
    ),
    joint=re.compile(
        r",? (?:und|oder|bis|auf|sowie|statt|gegenüber|und bis|und erneut|und im Jahr) |, | [–-] "
        r"|[–/]"
    ),
    leads=re.compile(r" (?:bis|auf) |[–/]| [–-] "),
    counted=_counted,
    decade=re.compile(
        rf"(?<![\w.,]){TENS}er(?:-Jahren?(?!\w)|(?= Jahren?(?!\w))|n(?!\w))"
        rf"|(?:(?<=Mitte der )|(?<=Ende der )|(?<=Anfang der )|(?<=Beginn der )){TENS}er(?![\w-])"
    ),
    compared=before(
        rf"(?:{FIGURE}(?: [\w-]+){{0,2}}|(?:das|dies) (?:sind|ist|waren|war)) (?:mehr|weniger) als"
    ),
    today=before(
        r"(?:heute|derzeit|inzwischen|mittlerweile|jetzt|nun|weiterhin|wieder) (?:[\w-]+ ){0,2}"
        rf"(?:mehr|weniger) als|{FIGURE}(?: (?-i:{NOUN}))? "
        r"(?:mehr|weniger|(?:höh|nied|tief)[a-z]*er) als"
    ),
    told=_told,
    amounts=takes_amount,
    settled=_settled,
    spanned=spanned,
    turns=TURNS,
    likened=before(r"als|wie|gegenüber|statt"),
)
