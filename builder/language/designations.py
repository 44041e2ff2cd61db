"""What the patterns of every language are made of by which designations are found, and people told
from places and things.

By a given name in Latin letters a person is told: "Maria, 43". Names that towns, months or things
have too (Florence, Nancy, Victoria, June, Bill) are none of these: a number beside one may count.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.lexicon import ENDED

NUMBER: Final = r"(?:[a-zа-я]\.)?\d{1,4}(?:ff?|[a-z])?(?:[./-]\d+)*(?:\((?:\d{1,3}|[a-z])\))*(?!\d)"
"""What a designation is numbered with: 12, 12a, 12ff, 2015-991, 3.2, 12(3)(b)."""

WHOLE: Final = r"(?= ?\d+(?![.,]?\d))"
"""What stands before a number without decimals."""

HOUR: Final = r"(?:[01]?\d|2[0-4])"
"""An hour of the day in digits."""

CLOCK: Final = rf"{HOUR}:[0-5]\d(?!\d)"
SPOKEN: Final = rf"{HOUR}[:.][0-5]\d(?!\d)"
"""Times of day in digits, 7:30, and one that a word of the clock must follow: 18.05."""

_BODY: Final = (
    r"(?:DIN|EN|ISO|IEC|IEEE|BS|PAS|NF|ÖNORM|VDI|VDE|RFC|ASTM|ANSI|NFPA|ASHRAE|CEN|DVGW|DWA|PN"
    r"|ASR|TRGS|TRBS|DTU|HTM|SIA|ДСТУ(?:-[А-ЯІЇЄ])?(?: Б)?|UN/ECE|ДБН|ДСанПіН|ГОСТ)"
)
# Gazettes in which laws are published, and what their numbers are named by there.
_GAZETTE: Final = (
    r"(?:R|B)GBl|GVO?Bl|GV\.? (?:NRW?|NW)|GMBl|LGBl|ABl|BAnz|GBl|JORF|JO(?:UE)?(?= (?:[LC] |n°"
    r"|série))|OJ|ВВР"
    r"|Відомості Верховної Ради(?: України)?|Офіційний вісник України"
)
_ISSUE: Final = (
    r"(?:(?:19|20)\d\d|[IVX]{1,4}|EU|AT|(?:Teil|série) [IVX]+"
    r"|(?:S\.|Nr\.|[Pp]p?\.|ст\.|(?:texte )?[nN]°|No\.?|№|[LC]) ?\d{1,5}(?:[-–/]\d{1,4})*"
    r"|\d\d?\.\d\d?\.\d{4}(?: B\d)?)"
)
# Acts of the European Union, and its courts' cases, in each language's letters for it.
_UNION: Final = r"(?:EWG|EG|EU|EEC|EC|CEE|CE|UE|ЄЕС|ЄС)"
# Words that a hyphen joins to a number which is none of a name.
_NO_NAME: Final = (
    r"(?:under|over|sub|top|plus|minus|near|non|mid|unter|über|fast|rund|moins|quasi|понад|майже"
    r"|eur|usd|gbp|chf|uah|co|ch|no|so|pm|us|ca|au)"
)

# Registers that number whatever stands behind their names, and offices that have such codes.
_KEYED: Final = (
    r"(?:EDRPOU|KOATUU|KATOTT[HG]|КОАТУУ|КАТОТТГ|КВЕД|KVED|ZIP|PLZ|FIPS|AGS|ARS|NACE|NAICS|NUTS"
    r"|ISCO|CPV|UKTZED|УКТЗЕД|LSOA|MSOA|UPRN)"
)
_OFFICES: Final = (
    r"INSEE|Insee|ONS|GSS|LAU|SIC|HS|UIC|IATA|EDRPOU|ЄДРПОУ|RNA|FINESS|SIREN|SIRET|BIC|SWIFT"
    r"|[Pp]ost|[Pp]ostal|postal|ZIP|[Zz]ip|ATC|ISO|LEI"
)
# What a quotation may begin with that has a number and is no name.
_HEDGING: Final = (
    r"(?:Rund|Etwa|Circa|Über|Unter|Fast|Knapp|Gut|Nur|Bloß|Insgesamt|Zusammen|Mindestens"
    r"|Höchstens|Mehr|Weniger|Noch|Nicht|Alle|Bis|Von|About|Over|Under|Only|Just|Nearly|Almost"
    r"|Some|More|Less|Fewer|Around|All|Up|Exactly|Not|Environ|Plus|Moins|Près|Presque|Seulement"
    r"|Tous|Toutes|Понад|Майже|Близько|Лише|Тільки|Усього|Разом|Більше|Менше|Не|До)(?!\w)"
)
_PARTED: Final = r"\d{4}(?:[. ]\d\d){1,3}(?!\d)|\d{2}(?:\.\d{1,2}){1,2}"
_KEY: Final = rf"(?:[A-Z]{{1,3}}\d[\dA-Z]*|{_PARTED}|\d[\dAB]\d{{2,8}})"

_CAPITAL: Final = r"[A-ZÄÖÜÀ-ÝА-ЯІЇЄҐ][^\W\d_][\w'’.-]*"
_NO_ARTICLE: Final = r"(?!(?:Der|Die|Das|Den|Dem|Im|Am|The|An?|In|At|Les?|La|Une?|Des|En|Au)\b)"
_LIVED: Final = "|".join(rf"{age}\d\d ?[–-] ?(?:{age}|{age + 1})\d\d" for age in range(10, 20))

EVERYWHERE: Final = (
    # "DIN EN ISO 9001:2015", "BS 5837", "ASR A3.5", "DIN-Norm 4108", "ДБН В.2.2-10".
    re.compile(
        rf"(?<!\w)(?:{_BODY}[ /-])+(?:(?:Norm|Richtlinie|standard|[A-Z]) )?"
        r"(?P<named>(?:[A-ZА-ЯІЇЄҐ]\.?)?\d{1,6}(?:[.:-]\d+)*)(?!\w)"
    ),
    # "BGBl. 2023 I Nr. 393", "OJ L 119, 4.5.2016, p. 1", "ВВР, 2012, № 19-20, ст. 178".
    re.compile(rf"(?<!\w)(?:{_GAZETTE})[.,]? (?P<named>{_ISSUE}(?:,? {_ISSUE})*)(?!\w|[.,]\d)"),
    # "92/43/EWG", "(EU) 2018/848", "C-123/45", "A/RES/70/1".
    re.compile(rf"(?<![\w/])(?P<named>\d{{1,4}}/\d{{1,5}}/{_UNION})(?!\w)"),
    re.compile(
        r"\((?:EU|EC|EEC|UE|CE|EG|EWG|ЄС)\) (?:(?:No\.?|[Nn]r\.|[nN]°|№) ?)?"
        r"(?P<named>\d{1,4}/\d+)(?!\w)"
    ),
    re.compile(r"(?<![\w/-])(?P<named>[CTF][-‑]\d{1,4}/\d\d(?: P)?)(?!\w)"),
    re.compile(r"(?<![\w/])(?P<named>[A-Z]{1,2}(?:/[A-Z]+[0-9.]*)+(?:/\d+)+)(?!\w)"),
    # "Covid-19", "SARS-CoV-2", "I-95", "М-06", "Tempo-30-Zone"; under-20s are none of this kind.
    re.compile(
        rf"(?<![\w-])(?!(?i:{_NO_NAME})-)(?P<named>(?:[A-ZÄÖÜÀ-ÝА-ЯІЇЄҐ]\w*-)+\d{{1,3}}"
        r"(?:-\d{1,3}|[A-Za-zа-яіїєґ](?!\w))?)(?![\w%‰]|[-–.,:/]\d| ?[%‰°€$£₴])"
    ),
    re.compile(r"(?<![\w-])(?P<named>PM ?(?:2[.,]5|10)|[2-6]G|H\dN\d)(?!\w)"),
    # "Nr. 26007"; shorter ones are looked at by each language.
    re.compile(r"(?<!\w)(?:№|[nN]°|Nr\.) ?(?P<named>\d{5,9})(?!\d)"),
    # "Charles Darwin (1809–1882)": when a person lived, whatever years the briefing names.
    re.compile(
        rf"(?<!\w){_NO_ARTICLE}{_CAPITAL} (?:(?:von|van|de|da|du|den|der|la) )*{_CAPITAL}"
        rf" \((?!\d\d[05]0 ?[–-] ?\d\d[05]0\))(?P<named>{_LIVED})(?=\)|[;,] )"
    ),
    # Addresses of pages and of letters, which count nothing.
    re.compile(
        r"(?<![\w@/.-])(?P<named>(?:https?://|www\.)[^\s<>\"“”„«»]*[\w/]"
        r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    ),
    # "doi:10.1000/182", wherever it stands.
    re.compile(r"(?<![\w./])(?P<named>(?:[Dd][Oo][Ii]: ?)?10\.\d{4,9}/[\w.;()/:-]*\w)"),
    # "(2015 = 100)", and numbers that are dialled, which begin with 0 or +.
    re.compile(r"(?<![\w.,])(?P<named>(?:19|20)\d\d(?:[-/–]\d\d(?:\d\d)?)? ?= ?100)(?![\d.,]\d)"),
    re.compile(
        r"(?<![\w.,/-])(?=(?:[ ()/-]?[+\d]){7})(?!\d\d?([/.-])\d\d?\1\d)"
        r"(?P<named>\(?(?:\+|0)\d{0,4}\)?(?:[ /-]?\d{2,5}){1,5}(?:-\d)?)(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<![\w.,/-])(?P<named>\+\d{1,3} ?\(\d{1,5}\) ?\d{1,4}(?:[ /-]\d{2,8}){1,5})(?!\w|[.,]\d)"
    ),
    # "the 1950s", „1960er-Jahre“, «1950–1960-х»: decades whatever years the briefing names.
    re.compile(
        r"(?<![\w.,$€£-])(?P<named>(?:1[5-9]\d0-?(?:s|er|х)?[–-])?1[5-9]\d0(?:'?s|er[ns]?(?:-Jahren?)?|-(?:х|ті|их)))(?!\w)"
    ),
    # "l/100 km", "kWh/100 km", "Fälle/100.000 Einwohner": what a rate is told for.
    re.compile(
        r"(?<![\w/])(?P<named>[^\W\d_]+/1(?:0{1,6}|00(?:[., ’\u00a0\u202f]000){1,2}"
        r"|0?(?:[., ’\u00a0\u202f]000){1,2}))(?= ?[^\W\d])"
    ),
    re.compile(r"(?<![\w.,/])(?P<named>24/7|4x4s?)(?![\w/])"),
    # „Christophorus 5“: what is quoted is called so.
    re.compile(
        rf"[„“\"«»] ?(?!{_HEDGING})[A-ZÄÖÜÀ-ÝА-ЯІЇЄҐ][\w'-]{{2,}}(?: [A-ZÄÖÜÀ-ÝА-ЯІЇЄҐ][\w'-]+)? "
        r"(?P<named>\d{1,3})(?= ?[“”\"»«])"
    ),
    re.compile(r"(?<!\w)RCP ?(?P<named>\d\.\d)(?!\d)"),
    # "Heft 4/2025", "Müller (2019: 45)", "May '25", "9:00–17:00".
    re.compile(r"(?<![\w.,/])(?P<named>\d{1,2}/(?:19|20)\d\d)(?![\d/])"),
    re.compile(r"\((?P<named>(?:19|20)\d\d[a-z]? ?: ?\d{1,4}(?:[–-]\d{1,4})?)\)"),
    re.compile(
        r"\([^()\d]*[^\W\d_],? (?:19|20)\d\d[a-z]?, (?P<named>\d{1,4}(?:[–-]\d{1,4})?)(?=\))"
    ),
    re.compile(r"(?<!\w)(?:[Cc]ode|Kode|[Кк]од) (?P<named>[A-Z]\d\d(?:\.\d)?)(?!\w)"),
    re.compile(r"(?<=[^\W\d] )(?P<named>'\d\d)(?![\w'%]|[.,]\d)"),
    re.compile(rf"(?<![\w.,:])(?P<named>{CLOCK} ?[–-] ?{CLOCK})"),
    # "Leopard 2", "flight BA 117", "vitamin B12", "2A6", "Schalke 04", «5-Б».
    re.compile(
        r"(?<!\w)(?:Windows|Boeing|Airbus|Apollo|Ariane|Leopard|Challenger|Crit'Air|Formula"
        r"|Formel|Formule|Wi-?Fi|Office|Android|Bluetooth|HTML|Python|USB|PlayStation|iPhone"
        r"|Fortune|FTSE|S&P|DAX|CAC|Nikkei|Euro ?Stoxx|Omega|Oméga|Омега|Ligue|Tesla Model)"
        r" (?P<named>\d{1,3}(?:[A-Z]\d?)?(?:\.\d{1,2}){0,2})(?![\w%‰]|[.,:]\d| ?[%‰°€$£₴]| \d)"
    ),
    re.compile(r"(?<!\w)(?:[Ff]light|Flug|[Vv]ol|[Рр]ейс\w*) (?P<named>[A-Z]{2} \d{2,4})(?!\d)"),
    re.compile(r"(?<!\w)(?:[Vv]itamine?|[Вв]ітамін\w*) (?P<named>[A-KА-К]\d{1,2})(?!\d)"),
    re.compile(r"(?<!\w)(?P<named>\d[A-ZА-Я]\d{1,2})(?!\w)"),
    re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]{3,} (?P<named>0\d)(?!\d|[.,:/-]\d|\.| \d)"),
    re.compile(r"(?<![\w-])(?P<named>\d{1,2}-[А-ЕA-F])(?!\w)"),
    # "B2B"; "£'000" heads a column.
    re.compile(r"(?<![\w.,])(?P<named>[£€$]'?000s?)(?![\w%]|[.,]\d)"),
    re.compile(r"(?<![\w-])(?P<named>[A-Z](?:2[A-Z]|1E))(?!\w)"),  # "B2B", a licence "D1E"
    # "CO2", "NO2" and "CH4" with their digits on the line, "EFRE 2021–2027".
    re.compile(r"(?<![\w-])(?P<named>(?:CO|NO|SO|CH|NH|SF)[2-6]e?|N2O|O3|H2[OS])(?![\w%])"),
    re.compile(
        r"(?<!\w)(?!EUR|USD|GBP|CHF|UAH)(?:[A-ZÄÖÜА-ЯІЇЄҐ]{2,6}\+?) "
        r"(?P<named>(?:19|20)\d\d[–-]20\d\d)(?![\w%]|[.,]\d)"
    ),
    # The scale of a map, "1:25 000"; how registers of companies, taxes and accounts number.
    re.compile(
        r"(?<![\w/.,:])(?P<named>1 ?[:/] ?\d{1,3}[ .,'’]?000(?:e|ème)?)(?![\w%]|[.,:/]\d|[ .,]000)"
    ),
    re.compile(
        r"(?<!\w)(?:SIREN|SIRET|RCS|HR[AB]|ISIN|IBAN|ISBN|ISSN|EORI|D-U-N-S|DUNS|ЄДРПОУ|РНОКПП|ІПН"
        r"|МФО)(?: ?(?:[Nn]os?\.?|[nN]°|Nr\.|№|number|код))?:? "
        r"(?P<named>[A-Z]{0,4} ?\d[\dX]*(?:[ -]\d[\dX]*)*)(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?!EUR|USD|GBP|CHF|UAH)(?P<named>[A-Z]{2,3}(?:\d{8,12}"
        r"|\d{2}(?: [A-Z\d]{4}){3,7}(?: [A-Z\d]{1,3}"
        r")?| \d{9,12}))(?![\w%]|[.,]\d)"
    ),
    # What is called by a code: registers of places and branches, as their offices write them.
    re.compile(
        rf"(?<!\w)(?:{_KEYED}(?:[- ](?:[Cc]odes?|[Кк]оди?|[Nn]umber|[Nn]r\.))?|(?:{_OFFICES})[- ]?"
        rf"(?:[Cc]odes?|[Кк]оди?)|(?:[Cc]odes?|[Кк]оди?) (?:{_OFFICES}|{_KEYED}))(?: is| est| ist"
        rf"| lautet|:| [–—-])? (?P<named>{_KEY}(?:(?:, | (?:and|et|und|та|і|or|ou|oder) ){_KEY})*)"
        r"(?![\w%]|[.,]\d| \d)"
    ),
    # "50/50", "50:50", "K3–K4", "(056) 123-45-67".
    re.compile(r"(?<![\w/.,])(?P<named>50[:/–-]50)(?![\w:/–-]|[.,]\d)"),
    re.compile(r"(?<![\w-])(?P<named>[A-ZА-ЯІЇЄҐ]\d{1,2} ?[–-] ?[A-ZА-ЯІЇЄҐ]\d{1,2})(?![\w%-])"),
    re.compile(r"(?<![\w)])(?P<named>\(0\d{1,5}\) ?\d{1,4}(?:[ -]\d{2,4}){1,3})(?![\w%])"),
    # "Закон 1234-IX", "12 K 345/22", "1 BvR 2656/18".
    re.compile(r"(?<![\w.,])(?P<named>\d{1,5}-[IVX]{1,5})(?!\w)"),
    re.compile(r"(?<![\w.,])(?P<named>\d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}/\d\d)(?!\d)"),
    re.compile(r"(?<!\w)(?P<named>[IVX]{1,5} [A-Z]{1,3} \d{1,5}/\d\d)(?!\d)"),
    # "– 8 C 10.08 –", as courts have it.
    re.compile(
        r"(?:(?<=[–—] )|(?<=\())(?P<named>\d{1,3} [A-Z][A-Za-z]{0,3} \d{1,5}\.\d\d)(?= [–—]|[),;])"
    ),
)
"""Patterns of designations that are written alike in every language, whatever follows."""

AGE: Final = r"\d{1,3}"
"""An age in years."""

OLD: Final = r"(?:[1-9]\d?|1[01]\d)"
"""How many years old one may be."""


def listed(joints: str) -> str:
    """Return what finds numbers in a row: "12–14", "1, 18 and 19"."""
    return rf"{NUMBER}(?:(?: ?[–-] ?|, | (?:{joints}) ){NUMBER})*"


def ordinals(ordinal: str, joints: str) -> re.Pattern[str]:
    """Return what finds ordinals at the end of words: before another one that `joints` join them
    to, as in "the 1st and 2nd floors", and one alone.
    """
    return re.compile(rf"(?<![\w.,])(?P<named>{ordinal}(?:, {ordinal})*)(?: (?:{joints})|,)? $")


def designated(
    word: str, words: str, joints: str, each: str, plural: str = ""
) -> tuple[re.Pattern[str], ...]:
    """Return what finds a number after one word, and two or a span after words of several.

    `joints` stand between two numbers, as in "Articles 5 and 6". Words of the spaced list `each`
    stand before one of no number: "on this page 12 are named"; a `plural` behind it is counted.
    """
    end = rf"(?! (?:{plural})(?!\w))" if plural else ""
    return _numbered(word, words, joints, each, end)


def placed(
    word: str, words: str, joints: str, each: str, goes_on: str, are: str
) -> tuple[re.Pattern[str], ...]:
    """Return the same after words that stand before counts as well: "in part 15 farms closed".

    They number only where a phrase ends, or what cannot be counted, `goes_on`, comes next; after
    several also what `are` says of them.
    """
    aside = r" \((?!(?:davon|darunter|of|dont|із|з|incl|inkl|including|y compris)\b)[^\W\d]"
    end = rf"(?={ENDED}| (?:{goes_on})(?!\w)|{aside}| (?(many)(?:{are})(?!\w)|(?!)))"
    return _numbered(word, words, joints, each, end)


def _numbered(
    word: str, words: str, joints: str, each: str, end: str
) -> tuple[re.Pattern[str], ...]:
    alone = r"(?<![\w-])" + "".join(rf"(?<!\b{one} )" for one in each.split())
    other = rf"(?: ?[–-] ?| (?:{joints}) ){NUMBER}"
    more = rf"(?:(?: ?[–-] ?|,? (?:{joints}) |, ){NUMBER}| ff?\.|(?<=\df)|(?<=ff))"
    named = rf"(?P<named>{NUMBER}(?(many)(?:{more})+|(?:{other})?))"
    return (re.compile(rf"{alone}(?:(?P<many>{words})|{word}) ?{named}{end}", re.IGNORECASE),)
