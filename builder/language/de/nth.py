"""German ordinals in digits, which name one of a row: „Der 100. Besucher“, „das 2. Mal“.

A point ends sentences too, so a word of the same phrase must stand before, and a noun behind. Left
to be told is what comes of counting, „Das 20. Haus“, and what ranks, „die 3. größte Stadt“.
"""

from __future__ import annotations

import re
from typing import Final

_COUNTED: Final = (
    r"(?:(?:[A-ZÄÖÜ][\w-]*)?(?:[Hh](?:aus|äuser|ause|auses|of|ofe|ofs|ofes|öfe)|[Hh]eim(?:e[sn]?|s)?"
    r"|[Ww]ohnung(?:en)?|[Hh]aushalt\w*|[Gg]ebäude[sn]?|[Mm]illion(?:en)?|[Mm]illiarden?"
    r"|[Hh]undert\w*|[Tt]ausend\w*|[Dd]utzend\w*|[Pp]rozent\w*)"
    r"|BIP|BNE|Wirtschaftsmacht|Volkswirtschaft|Umsatz|Einkommen|Anteile?s?|Mio\.?|Mrd\.?|Tsd\.?"
    r"|Teile?s?|Hälfte|Drittel|Viertel)"
)
# What begins a sentence, so that the point before it is the end of one.
_BEGINS: Final = (
    r"(?:D(?:er|ie|as|en|em|es|ann|anach|amit|abei|ort|a|och|iese\w*|avon|aher|arum)|E(?:r|s|in\w*)"
    r"|S(?:ie|o|eit\w*|eine?\w*|päter|onst)|Wi[re]|I(?:ch|hr\w*|m|n|ns)|A(?:m|n|ns|uf|us|ber|lle\w*"
    r"|ls|uch|b)|B(?:ei|is|eim)|Z(?:u|um|ur|wischen|wei)|V(?:on|om|or|iele\w*)|Mi[t]|Nach\w*|Nicht"
    r"|Noch|Nun|Nur|Und|Oder|Unter|Um|Über|Ohne|Für|Für\w*|Gegen|Durch|Dazu|Wegen|Wenn|Weil|Was|Wer"
    r"|Wo|Hier|Heute|Gestern|Jetzt|Jede\w*|Keine?\w*|Man|Manche\w*|Mehr|Etwa|Rund|Drei|Vier)"
)
_ADJECTIVE: Final = (
    r"(?![\wäöüß]*(?:größt|höchst|kleinst|wichtigst|st)(?:e[nrsm]?) )[a-zäöüß-]{2,}e[nrsm]?"
)
_ARTICLE: Final = (
    r"(?:[Dd](?:er|ie|as|en|em|es|iese[nrsm]?)|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Ii]ns|[Aa]ns"
    r"|(?:[Ee]|[Mm]e|[Ss]e|[Uu]ns|[Ii]h|[Kk]e)(?:in|r|er)(?:e[nrsm]?)?)"
)

NTH: Final = (
    re.compile(
        rf"(?<![\w-]){_ARTICLE} (?P<named>\d{{1,3}}(?:\.\d{{3}})*\.)"
        rf"(?= (?:{_ADJECTIVE} )?(?!{_COUNTED}(?!\w))(?!{_BEGINS}(?!\w))[A-ZÄÖÜ][\w-]+)"
    ),
    # „Er wurde 2., sie 1.“: of one, where a comma shows that no sentence ends.
    re.compile(r"(?<!\w)(?:wurde|wird|ist|war|kam) (?P<named>\d{1,2}\.)(?=[,;] ?[a-zäöü])"),
    re.compile(
        r"(?:wurde|wird|ist|war|kam) \d{1,2}\.[,;] (?:und )?[\w-]+ (?P<named>\d{1,2}\.)(?=$|[,;])"
    ),
)
"""Patterns whose group `named` is an ordinal that counts nothing."""
