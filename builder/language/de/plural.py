"""What digits may count in German where it follows them: a plural, with or without an adjective."""

from __future__ import annotations

from typing import Final

# But "Artikel 5 Absatz 2".
PLURAL: Final = (
    r"(?-i:(?:(?!der|des|dem|dieser|oder|aber|über|unter|hinter|ohne|sowie|wie|eine|keine|seine"
    r"|ihre|diese|jene|alle|den"
    r"|einen|keinen|einer|einem|wieder|immer|werden|wurden|wurde|sollen|können|haben|sollte"
    r"|musste|konnte|regelte|lautete|folgte|führte|nannte|zeigte|galten|gelten|entfallen"
    r"|gegen|neben|wegen|zwischen|ausser|außer|die|sondern)[a-zäöüß]+(?:e|en|er) )?"
    r"(?!Abs|Satz|Sätze|Nummer|Ziffer|Buchstabe|Zeile|Spalte|Richtung)[A-ZÄÖÜ][\w-]+[ners](?!\w))"
)
