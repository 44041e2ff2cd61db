"""German rates: what so many of something are told for, "je 1.000 Einwohner"."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import BASE, FIGURE, ROUND, Rate, rate

_BASE: Final = (
    rf"(?P<base>{ROUND}(?: (?:Tausend|Tsd\.|Millionen|Mio\.))?"
    r"|(?:zehn|hundert|ein)?(?:hundert|tausend)|(?:einer |eine )?Million)"
)
# What rates are told for: "je 1.000 Einwohner"; "je 1.000 Euro" is for each.
_OF: Final = (
    r"(?= (?:[a-zäöüß]+[en] )?\w*(?:einwohner|kopf|köpfe|person|mensch|haushalt|beschäftigte"
    r"|erwerbs|kind|geburt|geborene|fahrzeug|fahrten|kilometer|km|hektar|ha(?!\w)|liter|gramm|frau"
    r"|männer|schüler|jugendliche|stelle|bewerb|bett|plätze|fäll|wohnung|betrieb|patient|versicherte"
    r"|mitglied|studierende|azubi|auszubildende|lebend|todes|pkw|auto|bewohner|bürger))"
)
_MONEY: Final = r"(?! (?:Euro|Dollar|Franken|€))"
# "mit je 100 Betten", "haben je 100 Betten": each has so many.
_EACH: Final = (
    r"(?<!\w)(?:mit|von|zu|in|aus|für|um|auf|und|mindestens|haben|hatten|hat"
    r"|hatte|sind|waren|gibt|gab|zähl\w+|fass\w+|biet\w+|bot(?:en)?|umfass\w+|erhiel\w+"
    r"|erhalt\w+|bekam\w*|bekomm\w+|nahm\w*|nehm\w+|bau\w+|kauf\w+|kam\w*|komm\w+)"
)
# "pflanzten 12 Höfe je 1.000 Bäume": what is done to so many, by each.
_DONE: Final = (
    r"(?<!\w)(?:haben|hatten|hat|hatte|besitz\w+|besaß\w*|umfass\w+|erhiel\w+|erhalt\w+|bekam\w*"
    r"|bekomm\w+|(?:ge)?(?:pflanz|setz|kauf|verkauf|liefer|ernte|erzeug|pfleg|bewirtschaft|halt"
    r"|bau|zahl|spende|schnitt|schneid|rode|fäll|stell|biet|verlor|verlier|züchte|führ|hielt|nutz"
    r"|lager|fass)\w*)(?!\w)"
)
_NAME: Final = (
    r"(?!(?:mit|von|zu|in|aus|für|um|auf|und|bei|nach|über|unter|durch|gegen|an|vor|mindestens"
    r"|etwa|rund) )(?-i:[A-ZÄÖÜ])[\w-]+"
)
_JOINED: Final = rf"je(?:weils)? {ROUND} [\w²-]+(?:,| und| oder| sowie) je(?:weils)?"

RATES: Final[tuple[Rate, ...]] = (
    rate(rf"(?<!\w)pro {_BASE}(?!\w){_MONEY}"),
    rate(rf"(?<!\w)je(?:weils)? {_BASE}{_OF}", unless=rf"{_EACH} je(?:weils)? {BASE}"),
    rate(rf"(?<!\w){_JOINED} {_BASE}{_OF}", unless=rf"{_EACH} {_JOINED} {BASE}"),
    # Of anything, behind a figure or in a label: "# je 1.000 Bäume", "Käuze je 1.000 Bäume".
    rate(
        rf"(?<!\w)je {_BASE}(?!\w){_MONEY}(?= (?:[a-zäöüß]+[en] )?{_NAME})",
        needs=rf"{FIGURE}(?: {_NAME})? (?:{_JOINED}|je) {BASE}"
        rf"|^\W*(?:[a-zäöüß]+[en] )?{_NAME} (?:{_JOINED}|je) {BASE}|^\W*je {BASE}",
        unless=rf"{_DONE}[^;:!?]* je {BASE}|{BASE}[^;:!?]*{_DONE}",
    ),
    rate(
        rf"(?<!\w)auf(?: je)? {_BASE}{_OF}",
        needs=r"(?<!\w)(?:komm(?:en|t)|kam(?:en)?|entf(?:allen|ällt|iel(?:en)?))(?!\w)",
    ),
)
