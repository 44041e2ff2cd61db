"""German comparatives, told by their form: verbreiteter, zahlreicher, erreichbarer."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import FIGURE

_BE: Final = r"(?:ist|sind|war|waren|wird|werden|wurden?|bleib(?:t|en)|blieb(?:en)?|leb(?:t|en))"
# "Vertreter als", where such a noun begins the sentence.
_NONE: Final = (
    r"\w*(?:treter|mieter|bieter|beiter|leiter|reiter|walter|halter|nutzer|käufer|wähler|sicherer)"
)
_FORM: Final = (
    rf"(?!{_NONE}(?!\w))\w{{2,}}(?:ig|lich|isch|sam|bar|haft|los|reich|arm|iv|ell|ant|ent|et|fern|rnt"
    r"|annt|agt|bt|cht|kt|hrt|ft)er"
)
_SPAN: Final = r"(?:Jahr|Monat|Woche|Tag|Quartal|Halbjahr|Saison|Schicht|Winter|Sommer|Semester)"
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"{_FORM} als",
    rf"{_BE} (?:(?:hier|dort|noch|auch|deutlich|viel|weit|nun|heute|[\w-]+) )?{_FORM}"
    rf"(?= ?[:,.;!?)–—]| \(?{FIGURE}|$)",
)
"""Alternatives that compare wherever a sentence prints figures."""

RATED: Final = (
    rf"(?:zwei|drei|vier)mal(?= (?:im|pro|je|am|in der|in jedem|jede[nrms]?) {_SPAN}(?!\w)"
    r"|,? (?:jährlich|monatlich|wöchentlich|täglich)"
    rf"|[:,]? (?:(?:am|im) )?{_DATE}(?:,| und) (?:(?:am|im) )?{_DATE})"
)
"""How often something is done, or was, where the days follow: „zweimal im Jahr“."""
