"""French words of the turns around years that all languages have."""

from __future__ import annotations

from typing import Final

from builder.language.years.turns import Turns

TURNS: Final = Turns(
    seasons="étés?|hivers?|printemps|automnes?|ann(?:é|e)es?|ans?|saisons?|canicules?|enfin",
    made=r"(?:r?ouvert|bâti|construit|fondé|créé|rénové|inauguré|fermé|publié|adopté|révisé|modifié"
    r"|achevé|né|mort|paru)e?s?(?: en)?",
    one="fut|soit|est|était|sera|a|eut|avait|compta|compte|connut|connaît|donna|donne|reste|resta",
    only="seule?|même|déjà|aussi|si|que",
    aside="une?|les?|la|l'[^ ]+|année|été|hiver",
    hotter="(?:plus|moins|aussi) (?:chaud|froid|sec|sèche|frais|fraîche|humide|doux|douce)e?s? que"
    r"|(?:plus|moins|autant) (?:de |d')[\w-]+ que",
    more="(?:plus|moins)(?: (?:haut|bas|élevé|grand|petit)e?s?)? que",
    mean="(?:la|une|cette|sa) (?:moyenne|médiane)(?: de| des années| sur| pour)?",
    like="comme|en|comme en|qu'en",
    given="pour",
    then="il|on|pas|aucune?|nous|des|les",
    compares=r"compar(?:e|ent|ait|aient|er|ant|ons)|oppos(?:e|ent|er)|rapproch(?:e|ent|er)",
    beside="à|avec|et",
    than="que|au-dessus de|au-dessous de|derrière|devant|comme",
    within="en",
    looks=r"(?:retours?|regards?|coup d'œil|comparaisons?|leçons?|enseignements?|cap|bilan"
    r"|route|chemin"
    r"|vue|perspectives?|horizon|projection|souvenirs?|réflexions?|point|zoom|focus|vers|en route"
    r"|rendez-vous|adieux?|bienvenue|départ|ambitions?|cap fixé|tournés?)"
    r" (?:sur|avec|de|vers|à|en|pour|d'|dans|jusqu'à)|vers|objectif|adieu",
    asks="pourquoi|comment|ce que|en quoi|quand",
    matters="compte|importe|change|changea|a|pèse|marque|marqua|vaut|dit|apprend|signifie",
    against=r"face à|contre|versus|vs\.?|comparé à|par rapport à|ou|et|et non",
    bare=r"(?:\w+(?:é|ée|és|ées|ent|ait)|avec|pour|plus|moins|dont|près|quelque|quelques|sont"
    r"|est|ont|les|des|une"
    r"|ses|nos|vos|aux|par|sur|sous|dans|chez|soit|environ|presque|seulement|total|vers|entre|pas"
    r"|vend\w*|perd\w*|gagn\w*|compt\w*|ces|tous|toutes|mais|jusqu) ",
    founded=r"fondée?s?|b[âa]tie?s?|construite?s?|ouverte?s?|créée?s?|née?s?|morte?s?|inaugurée?s?"
    r"|érigée?s?|édifiée?s?|détruite?s?|incendiée?s?|consacrée?s?|signée?s?|peinte?s?|gravée?s?"
    r"|imprimée?s?|achevée?s?|baptisée?s?|datée?s? de",
    since=r"(?:membres?|sert|servent|en service) depuis"
    r"|dat(?:e|ent|ait|aient|ant) de|remont(?:e|ent|ait|aient|ant) à",
    arrives=r"(?:pass|augment|mont|baiss|diminu|tomb|grimp|recul|progress|chut)[a-zéèê]*[^.;:!?]*"
    r" en \d{4} à",
)
"""Words of the turns that all languages have."""
