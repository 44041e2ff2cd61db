"""German words beside codes, official numbers, dates of a month and results of matches.

What is called by letters and digits, or bears a number in a register, counts nothing: „Kennzeichen
SAS 118“, „die IMO-Nummer ist 9321483“. A result needs its match: „das Spiel endete 3:1“, while „es
steht 3:1“ may be of votes.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.beside import MONTH
from builder.language.lexicon import ENDED

_NO_SUM: Final = r"(?!EUR|USD|GBP|CHF|UAH)"
_NO_MORE: Final = (
    r"(?![\w%‰]|[.,:/]\d| ?[%‰°€$£]| \d| (?:Mal|Stück|Euro|Prozent|Cent)(?!\w)"
    r"| (?:[a-zäöüß]+e[nr]? )?[A-ZÄÖÜ]\w*[ners](?!\w))"
)
_CODE: Final = r"(?:[A-Z]{1,4}[ /-]?)?\d[\dA-Z]*(?:[ ./-][\dA-Z]*\d[\dA-Z]*){0,5}"
_KIND: Final = (
    r"(?:\w*[Kk]ennzeichen|Sorten?|Weizensorte|\w*[Tt]yp|\w*[Ll]eitung|\w*[Mm]odell|\w*[Bb]aureihe"
    r"|Kutter"
    r"|Boot|Boje|Lok|Lokomotive|Panzer|Hubschrauber|Flugzeug|Radar|\w*[Ll]inie|Stufe|\w*gruppe"
    r"|Impfstoff|Wirkstoff|Rohr|Kabel|Norm|Vordruck|Formular|Rasse|Klasse|Nennweite)"
)
_PAY: Final = r"(?:P|S|EG?|A|B|R|W|C|TV) ?\d{1,2}[a-z]?"
_SPORT: Final = (
    r"(?:\w*[Ss]piel|\w*[Pp]artie|Match|Finale|Halbfinale|Endspiel|\w*derby|Pokal|Satz|Sätzen|Titel"
    r"|Begegnung|Elfmeterschießen|Verlängerung|Heimelf|Gastgeber|Gäste)"
)
_RESULT: Final = (
    r"(?:endete|endet|gewann|gewannen|verlor|verloren|siegte|siegten|schlug|führte|führten|besiegte"
    r"|stand"
    r"|trennten sich|ging|unterlag|reichte)"
)
_GOALS: Final = r"\d{1,2}[:–-]\d{1,2}"
_DAY: Final = r"[0-3]?\d\."
_ITEMS: Final = r"\d{1,3}[a-z]?(?:(?:, | und | oder | bis )\d{1,3}[a-z]?)*"

_HOUSE: Final = r"\d{1,3}[a-z]?(?:/\d{1,3}){0,3}"
_ALLEY: Final = (
    r"(?:[A-ZÄÖÜ][\w-]{0,60}[-]?(?:[Ss]traße|[Ss]trasse|str\.|[Gg]asse|[Pp]latz|[Ww]eg|[Aa]llee|[Rr]ing"
    r"|[Uu]fer|[Mm]arkt|[Ss]tieg|[Ss]teig|[Gg]raben|[Kk]ai|[Ll]ände|[Rr]ain))"
)
# Towns whose postcodes have four digits.
_FOUR: Final = (
    r"(?:Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|Steyr|Bregenz|Dornbirn|Feldkirch"
    r"|Eisenstadt|Leoben|Lienz|Bern|Zürich|Basel|Genf|Luzern|Chur|Lausanne|Winterthur|Thun|Zug|Biel"
    r"|Freiburg|Sion|Sitten|Bellinzona|St\. (?:Pölten|Gallen|Johann|Anton|Veit))"
)

CODED: Final = (
    # „Hofgasse 8, 6020 Innsbruck“, „Innrain 52/3, A-6020 Innsbruck“, „nach 6020 Innsbruck“.
    re.compile(
        rf"(?<!\w)[A-ZÄÖÜ][\w-]{{1,60}} (?P<named>{_HOUSE})"
        rf"(?=, (?:A-|CH-)?(?:\d{{5}} [A-ZÄÖÜ]|\d{{4}} {_FOUR}(?!\w)))"
    ),
    re.compile(rf"(?<!\w){_ALLEY} (?P<named>{_HOUSE})(?=, (?:A-|CH-)?\d{{4}} [A-ZÄÖÜ])"),
    re.compile(rf"(?<!\w){_ALLEY} {_HOUSE}, (?P<named>\d{{4}})(?= [A-ZÄÖÜ])"),
    re.compile(rf"(?<![\w.,])(?P<named>\d{{4}})(?= {_FOUR}(?!\w))"),
    # „Zl. 418/2025“, „das 100-jährliche Hochwasser“, „Notrufnummer 140“.
    re.compile(
        r"(?<!\w)(?:Zl\.|GZ|Gz\.|G\.?-?Z\.?|Zahl:?|Geschäftszahl(?: ist| lautet|:)?) "
        r"(?P<named>[A-Z\d][\w.-]*(?:/[\w.-]+)+)(?!\w)"
    ),
    re.compile(r"(?<![\w.,-])(?P<named>(?:HQ ?)?\d{2,4}-?jährlich\w*)"),
    re.compile(r"(?<![\w-])(?P<named>HQ ?\d{1,4})(?![\w%]|[.,]\d)"),
    # „Abs. 3 Z 4“, „VfSlg. 19.632/2012“, „BGE 145 II 32“, „Ra 2018/03/0128“, „2189/AB“.
    re.compile(
        rf"(?<!\w)(?:§§? ?\d+[a-z]?|(?:Art|Abs)\. ?\d+[a-z]?),? Z (?P<named>{_ITEMS}){_NO_MORE}"
    ),
    re.compile(
        r"(?<!\w)(?:V[fw]Slg|SZ|EvBl|JBl|RdW|BGE|ATF|BGH(?:Z|St)|B(?:VerfG|VerwG|FH|AG|SG)E)\.?"
        r" (?:Nr\. )?(?P<named>\d[\d.]*(?: [A-Z]{1,3}|/\d{2,4})?(?:,? \d{1,4})?)(?![\w%]|[.,]\d)"
    ),
    re.compile(r"(?<![\w./])(?P<named>(?:19|20)\d\d/\d\d/\d{4})(?![\w/])"),
    re.compile(
        r"(?<![\w.,/])(?P<named>\d{1,5}/(?:AB|ABPR|J|JPR|ME|A\(E\)|AEA|UEA|BI|SN|SPET))(?![\w/])"
    ),
    # „Notrufnummern 140, 144 und 112“, „Sackstraße 16/2“.
    re.compile(rf"(?<!\w)(?:Notruf|Ruf|Telefon)nummern? (?P<named>{_ITEMS}){_NO_MORE}"),
    # „Hausnummern 4 bis 38“.
    re.compile(
        r"(?<!\w)Hausnummern? (?P<named>\d{1,3}[a-z]?(?:(?:,| und| bis| ?–) ?\d{1,3}[a-z]?)*)"
        r"(?![\w%]| [A-ZÄÖÜ])"
    ),
    re.compile(rf"(?<!\w){_ALLEY} (?P<named>\d{{1,3}}[a-z]?(?:/\d{{1,3}}){{1,3}}){_NO_MORE}"),
    # „Kennzeichen SAS 118“, „die Sorte KWS 212“, „WDR 4“, „die alten 420er“.
    re.compile(rf"(?<!\w){_KIND} {_NO_SUM}(?P<named>[A-Z]{{1,4}}[ -]?\d{{1,5}}[A-Z]?){_NO_MORE}"),
    re.compile(
        r"(?<!\w)(?:WDR|NDR|SWR|MDR|BR|HR|RBB|ORF|SRF|Bayern|Radio|Antenne|Kanal|Channel) "
        r"(?P<named>[1-9])"
        rf"{_NO_MORE}"
    ),
    re.compile(r"(?<=(?:alten|neuen) )(?P<named>\d{2,3})(?=er(?![\w-]))"),
    re.compile(
        rf"(?<!\w)(?:\w*[Gg]ruppen?|[Nn]ach|[Ii]n|[Vv]on|[Aa]uf) (?P<named>{_PAY})"
        r"(?= (?:umgruppiert|eingruppiert|höhergruppiert|besoldet|eingestuft|bezahlt|vergütet"
        r"|aufge\w+"
        r"|wurde\w*|nach|auf|und|oder)(?!\w))"
    ),
    # „die Zolltarifnummer 8542 31“, „Die IMO-Nummer des Schiffes ist 9321483“.
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][\w-]{2,}[Nn]ummern?(?: (?:des|der) [A-ZÄÖÜ]\w+)?(?: ist| lautet| war|:"
        r"|,)? "
        rf"(?P<named>(?=[A-Z\d ./-]*(?:\d{{4}}|\d[ ./-]\d)){_CODE}){_NO_MORE}"
    ),
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][\w-]{2,}[Nn]ummer(?: (?:des|der) [A-ZÄÖÜ]\w+)?(?: ist| lautet| war|:) "
        rf"(?P<named>{_CODE}){_NO_MORE}"
    ),
    # „Stationen 12 und 14b“, „Tonne 4a“, „Wohnung 6b“: a letter behind a number counts nothing.
    re.compile(
        r"(?<!\w)[A-ZÄÖÜ][a-zäöüß-]{2,} (?P<named>\d{1,3}(?: und | bis | oder |, )\d{1,3}[a-f]"
        r"|\d{1,3}[a-f])"
        r"(?:(?= und)|(?= oder)|(?![\w%]|[.,]\d| [A-ZÄÖÜ]\w*[ners](?!\w)))"
    ),
    re.compile(
        r"(?<!\w)S\. ?(?P<named>\d{1,3} \d{3}(?:[–-]\d{1,3}(?: \d{3})?)?)(?![\w%]|[.,]\d| \d)"
    ),
    re.compile(
        r"(?<!\w)(?:Plenarprotokoll|Protokoll|\w*[Dd]rucksache|Drs\.|Vorlage|Niederschrift)(?: "
        r"Nr\.)?"
        r" (?P<named>\d{1,4}/\d{1,5})(?![\d/])"
    ),
    # „Anlage 3, Tabelle 2“, „Anl. 2 Nr. 6“.
    re.compile(
        r"(?<!\w)(?:Anlage|Anl\.|Anhang|Teil|Kapitel|Heft) \w{1,4}, (?:Tabelle|Tab\.|Abbildung"
        r"|Abb\.|Karte|Bild)"
        rf" (?P<named>\d{{1,3}}[a-z]?)(?={ENDED})"
    ),
    re.compile(
        r"(?<!\w)(?:Anl\.|Anlage|Anhang) (?P<named>\d{1,3}[a-z]?)(?= (?:Nr\.|Nummer|Abs\.|Buchst"
        r"|Ziff|zu[mr] [A-ZÄÖÜ]"
        r"|de[rs] ))"
    ),
    # „auf 93,5 MHz“, „je 100 ml Wasser“, „Von 100 Anrufen gehen … verloren“.
    re.compile(
        r"(?<!\w)(?:[Aa]uf|UKW|Frequenz) (?P<named>(?:8[7-9]|9\d|10[0-8])(?:,\d{1,2})?)(?= MHz)"
    ),
    re.compile(
        r"(?:(?:^|[.!?:;] )Je|(?<!\w)[Pp]ro) (?P<named>10{0,3})(?= (?:ml|l|g|kg|km|ha|m²|m³|Liter"
        r"|Gramm|Kilogramm"
        r"|Kilometer|Hektar|Quadratmeter|Kubikmeter|kWh|Kilowattstunden)(?!\w))"
    ),
    re.compile(
        r"(?:^|[.!?:;] )Von (?P<named>10{1,3}|1\.000)(?= [A-ZÄÖÜ][\w-]+n [a-zäöüß]+ "
        r"[^.;:!?\d]{0,40}\ufffc)"
    ),
    # „am 24., 25. und 26. Dezember“, „am 12. und noch einmal am 19. traf man sich“.
    re.compile(
        rf"(?<![\w.,])(?P<named>{_DAY}(?:, {_DAY})*)(?=,? (?:und|oder|bis|sowie)(?: am| zum| vom)? "
        rf"{_DAY} {MONTH}(?!\w))"
    ),
    re.compile(r"(?<![\w.,])(?P<named>[0-3]?\d\./[0-3]?\d\.[01]?\d\.)(?![\d%])"),
    re.compile(rf"(?<![\w.,])(?P<named>[0-3]?\d\./[0-3]?\d\.)(?= {MONTH}(?!\w))"),
    re.compile(
        rf"(?<!\w)[Aa]m (?P<named>{_DAY})(?= (?:und|oder|sowie) (?:(?:noch einmal|nochmals|erneut"
        rf"|wieder|dann) )?am {_DAY})"
    ),
    re.compile(
        rf"(?<!\w)[Aa]m (?P<named>{_DAY})(?=$|,(?! ?\d)| (?!(?:[a-zäöüß]+(?:e[nmrs]?|i) )?(?:und "
        rf"\d+\. )?[A-ZÄÖÜ])(?!und \d)[a-zäöüß]{{2,}})"
    ),
    re.compile(
        r"(?<!\w)(?:[Aa]m|[Bb]is|[Vv]om|[Zz]um|[Aa]b) (?P<named>[0-3]?\d\. ?[01]?\d\.)(?! ?\d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Dd](?:er|ie|as|em|en|es)|[Aa]m|[Zz]um|[Ii]m) (?P<named>\d{1,3}\.)(?= "
        r"(?:Bandes?|Tage?s?|Nacht"
        r"|Weihnachtstag\w*|Ostertag|Teils?|Aktes?|Satzes|Buches?|Briefs?|Hefts?|Preis(?:es)?"
        r"|Klasse|Grades?"
        r"|Ordnung|Jahres|Monats?|Woche|Stunde|Minute|Advents?|Sonntag|Gebot|Psalm|Bild|Kongress\w*"
        r"|Parteitag\w*"
        r"|Generation|Kind|Mann|Person|Reihe|Ebene|Ring)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Genesis|Exodus|Mose|Psalm|Jesaja|Jeremia|Matthäus|Markus|Lukas|Johannes|Römer"
        r"|Korinther"
        r"|Galater|Epheser|Hebräer|Jakobus|Offenbarung|Mt|Mk|Lk|Joh|Sure) "
        r"(?P<named>\d{1,3}[,:]\d{1,3}"
        r"(?:[–-]\d{1,3})?)(?![\w%])"
    ),
    re.compile(
        r"(?<!\w)(?:Gutachten|Stellungnahme|Anfrage|Protokoll) (?P<named>\d{1,4}/\d{2,4})(?![\d/])"
    ),
    re.compile(
        r"(?<!\w)(?:Vordruck|Formular|Formblatt|Muster|Typ) (?P<named>\d{1,4}-[A-Z]{1,3})(?![\w-])"
    ),
    re.compile(r"(?<!\w)(?:Bahn|Piste|Startbahn|Landebahn) (?P<named>[0-3]\d[LRC])(?!\w)"),
    re.compile(
        r"(?<!\w)(?:[Tt]elefon|[Nn]otruf|\w*[Tt]elefon|\w*[Nn]ummer|[Uu]nter der),? "
        r"(?P<named>11[0-9] ?\d{3}|110|112)(?=,|\.|$| erreich)"
    ),
    re.compile(
        r"(?<!\w)(?:Bayern|Antenne|Bremen|Radio|Hessen|Kultur|Welle) (?P<named>[1-5])(?= "
        r"[a-zäöüß]+t(?!\w))"
    ),
    re.compile(r"(?<!\w)(?:Windstärke|Stärke|Bft) (?P<named>1[0-2]|[1-9])(?=[.,;:!?]|$)"),
    re.compile(
        r"(?<!\w)A (?P<named>\d{1,3})(?=, (?:Ausfahrt|Abfahrt|Anschlussstelle|Raststätte"
        r"|Richtung)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Aa]m|[Jj]eden|[Dd]er|[Dd]en|[Aa]n jedem) (?P<named>[1-5]\.)(?= (?:Mon|Diens"
        r"|Donners|Frei|Sams|Sonn)tag"
        r"|(?<=\.) Mittwoch)"
    ),
    re.compile(
        rf"(?<!\w)(?:Zug|Züge|Nachtzug|Flug) (?P<named>(?:[A-Z]{{1,3}} )?\d{{1,5}}){_NO_MORE}"
    ),
    re.compile(
        r"(?<!\w)um (?P<named>1[0-2]|[1-9])(?= (?:geöffnet|geschlossen|verlesen|geweckt|geläutet"
        r"|serviert|verteilt"
        r"|gesendet|ausgestrahlt)(?!\w))"
    ),
    # „Das Spiel endete 3:1“, „siegte im Finale mit 6:4, 3:6 und 7:5“, „nach einem 0:2 im Hinspiel“.
    re.compile(
        rf"(?<!\w)(?:{_SPORT}(?!\w)[^.;:!?]{{0,50}} {_RESULT}|{_RESULT} "
        rf"[^.;:!?\d]{{0,40}}{_SPORT})(?: [a-zäöüß]+){{0,3}} "
        rf"(?P<named>{_GOALS}(?:(?:, | und ){_GOALS}){{0,4}})(?={ENDED}| (?:nach|in|im|am|zu|und"
        rf"|mit|gegen|n\. V\.|i\. E\.)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:[Ee]inem?|[Dd]as|[Dd]em|[Mm]it|[Bb]eim|[Zz]um) (?P<named>{_GOALS})(?= (?:im"
        rf"|in) (?:Hinspiel|Rückspiel|Finale"
        r"|Halbfinale|Endspiel|Pokal|Heimspiel|Derby|Verlängerung)(?!\w))"
    ),
    re.compile(
        rf"\d:\d im (?:Hin|Rück)spiel [^.;:!?\d]{{1,30}}(?P<named>{_GOALS})(?={ENDED}| [a-zäöüß])"
    ),
    re.compile(
        r"(?<!\w)(?:siegte|gewann|unterlag|verlor)[a-zäöüß]* (?:[^.;:!?\d]{0,30} )?mit "
        r"(?P<named>\d:\d, \d:\d(?:(?:, | und )\d:\d){0,3})"
        r"(?![\w%]|[.,:]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:schlug|schlugen|besiegte|besiegten|bezwang|bezwangen) [^.;:!?\d]{1,30}mit "
        rf"(?P<named>{_GOALS})(?={ENDED}| (?:nach|in|im|am|und)(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""
