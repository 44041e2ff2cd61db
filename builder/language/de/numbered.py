"""German words of what is numbered and counts nothing: registers, scales, calls, classes.

Beside them citations of law, hours in lists and what else names, whatever follows.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.beside import ONE_DOES
from builder.language.designations import CLOCK, HOUR, SPOKEN, ordinals
from builder.language.lexicon import ENDED

_STREET: Final = (
    r"[A-ZÄÖÜ][\w-]{0,60}(?:straße|strasse|str\.|weg|gasse|allee|platz|ring|damm|ufer|markt)"
)
# Names that only places have, since every noun has a capital: not "Einwohner (24257)", and not
# "Lehrlingen (24257)", "Kapital (24257)", "Eigenheim (24257)", which end as some places do.
_NO_TOWN: Final = (
    r"(?:Innen|Alt|Haupt|Groß|Klein|Werk|Partner|Universitäts|Kreis)stadt|Neustadt |Hospital|\w*bau"
    r"|Frau |Feriendorf|Unbehagen|\w*(?:schulden|akten|wein|müll|eis)berg"
    r"|\w*(?:pflege|alten|wohn|kinder|studenten|senioren|eigen|tier|jugend|vereins)heim"
    r"|\w*(?:stadt|dorf|pfarr|frei|landes)kirchen|\w+lingen"
)
_TOWN: Final = (
    r"(?:(?:Bad|Sankt|St\.|Groß|Klein|Neu|Alt|Ober|Unter|Nieder) [A-ZÄÖÜ][a-zäöüß]{3,}"
    rf"|(?!(?i:{_NO_TOWN}))"
    r"[A-ZÄÖÜ][a-zäöüß-]{2,}(?:felde|burg|dorf|heim|hausen|stadt|berg|furt|bach|beck|bek|brück"
    r"|büttel|haven|ingen|kirchen|münde|münster|rode|roda|stedt|[nwlmrb]itz|ow|nau|lau|sau|dau"
    r"|hagen|horst|weiler|born|bronn|siel|reuth|zell)"
    r"|Aachen|Augsburg|Berlin|Bielefeld|Bochum|Bonn|Bremen|Chemnitz|Cottbus|Dortmund|Dresden"
    r"|Duisburg|Düsseldorf|Eisleben|Erfurt|Erlangen|Essen|Esslingen|Flensburg|Frankfurt|Fulda"
    r"|Fürth|Gera|Göttingen|Hagen|Halle|Hamburg|Hamm|Hannover|Herne|Jena|Karlsruhe|Kassel|Kiel"
    r"|Koblenz|Köln|Krefeld|Leipzig|Leverkusen|Lübeck|Magdeburg|Mainz|Mannheim|München|Münster"
    r"|Neuss|Nürnberg|Oberhausen|Offenbach|Oldenburg|Osnabrück|Paderborn|Passau|Plön|Potsdam"
    r"|Reutlingen|Rostock|Schwerin|Siegen|Solingen|Stralsund|Stuttgart|Trier|Ulm|Weimar"
    r"|Wiesbaden|Worms|Wuppertal|Zwickau)"
    r"(?: (?:am|an der|im|in|ob der|bei|vor der)(?: [A-ZÄÖÜ][a-zäöü]+)?)?"
)

NUMBERED: Final = (
    # "USt-IdNr. DE123456789", "Steuernummer 12/345/67890", "Kundennummer 123456".
    re.compile(
        r"(?<!\w)(?:USt-?Id(?:-?Nr\.|Nr\.?)|UID|(?:Steuer|Kunden|Konto|Vereins|Register|Mitglieds"
        r"|Vorgangs|Vertrags|Artikel|Telefon|Fax|Mobil|Handy)(?:nummer|-?[Nn]r\.)|VR|GnR|PR"
        r"|[Vv]ereinsregister(?:nummer)?):? (?P<named>[A-Z]{0,3} ?\d{2,}(?:[ /-]\d{2,})*)(?!\w"
        r"|[.,]\d)"
    ),
    # "im Maßstab 1:100", "ein Maßstab von 1:100".
    re.compile(
        r"(?<!\w)Maßstab(?:s|es)?(?: von| [a-z]{2,4})? (?P<named>1 ?[:/] ?\d{1,4})(?![\w.,:/]\d|\w)"
    ),
    # "ein Lageplan 1:500".
    re.compile(
        r"(?<!\w)(?:\w*[Kk]arten?|\w*[Pp]l(?:an|äne|änen)|\w*[Zz]eichnung(?:en)?|\w*[Mm]odelle?"
        r"|Blatt)(?: im Maßstab)? (?P<named>1 ?[:/] ?(?:\d{0,3}[05]0|10|20|25))(?![\w.,:/]\d|\w)"
    ),
    # "Hohenfelde (24257)", "in 24257 Hohenfelde", "die Postleitzahlen 24257 und 24258".
    re.compile(rf"(?<!\w){_TOWN} \((?P<named>\d{{5}}(?:(?:, | und )\d{{5}})*)\)"),
    re.compile(rf"(?<![\w.,])(?P<named>\d{{5}})(?= {_TOWN}(?!\w))"),
    re.compile(
        r"(?<!\w)(?:Postleitzahl(?:en)?|PLZ|Gemeindeschlüssel|Gemeindekenn(?:ziffer|zahl)"
        r"|Regionalschlüssel|\w*[Kk]ennziffer|Schlüsselnummer)(?: ist| lautet|:)? "
        r"(?P<named>\d{4,12}(?:(?:, | und | oder | bis )\d{4,12})*)(?!\w|[.,]\d)"
    ),
    # "Hauptstraße 12, 10115 Berlin", "D-10115 Berlin".
    re.compile(rf"(?<!\w){_STREET} \d{{1,3}}[a-z]?, (?P<named>\d{{5}})(?= [A-ZÄÖÜ])"),
    re.compile(
        rf"(?<!\w){_STREET} \d{{1,3}}[a-z]?, (?:Whg\.|Wohnung|App\.|Zi\.) "
        r"(?P<named>\d{1,4})(?=, )"
    ),
    re.compile(r"(?<!\w)(?:Whg\.|Wohnung|App\.|Zi\.) \d{1,4}, (?P<named>\d{5})(?= [A-ZÄÖÜ])"),
    re.compile(r"(?<!\w)(?P<named>(?:D|A|CH)-\d{4,5})(?= [A-ZÄÖÜ])"),
    # "die 112 anrufen", "unter der 110 erreichbar".
    re.compile(
        r"(?<!\w)(?:[Dd]ie|[Dd]er|[Uu]nter|[Nn]ummer|[Nn]otruf) (?P<named>110|112|115|116 ?117)"
        r"(?=$|[.,;:!?)]| (?:an|wähl|ruf|alarm|erreich|zu|ist|wird|wurde|gilt|oder|und)\w*(?!\w))"
        r"(?! (?:und|oder) \d* ?[A-ZÄÖÜ])"
    ),
    # "Die Note 1 ist selten": before a verb of one thing nothing is counted.
    re.compile(
        rf"(?:^|[.!?:;] )(?:Der|Die|Das|Diese[rs]?) (?!\w*(?:satz|preis|wert|zahl|summe"
        rf"|anteil)[ s])[A-ZÄÖÜ][\w-]*"
        rf" (?P<named>\d{{1,3}})(?= {ONE_DOES}(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Schulnote|Note|Steuerklasse|Regel|Norm) (?P<named>\d{1,2})(?=$|[.,;:!?)])"
    ),
    re.compile(r"(?<!\w)[Tt]op[ -](?P<named>3|5|10|20|50|100)(?=-[A-ZÄÖÜ]\w+(?<![enrs])(?!\w))"),
    re.compile(r"(?<![\w.,])(?P<named>100)(?=-?prozentig)"),
    # "Auf 1.000 Bäume kommen 5 Fällungen": what a rate is told for.
    re.compile(
        r"(?<!\w)[Aa]uf (?P<named>1(?:00?|0{0,2}(?:[. \u00a0\u202f]?000){1,2}))"
        r"(?= [A-ZÄÖÜ][\w-]+ (?:komm|kam|entf[aäi])[a-zäöüß]* )"
    ),
    # "die Anfrage 2025-114".
    re.compile(
        r"(?<!\w)(?:\w*[Aa]nfrage|\w*[Vv]orlage|Antrag|Beschluss|Drucksache|Vorgang)"
        r" (?P<named>(?:19|20)\d\d-\d{2,5})(?![\w-])"
    ),
    # "das Gesetz von 1905", which counts where a noun follows.
    re.compile(
        r"(?<!\w)(?:\w*[Gg]esetz|\w*[Vv]erfassung|\w*[Vv]ertrag|\w*[Oo]rdnung|\w*[Aa]bkommen|Charta"
        r"|Edikt|Revolution)(?:e?s)? von (?P<named>1[0-9]\d\d)(?!\w|[.,]\d| [A-ZÄÖÜ])"
    ),
    # „Bericht Bund 2023/17“, „1522 d.B.“, which look like years.
    re.compile(r"(?<![\w.,])(?P<named>\d{1,4})(?= (?:d\. ?B\.|der Beilagen(?!\w)|dB [IVX]+\. GP))"),
    re.compile(
        r"(?<!\w)Berichte?s?(?: des \w+)? (?:Bund|Reihe \w+|[A-ZÄÖÜ][a-zäöü]+) "
        r"(?P<named>(?:19|20)\d\d/\d{1,3})(?!\w)"
    ),
    # "Am 1. und 15. jedes Monats", "im 1. und 2. Quartal", "die Linien S 5 und S 7", "die B 96a".
    re.compile(
        r"(?<!\w)(?P<named>\d{1,2}\.(?: und \d{1,2}\.)?)(?= (?:jedes|eines jeden|des) Monats)"
    ),
    re.compile(
        r"(?<![\w.,])(?P<named>[1-4]\.(?: (?:und|bis|bis zum|oder) [1-4]\.)?)"
        r"(?= (?:Quartale?s?|Halbjahr(?:e?s|e)?|Vierteljahr(?:e?s|e)?|Trimesters?)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Ll]inien?|Routen?|Strecken?|[Dd](?:ie|er)|[Zz]ur|[Dd]en|[Mm]it)"
        r" (?P<named>(?:S|U|RB|RE|IC|A|B|L|K) \d{1,4}[a-z]?"
        r"(?:(?: und |, )(?:S|U|RB|RE|IC|A|B|L|K) \d{1,4}[a-z]?)*)"
        r"(?!\w|[.,]\d| (?:[A-ZÄÖÜ]\w+[ners]|Euro|Prozent|Cent|Stück)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Beschluss|Vorlage|Antrag|Anfrage|Satzung|Drucksache)(?: Nr\.)?"
        r" (?P<named>\d{1,4}/\d{2,5})(?!\d)"
    ),
    # "um 7.25 Uhr", whatever rises or falls in the clause.
    re.compile(
        rf"(?<!\w)(?:[Uu]m|[Aa]b|[Bb]is|[Vv]or|[Nn]ach|[Ss]eit|[Gg]egen) (?P<named>{SPOKEN})"
        r"(?= Uhr(?!\w))"
    ),
    # "Das Bad Am Stadtgraben 3 ist zu", "Straße des 17. Juni 135", "in der Ringstraße 14".
    re.compile(
        r"(?<=[\wäöüß,] )(?:A[mn]|An der|An den|Im|In de[rn]|Auf de[mr]|Zu[mr]|Hinter de[mr]"
        r"|Unter den|Vor de[mr]|Bei[m]?|Beim) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?"
        rf" (?P<named>\d{{1,3}}[a-z]?(?:[–-]\d{{1,3}}[a-z]?)?)(?={ENDED}| (?:und|oder|ist|war|hat"
        rf"|wird"
        r"|wurde|soll|bleibt|blieb|steht|stand|liegt|lag|schließt|schloss|öffnet|öffnete|in|im|am"
        r"|an|mit|für|nach|vor|zu|auf)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Straße|Platz|Allee|Weg) (?:des|der) (?P<named>(?:\d{1,2}\. )?[A-ZÄÖÜ]\w+"
        rf" \d{{1,3}}[a-z]?)(?={ENDED}| (?:und|oder|ist|war|hat|wird|wurde|soll|bleibt|steht|liegt"
        r"|in|im|am|an|mit|für)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:A[mn]|An der|Im|In de[rn]|Auf de[mr]|Zu[mr]|Hinter de[mr]|Unter den|Vor de[mr])"
        r" [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)? (?P<named>\d{1,3}[a-z]?)(?=, \d{5} [A-ZÄÖÜ])"
    ),
    # "SV Neptun 1912 e. V.", "Postfach 12 34", "die Klassen 3 und 4", "2-G-Regel".
    re.compile(r"(?<![\w.,])(?P<named>(?:1[89]|20)\d\d)(?= e\. ?V\.)"),
    re.compile(r"(?<!\w)Postfach (?P<named>\d{1,3}(?: \d{2,3}){0,2})(?!\w|[.,]\d)"),
    re.compile(
        r"(?<!\w)(?:Klassen|Klassenstufen|Jahrgangsstufen|Jahrgänge) (?P<named>1?\d"
        r"(?:(?:, | und | bis | oder |–)1?\d)+)(?![\w%]|[.,]\d| [A-ZÄÖÜ])"
    ),
    re.compile(r"(?<![\w.,])(?P<named>[23])(?=-G-[A-ZÄÖÜ])"),
    # "Gz. III 2-0481/26", "Prüfungsgebiet III 2", "Kapitel 03 52, Titel 883 01".
    re.compile(
        r"(?<!\w)(?:Gz\.|GZ|Geschäftszeichen|Geschäftszahl|Az\.|AZ|Aktenzeichen|(?:[Uu]nser|[Ii]hr)"
        r" Zeichen):? (?P<named>(?:[IVXLC]{1,5}|[A-Z]{1,4}|\d+)"
        r"(?: ?[ ./–-] ?(?:[IVXLC]{1,5}(?!\w)|[A-Z]{1,4}(?!\w)|\d+))+)(?!\w| [A-ZÄÖÜ][a-zäöü])"
    ),
    re.compile(
        r"(?<!\w)(?:Prüfungsgebiet|Prüfungsamt|Referat|Abteilung|Sachgebiet|Dezernat|Senat|Amt"
        r"|Fachbereich|Fachdienst|Stabsstelle) (?P<named>(?:[IVX]{1,4}|[A-Z]{1,2})[ .-]?\d{1,3}"
        r"(?:[.-]\d{1,2})*)(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:Kapiteln?|Kap\.|Einzelpl(?:an|äne|änen)|Epl\.) (?P<named>\d\d(?: \d\d)"
        r"(?:(?:, | und | bis )\d\d \d\d)*|0\d)(?!\w|[.,]\d| \d)"
    ),
    re.compile(
        r"(?<!\w)(?:Titeln?|Tit\.|Titelgruppen?|TGr?\.) (?P<named>\d{3} \d\d(?:-\d)?"
        r"(?:(?:, | und )\d{3} \d\d(?:-\d)?)*|[5-9]\d(?=[,;)]))(?!\w|[.,]\d| \d)"
    ),
    # "die Klassen 3b und 4a": a letter behind a number counts nothing.
    re.compile(
        r"(?<!\w)(?:Klassen?|Raum|Räume|Zimmer|Haus|Halle|Linien?|Gruppen?|Stufen?|Block|Tor|Gleis"
        r"|Bauabschnitt|Parzelle|Absatz|Nummer) (?P<named>\d{1,3}[a-f](?:(?:, | und | oder"
        r"|, die )\d{1,3}[a-f])*)(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:Windst[äa]rken?|Beaufort|Bft) (?P<named>1?\d(?: ?(?:bis|und|[–-]) ?1?\d)?)"
        r"(?![\w%]|[.,]\d|[ -][A-ZÄÖÜ]\w*[ners](?!\w))"
    ),
    # Kinds that are called by a number: "das 1-Meter-Brett", "die 50-m-Bahn", "eine 10er-Karte".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3}(?:,\d)?)(?=-(?:Meter|m)-(?:Brett|Turm|Sprungturm|Becken"
        r"|Schwimmerbecken|Bahn|Sprung|Lauf|Staffel|Strecke|Linie|Plattform|Schwimmen|Halle)"
        r"(?:e?[ns]|er[n]?|es)?(?!\w))"
    ),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3})(?=er-(?:Karte|Block|Ticket|Pack|Packung|Gruppe|Abo|Kabine"
        r"|Zimmer|Heft|Serie)(?:[nsk]|es)?(?!\w))"
    ),
    # "Az. 5 C 23.12".
    re.compile(
        r"(?<!\w)(?:Az\.|Aktenzeichen:?|BVerwG|BGH|BVerfG|BFH|BAG|BSG),? "
        r"(?P<named>\d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}[./]\d\d)(?!\d)"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""

ORDINALS: Final = ordinals(
    r"\d{1,2}\.",
    "und|oder|bis|sowie|und der|und die|und das|und dem|und im",
)
"""Ordinals that stand before another one, and one alone."""


CITED: Final = (
    # „das GEG 2024“, „des NBrandSchG 2012“.
    re.compile(
        r"(?<!\w)(?P<law>[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*(?:G|VO|O|V)) (?P<named>(?:19|20)\d\d)(?![\w%]"
        r"|[.,]\d| [A-ZÄÖÜ]\w*[ners](?!\w))"
    ),
    # "Abfallwirtschaftsgesetz 2002", "Straßenverkehrsordnung 1960".
    re.compile(
        r"(?<!\w)(?-i:[A-ZÄÖÜ])[\w-]{0,60}(?:gesetz|verordnung|ordnung|richtlinie|vertrag"
        r"|abkommen)(?:es|s)?"
        r" (?:\([A-ZÄÖÜ][\w-]+\) )?(?P<named>(?:1[89]|20)\d\d)(?!\d|[.,]\d| [A-ZÄÖÜ]\w+(?:en|er"
        r"|e)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Phase|Teil|Stufe|Schritt|Band|Runde) (?P<named>\d{1,2} von \d{1,2})"
        r"(?=[.,;:!?)]|$| (?:ist|war|hat|wird|endet|beginnt|der|des)(?!\w))"
    ),
    re.compile(rf"(?<![\w.,])(?P<named>{SPOKEN}|{HOUR})(?=-Uhr-\w)"),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (re.compile(rf"{CLOCK}(?:,? (?:oder|und|bis)|,) (?P<named>{CLOCK})"),)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:\w*gesetz(?:es|s)?|\w*verordnung|\w*erlass(?:es)?|\w*richtlinie"
    r"|\w*beschluss(?:es)?|\w*urteils?"
    r"|\w*bescheids?)(?: (?:Nr\.|\()[^.;!?]{0,30})? vom $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = False
"""Whether a month may stand before its day."""
