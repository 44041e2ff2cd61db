"""German words that stand beside numbers: months and days, units, and hedges that people type.

Months, and days of a month, with or without a year; words for units beside those that figures
state, and what parts them; hedges beside those that are printed ("almost" is read as about). Then
what stays on its line, says the same and parts rates.

Last, German clauses of many after a year: "2019 blühten die Bäume", where nothing counts them.
"2016 wählten die Linke" has the same shape and counts: what a verb is done to may be one thing. A
noun is taken for who does it where its form, or a word before it, says that there are many; any
noun where the verb takes no object.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.punctuation import kept
from builder.language.years.rule import one_of
from builder.language.years.turns import FIGURE
from builder.model.figure import Hedge

MONTH: Final = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)s?"
)
"""A month in full or in short."""

SEASON: Final = one_of(
    "Frühling Frühjahr Sommer Herbst Winter Spätsommer Frühsommer Spätherbst Jahreswechsel Ostern"
    " Weihnachten Silvester Jahresende Jahresbeginn Jahresanfang"
)
"""A time of the year that has one."""

_WHOLE_MONTH: Final = (
    one_of(
        "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
    )[:-1]
    + r"|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez)\.(?= \d{4}(?!\w)))"
)
_DAY: Final = r"[0-3]?\d\."

# "Am 14. Mai Feiern", but "es waren 14. Mai Feiern".
_TIMELY: Final = (
    r"(?:(?<=\bam )|(?<=\bzum )|(?<=\bvom )|(?<=\bbis )|(?<=\bseit )|(?<=\bab )|(?<=\bden )"
    r"|(?<=\bder )|(?<=\bdem )|(?<=\bdes )|(?<=\bbeim )|(?i:(?<=\bam )|(?<=\bvom )|(?<=\bzum )))"
)
DAY: Final = re.compile(
    rf"(?<![\w.,])(?:{_TIMELY}|(?!{_DAY} {_WHOLE_MONTH} [A-ZÄÖÜ][\w-]+[ners](?!\w)))"
    rf"(?P<day>(?:{_DAY}(?: ?[–/-] ?| (?:und|bis|oder|bis zum|auf den) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)"
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = ""
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])\. (?:Quartal|Vierteljahr)(?: des Jahres)?|Q(?P<which>[1-4]))", "Q"),
    2: (r"(?:(?P<quarter>[12])\. Halbjahr|H(?P<which>[12]))", "H"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""


KEPT: Final = kept(
    MONTH,
    "S. Nr. Abs. Art. Kap. Abb. Tab. Bd. Ziff. Anm. Az. Drs. Rn. H. Lit. Buchst. ca. Gl. Satz Zl."
    " lit. LGBl. BGBl. RGBl. ABl. Rz. Rdnr. Tz. Fn. Pos. Tel. Seite Seiten Kapitel Artikel Absatz"
    " Abschnitt Anlage Anhang Abbildung Tabelle Ziffer Nummer Punkt Heft Halle Tor Gleis Linie"
    " Phase Stufe Kategorie Richtlinie Verordnung",
    "Jahr Jahre Jahren Uhr Tsd. Mio. Mrd. Prozent Promille Grad Euro Millionen Milliarden",
    "Dr. Prof. Mag. Ing. DI St. Hr. Fr. Th. Ch. Ph.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

PER: Final = ("je", "pro")
"""What stands between what a rate is of and what it is for."""

EACH: Final = ("jährlich", "monatlich", "jeden", "jede", "jedes")
"""What stands so without any such word: "Kilogramm jährlich"."""

DEGREES: Final = ("Grad",)
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "Ct", "Cent", "Cents", "cent"), "EUR") | dict.fromkeys(
    ("Rappen", "Rp.", "Rp"), "CHF"
)
"""Hundredths of money, and of which."""

REFERRED: Final = {
    "fig": r"Abbildung(?:en)?|Abb\.",
    "tbl": r"Tabellen?|Tab\.",
    "eq": r"Gleichung(?:en)?|Gl\.",
    "sec": r"Abschnitt(?:e?s|en?)?|Abschn\.|Anh(?:ang(?:e?s|e)?|änge?n?)",
}
"""What cross-references print before a number, by their kind, in each of its forms."""


WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("prozent", "vom hundert", "v. h."), "%"),
    **dict.fromkeys(("promille", "vom tausend"), "‰"),
    **dict.fromkeys(
        (
            "prozentpunkte",
            "prozentpunkten",
            "prozentpunkt",
            "%-punkte",
            "punkte",
            "punkten",
            "pp",
            "pp.",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("kilometern",), "km"),
    **dict.fromkeys(("metern",), "m"),
    **dict.fromkeys(("zentimetern",), "cm"),
    **dict.fromkeys(("millimetern",), "mm"),
    **dict.fromkeys(("quadratmetern",), "m²"),
    **dict.fromkeys(("quadratkilometern",), "km²"),
    **dict.fromkeys(("litern",), "l"),
    **dict.fromkeys(("kubikmetern",), "m³"),
    **dict.fromkeys(("tagen",), "Tage"),
    **dict.fromkeys(("monaten",), "Monate"),
    **dict.fromkeys(("jahren",), "Jahre"),
    **dict.fromkeys(("std.", "std"), "h"),
    **dict.fromkeys(("min.",), "min"),
    **dict.fromkeys(("sek.", "sek"), "s"),
    **dict.fromkeys(("t€", "teur", "tausend euro"), "EUR thousand"),
    **dict.fromkeys(("mio. fr.",), "CHF mn"),
    **dict.fromkeys(("dollar",), "USD"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {"tausende": "thousand", "tausenden": "thousand", "mill": "mn"}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("in",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("und", "oder", "bzw.")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("in", "im", "zu", "nach", "seit")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

SORTED_BY: Final = re.compile(r"(?<!\w)nach(?!\w)", re.IGNORECASE)
"""What says by what something is divided: "Farms by size, ha"."""

FOR_EACH: Final = r"(?:auf|je|pro|von)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)\w*(?:anteil(?!nahm|schein)\w*|abdeckung|impfquote\w*|teilnahmequote\w*)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)\w*(?:wachstum\w*|veränderung\w*|zunahme|anstieg\w*|zuwachs|rückgang\w*|index"
    r"|gegenüber|soll|plan\w*|ziel\w*|\w*bip|\w*inlandsprodukt\w*|\w*schuld(?:en)?"
    r"|brutto\w*|liquid\w*|\w*belegung|\w*auslastung|mobil\w*|\w*anschlüsse"
    r"|basisjahr\w*)(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""


TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "über, gut, etwas mehr als, knapp über, mehr denn",
        Hedge.AT_LEAST: "wenigstens, zumindest, nicht weniger als, keine weniger als, minimal",
        Hedge.ABOUT: "rund, ungefähr, circa, zirka, ca., ca, annähernd, fast, beinahe, "
        "nahezu, knapp, um die, an die",
        Hedge.UP_TO: "höchstens, maximal, nicht mehr als, allenfalls",
        Hedge.FEWER_THAN: "unter, knapp unter, etwas weniger als",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"über", "unter", "um die", "an die"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {"fast", "beinahe", "nahezu", "knapp", "knapp unter", "etwas weniger als"}
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset({"gut", "etwas mehr als", "knapp über"})
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset(
    {"etwa", "rund", "ungefähr", "circa", "zirka", "ca.", "ca", "annähernd"}
)
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"(?<!wie )$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"genau", "exakt", "haargenau", "punktgenau"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:nicht|kaum|ganz|so|noch) $"
"""What before them takes it back: "not exactly"."""


NOUN: Final = r"[A-ZÄÖÜ][\w'-]*[a-zäöüß]"
STILL: Final = one_of(
    "hier dort noch nur schon erst rund etwa mehr_als weniger_als knapp fast gut bereits immerhin"
    " insgesamt zusammen allein wieder erneut erstmals bis_zu über mindestens höchstens sich auch"
    " lediglich zuletzt wohl genau kaum"
)
AUXILIARY: Final = one_of(
    "wurde wird war ist hat hatte soll sollte will wollte kann konnte muss musste darf durfte"
    " begann endete trat ging gab gilt galt lag stand blieb fand stieg sank fiel wuchs kam nahm"
    " fuhr starb entstand erschien schloss öffnete eröffnete startete folgte lief zog entschied"
    " beschloss lagen stiegen sanken fielen wuchsen liegt steht steigt sinkt fällt wächst bleibt"
    " kommt geht endet läuft beginnt startet folgt"
)
ONE_DOES: Final = rf"{AUXILIARY}(?<!n)"
# What is done to something, so that who does it may be left out: "2016 nutzten die Kurse".
_DONE_TO: Final = (
    r"(?:besuch|nutz|wähl|brauch|beantrag|forder|unterstütz|lern|kauf|hatt|mach|erreich|erleb|hol"
    r"|lehn|befürwort|bezahl|füll|pfleg|kenn|les|seh|find|nehm|erhalt|bekomm|verlier|versteh|besitz"
    r"|beherrsch|vermiss|kritisier|begrüß|genieß)t?en|erhielten|bekamen|verloren|nahmen|fanden|sahen"
    r"|unterschrieben|lasen|kannten|verließen|schlossen|gewannen|haben|waren|wurden|schafften"
    r"|zogen|verstanden|verpassten|bestanden|trugen"
)
_OF_ITSELF: Final = (
    r"(?:blüh|erblüh|verblüh|reif|fehl|ruh|brüt|nist|welk|streik|pausier|klag|rast|end|tag|start"
    r"|protestier|demonstrier|funktionier|schrumpf|explodier|kollabier|verdorr|vertrockn|öffn)e?ten"
    r"|erfroren|froren|wuchsen|starben|brannten|verschwanden|sanken|stiegen|fielen|begannen|litten"
    r"|schwiegen|entstanden|erschienen|folgten|blieben|lagen|zerfielen|verfielen|schmolzen"
    r"|gediehen|verdarben|ertranken|verendeten|liefen|ruhten"
)
_WOMEN: Final = (
    r"(?i:\w*(?:hälfte|nähe|größe|länge|höhe|stärke|schwäche|wärme|kälte|nässe|dürre|fläche|brücke"
    r"|lücke|mühle|bühne|küche|hürde|börse|behörde|säule|küste|hütte|würde|güte|röhre|mühe|blüte"
    r"|düne|tüte|stätte|kür[zs]e|süße|röte|schürfe|prämie|fülle|hülle|hölle|stelle|tür))"
)
_MANY: Final = (
    rf"(?-i:(?!{_WOMEN}(?!\w))[A-ZÄÖÜ][\w-]*?(?:(?<=[äöüÄÖÜ])u?[a-zß]{{1,4}}e[lrn]?|e[nlr]n|en|nen"
    r"|(?<![ium])(?<!ch)er|(?<=[bdfghklmnoprty])s)(?!\w))"
)
# What ends as a plural does and is one thing.
_SINGLE: Final = (
    r"(?-i:\w*(?:[Ll]eiter|[Ff]eder|[Oo]per|[Ff]aser|[Ll]eber|[Tt]ochter|[Ss]chwester))"
)
_ALL: Final = r"(?:alle|viele|einige|mehrere|sämtliche|unsere|beide)"

_NOUNS: Final = r"(?-i:[A-ZÄÖÜ][\w-]*[enrsl](?!\w))"

MANY_DO: Final = (
    rf"[a-zäöüß]+n (?:{STILL} ){{0,3}}(?:(?:{STILL} |die |alle |viele |einige |mehrere )"
    rf"(?:[a-zäöüß]+en )?{NOUN} )?(?:{STILL} ){{0,3}}{FIGURE}"
    rf"|[a-zäöüß]+n (?:{STILL} ){{0,2}}(?:die|alle|viele|einige|mehrere) (?:[a-zäöüß]+en )?"
    rf"(?-i:{NOUN}) (?:{STILL} ){{0,3}}"
    rf"(?:keine?n?|eine?n?|ihre?n?|das|die|den|mehr|weniger|(?-i:{NOUN}))"
    rf"|(?!(?:{_DONE_TO}) )[a-zäöüß]+en (?:{STILL} ){{0,2}}(?:{_ALL} (?:[a-zäöüß]+en )?{_NOUNS}"
    rf"|die (?:[a-zäöüß]+en {_NOUNS}|(?!{_SINGLE}(?!\w)){_MANY}))"
    rf"|(?:{_OF_ITSELF}) (?:{STILL} ){{0,2}}die (?:[a-zäöüß]+en? )?{_NOUNS}"
    rf"|(?:{_OF_ITSELF}) (?:{STILL} ){{1,2}}{_NOUNS}"
)
"""What follows a year: a verb of many, and who they are."""

CLUMSY: Final[Mapping[Hedge, str]] = {}
"""Words behind which a hedge that a figure prints reads badly."""
