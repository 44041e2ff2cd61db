"""German words of the turns of phrase around years that all languages have."""

from __future__ import annotations

from typing import Final

from builder.language.de.beside import ONE_DOES, SEASON
from builder.language.years.turns import FIGURE, Turns

# What stands before the year of a label: "Hilfsfrist eingehalten 2025", not "Stühle gezählt 2025".
_HEADING: Final = (
    r"(?!\w*(?:zählt|messen|wogen|kauft|kostet|fasst|sehen|geben)(?!\w))"
    r"(?:(?:ein|aus|ab|an|auf|vor|zu|nach|mit|um|bei|durch|weiter|fest|frei)ge[a-zäöüß]{3,}(?:t|en)"
    r"|ge(?:brannt|fahren|fordert|halten|leistet|löscht|rettet|schult)|beschafft|besetzt|bearbeitet"
    r"|erledigt|erneuert|ersetzt|ausgebildet|nachts|tags|tagsüber|werktags|werktäglich"
    r"|[a-zäöüß]{4,}weit|innerorts|außerorts|insgesamt|gesamt)"
)

TURNS: Final = Turns(
    seasons=rf"{SEASON}|\w*(?:jahre?s?|sommer|winter|saison|welle)|zuletzt|zuerst|damals",
    made=r"(?:wieder|neu|zuletzt|erst|schon|bereits )?(?:er|ge|um|neu|aus)?(?:öffnet|baut"
    r"|gründet|richtet)"
    r"|saniert|gestartet|begonnen|aufgelegt|beendet|aufgelöst|umbenannt|vereinbart|renoviert"
    r"|modernisiert|erneuert|geboren|gestorben|erschienen|beschlossen|eingeführt"
    r"|verabschiedet|geändert|fertiggestellt|stillgelegt|veröffentlicht|novelliert",
    one=rf"{ONE_DOES}|lag|liegt|waren es {FIGURE}",
    only="nur|auch|allein|einzig|schon|bereits|erst",
    aside="in|im|am|an|nach|vor|während|eine?m?|der|das|dem",
    hotter=r"(?:heißer|wärmer|kühler|kälter|trockener|nasser|feuchter|milder|sonniger"
    r"|schlimmer|länger|kürzer|teurer|billiger|voller|leerer|lauter|leiser|ruhiger) als",
    more=r"(?:mehr|weniger|höher|niedriger|größer|kleiner|tiefer) als",
    mean=r"(?:im|das|dem|vom) \w*(?:mittel|durchschnitt|schnitt)(?: der jahre| von)?",
    like="wie|in|als",
    given="für",
    then="liegen|liegt|fehlen|fehlt|gibt es|gilt|ist|sind|plant|rechnet|erwartet|werden",
    compares=r"(?:vergl(?:eicht|ich|ichen|eichen|eiche)|stell(?:t|te|en|ten))(?: man| wir)?"
    r"|gegenüberstellt|stellt",
    beside="mit|und|gegenüber",
    than="über|unter|vor|hinter|als|wie",
    within="im Jahr|in",
    looks=r"(?:(?:rück|aus|ein|über)?blicke?|rückschau|vorschau|vergleiche?|lehren|lektionen"
    r"|weg|wege|kurs"
    r"|sicht|erinnerung(?:en)?|abschied|erkenntnisse|erfahrungen|fazit|bilanz|zurück|start|auftakt"
    r"|schritte?|fahrplan|perspektiven?|fokus|hoffnung(?:en)?|gedanken|bericht|eindrücke"
    r"|ausrichtung)"
    r" (?:auf|mit|aus|nach|zu|zum|von|in|für|bis|an)|kurs|richtung|jenseits von",
    asks="warum|weshalb|wieso|wie|was|wofür",
    matters="zählt|zählte|wichtig|verlief|lief|bringt|brachte|bedeutet|bedeutete|gelang|anders",
    against=r"gegen|gegenüber|versus|vs\.?|statt|oder|und|zu|im Vergleich zu",
    bare=rf"(?!(?:{_HEADING}) )\w+ ",
    founded=r"(?:ge|er|be)gründete?[nrs]?|(?:er)?baut|erbaute[nrs]?|gebaute?[nrs]?"
    r"|errichtete?[nrs]?"
    r"|eröffnete?[nrs]?|entstand|entstanden|brannte|abgebrannt|geboren|gestorben|baujahr|dabei"
    r"|mitglied|im (?:dienst|amt|einsatz)|(?:ver|um|ge)legt|in Betrieb genommen|unterzeichnet"
    r"|gepflanzt"
    r"|gedruckt|gemalt|geschrieben|abgerissen|gesprengt|entdeckt|erfunden|geschliffen|trockengelegt"
    r"|elektrifiziert|verstaatlicht|gegossen|geprägt|gekrönt|geweiht|erstmals erwähnt|urkundlich "
    r"erwähnt"
    r"|öffnete|lief vom Stapel|vom Stapel gelaufen",
    since=r"(?<!\w)wurde(?: (?:der|die|das|er|sie|es|zuerst|erstmals|schon|bereits|erst|hier|dort"
    r"|dann"
    r"|[A-ZÄÖÜ][a-zäöüß]+)){0,3}|anno|jahrgang|baujahr|(?:von|seit|bis|noch|schon|erst) um|(?-i:Um)"
    r"|(?:wohnt|lebt|arbeitet|steht|gehört|führt|betreibt|besteht|heißt|dient|spielt|singt|hängt"
    r"|liegt)"
    r" (?:[a-zäöüß]+ ){0,3}seit"
    r"|(?:das|im|dem|des|vom|zum) Jahre?s?|(?:in|aus|von) den Jahren(?: \d{4} (?:bis|und))?"
    r"|von vor"
    r"|(?:d(?:er|ie|as|em|en|es)|eine[rm]?|[A-ZÄÖÜ]\w+[esr]) [\wäöü-]*(?:flut|krieg|streik|brand"
    r"|urkunde"
    r"|karte|siedlung|kirche|brücke|zählung|revolution|seuche|dürre|winter|sommer|edikt|bulle"
    r"|charta"
    r"|frieden|schlacht|beben|unglück|katastrophe|ausgabe|fassung|ausstellung|verfassung"
    r"|handschrift"
    r"|chronik|aufstand|aufnahme|zeichnung|vertrag)(?:e?s|e?n)? von"
    r"|(?:gibt es|besteh(?:t|en)) (?:schon |bereits )?seit"
    r"|(?:stamm|datier)(?:t|en|te|ten) (?:noch )?(?:von|aus)(?: dem Jahr)?",
    arrives=r"(?:(?:an)?stieg(?:en)?|steig(?:t|en)|sank(?:en)?|sink(?:t|en)|fiel(?:en)?|fällt"
    r"|fallen"
    r"|wuchs(?:en)?|wächst|kletter\w+|schrumpf\w+|erhöh\w+|verringer\w+|(?:ging|geht|nahm)\w*)"
    r"[^.;:!?]* (?<!von )(?<!winter )(?<!wechsel )(?<!saison )\d{4} auf",
)
"""Words of the turns that all languages have."""
