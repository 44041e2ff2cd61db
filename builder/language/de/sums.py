"""German words that tell what is added up from what is not, and lists of all from lists of some.

They stand in heads of columns and rows, and in the words that a table or chart is shown with.
"""

from __future__ import annotations

import re
from typing import Final

_MEANS: Final = (
    r"[%‰°ø±]|(?<!\w)\w+/(?!jahr|monat|woche|tag)\w"
    r"|(?<!\w)(?:je(?:weils)?|pro)(?!\w)(?! (?:jahr|monat|woche|tag|quartal|saison))"
    r"|(?<!\w)(?:\w*durchschnitt\w*|mittel|\w*mittelwerte?|mittlere\w*|\w*median\w*|\w*quoten?"
    r"|\w*raten?|\w*anteile?n?|\w*prozent\w*|\w*ind(?:ex|izes)|rang|\w*bewertung|\w*abweichung\w*"
    r"|\w*fehler|\w*unsicherheit|\w*intervall\w*|\w*koeffizient\w*|\w*dichte)(?!\w)"
)
MEANS: Final = re.compile(_MEANS, re.IGNORECASE)
"""What is said of means, shares, rates and spreads, of which no line is added to another."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:ø|\w*durchschnitt\w*|mittelwerte?|mittlere\w*|\w*median\w*|\w*(?<!fang)(?<!milch)quote)(?!\w)",
    re.IGNORECASE,
)
"""What heads means, medians and rates, and nothing that adds up."""

RATES: Final = re.compile(
    rf"{_MEANS}"
    r"|(?<!\w)(?:\w*preise?|(?:stück|einheits)kosten|\w*mieten?|\w*löhne?|\w*lohn"
    r"|\w*gehält\w+|\w*gehalt"
    r"|\w*verdienste?|\w*alter|\w*noten?|\w*stufen?|\w*niveau|\w*temperatur\w*"
    r"|\w*geschwindigkeit\w*|\w*entfernung\w*|\w*distanz\w*|\w*dauer|\w*länge|\w*breite|\w*höhe"
    r"|\w*tiefe|\w*größe|\w*(?<!voll)(?<!teil)zeit(?:en)?|\w*tage|\w*stunden|\w*minuten"
    r"|\w*änderung\w*|\w*wachstum\w*|\w*zuwachs|\w*anstieg|\w*rückgang|\w*differenz\w*"
    r"|\w*deckung\w*"
    r"|\w*auslastung|\w*belegung|\w*zufriedenheit|höchst\w*|\w*spitze\w*|maxim\w+|minim\w+"
    r"|\w*wahrscheinlichkeit\w*|\w*faktor\w*|\w*erwartung|\w*gebühr(?:en)?"
    r"|\w*(?<!um)(?<!ab)s(?:atz|ätze)"
    r"|\w*tarif\w*|\w*verhältnis\w*|\w*takt|seit|\w*nummer|nr\.|schlüssel|\w*salden"
    r"|\w*saldo|\w*bestand|\w*bestände|netto\w*)(?!\w)",
    re.IGNORECASE,
)
"""What heads numbers that do not add up: these, and prices, ages, lengths and times."""

ADDED: Final = re.compile(
    r"(?<!\w)(?:an)?zahl(?:en)?(?!\w)|(?<!\w)\w*(?:zahl|personen|einwohner|bewohner|bevölkerung"
    r"|besucher|besuche|gäste|übernachtungen|ankünfte|arbeitslose|erwerbstätige|studierende"
    r"|schüler|schülerinnen|kinder|lehrkräfte|beschäftigte"
    r"|beschäftigten|stellen|todesfälle|geburten|fälle|patienten|betten|haushalte|wohnungen"
    r"|schulen|bibliotheken|ausleihen|bücher|fahrten|fahrgäste|fahrzeuge|autos|umsatz|umsätze"
    r"|ausgaben|einnahmen|erlöse|haushalt|investitionen|exporte|importe"
    r"|produktion|stimmen|sitze|mitglieder|betriebe|firmen|anträge"
    r"|beschwerden|frauen|männer|spenden|bäder|plätze)(?!\w)",
    re.IGNORECASE,
)
"""What heads counts and amounts, which a total adds up."""

_EVENTS: Final = (
    r"(?:(?:zuletzt|erstmals|zuerst|erste[rs]?|letzte[rs]?|nächste[rs]?|neu|wieder|im) ?)?"
    r"(?:eröffnet|geöffnet|geschlossen|(?:um|aus|neu)?gebaut|erbaut|gegründet"
    r"|errichtet|begonnen|beendet|fertiggestellt|abgeschlossen|in betrieb|stillgelegt|saniert"
    r"|renoviert|modernisiert|erweitert|erneuert|eingeführt|eingeweiht|geboren|gestorben"
    r"|beschlossen|verabschiedet|unterzeichnet|ratifiziert|beigetreten|erschienen|veröffentlicht"
    r"|aufgelöst|abgerissen|angeschafft|erworben|installiert|elektrifiziert|entstanden|geprüft"
    r"|zugelassen|entdeckt|erfunden|gewählt|privatisiert"
    r"|verlegt|gekauft|fusioniert|umbenannt|umgezogen"
    r"|(?:wieder|neu)?eröffnung|schließung|(?:neu|aus)?gründung|(?:um|neu|aus)?bau|errichtung"
    r"|fertigstellung|(?:wieder)?(?:in|außer)betriebnahme|stilllegung|sanierung|renovierung"
    r"|modernisierung|einweihung|einführung|beitritt|erscheinen|geburt|tod|abschluss|\w*beginn"
    r"|(?:bau)?ende|\w*start|(?:erst)?zulassung|prüfung|ratifizierung|umstellung|abriss"
    r"|elektrifizierung|auflösung|anschaffung|wahl|kauf|umzug|fusion|ablauf|\w*erstflug"
    r"|vertragsende)"
)
YEARS: Final = re.compile(
    rf"(?:{_EVENTS}(?: (?:am|im|in|ab|seit|von|vom|der|des|durch|für|mit)(?!\w).*)?"
    r"|(?:(?:mitglied|in (?:kraft|betrieb|dienst)|im amt) )?seit"
    r"|(?:(?:laufzeit|bauzeit|gültig) )?(?:von|bis)"
    r"|ab|geplant für|\w*datum|saison|jahrgang"
    r"|(?:erstmals|zuletzt|zuerst) (?:urkundlich )?(?:erwähnt|genannt|belegt|bezeugt|gesehen"
    r"|nachgewiesen|beobachtet|beschrieben|gesichtet)"
    r"|(?:erst|letzt|(?:erste|letzte|älteste)[rs]? (?:urkundliche[rs]? )?)"
    r"(?:erwähnung|nennung|nachweis|beleg|beobachtung|sichtung|beschreibung)"
    r"|(?:(?!pro |je |im |am |dieses |in )[\w-]+e[rsn]? ){0,2}(?!halbjahr|vierteljahr)\w*jahre?"
    r"(?: (?:der|des|dem|von|vom|seit|bis|zu[mr]?)(?!\w).*)?)",
    re.IGNORECASE,
)
"""What heads calendar years: they, or what happened in them."""

CHOSEN: Final = re.compile(
    r"(?<!\w)(?:ausgewählt\w*|auswahl|einige\w*|manche\w*|top|größte\w*|wichtigste\w*|häufigste\w*"
    r"|bedeutendste\w*|meiste\w*|höchste\w*|kleinste\w*|niedrigste\w*|stärkste\w*|\w*beispiel\w*"
    r"|stichprobe\w*|auszug\w*|nur|wenige\w*|unter anderem|u\. a\.|ohne|nicht|außer|teilweise"
    r"|unvollständig\w*|erste\w*|letzte\w*|beste\w*|schlechteste\w*|bekannt\w*|aufgeführt\w*"
    r"|führende\w*|vor allem)(?!\w)",
    re.IGNORECASE,
)
"""What says that a list is one of some alone."""

OVERLAP: Final = re.compile(
    r"(?<!\w)(?:mehrfach\w*|mehrere\w*|überschneid\w*|überlapp\w*|doppel\w*|ohne doppelz\w+"
    r"|einmal|gemeinsam\w*|verschiedene\w*|eindeutig\w*|beide\w*|\w*gründe|\w*grund"
    r"|\w*antwort\w*|nennung\w*"
    r"|\w*motive?|hindernisse?|hemmnisse?|\w*symptome?|\w*sprachen?|\w*kanäle?|wünsche"
    r"|fähigkeiten|davon|darunter|konsolidier\w+)(?!\w)",
    re.IGNORECASE,
)
"""What says that lines hold some of the same, so that their total is less than they come to."""

ROUNDED: Final = re.compile(r"(?<!\w)(?:ab|auf)?(?:gerundet|rundung)", re.IGNORECASE)
"""What says that numbers were rounded before they were written."""

OTHERS: Final = re.compile(
    r"(?:alle )?(?:die )?(?:übrige[nrs]?|sonstige[nrs]?|andere[nrs]?|weitere[nrs]?|restliche[nrs]?"
    r"|rest)(?!\w).*|unbekannt|ohne angabe|keine angabe",
    re.IGNORECASE,
)
"""What heads the line of all that no other line names."""

PAIR: Final = re.compile(
    r"(?:(männer|männlich|jungen|buben)|(frauen|weiblich|mädchen))", re.IGNORECASE
)
"""Two lines that hold all between them, each a group: women and men."""

TWICE: Final = re.compile(
    r"(?<!\w)(?:\w*nutzer\w*|\w*kund(?:en|innen)|patient\w*|\w*besucher\w*|mitglieder\w*"
    r"|\w*teilnehm\w+|\w*empfänger\w*|\w*gäste|\w*leser\w*)(?!\w)",
    re.IGNORECASE,
)
"""Who may come to several of what is listed, and is one in all."""

SAYING: Final = ("ausgewählte", "Mehrfachnennungen", "davon")
"""How it is said that lines are some of all, that they overlap, and that one holds another."""

TOTALLING: Final = r"insgesamt|zusammen|in summe|alles in allem|im ganzen"
IN_ALL: Final = r"insgesamt|zusammen"
"""What stands before the number of a total, with a few words between, and what stands behind it."""

MADE_OF: Final = (
    r"also|nämlich|und zwar|das heißt|d\. ?h\.|das sind|bestehend aus|zusammengesetzt aus"
)
"""What stands between a total and all of its parts."""

OF_ALL: Final = r"von(?: den| allen| diesen| insgesamt)?|unter den"
"""What begins a sentence before a whole, of which a part follows."""

NO_PARTS: Final = (
    r"mehr|weniger|als|um|je|pro|nach|vor|bis|statt|gegenüber|höher|niedriger|oder"
    r"|nicht|wenn|stieg\w*|sank\w*|davon|darunter|hiervon|von (?:ihnen|denen)"
)
"""What stands beside numbers that are none of these parts."""

APART: Final = r"auf|und|in|im|zu|mit|für|an|bei|seit"
"""What between two numbers says that neither is a part of the other."""

JOINED: Final = "und|sowie|plus"
"""What joins the last part to the others."""

EVERY: Final = "alle"
NOBODY: Final = "niemand|keine[rs]?"
NO: Final = "keine?"
"""What says of all, and of none, before a figure in brackets; and of none of a thing."""

REST: Final = r"(?:der|die|das) (?:rest|übrigen|restlichen|anderen)"
REMAINING: Final = r"die (?:übrigen|restlichen|verbleibenden)"
"""What names the rest of a whole, before a pause or its figure."""

ADDED_UP: Final = rf"{TOTALLING}|zusammen|zusammengenommen|gemeinsam"
"""What stands before what is added up, or before what that comes to."""

AS_MANY: Final = (
    r"(?<!mal )(?<!doppelt )(?<!halb )(?<!nicht )"
    r"(?:fast |beinahe |nahezu |annähernd )?(?:eben|genau)?so viele?"
)
HARDLY: Final = "kaum"
"""What says that one is about as much as another, and how little more or less it is."""

OUTDOES: Final = "übertr(?:af|ifft)|übertroffen|überb(?:ot|ietet)|topp(?:t|te)"
"""What says that one is more than another, before its figure."""

TOGETHER: Final = "zusammen(?:genommen)?|gemeinsam"
"""What adds up no more than what is named beside it."""

COME_TO: Final = "summieren sich|ergeben"
"""What stands between two figures and what they come to."""

STAYS: Final = (
    r"(?:blieb(?:en)?|bleib(?:t|en)|verharr(?:t|te|ten)"
    r"|lieg(?:t|en) unverändert|lag(?:en)? unverändert)"
    r"(?: unverändert| weiterhin| konstant| stabil)?"
    r" (?:bei|auf)|(?:eingefroren|unverändert) (?:bei|auf)"
)
FROZEN: Final = r"eingefroren|unverändert|gleich ?geblieben|(?:nicht|kaum) (?:verändert|geändert)"
"""What says that something stayed what it was: before its figure, and before two."""

ONCE: Final = "damals|früher|zuvor|im vorjahr|einst|vorher"
NOW: Final = "heute|jetzt|nun|inzwischen|mittlerweile"
"""What stands behind a figure of another time, and of this."""

YEAR: Final = "(?:im jahr |in )?"
OF_YEAR: Final = ""
"""What stands before and behind a year that does so."""

MORE: Final = "mehr"
LESS: Final = "(?<!oder )weniger"
"""What says that there is more, or less, where two figures follow behind a colon."""

COMES_TO: Final = (
    r"(?:summier|addier)(?:t|en|ten) sich (?:auf|zu)|ergeben(?: zusammen)?|machen zusammen"
)
AMONG_THEM: Final = "zusammen|gemeinsam"
"""What stands between parts and what they come to, and what does so behind that."""

AS_MUCH: Final = r"(?:ebenso|genauso|gleich) (?:viele?|hoch|lange?|häufig|teuer)"
AS: Final = r"wie(?!\w)"
"""What says before two figures that they are the same, and what stands between these."""

STOPPED: Final = r"gestoppt|beendet|gebremst|aufgehalten|vorbei|zu ende|gebrochen"
"""What says beside a word of change that it has come to its end."""
