"""German nouns of places, parts and things that are called by numbers: „Liegeplatz 7 wird tief“.

They stand before counts as well, „im Saal 12 sind frei“, so that they number only where a phrase
ends or what cannot be counted comes next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.language.designations import NUMBER, WHOLE, placed
from builder.language.lexicon import ENDED
from builder.language.years.rule import one_of

# Whole words, and ends of compounds: Sitzungssaal, Liegeplatz, Messstelle, Wahlbezirk.
_NOUNS: Final = one_of(
    "Kai Pier Mole Pegel Brunnen Karton Mappe Kiste Fach Regal Magazin Schlag Feld Parzelle Acker"
    " Weide Beet Revier Wache Posten Abfertigung Schalter Trupp Staffel Hütte Weg Steig Pfad Route"
    " Loipe Piste Lift Gipfel Akt Szene Strophe Lauf Durchgang Runde Vorgang Baureihe"
    " Antrag Beschluss Position Bahnsteig Straßenbahn Fähre Kutter Boje Tonne Dock"
    " Turm Block Reaktor Ofen Kessel Tank Pumpe Turbine Mast Pfeiler Schleuse Tunnel Etage Trakt"
    " Flügel Zelle Abteilung Ortsverein Ortsgruppe Zweigstelle Filiale Aufgabe Objekt Exponat"
    " Vitrine Zeuge Zeugin Kriterium Grundsatz These Säule Lektion Lehrjahr Ebene Note"
    " Kanal Folge Container Bunker Stollen Schacht Sohle Flöz Spur Ampel Kreuzung Rampe Bucht "
    "Becken"
    " Deck Rolle Film Akte Bündel Band Gemälde Blatt Karte Tafel Vers Psalm Lied Probe Sorte Muster"
    " Formular Formblatt Baustein Fenster Stand Spielfeld Bahn Weiche Signal Deich Siel Düker Grab"
    " Grabfeld Reihe Platznummer Hausnummer Startnummer Losnummer Rückennummer Bataillon Regiment"
    " Volk Grab Charge Taxe Taxi Halteplatz Gondel Stütze Partie Schnitt Fund Sitz Gate Flugsteig "
    "Schalterhalle"
    " Löschzug Drehleiter Haltestelle Probe Apparat Nebenstelle Störung Manege Sohle Erwägungsgrund"
    " Gutachten Los Losung Sonett Psalm Sure Kantate Sinfonie Quartett Register Urkundenrolle "
    "Einheit"
    " Bild Motiv Szenenbild Stern Knoten Wabe Beute Stock Stamm Baum Tag Ausfahrt Abteil Kabine "
    "Straße"
    " Anleger Schrank Baracke Kurs Programm Sperre Bekanntmachung Regel Satzung Grad Asservat "
    "Bogen Studio"
    " Steinmann Anklagepunkt Gelände Wagen Kammer Pavillon Bude Kiosk Halde Grube Teich Graben "
    "Deichtor"
    " Kompanie Geschwader Panzerbataillon Fallschirmjägerregiment Jägerbataillon "
    "Hubschraubergeschwader"
    " Christoph Anl\\. Tab\\. Beispiel Artikelgruppe Sparte Pflegestützpunkt Ausgang Eingang "
    "Ausfahrt"
    " Abfahrt Aufgang Steg Brücke Zufahrt Rettungswache Feuerwache Durchwahl Aktenzeichen"
)
_ENDS: Final = one_of(
    "saal raum zimmer halle steig gleis bezirk kanal schacht becken fach kiste karton mappe feld"
    " parzelle tor hütte route tafel posten abschnitt trupp staffel bataillon regiment"
    " kompanie baureihe anlage turm block trakt flügel zelle turbine pumpe mast schleuse tunnel"
    " zweigstelle wache schalter kasten"
)
_PLACE: Final = (
    rf"(?:{_NOUNS}|\w*(?:{_ENDS})|\w{{3,}}(?:stelle|platz|gebiet)"
    rf"|(?:pump|klär|kraft|wasser|stell)werk)(?:s(?= ))?{WHOLE}"
)
_PLACES: Final = one_of(
    "Stationen Säle Liegeplätze Bahnsteige Kais Felder Schläge Parzellen Kartons Mappen Reviere"
    " Wachen Trupps Hütten Wege Routen Pisten Folgen Szenen Akten Anträge Positionen Türme Blöcke"
    " Turbinen Pumpen Brunnen Schächte Zellen Abteilungen Filialen Zweigstellen Aufgaben Objekte"
    " Tore Eingänge Ausgänge Brücken Ebenen Etagen Decks Becken Bahnen Kanäle Fragen Linien "
    "Wahlbezirke"
    " Messstellen Abschnitte Bauabschnitte Anlagen Tafeln Karten Blätter Container Noten"
)
_EACH: Final = (
    "diese dieser diesem diesen dieses jede jeder jedem jedes pro je eine einer einem ein einen"
    " kein keine keinen keinem keiner welche welcher welches"
)
# Verbs of one thing that does not measure or number anything.
VERBS: Final = one_of(
    "öffnet öffnete schließt schloss leitet leitete gehört gehörte dient dient diente bildet "
    "bildete löst"
    " läuft lief endet schreibt schrieb trifft traf tagt tagte prüft prüfte nimmt nahm bindet"
    " verbindet wechselt wechselte heißt hieß ruht ruhte befindet befand verläuft verlief quert"
    " kreuzt erschließt versorgt speist bedient ersetzt ersetzte übernimmt übernahm verlangt"
    " verlangte bestimmt verweist trägt trug wartet brennt brannte brach bricht sperrt sperrte "
    "steckt"
    " verlässt verließ sendet sendete entstand entsteht tritt trat ging geht"
    " trocknet landete flog hielt führte kam gelangte"
)
# „stehen Linden“: whose verb it is stands behind it, and so is no number before it.
THINGS_DO: Final = (
    r"(?!(?:und|oder|von|den|denn|dann|an|in|neben|gegen|zwischen|wegen|schon|nun) )[a-zäöüß]+n"
    r" (?:(?:die|viele|nur|noch|auch|schon|zwei|drei|vier|fünf|sechs|sieben|[a-zäöüß]+e)"
    r" ){0,3}[A-ZÄÖÜ][\w-]+"
)
_ON: Final = one_of("bis während dessen deren samt dann sobald seit vom")
# What is parted from its verb: „zog in Zimmer 9 um“.
_PARTICLE: Final = (
    "(?:um|zu|auf|aus|an|ab|ein|vor|nach|mit|los|weg|durch|zurück|vorbei|fest|frei|hoch|nieder)"
)
_MANY_ARE: Final = one_of(
    "werden wurden sind waren haben hatten stehen standen liegen lagen hängen"
)
_ALL: Final = one_of("die der das alle keine beide viele einige mehrere sämtliche nur_die am im")
_NO_VERB: Final = (
    r"(?:(?:kost|fass|zähl|reich|miss|wieg|beträg|umfass|steig|sink|fäll|wächs|bring|brach|liefer"
    r"|brauch"
    r"|benötig|schaff|gewinn|verlier|erreich|erziel|erhäl|erhiel|bekomm|mach|führ|dauer|heiß|leb"
    r"|wohn"
    r"|arbeit|sterb|stirb|fehl|folg)t?e?t?|gut|fast|dicht|leicht|schlecht|laut|recht|oft|meist|weit"
    r"|höchst|zuletzt|nicht|erst|sonst|selbst|mit|seit|jetzt|heute|heut|bunt|alt|kalt|rot|tot|fest"
    r"|echt|schlicht|schlechte|bereits|letzte|erste|dritte|alte|gute|kaputte|verletzte|tote|bunte)"
)
_ACTS: Final = (
    r"(?!(?:ge|be|ver|er|zer|ent|an|auf|aus|ein|ab|zu|um)[a-zäöüß]*t(?!\w))[a-zäöüß]{3,}(?:t|elte"
    r"|erte|mte|lte|gte"
    r"|kte|chte|rrte|hnte|nnte)"
)
_OBJECT: Final = (
    r"(?:das|die|den|dem|eine?[nmrs]?|sich|nicht|es|sie|man|wir|ihre?[nmrs]?"
    r"|seine?[nmrs]?|keine?[nmrs]?)"
)
_DONE: Final = (
    r"(?:(?:auf|ab|an|aus|ein|zu|um|vor|nach|unter)?(?:ge[a-zäöüß]{2,}|be[a-zäöüß]{3,}"
    r"|ver[a-zäöüß]{3,}"
    r"|er[a-zäöüß]{3,})(?:t|en)|[a-zäöüß]{3,}iert)"
)
_IS: Final = one_of(
    "ist war wird wurde hat hatte bleibt blieb liegt lag steht stand gilt galt soll sollte kann"
    " konnte muss musste darf durfte endete begann beginnt"
)
# What is measured or ranked: „Umsatz 12 ist wenig“.
_MEASURED: Final = one_of(
    "Stärke Absatz Umsatz Gewinn Verlust Preis Wert Quote Anteil Summe Zahl Ertrag Bestand"
    " Höhe Länge "
    "Kosten"
    " Rekord Ergebnis Schnitt Stand Platz Rang Kapital Schulden Tempo Alter Gewicht Fläche Dauer"
    " Breite Tiefe Menge Ernte Fang Personal Besuch Andrang Verkehr Zuwachs Rückgang Anstieg Plus"
    " Minus Ziel Grenze Satz Budget Haushalt Betrag Lohn Miete Steuer Strom Verbrauch Leistung"
    " Kapazität Auslastung Belegung Bevölkerung Arbeitslosigkeit Inflation Wachstum Anzahl Mittel"
    " Punktzahl Temperatur Druck Index Rate"
)

# What begins a sentence before a noun.
_HEAD: Final = (
    r"(?:(?:An|In|Auf|Aus|Bei|Hinter|Neben|Vor|Zu|Mit|Nach|Von|Über|Unter|Für|Durch|Um)"
    r"(?: (?:der|die|das|dem|den|unserem|unserer))?|Der|Die|Das|Dem|Den|Im|Am|Zu[mr]|Beim|Vom|Ins"
    r"|Unser|Unsere|Diese[rs]?)"
)

_NO_NOUN: Final = one_of(
    "Rund Etwa Fast Knapp Über Unter Nur Mindestens Höchstens Genau Insgesamt Davon "
    "Darunter Heute Gestern Jetzt Dann Noch Schon Erst Bisher Zuletzt Oft Mal "
    "Land Stadt Wald Wasser Luft Geld Mit Gegen Jede Jeder Jedes In "
    "An Auf Aus Bei Um Ab Bis Von Vom Vor Nach Zu "
    "Seit Der Die Das Dem Den Des Ein Eine Kein Keine Alle "
    "Es Er Sie Wir Und Oder Als Wie Wenn Ob Dass Da "
    "Weil Diese Dieser Dieses Diesen Jene Hier Dort Dafür Dabei Damit Also "
    "Ist Sind War Hat Wird Ohne Durch Für Zwischen Unser Ihr Sein "
    "Wer Man Was Wo Mein Circa Ungefähr Gut Kaum Allein Auch Sogar"
)


def places(joints: str, goes_on: str, are: str) -> Iterator[re.Pattern[str]]:
    """Yield what finds their numbers, given what numbers of all such nouns are told by."""
    on = rf"(?-i:{goes_on}|{VERBS}|{_ON}|(?:zu|gegenüber)(?= [A-ZÄÖÜ]))"
    yield from placed(_PLACE, _PLACES, joints, _EACH, on, are)
    # „An Messstelle 3 werden die Proben genommen“, „auf Schlag 3 gesät.“
    yield re.compile(
        rf"(?<!\w)(?i:an|in|auf|aus|bei|hinter|neben|vor|zu|von|nach|mit|über|unter|gegenüber) "
        rf"(?i:{_PLACE}) "
        rf"(?P<named>{NUMBER})"
        rf"(?= {_MANY_ARE} {_ALL}(?!\w)| (?:{_DONE}|{_PARTICLE}){ENDED})"
    )
    # „Kessel 3 ist kalt“, „Im Silo 4 lagert Getreide“: a sentence's verb comes second, and so the
    # number before it belongs to the noun.
    noun = rf"(?!(?:{_NO_NOUN}|\w*(?i:{_MEASURED})(?:e?s|e[nr]?)?)(?!\w))[A-ZÄÖÜ][\w-]{{2,}}"
    yield re.compile(
        rf"(?:^|[.!?:;—–] )[\"“„«»(]?(?:{_HEAD} )?{noun} (?P<named>{NUMBER})"
        rf"(?=: [^\W\d]| (?!{_NO_VERB}(?!\w)|{_DONE}{ENDED})(?:{_IS}|{VERBS}|{THINGS_DO}"
        rf"|[a-zäöüß]{{3,}}te?)(?!\w))"
    )
    # „Block 4 und Block 7“: what is said twice is called so.
    yield re.compile(
        rf"(?<!\w)(?P<noun>{noun}) {NUMBER}(?:,| und| oder| bis| sowie) (?:(?:der|die|das"
        rf"|de[mn]|von"
        rf"|zu[mr]|in|im|auf) )?(?P=noun) (?P<named>{NUMBER})(?={ENDED}| [a-zäöüß])"
    )
    # „Das Feuer auf Mole 9 blinkt“, „Volk 6 schwärmte“: a verb of one thing, and no participle.
    yield re.compile(
        rf"(?:(?:^|[.!?:;—–] )[\"“„«»(]?|(?<!\w)(?i:an|in|auf|aus|bei|hinter|neben|vor|zu|nach|von"
        rf"|mit|über) )"
        rf"(?!(?:{_NO_NOUN}|\w*(?i:{_MEASURED})(?:e?s|e[nr]?)?)(?!\w))[A-ZÄÖÜ][a-zäöüß-]{{2,}} "
        rf"(?P<named>{NUMBER})"
        rf"(?:(?= (?!{_NO_VERB}(?!\w))(?:{_ACTS}(?! (?:[a-zäöüß]+e[nr]? "
        rf")?[A-ZÄÖÜ]\w*[ners](?!\w))(?!\w)"
        rf"|[a-zäöüß]{{3,}}t(?= {_OBJECT}(?!\w))))|(?= reicht(?:e)? bis(?!\w)))"
    )
    # „Halle 7, Stand C31, gehört uns“, „Reihe G, Platz 14,“.
    yield re.compile(
        rf"(?<!\w)[A-ZÄÖÜ][a-zäöüß]+ (?:[A-Z]|[A-Z]?\d{{1,4}}[a-z]?), "
        rf"(?!(?:{_MEASURED.replace('Platz', 'x')})(?!\w))"
        rf"[A-ZÄÖÜ][a-zäöüß]{{2,}} (?P<named>{NUMBER})(?=, |$)"
    )
    yield re.compile(
        r"(?:^|\| ?)(?:Tag|Schritt|Runde|Etappe|Termin|Sitzung|Woche) (?P<named>\d{1,3})(?=[,:] )"
    )
    # „verlässt Anleger 2 um sieben“: what has no article is called by its number.
    yield re.compile(
        rf"(?<!\w)(?:verlässt|verließ|erreicht|erreichte|sperrt|sperrte|bewacht|nutzt|nimmt|nahm"
        rf"|quert|passiert"
        rf"|schließt|öffnet|sagt|regelt|betrifft) (?!(?:{_NO_NOUN}"
        rf"|\w*(?i:{_MEASURED}))(?!\w))[A-ZÄÖÜ][a-zäöüß]{{2,}}"
        rf" (?P<named>{NUMBER})(?={ENDED}| (?:um|am|im|in|an|auf|vom|zur|bis|und|mit|nach"
        rf"|seit)(?!\w))"
    )
