"""German words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.ages import aged, ages
from builder.language.de.beside import ONE_DOES, SEASON
from builder.language.de.places import THINGS_DO, VERBS
from builder.language.de.plural import PLURAL
from builder.language.de.services import SERVICES
from builder.language.designations import AGE, OLD, designated, placed
from builder.language.lexicon import ENDED
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "Seite S\\. Kapitel Kap\\. Artikel Art\\. Anhang Abschnitt Abs\\. Ziffer Ziff\\."
    " Satz § Paragraf Paragraph Bd\\. Nummer Nr\\. COP Resolution Richtlinie Verordnung"
    " EU-Richtlinie EU-Verordnung"
    " Az\\. Aktenzeichen Drs\\. Drucksache BT-Drs\\. LT-Drs\\. Bundestagsdrucksache"
    " Landtagsdrucksache Flurstück Plenarprotokoll"
    " Pflegegrad Pflegestufe Steuerklasse Typ Effizienzhaus ICE Spalte Zeile Randnummer Rn\\. SGB"
    " SDG Tempo Version Agenda Fn\\. Hs\\. Buchst\\. Jg\\. H\\. Leitlinie KfW"
    " Tz\\. Textziffer Rz\\. Rdn\\. Rdnr\\. Dezernat \\w*vorlage"
    " Hausnummer (?-i:TOP)"
    # What is divided into by rule: "Warnstufe 2", "Leistungsphase 2", "Kostengruppe 400".
    " \\w{3,}(?:stufe|phase|gruppe|klasse|zone|bereich|ebene)"
)
# "Artikel 5 Absatz 2": alone, what is sold is called so too.
_PART: Final = rf"(?<!\w){_ONE} \d+[a-z]?,? Absatz (?P<named>\d+[a-z]?)(?!\w)"
# Words that stand before counts as well.
_PLACE: Final = one_of(
    "Teil Titel Anlage Beilage Stufe Phase Szenario Folie Linie Gleis Raum Zimmer Klasse Zone"
    " Tagesordnungspunkt Punkt KW Kalenderwoche Woche Bus Buslinie Straßenbahnlinie Tram Modul Los"
    " Handlungsfeld Maßnahme Ziel Schritt Variante Option Gruppe Wahlkreis Bauabschnitt Frage"
    " Fassung Halle Haus Tor Station Etappe Tag Wagen Heft Ausgabe"
    " Gebäude Blatt Modell Amt Fachdienst Fachbereich Sachgebiet Referat Anschlussstelle"
)
_PLACES: Final = one_of(
    "KW Kalenderwochen Zimmer Gebäude Häuser Pflegegrade Buslinien Steuerklassen Jahrgänge"
    " Klassenstufe Teile Titel Anlagen Stufen"
    " Phasen Folien Linien Gleise Räume"
    " Zonen Klassen Klassenstufen"
    " Jahrgangsstufen Handlungsfelder Maßnahmen Ziele Schritte Varianten Optionen Wahlkreise Lose"
)
# "die B 27", "an der Kreisstraße K 12", "die RB 63".
_ROAD: Final = (
    r"(?<!\w)(?:[Dd](?:ie|er)|[Zz]ur|(?:(?:[Kk]reis|[Bb]undes|[Ll]andes|[Ss]taats)straße"
    r"|[Aa]utobahn)(?:n)?) (?:(?:(?:Kreis|Bundes|Landes|Staats)straße|Autobahn) )?"
    r"(?P<named>(?:A|B|K|L|St|S|U|RB|RE) \d{1,4})"
)
GOES_ON: Final = r"(?!von (?:ihnen|denen|diesen)(?!\w)|(?:und|oder) mehr(?!\w))" + one_of(
    "der die das dem den des ein eine einen einem einer sein seine ihr ihre und oder aber sondern"
    " denn in im an am auf aus bei beim mit nach von vom zum zur für über unter durch ohne gegen"
    " ist war wird wurde hat hatte bleibt blieb kann soll muss darf gilt galt folgt endet endete"
    " beginnt begann steht stand liegt lag fährt fuhr führt führte hält hielt zeigt nennt regelt"
    " regelte enthält betrifft beschreibt gibt kommt entfällt sieht nicht noch auch nur wieder"
    " erst schon jetzt dann sowie als wie wenn weil dass § Artikel Satz Nummer Ziffer Richtung"
    " Nr\\. Abs\\. Buchst\\."
    " zu(?=_(?:§|[A-ZÄÖÜ]|d|ein))"
    " erscheint erschien fehlt fehlte lautet lautete grenzt"
)
# A verb of one thing and what it is done to: "stellt sie frei".
_DOES: Final = r"[a-zäöüß]+te? (?:sie|er|es|d(?:ie|er|as|en|em)|eine?[nm]?|sich|ihre?|seine?|man)"
_MANY: Final = one_of(
    "Seiten S\\. Paragrafen Paragraphen Artikel Abschnitte Ziffern §§ Nummern Nrn\\."
    " \\w{3,}(?:stufe|phase|gruppe|klasse|zone)n"
)
_EACH: Final = (
    "diese dieser diesem diesen dieses jede jeder jedem jedes pro je eine einer einem ein zum"
)

DESIGNATED: Final = (
    *designated(
        _ONE,
        _MANY,
        "und|oder|bis",
        _EACH,
        PLURAL,
    ),
    *SERVICES,
    re.compile(_PART, re.IGNORECASE),
    re.compile(r"(?<!\w)Absatz (?P<named>\d+[a-z]?)(?= (?:Satz|Nr\.|Nummer|Buchst))"),
    re.compile(r"(?<![\w.,])(?P<named>\d{1,2}\.)(?= (?:OG|UG|Obergeschoss|Stock)(?!\w))"),
    re.compile(r"(?<!\w)(?P<named>S[123])(?=-Leitlinien?(?!\w))"),
    # Refrigerants.
    re.compile(r"(?<!\w)(?<!um )(?<!für )(?<!auf )(?P<named>R \d{2,4}[a-z]?)(?![\w%]|[.,]\d)"),
    *placed(
        _PLACE,
        _PLACES,
        "und|oder|bis",
        _EACH,
        rf"(?-i:{GOES_ON})",
        "sind|waren|wurden|werden|haben|hatten|bleiben|blieben|gelten|galten|fahren|fuhren",
    ),
    re.compile(
        r"(?<!\w)(?:[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Aa]b|[Bb]is|[Ss]eit|[Vv]om)"
        r" (?P<named>\d{1,2}\.(?: (?:bis|und) \d{1,2}\.)?)(?= (?:Lesung|Bürgermeister\w*|Klasse"
        r"|Bezirk|Wahlperiode|Stock|Auflage|Jahrgangsstufe"
        r"|Schuljahr|Bundestag|Legislaturperiode|Kalenderwoche|Sitzung|Jahrestag|Kapitel"
        r"|Jahrhunderts?"
        r"|Jubiläum|Novelle|Nachtrag|\w*[vV]erordnung|Geburtstag|Kammer|Senat|Liga|Bundesliga"
        r"|Perzentil|Lebensjahr|Obergeschoss|Untergeschoss|OG|UG|Etage|KW|Bauabschnitt|FC(?!\w)"
        r"|SC(?!\w)"
        r"|Platz|Staffel|Programm|Folge|Bataillon|Kompanie|Strafkammer|Zivilkammer|Strafsenat"
        r"|Zivilsenat|Instanz|Wahlgang|Akt|Runde|Etappe|Spieltag|Halbzeit|Division|Armee|Brigade"
        r"|Zug|Lesung|Sinfonie|Symphonie|Strophe)(?!\w))"
    ),
    # "nach A 13 besoldet", "TVöD E 9b".
    re.compile(
        r"(?<!\w)(?:nach|TVöD|TV-L|Besoldungsgruppe|Entgeltgruppe|Stelle[n]?) (?P<named>(?:A|B|R"
        r"|W|E|EG|S)"
        r" ?\d{1,2}[a-z]?)(?!\w)(?= (?:besoldet|bewertet|bezahlt|vergütet|und|oder|TVöD)|[.,;)])"
    ),
    re.compile(
        r"(?<!\w)(?:Schüler\w*|Kinder\w*) der Klassen? (?P<named>\d{1,2}(?: (?:bis|und) \d{1,2})?)"
    ),
    re.compile(r"(?<![\w.,])(?P<named>\d{1,2}\.)(?= Spieltag(?!\w))"),
    re.compile(
        r"(?<!\w)(?:[Aa]m|[Bb]is|[Vv]om|[Aa]b|[Zz]um|[Dd]em|[Dd]er)"
        r" (?P<named>(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(?!\d)"
    ),
    re.compile(
        r"(?<!\w)(?:Notruf|Telefon|Tel\.|Rufnummer|Hotline|Durchwahl):? (?P<named>\d{3,6})(?!\d|"
        r" [A-ZÄÖÜ])"
    ),
    # "Hauptstraße 12", but "am Marktplatz 12 Bäume".
    re.compile(
        rf"(?<!\w)[A-ZÄÖÜ][\w-]{{1,60}}(?:[Ss]traße|[Ss]trasse|str\.|[Ww]eg|[Gg]asse|[Aa]llee"
        rf"|[Pp]latz|[Rr]ing|[Dd]amm|[Uu]fer|chaussee"
        r"|promenade|stieg|steig|pfad|graben|wall|kamp|rain|kai|lände|gürtel)"
        rf" (?P<named>\d{{1,3}}[a-z]?(?: (?:bis|und) \d{{1,3}}[a-z]?)?)"
        rf"(?={ENDED}| (?-i:{GOES_ON}|{VERBS}|{_DOES}|{THINGS_DO})(?!\w)|, \d{{5}} )"
    ),
    re.compile(rf"{_ROAD}(?!\w| {PLURAL})"),
    # "B 27 und A 8", where no article stands.
    re.compile(
        rf"(?<![\w.-])(?P<named>(?:A|B|K|L) \d{{1,4}}(?:(?:, | und | bis | sowie )"
        rf"(?:A|B|K|L) \d{{1,4}})+)(?!\w|[.,]\d| {PLURAL})"
    ),
    re.compile(r"(?<!\w)(?:Postleitzahl|PLZ) (?P<named>\d{5})(?!\d)"),
)
"""Patterns whose group `named` is a designation."""

_PEOPLE: Final = (
    r"(?:[Kk]ein(?:e[mrs]?)? (?:Kind|Mensch|Mädchen|Junge|Person|Schüler(?:in)?|Jugendliche[rn]?)"
    r"|Kinder[n]?|Jugendliche[nr]?|Menschen|Personen|Erwachsene[nr]?|Frauen|Männern?|Mädchen"
    r"|Jungen"
    r"|Beschäftigte[nr]?|Einwohner\w*|Bewohner\w*|Patient\w+|Senior\w+|Schüler\w*|Fahrgästen?"
    r"|Besucher\w*|Gästen?|Teilnehmer\w*|Mitgliedern?|Mieter\w*|Kunden|Fahrer\w*|Wähler\w*"
    r"|Häftlingen?|Gefangene[nr]?|Heranwachsende[nr]?|Sportler\w*|Schützen|Azubis|Lehrlingen?"
    r"|Arbeitnehmer\w*|Bürger\w*|Auszubildende[nr]?|Versicherte[nr]?|Alle|alle|Wer|wer"
    r"|Imker\w*|Rentner\w*|Landwirt\w*|Lehrer\w*|Lehrkräften?|Ärzt\w+|Ehrenamtliche[nr]?"
    r"|Freiwillige[nr]?|Helfer\w*|Bäuer\w+|Bauern|Pflegekräften?|Pendler\w*|Antragsteller\w*)"
)
_LIVING: Final = rf"(?:{_PEOPLE}|Bäumen?|Gebäuden?|Wohnungen|Häusern?)"
_AGES: Final = rf"{AGE}(?:(?: ?[–-] ?| bis | und ){AGE})?"

_OLD: Final = rf"(?P<named>{OLD})(?!\d|[.,]\d)"

CALLED: Final = (
    *(re.compile(each, re.IGNORECASE) for each in (*ages(_OLD), aged(_OLD))),
    re.compile(r"(?<![\w.,])(?P<named>\d{2,3})(?=-kV-)"),
    re.compile(rf"(?<!\w)ab (?P<named>{AGE})(?= Jahren(?!\w))"),
    # "Wer älter als 65 ist", "Kinder, die jünger als 6 sind".
    re.compile(
        r"(?<!\w)(?:[Ww]er|die|der) (?:noch )?(?:nicht )?(?:älter|jünger) als (?P<named>1?\d?\d)"
        r"(?=(?: Jahre)? (?:ist|sind|war|waren|wird)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Nn]ach|[Ii]n|[Aa]b|[Bb]is|[Aa]us) Klasse (?P<named>1?\d[a-z]?)"
        r"(?!\w| [A-ZÄÖÜ]| \w+e[nr]? [A-ZÄÖÜ])"
    ),
    re.compile(r"(?<!\w)Norm Euro (?P<named>[1-7])(?!\d|[.,]\d)"),
    re.compile(
        r"(?<!\w)(?:letzten|vergangenen|nächsten|kommenden|folgenden|ersten) (?P<named>\d{1,3})"
        r"(?= (?:Jahren?|Jahre|Monaten?|Monate|Wochen|Tagen?|Tage|Stunden)(?!\w))"
    ),
    re.compile(r"(?<!\w)von (?P<named>\d{1,2} bis \d{1,2})(?= und von \d{1,2} bis \d{1,2} Uhr)"),
    # "Generation 50+", "Ü60"; "die reichsten 10 Prozent"; "24 Stunden am Tag".
    re.compile(
        rf"(?<!\w)(?:Generation|Gruppe|Altersgruppe|{_LIVING}) (?P<named>[1-9]\d)(?=-?plus(?!\w)"
        rf"|\+)"
    ),
    re.compile(r"(?<!\w)(?P<named>[ÜU]-?\d\d)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:reichste|ärmste|oberste|unterste)[nrs]? (?P<named>1|5|10|20)(?= ?(?:Prozent|%))"
    ),
    re.compile(r"(?<![\w.,])(?P<named>24)(?= Stunden (?:am Tag|täglich))"),
    re.compile(r"(?<!\w)(?P<named>5 vor 12)(?! \w+[ners])"),
    # "das 49-Euro-Ticket", "die 35-Stunden-Woche", "das 1,5-Grad-Ziel": names of what is agreed.
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,4}(?:,\d)?)(?=-(?:Euro|Cent|Stunden|Tage|Minuten|Monats|Jahres"
        r"|Prozent|Grad|Punkte|Meter)-(?:Tickets?|Woche|Tag|Ziele?s?|Grenze|Hürde|Klausel|Regel"
        r"|Plan"
        r"|Programm|Pflege|Betreuung|Job|Jobs|Stadt|Schein|Dienst|Gesetz|Takt|Gesellschaft"
        r"|Abstand)(?!\w))"
    ),
    # "die unter 20-Jährigen", "18- bis 24-Jährige".
    re.compile(
        rf"(?<![\w.,])(?P<named>{AGE}(?:(?:-? (?:bis|und|oder) (?:unter |über )?|-?[–-]){AGE})?)"
        r"(?=-?Jährigen?(?!\w))"
    ),
    # "Menschen über 65 sind", but "über 65 Prozent" and "über 65 kranke Kinder".
    re.compile(
        rf"(?<!\w){_PEOPLE},? (?:die )?(?:unter|über|ab) (?P<named>1?\d?\d)"
        r"(?!\w|[.,:/–-]\d| ?[%°€]| (?:[a-zäöüß]+e[nr]? )?[A-ZÄÖÜ])"
    ),
    # "3-Zimmer-Wohnung", "2-Personen-Haushalte": a kind of them.
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,2}(?:,5)?)(?=-(?:Zimmer|Raum|Bett|Personen)-(?:Wohnung|Zimmer"
        r"|Appartement|Apartment|Haushalt)(?:e?[ns]?|e)(?!\w))"
    ),
    # "Im Sommer 25 war es heiß", "der Winter 24/25"; "im Sommer 25, im Winter 12" counts.
    re.compile(rf"(?<!\w){SEASON} (?P<named>\d\d)(?= {ONE_DOES}(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:{SEASON}|\w+(?:jahr|semester)|Saison) (?P<named>\d\d/\d\d)(?!\w|[./]\d)"
    ),
    # "Kinder unter 6 Jahren", "Menschen im Alter von 18 bis 24 Jahren": no time that passes.
    re.compile(
        rf"(?<!\w){_LIVING},? (?:die )?(?:unter|über|ab|bis|zwischen|von) (?P<named>{_AGES})"
        r"(?= Jahren?(?! (?:lang|alte))(?!\w))"
    ),
    # "waren unter 18 Jahre alt": ages that laws name.
    re.compile(
        r"(?<!\w)(?:unter|über|jünger als|älter als|noch keine|mindestens|wenigstens) "
        r"(?P<named>6|7|1[0-8]|21|25|27)"
        r"(?= Jahren? alt(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:zwischen|von) (?P<named>{AGE} (?:und|bis) {AGE})(?= Jahren? alt(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)im Alter (?:(?:von|zwischen) (?={AGE}\D{{1,5}}{AGE} )|(?:ab|unter|über|bis) )"
        rf"(?P<named>{_AGES})(?= Jahren?(?!\w))"
    ),
)
"""Patterns of ages that people are grouped by, and of measures by which rules are called."""

COUNTED: Final = after(
    "mal Mio Mrd Tsd Stück Liter Gramm Mark Stunden? Minuten?"
    " Tagen? Tage Wochen? Monaten? Monate Jahren? Jahre tausend Millionen?"
    " Milliarden? Euro Franken Dollar Menschen Personen Kilometern? Kilometer Metern? Meter Tonnen?"
    " Hektar Prozent Punkten? Punkte Einwohnern? Einwohner".replace(" ", "|"),
)
"""What makes an amount of digits that it follows."""

NOUNS: Final = re.compile(r" (?:[a-zäöüß]+(?:e|en|er) )?(?-i:[A-ZÄÖÜ][\w-]+[ners])(?!\w)")
"""What may be counted by digits that it follows."""

AGED: Final = after("Jahren? alt", "-?Jährigen?", "Jahren?", "Jahre")
"""What follows ages."""

BOUNDS: Final = re.compile(r"(?<!\w)(?:und|oder|bis)(?!\w)", re.IGNORECASE)
"""What makes a span of a number before it: 65 und älter."""
