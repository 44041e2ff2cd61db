"""Swiss postcodes, which look like years, before or behind the names of towns and streets."""

from __future__ import annotations

import re
from typing import Final

from builder.language.lexicon import ENDED

_POSTCODE: Final = r"[1-9]\d{3}"
TOWN: Final = (
    r"(?!(?:Les|Des|Ces|Aux|Nos|Vos) )(?:L[ea]s? |L')?[A-ZÉÈÎÔÇ][\w']*[a-zà-ÿ]"
    r"(?:[ -](?:(?:sur|sous|lès|les|en|de|du|des|la|le|près|St)[ -]|[ld]'){0,3}"
    r"[A-ZÉÈÎÔÇ][\w']*){0,4}"
)
STREET: Final = (
    r"(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Cc]hemin|[Cc]h\.|[Rr]oute|[Rr]te|[Ii]mpasse"
    r"|[Pp]lace|[Pp]l\.|[Qq]uai|[Aa]llée|[Ss]entier|[Rr]uelle|[Ee]splanade|[Cc]ité|[Pp]assage"
    r"|[Pp]romenade|[Mm]ontée|[Cc]our)"
)
NAMED: Final = (
    r"(?: (?:d[eu]s?|la|les?|à|aux?|sur|sous|et|en|St)| (?:l'|d'|de l')?[A-ZÉÈÎÔÇ][\w'-]*)"
)
_LIES: Final = (
    r"(?:[Ee]st|[Ss]ise?s?|[Ss]ituée?s?|[Ss]iège|[Dd]omiciliée?s?|[Ii]nstallée?s?|[Rr]endez-vous"
    r"|habit\w+|[Bb]asée?s?|se trouve(?:nt)?|[Aa]dresse :)"
)

POSTCODES: Final = (
    # "rue de la Gare 12, 1762 Givisiez", "à 1762 Givisiez", "CH-1762 Givisiez".
    re.compile(rf"(?<=[\da-h], )(?P<named>(?:CH-)?{_POSTCODE})(?= {TOWN})"),
    re.compile(rf"(?<!\w)(?P<named>CH-{_POSTCODE})(?= {TOWN})"),
    re.compile(
        rf"(?<!\w)(?:[Àà]|[Dd]e|[Dd]epuis|(?:[Cc]ase postale|CP)(?: \d{{1,5}})?,)"
        rf" (?P<named>{_POSTCODE})(?= (?!\w+s(?!\w)){TOWN}{ENDED})"
    ),
    # "siège à Planfayon (1716)", "à Pringy, rue de la Gare 12 (1663)".
    re.compile(rf"(?<!\w){_LIES} (?:\w+ )?(?:[Àà]|[Ee]n) {TOWN} \((?P<named>{_POSTCODE})\)"),
    re.compile(
        rf"(?<!\w)(?:[Àà]|[Ee]n) {TOWN}, {STREET}{NAMED}{{1,5}} \d{{1,3}}[a-h]?"
        rf" \((?P<named>{_POSTCODE})\)"
    ),
    # A cell of nothing but "1762 Givisiez".
    re.compile(rf"^(?P<named>{_POSTCODE})(?= (?!\w+s$){TOWN}$)"),
)
"""Patterns whose group `named` is a postcode."""
