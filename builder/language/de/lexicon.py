"""German words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.language.de import HUNDRED, ONES, SCALES, TENS
from builder.language.de import comparisons as said
from builder.language.de.ages import ages
from builder.language.language import word_list
from builder.language.lexicon import FIGURE, Lexicon, by_figure, one_of, values_of, whole

_ONES: Final = " ".join(ONES[2:10])
_TEENS: Final = " ".join(ONES[10:])
_TENS: Final = " ".join(TENS)
_PARTS: Final = " ".join(said.PARTS)

_ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        word_list("zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte"),
        2,
    )
} | {"fünfzehnte": 15, "zwanzigste": 20, "hundertste": 100}

_DIGIT: Final = one_of(f"{_ONES} zwo")
_BELOW: Final = rf"(?:(?:(?:ein|{_DIGIT})und)?{one_of(_TENS)}|{one_of(_TEENS)}|{_DIGIT})"
_REST: Final = rf"(?:und)?(?:{_BELOW}|ein(?:s|e[mnrs]?)?)?"
_HUNDRED: Final = rf"(?:(?:ein|{_DIGIT}|{one_of(_TEENS)})?hundert{_REST})"
_THOUSAND: Final = rf"(?:(?:{_HUNDRED}|{_BELOW}|ein)?tausend(?:(?:und)?{_HUNDRED}|{_REST}))"
_CARDINAL: Final = rf"(?:{_THOUSAND}|{_HUNDRED}|{_BELOW}|(?:zwei|drei)(?:er|en))(?!\w)"
_STEM: Final = rf"(?:{_THOUSAND}|{_HUNDRED}|{_BELOW})"
_AN: Final = r"ein(?:e[mnrs]?)?"
_SCALE: Final = r"(?:Million(?:en)?|Milliarden?|Billion(?:en)?)(?!\w)"
_ENDING: Final = r"(?:e[mnrs]?)?"
_HALVES: Final = rf"(?:anderthalb|(?:ein|{_DIGIT})einhalb)"

_LARGE: Final = one_of(
    "größer kleiner höher niedriger geringer länger kürzer schneller langsamer stärker schwächer"
    " billiger teurer schwerer leichter reicher ärmer älter jünger"
)
_LARGEST: Final = one_of(
    "größte kleinste höchste niedrigste geringste meiste längste kürzeste schnellste langsamste"
    " stärkste schwächste billigste teuerste schwerste leichteste reichste ärmste älteste jüngste"
)
# What a text itself announces: zwei Gründe, drei Schritte.
_ANNOUNCED: Final = (
    r"(?:Gründen?|Schritten?|Fragen|Schlüssen?|Schlussfolgerungen|Punkten?|Dingen?|Lehren|Wegen?"
    r"|Weisen|Optionen|Phasen|Teilen?|Arten|Seiten|Lagern?|Säulen|Faktoren|Szenarien|Kapiteln?"
    r"|Zielen?|Kriterien|Runden|Stufen|Typen|Formen|Kategorien|Themen|Problemen?|Argumenten?"
    r"|Prinzipien|Grundsätzen?|Bedingungen|Ausnahmen|Prioritäten|Aufgaben|Elementen?|Aspekten?"
    r"|Ebenen|Ansätzen?|Methoden|Modellen?|Varianten|Versionen|Beispielen?|Annahmen|Botschaften"
    r"|Empfehlungen|Vorschlägen?|Abschnitten?|Absätzen?|Spalten|Zeilen|Richtungen|Extremen?"
    r"|Möglichkeiten|Antworten|Folgen|Thesen|Welten|Sätzen?|Worten?|Wörtern?|Bereichen?|Feldern?"
    r"|Etappen|Anläufen?|Perspektiven|Lesarten|Regeln|Ideen|Forderungen|Ursachen|Unterschieden?"
    r"|Strategien|Quellen|Anliegen|Hürden|Bausteinen?|Befunden?|Ergebnissen?|Erkenntnissen?|Tests"
    r"|Fassungen|Entwürfen?)"
)
_NUMBERED: Final = (
    r"(?:Abschnitt|Kapitel|Teil|Tabelle|Abbildung|Schritt|Phase|Punkt|Artikel|Anhang|Seite|Folie"
    r"|Frage|Option|Band|Stufe|Variante|Spalte|Zeile|Paragraf|Nummer|Szenario|Klasse|Tag|Woche"
    r"|Ziffer|Satz)s?"
)
_FEW: Final = rf"(?:{_DIGIT}|zehn|zwölf|zwei(?:er|en)|drei(?:er|en))"
_SPAN: Final = r"(?:Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?)"
_TO: Final = "auf|um|unter|über|von|bei"
_ROSE: Final = (
    r"(?:gestiegen|angestiegen|steig(?:t|en|end)|stieg(?:en)?|gesunken|sank(?:en)?|sink(?:t|en)"
    r"|wuchs(?:en)?|wächst|wachsen|(?:an)?gewachsen|(?:ver(?:doppel|dreifach|vierfach|fünffach"
    r"|zehnfach)|halbier)(?:t|te|ten|n|en)|schrumpf(?:t|te|ten|en)|geschrumpft|übers(?:teigt|tieg"
    r"|tiegen|teigen)|übert(?:rifft|raf|rafen|reffen|roffen)|überwieg(?:t|en)|überwog(?:en)?"
    r"|überhol(?:t|te|ten|en)|überflügel(?:t|te|ten|n)|zugenommen|abgenommen|zurückgegangen"
    r"|zugelegt|eingebrochen|(?:er|über)höh(?:t|te|ten|en)(?: sich)?|verringer(?:t|te|ten|n)"
    r"|verminder(?:t|te|ten|n)|reduzier(?:t|te|ten|en)|gesteigert|steiger(?:t|te|ten|n)"
    r"|verteuer(?:t|te|ten|n)|verbillig(?:t|te|ten)|(?:zu|ab)(?:nimmt|nahm(?:en)?|nehmen|zunehmen"
    r"|zulegen)|zurückg(?:eht|ehen|ing|ingen)|anst(?:eigt|eigen|ieg|iegen)|zuleg(?:t|te|ten|en)"
    r"|einbr(?:icht|ach|achen|echen)|schm(?:olz|olzen|ilzt)|geschmolzen|schw(?:and|anden|indet"
    r"|inden)|geschwunden|verlangsam(?:t|te|ten|en)|beschleunig(?:t|te|ten|en)|übertrumpf(?:t|te"
    r"|ten)|erhol(?:t|te|ten) sich|hochgeschnellt|abgesackt|zurückgefallen|vergrößer(?:t|te|ten|n)"
    r"|verkleiner(?:t|te|ten|n))"
)
# These compare only where they lead to a figure, as prices fall to one and decisions do not.
_MOVED: Final = (
    r"(?:fiel(?:en)?|fällt|fallen|gefallen|kletter(?:t|te|ten|n)|geklettert|schnell(?:t|te|ten|en)"
    r"|stürz(?:t|te|ten|en)|abgestürzt|sack(?:t|te|ten|en)|rutsch(?:t|te|ten|en)|gerutscht"
    r"|sprang(?:en)?|spring(?:t|en)|senk(?:t|te|ten|en)|gesenkt|kürz(?:t|te|ten|en)|gekürzt"
    r"|drück(?:t|te|ten|en)|heb(?:t|en)|hob(?:en)?|schwoll(?:en)?|angeschwollen|brach(?:en)?"
    r"|ging(?:en)?|geh(?:t|en)|leg(?:t|te|ten|en)|nahm(?:en)?|nimm(?:t)|nehmen|gab(?:en)?"
    r"|zog(?:en)?|baute(?:n)?|explodier(?:t|te|ten)|pendelte|verbesser(?:t|te|ten)"
    r"|verschlechter(?:t|te|ten)|dehn(?:t|te|ten)|(?:verkürz|verlänger)(?:t|te|ten|en|n) sich"
    r"|(?:ab)?(?:ge)?bröckel(?:t|te|ten|n))"
)
_APART: Final = (
    r"(?:nahm(?:en)?|nimmt|nehmen)(?=[^.!?]* (?:zu|ab)(?: ?[.,;:!?]|$| und| als))"
    r"|(?:ging(?:en)?|geh(?:t|en))(?=[^.!?]* (?:zurück|hoch|runter|nach (?:oben|unten))(?!\w))"
    r"|(?:leg(?:t|te|ten|en))(?=[^.!?]* zu(?: ?[.,;:!?]|$))"
    r"|(?:blieb(?:en)?|bleib(?:t|en)|lieg(?:t|en)|lag(?:en)?|hink(?:t|te|ten|en)|fiel(?:en)?|fällt)"
    r"(?=[^.!?]* (?:zurück|hinterher|hinter (?:de[mrn]|ihre[mrn]?|seine[mrn]?)))"
    r"|(?:brach(?:en)?|bricht|brechen)(?! in )(?=[^.!?]* ein(?: ?[.,;:!?]|$))"
    r"|(?:schwoll(?:en)?|schwillt|zog(?:en)?|zieh(?:t|en))(?=[^.!?]* an(?: ?[.,;:!?]|$))"
)
_MOVES: Final = (
    r"(?:\w*anstieg(?:s|e|en)?|\w*rückgang(?:s|es)?|zunahmen?|abnahmen?|\w*wachstums?"
    r"|erhöhung(?:en)?|senkung(?:en)?|zuwachs(?:es)?|zuwächse|\w*einbruchs?|steigerung(?:en)?"
    r"|verringerung|reduzierung|verdopp?e?lung|halbierung|absturz|plus|minus|vorsprung|rückstand"
    r"|schwund|zugewinn|\w*sprung|abfall|verteuerung|kürzung(?:en)?|schrumpfung|sturz|verlust(?:e|en)?)"
)

_SPLIT: Final = re.compile(
    rf"tausend|hundert|{one_of(f'{_TENS} {_TEENS}')}|einhalb|{_DIGIT}"
    r"|ein(?=und|einhalb|tausend)"
    r"|(?<=hundert)ein|(?<=tausend)ein|(?<=hundertund)ein|(?<=tausendund)ein"
    r"|anderthalb"
)


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """Split a number written as one word; a word of another kind stays whole."""
    if word in LEXICON.shares:
        return (word,)
    return tuple(match.group() for match in _SPLIT.finditer(word)) or (word,)


LEXICON: Final = Lexicon(
    rates=said.RATES,
    counted=whole(
        *said.SAID,
        rf"(?:{_CARDINAL}|{_AN}) ?(?:{one_of(_PARTS)})[sn]?",
        rf"(?:{_CARDINAL}|{_HALVES}|{_AN}|(?<={FIGURE}) ?) ?{_SCALE}"
        rf"(?: (?:{_CARDINAL}|{_AN}) {_SCALE})*(?: {_CARDINAL})?",
        rf"(?:{_CARDINAL}|{_AN}) (?:halbes |gutes |knappes )?Dutzend",
        rf"das {_HALVES}fache",
        rf"{_HALVES}(?:mal|fach)?{_ENDING}",
        rf"{_STEM}(?:mal|fach{_ENDING}|(?:jähr|tä|monat|wöch|stünd|köpf)i?g{_ENDING})",
        rf"das {_STEM}fache",
        _CARDINAL,
        rf"Hälften?|halb{_ENDING}",
        r"doppelt(?= so)|das Doppelte",
        rf"jede[mnrs]? (?:{one_of(' '.join(_ORDINALS))})[mnrs]?"
        r"(?! (?:Jahr|Monat|Woche|Tag|Mal|Stunde|Sommer|Winter))",
    ),
    uncounted=whole(
        said.RATED,
        *ages(_CARDINAL),
        rf"(?:{_CARDINAL}|ein) Uhr(?: {_CARDINAL})?",
        r"(?:erste|zweite|andere|letzte|obere|untere|vordere|hintere|nördliche|südliche|östliche"
        r"|westliche)[nr]? Hälften?",
        rf"(?:dreiviertel|viertel) (?:vor|nach) (?:{_FEW}|elf|eins)",
        rf"halb (?:{one_of(f'{_ONES} {_TEENS} eins')}|{FIGURE}+)",
        rf"{_FEW} (?:(?!{_SCALE}|tausend)\w+ )?{_ANNOUNCED}",
        rf"(?:diese[rnms]?|jene[rnms]?|beiden?|alle[rnm]?|d(?:ie|er|en) (?:anderen|übrigen|ersten"
        rf"|letzten|vergangenen|nächsten|kommenden|folgenden|weiteren)) {_FEW}|(?:anderen"
        rf"|übrigen) {_FEW}|{_FEW} anderen?",
        rf"{_NUMBERED} {_FEW}",
        rf"\w+(?:jähr|monat|wöch|tä|stünd|minüt|teil|stuf|seit|gliedr)i?g{_ENDING}",
        rf"{_FEW} {_SPAN} (?:die|pro|je|am|in der|im) (?:Woche|Tag|Monat|Jahr)",
        rf"(?:Alter von|Kinder(?:n)? (?:von|ab|mit|unter)|ab|mit) {_FEW} Jahren",
        rf"um (?:{_FEW}|elf)(?:(?= ?[.,;:!?]|$)|(?= (?:kommt|fährt|beginnt|öffnet|schließt|geht"
        r"|klingelt|steht|stehen|sitzt|sitzen|ist|sind|war|waren|kam|fuhr|begann|endet) "
        rf"(?:d|ein|sie|er|alle|wir|man|kein|noch|schon|Schluss)))",
        rf"von {_FEW} bis {_FEW}(?: Uhr)?|(?:von|zwischen) (?:{_DIGIT}|zehn|elf|zwölf) (?:bis|und)"
        rf" (?:{_DIGIT}|zehn|elf|zwölf|eins) Uhr|auf (?:je )?(?:hundert|(?:zehn|hundert)?tausend)"
        r" (?-i:[A-ZÄÖÜ])\w+ (?:kommt|kommen|kam|kamen|entfällt|entfallen|entfielen)",
        rf"(?:fünf|zehn) (?:vor|nach) {_FEW}",
        # The unit of a chart: "Kosten, tausend Euro", "in tausend Tonnen".
        r"(?:^|(?<=[,:] )|\()tausend (?-i:[A-ZÄÖÜ])\w+(?= ?(?:$|[,;)]|(?:je|pro|im) ))",
        r"in tausend (?-i:[A-ZÄÖÜ])\w+(?= ?(?:$|[.,;)]|(?:je|pro|im|angegeben)(?!\w)))",
        r"in tausend(?= ?(?:$|[.,;:()]))",
        r"unter vier Augen|linke Hände|fünf gerade|Wolke sieben|zweimal überlegen|zwei Klassen"
        r"|halber Strecke"
        rf"|tausend Dank|(?:mit|über|unter|um die) (?:{one_of(_TENS)})(?= ?[.,;:!?])|hundert"
        rf" Prozent sicher"
        r"|drei Mal darf|(?:zwölf|zwei) Uhr|ein halbes (?:Leben|Dutzend Mal)|zu (?:zweit|dritt"
        r"|viert)|hundertmal|tausendmal|drei Worte|sieben Tage|siebenmal|zwei und zwei",
        r"zwei (?:Seiten (?:derselben|der gleichen|einer)|Paar|linke|Fliegen)|zwischen zwei Stühlen"
        r"|eigenen vier Wänden?|vier Wänden?|allen? vieren|sieben Sachen|sieben Siegeln"
        r"|tausendundein\w*"
        r"|in zwei Worten|null und nichtig|zwei Herzen|drei Kreuze|zwei Lager|drei viertel voll",
        r"(?:zur )?Hälfte (?:voll|leer|fertig)|halbe[rnm]? (?:Weg\w*|Sache|Miete|Wahrheit\w*|Herzen"
        r"|Ohr)|halb (?:so wild|voll|leer|fertig|offen)|bessere Hälfte",
        rf"(?:\w+ )?\w*(?:{one_of(_PARTS.lower())})-?mehrheit(?:en)?|\w+ {one_of(_PARTS)} Mehrheit",
        rf"Mehrheit von \w+ {one_of(_PARTS)}n?",
        r"(?:au(?:ß|ss)er|in) acht",
        r"unter vier Augen",
        r"(?:tausend|hundert) (?:dank|mal dank)",
        rf"(?:ein|{_DIGIT}) (?:bis|oder) {_DIGIT}",
        r"(?<!rund )(?<!etwa )(?<!fast )(?:das|dieses|jenes|im) Viertel",
        r"entzwei",
    ),
    compared=whole(
        rf"(?:mehr|weniger) (?:(?:[\w-]+|\(?{FIGURE}\)?) ){{0,4}}als",
        rf"(?:(?:viel|weit|deutlich|etwas|noch|wesentlich) )?{_LARGE}{_ENDING}(?: als)?",
        r"(?:viel|weit|deutlich|wesentlich) (?:mehr|weniger)",
        rf"(?:am )?{_LARGEST}[mnrs]?",
        r"(?:fast|nahezu|beinahe|annähernd) (?:alle[nrs]?|jede[nrs]?|keine?[nr]?|die Hälfte|ganz)",
        r"(?:die|der|eine|einer) (?:\w+ )?(?:Mehrheit|Mehrzahl|Minderheit)",
        r"(?:der|den|dem|ein|einen|einem) (?:überwiegende[nr]? )?(?:Großteil|Löwenanteil)",
        r"(?:doppelt|halb) so",
        rf"{_STEM}mal so",
        _ROSE,
        _APART,
        r"(?:hält|halten|hielt|hielten) den Rekord",
        r"(?:lieg|lag|steh|stand)\w* (?:[\w-]+ ){0,3}an der Spitze(?! de[rs]\b)",
        rf"näher(?:t|n|te|ten) sich(?= (?:de[nmr] )?{FIGURE})",
        rf"{_MOVED}{by_figure(_TO)}",
        r"gefallen(?=(?: (?:ist|sind|war|waren))? ?(?:[.,;]|$))",
        rf"{_MOVES}{by_figure(f'{_TO}|in Höhe von', 40)}",
        rf"(?<=[:,] )(?:also )?eine? (?:\w+ )?{_MOVES}(?= ?[.!?;]|$)",
        *said.COMPARED,
    ),
    headed=whole(*said.HEADED),
    uncompared=whole(
        *said.UNCOMPARED,
        # What is only supposed.
        r"(?:wenn|falls|sobald|sofern) (?!auch)[^.,;!?]*",
        rf"(?:^|(?<=[.!?] )){_ROSE} [^.!?,]*, "
        r"(?:so|dann|ist|sind|wird|muss|kann|soll|darf|\w+(?:t|en))",
        # A limit that is set, not one that is kept.
        r"(?:darf|dürfen|durfte|durften|soll|sollen) [^.;:!?]{0,80}(?:nicht|nie|keinesfalls)"
        r" (?:mehr )?(?:übersteigen|überschreiten)",
        r"(?:nicht|nie|keinesfalls) (?:übersteigen|überschreiten) (?:darf|dürfen|soll\w*"
        r"|durfte\w*)",
        # What is larger than usual: "größere Sanierungen", "bei älteren Gebäuden".
        r"(?:^|(?<=[.!?] )|(?:bei|für|in|von|mit|auf|an|ohne|durch|viele|einige|mehrere) )"
        r"(?:größere|kleinere|längere|kürzere|ältere|jüngere|ärmere|reichere|schwerere|leichtere)"
        r"[nr]? (?-i:[A-ZÄÖÜ])[\w-]+(?![\w-]| als)",
        # What is meant to be done, not what is.
        r"(?:muss|müssen|soll|sollen|will|wollen|um) (?:(?!um |auf |von )[\w-]+ ){0,4}(?:verringern"
        r"|senken|erhöhen|verkürzen|verlängern|steigern|reduzieren|vermindern)",
        r"mehr als (?:je|genug)",
        # "nehmen 11.200 Tonnen ab" buys them; "nehmen um 12 ab" compares.
        rf"(?:nahm(?:en)?|nimmt|nehmen) (?:(?!um |auf |von )[\w-]+ ){{0,4}}{FIGURE}",
        r"der Mehrheit im (?:Rat|Landtag|Kreistag|Bundestag|Gemeinderat|Stadtrat)",
        r"nicht (?:mehr|weniger) als",
        r"(?:höhere|mittlere|gehobene)[nrs]? diensts?(?:es)?",
        r"höhere[nr]? (?:gewalt|mathematik|schule|schulen)",
        r"(?:ältere|jüngere)[nr]? (?:menschen|generation|generationen|bruder|schwester)",
        r"fiel(?:en)? (?:auf (?:de[nrm]|einen|die|das)|ein|aus|um (?:die|den)|in (?:die|den|das))",
        r"überhol\w+ (?:einen?|den|das|ein|die) (?:\w+ )?(?:Lastwagen|Lkw|Laster|Auto|Bus|Traktor"
        r"|Rad|Wagen|Fahrzeug|Radfahrer\w*|Pkw|Zug|Schiff|Boot|LKW|PKW)",
        r"(?:Schiff|Boot|Fähre|Frachter|Kutter|Container|Kahn|Dampfer"
        r"|Leichter)\w*[^.!?]*?(?:sank(?:en)?"
        r"|gesunken|sinkt)",
        r"(?:sank|sanken|sinkt|sinken)(?=[^.!?]*(?:Grund|Meeresboden|Boden|Knie|Wellen|Fluten"
        r"|Schlaf))",
        r"(?:stieg|stiegen|steigt|steigen)(?=[^.!?]* (?:aus|ein|um|ab|aufs? (?:Rad|Dach|Berg|Pferd"
        r"|den))(?: ?[.,;:!?]|$))",
        r"(?:hat|haben|hatte|hätte)(?=[^.!?]* gefallen)[^.!?]* gefallen",
        r"wachsen(?:de[rnms]?)? (?:Bäume|Wälder|Reben|Pilze|Gras)|(?:Bäume|Reben|Pilze|Gras|Weizen)"
        r"[^.!?]*? (?:wuchs|wachsen|wächst|wuchsen)",
    ),
    values={
        **values_of(ONES, TENS, SCALES),
        "zwo": 2,
        "dutzend": 12,
        HUNDRED: 100,
        "doppelt": 2,
        "doppelte": 2,
    },
    joints=frozenset({"einhalb"}),
    shares={
        **dict.fromkeys(
            ("hälfte", "hälften", "halb", "halbe", "halben", "halber", "halbes", "halbem"),
            Fraction(1, 2),
        ),
        **{
            stem + ending: Fraction(1, n)
            for stem, n in _ORDINALS.items()
            for ending in ("", "n", "r", "s", "m")
        },
        "anderthalb": Fraction(3, 2),
        "einhalb": Fraction(1, 2),
        **{
            word.lower() + ending: Fraction(1, n)
            for word, n in said.PARTS.items()
            for ending in ("", "s", "n")
        },
        **{word: Fraction(*share) for word, share in said.JOINED.items()},
    },
    factors=frozenset({"hundert", "dutzend"}),
    parts=_parts,
    nouns=re.compile(
        rf"(?:(?i:{_MOVES}|{said.NOUNS})|{one_of(_PARTS)}|Hälfte|Dutzend"
        rf"|(?i:{one_of(' '.join(said.JOINED))}|(?:{_STEM}|{_HALVES})fache"
        r"|Doppelte)|Million|Milliarde|Billion)"
    ),
    abbreviations=re.compile(
        r"\b(?:z\. ?B|bzw|ca|d\. ?h|u\. ?a|Nr|Dr|Prof|vgl|Mio|Mrd|Tsd|rd|S|Bd|Kap|Abb|Tab|Hrsg"
        r"|Abs|Art)\.$"
    ),
)
